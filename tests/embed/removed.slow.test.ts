import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBuiltSite } from './built-site';

const built = useBuiltSite();

beforeAll(async () => {
  const script = '<script type="module" src="treaty-map.js"></script>';
  const html = `<!doctype html><title>Bare</title>${script}<body></body>`;
  await writeFile(join(built.folder, 'bare.html'), html);
});

describe('an element that is removed', () => {
  it('leaves nothing behind, mounted and unmounted fifty times', async () => {
    const page = await built.browser.newPage({ viewport: { width: 360, height: 360 } });
    // A browser that has too many WebGL contexts at once takes the oldest away, and says so.
    const said: string[] = [];
    page.on('console', (entry) => said.push(entry.text()));
    await page.goto(`${built.host.url}bare.html`);
    await page.evaluate(() => customElements.whenDefined('treaty-map'));
    const cdp = await page.context().newCDPSession(page);
    const mount = (times: number): Promise<void> =>
      page.evaluate(async (count) => {
        for (let left = count; left > 0; left -= 1) {
          const map = document.createElement('treaty-map');
          map.style.height = '320px';
          document.body.append(map);
          await map.ready;
          map.remove();
          await new Promise(requestAnimationFrame);
        }
      }, times);
    const measure = async (): Promise<Record<string, number>> => {
      for (let i = 0; i < 3; i += 1) await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await cdp.send('Performance.enable');
    await mount(5);
    const before = await measure();
    await mount(50);
    const after = await measure();
    const workers = page.workers().length;
    // A leak would be fifty times whatever one map has: some hundred nodes, some dozen listeners.
    expect((after['Nodes'] ?? 0) - (before['Nodes'] ?? 0)).toBeLessThan(50);
    expect((after['JSEventListeners'] ?? 0) - (before['JSEventListeners'] ?? 0)).toBeLessThan(50);
    expect(workers).toBeLessThanOrEqual(2);
    expect(said.filter((text) => /context/i.test(text))).toEqual([]);
  });
});
