import type { CDPSession, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useBuiltSite } from './built-site';

const STEPS = 1000;
/** A map or a moment kept for each step would be tens of megabytes; the issue is to see one, not to measure. */
const BOUND = 2_000_000;

const built = useBuiltSite();

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
    const page = await built.browser.newPage({ viewport: { width: 400, height: 300 } });
    const cdp = await page.context().newCDPSession(page);
    await page.goto(`${built.host.url}embed.html`);
    await page.waitForSelector('treaty-map');
    await page.evaluate(() => document.querySelector('treaty-map')?.ready);
    // What is kept on purpose, a moment for each stretch between two change days, is there after a first round of the same days.
    await step(page, STEPS);
    const before = await heap(cdp);
    await step(page, STEPS);
    expect((await heap(cdp)) - before).toBeLessThan(BOUND);
    await page.close();
  });
});
