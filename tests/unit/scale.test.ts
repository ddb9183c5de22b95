import { describe, expect, it } from 'vitest';
import { nextDay, previousDay } from '../../src/time/change-days';
import { isoOf, parseDay, type Day } from '../../src/time/day';
import { ticksOf, toDay, toFraction, type DayRange } from '../../src/time/scale';

const day = (iso: string): Day => parseDay(iso) as Day;
const RANGE: DayRange = { first: day('1945-01-01'), last: day('1953-12-31') };

describe('scale', () => {
  it('gives every day back from its fraction', () => {
    for (let at = RANGE.first; at <= RANGE.last; at = (at + 1) as Day)
      expect(toDay(toFraction(at, RANGE), RANGE)).toBe(at);
  });

  it('keeps to the range', () => {
    expect([toDay(-1, RANGE), toDay(2, RANGE)]).toEqual([RANGE.first, RANGE.last]);
  });

  it.each([
    [280, 9, 'year'],
    [600, 36, 'quarter'],
    [1200, 108, 'month'],
  ])('at %i px has %i ticks, down to the %s', (width, count, finest) => {
    const ticks = ticksOf(RANGE, width);
    expect(ticks).toHaveLength(count);
    expect(ticks.some(({ unit }) => unit === finest)).toBe(true);
    expect(ticks.filter(({ unit }) => unit === 'year').map((tick) => isoOf(tick.day))).toEqual(
      [1945, 1946, 1947, 1948, 1949, 1950, 1951, 1952, 1953].map((year) => `${year}-01-01`),
    );
  });

  it('marks only days inside the range', () => {
    const ticks = ticksOf({ first: day('1945-08-14'), last: day('1946-02-10') }, 300).map((tick) =>
      isoOf(tick.day),
    );
    expect(ticks).toEqual([
      '1945-09-01',
      '1945-10-01',
      '1945-11-01',
      '1945-12-01',
      '1946-01-01',
      '1946-02-01',
    ]);
  });
});

describe('next and previous', () => {
  const days = ['1945-08-09', '1945-08-14', '1945-08-24'].map(day);
  const iso = (found: Day | null): string | null => (found === null ? null : isoOf(found));

  it.each([
    ['1945-01-01', null, '1945-08-09'],
    ['1945-08-09', null, '1945-08-14'],
    ['1945-08-10', '1945-08-09', '1945-08-14'],
    ['1945-08-14', '1945-08-09', '1945-08-24'],
    ['1945-08-24', '1945-08-14', null],
    ['1953-01-01', '1945-08-24', null],
  ])('of %s are %s and %s', (at, previous, next) => {
    expect([iso(previousDay(days, day(at))), iso(nextDay(days, day(at)))]).toEqual([previous, next]);
  });
});
