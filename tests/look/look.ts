import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from '../chromium.ts';
import { serve } from '../embed/serve.ts';

/*
 * Takes the pictures that a person looks at before a change lands: the built page at the eight days, three sizes and two
 * themes. `npm run look -- FOLDER [day ...]`; a day given twice is taken once.
 */

const DAYS = [
  '1945-08-13',
  '1945-08-14',
  '1946-01-05',
  '1947-05-01',
  '1949-10-02',
  '1950-02-14',
  '1952-12-31',
  '1953-02-24',
];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 480, height: 320 },
];

const [folder = 'tests/pictures', ...chosen] = process.argv.slice(2);
const themes = (process.env['THEMES'] ?? 'light dark').split(' ') as ('light' | 'dark')[];
const sizes = process.env['SIZES']
  ? SIZES.filter(({ width }) => process.env['SIZES']?.includes(String(width)))
  : SIZES;
await mkdir(folder, { recursive: true });
const host = await serve(resolve('dist/site'));
const browser = await chromium.launch(await launchOptions());
try {
  for (const theme of themes) {
    for (const viewport of sizes) {
      const page = await browser.newPage({ viewport, colorScheme: theme, hasTouch: viewport.width < 500 });
      page.on('pageerror', (error) => console.error(error));
      page.on('console', (entry) => entry.type() === 'error' && console.error(entry.text()));
      await page.goto(host.url);
      await page.evaluate(async () => {
        await customElements.whenDefined('treaty-map');
        await document.querySelector('treaty-map')?.ready;
      });
      for (const day of chosen.length > 0 ? chosen : DAYS) {
        await page.evaluate(async (date) => {
          const map = document.querySelector('treaty-map');
          if (!map) return;
          map.date = date;
          await map.settled();
        }, day);
        await page.screenshot({ path: join(folder, `${day}-${viewport.width}-${theme}.png`) });
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await host.close();
}
