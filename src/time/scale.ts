import { civilOf, dayOf, type Day } from './day';

/** First and last day of a range, both inclusive. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** How fine the marks of a scale are. */
export type TickUnit = 'year' | 'quarter' | 'month';

/** A mark of the scale: the first day of its year, quarter or month. */
export interface Tick {
  readonly day: Day;
  readonly unit: TickUnit;
}

/** Where a day lies in the range: 0 for the first, 1 for the last; outside days give less than 0 or more than 1. */
export function toFraction(day: Day, range: DayRange): number {
  return range.last === range.first ? 0 : (day - range.first) / (range.last - range.first);
}

/** The day at a fraction of the range, to the nearest day and never outside it. */
export function toDay(fraction: number, range: DayRange): Day {
  const inside = Math.min(1, Math.max(0, fraction));
  return Math.round(range.first + inside * (range.last - range.first)) as Day;
}

/**
 * The marks for a scale `width` CSS pixels wide: every January, and quarters or months where there is room for them.
 * @param width CSS pixels
 */
export function ticksOf(range: DayRange, width: number): readonly Tick[] {
  const months = (range.last - range.first) / 30.44;
  const perMonth = width / Math.max(1, months);
  const step = perMonth >= 8 ? 1 : perMonth >= 3 ? 3 : 12;
  const ticks: Tick[] = [];
  for (let { year, month } = { ...civilOf(range.first), month: 1 }; ; month += step) {
    if (month > 12) {
      year += 1;
      month = 1;
    }
    const day = dayOf(year, month, 1) as Day;
    if (day > range.last) return ticks;
    if (day < range.first) continue;
    ticks.push({ day, unit: month === 1 ? 'year' : month % 3 === 1 ? 'quarter' : 'month' });
  }
}
