import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../chromium';
import { buildSite } from './build';
import { showsMongolia } from './picture';
import { serve, type Host } from './serve';

/** `embed.html` in an iframe of a page on another site. */
let folder: string;
let host: Host;
let theirs: Host;
/** Their site under another name: another origin. */
let other: string;
let browser: Browser;
let page: Page;
let errors: string[];

interface Message {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The name of a setting, its value as an attribute, and as a property where that is another. */
type Setting = readonly [name: string, text: string, value?: unknown];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'treaty-map-'));
  const pages = await mkdtemp(join(folder, 'theirs-'));
  await buildSite(join(folder, 'site'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Their page</title><body></body>');
  host = await serve(join(folder, 'site'));
  theirs = await serve(pages);
  other = theirs.url.replace('127.0.0.1', 'localhost');
  browser = await chromium.launch(await launchOptions());
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await theirs.close();
  await rm(folder, { recursive: true });
});

afterEach(() => page.close());

/** Opens their page with a frame in it, and keeps what it says to them in `heard`. */
async function open(
  query: Readonly<Record<string, string>>,
  {
    sandbox,
    hash = '',
    width = 700,
    at = theirs.url,
  }: { sandbox?: string; hash?: string; width?: number; at?: string } = {},
): Promise<Frame> {
  errors = [];
  page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  await page.goto(at);
  const src = `${host.url}embed.html?${new URLSearchParams(query).toString()}${hash}`;
  const frame = await page.evaluateHandle(
    ([address, box, wide]) => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      const element = document.createElement('iframe');
      addEventListener('message', ({ data, source }) => {
        if (source === element.contentWindow) heard.push(data);
      });
      if (box !== undefined) element.setAttribute('sandbox', box);
      Object.assign(element, { src: address, width: wide, height: 440, title: 'Map' });
      document.body.append(element);
      return element;
    },
    [src, sandbox, String(width)] as const,
  );
  const inside = await frame.asElement()?.contentFrame();
  if (!inside) throw new Error('The frame has no page.');
  await inside.waitForFunction(() => document.querySelector('treaty-map'));
  return inside;
}

const ready = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    await document.querySelector('treaty-map')?.ready;
    await document.querySelector('treaty-map')?.settled();
  });

const heard = (): Promise<Message[]> =>
  page.evaluate(() => (window as unknown as { heard: Message[] }).heard);

/** Waits until the frame has said something of a type, and gives what it said last. */
async function says(type: string, count = 1): Promise<Message> {
  await page.waitForFunction(
    ([wanted, least]) =>
      (window as unknown as { heard: Message[] }).heard.filter((said) => said.type === wanted).length >=
      least,
    [type, count] as const,
  );
  return (await heard()).filter((said) => said.type === type).at(-1) as Message;
}

const ask = (data: unknown): Promise<void> =>
  page.evaluate((asked) => document.querySelector('iframe')?.contentWindow?.postMessage(asked, '*'), data);

const attribute = (frame: Frame, name: string): Promise<string | null> =>
  frame.evaluate((wanted) => document.querySelector('treaty-map')?.getAttribute(wanted) ?? null, name);

const noticeOf = (frame: Frame): Promise<string> => frame.locator('#notice').innerText();

const origin = (host_: Host): string => new URL(host_.url).origin;

