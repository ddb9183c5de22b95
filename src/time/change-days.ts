import type { Day } from './day';
import { type Span, turningDays } from './span';

/** The change days of all spans: sorted, each once. Two days with no change day between them have the same picture. */
export function changeDaysOf(spans: Iterable<Span>): readonly Day[] {
  const days = new Set<Day>();
  for (const span of spans) for (const day of turningDays(span)) days.add(day);
  return [...days].sort((a, b) => a - b);
}

/** How many of the sorted `days` are not after `day`: the index of the stretch in which `day` lies. */
export function countUpTo(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of the sorted `days` after `day`, or null. */
export function nextDay(days: readonly Day[], day: Day): Day | null {
  return days[countUpTo(days, day)] ?? null;
}

/** The last of the sorted `days` before `day`, or null. */
export function previousDay(days: readonly Day[], day: Day): Day | null {
  const count = countUpTo(days, day);
  const index = days[count - 1] === day ? count - 2 : count - 1;
  return days[index] ?? null;
}
