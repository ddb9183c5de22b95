import type { DatedEvent } from '../../atlas/atlas';
import { civilOf, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import type { Bound } from '../../time/span';

/** Events by the year of their stated day, in order of time. */
export function byYear(events: readonly DatedEvent[]): [year: number, events: readonly DatedEvent[]][] {
  const years = new Map<number, DatedEvent[]>();
  for (const event of events) {
    const { year } = civilOf(event.bound.stated);
    years.set(year, [...(years.get(year) ?? []), event]);
  }
  return [...years];
}

/**
 * Where a day lies among the events, in order of time: the event of the day or the last before it, the one before the
 * day, and the first after it. Of several on one day the last is the one of the day.
 */
export function around(
  events: readonly DatedEvent[],
  day: Day,
): Readonly<Record<'now' | 'previous' | 'next', DatedEvent | undefined>> {
  return {
    now: events.findLast(({ bound }) => bound.stated <= day),
    previous: events.findLast(({ bound }) => bound.stated < day),
    next: events.find(({ bound }) => bound.stated > day),
  };
}

/** Whether something happened on a day that the slider does not reach. */
export function isBeyond({ stated }: Bound, { first, last }: DayRange): boolean {
  return stated < first || stated > last;
}
