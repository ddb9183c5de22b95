/**
 * Measures a step of the date, on every contestant by turns within one run, and writes `results.json` and `results.md`.
 * `npm run bench`; with `-- --quick` fewer steps of fewer data, and nothing is written.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { format, resolveConfig } from 'prettier';
import type { Manifest, Source } from '../../src/atlas/schema';
import { launchOptions } from '../chromium.ts';
import { serve } from '../embed/serve.ts';
import { generateAtlas } from './generate.ts';
import type { Arena, Results, Row } from './protocol.ts';
import { median, percentile, reachedOf, reportOf, summaryOf, tableOf } from './table.ts';

declare const window: { arena: Arena; firstMap?: number };

const SEED = 1945;
const SITE = resolve('dist');
const BENCH = resolve('dist/bench');
const HERE = resolve('tests/bench');
const VIEWPORT = { width: 960, height: 600 };
const quick = process.argv.includes('--quick');
const only = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const SIZES = only.length > 0 ? only : quick ? [0, 3000] : [0, 3000, 20_000, 300];
const ROUNDS = quick ? 4 : 10;
const STEPS = 3;
const MANY_STEPS = 1000;
/** First day of the treaty's range, days since 1970, and how many there are. */
const FIRST = -9131;
const DAYS = 3287;
/** A contestant that has taken so long with one set of data has shown what it can, milliseconds. */
const PATIENCE = quick ? 4_000 : 6_000;
/** A contestant that takes as long for one step gets one turn, milliseconds: there is nothing near to tell apart. */
const SLOW = 1_000;
const DRAG = 800;
const FIRST_MAPS = quick ? 3 : 7;

const nameOf = (count: number): string => (count === 0 ? 'treaty-1945' : `generated-${count}`);

const sizeOf = ({ data }: Row): number => Number(/^generated-(\d+)$/.exec(data)?.[1] ?? 0);

async function json<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

/** Writes an atlas of so many polygons beside the treaty's, with its base map, as any other atlas: files that `src` loads. */
async function writeAtlas(count: number): Promise<void> {
  const folder = join(BENCH, nameOf(count));
  await cp('geo/treaty-1945', folder, { recursive: true });
  if (count === 0) return;
  const like = await json<Manifest>(join(folder, 'atlas.json'));
  const [source] = await json<Source[]>(join(folder, like.record.sources));
  const { manifest, provisions, shapes } = generateAtlas(count, SEED, like, String(source?.id));
  const nothing = { type: 'FeatureCollection', features: [] };
  const files: [string, unknown][] = [
    ['atlas.json', manifest],
    [like.record.provisions, provisions],
    ...[like.record.instruments, like.record.events, like.record.claims].map((file): [string, unknown] => [
      file,
      [],
    ]),
    ...[like.drawing.stations, like.drawing.bands].map((file): [string, unknown] => [file, nothing]),
    ...shapes,
  ];
  await mkdir(folder, { recursive: true });
  for (const [file, content] of files) await writeFile(join(folder, file), JSON.stringify(content));
}

interface Metrics {
  readonly task: number;
  readonly script: number;
}

