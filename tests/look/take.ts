import type { Browser, Page } from 'playwright';

/** The days, sizes and themes at which the page is looked at before a change lands. */
export const DAYS = [
  '1945-08-13',
  '1945-08-14',
  '1946-01-05',
  '1947-05-01',
  '1949-10-02',
  '1950-02-14',
  '1952-12-31',
  '1953-02-24',
] as const;
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 480, height: 320 },
] as const;
export const THEMES = ['light', 'dark'] as const;

export interface Shots {
  readonly url: string;
  readonly days: readonly string[];
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  readonly themes: readonly (typeof THEMES)[number][];
}

/** Opens the page and waits until it is drawn whole: the day, then the relief, which comes after the first picture. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('treaty-map'));
  await page.evaluate(async () => {
    const element = document.querySelector('treaty-map');
    await element?.ready;
    const map = element?.maplibre;
    if (!map) throw new Error('there is no map to take a picture of');
    while (!map.getLayer('relief')) await new Promise((resolve) => map.once('render', resolve));
    await new Promise((resolve) => {
      map.once('idle', resolve);
      map.triggerRepaint();
    });
  });
}

async function show(page: Page, day: string): Promise<void> {
  await page.evaluate(async (date) => {
    const map = document.querySelector('treaty-map');
    if (!map) return;
    map.date = date;
    await map.settled();
  }, day);
}

/**
 * Takes a picture of the page at each theme, size and day; `take` gets it as PNG, with a name that says which it is. Rejects
 * with the first error that a page raises.
 */
export async function takeAll(
  browser: Browser,
  { url, days, sizes, themes }: Shots,
  take: (name: string, png: Buffer) => Promise<void>,
): Promise<void> {
  for (const theme of themes) {
    for (const viewport of sizes) {
      const page = await browser.newPage({ viewport, colorScheme: theme, hasTouch: viewport.width < 500 });
      const broken = new Promise<never>((_resolve, reject) => page.once('pageerror', reject));
      await Promise.race([broken, open(page, url)]);
      for (const day of days) {
        await Promise.race([broken, show(page, day)]);
        await take(`${day}-${viewport.width}-${theme}`, await page.screenshot());
      }
      await page.close();
    }
  }
}
