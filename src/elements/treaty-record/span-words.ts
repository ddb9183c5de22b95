import { dateFormat, message, writeDay } from '../../language/language';
import { dayOf, parseDay, type Day } from '../../time/day';
import { readBound } from '../../time/edtf';
import { isExact, type Bound, type Span } from '../../time/span';

const PERIOD = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/;

/** A day, a month or a year in words, without its mark; null for anything else. */
function writePeriod(edtf: string, language: string): string | null {
  const match = PERIOD.exec(edtf);
  if (!match) return null;
  const [, year, month, day] = match as unknown as [string, string, string?, string?];
  if (day !== undefined) {
    const read = parseDay(`${year}-${month}-${day}`);
    return read === null ? null : writeDay(read, language);
  }
  if (month === undefined) return String(Number(year));
  return dateFormat(language, 'month-year').format(
    (dayOf(Number(year), Number(month), 1) as Day) * 86_400_000,
  );
}

/**
 * A bound in words: "24 August 1945", "a day in September 1945", "a day between … and …", "about 20 August 1945
 * (between … and …)". What is uncertain always says how far.
 */
export function boundWords(bound: Bound, language: string): string {
  if (isExact(bound)) return writeDay(bound.stated, language);
  const limits = { first: writeDay(bound.earliest, language), last: writeDay(bound.latest, language) };
  const period = writePeriod(bound.edtf, language);
  if (period === null) return message(language, 'span.between', limits);
  const mark = PERIOD.exec(bound.edtf)?.[4];
  if (mark === '?') return message(language, 'span.probably', { period, ...limits });
  if (mark !== undefined) return message(language, 'span.about', { period, ...limits });
  const plain = readBound(bound.edtf, 'from');
  const whole = plain.ok && plain.bound?.earliest === bound.earliest && plain.bound.latest === bound.latest;
  return whole ? message(language, 'span.within', { period }) : message(language, 'span.between', limits);
}

/** A span in words: "from 24 August 1945 until 14 February 1950", "since …", "until …". */
export function spanWords({ from, until }: Span, language: string): string {
  const words = {
    from: from === null ? '' : boundWords(from, language),
    until: until === null ? '' : boundWords(until, language),
  };
  if (from && until) return message(language, 'span.from-until', words);
  if (from) return message(language, 'span.since', words);
  return until ? message(language, 'span.until', words) : message(language, 'span.open');
}

/** A date as the record writes it, in words: "25 February 1953", "about October 1945"; as it stands if it has no reading. */
export function dateWords(edtf: string, language: string): string {
  return edtf
    .split('/')
    .map((part) => {
      const period = writePeriod(part, language);
      if (period === null) return part;
      return /[~?%]$/.test(part) ? message(language, 'span.roughly', { period }) : period;
    })
    .join(' – ');
}