/** How long the main thread has worked so far, and of that in script, milliseconds. */
async function metrics(cdp: CDPSession): Promise<Metrics> {
  const { metrics: all } = await cdp.send('Performance.getMetrics');
  const read = (name: string): number => (all.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
  return { task: read('TaskDuration'), script: read('ScriptDuration') };
}

/** Bytes of the heap that are in use once the garbage is gone. */
async function heap(cdp: CDPSession): Promise<number> {
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** One contestant while it is measured. */
interface Tally {
  readonly steps: number[];
  readonly floors: number[];
  messages: number;
  spent: number;
  mainThread: number;
  drag: number;
}

async function runOn(page: Page, cdp: CDPSession, count: number): Promise<Row[]> {
  const data = nameOf(count);
  const names = await page.evaluate(() => window.arena.names());
  const days = await page.evaluate((all) => window.arena.days(all), ROUNDS * STEPS + 1);
  const wrong = await page.evaluate((some) => window.arena.unfaithful(some), days);
  if (wrong.length > 0) throw new Error(`${data}: the picture does not follow the day: ${wrong.join(', ')}`);
  const tallies = new Map<string, Tally>(
    names.map((name) => [name, { steps: [], floors: [], messages: 0, spent: 0, mainThread: NaN, drag: NaN }]),
  );
  const rotated = (round: number): [string, Tally][] => {
    const all = [...tallies];
    return [...all.slice(round % all.length), ...all.slice(0, round % all.length)];
  };
  for (let round = 0; round < ROUNDS; round++) {
    // Spread over the range, so that a run that is broken off has not seen its beginning alone.
    const from = ((round * 7) % ROUNDS) * STEPS;
    const some = days.slice(from, from + STEPS + 1);
    for (const [name, tally] of rotated(round)) {
      if (tally.spent > PATIENCE || median(tally.steps) > SLOW) continue;
      const start = performance.now();
      const { steps, floors, messages } = await page.evaluate(
        ([who, when, patience]) => window.arena.measure(who, when, patience),
        [name, some, PATIENCE - tally.spent] as const,
      );
      tally.spent += performance.now() - start;
      tally.steps.push(...steps);
      tally.floors.push(...floors);
      tally.messages += messages;
    }
  }
  // The work of the main thread, with nobody reading back what was drawn: that would count the drawing as its work.
  for (const [name, tally] of tallies) {
    const some = days.slice(0, median(tally.steps) > 300 ? 2 : 6);
    await page.evaluate((who) => window.arena.show(who), name);
    const before = await metrics(cdp);
    await page.evaluate(([who, when]) => window.arena.steps(who, when), [name, some] as const);
    tally.mainThread = ((await metrics(cdp)).task - before.task) / some.length;
  }
  for (const [name, tally] of tallies) {
    tally.drag = await page.evaluate(([who, time]) => window.arena.drag(who, 10, time), [
      name,
      DRAG,
    ] as const);
  }
  return [...tallies].map(([name, { steps, floors, messages, mainThread, drag }]) => ({
    data,
    name,
    steps: steps.length,
    p50: median(steps),
    p95: percentile(steps, 0.95),
    floor: median(floors),
    mainThread,
    messages: messages / steps.length,
    drag,
  }));
}

async function untouchedOn(page: Page, cdp: CDPSession): Promise<NonNullable<Results['untouched']>> {
  const before = await metrics(cdp);
  const untouched = await page.evaluate(() => window.arena.untouched(60));
  const after = await metrics(cdp);
  return { ...untouched, script: (after.script - before.script) / untouched.steps };
}

/**
 * What 1,000 steps through the change days of the treaty leave on the heap, on a page of its own; the map is small there,
 * so that it does not take minutes. What is kept on purpose is there after the first round.
 */
async function growthOn(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  const cdp = await page.context().newCDPSession(page);
  await page.goto(`${url}bench/first-treaty-map.html`);
  await page.waitForFunction(() => window.firstMap !== undefined, null, { timeout: 60_000 });
  const step = (count: number, stride: number): Promise<void> =>
    page.evaluate(
      async ([first, days, steps, by]) => {
        const element = document.querySelector('treaty-map');
        // The last step is to the first day, since the list of one day is longer than that of another.
        for (let at = 1; element && at <= steps; at++) {
          const time = (first + (at === steps ? 0 : (at * by) % days)) * 864e5;
          element.date = new Date(time).toISOString().slice(0, 10);
          await element.settled();
        }
      },
      [FIRST, DAYS, count, stride] as const,
    );
  // Day by day, so through every stretch between two change days.
  await step(DAYS, 1);
  const before = await heap(cdp);
  await step(MANY_STEPS, 389);
  const growth = (await heap(cdp)) - before;
  await page.close();
  return growth;
}

/**
 * A second after a page has come, the browser takes down the empty one that it replaced, and the page waits for that as long as
 * the graphics process has work: that of whoever takes longer than a second for its map. So first maps are made in a frame
 * of a page that has that behind it, milliseconds.
 */
const EMPTY_PAGE_GOES = 1500;

/** Each with nothing in its cache, by turns. */
async function firstMaps(
  browser: Browser,
  url: string,
  size: Results['size'],
): Promise<NonNullable<Results['first']>> {
  const first = { treatyMap: [] as number[], bare: [] as number[] };
  const pages = [
    ['treatyMap', 'first-treaty-map.html'],
    ['bare', `first-bare.html?width=${size.width}&height=${size.height}`],
  ] as const;
  for (let time = 0; time < FIRST_MAPS; time++) {
    for (const [name, address] of time % 2 === 0 ? pages : [...pages].reverse()) {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.goto(`${url}bench/frame.html`);
      await page.waitForTimeout(EMPTY_PAGE_GOES);
      const navigated = page.waitForEvent('framenavigated');
      await page.locator('iframe').evaluate((frame: HTMLIFrameElement, src) => (frame.src = src), address);
      const frame = await navigated;
      await frame.waitForFunction(() => window.firstMap !== undefined, null, { timeout: 60_000 });
      first[name].push(await frame.evaluate(() => window.firstMap as number));
      await page.close();
    }
  }
  return first;
}

/** Puts the results of a whole run into the README of the tests, between its two marks. */
async function writeReadme(results: Results): Promise<void> {
  const file = resolve('tests/README.md');
  const text = await readFile(file, 'utf8');
  const marked = text.replace(
    /(<!-- bench -->)[^]*(<!-- \/bench -->)/,
    (_, begin: string, end: string) => `${begin}\n\n${summaryOf(results)}\n\n${end}`,
  );
  await writeFile(file, await format(marked, { ...(await resolveConfig(file)), filepath: file }));
}

async function main(): Promise<void> {
  const began = performance.now();
  for (const count of SIZES) await writeAtlas(count);
  const host = await serve(SITE);
  const options = await launchOptions();
  const browser = await chromium.launch({
    ...options,
    // Frames come as fast as they are drawn: waiting for the next tick of a screen would be counted as work.
    args: [...(options.args ?? []), '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const arena = async (count: number): Promise<[Page, CDPSession]> => {
    const page = await browser.newPage({ viewport: VIEWPORT });
    page.on('pageerror', (error) => console.error(error));
    page.on('console', (entry) => entry.type() === 'error' && console.error(entry.text()));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    await page.goto(`${host.url}bench/arena.html`);
    await page.waitForFunction(() => 'arena' in window);
    await page.evaluate((atlas) => window.arena.open(atlas), `./${nameOf(count)}/atlas.json`);
    return [page, cdp];
  };
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    browser: `Chromium ${browser.version()}`,
    load: 0,
    seed: SEED,
    size: { width: 0, height: 0 },
    rows: [],
    untouched: null,
    growth: null,
    first: null,
  };
  // What has been measured is written at once: a run that is broken off is not lost.
  const keep = async (more: Partial<Results>): Promise<void> => {
    Object.assign(results, more, { load: loadavg()[1] ?? 0 });
    if (quick || only.length > 0) return;
    await writeFile(join(HERE, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
    await writeFile(join(HERE, 'results.md'), reportOf(results));
  };
  try {
    for (const count of SIZES) {
      const [page, cdp] = await arena(count);
      if (count === SIZES[0]) {
        await keep({ size: await page.evaluate(() => window.arena.size()) });
        const style = await page.evaluate(() => window.arena.baseStyle());
        await writeFile(join(BENCH, 'style.json'), JSON.stringify(style));
      }
      const own = await runOn(page, cdp, count);
      console.log(tableOf(own));
      await keep({ rows: [...results.rows, ...own].sort((a, b) => sizeOf(a) - sizeOf(b)) });
      if (count === SIZES[0]) await keep({ untouched: await untouchedOn(page, cdp) });
      await page.close();
    }
    await keep({ first: await firstMaps(browser, host.url, results.size) });
    await keep({ growth: await growthOn(browser, host.url) });
    if (!quick && only.length === 0) await writeReadme(results);
    console.log(JSON.stringify({ ...results, rows: undefined }, null, 2));
    console.log(reachedOf(results.rows));
    console.log(`took ${Math.round((performance.now() - began) / 1000)} s`);
  } finally {
    await browser.close();
    await host.close();
  }
}

await main();
