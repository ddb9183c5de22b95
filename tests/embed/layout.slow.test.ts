import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { DAYS } from '../look/take';
import { useBuiltSite } from './built-site';

/** The project's page in windows of three sizes, by finger and by key, and on paper. */
const built = useBuiltSite();
let page: Page;

afterEach(() => page.close());

async function open(
  width: number,
  height: number,
  options: BrowserContextOptions = {},
  direction = 'ltr',
): Promise<void> {
  page = await built.browser.newPage({ viewport: { width, height }, ...options });
  await page.addInitScript(
    (dir) =>
      addEventListener('readystatechange', () => (document.documentElement.dir = dir), {
        once: true,
        capture: true,
      }),
    direction,
  );
  await page.goto(`${built.host.url}#date=1946-01-05`);
  await page.waitForFunction(() => customElements.get('treaty-map'));
  await page.evaluate(() => document.querySelector('treaty-map')?.ready);
}

interface Box {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All that can be pressed, shadow roots included, where it is seen: what scrolls out of its box is cut off at it. */
const targets = (): Promise<Box[]> =>
  page.evaluate(() => {
    const found: Element[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('button, select, a[href], summary, input, label.layer')) found.push(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? (element.textContent.trim() || element.className);
        return { name, left, top, right, bottom };
      })
      .filter(({ left, right, top, bottom }) => right > left && bottom > top);
  });

/** A box of the element's own shadow root. */
const boxOf = (selector: string): Promise<Box> =>
  page.evaluate((asked) => {
    const element = document.querySelector('treaty-map')?.shadowRoot?.querySelector(asked);
    const { left, top, right, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
    return { name: asked, left, top, right, bottom };
  }, selector);

const isShown = (selector: string): Promise<boolean> =>
  page.evaluate(
    (asked) =>
      document.querySelector('treaty-map')?.shadowRoot?.querySelector(asked)?.checkVisibility() ?? false,
    selector,
  );

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

/** Moves a finger from the middle of a box. */
async function swipe(selector: string, by: number): Promise<void> {
  const { left, right, top, bottom } = await boxOf(selector);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number): Promise<unknown> =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y: at }],
    });
  await touch('touchStart', y);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', y + by * part);
  await touch('touchEnd', y + by);
  await client.detach();
}

/** Waits until a sheet that comes up is there. */
const stillSheet = (): Promise<unknown> =>
  page.waitForFunction(() =>
    document
      .querySelector('treaty-map')
      ?.shadowRoot?.getAnimations()
      .every(({ playState }) => playState === 'finished'),
  );

describe('at 1440 x 900', () => {
  it('shows all of its signs, layers and viewpoints at once, whatever the day', async () => {
    await open(1440, 900);
    for (const viewpoint of ['all', 'roc', 'prc'] as const) {
      for (const day of DAYS) {
        const { hidden, below } = await page.evaluate(
          async ([date, eyes]) => {
            const map = document.querySelector('treaty-map');
            if (!map) throw new Error('there is no map');
            Object.assign(map, { date, viewpoint: eyes });
            await map.settled();
            const card = map.shadowRoot?.querySelector('.legend');
            const choice = card?.querySelector('treaty-legend')?.shadowRoot?.querySelector('select');
            if (!card || !choice) throw new Error('there is no legend');
            return {
              hidden: card.scrollHeight - card.clientHeight,
              below: choice.getBoundingClientRect().bottom - card.getBoundingClientRect().bottom,
            };
          },
          [day, viewpoint] as const,
        );
        if (viewpoint === 'all') expect(hidden, day).toBe(0);
        // With the words of one party it may be longer than there is room for.
        expect(below, `${day} ${viewpoint}`).toBeLessThan(0);
      }
    }
  });

  it('keeps the region between list and signs where a page is read from right to left', async () => {
    await open(1440, 900, {}, 'rtl');
    const [list, legend] = [await boxOf('.list'), await boxOf('.legend')];
    expect(list.right).toBeLessThan(legend.left);
    const [west, east] = await page.evaluate(() =>
      (
        [
          [88, 49],
          [131, 45],
        ] as const
      ).map((at) => document.querySelector('treaty-map')?.project([...at])?.x),
    );
    // From the west of Mongolia to the east of Manchuria, as broad as there is room.
    expect(west ?? NaN).toBeGreaterThan(list.right);
    expect(east ?? NaN).toBeLessThan(legend.left);
    expect((east ?? NaN) - (west ?? NaN)).toBeGreaterThan((legend.left - list.right) / 2);
  });
});

