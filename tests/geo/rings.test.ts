import { describe, expect, it } from 'vitest';
import { FILES, featuresOf, kilometres, polygonsOf, xy } from './files.ts';
import { crossing, winding } from './rings.ts';

const rings = FILES.flatMap((file) =>
  featuresOf(file).flatMap(({ id, geometry }) =>
    polygonsOf(geometry).flatMap((polygon) =>
      polygon.map((ring, i) => ({ name: `${file}: ${id}`, ring, hole: i > 0 })),
    ),
  ),
);

describe('rings', () => {
  it('are closed, have at least four positions and no position twice in a row', () => {
    for (const { name, ring } of rings) {
      expect(ring.length, name).toBeGreaterThanOrEqual(4);
      expect(ring.at(-1), name).toEqual(ring[0]);
      for (let i = 1; i < ring.length; i++) expect(kilometres(ring[i - 1], ring[i]), name).toBeGreaterThan(0);
    }
  });

  it('run counterclockwise outside and clockwise round holes (RFC 7946)', () => {
    for (const { name, ring, hole } of rings) expect(winding(ring) > 0, name).toBe(!hole);
  });

  it('do not cross themselves', () => {
    for (const { name, ring } of rings) expect(crossing(ring), name).toBeUndefined();
  });

  it('lie in Asia and have at most four decimals', () => {
    for (const { name, ring } of rings) {
      for (const position of ring) {
        const [x, y] = xy(position);
        expect(x > 70 && x < 140 && y > 30 && y < 56, `${name} ${x} ${y}`).toBe(true);
        expect(Math.abs(x * 1e4 - Math.round(x * 1e4)) < 1e-5, name).toBe(true);
        expect(Math.abs(y * 1e4 - Math.round(y * 1e4)) < 1e-5, name).toBe(true);
      }
    }
  });
});

describe('the test for crossings', () => {
  it('finds a bow tie', () => {
    expect(crossing([[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]])).toBeDefined(); // prettier-ignore
  });

  it('finds nothing in a square', () => {
    expect(crossing([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])).toBeUndefined(); // prettier-ignore
  });
});
