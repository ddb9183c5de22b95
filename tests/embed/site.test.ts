import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { useBuiltSite } from './built-site';
import { serve } from './serve';

/** The built site on a plain static host, in a folder, as a stranger would put it there. */
const built = useBuiltSite({ within: 'deep/folder' });
let page: Page;
let errors: string[];
let requests: string[];

afterEach(() => page.close());

/** Opens the built page and listens to all it asks for and all that goes wrong. */
async function open(prepare: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  [errors, requests] = [[], []];
  page = await built.browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  page.on('request', (request) => requests.push(request.url()));
  await prepare(page);
  await page.goto(`${built.host.url}deep/folder/`);
  await page.evaluate(() => customElements.whenDefined('treaty-map'));
}

/** Waits until the map is there, or is known not to be; gives the reason if it is not. */
const ready = (): Promise<string | null> =>
  page.evaluate(() =>
    (document.querySelector('treaty-map')?.ready ?? Promise.reject(new Error('no element'))).then(
      () => null,
      (error: Error) => error.message,
    ),
  );

/** What an element says, shadow roots included. */
const text = (selector = 'treaty-map'): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const textOf = (node: Node): string => {
        if (node instanceof HTMLStyleElement) return '';
        if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
        const roots = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
        return [...roots, ...node.childNodes].map(textOf).join(' ');
      };
      return textOf(element);
    });

describe('the built site', () => {
  it('has the notices of those whose code is in it', async () => {
    page = await built.browser.newPage();
    const answer = await page.request.get(`${built.host.url}deep/folder/licenses.md`);
    const notices = await answer.text();
    for (const name of ['maplibre-gl', 'lit-html', '@turf/distance', 'earcut', 'topojson-client', 'valibot'])
      expect(notices).toMatch(new RegExp(`^## ${name} - [^]*?Copyright`, 'm'));
  });

  it.each(['', 'embed.html'])('says without script what it is and why it is not there (%s)', async (file) => {
    page = await built.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${built.host.url}deep/folder/${file}`);
    const words = await page.locator('body').innerText();
    expect(words).toContain('The Sino-Soviet Treaty of 14 August 1945');
    expect(words).toContain('needs JavaScript');
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('shows the map and asks nothing of any other site, however it is used', async () => {
    await open();
    expect(await ready()).toBeNull();
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      for (const date of [
        '1945-01-01',
        '1946-01-05',
        '1947-05-01',
        '1950-02-14',
        '1953-12-31',
        '1945-08-14',
      ]) {
        if (map) map.date = date;
        await map?.settled();
      }
    });
    const at = await page.evaluate(() => document.querySelector('treaty-map')?.project([106.9, 47.0]));
    await page.mouse.click(at?.x ?? 0, at?.y ?? 0);
    await page.mouse.wheel(0, -600);
    for (const name of ['Zoom in', 'Zoom out', 'Show Dairen and Port Arthur', 'Show the whole region']) {
      await page.getByRole('button', { name }).click();
    }
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      if (map) map.projection = 'mercator';
      await map?.settled();
    });
    expect(await text('treaty-place')).toContain('Mongol');
    expect(errors).toEqual([]);
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter((url) => !url.startsWith(built.host.url) && !/^(blob|data):/.test(url))).toEqual(
      [],
    );
  });

  it('keeps list and slider without WebGL', async () => {
    await open((opened) =>
      opened.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      }),
    );
    expect(await ready()).toContain('WebGL 2');
    expect(await text()).toContain('WebGL 2');
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    // What is put in is gathered up to the next frame.
    await page.waitForFunction(() => document.querySelector('treaty-map')?.date === '1945-08-15');
    await page.evaluate(() => document.querySelector('treaty-map')?.settled());
    expect(await text()).toContain('15 August 1945');
    expect(await text('treaty-record')).toContain('Mongol');
  });

  it('says so when the worker does not load', async () => {
    await open((opened) => opened.route(/maplibre-gl-worker/, (route) => route.abort()));
    expect(await ready()).toMatch(/worker/i);
    expect(await text()).toMatch(/worker/i);
    expect(await text('treaty-record')).toContain('Mongol');
  });

  it('shows the list when the shapes are missing, and says once what is', async () => {
    await open((opened) => opened.route(/territories\.json/, (route) => route.fulfill({ status: 404 })));
    expect(await ready()).toBeNull();
    expect((await text('treaty-map')).match(/territories\.json: could not be fetched/g)).toHaveLength(1);
    expect(await text('treaty-record')).toContain('Mongol');
  });

  it('shows the territories when the base map is missing', async () => {
    await open((opened) => opened.route(/base\.json/, (route) => route.fulfill({ status: 404 })));
    expect(await ready()).toBeNull();
    expect(await text()).toContain('base.json');
  });

  it('takes an atlas of plain files from elsewhere, and names those that are broken or missing', async () => {
    const elsewhere = await serve(join('geo', 'treaty-1945'));
    await open(async (opened) => {
      await opened.route(/events\.json/, (route) => route.fulfill({ body: '{' }));
      await opened.route(/ports\.geojson/, (route) => route.fulfill({ status: 404 }));
    });
    const src = `${elsewhere.url}atlas.json`;
    await page.evaluate((address) => document.querySelector('treaty-map')?.setAttribute('src', address), src);
    expect(await ready()).toBeNull();
    expect(await text()).toContain('events.json: is not valid JSON');
    expect(await text()).toContain('ports.geojson: could not be fetched');
    expect(await text('treaty-record')).toContain('Mongol');
    expect(requests).toContain(`${elsewhere.url}mongolia.geojson`);
    await elsewhere.close();
  });

  it('says what is missing when there is no atlas', async () => {
    await open((opened) => opened.route(/atlas\.json/, (route) => route.fulfill({ status: 404 })));
    expect(await ready()).toContain('status 404');
    expect(await text()).toContain('Check the address');
  });

  it('has no address of another site in any page, script, style or shape', async () => {
    await open();
    const files = (await readdir(built.folder, { recursive: true })).filter((name) =>
      /\.(html|js|mjs|css|json)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(8);
    // What is fetched by itself; names of standards, and links that a person may follow, are not.
    const fetched = /(?:fetch\(|import\(|from|src=|url\()\s*["'`]?https?:\/\//;
    for (const name of files) {
      expect(fetched.test(await readFile(join(built.folder, name), 'utf8')), name).toBe(false);
    }
  });
});
