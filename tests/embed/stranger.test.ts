import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBuiltSite } from './built-site';
import { showsMongolia } from './picture';

/** The script tag in a stranger's page, which lies on another origin. */
const built = useBuiltSite();
let theirs: Server;
let page: Page;
let errors: string[];
let requests: string[];
/** What their server answers next. */
let answer: { html: string; headers: Readonly<Record<string, string>> };

beforeAll(async () => {
  theirs = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...answer.headers });
    response.end(answer.html);
  });
  await new Promise<void>((resolve) => theirs.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  theirs.closeAllConnections();
  await new Promise((resolve) => theirs.close(resolve));
});

afterEach(() => page.close());

/** Opens a page of theirs with the script in its head. */
async function open(body: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const script = `<script type="module" src="${built.host.url}treaty-map.js"></script>`;
  answer = {
    html: `<!doctype html><title>Theirs</title><link rel="icon" href="data:,">${script}<body>${body}`,
    headers,
  };
  [errors, requests] = [[], []];
  page = await built.browser.newPage({ viewport: { width: 1000, height: 700 } });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`http://127.0.0.1:${(theirs.address() as AddressInfo).port}/`);
  await page.evaluate(() => customElements.whenDefined('treaty-map'));
}

const ours = (): string[] => requests.filter((url) => url.startsWith(built.host.url));
const ready = (): Promise<string | null> =>
  page.evaluate(() =>
    (document.querySelector('treaty-map')?.ready ?? Promise.reject(new Error('no element'))).then(
      () => null,
      (error: Error) => error.message,
    ),
  );

/** Room above the map that no viewport reaches over: high before any script runs, and without a style. */
const FAR = '<canvas width="1" height="5000"></canvas>';