describe('embed.html in an iframe of another site', () => {
  it('has every setting as a parameter, an attribute and a property of one name', async () => {
    const settings: readonly Setting[] = [
      ['date', '1946-06-01'],
      ['from', '1946-01-01'],
      ['until', '1950-12-31'],
      ['layers', 'mongolia manchuria', ['mongolia', 'manchuria']],
      ['at', '104,46', [104, 46]],
      ['zoom', '4', 4],
      ['select', 'mongolia-status'],
      ['viewpoint', 'ussr'],
      ['compare-date', '1947-05-01'],
      ['span-from', '1946-03-01'],
      ['projection', 'mercator'],
      ['theme', 'dark'],
      ['controls', 'list slider', ['list', 'slider']],
      ['src', `${host.url}treaty-1945/atlas.json`],
      ['lang', 'en'],
    ];
    const expected = settings.map(([name, text, value = text]) => [name, value]);
    const query = settings.map(([name, text]) => [name, text.replaceAll(' ', ',')]);
    const frame = await open(Object.fromEntries(query) as Record<string, string>);
    await ready(frame);
    const has = await frame.evaluate(async (all) => {
      const camel = (name: string): string => name.replace(/-[a-z]/, (sign) => sign.slice(1).toUpperCase());
      const properties = (map: Element): unknown[] =>
        // What is chosen is read under another name: that one is taken by a method, and may be set all the same.
        all.map(([name]) => [name, map[(name === 'select' ? 'selected' : camel(name)) as keyof Element]]);
      const attributes = (map: Element): unknown[] => all.map(([name]) => [name, map.getAttribute(name)]);
      const byParameter = document.querySelector('treaty-map') as HTMLElementTagNameMap['treaty-map'];
      const byAttribute = document.createElement('treaty-map');
      for (const [name, text] of all) byAttribute.setAttribute(name, text);
      const byProperty = document.createElement('treaty-map');
      for (const [name, text, value = text] of all) Object.assign(byProperty, { [camel(name)]: value });
      byParameter.replaceWith(byAttribute, byProperty);
      await Promise.all([byAttribute.ready, byProperty.ready]);
      return {
        parameter: properties(byParameter),
        attribute: properties(byAttribute),
        property: properties(byProperty),
        written: [attributes(byParameter), attributes(byAttribute)],
        // The address of the atlas is not written out.
        shown: attributes(byProperty),
      };
    }, settings);
    expect(has.parameter).toEqual(expected);
    expect(has.attribute).toEqual(expected);
    expect(has.property).toEqual(expected);
    const texts = settings.map(([name, text]) => [name, text]);
    expect(has.written).toEqual([texts, texts]);
    expect(has.shown).toEqual(texts.map(([name, text]) => [name, name === 'src' ? null : text]));
    expect(await frame.locator('#notice').isVisible()).toBe(false);
    expect(errors).toEqual([]);
  });

  it('draws the map, alone in a sandbox too, and tolerates the fragment that others add', async () => {
    for (const options of [{}, { sandbox: 'allow-scripts', hash: '#?secret=Ab3dEf7h' }]) {
      const frame = await open({ date: '1946-01-05' }, options);
      await ready(frame);
      expect(await showsMongolia(page, frame)).toBe(true);
      expect(await frame.locator('#notice').isVisible()).toBe(false);
      expect(errors).toEqual([]);
      if (!options.sandbox) await page.close();
    }
  });

  it('says which parameters mean nothing, and does the rest', async () => {
    const frame = await open({ date: '1946-01-05', onload: 'alert(1)', colour: 'red', parent: 'their.site' });
    expect(await noticeOf(frame)).toMatch(/onload, colour\..*date/s);
    expect(await noticeOf(frame)).toContain('"their.site" is not the origin');
    expect(await attribute(frame, 'date')).toBe('1946-01-05');
    expect(await attribute(frame, 'onload')).toBeNull();
    await frame.getByRole('button', { name: 'Dismiss' }).click();
    expect(await frame.locator('#notice').isVisible()).toBe(false);
  });

  it('tells the page around its height and what happens, and does what that page asks', async () => {
    for (const sandbox of [undefined, 'allow-scripts']) {
      const frame = await open(
        { date: '1945-08-14', parent: origin(theirs) },
        { ...(sandbox && { sandbox }) },
      );
      expect((await says('treaty-height')).height).toBe(Math.ceil(700 / 1.6));
      await says('treaty-ready');
      await ask({ type: 'treaty-set', attributes: { date: '1946-01-05', layers: ['mongolia', 'ports'] } });
      const change = await says('treaty-date-change');
      expect([change.previous, change.date]).toEqual(['1945-08-14', '1946-01-05']);
      expect(change.changed).not.toEqual([]);
      expect(await attribute(frame, 'layers')).toBe('mongolia ports');
      await ask({ type: 'treaty-select', id: 'e31' });
      expect(await says('treaty-select')).toMatchObject({ id: 'e31', territory: null });
      expect((await says('treaty-date-change', 2)).date).toBe('1950-02-14');
      await ask({ type: 'treaty-set', attributes: { date: '1946-02-30' } });
      expect((await says('treaty-error')).message).toContain('1946-02-30');
      await ask({ type: 'treaty-set', attributes: { onclick: 'x' } });
      expect((await says('treaty-error', 2)).message).toContain('"onclick"');
      await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '400'));
      expect((await says('treaty-height', 2)).height).toBe(320);
      expect(errors).toEqual([]);
      if (!sandbox) await page.close();
    }
  });

  it('sends nothing to anyone without a parent, or to another than it', async () => {
    for (const query of [{}, { parent: new URL(other).origin }] as Record<string, string>[]) {
      const frame = await open({ date: '1945-08-14', ...query });
      await ready(frame);
      await frame.evaluate(async () => {
        const map = document.querySelector('treaty-map');
        map?.setAttribute('date', '1946-01-05');
        await map?.settled();
      });
      expect(await heard()).toEqual([]);
      await page.close();
    }
    page = await browser.newPage();
  });

  it('hears nobody without a parent, nor another origin or another window than it', async () => {
    const asked = { type: 'treaty-set', attributes: { date: '1946-01-05' } };
    for (const parent of [undefined, new URL(other).origin, origin(theirs)]) {
      const frame = await open({ date: '1945-08-14', ...(parent && { parent }) });
      await ready(frame);
      // Messages come in order: once a later one is there, the one before it has been answered or left alone.
      await frame.evaluate(() => {
        addEventListener('message', ({ data }) => data === 'last' && document.body.classList.add('last'));
      });
      // With their own origin declared, it is another window of theirs that asks.
      const sibling = parent === origin(theirs);
      await page.evaluate(
        async ([data, apart, address]) => {
          const target = document.querySelector('iframe')?.contentWindow;
          let asking: Window | null = window;
          if (apart) {
            const beside = document.createElement('iframe');
            beside.src = address;
            document.body.append(beside);
            await new Promise((resolve) => beside.addEventListener('load', resolve));
            asking = beside.contentWindow;
          }
          Object.assign(asking ?? {}, { target, data });
          (asking as unknown as { eval(code: string): void }).eval(
            `target.postMessage(data, '*'); target.postMessage('last', '*')`,
          );
        },
        [asked, sibling, theirs.url] as const,
      );
      await frame.locator('body.last').waitFor({ state: 'attached' });
      expect(await attribute(frame, 'date')).toBe('1945-08-14');
      await page.close();
    }
    page = await browser.newPage();
  });
});
