import { writeDay } from '../../language/language';
import { laterMessage } from '../../language/later';
import type { Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import { dateWords } from '../treaty-record/span-words';
import { parseTyped } from './typed-date';

/** The day that a typed date asks for, or null; and in words how it was read, or what is wrong. */
export interface TypedAnswer {
  readonly day: Day | null;
  readonly text: string;
}

/** Values of a text that are dates, to be put into words. */
const DATES: ReadonlySet<string> = new Set(['month', 'first', 'second']);

/** Reads a typed date and keeps it to the range: a day outside it is named, and not replaced by another. */
export function readTyped(input: string, range: DayRange, language: string): TypedAnswer {
  const typed = parseTyped(input, language);
  if ('error' in typed) {
    const values = Object.entries(typed.values).map(([name, value]): [string, string | number] => [
      name,
      DATES.has(name) && typeof value === 'string' ? dateWords(value, language) : value,
    ]);
    return { day: null, text: laterMessage(language, typed.error, Object.fromEntries(values)) };
  }
  const write = (day: Day): string => writeDay(day, language);
  const day = write(typed.day);
  if (typed.day < range.first) {
    return { day: null, text: laterMessage(language, 'typed.too-early', { day, first: write(range.first) }) };
  }
  if (typed.day > range.last) {
    return { day: null, text: laterMessage(language, 'typed.too-late', { day, last: write(range.last) }) };
  }
  return { day: typed.day, text: laterMessage(language, `typed.${typed.reading}`, { day }) };
}