describe.each([
  [390, 844],
  [360, 740],
  [480, 320],
] as const)('at %i x %i, the day at a glance', (width, height) => {
  it('is there whole, and leaves the map the same size', async () => {
    await open(width, height, { hasTouch: true });
    const maps = new Set<string>();
    // With two on which there is most to say of where soldiers stand.
    for (const day of [...DAYS, '1945-08-22', '1945-09-10']) {
      await page.evaluate(async (date) => {
        const map = document.querySelector('treaty-map');
        if (map) map.date = date;
        await map?.settled();
      }, day);
      const { lines, cut } = await page.evaluate(() => {
        const root = document.querySelector('treaty-map')?.shadowRoot;
        const peek = root?.querySelector('.peek') ?? document.body;
        const glance = root?.querySelector('treaty-glance')?.shadowRoot;
        const found = [...(glance?.querySelectorAll<HTMLElement>('.line') ?? [])];
        const floor = peek.getBoundingClientRect().bottom;
        const isCut = (part: HTMLElement): boolean =>
          part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().bottom > floor + 1;
        const note = root
          ?.querySelector('treaty-date-slider.bar')
          ?.shadowRoot?.querySelector<HTMLElement>('.note');
        return {
          lines: found.length,
          cut: [
            ...found
              .flatMap((line) => [line, ...line.querySelectorAll('dd')])
              .filter((part) => part.clientWidth > 0 && isCut(part)),
            // What happened on the day, under the date.
            ...(note && note.scrollHeight > note.clientHeight + 1 ? [note] : []),
          ].map(({ textContent }) => textContent.replace(/\s+/g, ' ')),
        };
      });
      expect(lines, day).toBe(4);
      expect(cut, day).toEqual([]);
      const { right, bottom } = await boxOf('.map');
      maps.add(`${right} x ${bottom}`);
    }
    expect(maps.size).toBe(1);
    const [stage, peek, bar] = [await boxOf('.stage'), await boxOf('.peek'), await boxOf('.bar')];
    for (const [a, b] of [
      [stage, peek],
      [stage, bar],
      [peek, bar],
    ] as const)
      expect(overlap(a, b), `${a.name} / ${b.name}`).toBe(false);
  });
});

describe.each([
  [1440, 900],
  [390, 844],
  [480, 320],
] as const)('at %i x %i, what opens over the page', (width, height) => {
  it.each([
    ['story', 'What the map shows'],
    ['share', 'Share what you see'],
  ])('is whole and has nothing that axe finds: %s', async (id, name) => {
    await open(width, height, { hasTouch: width < 900 });
    // An embed as small as an article's has the buttons of the page at the head of the list.
    if (height < 480) await page.getByRole('button', { name: 'In force on this day' }).click();
    const opener = page.locator(`[data-opens=${id}]:visible`);
    await opener.click();
    const dialog = page.getByRole('dialog', { name });
    await dialog.waitFor();
    const box = (await dialog.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.addScriptTag({ content: axe.source });
    const violations = await dialog.evaluate(async (element) => {
      const run = (window as unknown as { axe: typeof axe }).axe.run;
      return (await run(element)).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      );
    });
    expect(violations).toEqual([]);
    if (width < 900) {
      const small = await dialog.locator('button, input, select, summary').evaluateAll((targets) =>
        targets
          // A choice is as large as its label.
          .filter((target) => (target.closest('label') ?? target).getBoundingClientRect().height < 43.9)
          .map(({ outerHTML }) => outerHTML),
      );
      expect(small).toEqual([]);
    }
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await dialog.isVisible()).toBe(false);
  });
});

