import type { Atlas } from '../atlas/atlas';
import { VIEWPOINTS } from '../atlas/vocabulary';
import { inLanguage } from '../atlas/in-language';
import { message } from '../language/language';

/** The words of all provisions, for each atlas and language: looked through once. */
const WORDS = new WeakMap<Atlas, Map<string, ReadonlySet<string>>>();

function wordsOf(atlas: Atlas, language: string): ReadonlySet<string> {
  const kept = WORDS.get(atlas) ?? new Map<string, ReadonlySet<string>>();
  WORDS.set(atlas, kept);
  const known = kept.get(language);
  if (known) return known;
  const texts = atlas.provisions.flatMap(({ item: { title, article, note, territories, phases } }) => [
    title,
    article,
    note,
    ...territories.map((territory) => territory.title),
    ...phases.flatMap((phase) => [
      phase.status,
      ...(phase.views ?? []).map(({ status }) => status),
      phase.description,
      phase.note,
      phase.certainty,
    ]),
  ]);
  const words = new Set(
    texts.flatMap((text) => (text ? inLanguage(text, language).split(/[^\p{L}\p{N}]+/u) : [])),
  );
  kept.set(language, words);
  return words;
}

/**
 * What the short names of parties stand for: "ROC: Republic of China · …". A short name is the id of a viewpoint in
 * capitals; only those that the record uses are told. Empty where it uses none.
 */
export function abbreviationWords(atlas: Atlas, language: string): string {
  const words = wordsOf(atlas, language);
  return VIEWPOINTS.filter((viewpoint) => words.has(viewpoint.toUpperCase()))
    .map((viewpoint) =>
      message(language, 'record.abbreviation', {
        short: viewpoint.toUpperCase(),
        name: inLanguage(atlas.manifest.viewpoints[viewpoint], language),
      }),
    )
    .join(' · ');
}
