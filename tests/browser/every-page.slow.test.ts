import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { middleOf, Reader, SIZES, type Press } from './hands';
import { frames, show, textOf } from './page';
import { finger, setMedia, setTouch, turnWheel, type Point } from './pointer';

/*
 * Every page, at every size, in every way that there is to use it: opened, read on, something on it opened and left again,
 * and the page left. Then axe, on every page and on all that opens over the map.
 */

let element: TreatyMap;
const reader = new Reader(() => element);
const { inMap, clickOn, tapOn, keyOn } = reader;

beforeAll(async () => {
  // Flights are jumps then: what is tested is where they end.
  await setMedia({ 'prefers-reduced-motion': 'reduce' });
  element = await show('<main><treaty-map gestures="greedy"></treaty-map></main>');
});

afterEach(() => {
  // What is missing is said over the map, and would be read out with whatever else is tested.
  expect(textOf(inMap('.problems') ?? document.createElement('p'))).toBe('');
});

afterAll(async () => {
  await setTouch(false);
  await setMedia({});
});

beforeEach(async () => {
  await reader.useFinger(false);
  element.date = '1946-01-05';
  element.selected = null;
  element.panel = null;
  element.place = null;
  element.compareDate = null;
  await element.settled();
  const close = inMap('.list-close');
  if (close?.checkVisibility()) close.click();
  await element.settled();
});

interface Page {
  /** The tab that opens it. */
  readonly tab: string;
  readonly heading: string;
  /** What stands near its end, for those who read on. */
  readonly last: string;
  /** Things on it that open another page, and what that says; and what leads back to the page. */
  readonly things?: readonly {
    readonly button: string;
    readonly heading: string;
    readonly back: readonly string[];
  }[];
}

const PAGES: Readonly<Record<string, Page>> = {
  list: {
    tab: 'Day',
    heading: 'In force on this day',
    last: 'The treaty itself',
    things: [{ button: '.choose', heading: "Mongolian People's Republic", back: ['.close'] }],
  },
  'two days': { tab: 'Two days', heading: 'Two days', last: 'All that held between two days' },
  places: { tab: 'Places', heading: 'What applied here?', last: 'Click a place' },
  events: {
    tab: 'Events',
    heading: 'Events',
    last: 'Port Arthur handed over',
    things: [
      { button: '.choose[value=e15]', heading: 'recognises Mongolia', back: ['.up'] },
      { button: '.start', heading: 'Yalta', back: ['.exit', '.up'] },
    ],
  },
  instruments: {
    tab: 'Instruments',
    heading: 'Instruments',
    last: '1954',
    things: [{ button: '.choose[value=agreement-dairen-1945]', heading: 'Dairen', back: ['.up'] }],
  },
  claims: {
    tab: 'Claims',
    heading: 'The article’s claims',
    last: 'Claim 16',
    things: [{ button: '.to-day[value=claim-5]', heading: 'Claim 5 of 16', back: ['.up'] }],
  },
  sources: {
    tab: 'Sources',
    heading: 'Sources',
    last: 'Further reading',
    things: [{ button: '.work[value=frus45-685]', heading: 'Harriman to Truman', back: ['.up'] }],
  },
};

const spaced = (node: Node | null): string => (node ? textOf(node) : '').replace(/\s+/g, ' ');

/** The page that is open: what was chosen or asked for, else the list of the day. */
const open = (): HTMLElement => inMap('.page') ?? (inMap('treaty-record') as HTMLElement);
const onPage = (selector: string): HTMLElement => {
  const found = open().shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
};
const headingOf = (): string => spaced(onPage('h2'));

/** Whether the middle of something can be seen and pressed: it lies in the list, and nothing lies over it. */
function isUncovered(target: HTMLElement): boolean {
  const { x, y } = middleOf(target);
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit)
    hit = hit.shadowRoot.elementFromPoint(x, y);
  return hit !== null && (hit === target || target.contains(hit) || hit.contains(target));
}

/** Waits until a page that scrolls has come to rest. */
async function stillness(list: HTMLElement): Promise<void> {
  for (let [before, still] = [-1, 0]; still < 10; before = list.scrollTop) {
    still = list.scrollTop === before ? still + 1 : 0;
    await frames(1);
  }
}

interface Way {
  readonly press: Press;
  readonly byFinger: boolean;
  /** Reads on, from a point within the list. */
  readonly readOn: (from: Point) => Promise<void>;
  /** Leaves what is open, whatever it is, so that the map is seen again. */
  readonly leave: () => Promise<void>;
}

const leaveByButtons = (press: Press) => async (): Promise<void> => {
  await reader.openPage('Day', press);
  await reader.closeList(press);
};

const WAYS: Readonly<Record<string, Way>> = {
  'the mouse': {
    press: clickOn,
    byFinger: false,
    readOn: (from) => turnWheel(from, 400),
    leave: leaveByButtons(clickOn),
  },
  'a finger': {
    press: tapOn,
    byFinger: true,
    readOn: async ({ x, y }) => {
      await finger.down({ x, y });
      for (const up of [15, 40, 70, 100]) {
        await finger.move({ x, y: y - up });
        await frames(1);
      }
      // A finger that rests before it leaves lets go of a page that stands still: what follows is no part of the swipe.
      for (let rest = 0; rest < 10; rest += 1) {
        await finger.move({ x, y: y - 100 });
        await frames(1);
      }
      await finger.up();
    },
    leave: leaveByButtons(tapOn),
  },
  keys: {
    press: keyOn,
    byFinger: false,
    readOn: async () => {
      onPage('h2').tabIndex = -1;
      onPage('h2').focus();
      await userEvent.keyboard('{PageDown}');
    },
    leave: async () => {
      for (let step = 0; step < 4; step += 1) {
        await userEvent.keyboard('{Escape}');
        await element.settled();
      }
    },
  },
};

