import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { rolldown } from 'rolldown';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchOptions } from '../chromium';
import { buildSite } from './build';
import { blocksUnder, readmeBlocks, YOUR_SITE } from './readme';
import { serve, type Host } from './serve';

/*
 * What the README tells a stranger to write is copied out of it and run, on a site of the stranger's own; and so are the
 * example pages.
 */
const PAGES = 'tests/embed/pages';

const run = promisify(execFile);

/** What a stranger would write with the types of the package; a mistake on purpose shows that they are there. */
const TYPED = `
import 'treaty-map/define';
import { TreatyMap, type TreatyDateChangeEvent, type TreatyRecord } from 'treaty-map';
import { atlasAddress } from 'treaty-map/atlas';

TreatyMap.atlas = atlasAddress;
const map: TreatyMap = document.createElement('treaty-map');
map.layers = ['mongolia'];
map.addEventListener('treaty-date-change', (event) => {
  const change: TreatyDateChangeEvent = event;
  document.title = change.date;
});
const records: readonly TreatyRecord[] = map.inForce('1946-01-05');
document.title = records.map(({ territory }) => territory ?? '').join() + map.maplibre?.getZoom().toFixed(2);
const marks: readonly { readonly date: string }[] | undefined = document.querySelector('treaty-date-slider')?.marks;
document.title = marks?.[0]?.date ?? '';
// @ts-expect-error There is no such projection.
map.projection = 'globe';
`;

let folder: string;
/** The site of the map, built as the README says. */
let map: Host;
let theirs: Host;
let browser: Browser;
let page: Page;
let errors: string[];
let requests: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'treaty-map-'));
  const [build = ''] = blocksUnder('WordPress and others (oEmbed)', 'sh');
  expect(build).toBe(`SITE_URL=${YOUR_SITE} npm run build\n`);
  await Promise.all([
    buildSite(join(folder, 'site/treaty-map'), { SITE_URL: YOUR_SITE }),
    run('npm', ['run', 'build:lib']),
  ]);
  await mkdir(join(folder, 'theirs'));
  map = await serve(join(folder, 'site'));
  theirs = await serve(join(folder, 'theirs'));
  browser = await chromium.launch(await launchOptions());
});

afterAll(async () => {
  await browser.close();
  await map.close();
  await theirs.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  [errors, requests] = [[], []];
  page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  page.on('request', (request) => requests.push(request.url()));
});

afterEach(async () => {
  expect(errors).toEqual([]);
  const own = [map.url, theirs.url];
  expect(
    requests.filter((url) => !/^(blob|data|about):/.test(url) && !own.some((site) => url.startsWith(site))),
  ).toEqual([]);
  await page.close();
});

/** Puts a page on the stranger's site and opens it; what it asks of the reader's own site it finds. */
async function open(html: string): Promise<void> {
  const name = `page-${Math.random().toString(36).slice(2)}.html`;
  await writeFile(join(folder, 'theirs', name), html.replaceAll(YOUR_SITE, `${map.url}treaty-map/`));
  await page.goto(`${theirs.url}${name}`);
}

