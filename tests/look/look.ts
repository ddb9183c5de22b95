import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from '../chromium.ts';
import { serve } from '../embed/serve.ts';
import { addFonts } from './fonts.ts';
import { DAYS, SIZES, takeAll, THEMES } from './take.ts';

/*
 * Takes the pictures that a person looks at before a change lands, in the same fonts as the pictures that guard the look:
 * the built page at the eight days, three sizes and two themes. `npm run look -- FOLDER [day ...]`; THEMES and SIZES in
 * the environment choose among those.
 */
const [folder = 'dist/look', ...chosen] = process.argv.slice(2);
const { THEMES: themes, SIZES: widths } = process.env;
await mkdir(folder, { recursive: true });
const site = await mkdtemp(join(tmpdir(), 'treaty-map-'));
await cp('dist/site', site, { recursive: true });
await addFonts(site);
const host = await serve(site);
const browser = await chromium.launch(await launchOptions());
try {
  await takeAll(
    browser,
    {
      url: host.url,
      days: chosen.length > 0 ? chosen : DAYS,
      sizes: SIZES.filter(({ width }) => !widths || widths.includes(String(width))),
      themes: THEMES.filter((theme) => !themes || themes.includes(theme)),
    },
    (name, png) => writeFile(join(folder, `${name}.png`), png),
  );
} finally {
  await browser.close();
  await host.close();
  await rm(site, { recursive: true });
}
