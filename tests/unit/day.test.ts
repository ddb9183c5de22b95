import { describe, expect, it } from 'vitest';
import { addMonths, civilOf, dayOf, isoOf, parseDay, type Day } from '../../src/time/day';

/** The day by the platform's own calendar, which `src/time` does not use. */
const platformDay = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('day', () => {
  it('agrees with the calendar of the platform on every day from 1899 to 2101', () => {
    const wrong: string[] = [];
    for (let day = platformDay('1899-01-01'); day < platformDay('2101-01-01'); day += 1) {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (parseDay(iso) !== day || isoOf(day as Day) !== iso) wrong.push(iso);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    '1945-02-29',
    '1900-02-29',
    '1945-13-01',
    '1945-00-10',
    '1945-04-31',
    '1945-8-14',
    '14 Aug 1945',
    '',
  ])('reads no day in "%s"', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('knows no half days', () => {
    expect(dayOf(1945, 8, 14.5)).toBeNull();
  });

  it.each([
    ['1945-01-31', 1, '1945-02-28'],
    ['1948-01-31', 1, '1948-02-29'],
    ['1945-08-31', -2, '1945-06-30'],
    ['1945-12-15', 1, '1946-01-15'],
    ['1946-01-15', -1, '1945-12-15'],
    ['1948-02-29', 12, '1949-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(isoOf(addMonths(parseDay(from) as Day, months))).toBe(to);
  });

  it('takes a day apart', () => {
    expect(civilOf(parseDay('1945-08-14') as Day)).toEqual({ year: 1945, month: 8, day: 14 });
  });
});
