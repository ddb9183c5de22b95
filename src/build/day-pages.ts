import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packAtlas } from '../../geo/build/pack';
import type { Atlas } from '../atlas/atlas';
import { describeProblem } from '../atlas/problem';
import { inLanguage } from '../atlas/in-language';
import { loadAtlas } from '../atlas/load';
import type { Manifest } from '../atlas/schema';
import { changeWords } from '../elements/treaty-date-slider/change-words';
import { TreatyState } from '../elements/treaty-map/state';
import { writeDay } from '../language/language';
import { pageText } from '../language/page-texts';
import { escaped } from '../page/embed-code';
import { isoOf, type Day } from '../time/day';

/*
 * A page for every day on which something changes or happens, so that a site which knows oEmbed (WordPress and others)
 * turns a pasted address into the iframe: what stands after a `#` never reaches the provider, a path does.
 */

const LANGUAGE = 'en';
/** The size of the iframe that is offered, CSS pixels: wide enough for the list beside the map. */
const SIZE = { width: 960, height: 600 } as const;

/** A day in words. */
export interface DayWords {
  readonly date: string;
  readonly title: string;
  readonly description: string;
}

/** An oEmbed 1.0 response of type `rich`. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly cache_age: number;
}

/** The atlas as the site has it: held to its schema by being packed, which leaves nothing to import while the build ends. */
async function readAtlas(folder: string): Promise<Atlas> {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const packed = packAtlas(read('atlas.json') as Manifest, read);
  const { atlas, problems } = await loadAtlas((file) => Promise.resolve(packed.get(file)));
  if (!atlas) throw new Error(problems.map(describeProblem).join('\n'));
  return atlas;
}

/** The days of the range on which something changes or happens, in order. */
export function pageDays(atlas: Atlas): Day[] {
  const days = new Set([...atlas.changeDays, ...atlas.events.map(({ bound }) => bound.stated)]);
  return [...days].filter((day) => day >= atlas.range.first && day <= atlas.range.last).sort((a, b) => a - b);
}

/** What happens on a day, as the record says it. */
export function dayWords(atlas: Atlas, day: Day): DayWords {
  const state = new TreatyState();
  state.adopt(atlas);
  state.setDate(isoOf(day));
  const { spoken, note } = changeWords(state.view());
  const date = writeDay(day, LANGUAGE);
  const events = atlas.events.filter(({ bound }) => bound.stated === day).map(({ item }) => item);
  const happens = events.map(({ title }) => inLanguage(title, LANGUAGE)).join('; ');
  const told = events.map(({ summary }) => inLanguage(summary, LANGUAGE)).join(' ');
  const what = happens || spoken;
  return {
    date: isoOf(day),
    title: what
      ? pageText(LANGUAGE, 'day-page.title', { date, what })
      : pageText(LANGUAGE, 'day-page.title-plain', { date }),
    description: [told || `${spoken || note}.`, pageText(LANGUAGE, 'day-page.description', { date })].join(
      ' ',
    ),
  };
}

function oEmbedOf(site: string, query: string, title: string): OEmbed {
  const src = `${site}embed.html${query}`;
  const { width, height } = SIZE;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: pageText(LANGUAGE, 'day-page.provider'),
    provider_url: site,
    html: `<iframe src="${escaped(src)}" width="${width}" height="${height}" title="${escaped(title)}" frameborder="0" loading="lazy"></iframe>`,
    width,
    height,
    cache_age: 86_400,
  };
}

/** Puts into the head of a page what it is called, what it says, and where its embed is described. */
function withHead(html: string, address: string, words: Omit<DayWords, 'date'>): string {
  const [title, description] = [escaped(words.title), escaped(words.description)];
  const head = [
    `<meta name="description" content="${description}" />`,
    `<link rel="canonical" href="${escaped(address)}" />`,
    `<link rel="alternate" type="application/json+oembed" href="${escaped(`${address}oembed.json`)}" title="${title}" />`,
    `<meta property="og:type" content="website" />`,
    `<meta property="og:title" content="${title}" />`,
    `<meta property="og:description" content="${description}" />`,
    `<meta property="og:url" content="${escaped(address)}" />`,
  ];
  return html.replace(/<title>[^<]*<\/title>/, () => [`<title>${title}</title>`, ...head].join('\n    '));
}

/**
 * Writes the pages and their oEmbed into a folder that holds the built site.
 * @param address the address under which the site will be found
 */
export async function writeDayPages(folder: string, atlasFolder: string, address: string): Promise<void> {
  const site = siteAddress(address);
  const atlas = await readAtlas(atlasFolder);
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const shown = /<treaty-map date="[^"]*"/;
  if (!shown.test(index))
    throw new Error('index.html has no <treaty-map date="…"> for a day to be put into.');
  const days = pageDays(atlas);
  for (const day of days) {
    const words = dayWords(atlas, day);
    const page = join(folder, 'on', words.date);
    await mkdir(page, { recursive: true });
    const html = withHead(index, `${site}on/${words.date}/`, words)
      .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    <base href="../../" />`)
      .replace(shown, `<treaty-map date="${words.date}"`);
    await writeFile(join(page, 'index.html'), html);
    await writeFile(
      join(page, 'oembed.json'),
      JSON.stringify(oEmbedOf(site, `?date=${words.date}`, words.title), null, 2),
    );
  }
  // For the page, which offers an address for those days alone.
  await writeFile(join(folder, 'on', 'days.json'), JSON.stringify(days.map(isoOf)));
  const title = /<title>([^<]*)<\/title>/.exec(index)?.[1] ?? '';
  const description = pageText(LANGUAGE, 'day-page.site');
  await writeFile(join(folder, 'index.html'), withHead(index, site, { title, description }));
  await writeFile(join(folder, 'oembed.json'), JSON.stringify(oEmbedOf(site, '', title), null, 2));
}

/** The address of a site as the pages need it: of a folder, over HTTP. Throws for anything else. */
export function siteAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `SITE_URL is "${text}". Give the address of the folder the site will lie in, such as https://their.site/map/.`,
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
