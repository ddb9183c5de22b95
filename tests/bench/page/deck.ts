import { DataFilterExtension } from '@deck.gl/extensions';
import { GeoJsonLayer } from '@deck.gl/layers';
import { MapboxOverlay } from '@deck.gl/mapbox';
import type { StyleSpecification } from 'maplibre-gl';
import type { Day } from '../../../src/time/day';
import { BEFORE_NAMES } from './base-style';
import { readBack, rendered, repaintOf, type Contestant } from './contestant';
import { EVER, NEVER, type DatedCollection, type DatedProperties } from './dated';
import { mapOf } from './maplibre';
import type { Feature, Geometry } from 'geojson';

type Rgba = [number, number, number, number];

function rgba({ properties: { color } }: Feature<Geometry, DatedProperties>, alpha: number): Rgba {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255, alpha];
}

const filter = new DataFilterExtension({ filterSize: 2 });

function layerOn(day: Day, data: DatedCollection, edges: boolean): GeoJsonLayer<DatedProperties> {
  return new GeoJsonLayer<DatedProperties, Record<string, unknown>>({
    id: 'dated',
    data,
    beforeId: BEFORE_NAMES,
    filled: true,
    stroked: edges,
    getFillColor: (feature: Feature<Geometry, DatedProperties>) => rgba(feature, 51),
    getLineColor: (feature: Feature<Geometry, DatedProperties>) => rgba(feature, 255),
    getLineWidth: 1.2,
    lineWidthUnits: 'pixels',
    extensions: [filter],
    getFilterValue: ({ properties }: Feature<Geometry, DatedProperties>) => [
      properties.from,
      properties.until,
    ],
    filterRange: [
      [EVER, day],
      [day + 0.5, NEVER],
    ],
  });
}

/**
 * The filter of deck.gl on the graphics card. Interleaved it draws into MapLibre's picture, under the names; else it has a
 * canvas of its own over the whole map, names included, and the base map beneath is not drawn again.
 */
export async function byDeck(
  [box, inner]: [HTMLElement, HTMLElement],
  base: StyleSpecification,
  data: DatedCollection,
  first: Day,
  { interleaved, edges }: { readonly interleaved: boolean; readonly edges: boolean },
): Promise<Contestant> {
  const map = await mapOf(inner, base);
  // deck.gl 9.4 looks for the transform where MapLibre 5 had it.
  const { _camera: camera } = map as unknown as { readonly _camera: { readonly transform: unknown } };
  Object.defineProperty(map, 'transform', { get: () => camera.transform });
  let drawn: () => void = () => undefined;
  const afterRender = (): Promise<void> => new Promise((resolve) => (drawn = resolve));
  const overlay = new MapboxOverlay({
    interleaved,
    layers: [layerOn(first, data, edges)],
    onAfterRender: () => drawn(),
    ...(!interleaved && { useDevicePixels: true }),
  });
  const begun = afterRender();
  map.addControl(overlay);
  await begun;
  const canvas = interleaved ? map.getCanvas() : overlay.getCanvas();
  if (!canvas) throw new Error('deck.gl has no canvas');
  return {
    name: interleaved ? 'deck.gl' : 'deck.gl, own canvas, tint alone',
    box,
    async step(day) {
      const done = interleaved ? rendered(map) : afterRender();
      overlay.setProps({ layers: [layerOn(day, data, edges)] });
      await done;
    },
    async repaint() {
      if (interleaved) {
        await repaintOf(map);
        return;
      }
      const done = afterRender();
      deckOf(overlay).redraw('bench');
      await done;
    },
    finish: (whole) => readBack(canvas, whole),
  };
}

/** The overlay has no way to ask for a repaint, and keeps its Deck to itself. */
function deckOf(overlay: MapboxOverlay): { redraw(reason: string): void } {
  return (overlay as unknown as { _deck: { redraw(reason: string): void } })._deck;
}
