import { describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { describeProblem } from '../../src/atlas/problem';
import { loadAtlas, type ReadFile } from '../../src/atlas/load';
import { parseDay } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

/** Loads the project's atlas with one file changed, or failing. */
async function loadWith<T>(file: string, change: (content: T) => unknown) {
  const read: ReadFile = async (name) => {
    const content = structuredClone(await readFromDisk(name));
    return name === file ? change(content as T) : content;
  };
  const { atlas, problems } = await loadAtlas(read);
  return { atlas, problems: problems.map(describeProblem) };
}

/** The ids of one part of the record. */
const idsOf = (parts: Atlas['events'] | Atlas['provisions']): Set<string> =>
  new Set(parts.map(({ item }: { item: { id: string } }) => item.id));

const missingFrom = (known: { has(id: string): boolean }, ids: readonly string[]): string[] =>
  ids.filter((id) => !known.has(id));

/** Every text for people in a file: the paths of those that say nothing in English. */
function withoutEnglish(value: unknown, keys: ReadonlySet<string>, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = `${path}.${key}`;
    if (!keys.has(key)) return withoutEnglish(inner, keys, at);
    const english = (inner as { en?: unknown } | null)?.en;
    return typeof english === 'string' && english.trim() !== '' ? [] : [at];
  });
}

interface LooseClaim {
  id: string;
  number: number;
  day: string;
  provisions: string[];
  events: string[];
  sources: string[];
}

interface LooseInstrument {
  articles: { provisions: string[]; sources: string[]; quotation?: object }[];
}

describe("the article's claims", () => {
  it('are sixteen, in the order of the article, each once', async () => {
    const { claims } = await readAtlas();
    const numbers = Array.from({ length: 16 }, (_, index) => index + 1);
    expect(claims.map(({ number }) => number)).toEqual(numbers);
    expect(claims.map(({ id }) => id)).toEqual(numbers.map((number) => `claim-${number}`));
  });

  it('refer to provisions, events and sources that are there, the article among them', async () => {
    const atlas = await readAtlas();
    for (const { id, provisions, events, sources } of atlas.claims) {
      expect(missingFrom(idsOf(atlas.provisions), provisions), id).toEqual([]);
      expect(missingFrom(idsOf(atlas.events), events), id).toEqual([]);
      expect(missingFrom(atlas.sources, sources), id).toEqual([]);
      expect(provisions.length, id).toBeGreaterThan(0);
      expect(events.length, id).toBeGreaterThan(0);
      expect(sources, id).toContain('seed');
    }
  });

  it('rest on something that was read, beside the article and weak copies', async () => {
    const atlas = await readAtlas();
    for (const { id, sources } of atlas.claims) {
      const sound = sources.filter((source) => {
        const { read, tier } = atlas.sources.get(source)?.custom ?? {};
        return source !== 'seed' && read !== 'no' && tier !== 'weak';
      });
      expect(sound.length, id).toBeGreaterThan(0);
    }
  });

  it('have a day within the slider on which every provision they name holds, and a place on the globe', async () => {
    const atlas = await readAtlas();
    for (const { id, day, focus, provisions } of atlas.claims) {
      const read = parseDay(day);
      if (read === null) throw new Error(`${id}: ${day} is no day`);
      expect(read >= atlas.range.first && read <= atlas.range.last, id).toBe(true);
      const { records, possible } = atlas.at(read);
      const shown = new Set([...records, ...possible].map(({ provision }) => provision));
      expect(missingFrom(shown, provisions), id).toEqual([]);
      expect(Math.abs(focus.lon) <= 180 && Math.abs(focus.lat) <= 90 && focus.zoom >= 0, id).toBe(true);
    }
  });

  it('say everything in English', async () => {
    const keys = new Set(['claim', 'record', 'nuance']);
    const file = await readFromDisk('claims.json');
    expect(withoutEnglish(file, keys)).toEqual([]);
  });

  it('are reported and left out one by one where they are wrong', async () => {
    const { atlas, problems } = await loadWith<LooseClaim[]>('claims.json', (list) => {
      const [first, second, third, fourth, fifth] = list as [
        LooseClaim,
        LooseClaim,
        LooseClaim,
        LooseClaim,
        LooseClaim,
      ];
      first.day = '1945-02-30';
      second.day = '1955-05-24';
      third.provisions = ['atlantis'];
      third.events = ['e99'];
      third.sources = ['hearsay'];
      fourth.number = 0;
      fifth.id = 'claim-6';
      return list;
    });
    expect(problems).toEqual([
      expect.stringMatching(/^claims\.json: \[3\]\.number: /),
      'claims.json: [5].id: "claim-6" stands twice',
      'claims.json: [0].day: "1945-02-30" is not a day YYYY-MM-DD',
      'claims.json: [1].day: 1955-05-24 lies outside the range of the atlas',
      'claims.json: [2].provisions: there is no provision "atlantis"',
      'claims.json: [2].events: there is no event "e99"',
      'claims.json: [2].sources: there is no source "hearsay"',
    ]);
    expect(atlas?.claims.map(({ number }) => number)).toEqual([
      3,
      ...Array.from({ length: 12 }, (_, i) => i + 5),
    ]);
  });

  it('leave the rest of the atlas working where their file cannot be read or is none', async () => {
    const whole = await readAtlas();
    const missing = await loadWith('claims.json', () => {
      throw new Error('could not be fetched: status 404');
    });
    const broken = await loadWith('claims.json', () => ({ claims: [] }));
    expect(missing.problems).toEqual(['claims.json: could not be fetched: status 404']);
    expect(broken.problems).toEqual(['claims.json: a list is expected here']);
    for (const { atlas } of [missing, broken]) {
      expect(atlas?.claims).toEqual([]);
      expect(atlas?.provisions).toEqual(whole.provisions);
      expect(atlas?.events).toEqual(whole.events);
    }
  });

  it('are not blamed for a file they refer to that could not be read', async () => {
    for (const file of ['sources.json', 'provisions.json', 'events.json', 'instruments.json']) {
      const { atlas, problems } = await loadWith(file, () => {
        throw new Error('could not be fetched: status 404');
      });
      expect(problems).toEqual([`${file}: could not be fetched: status 404`]);
      expect(atlas?.claims).toHaveLength(16);
    }
  });
});

