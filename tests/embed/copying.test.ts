import type { BrowserContext, Page } from 'playwright';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBuiltSite } from './built-site';
import { blocksUnder, YOUR_SITE } from './readme';

/*
 * What the built page gives to take away, under the strict policy of the README: the address, and references in every
 * form.
 */

/** What the README asks for, for a page on the site of the script itself; and the page's own style sheet and empty icon. */
const [FOR_SCRIPT = ''] = blocksUnder('Content security policy', 'text');
const POLICY = `default-src 'none'; style-src 'self'; img-src data:; ${FOR_SCRIPT.replaceAll(
  new URL(YOUR_SITE).origin,
  "'self'",
).trim()}`;

const built = useBuiltSite({
  headersOf: (file) => (file.endsWith('.html') ? { 'content-security-policy': POLICY } : {}),
});
let context: BrowserContext;
let errors: string[] = [];

beforeAll(async () => {
  context = await built.browser.newContext({
    viewport: { width: 1000, height: 700 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
});

afterEach(() => {
  expect(errors).toEqual([]);
  errors = [];
});

async function open(address: string, in_ = context): Promise<Page> {
  const page = await in_.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('treaty-map'));
  await page.evaluate(() => document.querySelector('treaty-map')?.ready);
  return page;
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** What the map of a page shows, as attributes. */
const stateOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const map = document.querySelector('treaty-map');
    await map?.settled();
    const names = ['date', 'at', 'zoom', 'select', 'panel', 'viewpoint', 'layers'];
    return Object.fromEntries(names.map((name) => [name, map?.getAttribute(name) ?? '']));
  });

describe('what is copied from the page', () => {
  it('is its address, which shows the same in another browser', async () => {
    const page = await open(built.host.url);
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      if (!map) return;
      map.viewpoint = 'roc';
      map.layers = ['mongolia', 'chinese-eastern-railway'];
      map.select('e31');
      await map.settled();
    });
    await page.waitForFunction(() => location.hash.includes('select=e31'));
    await page.getByRole('button', { name: 'Share' }).click();
    await page.locator('[data-copies=link]').click();
    await page.getByText('Copied.').first().waitFor();
    const address = await clipboard(page);
    expect(address).toContain(`${built.host.url}#date=1950-02-14`);
    const other = await built.browser.newContext({ viewport: { width: 1000, height: 700 } });
    const there = await open(address, other);
    expect(await stateOf(there)).toEqual(await stateOf(page));
    expect(there.url()).toBe(page.url());
    await other.close();
    await page.close();
  });

  it('is a source as text, BibTeX and CSL-JSON', async () => {
    const page = await open(`${built.host.url}#panel=sources&select=frus45-685`);
    const sources = page.locator('treaty-sources');
    const take = async (format: string): Promise<string> => {
      await sources.getByRole('button', { name: format, exact: true }).click();
      await sources.getByText('Copied.').waitFor();
      await expect.poll(() => clipboard(page)).toBe(await sources.locator('pre.reference').textContent());
      return clipboard(page);
    };
    expect(await take('Text')).toContain('Harriman to Truman and Byrnes');
    expect(await take('BibTeX')).toMatch(/^@\w+\{frus45-685,/);
    expect(JSON.parse(await take('CSL-JSON'))).toMatchObject([{ id: 'frus45-685' }]);
    await page.close();
  });

  it('is a reference to the view, with the address that opens it', async () => {
    const page = await open(`${built.host.url}#date=1949-10-02&viewpoint=ussr`);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('combobox', { name: 'Form of the reference' }).selectOption('bibtex');
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('#citation')?.value.startsWith('@'),
    );
    await page.locator('[data-copies=citation]').click();
    await page.locator('.copied', { hasText: 'Copied.' }).waitFor();
    const bibtex = await clipboard(page);
    expect(bibtex).toMatch(/^@\w+\{/);
    expect(bibtex).toMatch(/2 \{?October\}? 1949/);
    expect(bibtex).toContain('date=1949-10-02');
    await page.close();
  });
});