describe.each(SIZES)('at %i x %i', (width, height) => {
  beforeAll(() => reader.resize(width, height));

  const isSheet = width < 900 || height < 480;

  describe.each(Object.entries(WAYS))('with %s', (_, way) => {
    it.each(Object.entries(PAGES))('the page "%s" is opened, read on, used and left', async (_name, page) => {
      await reader.useFinger(way.byFinger);
      await reader.openPage(page.tab, way.press);
      expect(headingOf()).toContain(page.heading);
      expect(spaced(open())).toContain(page.last);
      const list = inMap('.list') as HTMLElement;
      list.scrollTop = 0;
      await frames(2);
      expect(isUncovered(onPage('h2'))).toBe(true);
      if (list.scrollHeight > list.clientHeight + 50) {
        const { left, top, width: across, height: down } = list.getBoundingClientRect();
        await way.readOn({ x: left + across / 2, y: top + down * 0.75 });
        await expect.poll(() => list.scrollTop).toBeGreaterThan(20);
        await stillness(list);
      }
      for (const { button, heading, back } of page.things ?? []) {
        await way.press(onPage(button));
        expect(headingOf()).toContain(heading);
        for (const step of back) await way.press(onPage(step));
        expect(headingOf()).toContain(page.heading);
      }
      await way.leave();
      expect([element.panel, element.selected]).toEqual([null, null]);
      expect(inMap('.list')?.checkVisibility()).toBe(!isSheet);
      if (isSheet) expect(isUncovered(inMap('.list-open') as HTMLElement)).toBe(true);
    });

    it('the signs are opened and left', async () => {
      await reader.useFinger(way.byFinger);
      const legend = inMap('.legend') as HTMLElement;
      if (!isSheet) {
        expect(legend.checkVisibility()).toBe(true);
        return;
      }
      if (!inMap('.legend-open')?.checkVisibility()) {
        await reader.openList(way.press);
        await way.press(inMap('.list-legend') as HTMLElement);
      } else await way.press(inMap('.legend-open') as HTMLElement);
      expect(legend.role).toBe('dialog');
      expect(isUncovered(inMap('.legend-close') as HTMLElement)).toBe(true);
      if (way === WAYS['keys']) await userEvent.keyboard('{Escape}');
      else await way.press(inMap('.legend-close') as HTMLElement);
      await element.settled();
      expect(legend.checkVisibility()).toBe(false);
    });
  });

  it('has one row of pages, each whole or a scroll away', async () => {
    await reader.openList(clickOn);
    const tabs = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.pages button:not(.back)') ?? [])];
    expect(tabs).toHaveLength(7);
    expect(new Set(tabs.map((tab) => tab.getBoundingClientRect().top)).size).toBe(1);
    for (const tab of tabs) {
      tab.focus();
      await frames(1);
      expect(isUncovered(tab), tab.textContent).toBe(true);
    }
  });

  it.each([
    ['the list', null, null],
    ['a territory', null, 'mongolian-peoples-republic'],
    ['a provision', null, 'ccr'],
    ['two days', 'days', null],
    ['places', 'place', null],
    ['the events', 'events', null],
    ['an event', 'events', 'e15'],
    ['the tour', 'tour', 'e05'],
    ['the instruments', 'instruments', null],
    ['an instrument', 'instruments', 'treaty-1945'],
    ['the claims', 'claims', null],
    ['a claim', 'claims', 'claim-5'],
    ['the sources', 'sources', null],
    ['a source', 'sources', 'frus45-685'],
  ] as const)('has nothing that axe finds on %s', async (name, panel, selected) => {
    await reader.openList(clickOn);
    element.panel = panel;
    element.selected = selected;
    await element.settled();
    await reader.expectNoViolations(name);
  });

  it('has nothing that axe finds on the answer of a place, on two days compared, in the choices of play and in the field of the day', async () => {
    await reader.openList(clickOn);
    element.place = [126.65, 45.75];
    element.panel = 'place';
    await element.settled();
    await reader.expectNoViolations('a place');
    element.compareDate = '1950-02-14';
    element.panel = 'days';
    await element.settled();
    await reader.expectNoViolations('two days');
    element.panel = null;
    element.compareDate = null;
    await element.settled();
    await reader.closeList(clickOn);
    const slider = inMap('treaty-date-slider')?.shadowRoot;
    slider?.querySelector<HTMLElement>('button.options')?.click();
    await frames(2);
    expect(slider?.querySelector('.play-options:popover-open')).not.toBeNull();
    expect(spaced(slider?.querySelector('.key') ?? null)).toContain('Validity of the treaty; broken where');
    await reader.expectNoViolations('the choices of play');
    slider?.querySelector<HTMLElement>('.play-options')?.hidePopover();
    slider?.querySelector<HTMLElement>('.day')?.click();
    await element.settled();
    expect(slider?.querySelector('input[type=text], form input')).not.toBeNull();
    await reader.expectNoViolations('the field of the day');
    await userEvent.keyboard('{Escape}');
  });

  it('has nothing that axe finds in the signs, all unfolded', async () => {
    if (isSheet) {
      if (inMap('.legend-open')?.checkVisibility()) inMap('.legend-open')?.click();
      else {
        await reader.openList(clickOn);
        inMap('.list-legend')?.click();
      }
    }
    await element.settled();
    const legend = inMap('treaty-legend');
    for (const details of legend?.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    expect(legend?.checkVisibility()).toBe(true);
    await reader.expectNoViolations('the signs');
    inMap('.legend-close')?.click();
    await element.settled();
  });
});