describe('the articles of the instruments', () => {
  it('are there for every instrument, with sources and with what rests on them', async () => {
    const atlas = await readAtlas();
    expect(atlas.instruments).toHaveLength(16);
    for (const { id, articles } of atlas.instruments) {
      expect(articles.length, id).toBeGreaterThan(0);
      for (const { number, provisions, sources } of articles) {
        const where = `${id}, ${number.en}`;
        expect(sources.length, where).toBeGreaterThan(0);
        expect(missingFrom(atlas.sources, sources), where).toEqual([]);
        expect(missingFrom(idsOf(atlas.provisions), provisions), where).toEqual([]);
      }
    }
  });

  it('carry every provision that names their instrument', async () => {
    const atlas = await readAtlas();
    for (const { item } of atlas.provisions) {
      if (item.instrument === undefined) continue;
      const instrument = atlas.instruments.find(({ id }) => id === item.instrument);
      const carried = instrument?.articles.flatMap(({ provisions }) => provisions);
      expect(carried, item.id).toContain(item.id);
    }
  });

  it('are unconfirmed, or known in general only, where weak copies are all there is', async () => {
    const atlas = await readAtlas();
    for (const { id, articles } of atlas.instruments) {
      for (const { number, evidence, unconfirmed, sources } of articles) {
        const weakOnly = sources.every((source) => atlas.sources.get(source)?.custom.tier === 'weak');
        if (weakOnly)
          expect(unconfirmed === true || evidence === 'general', `${id}, ${number.en}`).toBe(true);
      }
    }
  });

  it('quote with a language and a source that was read', async () => {
    const atlas = await readAtlas();
    const quotations = atlas.instruments.flatMap(({ articles }) =>
      articles.flatMap(({ quotation }) => (quotation ? [quotation] : [])),
    );
    expect(quotations.map(({ language, source }) => [language, source])).toEqual([
      ['en', 'gb-notes'],
      ['zh-Hant', 'ccr1945'],
      ['zh-Hant', 'zhwiki-luda'],
    ]);
    for (const { text, language, source } of quotations) {
      expect(atlas.sources.get(source)?.custom.read, source).toMatch(/^(yes|partly)$/);
      expect(Intl.getCanonicalLocales(language)).toEqual([language]);
      expect(text.trim()).toBe(text);
    }
  });

  it('say everything in English', async () => {
    const keys = new Set(['title', 'place', 'signatories', 'summary', 'number', 'text', 'term', 'after']);
    const instruments = (await readFromDisk('instruments.json')) as LooseInstrument[];
    // A quotation is no text in the project's words: its `text` is a string in the language it names.
    for (const { articles } of instruments) for (const article of articles) delete article.quotation;
    expect(withoutEnglish(instruments, keys)).toEqual([]);
  });

  it('are reported where they refer to what is not there', async () => {
    const { problems } = await loadWith<LooseInstrument[]>('instruments.json', (list) => {
      const article = list[1]?.articles[0] as LooseInstrument['articles'][number];
      article.provisions = ['atlantis'];
      article.sources = ['hearsay'];
      article.quotation = { text: 'so they say', language: 'en', source: 'rumour' };
      return list;
    });
    expect(problems).toEqual([
      'instruments.json: [1].articles[0].provisions: there is no provision "atlantis"',
      'instruments.json: [1].articles[0].sources: there is no source "hearsay"',
      'instruments.json: [1].articles[0].quotation.source: there is no source "rumour"',
    ]);
  });
});
