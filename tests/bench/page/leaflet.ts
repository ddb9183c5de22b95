import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import 'leaflet.timeline';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { frame, sumOf, type Contestant } from './contestant';
import type { DatedCollection } from './dated';
import { BOUNDS } from './maplibre';

/** Leaflet.timeline, on a canvas, which is faster than its SVG; the land beneath on another that is not drawn again. */
export async function byLeaflet(
  [box, inner]: [HTMLElement, HTMLElement],
  base: StyleSpecification,
  data: DatedCollection,
): Promise<Contestant> {
  const [west, south, east, north] = BOUNDS;
  const map = L.map(inner, {
    zoomSnap: 0,
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
  }).fitBounds([
    [south, west],
    [north, east],
  ]);
  map.createPane('base').style.setProperty('z-index', '300');
  const { features } = (base.sources['base'] as GeoJSONSourceSpecification).data as FeatureCollection;
  const land = features.filter(({ properties }) => properties?.['part'] === 'land');
  L.geoJSON(
    { type: 'FeatureCollection', features: land } as FeatureCollection,
    {
      pane: 'base',
      interactive: false,
      style: {
        renderer: L.canvas({ pane: 'base' }),
        weight: 0.7,
        color: '#9aa',
        fillColor: '#f4efe3',
        fillOpacity: 1,
      },
    } as L.GeoJSONOptions,
  ).addTo(map);
  const renderer = L.canvas();
  const timeline = L.timeline(data, {
    interactive: false,
    getInterval: ({ properties }) => ({
      start: Number(properties?.['from']),
      end: Number(properties?.['until']),
      endExclusive: true,
    }),
    style: (feature) => ({
      renderer,
      color: String(feature?.properties.color),
      weight: 1.2,
      fillOpacity: 0.2,
    }),
  } as L.GeoJSONOptions & Parameters<typeof L.timeline>[1]).addTo(map);
  timeline.setTime(data.features[0]?.properties.from ?? 0);
  await frame();
  const inside = renderer as unknown as {
    _redrawBounds: null;
    _redraw(): void;
    _container: HTMLCanvasElement;
  };
  return {
    name: 'Leaflet.timeline',
    box,
    async step(day) {
      // Leaflet asks for its frame first, so that it has drawn when this one comes.
      timeline.setTime(day);
      await frame();
    },
    async repaint() {
      await frame();
      inside._redrawBounds = null;
      inside._redraw();
    },
    finish(whole = false) {
      const { width, height } = inside._container;
      const pen = inside._container.getContext('2d') as CanvasRenderingContext2D;
      return sumOf(pen.getImageData(0, 0, whole ? width : 1, whole ? height : 1).data);
    },
  };
}
