import { access, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteAddress } from '../../src/build/day-pages';
import { launchOptions } from '../chromium';
import { readAtlas } from '../unit/read-atlas';
import { buildSite } from './build';
import { showsMongolia } from './picture';
import { serve, type Host } from './serve';

/** A site built for an address, with a page for every day, and another site that embeds them. */
let folder: string;
let site: string;
let host: Host;
let theirs: Host;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'treaty-map-'));
  const pages = await mkdtemp(join(folder, 'theirs-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>A blog</title><body></body>');
  host = await serve(folder);
  theirs = await serve(pages);
  site = `${host.url}map/`;
  await buildSite(join(folder, 'map'), { SITE_URL: site });
  browser = await chromium.launch(await launchOptions());
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await theirs.close();
  await rm(folder, { recursive: true });
});

type Json = Readonly<Record<string, unknown>>;

/** What a page says of its embed, as a consumer finds it: by the link in its head. */
async function discover(address: string): Promise<Json> {
  const html = await (await fetch(address)).text();
  const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.[1] ?? '';
  const response = await fetch(`${link}?maxwidth=600&url=${encodeURIComponent(address)}`);
  expect(response.headers.get('content-type')).toBe('application/json');
  return (await response.json()) as Json;
}

/** The specification's demands on a response of type `rich` (oembed.com, 2.3.4). */
function expectRich(oembed: Json): void {
  expect(oembed['version']).toBe('1.0');
  expect(oembed['type']).toBe('rich');
  for (const name of ['title', 'provider_name', 'provider_url', 'html']) {
    expect(oembed[name], name).toEqual(expect.stringMatching(/\S/));
  }
  for (const name of ['width', 'height', 'cache_age']) {
    expect(Number.isInteger(oembed[name]) && (oembed[name] as number) > 0, name).toBe(true);
  }
}

/** What WordPress makes of the HTML of a provider that it does not know: one iframe of few attributes, in a sandbox. */
function asInWordPress({ html }: Json): string {
  const [, attributes = ''] = /^<iframe ([^>]*)><\/iframe>$/.exec(String(html)) ?? [];
  const kept = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)]
    .filter(([, name]) => ['src', 'width', 'height', 'frameborder', 'title'].includes(name ?? ''))
    .map(([, name, value]) => (name === 'src' ? `src="${value}#?secret=s3cr3tS3cr"` : `${name}="${value}"`));
  return `<iframe sandbox="allow-scripts" security="restricted" data-secret="s3cr3tS3cr" ${kept.join(' ')}></iframe>`;
}

describe('the pages of the days', () => {
  it('are there for every change day and event of the range, each with words and an oEmbed of its own', async () => {
    const atlas = await readAtlas();
    const [first, last] = ['1945-01-01', '1953-12-31'];
    const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
    const wanted = [...atlas.changeDays, ...atlas.events.map(({ bound }) => bound.stated)].map(iso);
    const days = [...new Set(wanted)].filter((day) => day >= first && day <= last).sort();
    expect(await readdir(join(folder, 'map/on'))).toEqual([...days, 'days.json']);
    // The embed builder asks which days there are.
    expect(JSON.parse(await readFile(join(folder, 'map/on/days.json'), 'utf8'))).toEqual(days);
    expect(days).toContain('1946-01-05');
    const titles = new Set<unknown>();
    for (const day of days) {
      const oembed = JSON.parse(await readFile(join(folder, 'map/on', day, 'oembed.json'), 'utf8')) as Json;
      expectRich(oembed);
      expect(oembed['html']).toContain(`src="${site}embed.html?date=${day}"`);
      titles.add(oembed['title']);
      const page = await readFile(join(folder, 'map/on', day, 'index.html'), 'utf8');
      expect(page).toContain(`href="${site}on/${day}/oembed.json"`);
      expect(/<meta name="description" content="([^"]+)"/.exec(page)?.[1], day).toMatch(/^.{80,}\.$/s);
    }
    expect(titles.size).toBe(days.length);
  });

  it('are found by their address and embedded as WordPress does it', async () => {
    const oembed = await discover(`${site}on/1946-01-05/`);
    expectRich(oembed);
    expect(oembed['title']).toBe('5 January 1946: The Republic of China recognises Mongolia');
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    const errors: string[] = [];
    page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
    await page.goto(theirs.url);
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), asInWordPress(oembed));
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame?.waitForFunction(() => document.querySelector('treaty-map'));
    await frame?.evaluate(async () => {
      await document.querySelector('treaty-map')?.ready;
      await document.querySelector('treaty-map')?.settled();
    });
    expect(await frame?.evaluate(() => document.querySelector('treaty-map')?.date)).toBe('1946-01-05');
    expect(frame && (await showsMongolia(page, frame))).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('give any other address the default view', async () => {
    const oembed = await discover(`${site}#date=1947-05-01`);
    expectRich(oembed);
    expect(oembed['html']).toContain(`src="${site}embed.html"`);
  });

  it('show their day, and go over to the address of the site when another is chosen', async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
    await page.goto(`${site}on/1946-01-05/`);
    await page.evaluate(async () => {
      await customElements.whenDefined('treaty-map');
      await document.querySelector('treaty-map')?.ready;
      await document.querySelector('treaty-map')?.settled();
    });
    expect(await page.title()).toBe('5 January 1946: The Republic of China recognises Mongolia');
    expect(await page.evaluate(() => document.querySelector('treaty-map')?.date)).toBe('1946-01-05');
    expect(page.url()).toBe(`${site}on/1946-01-05/`);
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      map?.setAttribute('date', '1947-05-01');
      await map?.settled();
    });
    expect(page.url()).toBe(`${site}#date=1947-05-01`);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('are not written where the address of the site is not known, and need one that is an address', async () => {
    const plain = join(folder, 'plain');
    await buildSite(plain);
    for (const name of ['on', 'oembed.json']) {
      await expect(access(join(plain, name))).rejects.toThrow();
    }
    expect(await readFile(join(plain, 'index.html'), 'utf8')).not.toContain('json+oembed');
    expect(siteAddress('https://their.site/map')).toBe('https://their.site/map/');
    for (const bad of ['their.site', '/map/', 'https://their.site/?x', 'ftp://their.site/']) {
      expect(() => siteAddress(bad), bad).toThrow(bad);
    }
  });
});
