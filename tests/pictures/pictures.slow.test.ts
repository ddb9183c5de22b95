import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pixelmatch from 'pixelmatch';
import { chromium, type Browser } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../chromium';
import { serve, type Host } from '../embed/serve';
import { addFonts } from '../look/fonts';
import { DAYS, SIZES, takeAll, THEMES } from '../look/take';

/*
 * The pictures that guard the look. `npm run pictures` takes them anew; a person looks at what has changed before it lands.
 * What differs is written to `dist/pictures`, to be looked at side by side.
 */
const KEPT = 'tests/pictures';
const DIFFERING = 'dist/pictures';
/** The share of pixels that may differ: about that of a village's name. The same machine takes the same picture twice. */
const TOLERANCE = 0.0005;

let site: string;
let host: Host;
let browser: Browser;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'treaty-map-'));
  const { NODE_ENV: _node, VITEST: _vitest, ...env } = process.env;
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', site, '--logLevel', 'error'], {
    env,
  });
  await addFonts(site);
  host = await serve(site);
  browser = await chromium.launch(await launchOptions());
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await rm(site, { recursive: true });
});

interface Raster {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

async function rasterOf(picture: Buffer): Promise<Raster> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

/** The share of pixels that are another colour. */
function difference(one: Raster, other: Raster): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const { width, height } = one;
  return pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.18 }) / (width * height);
}

describe.each(THEMES)('the page in the %s theme', (theme) => {
  it.each(SIZES)('is at $width x $height what it was when it was last looked at', async (size) => {
    const shots = { url: host.url, days: DAYS, sizes: [size], themes: [theme] };
    const differing: string[] = [];
    await takeAll(browser, shots, async (name, png) => {
      const file = join(KEPT, `${name}.webp`);
      // What is lost in packing is lost on both sides.
      const now = await sharp(png).webp({ quality: 88 }).toBuffer();
      if (process.env['PICTURES'] === 'take') {
        await writeFile(file, now);
        return;
      }
      const share = difference(await rasterOf(await readFile(file)), await rasterOf(now));
      if (share <= TOLERANCE) return;
      await mkdir(DIFFERING, { recursive: true });
      await writeFile(join(DIFFERING, `${name}.png`), png);
      differing.push(`${name}: ${(share * 100).toFixed(2)} %`);
    });
    expect(differing, `look at ${DIFFERING}; "npm run pictures" keeps them`).toEqual([]);
  });
});
