import type { Atlas } from '../../atlas/atlas';
import { writeDay } from '../../language/language';
import { laterMessage } from '../../language/later';
import { dayOf, type Day } from '../../time/day';
import { citationOf, citationText } from '../citation';
import type { TreatyView } from '../view';
import { cslOf, cslOfView, type CslItem } from './csl';

/** The forms in which a reference can be had. */
export const CITE_FORMATS = ['text', 'bibtex', 'csl-json'] as const;
export type CiteFormat = (typeof CITE_FORMATS)[number];

/** What writes BibTeX weighs more than the list it is for: it comes when it is first asked for. */
async function toBibtex(items: readonly CslItem[]): Promise<string> {
  const bibtex = await import('./bibtex');
  return bibtex.toBibtex(items);
}

function toJson(items: readonly CslItem[]): string {
  return JSON.stringify(items, null, 2);
}

/** References to sources of the record, by id: those it does not have are left out. */
export async function citeSources(
  atlas: Atlas,
  ids: readonly string[],
  format: CiteFormat,
  language: string,
): Promise<string> {
  const sources = ids.flatMap((id) => atlas.sources.get(id) ?? []);
  if (format === 'text')
    return sources.map((source) => citationText(citationOf(source), language)).join('\n');
  const items = sources.map(cslOf);
  return format === 'bibtex' ? toBibtex(items) : toJson(items);
}

/**
 * A reference to the map as it is seen.
 * @param link where the view, or the page it is in, can be opened; null for none
 * @param seen the day it was looked at
 */
export async function citeView(
  view: TreatyView,
  format: CiteFormat,
  link: string | null,
  seen: Date,
): Promise<string> {
  const item = cslOfView(view, link, seen);
  if (format === 'csl-json') return toJson([item]);
  const day = dayOf(seen.getFullYear(), seen.getMonth() + 1, seen.getDate()) as Day;
  const { title, publisher, note } = item as CslItem & { publisher: string; note: string };
  const date = writeDay(day, view.language);
  if (format === 'bibtex') {
    // BibTeX has no field for the day it was seen.
    return toBibtex([{ ...item, note: `${note}. ${laterMessage(view.language, 'cite.seen', { date })}` }]);
  }
  // The address is last, with no stop that would be taken for a part of it.
  const seenAt =
    link === null
      ? laterMessage(view.language, 'cite.seen', { date })
      : laterMessage(view.language, 'cite.seen-at', { date, link });
  return `${title}. ${publisher}. ${note}. ${seenAt}`;
}

/** The address of the page an element is in, where it is one that another can open; null for none. */
export function pageAddress({ href }: Pick<Location, 'href'>): string | null {
  return /^https?:/.test(href) ? href : null;
}
