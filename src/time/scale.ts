import { civilOf, dayOf, daysInMonth, type Day } from './day';

/** First and last day of a range, both inclusive. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** How fine the marks of a scale are. */
export type TickUnit = 'year' | 'quarter' | 'month' | 'day';

/** A mark of the scale: a day, or the first day of a year, quarter or month. */
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
 * The marks for a scale `width` CSS pixels wide: every January, and where there is room for them quarters, months, days.
 * @param width CSS pixels
 */
export function ticksOf(range: DayRange, width: number): readonly Tick[] {
  const perDay = width / Math.max(1, range.last - range.first);
  const perMonth = perDay * 30.44;
  const step = perMonth >= 8 ? 1 : perMonth >= 3 ? 3 : 12;
  const ticks: Tick[] = [];
  for (let { year, month } = { ...civilOf(range.first), month: 1 }; ; month += step) {
    if (month > 12) {
      year += 1;
      month = 1;
    }
    const first = dayOf(year, month, 1) as Day;
    if (first > range.last) return ticks;
    const days = perDay >= 4 ? daysInMonth(year, month) : 1;
    for (let day = first; day < first + days && day <= range.last; day = (day + 1) as Day) {
      if (day < range.first) continue;
      const unit = month === 1 ? 'year' : month % 3 === 1 ? 'quarter' : 'month';
      ticks.push({ day, unit: day === first ? unit : 'day' });
    }
  }
}
