import { civilOf, type Day } from '../time/day';
import { en, type MessageKey } from './en';

type Messages = Readonly<Record<MessageKey, string>>;

/** The languages of the interface, by BCP 47 tag. */
const LANGUAGES: Readonly<Record<string, Messages>> = { en };

/** A text of the interface, its `{names}` filled in; English where the language lacks it. */
export function message(
  language: string,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = (LANGUAGES[language] ?? LANGUAGES[primaryOf(language)] ?? en)[key] ?? en[key];
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function primaryOf(language: string): string {
  return language.split('-')[0] ?? language;
}

/** A formatter is dear to make and cheap to use: one for each language and style. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, style: 'long' | 'medium'): Intl.DateTimeFormat {
  const key = `${language} ${style}`;
  const kept = FORMATS.get(key);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: style === 'long' ? 'long' : 'short',
    day: 'numeric',
  });
  FORMATS.set(key, format);
  return format;
}

/** A day in full, as people of the language write it: "14 August 1945". */
export function writeDay(day: Day, language: string, style: 'long' | 'medium' = 'long'): string {
  const { year, month, day: d } = civilOf(day);
  return formatOf(language, style).format(Date.UTC(year, month - 1, d));
}
