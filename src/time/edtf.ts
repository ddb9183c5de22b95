import { dayOf, daysInMonth, parseDay, type Day } from './day.ts';
import type { Bound } from './span';

/** What reading gives: the bound (null where the text is `..`, an open end), or a message that names what is wrong. */
export type BoundResult =
  { readonly ok: true; readonly bound: Bound | null } | { readonly ok: false; readonly message: string };

/** A bound as the record writes it: EDTF alone, or with the days that an approximate bound must state. */
export type BoundText =
  | string
  | {
      readonly edtf: string;
      readonly earliest: string;
      readonly stated?: string | undefined;
      readonly latest: string;
    };

/** A single EDTF date: its first and last day, and whether a mark (`~ ? %`) makes it less than sure. */
interface DateReading {
  readonly first: Day;
  readonly last: Day;
  readonly qualified: boolean;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;

function readDate(text: string): DateReading | string {
  const match = DATE.exec(text);
  if (!match)
    return `"${text}" is not a date this atlas reads: write YYYY, YYYY-MM or YYYY-MM-DD, with ~ ? or % after it`;
  const [, yearText, monthText, dayText, mark] = match;
  const year = Number(yearText);
  const month = monthText === undefined ? null : Number(monthText);
  const firstMonth = month ?? 1;
  const lastMonth = month ?? 12;
  const first = dayOf(year, firstMonth, dayText === undefined ? 1 : Number(dayText));
  if (first === null) return `"${text}" is not a date in the calendar`;
  const last = dayText === undefined ? (dayOf(year, lastMonth, daysInMonth(year, lastMonth)) as Day) : first;
  return { first, last, qualified: mark !== undefined };
}

/**
 * Reads a bound: EDTF level 0 and, of level 1, the marks `~ ? %`, intervals `A/B` and the open end `..`.
 *
 * A month or a year runs from its first to its last day and states its first. `A/B` runs from the first day of A to the
 * last of B and states A for a beginning (`from`) and B for an end (`until`). A date with a mark says that it is not
 * sure but not how far, so the record must give `earliest` and `latest`; this is refused, not guessed. A whole season,
 * a set, an unspecified digit and anything else of EDTF is refused with a message that names it.
 */
export function readBound(text: BoundText, side: 'from' | 'until'): BoundResult {
  const edtf = typeof text === 'string' ? text : text.edtf;
  if (edtf === '..') {
    return typeof text === 'string'
      ? { ok: true, bound: null }
      : { ok: false, message: 'an open end ".." has no earliest and no latest day' };
  }
  const parts = edtf.split('/');
  if (parts.length > 2) return { ok: false, message: `"${edtf}" is not an interval of two dates` };
  const a = readDate(parts[0] as string);
  if (typeof a === 'string') return { ok: false, message: a };
  const b = parts.length === 2 ? readDate(parts[1] as string) : a;
  if (typeof b === 'string') return { ok: false, message: b };
  if (b.first < a.first) return { ok: false, message: `"${edtf}" ends before it begins` };
  const stated = side === 'from' ? a.first : b.first;

  if (typeof text === 'string') {
    if (a.qualified || b.qualified) {
      return {
        ok: false,
        message: `"${edtf}" is approximate: write {"edtf": "${edtf}", "earliest": "…", "latest": "…"}, since ~ ? and % do not say how far`,
      };
    }
    return { ok: true, bound: { edtf, earliest: a.first, stated, latest: b.last } };
  }

  const days = { earliest: parseDay(text.earliest), latest: parseDay(text.latest) };
  const override = text.stated === undefined ? stated : parseDay(text.stated);
  if (days.earliest === null)
    return { ok: false, message: `earliest "${text.earliest}" is not a day YYYY-MM-DD` };
  if (days.latest === null) return { ok: false, message: `latest "${text.latest}" is not a day YYYY-MM-DD` };
  if (override === null) return { ok: false, message: `stated "${text.stated}" is not a day YYYY-MM-DD` };
  if (days.earliest > override || override > days.latest) {
    return {
      ok: false,
      message: `"${edtf}" states a day that is not between ${text.earliest} and ${text.latest}`,
    };
  }
  return { ok: true, bound: { edtf, earliest: days.earliest, stated: override, latest: days.latest } };
}
