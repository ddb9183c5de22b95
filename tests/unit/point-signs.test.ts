import { describe, expect, it } from 'vitest';
import { pointSign } from '../../src/map/point-signs';

/** Whether a place of a sign, from its middle in shares of its half width, lies in it. */
function isIn(role: string, x: number, y: number): boolean {
  const sign = pointSign(role);
  if (!sign) throw new Error(`there is no sign for "${role}"`);
  const at = (share: number): number => Math.round(20 + 12 * share - 0.5);
  return (sign.data[(at(y) * sign.width + at(x)) * 4 + 3] as number) > 0.75 * 255;
}

describe('the sign of a point', () => {
  it('is a star with one point up for a seat', () => {
    expect([isIn('seat', 0, 0), isIn('seat', 0, -0.8), isIn('seat', 0, 0.8)]).toEqual([true, true, false]);
    // Between two points it is hollow.
    expect(isIn('seat', 0.45, -0.6)).toBe(false);
  });

  it('is a diamond for a harbour', () => {
    expect([isIn('harbour', 0.7, 0), isIn('harbour', 0, 0.7), isIn('harbour', 0.6, 0.6)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is a cross on its edge for a garrison', () => {
    expect([isIn('garrison', 0.4, 0.4), isIn('garrison', -0.4, 0.4)]).toEqual([true, true]);
    expect([isIn('garrison', 0.5, 0), isIn('garrison', 0, 0.5)]).toEqual([false, false]);
  });

  it('leaves room for its halo, and is none for another role', () => {
    const { data, width } = pointSign('seat') as NonNullable<ReturnType<typeof pointSign>>;
    for (let x = 0; x < width; x++) expect(data[x * 4 + 3]).toBeLessThan(0.1 * 255);
    expect(pointSign('area')).toBeNull();
  });
});
