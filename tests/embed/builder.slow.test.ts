import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchOptions } from '../chromium';
import { buildSite } from './build';
import { serve, type Host } from './serve';

/** The part of the page that puts an embed together, in a site built for its address. */
let folder: string;
let host: Host;
let site: string;
let browser: Browser;
let page: Page;
let errors: string[];

const SIZES = [
  [1440, 900],
  [390, 844],
  [480, 320],
] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'treaty-map-'));
  host = await serve(folder);
  site = `${host.url}map/`;
  await buildSite(join(folder, 'map'), { SITE_URL: site });
  browser = await chromium.launch(await launchOptions());
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  errors = [];
  page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
});

afterEach(async () => {
  expect(errors).toEqual([]);
  await page.close();
});

/** Opens the dialog and the builder in it, with the keyboard alone. */
async function open(hash = ''): Promise<void> {
  await page.goto(`${site}${hash}`);
  await page.evaluate(async () => {
    await customElements.whenDefined('treaty-map');
    await document.querySelector('treaty-map')?.settled();
  });
  await page.getByRole('button', { name: 'Share' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#embed summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('#embed-code').waitFor();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#embed-code')?.value);
}

const code = (): Promise<string> => page.locator('#embed-code').inputValue();

/** Waits until what is to be copied has a text in it. */
const codeHas = (text: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => document.querySelector<HTMLTextAreaElement>('#embed-code')?.value.includes(wanted),
    text,
  );

async function preview(): Promise<Frame> {
  const frame = await (await page.waitForSelector('#embed iframe')).contentFrame();
  if (!frame) throw new Error('The preview has no page.');
  await frame.waitForFunction(() => document.querySelector('treaty-map:defined'));
  return frame;
}

const choose = async (form: string): Promise<void> => page.getByRole('radio', { name: form }).check();

describe('the embed builder', () => {
  it('begins with what the map shows, and shows the embed as it is put together', async () => {
    await open('#date=1947-05-01&layers=mongolia,inner-mongolia');
    await codeHas('<treaty-map date="1947-05-01" layers="mongolia inner-mongolia"></treaty-map>');
    await page.getByLabel('Day of the embed').fill('1950-02-14');
    await page.getByLabel('Day of the embed').press('Tab');
    await page.getByRole('checkbox', { name: /port/i }).check();
    await page.getByLabel('Theme').selectOption('dark');
    await codeHas('date="1950-02-14" layers="mongolia inner-mongolia ports" theme="dark"');
    const shown = await (
      await preview()
    ).evaluate(() => {
      const map = document.querySelector('treaty-map');
      return [map?.getAttribute('date'), map?.getAttribute('layers'), map?.getAttribute('theme')];
    });
    expect(shown).toEqual(['1950-02-14', 'mongolia inner-mongolia ports', 'dark']);
  });

  it('gives all four forms, each of them good as it is', async () => {
    await open('#date=1946-01-05');
    await choose('npm');
    await codeHas("import 'treaty-map/define';");
    await choose('oEmbed');
    await codeHas(`${site}on/1946-01-05/`);
    expect((await fetch(`${await code()}oembed.json`)).status).toBe(200);
    for (const form of ['Script tag', 'iframe']) {
      await choose(form);
      await codeHas(form === 'iframe' ? '<iframe' : '<script');
      await writeFile(
        join(folder, 'theirs.html'),
        `<!doctype html><link rel="icon" href="data:,"><title>Theirs</title>${await code()}`,
      );
      const theirs = await browser.newPage();
      await theirs.goto(`${host.url}theirs.html`);
      const frame = form === 'iframe' ? theirs.frames()[1] : theirs.mainFrame();
      await frame?.waitForFunction(() => document.querySelector('treaty-map:defined'));
      expect(await frame?.evaluate(() => document.querySelector('treaty-map')?.getAttribute('date'))).toBe(
        '1946-01-05',
      );
      await theirs.close();
    }
  });

  it('says where a day has no address of its own', async () => {
    await open('#date=1946-12-24');
    await choose('oEmbed');
    await page.locator('.embed-note').getByText('24 December 1946 has no page of its own').waitFor();
    await codeHas(site);
    expect(await code()).toBe(site);
  });

  it('has nothing to copy where the site was built without its address, and says why', async () => {
    // As a build without SITE_URL leaves the page.
    await page.route(site, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(/<link[^>]*json\+oembed[^>]*>/, '');
      await route.fulfill({ response, body: html });
    });
    await open('#date=1946-01-05');
    await choose('oEmbed');
    await page.locator('.embed-note').getByText('built without SITE_URL').waitFor();
    expect(await page.locator('#embed-code').isVisible()).toBe(false);
    expect(await page.locator('[data-copies="embed-code"]').isVisible()).toBe(false);
    await choose('iframe');
    await codeHas('<iframe');
    expect(await page.locator('#embed-code').isVisible()).toBe(true);
  });

  it('copies, by key, and lets its map go when it is closed', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('#date=1946-01-05');
    await preview();
    await page.locator('[data-copies="embed-code"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('#embed .copied').getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code());
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('iframe')?.getAttribute('src') === 'about:blank');
  });

  it('breaks no rule of accessibility, at any size and in either theme', async () => {
    // The smallest page has no room for the button that opens it: whoever turns a phone comes there.
    await open('#date=1946-01-05');
    await page.evaluate(axe.source);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const found = await page.evaluate(async () => {
          const { axe: inPage } = window as unknown as { axe: typeof axe };
          const { violations } = await inPage.run('#share', { iframes: false });
          const dialog = document.querySelector('#share') as HTMLElement;
          return {
            violations: violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
            ),
            outOfSight: dialog.scrollWidth - dialog.clientWidth,
          };
        });
        expect(found, `${width} x ${height}, ${colorScheme}`).toEqual({ violations: [], outOfSight: 0 });
      }
    }
  });
});
