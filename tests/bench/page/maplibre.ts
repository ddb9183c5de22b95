import {
  Map as MapLibreMap,
  setWorkerUrl,
  type FilterSpecification,
  type GeoJSONSource,
  type LayerSpecification,
  type StyleSpecification,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Day } from '../../../src/time/day';
import { BEFORE_NAMES } from './base-style';
import { idle, readBack, repaintOf, type Contestant } from './contestant';
import type { DatedCollection } from './dated';

setWorkerUrl(new URL(workerUrl, import.meta.url).href);

/** What the rivals look at: about what the atlas shows at first. */
export const BOUNDS: [number, number, number, number] = [80, 27, 144, 57];

const DATED = ['dated-fill', 'dated-line'] as const;

/** A map that shows a style, in Mercator, once it has nothing left to do. */
export async function mapOf(
  container: HTMLElement,
  style: StyleSpecification | string,
): Promise<MapLibreMap> {
  const map = new MapLibreMap({
    container,
    style,
    bounds: BOUNDS,
    fadeDuration: 0,
    renderWorldCopies: false,
    attributionControl: false,
  });
  await idle(map);
  return map;
}

/** The base map with the dated shapes as a fill and a line, no more than the least that a map of areas draws. */
export function styleWith(base: StyleSpecification, data: DatedCollection): StyleSpecification {
  const at = base.layers.findIndex(({ id }) => id === BEFORE_NAMES);
  const layers: LayerSpecification[] = [
    {
      id: DATED[0],
      type: 'fill',
      source: 'dated',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.2, 'fill-antialias': false },
    },
    {
      id: DATED[1],
      type: 'line',
      source: 'dated',
      paint: { 'line-color': ['get', 'color'], 'line-width': 1.2 },
    },
  ];
  return {
    ...base,
    sources: { ...base.sources, dated: { type: 'geojson', data, maxzoom: 9, tolerance: 0.3 } },
    layers: [...base.layers.slice(0, at), ...layers, ...base.layers.slice(at)],
  };
}

function contestant(
  name: string,
  box: HTMLElement,
  map: MapLibreMap,
  change: (day: Day) => void,
): Contestant {
  return {
    name,
    box,
    async step(day) {
      const done = idle(map);
      change(day);
      await done;
    },
    async repaint() {
      await repaintOf(map);
    },
    finish: (whole) => readBack(map.getCanvas(), whole),
  };
}

/** On a day: `from` inclusive, `until` exclusive. The fill keeps what makes it one. */
function holds(day: FilterSpecification | Day, layer: (typeof DATED)[number]): FilterSpecification {
  const dates = [
    ['<=', ['get', 'from'], day],
    ['<', day, ['get', 'until']],
  ];
  const polygons = layer === 'dated-fill' ? [['==', ['geometry-type'], 'Polygon']] : [];
  return ['all', ...polygons, ...dates] as unknown as FilterSpecification;
}

/** A new filter on every dated layer, as date plug-ins do. */
export async function byFilter(
  [box, inner]: [HTMLElement, HTMLElement],
  style: StyleSpecification,
): Promise<Contestant> {
  const map = await mapOf(inner, style);
  return contestant('setFilter', box, map, (day) => {
    for (const layer of DATED) map.setFilter(layer, holds(day, layer));
  });
}

/** One filter that reads the day from the style's global state. */
export async function byGlobalState(
  [box, inner]: [HTMLElement, HTMLElement],
  style: StyleSpecification,
): Promise<Contestant> {
  const day = ['global-state', 'day'] as unknown as FilterSpecification;
  const filtered = style.layers.map((layer) => {
    const dated = DATED.find((id) => id === layer.id);
    return dated ? ({ ...layer, filter: holds(day, dated) } as LayerSpecification) : layer;
  });
  const map = await mapOf(inner, { ...style, state: { day: { default: 0 } }, layers: filtered });
  return contestant('global-state', box, map, (now) => map.setGlobalStateProperty('day', now));
}

/** The shapes of the day as new data. */
export async function byData(
  [box, inner]: [HTMLElement, HTMLElement],
  style: StyleSpecification,
  data: DatedCollection,
): Promise<Contestant> {
  const map = await mapOf(inner, style);
  const source = map.getSource<GeoJSONSource>('dated');
  return contestant('setData', box, map, (day) => {
    const features = data.features.filter(({ properties: { from, until } }) => from <= day && day < until);
    source?.setData({ type: 'FeatureCollection', features });
  });
}
