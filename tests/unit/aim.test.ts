import { describe, expect, it } from 'vitest';
import { aimedAt, paceAt, stretchAt, type Pace } from '../../src/elements/treaty-date-slider/aim';
import { parseDay, type Day } from '../../src/time/day';

const day = (iso: string): Day => parseDay(iso) as Day;
const RANGE = { first: day('1945-01-01'), last: day('1953-12-31') };
const WHOLE = RANGE.last - RANGE.first;

describe('the pace of a drag', () => {
  it('slows down further from the track, and does not flutter on the way back', () => {
    const away = [0, 30, 40, 30, 20, 100, 120, 105, 95, 0];
    const paces: Pace[] = [];
    for (const distance of away) paces.push(paceAt(distance, paces.at(-1) ?? 0));
    expect(paces).toEqual([0, 0, 1, 1, 0, 1, 2, 2, 1, 0]);
  });
});

describe('the stretch on the track', () => {
  it.each([370, 290, 1400])(
    'keeps the day under the pointer at %i px, and has a day in 5 px at the slowest',
    (width) => {
      for (const pace of [1, 2] as const) {
        for (const x of [0, width / 3, width]) {
          const at = day('1948-06-01');
          const { first, last } = stretchAt(pace, at, x, width, RANGE);
          const perDay = width / (last - first);
          expect(Math.abs((at - first) * perDay - x)).toBeLessThanOrEqual(perDay / 2 + 1);
          if (pace === 2) expect(perDay).toBeCloseTo(5, 1);
          else expect(perDay).toBeGreaterThan(width / WHOLE);
        }
      }
    },
  );

  it('is the range near the track, and where the range has room for its days', () => {
    expect(stretchAt(0, RANGE.first, 0, 300, RANGE)).toBe(RANGE);
    const month = { first: day('1945-08-01'), last: day('1945-08-31') };
    expect(stretchAt(2, month.first, 0, 300, month)).toBe(month);
  });
});

describe('a mark', () => {
  const stops = [day('1945-08-14'), day('1945-08-24'), day('1950-02-14')];
  const perDay = 0.25;

  it('attracts within reach, the nearest of several, and lets go a day further', () => {
    const aim = (exact: number): Day => aimedAt(exact, stops, RANGE, perDay, 4);
    const [first, second, last] = stops as [Day, Day, Day];
    expect(aim(last - 16)).toBe(last);
    expect(aim(last - 17)).toBe(last - 17);
    expect(aim(last + 16)).toBe(last);
    expect(aim(last + 17)).toBe(last + 17);
    expect(aim(first + 4)).toBe(first);
    expect(aim(first + 6)).toBe(second);
  });

  it('attracts no more where days can be aimed at', () => {
    for (let at = stops[0] as number; at < (stops[1] as number); at += 1) {
      expect(aimedAt(at, stops, RANGE, 5, 8)).toBe(at);
    }
  });

  it('never leads out of the range', () => {
    expect(aimedAt(RANGE.first - 100, stops, RANGE, perDay, 4)).toBe(RANGE.first);
    expect(aimedAt(RANGE.last + 100, stops, RANGE, perDay, 4)).toBe(RANGE.last);
  });
});
