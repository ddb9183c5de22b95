import { chromium, type BrowserContext, type Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../chromium';
import { PARTS, type Address } from '../../src/page/address';
import { readAtlas } from '../unit/read-atlas';
import { useBuiltSite } from './built-site';

type State = Address;

const STATES = 200;
/** Tabs open side by side. */
const TABS = 4;

// Without WebGL a tab opens in a fraction of a second; what an address says does not depend on a map. One test has both.
const built = useBuiltSite({ args: ['--disable-3d-apis'] });
let context: BrowserContext;

beforeAll(async () => {
  context = await built.browser.newContext({ viewport: { width: 1440, height: 900 } });
});

/** Numbers from 0 to 1, the same in every run. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function randomStates(count: number): Promise<State[]> {
  const atlas = await readAtlas();
  const random = randomly(1945);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const number = (from: number, to: number, places: number): number =>
    Number((from + random() * (to - from)).toFixed(places));
  const homes = {
    instruments: atlas.instruments.map(({ id }) => id),
    events: atlas.events.map(({ item }) => item.id),
    claims: atlas.claims.map(({ id }) => id),
    sources: [...atlas.sources.keys()],
  };
  const alone = [...atlas.territories.keys(), ...atlas.provisions.map(({ item }) => item.id)];
  const layers = atlas.manifest.layers.map(({ id }) => id);
  const { first, last } = atlas.range;
  return Array.from({ length: count }, (): State => {
    const panel = one([null, 'days', 'place', 'events', 'tour', 'instruments', 'claims', 'sources'] as const);
    const inside =
      panel === null || panel === 'place' || panel === 'days'
        ? alone
        : homes[panel === 'tour' ? 'events' : panel];
    const anyDay = (): string =>
      new Date(Math.floor(first + random() * (last - first + 1)) * 86_400_000).toISOString().slice(0, 10);
    const second = random();
    return {
      date: anyDay(),
      ...(second < 0.35 && { 'compare-date': anyDay() }),
      ...(second > 0.65 && { 'span-from': anyDay() }),
      ...(random() < 0.7 && {
        at: `${number(80, 140, 4)},${number(30, 58, 4)}`,
        zoom: String(number(3, 9, 2)),
      }),
      ...(panel && { panel }),
      ...(random() < 0.6 && { select: one(inside) }),
      ...((panel === 'place' || random() < 0.2) && {
        place: `${number(-180, 180, 5)},${number(-90, 90, 5)}`,
      }),
      ...(random() < 0.6 && { viewpoint: one(['roc', 'prc', 'ussr', 'mpr']) }),
      ...(random() < 0.6 && { layers: layers.filter(() => random() < 0.5).join(' ') }),
    };
  });
}

async function open(in_: BrowserContext, hash: string): Promise<Page> {
  const page = await in_.newPage();
  await page.goto(`${built.host.url}${hash}`);
  await page.evaluate(async () => {
    await customElements.whenDefined('treaty-map');
    await document.querySelector('treaty-map')?.settled();
  });
  return page;
}

const stateOf = (page: Page): Promise<State> =>
  page.evaluate(
    async (parts) => {
      const map = document.querySelector('treaty-map');
      await map?.settled();
      return Object.fromEntries(
        parts.flatMap((part) => {
          const value = map?.getAttribute(part) ?? null;
          return value === null ? [] : [[part, value]];
        }),
      );
    },
    [...PARTS],
  );

/** Gives the map of a page a state, as attributes. */
const give = (page: Page, state: State): Promise<void> =>
  page.evaluate(
    async ([parts, wanted]) => {
      const map = document.querySelector('treaty-map');
      for (const part of parts) {
        const value = wanted[part];
        if (value === undefined) map?.removeAttribute(part);
        else map?.setAttribute(part, value);
      }
      await map?.settled();
    },
    [[...PARTS], state] as const,
  );

const hashOf = (page: Page): Promise<string> => page.evaluate(() => location.hash);

describe('the address', () => {
  it('opens in a new tab as it was copied, for 200 states that vary every part', async () => {
    const states = await randomStates(STATES);
    for (const part of PARTS) {
      expect(states.filter((state) => part in state).length, part).toBeGreaterThan(STATES / 4);
    }
    const author = await open(context, '');
    const copied: { state: State; hash: string }[] = [];
    for (const state of states) {
      await give(author, state);
      expect(await stateOf(author)).toEqual(state);
      copied.push({ state, hash: await hashOf(author) });
    }
    const tab = async (): Promise<void> => {
      for (let next = copied.pop(); next; next = copied.pop()) {
        const page = await open(context, next.hash);
        expect(await stateOf(page), next.hash).toEqual(next.state);
        expect(await hashOf(page)).toBe(next.hash);
        await page.close();
      }
    };
    await Promise.all(Array.from({ length: TABS }, tab));
    await author.close();
  });

  it('has a step in the history for what is chosen and none for the day, and goes back and forward', async () => {
    const page = await open(context, '');
    expect(await hashOf(page)).toBe('');
    const length = (): Promise<number> => page.evaluate(() => history.length);
    const before = await length();
    for (const date of ['1946-01-04', '1946-01-05']) await give(page, { date });
    expect([await hashOf(page), await length()]).toEqual(['#date=1946-01-05', before]);
    const show = (id: string): Promise<void> =>
      page.evaluate(async (chosen) => {
        const map = document.querySelector('treaty-map');
        map?.select(chosen);
        await map?.settled();
      }, id);
    await show('e31');
    await show('agreement-railway-1945');
    expect(await length()).toBe(before + 2);
    expect(await stateOf(page)).toEqual({
      date: '1950-02-14',
      select: 'agreement-railway-1945',
      panel: 'instruments',
    });
    await page.goBack();
    expect(await stateOf(page)).toEqual({ date: '1950-02-14', select: 'e31', panel: 'events' });
    await page.goBack();
    expect(await stateOf(page)).toEqual({ date: '1946-01-05' });
    await page.goForward();
    expect(await stateOf(page)).toEqual({ date: '1950-02-14', select: 'e31', panel: 'events' });
    await page.close();
  });

  it('leaves out what it does not know and says so once, and mends what is no good', async () => {
    const page = await open(context, '#date=1946-01-05&utm_source=letter&select=atlantis&zoom=near');
    await page.locator('#notice').getByText('utm_source=letter').waitFor();
    expect(await stateOf(page)).toEqual({ date: '1946-01-05' });
    expect(await hashOf(page)).toBe('#date=1946-01-05');
    await page.locator('#notice button').click();
    await page.evaluate(() => (location.hash = '#date=1946-01-06&utm_source=letter'));
    await page.waitForFunction(() => document.querySelector('treaty-map')?.date === '1946-01-06');
    expect(await page.locator('#notice').isVisible()).toBe(false);
    await page.close();
  });

  it('brings the map to where it was', async () => {
    const live = await chromium.launch(await launchOptions());
    try {
      const tabs = await live.newContext({ viewport: { width: 900, height: 600 } });
      const hash = '#date=1945-08-22&at=121.6,39.1&zoom=7.6&select=e06&panel=events';
      const page = await open(tabs, hash);
      expect(await hashOf(page)).toBe(hash);
      const camera = await page.evaluate(() => {
        const map = document.querySelector('treaty-map')?.maplibre;
        return map && [map.getCenter().lng, map.getCenter().lat, map.getZoom()];
      });
      expect(camera).toEqual([121.6, 39.1, 7.6].map((value) => expect.closeTo(value, 4) as number));
    } finally {
      await live.close();
    }
  });
});
