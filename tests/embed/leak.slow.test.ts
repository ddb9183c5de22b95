import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../chromium';
import { buildSite } from './build';
import { serve, type Host } from './serve';

const STEPS = 1000;
/** A map or a moment kept for each step would be tens of megabytes; the issue is to see one, not to measure. */
const BOUND = 2_000_000;

let folder: string;
let host: Host;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'treaty-map-'));
  await buildSite(folder);
  host = await serve(folder);
  browser = await chromium.launch(await launchOptions());
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await rm(folder, { recursive: true });
});

/** Bytes of the heap that are in use once the garbage is gone. */
async function heap(cdp: CDPSession): Promise<number> {
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** Steps through the days of the record, far apart, so that nearly every step is another picture. */
async function step(page: Page, count: number): Promise<void> {
  await page.evaluate(async (steps) => {
    const element = document.querySelector('treaty-map');
    if (!element) throw new Error('there is no map');
    const first = Date.parse(element.from);
    const days = (Date.parse(element.until) - first) / 864e5 + 1;
    for (let at = 0; at < steps; at++) {
      const day = (at * 389) % days;
      element.date = new Date(first + day * 864e5).toISOString().slice(0, 10);
      await element.settled();
    }
  }, count);
}

describe('a long session', () => {
  it(`keeps nothing of ${STEPS} steps of the date`, async () => {
    const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
    const cdp = await page.context().newCDPSession(page);
    await page.goto(`${host.url}embed.html`);
    await page.waitForSelector('treaty-map');
    await page.evaluate(() => document.querySelector('treaty-map')?.ready);
    // What is kept on purpose, a moment for each stretch between two change days, is there after the first round.
    await step(page, 300);
    const before = await heap(cdp);
    await step(page, STEPS);
    expect((await heap(cdp)) - before).toBeLessThan(BOUND);
    await page.close();
  });
});