describe('at 390 x 844, by finger', () => {
  it('gives every target 44 pixels, and none lies on another', async () => {
    await open(390, 844, { hasTouch: true });
    const all = await targets();
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter(({ left, right, top, bottom }) => right - left < 43.9 || bottom - top < 43.9)).toEqual(
      [],
    );
    const twos = all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
    expect(twos.filter(([a, b]) => overlap(a, b)).map(([a, b]) => `${a.name} / ${b.name}`)).toEqual([]);
  });

  it('brings up the list by a swipe and by a button, above the bar, and takes it down again', async () => {
    await open(390, 844, { hasTouch: true });
    expect(await isShown('.list')).toBe(false);
    await swipe('.openers .list-open', -120);
    expect(await isShown('.list')).toBe(true);
    await stillSheet();
    const [list, bar] = [await boxOf('.list'), await boxOf('.bar')];
    expect(overlap(list, bar)).toBe(false);
    expect([list.bottom, bar.bottom]).toEqual([bar.top, 844]);
    await swipe('.list-head', 120);
    expect(await isShown('.list')).toBe(false);
    // The browser takes a tap right after a swipe for a part of it.
    await expect
      .poll(async () => {
        if (!(await isShown('.list'))) await page.locator('treaty-map .list-open').tap();
        return isShown('.list');
      })
      .toBe(true);
    await page.keyboard.press('Escape');
    expect(await isShown('.list')).toBe(false);
  });

  it('leaves the map in sight below what answers a tap, until the answer is pulled up', async () => {
    await open(390, 844, { hasTouch: true });
    const stage = await boxOf('.stage');
    await page.touchscreen.tap(200, 220);
    await page.locator('treaty-map .place-mark').waitFor();
    await stillSheet();
    const half = await boxOf('.list');
    expect(half.top - stage.top).toBeGreaterThan((stage.bottom - stage.top) * 0.4);
    const mark = await boxOf('.place-mark');
    expect(mark.bottom).toBeLessThan(half.top);
    await swipe('.list-head', -120);
    const whole = await boxOf('.list');
    expect(whole.top - stage.top).toBeLessThan(100);
    expect(whole.bottom).toBe(half.bottom);
    await swipe('.list-head', 120);
    expect(await isShown('.list')).toBe(false);
    // Whoever opens the list itself wants to read.
    await page.locator('treaty-map .list-open').click();
    await stillSheet();
    expect((await boxOf('.list')).top).toBe(whole.top);
  });

  it('opens the signs as a dialog that Escape closes', async () => {
    await open(390, 844, { hasTouch: true });
    await page.locator('treaty-map .legend-open').tap();
    await page.getByRole('dialog', { name: 'Signs and layers' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe.each([
  [844, 390],
  [800, 500],
] as const)('at %i x %i, by finger', (width, height) => {
  it('says what it is above the map, and has the day at a glance beside it', async () => {
    await open(width, height, { hasTouch: true });
    const [stage, peek] = [await boxOf('.stage'), await boxOf('.peek')];
    expect(peek.left).toBeGreaterThanOrEqual(stage.right);
    expect(stage.right).toBeGreaterThan(width * 0.6);
    expect(stage.bottom).toBeGreaterThan(height * 0.7);
    const title = await page
      .getByRole('heading', { name: 'The Sino-Soviet Treaty of 14 August 1945' })
      .boundingBox();
    const share = await page.locator('[data-opens=share]:visible').boundingBox();
    expect(title && share && title.x + title.width < share.x).toBe(true);
    expect(title?.height).toBeLessThan(24);
    await page.getByRole('button', { name: 'The story behind the map' }).click();
    await page.getByRole('dialog', { name: 'What the map shows' }).waitFor();
  });
});

describe('at 480 x 320', () => {
  it('shows map, day, slider and one button for the list, and nothing lies on another', async () => {
    await open(480, 320);
    const [stage, bar] = [await boxOf('.stage'), await boxOf('.bar')];
    expect(overlap(stage, bar)).toBe(false);
    expect(stage.bottom - stage.top).toBeGreaterThan(160);
    expect(bar.bottom).toBeLessThanOrEqual(320);
    const above = (await targets()).filter(({ bottom }) => bottom <= stage.bottom);
    expect(above.map(({ name }) => name)).toContain('In force on this day');
    expect(above.length).toBeLessThanOrEqual(2);
    const twos = above.flatMap((a, index) => above.slice(index + 1).map((b) => [a, b] as const));
    expect(twos.filter(([a, b]) => overlap(a, b))).toEqual([]);
  });

  it('reaches the signs through the list', async () => {
    await open(480, 320);
    await page.getByRole('button', { name: 'In force on this day' }).click();
    await page.getByRole('button', { name: 'Signs and layers' }).click();
    await page.getByRole('dialog', { name: 'Signs and layers' }).waitFor();
    expect(await isShown('treaty-legend')).toBe(true);
  });

  it('has what the page offers at the head of the list, and nothing lies on another', async () => {
    await open(480, 320, { hasTouch: true });
    await page.getByRole('button', { name: 'In force on this day' }).click();
    await page.getByRole('button', { name: 'Close the list' }).waitFor();
    const head = await boxOf('.list-head');
    const offered = (await targets()).filter(
      ({ top, bottom }) => top >= head.top && bottom <= head.bottom + 1,
    );
    expect(offered.map(({ name }) => name).sort()).toEqual([
      'Close the list',
      'Share',
      'Signs and layers',
      'The story behind the map',
    ]);
    const twos = offered.flatMap((a, index) => offered.slice(index + 1).map((b) => [a, b] as const));
    expect(twos.filter(([a, b]) => overlap(a, b))).toEqual([]);
    await page.getByRole('button', { name: 'The story behind the map' }).click();
    await page.getByRole('dialog', { name: 'What the map shows' }).waitFor();
  });

  it('is laid out so in a wide window too, where the box is as small', async () => {
    await open(1440, 900);
    expect(await isShown('.tools')).toBe(true);
    await page.evaluate(() => {
      const map = document.querySelector('treaty-map');
      map?.style.setProperty('inline-size', '480px');
      map?.style.setProperty('block-size', '320px');
    });
    expect([await isShown('.tools'), await isShown('.list'), await isShown('.list-open')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('at 1440 x 900', () => {
  it('gives the map the window to its edges, and the list a column of 380 pixels', async () => {
    await open(1440, 900);
    const [map, list, bar] = [await boxOf('.map'), await boxOf('.list'), await boxOf('.bar')];
    expect([map.left, map.top, map.right, map.bottom]).toEqual([0, 0, 1060, bar.top]);
    expect([list.left, list.right]).toEqual([1060, 1440]);
    expect([bar.left, bar.right, bar.bottom]).toEqual([0, 1440, 900]);
    const legend = await boxOf('.corner');
    expect(legend.bottom).toBeLessThan(bar.top);
  });

  it('tells the story behind a button, and gives the focus back', async () => {
    await open(1440, 900);
    const opener = page.getByRole('button', { name: 'The story behind the map' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'What the map shows' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('On 14 August 1945');
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('shares the address of what is seen', async () => {
    await open(1440, 900);
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      if (map) map.date = '1950-02-14';
      await map?.settled();
    });
    await page.getByRole('button', { name: 'Share' }).click();
    const link = page.getByRole('textbox', { name: 'A link to this day and place' });
    expect(await link.inputValue()).toBe(`${built.host.url}#date=1950-02-14`);
    const citation = page.getByRole('textbox', { name: 'Cite this view' });
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#citation')?.value);
    expect(await citation.inputValue()).toContain('14 February 1950');
    await page.getByRole('combobox', { name: 'Form of the reference' }).selectOption('csl-json');
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('#citation')?.value.startsWith('['),
    );
    expect(JSON.parse(await citation.inputValue())).toHaveLength(1);
  });
});

describe('on paper', () => {
  it('has the day, the map as a picture, the signs, the list and its sources', async () => {
    await open(1440, 900);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const colors = await page.evaluate(() => {
      const picture = document
        .querySelector('treaty-map')
        ?.shadowRoot?.querySelector<HTMLCanvasElement>('canvas.printed');
      const context = picture?.getContext('2d');
      if (!picture || !context) return 0;
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colors).toBeGreaterThan(1000);
    for (const shown of ['.printed', '.printed-day', 'treaty-legend', 'treaty-record']) {
      expect(await isShown(shown), shown).toBe(true);
    }
    for (const hidden of ['.bar', '.tools', '.pages']) expect(await isShown(hidden), hidden).toBe(false);
    const [map, list] = [await boxOf('.map'), await boxOf('.list')];
    expect(overlap(map, list)).toBe(false);
    const source = page.locator('treaty-record .sources li').first();
    expect(await source.isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await isShown('.printed')).toBe(false);
    expect(await isShown('.tools')).toBe(true);
  });

  it('has both of two days, one under the other, each under its date', async () => {
    await open(1440, 900);
    await page.evaluate(async () => {
      const map = document.querySelector('treaty-map');
      if (!map) throw new Error('there is no map');
      map.compareDate = '1950-02-14';
      await map.settled();
      dispatchEvent(new Event('beforeprint'));
    });
    await page.emulateMedia({ media: 'print' });
    const parts = ['.printed-day', '.map', '.side.after', '.map.compared', 'treaty-legend'];
    const boxes = await Promise.all(parts.map(boxOf));
    boxes.slice(1).forEach((box, at) => {
      expect(box.top, parts[at + 1]).toBeGreaterThanOrEqual((boxes[at] as Box).bottom);
      expect(box.bottom - box.top, parts[at + 1]).toBeGreaterThan(15);
    });
    const pictures = await page.evaluate(() =>
      [...(document.querySelector('treaty-map')?.shadowRoot?.querySelectorAll('canvas') ?? [])]
        .filter(({ className }) => className === 'printed')
        .map((canvas) => canvas.toDataURL()),
    );
    expect(pictures.length).toBe(2);
    expect(pictures[0]).not.toBe(pictures[1]);
  });
});
