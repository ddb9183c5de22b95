import type { LanguageMap } from './schema';

/** A text of the record in a language: the language itself, else its primary tag, else English. */
export function inLanguage(text: LanguageMap, language: string): string {
  return text[language] ?? text[language.split('-')[0] ?? language] ?? text.en;
}
