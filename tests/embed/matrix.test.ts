import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../chromium';
import { buildSite } from './build';
import { buildNext, bundle, installPackage } from './packages';
import { showsMongolia } from './picture';
import { blocksUnder, YOUR_SITE } from './readme';
import { serve, type Host } from './serve';

/*
 * Every form of the map, in every framework, without a content security policy and under a strict one: a stranger's page
 * on a site of its own, and what a stranger would see of it.
 */

const FRAMEWORKS = ['plain', 'react', 'vue', 'svelte'] as const;
const BUNDLERS = ['vite', 'webpack', 'rollup', 'esbuild'] as const;

interface Case {
  readonly form: string;
  readonly framework: string;
  /** The page, from the root of its site. */
  readonly path: string;
  /** How the map is in the page. */
  readonly how: 'element' | 'script' | 'iframe';
  readonly sandbox?: string;
}

const CASES: readonly Case[] = [
  ...FRAMEWORKS.flatMap((framework): Case[] => {
    const path = `pages/${framework}.html`;
    return [
      { form: 'script tag', framework, path: `pages/script-${framework}.html`, how: 'script' },
      { form: 'iframe', framework, path, how: 'iframe' },
      { form: 'sandboxed iframe', framework, path, how: 'iframe', sandbox: 'allow-scripts' },
      ...BUNDLERS.map((bundler): Case => ({
        form: `npm in ${bundler}`,
        framework,
        path: `${bundler}/npm-${framework}.html`,
        how: 'element',
      })),
    ];
  }),
  { form: 'npm in next', framework: 'react', path: 'next/', how: 'element' },
];

let folder: string;
/** The site of the map. */
let map: Host;
/** The stranger's site, without a policy and with one for each way of having the map. */
const hosts = new Map<string, Host>();
let browser: Browser;

/** What the page itself needs, and then what the README asks for: nothing unsafe, and nothing more. */
const PAGE = `default-src 'none'; style-src 'self'`;
const [FOR_SCRIPT = '', FOR_PACKAGE = '', FOR_FRAME = ''] = blocksUnder('Content security policy', 'text');
const POLICIES: Readonly<Record<Case['how'], string>> = {
  element: `${PAGE}; script-src 'self' HASHES; ${FOR_PACKAGE}`,
  script: `${PAGE}; ${FOR_SCRIPT.replace('script-src', "script-src 'self'")}`,
  iframe: `${PAGE}; script-src 'self'; ${FOR_FRAME}`,
};

/** A policy for a page of the stranger's, with the address of the map's site in the place of the reader's own. */
const policyOf = (how: Case['how'], file: string): string =>
  POLICIES[how]
    .replaceAll(new URL(YOUR_SITE).origin, new URL(map.url).origin)
    .replace('HASHES', hashesOf(file))
    .trim();

/** The inline scripts that a page has (Next writes some), by their hashes. */
function hashesOf(file: string): string {
  const scripts = [...readFileSync(file, 'utf8').matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)];
  return scripts
    .map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
    .join(' ');
}

/** Two builds at a time: what is slowest stands alone in its row. */
async function buildTheirs(theirs: string): Promise<void> {
  const names = FRAMEWORKS.map((framework) => `npm-${framework}`);
  const row = async (bundlers: readonly string[]): Promise<void> => {
    for (const bundler of bundlers) await bundle(bundler, join(theirs, bundler), names);
  };
  await Promise.all([
    row(['webpack']),
    row(BUNDLERS.filter((bundler) => bundler !== 'webpack')).then(() => buildNext(theirs)),
  ]);
}

/** The pages without a package; `script-` with the script of the map's site. */
async function buildPages(folder: string): Promise<void> {
  await bundle('esbuild', folder, FRAMEWORKS);
  for (const framework of FRAMEWORKS) {
    const html = await readFile(join(folder, `${framework}.html`), 'utf8');
    const script = `<script type="module" src="${map.url}site/treaty-map.js"></script>`;
    await writeFile(join(folder, `script-${framework}.html`), html.replace('<!--scripts-->', script));
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'treaty-matrix-'));
  const theirs = join(folder, 'theirs');
  map = await serve(folder);
  await Promise.all([buildSite(join(folder, 'site')), installPackage(folder)]);
  await buildPages(join(theirs, 'pages'));
  await buildTheirs(theirs);
  hosts.set('none', await serve(theirs));
  for (const how of ['element', 'script', 'iframe'] as const) {
    const host = await serve(theirs, (file) =>
      file.endsWith('.html') ? { 'content-security-policy': policyOf(how, file) } : {},
    );
    hosts.set(how, host);
  }
  browser = await chromium.launch(await launchOptions());
}, 600_000);

afterAll(async () => {
  await browser.close();
  await Promise.all([map, ...hosts.values()].map((host) => host.close()));
  await rm(folder, { recursive: true });
});

interface Stranger {
  readonly heard: string[];
  readonly setDate: (date: string) => void;
}

/** The page that has the map: the stranger's, or the one in its iframe. */
async function pageOfMap(page: Page, how: Case['how']): Promise<Frame> {
  if (how !== 'iframe') return page.mainFrame();
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The iframe has no page.');
  return frame;
}

/** Whether the page lets a script be written into it, which no strict policy does. */
const runsInline = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inline = true';
    document.body.append(script);
    return 'inline' in window;
  });

describe.each([false, true])('under a strict policy: %s', (strict) => {
  it.each(CASES)('$form, $framework', async ({ path, how, sandbox }) => {
    const host = hosts.get(strict ? how : 'none') as Host;
    const page = await browser.newPage({ viewport: { width: 820, height: 520 } });
    const [errors, requests]: [string[], string[]] = [[], []];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
    page.on('request', (request) => requests.push(request.url()));
    const query = new URLSearchParams({
      form: how === 'iframe' ? 'iframe' : 'element',
      ...(how === 'iframe' && { frame: `${map.url}site/embed.html` }),
      ...(sandbox && { sandbox }),
    });
    await page.goto(`${host.url}${path}?${query.toString()}`);
    const frame = await pageOfMap(page, how);
    await frame.waitForFunction(() => document.querySelector('treaty-map:defined'));
    await frame.evaluate(async () => {
      await document.querySelector('treaty-map')?.ready;
      await document.querySelector('treaty-map')?.settled();
    });

    await page.evaluate(() => (window as unknown as Stranger).setDate('1946-01-05'));
    await page.waitForFunction(() => (window as unknown as Stranger).heard.includes('1946-01-05'));
    const shown = await frame.evaluate(async () => {
      await document.querySelector('treaty-map')?.settled();
      return document.querySelector('treaty-map')?.date;
    });
    expect(shown).toBe('1946-01-05');
    expect(await page.evaluate(() => (window as unknown as Stranger).heard)).toEqual(['1946-01-05']);
    expect(errors).toEqual([]);
    expect(await showsMongolia(page, frame)).toBe(true);
    const own = [host.url, map.url];
    expect(
      requests.filter((url) => !/^(blob|data):/.test(url) && !own.some((site) => url.startsWith(site))),
    ).toEqual([]);
    expect(await runsInline(page)).toBe(!strict);
    await page.close();
  });
});
