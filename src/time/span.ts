import { addDays, type Day } from './day';

/**
 * One end of a span. `stated` is the day the record gives and the day on which the state turns over; between `earliest`
 * and `latest`, both inclusive, it may really have turned over. An exact bound has all three alike; an open one is null.
 */
export interface Bound {
  /** What the record says, in EDTF, `..` for open. */
  readonly edtf: string;
  readonly earliest: Day;
  readonly stated: Day;
  readonly latest: Day;
}

/** A half-open span `[from, until)`; null is an open end. */
export interface Span {
  readonly from: Bound | null;
  readonly until: Bound | null;
}

/** Which end of a span is uncertain on a day. */
export type Uncertain = 'beginning' | 'end' | 'both';

/**
 * The one rule of the boundary: on the day a thing changes hands the new state holds and the old one does not.
 * `from` is inclusive, `until` exclusive, both by their stated day.
 */
export function holds(span: Span, day: Day): boolean {
  return (span.from === null || span.from.stated <= day) && (span.until === null || day < span.until.stated);
}

function within(bound: Bound | null, day: Day): boolean {
  return bound !== null && bound.earliest !== bound.latest && bound.earliest <= day && day <= bound.latest;
}

/** Which end of the span may still, or may already, have turned over on this day; null when the day is sure. */
export function uncertainOn(span: Span, day: Day): Uncertain | null {
  const beginning = within(span.from, day);
  const end = within(span.until, day);
  if (beginning && end) return 'both';
  return beginning ? 'beginning' : end ? 'end' : null;
}

/** Whether the span holds on any day from `first` to `last`, both inclusive. */
export function holdsDuring({ from, until }: Span, first: Day, last: Day): boolean {
  return (from === null || from.stated <= last) && (until === null || first < until.stated);
}

/**
 * Which end leaves it open whether the span holds on any day from `first` to `last`, both inclusive; null where it surely
 * does on one of them, or surely on none.
 */
export function uncertainDuring({ from, until }: Span, first: Day, last: Day): Uncertain | null {
  const met = (begin: number, end: number): boolean => Math.max(first, begin) <= Math.min(last, end);
  const exact = (bound: Bound | null): boolean => bound === null || isExact(bound);
  const sureFrom = from === null ? -Infinity : isExact(from) ? from.stated : from.latest + 1;
  const sureTo = until === null ? Infinity : isExact(until) ? until.stated - 1 : until.earliest - 1;
  if (met(sureFrom, sureTo)) return null;
  const beginning =
    !exact(from) && from !== null && met(from.earliest, Math.min(from.latest, until?.latest ?? Infinity));
  const end =
    !exact(until) &&
    until !== null &&
    met(Math.max(until.earliest, from?.earliest ?? -Infinity), until.latest);
  if (beginning && end) return 'both';
  return beginning ? 'beginning' : end ? 'end' : null;
}

/** Whether a bound is known to the day. */
export function isExact(bound: Bound): boolean {
  return bound.earliest === bound.latest;
}

/** The days on which what is known of the span changes: its stated days and, where uncertain, the edges of the doubt. */
export function turningDays(span: Span): Day[] {
  return [span.from, span.until].flatMap((bound) => {
    if (bound === null) return [];
    return isExact(bound) ? [bound.stated] : [bound.stated, bound.earliest, addDays(bound.latest, 1)];
  });
}
