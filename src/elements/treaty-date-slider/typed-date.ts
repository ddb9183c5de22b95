import type { LaterKey } from '../../language/en-later';
import { languageTag } from '../../language/language';
import { dayOf, daysInMonth, isoOf, type Day } from '../../time/day';

/** What was read: the day, and how much of it was written (of a month or a year it is the first day). */
export interface TypedDay {
  readonly day: Day;
  readonly reading: 'day' | 'month' | 'year';
}

/** What is wrong with a typed date: a text of the interface, and what to fill in. */
export interface TypedError {
  readonly error: Extract<LaterKey, `typed.${string}`>;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Month names of a language, long and short, in lower case without stops; English is always understood too. */
function monthNames(language: string): readonly (readonly string[])[] {
  const locales = ['en', languageTag(language)];
  return Array.from({ length: 12 }, (_, month) =>
    locales.flatMap((locale) =>
      (['long', 'short'] as const).flatMap((style) => {
        const day = Date.UTC(1945, month, 1);
        const alone = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: style }).format(day);
        // In a date many languages decline the month: 14 августа.
        const inDate = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: style, day: 'numeric' })
          .formatToParts(day)
          .find(({ type }) => type === 'month')?.value;
        return [fold(alone), fold(inDate ?? alone)];
      }),
    ),
  );
}

function fold(word: string): string {
  return word.toLocaleLowerCase().replace(/\.$/, '');
}

/** The month that a word names, 1 to 12, in full or by at least its first three letters; null where none or several fit. */
function monthOf(word: string, language: string): number | null {
  const wanted = fold(word);
  const names = monthNames(language);
  const exact = names.findIndex((forms) => forms.includes(wanted));
  if (exact >= 0) return exact + 1;
  if ([...wanted].length < 3) return null;
  const fitting = names.flatMap((forms, index) =>
    forms.some((form) => form.startsWith(wanted)) ? [index + 1] : [],
  );
  return fitting.length === 1 ? (fitting[0] as number) : null;
}

function error(key: TypedError['error'], values: TypedError['values'] = {}): TypedError {
  return { error: key, values };
}

function read(year: number, month: number, day: number | null): TypedDay | TypedError {
  if (month < 1 || month > 12) return error('typed.month-number', { month });
  const found = dayOf(year, month, day ?? 1);
  if (found !== null) return { day: found, reading: day === null ? 'month' : 'day' };
  const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  return error('typed.no-day', { day: day ?? 1, month: name, last: daysInMonth(year, month) });
}

/** `8/14/1945` or `14/8/1945`: read where only one way makes a date, never guessed. */
function readSlashes(text: string, a: number, b: number, year: number): TypedDay | TypedError {
  const dayFirst = dayOf(year, b, a);
  const monthFirst = dayOf(year, a, b);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) {
    return error('typed.ambiguous', { text, first: isoOf(dayFirst), second: isoOf(monthFirst) });
  }
  return monthFirst !== null && dayFirst === null ? read(year, a, b) : read(year, b, a);
}

const ISO = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/;
const CJK = /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?$/;
const MONTH_YEAR = /^(\d{1,2})[/.](\d{4})$/;
const STOPS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const YEAR = /^\d{4}$/;
const DAY_WORD =
  /^(\d{1,2})(?:st|nd|rd|th|\.|º)?(?:\s+(?:of|de))?\s*(\p{L}[\p{L}\p{M}]*)\.?,?(?:\s+de)?\s*(\d{4})$/u;
const WORD_DAY = /^(\p{L}[\p{L}\p{M}]*)\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})$/u;
const WORD_YEAR = /^(\p{L}[\p{L}\p{M}]*)\.?,?\s*(\d{4})$/u;
const NO_YEAR =
  /^(?:\d{1,2}\.?\s*\p{L}[\p{L}\p{M}]*\.?|\p{L}[\p{L}\p{M}]*\.?\s*\d{1,2}|\d{1,2}[/.-]\d{1,2}\.?)$/u;
const SHORT_YEAR = /^(?:.+[\s/.,-])?['’]?\d{2}$/u;

/**
 * Reads a day as people type it: `1945-08-14`, `14 Aug 1945`, `August 14, 1945`, `14.8.1945`, `1945年8月14日`,
 * `1945-08`, `8/1945`, `August 1945`, `1945`. What can be read in two ways is refused; an error names what is wrong.
 */
export function parseTyped(input: string, language = 'en'): TypedDay | TypedError {
  const text = input.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '') return error('typed.empty');
  const numbers = (match: RegExpExecArray): (number | null)[] =>
    match.slice(1).map((part: string | undefined) => (part === undefined ? null : Number(part)));
  const withWord = (word: string, year: string, day: string | null): TypedDay | TypedError => {
    const month = monthOf(word, language);
    if (month === null) return error('typed.month-name', { month: word });
    return read(Number(year), month, day === null ? null : Number(day));
  };

  let match: RegExpExecArray | null;
  if (YEAR.test(text)) {
    const day = dayOf(Number(text), 1, 1);
    return day === null ? error('typed.unread', { text }) : { day, reading: 'year' };
  }
  if ((match = ISO.exec(text) ?? CJK.exec(text))) {
    const [year, month, day] = numbers(match) as [number, number | null, number | null];
    return month === null ? parseTyped(String(year).padStart(4, '0')) : read(year, month, day);
  }
  if ((match = MONTH_YEAR.exec(text))) {
    const [month, year] = numbers(match) as [number, number];
    return read(year, month, null);
  }
  if ((match = STOPS.exec(text))) {
    const [day, month, year] = numbers(match) as [number, number, number];
    return read(year, month, day);
  }
  if ((match = SLASHES.exec(text))) {
    const [a, b, year] = numbers(match) as [number, number, number];
    return readSlashes(text, a, b, year);
  }
  if ((match = DAY_WORD.exec(text)))
    return withWord(match[2] as string, match[3] as string, match[1] as string);
  if ((match = WORD_DAY.exec(text)))
    return withWord(match[1] as string, match[3] as string, match[2] as string);
  if ((match = WORD_YEAR.exec(text))) return withWord(match[1] as string, match[2] as string, null);
  if (NO_YEAR.test(text)) return error('typed.no-year', { text });
  return SHORT_YEAR.test(text) ? error('typed.short-year', { text }) : error('typed.unread', { text });
}
