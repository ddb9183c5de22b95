import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { colorAt, show } from './page';

/** Within the land under Soviet occupation in the autumn of 1945, far from its edges. */
const HATCHED: [number, number] = [127.6, 47.2];
const ZOOMS = [3, 3.3, 3.5, 3.8, 4, 4.4, 4.9, 5, 5.6, 6.3, 7];
/** Length of the row that is read, CSS pixels: a dozen lines. */
const ROW = 120;

/** How bright a row of the picture is around its middle, from device pixel to device pixel. */
function rowOf(element: TreatyMap, at: [number, number], zoom: number): Promise<number[]> {
  const map = element.maplibre;
  if (!map) throw new Error('there is no map');
  map.jumpTo({ center: at, zoom });
  return new Promise((resolve) => {
    map.once('render', () => {
      const gl = map.getCanvas().getContext('webgl2') as WebGL2RenderingContext;
      const length = Math.round((ROW * gl.drawingBufferWidth) / map.getCanvas().clientWidth);
      const pixels = new Uint8Array(length * 4);
      const { x, y } = map.project(at);
      const scale = gl.drawingBufferWidth / map.getCanvas().clientWidth;
      gl.readPixels(
        Math.round(x * scale - length / 2),
        gl.drawingBufferHeight - Math.round(y * scale),
        length,
        1,
        gl.RGBA,
        gl.UNSIGNED_BYTE,
        pixels,
      );
      resolve(
        Array.from({ length }, (_, index) =>
          [0, 1, 2].reduce((sum, i) => sum + (pixels[index * 4 + i] ?? 0), 0),
        ),
      );
    });
    map.triggerRepaint();
  });
}

/** The shift at which a row is most like itself, between pixels by a parabola through the best three. */
function periodOf(row: readonly number[]): number {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  const wave = row.map((value) => value - mean);
  const likeness = (shift: number): number => {
    const pairs = wave.slice(shift).map((value, index) => value * (wave[index] as number));
    return pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
  };
  expect(likeness(0), 'the row has lines').toBeGreaterThan(20);
  const shifts = Array.from({ length: Math.floor(row.length / 3) - 4 }, (_, index) => index + 4);
  const peaks = shifts.filter(
    (shift) => likeness(shift) >= likeness(shift - 1) && likeness(shift) > likeness(shift + 1),
  );
  const most = Math.max(...peaks.map(likeness));
  // Twice the period is as good a match: the first of the good ones is meant.
  const best = peaks.find((shift) => likeness(shift) > 0.7 * most) as number;
  const [a, b, c] = [likeness(best - 1), likeness(best), likeness(best + 1)];
  return best + (0.5 * (a - c)) / (a - 2 * b + c);
}

describe.each(['conic', 'mercator'])('the hatching in the %s projection', (projection) => {
  it('has one spacing at every zoom, whole or not', async () => {
    const element = await show(
      `<treaty-map style="height: 600px" date="1945-10-15" projection="${projection}" layers="manchuria"></treaty-map>`,
    );
    const map = element.maplibre;
    if (!map) throw new Error('there is no map');
    // Names and rivers would be lines among the lines.
    for (const { id, type } of map.getStyle().layers) {
      if (type === 'symbol' || type === 'line' || type === 'circle')
        map.setLayoutProperty(id, 'visibility', 'none');
    }
    const scale = map.getCanvas().width / map.getCanvas().clientWidth;
    const spacings: number[] = [];
    for (const zoom of ZOOMS) spacings.push(periodOf(await rowOf(element, HATCHED, zoom)) / scale);
    const [least, most] = [Math.min(...spacings), Math.max(...spacings)];
    expect(most / least, spacings.map((spacing) => spacing.toFixed(1)).join(' ')).toBeLessThan(1.2);
    expect(least).toBeGreaterThan(6);
  });
});

describe('the sign of a seat', () => {
  /** Wangyemiao (Ulanhot), whose government was proclaimed on 1 May 1947; before, a town with a ring. */
  const SEAT: [number, number] = [122.08, 46.08];

  it('has the hue of its kind, with whatever fonts the reader has', async () => {
    const element = await show('<treaty-map date="1947-04-30" style="height: 800px"></treaty-map>');
    const [, green, blue] = await colorAt(element, SEAT);
    element.date = '1947-05-01';
    await element.settled();
    const [red, ...seat] = await colorAt(element, SEAT);
    // Paper in the ring, then the green of autonomy.
    expect(Math.min(green, blue)).toBeGreaterThan(200);
    expect(red).toBeLessThan(90);
    expect(Math.min(...seat)).toBeGreaterThan(100);
  });
});

describe('the sign of a seat of government', () => {
  it('is drawn where there is room for the name of its town, and nowhere else', async () => {
    const element = await show('<treaty-map date="1949-10-02"></treaty-map>');
    const seen: string[][] = [];
    for (const [width, height] of [
      [1440, 900],
      [480, 320],
    ] as const) {
      element.style.setProperty('width', `${width}px`);
      element.style.setProperty('height', `${height}px`);
      await new Promise((resolve) => void element.maplibre?.once('idle', resolve));
      await element.settled();
      const map = element.maplibre;
      const { features } = (await (map?.getSource('names') as GeoJSONSource).getData()) as FeatureCollection;
      const drawn = features.filter(
        ({ properties }) =>
          map?.getFeatureState({ source: 'names', id: String(properties?.['id']) })['strength'] === 1,
      );
      const seats = drawn.flatMap(({ properties }) =>
        properties?.['part'] === 'middle' ? [String(properties['town'])] : [],
      );
      for (const town of seats) {
        expect(
          drawn.some(({ properties }) => String(properties?.['id']).startsWith(`${town}~`)),
          town,
        ).toBe(true);
      }
      seen.push(seats);
    }
    expect(seen[0]).toContain('pyongyang');
    expect(seen[1]).not.toContain('pyongyang');
    expect(seen[1]).toContain('ulan-bator');
  });
});
