import { nextDay, previousDay } from '../../time/change-days';
import { clampDay, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';

/** How wide a day is when a drag goes as slowly as it can, CSS pixels: a finger then reaches every one. */
const SLOWEST = 5;

/** From how far off the track a drag goes slowly, and slowest, CSS pixels; and how far back before it is faster again. */
const AWAY = [36, 110] as const;
const BACK = 12;

/** Where days are as wide as this, CSS pixels, each can be aimed at, and a mark attracts no more. */
const AIMABLE = 2;

/** How slowly a drag goes: with the whole range on the track, with a stretch of it, with days that can be aimed at. */
export type Pace = 0 | 1 | 2;

/**
 * The pace of a drag by how far off the track the pointer is, CSS pixels. `last` is the pace so far: on the edge between two
 * it stays.
 */
export function paceAt(away: number, last: Pace): Pace {
  const reached = (distance: number): Pace => (distance > AWAY[1] ? 2 : distance > AWAY[0] ? 1 : 0);
  const pace = reached(away);
  return pace < last ? (Math.min(last, reached(away + BACK)) as Pace) : pace;
}

/**
 * The stretch of days that the track shows at a pace, so that `day` lies `x` CSS pixels from its beginning; may reach over
 * the ends of the range. The range itself at pace 0, or where its days are wide enough.
 */
export function stretchAt(pace: Pace, day: number, x: number, width: number, range: DayRange): DayRange {
  const whole = width / Math.max(1, range.last - range.first);
  if (pace === 0 || whole >= SLOWEST || width === 0) return range;
  const perDay = pace === 2 ? SLOWEST : Math.sqrt(whole * SLOWEST);
  const first = Math.round(day - x / perDay);
  return { first: first as Day, last: Math.round(first + width / perDay) as Day };
}

/**
 * The day that a pointer means. A mark within `reach` CSS pixels attracts it; one pixel further, and it is free.
 * @param exact where the pointer is, in days and parts of a day
 * @param perDay width of a day, CSS pixels
 */
export function aimedAt(
  exact: number,
  stops: readonly Day[],
  range: DayRange,
  perDay: number,
  reach: number,
): Day {
  const day = clampDay(Math.round(exact) as Day, range.first, range.last);
  if (perDay >= AIMABLE) return day;
  const near = [previousDay(stops, (day + 1) as Day), nextDay(stops, day)]
    .filter((stop) => stop !== null)
    .sort((a, b) => Math.abs(a - exact) - Math.abs(b - exact))[0];
  return near !== undefined && Math.abs(near - exact) * perDay <= reach ? near : day;
}
