import { civilOf, type Day } from '../time/day';
import { en, type MessageKey } from './en';
import { fill } from './shell-texts';

/** The texts of the interface, by BCP 47 tag. */
export type Languages<Key extends string> = Readonly<Record<string, Readonly<Record<Key, string>>>> & {
  readonly en: Readonly<Record<Key, string>>;
};

const LANGUAGES: Languages<MessageKey> = { en };

/** A text out of one of the languages, its `{names}` filled in; English where the language lacks it. */
export function messageIn<Key extends string>(
  languages: Languages<Key>,
  language: string,
  key: Key,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const texts = languages[language] ?? languages[primaryOf(language)] ?? languages.en;
  return fill(texts[key] ?? languages.en[key], values);
}

/** A text of the interface, its `{names}` filled in; English where the language lacks it. */
export function message(
  language: string,
  key: MessageKey,
  values?: Readonly<Record<string, string | number>>,
): string {
  return messageIn(LANGUAGES, language, key, values);
}

function primaryOf(language: string): string {
  return language.split('-')[0] ?? language;
}

/** A tag as `Intl` takes it: `en_US` and the like, which pages write and browsers let pass, would throw there. */
export function languageTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The language to speak where a page is in `language`: that, or its primary tag, if there are messages for it, else English. */
export function spokenLanguage(language: string): string {
  const tag = languageTag(language);
  return [tag, primaryOf(tag)].find((known) => Object.hasOwn(LANGUAGES, known)) ? tag : 'en';
}

/** Kept, since making one takes longer than rendering an entry. */
const listFormats = new Map<string, Intl.ListFormat>();

/** Names joined as people of the language join them: "a, b and c", or as a `unit` "a, b, c". */
export function listIn(
  language: string,
  names: readonly string[],
  type: 'conjunction' | 'unit' = 'conjunction',
): string {
  const tag = languageTag(language);
  const key = `${tag} ${type}`;
  const format = listFormats.get(key) ?? new Intl.ListFormat(tag, { type });
  listFormats.set(key, format);
  return format.format(names);
}

/** What a language is called in another: "Traditional Chinese"; its tag where it has no name. */
export function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames(languageTag(language), { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

/** How much of a date is written. */
export type DateStyle = 'long' | 'medium' | 'month' | 'month-year';

const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { month: 'short' },
  'month-year': { year: 'numeric', month: 'long' },
};

/** A formatter is dear to make and cheap to use: one for each language and style. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Writes dates as people of the language do, days before months in English; takes UTC milliseconds. Never throws. */
export function dateFormat(language: string, style: DateStyle): Intl.DateTimeFormat {
  const tag = languageTag(language);
  const key = `${tag} ${style}`;
  const kept = FORMATS.get(key);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, { timeZone: 'UTC', ...STYLES[style] });
  FORMATS.set(key, format);
  return format;
}

/** A day in full, as people of the language write it: "14 August 1945". */
export function writeDay(day: Day, language: string, style: 'long' | 'medium' = 'long'): string {
  const { year, month, day: d } = civilOf(day);
  return dateFormat(language, style).format(Date.UTC(year, month - 1, d));
}