describe('the script tag in a page on another origin', () => {
  it('fetches the script alone until the map nears, then at most ten files before the first map', async () => {
    await open(`${FAR}<treaty-map date="1946-06-01"><p>Their own words</p></treaty-map>`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(ours()).toEqual([`${built.host.url}treaty-map.js`]);
    expect(await page.getByText('Their own words').count()).toBe(1);
    const before = await page.evaluate(() => document.head.innerHTML);
    await page.evaluate(() => {
      const map = document.querySelector('treaty-map');
      const shown = new Promise((resolve) => map?.addEventListener('treaty-ready', resolve, { once: true }));
      map?.scrollIntoView();
      return shown;
    });
    // What answers a click comes when the map is drawn.
    const answers = ours().findIndex((url) => /\/after-map-[^/]+\.js$/.test(url));
    const first = ours()
      .slice(0, answers)
      .filter((url) => !/\/relief-[^/]*$/.test(url));
    expect(first.length, first.join('\n')).toBeLessThanOrEqual(10);
    expect(first.some((url) => url.includes('/base.json'))).toBe(true);
    // The bundler's helpers are in the files that need them: as a file of their own all others would wait for it.
    expect(first.filter((url) => url.includes('rolldown-runtime'))).toEqual([]);
    expect(await showsMongolia(page)).toBe(true);
    expect(requests.filter((url) => !/^(blob|data):/.test(url)).length - 1).toBe(ours().length);
    // Nothing of theirs is touched.
    expect(await page.evaluate(() => document.head.innerHTML)).toBe(before);
    expect(
      await page.evaluate(() => [
        document.adoptedStyleSheets.length,
        document.cookie,
        localStorage.length,
        location.hash,
      ]),
    ).toEqual([0, '', 0, '']);
    expect(errors).toEqual([]);
  });

  it('fetches the record while the code for it is on its way', async () => {
    await open(`${FAR}<treaty-map></treaty-map>`);
    const record = page.waitForRequest(/\/atlas\.json$/);
    await page.route(/\/body-[^/]+\.js$/, async (route) => {
      await record;
      await route.continue();
    });
    await page.evaluate(() => document.querySelector('treaty-map')?.scrollIntoView());
    expect(await ready()).toBeNull();
    expect(ours().filter((url) => url.endsWith('/atlas.json'))).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('draws under a strict content security policy', async () => {
    const origin = built.host.url.slice(0, -1);
    const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin}; worker-src ${origin} blob:; img-src ${origin} data: blob:`;
    await open('<treaty-map date="1946-06-01"></treaty-map>', { 'content-security-policy': policy });
    expect(await ready()).toBeNull();
    // Before a picture is taken, for which the driver puts a style of its own into the page.
    expect(errors).toEqual([]);
    expect(await showsMongolia(page)).toBe(true);
  });

  it('fetches the pages beside the map when somebody comes to it, or opens one', async () => {
    const hasPages = (): boolean => ours().some((url) => /\/later-[^/]+\.js$/.test(url));
    await open('<treaty-map date="1946-06-01"></treaty-map>');
    expect(await ready()).toBeNull();
    expect(hasPages()).toBe(false);
    await page.getByRole('button', { name: 'Sources', exact: true }).click();
    await page.locator('treaty-sources h2').waitFor();
    expect(hasPages()).toBe(true);
    await page.waitForFunction(
      () =>
        document.querySelector('treaty-map')?.shadowRoot?.activeElement?.shadowRoot?.activeElement
          ?.tagName === 'H2',
    );
    await open('<treaty-map panel="claims"></treaty-map>');
    expect(await ready()).toBeNull();
    await page.evaluate(() => document.querySelector('treaty-map')?.settled());
    expect(await page.locator('treaty-claims h2').count()).toBe(1);
    await open('<treaty-map id="map"></treaty-map><treaty-place for="map"></treaty-place>');
    expect(await ready()).toBeNull();
    await page.evaluate(() => document.querySelector('treaty-map')?.settled());
    expect(await page.locator('treaty-place h2').count()).toBe(1);
    await open('<treaty-map id="map"></treaty-map>');
    expect(await ready()).toBeNull();
    await page.evaluate(() => {
      const late = document.createElement('treaty-claims');
      late.setAttribute('for', 'map');
      document.body.append(late);
      return document.querySelector('treaty-map')?.settled();
    });
    expect(await page.locator('treaty-claims h2').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('answers a click that comes before the code for it', async () => {
    await open(`${FAR}<treaty-map date="1946-06-01"></treaty-map>`);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let asked = 0;
    await page.route(/\/after-map-[^/]+\.js$/, async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    await page.evaluate(() => document.querySelector('treaty-map')?.scrollIntoView());
    await page.waitForFunction(() => document.querySelector('treaty-map')?.maplibre?.getLayer('relief'));
    const { x, y } = await page.evaluate(() => {
      const map = document.querySelector('treaty-map');
      const { left = 0, top = 0 } = map?.getBoundingClientRect() ?? {};
      const at = map?.project([103, 46.8]) ?? { x: 0, y: 0 };
      return { x: left + at.x, y: top + at.y };
    });
    await page.mouse.click(x, y);
    // Asked for, and on its way: nothing can have answered yet.
    await expect.poll(() => asked).toBe(1);
    expect(await page.locator('treaty-place').count()).toBe(0);
    release();
    await page.locator('treaty-place').getByText("Mongolian People's Republic").first().waitFor();
    expect(errors).toEqual([]);
  });

  it('says so where what answers a click is missing, and is ready and goes on without', async () => {
    await open(`${FAR}<treaty-map date="1946-06-01"></treaty-map>`);
    await page.route(/\/after-map-[^/]+\.js$/, (route) => route.fulfill({ status: 500 }));
    await page.evaluate(() => document.querySelector('treaty-map')?.scrollIntoView());
    expect(await ready()).toBeNull();
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain('could not be loaded');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    const box = await page.locator('treaty-map .map').first().boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    // Whoever clicks is told again.
    await alert.getByText('could not be loaded').first().waitFor();
    expect(await page.locator('treaty-place').count()).toBe(0);
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      if (map) map.date = '1949-10-02';
      await map?.settled();
    });
    expect(await showsMongolia(page)).toBe(true);
  });

  it('says so where the pages are missing, and goes on', async () => {
    await open('<treaty-map date="1946-06-01"></treaty-map>');
    expect(await ready()).toBeNull();
    await page.route(/\/later-[^/]+\.js$/, (route) => route.fulfill({ status: 404 }));
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      if (map) map.panel = 'sources';
      await map?.settled();
    });
    expect(await page.getByRole('alert').textContent()).toContain('could not be loaded');
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      if (map) map.date = '1949-10-02';
      await map?.settled();
    });
    expect(await showsMongolia(page)).toBe(true);
  });

  it('answers a press that comes before the code for it', async () => {
    await open('<treaty-map date="1946-06-01"></treaty-map>');
    expect(await ready()).toBeNull();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/later-[^/]+\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: /Write another day/ }).click();
    expect(await page.getByRole('textbox', { name: 'Write a day' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    release();
    await page.getByRole('textbox', { name: 'Write a day' }).waitFor();
    await page.locator('treaty-claims h2').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'How to play, and what the marks mean' }).click();
    await page.getByRole('checkbox', { name: /Begin again/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it('has a slider that works by itself, and says what it could not fetch', async () => {
    const alone = async (): Promise<void> => {
      await open('<treaty-map></treaty-map>');
      expect(await ready()).toBeNull();
      await page.evaluate(() => {
        document.body.innerHTML = '<treaty-date-slider></treaty-date-slider><p></p>';
        const slider = document.querySelector('treaty-date-slider');
        const said = document.querySelector('p');
        slider?.addEventListener('treaty-error', ({ message }) => said?.append(message));
        slider?.addEventListener('treaty-date-request', ({ date }) => (slider.date = date));
      });
    };
    await alone();
    await page.getByRole('button', { name: /Write another day/ }).click();
    await page.getByRole('textbox', { name: 'Write a day' }).fill('2 Oct 1949');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('treaty-date-slider')?.date === '1949-10-02');
    expect(errors).toEqual([]);
    await page.close();
    await alone();
    await page.route(/\/later-[^/]+\.js$/, (route) => route.fulfill({ status: 404 }));
    await page.getByRole('button', { name: /Write another day/ }).click();
    await page.getByText('could not be loaded').waitFor();
  });

  it('has list and slider, and a message, where Trusted Types forbid the worker', async () => {
    await open('<treaty-map></treaty-map>', {
      'content-security-policy': "require-trusted-types-for 'script'",
    });
    expect(await ready()).toMatch(/map/i);
    await page.getByRole('slider').first().focus();
    await page.keyboard.press('ArrowRight');
    // What is put in is gathered up to the next frame.
    await page.waitForFunction(() => document.querySelector('treaty-map')?.date === '1945-08-15');
    await page.evaluate(() => document.querySelector('treaty-map')?.settled());
    expect(await page.locator('treaty-record').getByText('Mongol').count()).toBeGreaterThan(0);
    expect(await page.getByRole('alert').count()).toBe(1);
  });

  it('has the map in an iframe where Trusted Types forbid the worker', async () => {
    await open(
      `<iframe src="${built.host.url}embed.html?date=1946-06-01" width="800" height="500"></iframe>`,
      {
        'content-security-policy': `require-trusted-types-for 'script'; frame-src ${built.host.url.slice(0, -1)}`,
      },
    );
    const frame = page.frames()[1];
    if (!frame) throw new Error('The iframe has no page.');
    await frame.waitForFunction(() => document.querySelector('treaty-map:defined'));
    await frame.evaluate(async () => {
      await document.querySelector('treaty-map')?.ready;
      await document.querySelector('treaty-map')?.settled();
    });
    expect(errors).toEqual([]);
    expect(await showsMongolia(page, frame)).toBe(true);
  });

  it('keeps the words of the page, and says so, where the rest of the code is missing', async () => {
    answer = { html: '', headers: {} };
    await open(`<p>Before</p>`);
    await page.route(/assets\//, (route) => route.fulfill({ status: 404 }));
    const message = await page.evaluate(() => {
      const map = document.createElement('treaty-map');
      map.textContent = 'Their own words';
      const failed = new Promise<string>((resolve) =>
        map.addEventListener('treaty-error', (event) => resolve(event.message), { once: true }),
      );
      document.body.append(map);
      return failed;
    });
    expect(message).toContain('could not be loaded');
    expect(await page.getByText('Their own words').isVisible()).toBe(true);
    expect(await ready()).toContain('could not be loaded');
  });

  it('works as one where two copies of the script are loaded', async () => {
    await open(
      `<treaty-map date="1946-06-01"></treaty-map><script type="module" src="${built.host.url}treaty-map.js?second"></script>`,
    );
    expect(await ready()).toBeNull();
    expect(await showsMongolia(page)).toBe(true);
    expect(errors).toEqual([]);
  });

  it('shows ten on one page, fetches the atlas once, and lets go of those far away', async () => {
    await open(
      '<treaty-map style="width: 420px; height: 420px; margin-block: 200px"></treaty-map>'.repeat(10),
    );
    const live = (): Promise<boolean[]> =>
      page.evaluate(() => [...document.querySelectorAll('treaty-map')].map((map) => map.maplibre !== null));
    for (const index of [0, 2, 4, 6, 8, 9, 5, 0]) {
      await page.evaluate(async (at) => {
        const map = document.querySelectorAll('treaty-map')[at];
        map?.scrollIntoView({ block: 'center' });
        while (!map?.maplibre) await new Promise(requestAnimationFrame);
        await map.settled();
        if (map.maplibre.getCanvas().getContext('webgl2')?.isContextLost()) throw new Error(`${at} is lost`);
      }, index);
    }
    const now = await live();
    expect(now[0]).toBe(true);
    expect(now.filter(Boolean).length).toBeLessThan(5);
    expect(now[9]).toBe(false);
    const still = await page.evaluate(
      () => document.querySelectorAll('treaty-map')[9]?.shadowRoot?.querySelectorAll('canvas.still').length,
    );
    expect(still).toBe(1);
    expect(ours().filter((url) => url.endsWith('atlas.json'))).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('is set from outside, and keeps what is good where it is set badly', async () => {
    await open(
      '<treaty-map from="1946-01-01" until="1950-12-31" controls="slider" theme="dark"></treaty-map>',
    );
    expect(await ready()).toBeNull();
    const state = await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      if (!map) return null;
      const told: string[] = [];
      map.addEventListener('treaty-error', (event) => told.push(event.message));
      const found = [map.date, map.from, map.until, map.theme, map.controls.join()];
      map.setAttribute('theme', 'purple');
      map.setAttribute('until', '1940-01-01');
      map.setAttribute('date', '1951-01-01');
      await map.settled();
      const kept = [map.getAttribute('theme'), map.getAttribute('until'), map.getAttribute('date')];
      const shown = ['.bar', '.list', '.tools', '.legend'].map((part) =>
        map.shadowRoot?.querySelector(part)?.checkVisibility(),
      );
      map.removeAttribute('from');
      map.removeAttribute('until');
      await map.settled();
      return { found, kept, shown, told: told.length, after: [map.from, map.until] };
    });
    expect(state).toEqual({
      found: ['1946-01-01', '1946-01-01', '1950-12-31', 'dark', 'slider'],
      kept: ['dark', '1950-12-31', '1946-01-01'],
      shown: [true, false, false, false],
      told: 3,
      after: ['1945-01-01', '1953-12-31'],
    });
  });

  it('leaves the wheel to the page unless Ctrl is held', async () => {
    await open('<treaty-map></treaty-map><div style="height: 3000px"></div>');
    expect(await ready()).toBeNull();
    await page.mouse.move(300, 250);
    const zoom = (): Promise<number> =>
      page.evaluate(() => document.querySelector('treaty-map')?.maplibre?.getZoom() ?? 0);
    const before = await zoom();
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => scrollY > 0);
    expect(await zoom()).toBe(before);
  });
});
