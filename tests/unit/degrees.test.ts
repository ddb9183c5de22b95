import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { degreeNumbers, graticuleLines } from '../../src/map/degrees';
import type { Collection } from '../../src/map/map-data';
import { overlap, perPixel, type Seen } from '../../src/map/placing';
import { PLANES, type Projection } from '../../src/map/plane';

const graticule = JSON.parse(
  readFileSync(new URL('../../geo/treaty-1945/base/graticule.geojson', import.meta.url), 'utf8'),
) as Collection;
const [WIDTH, HEIGHT, ZOOM] = [1000, 700, 3];

describe.each(['conic', 'mercator'] as const)(
  'the numbers of the graticule, %s',
  (projection: Projection) => {
    const plane = PLANES[projection];
    const lines = graticuleLines(graticule, plane);
    const scale = perPixel(ZOOM);
    const [x, y] = plane.toWorld([112, 44]);
    const seen: Seen = {
      zoom: ZOOM,
      whole: {
        left: x - (WIDTH / 2) * scale,
        right: x + (WIDTH / 2) * scale,
        top: y - (HEIGHT / 2) * scale,
        bottom: y + (HEIGHT / 2) * scale,
      },
      covers: [],
    };
    const numbers = degreeNumbers(lines, seen);

    it('are those of every ten degrees, without the neat line', () => {
      expect(lines.length).toBe(graticule.features.length - 1);
      expect(lines.every(({ degrees }) => degrees % 10 === 0)).toBe(true);
    });

    it('stand at the upper and the right edge, where their line meets it', () => {
      expect(numbers.length).toBeGreaterThan(4);
      for (const { degrees, left, top } of numbers) {
        const [middleX, middleY] = [left + 13, top + 6.5];
        const atTop = top < 5;
        expect(atTop || left > WIDTH - 35, `${degrees} at ${left}, ${top}`).toBe(true);
        const at = plane.toLonLat([
          seen.whole.left + middleX * scale,
          seen.whole.top + (atTop ? 0 : middleY) * scale,
        ]);
        // A number of a parallel stands a little off the point where its line leaves the picture.
        expect(Math.abs((atTop ? at[0] : at[1]) - degrees)).toBeLessThan(atTop ? 0.3 : 0.8);
      }
    });

    it('keep clear of what the page lays over the map, and stand on the other side then', () => {
      const { whole } = seen;
      const cover = { ...whole, bottom: whole.top + 100 * scale };
      const moved = degreeNumbers(lines, { ...seen, covers: [cover] });
      const boxes = moved.map(({ left, top }) => ({
        left: whole.left + left * scale,
        right: whole.left + (left + 26) * scale,
        top: whole.top + top * scale,
        bottom: whole.top + (top + 13) * scale,
      }));
      expect(boxes.some((box) => overlap(box, cover))).toBe(false);
      expect(moved.some(({ top }) => top > HEIGHT - 20)).toBe(true);
    });
  },
);