const SCRIPT = `<script type="module" src="${YOUR_SITE}treaty-map.js"></script>`;
const asPage = (block: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Theirs</title><link rel="icon" href="data:,">${block}`;

/** Waits until every map of every frame shows its date. */
async function allReady(): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      const maps = [...document.querySelectorAll('treaty-map')];
      if (maps.length > 0) await customElements.whenDefined('treaty-map');
      for (const map of maps) {
        await map.ready;
        await map.settled();
      }
    });
  }
}

const shown = (name: string): Promise<string | null> =>
  page.evaluate((wanted) => document.querySelector('treaty-map')?.getAttribute(wanted) ?? null, name);

describe('the README', () => {
  it('has a map in two lines', async () => {
    const [block = ''] = blocksUnder('In your page', 'html');
    expect(block.trim().split('\n')).toHaveLength(2);
    await open(asPage(block));
    await allReady();
    expect(await shown('date')).toBe('1945-08-14');
    expect(await shown('layers')).toBe('mongolia inner-mongolia chinese-eastern-railway');
  });

  it('has what is commonly wished for', async () => {
    const blocks = blocksUnder('For common wishes', 'html');
    await open(asPage(`${SCRIPT}${blocks.join('')}`));
    const frame = page.frames()[1];
    await frame?.waitForSelector('treaty-map');
    // One after the other comes into view, and is loaded then.
    await allReady();
    const [alone, column] = await page.evaluate(() =>
      [...document.querySelectorAll('treaty-map')].map((map) => {
        const { width, height } = map.getBoundingClientRect();
        const seen = ['.legend', '.list', '.bar', '.tools'].filter(
          (part) => map.shadowRoot?.querySelector(part)?.checkVisibility() ?? false,
        );
        return { day: map.date, theme: map.theme, layers: map.layers, width, height, seen };
      }),
    );
    expect(alone).toMatchObject({
      ...{ day: '1946-01-05', theme: 'dark', layers: ['mongolia', 'manchuria'], seen: ['.bar'] },
    });
    expect(column).toMatchObject({ day: '1947-05-01', width: 480, height: 600 });
    expect(await frame?.evaluate(() => document.querySelector('treaty-map')?.date)).toBe('1950-02-14');
    const box = await page.locator('iframe').boundingBox();
    expect((box?.width ?? NaN) / (box?.height ?? NaN)).toBeCloseTo(1.6, 1);
  });

  it('has a script tag, with what is set and heard', async () => {
    const [block = ''] = blocksUnder('Script tag', 'html');
    await open(asPage(block));
    await page.waitForFunction(() => document.querySelector('output')?.value === '1947-05-01');
    await allReady();
    expect(await shown('date')).toBe('1947-05-01');
  });

  it('has a package', async () => {
    const [install = ''] = blocksUnder('npm', 'sh');
    const { name, peerDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      name: string;
      peerDependencies: Record<string, string>;
    };
    expect(install.trim().split(' ')).toEqual(['npm', 'install', name, ...Object.keys(peerDependencies)]);
    const [block = ''] = blocksUnder('npm', 'js');
    const entry = resolve('dist/readme-npm.js');
    await writeFile(entry, block);
    const bundle = await rolldown({ input: { npm: entry }, platform: 'browser' });
    await bundle.write({ dir: join(folder, 'theirs'), format: 'es', entryFileNames: 'npm.js' });
    await rm(entry);
    await open(asPage('<body><script type="module" src="./npm.js"></script></body>'));
    await page.waitForSelector('treaty-map');
    await allReady();
    expect(await shown('date')).toBe('1946-01-05');
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['preserve', 'bundler'],
  ])('has types, for modules of the kind %s', async (module, moduleResolution) => {
    // Within the package its own name finds it, by what it exports.
    const project = await mkdtemp(join(resolve('dist'), 'typed-'));
    const compilerOptions = {
      ...{ module, moduleResolution, strict: true, noEmit: true, skipLibCheck: false },
      ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: ['geojson'] },
    };
    await writeFile(join(project, 'typed.ts'), TYPED);
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['typed.ts'] }));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', project]).catch(
      (failed: { stdout: string }) => failed,
    );
    await rm(project, { recursive: true });
    // What MapLibre's own packages declare is not ours to mend.
    expect(stdout.split('\n').filter((line) => line && !line.startsWith('node_modules/'))).toEqual([]);
  });

  it('has a package that does nothing in Node, and throws nothing', async () => {
    for (const name of ['treaty-map', 'treaty-map/define', 'treaty-map/atlas']) {
      const code = `await import('${name}'); console.log('imported')`;
      const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', code]);
      expect([name, stdout, stderr]).toEqual([name, 'imported\n', '']);
    }
  });

  it('has an iframe', async () => {
    const [block = ''] = blocksUnder('iframe', 'html');
    await open(asPage(block));
    const frame = page.frames()[1];
    await frame?.waitForSelector('treaty-map');
    await allReady();
    const of = (name: string): Promise<string | null | undefined> | undefined =>
      frame?.evaluate((wanted) => document.querySelector('treaty-map')?.getAttribute(wanted), name);
    expect(await of('date')).toBe('1946-01-05');
    expect(await of('layers')).toBe('mongolia manchuria');
  });

  it('has an iframe that is spoken with', async () => {
    const [, block = ''] = blocksUnder('iframe', 'html');
    await open(asPage(block.replace('height="500"', 'height="200"')));
    await page.waitForFunction(() => document.querySelector('iframe')?.getAttribute('height') === '500');
    const frame = page.frames()[1];
    await frame?.waitForFunction(() => {
      const map = document.querySelector('treaty-map');
      return map?.getAttribute('date') === '1947-05-01' && map.getAttribute('select') === 'mongolia-status';
    });
  });

  it('has an address for oEmbed', async () => {
    const [address = ''] = blocksUnder('WordPress and others (oEmbed)', 'text');
    const path = address.trim().replace(YOUR_SITE, 'treaty-map/');
    const oembed = JSON.parse(await readFile(join(folder, 'site', path, 'oembed.json'), 'utf8')) as {
      html: string;
    };
    await open(asPage(oembed.html));
    const frame = page.frames()[1];
    await frame?.waitForSelector('treaty-map');
    await allReady();
    expect(await frame?.evaluate(() => document.querySelector('treaty-map')?.date)).toBe('1946-01-05');
  });

  it('has a slider without a map', async () => {
    const [block = ''] = blocksUnder('Controls of their own', 'html');
    await open(asPage(`${SCRIPT}<treaty-map hidden></treaty-map>${block}`));
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('treaty-date-slider')?.date === '1945-08-15');
  });

  it('has no other block of HTML or JavaScript', () => {
    const code = readmeBlocks().filter(({ language }) => ['html', 'js', 'ts'].includes(language));
    expect(code.map(({ heading }) => heading)).toEqual([
      'In your page',
      'For common wishes',
      'For common wishes',
      'For common wishes',
      'Script tag',
      'npm',
      'iframe',
      'iframe',
      'Controls of their own',
    ]);
  });
});

describe('the example pages', async () => {
  for (const name of (await readdir(PAGES)).filter((file) => file.endsWith('.html'))) {
    it(name, async () => {
      await open(await readFile(join(PAGES, name), 'utf8'));
      await page.waitForSelector('treaty-map, iframe');
      for (const frame of page.frames().slice(1)) await frame.waitForSelector('treaty-map');
      await allReady();
      const said = await Promise.all(
        page
          .frames()
          .map((frame) =>
            frame.evaluate(() =>
              [...document.querySelectorAll('treaty-map')].map(
                (map) => map.shadowRoot?.querySelector('.problems:not([hidden])')?.textContent ?? '',
              ),
            ),
          ),
      );
      expect(said.flat().filter((text) => text.trim())).toEqual([]);
    });
  }
});
