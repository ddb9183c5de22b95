import { inLanguage } from '../../atlas/in-language';
import type { Source } from '../../atlas/schema';
import { listIn, writeDay } from '../../language/language';
import { laterMessage } from '../../language/later';
import { isoOf } from '../../time/day';
import { citationOf } from '../citation';
import { eyesWords } from '../eyes-words';
import { titleOfThing } from '../thing-link';
import { stretchOf, type TreatyView } from '../view';

/** A work in CSL-JSON. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

/** A source in CSL-JSON: the record's own notes on how it was read, and addresses of weak copies, stay behind. */
export function cslOf(source: Source): CslItem {
  const { custom: _custom, URL: _url, ...work } = source;
  const { url } = citationOf(source);
  return { ...work, ...(url === null ? {} : { URL: url }) } as CslItem;
}

function titleOfView(view: TreatyView): string {
  const { atlas, day, compare, language } = view;
  const stretch = stretchOf(view);
  const title = inLanguage(atlas.manifest.title, language);
  const date = writeDay(day, language);
  if (stretch) {
    const [from, to] = stretch;
    return laterMessage(language, 'cite.title-span', {
      title,
      from: writeDay(from, language),
      to: writeDay(to, language),
    });
  }
  if (compare !== null)
    return laterMessage(language, 'cite.title-compare', { title, date, other: writeDay(compare, language) });
  return laterMessage(language, 'cite.title', { title, date });
}

/** What of the record is shown, and how: through whose eyes, in which layers, with what chosen. */
function noteOfView(view: TreatyView): string {
  const { atlas, layers, language, selected } = view;
  const all = atlas.manifest.layers.length === layers.size;
  const shown = atlas.manifest.layers.filter(({ id }) => layers.has(id));
  const titles = shown.map(({ title }) => inLanguage(title, language));
  return [
    eyesWords(view) ?? laterMessage(language, 'cite.all-eyes'),
    all
      ? laterMessage(language, 'cite.all-layers')
      : laterMessage(language, 'cite.layers', { layers: titles.length > 0 ? listIn(language, titles) : '–' }),
    ...(selected === null
      ? []
      : [laterMessage(language, 'cite.selected', { title: titleOfThing(selected, view) })]),
  ].join('; ');
}

/**
 * A view of the map in CSL-JSON, of type `map`.
 * @param link where the view, or the page it is in, can be opened; null for none
 * @param seen the day it was looked at
 */
export function cslOfView(view: TreatyView, link: string | null, seen: Date): CslItem {
  return {
    id: `treaty-map-${isoOf(view.day)}`,
    type: 'map',
    title: titleOfView(view),
    author: [{ literal: laterMessage(view.language, 'cite.author') }],
    publisher: laterMessage(view.language, 'cite.publisher'),
    note: noteOfView(view),
    ...(link === null ? {} : { URL: link }),
    accessed: { 'date-parts': [[seen.getFullYear(), seen.getMonth() + 1, seen.getDate()]] },
    language: view.language,
  };
}
