import { en } from './en';
import { enLater, type LaterKey } from './en-later';
import { messageIn, type Languages } from './language';

const LANGUAGES: Languages<LaterKey> = { en: { ...en, ...enLater } };

/**
 * A text of the interface for whatever comes with the reader, as `message` is for what is there at first: nothing of the
 * first asks for it, so that the texts come as late as those who say them.
 */
export function laterMessage(
  language: string,
  key: LaterKey,
  values?: Readonly<Record<string, string | number>>,
): string {
  return messageIn(LANGUAGES, language, key, values);
}
