import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { middleOf, Reader, SIZES } from './hands';
import { frames, next, show, textOf } from './page';
import { finger, mouse, setMedia, setTouch, type Point } from './pointer';

/*
 * The pages of a place, of the events and of the tour, read and left again with a mouse, a finger and the keyboard, at the
 * three sizes.
 */

const ULAN_BATOR = [106.92, 47.92] as const;
const HARBIN = [126.65, 45.75] as const;
const YELLOW_SEA = [122.5, 36] as const;
const KOREA = [127, 40] as const;

let element: TreatyMap;
const reader = new Reader(() => element);
const { inMap, clickOn, tapOn, keyOn } = reader;

beforeAll(async () => {
  // Flights are jumps then: what is tested is where they end.
  await setMedia({ 'prefers-reduced-motion': 'reduce' });
  element = await show('<main><treaty-map gestures="greedy"></treaty-map></main>');
});

afterAll(async () => {
  await setTouch(false);
  await setMedia({});
});

beforeEach(async () => {
  await reader.useFinger(false);
  element.date = '1945-08-14';
  element.viewpoint = 'all';
  element.selected = null;
  element.panel = null;
  element.place = null;
  await element.settled();
  // A page that was opened over the map stays open until it is closed.
  const close = inMap('.list-close');
  if (close?.checkVisibility()) close.click();
  element.at = null;
  element.zoom = null;
  await element.settled();
});

/** Something of the page that is open. */
function inPage(selector: string): HTMLElement {
  const found = inMap('.page')?.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

const pageText = (): string => textOf(inMap('.page') ?? document.createElement('p')).replace(/\s+/g, ' ');

/** Where a place lies in this page. */
function onMap(at: readonly [number, number]): Point {
  const point = element.project([at[0], at[1]]);
  if (!point) throw new Error('there is no map');
  const { left, top } = element.getBoundingClientRect();
  return { x: point.x + left, y: point.y + top };
}

/** Whether a place of the map is seen: it lies in the map, and not below the list. */
function isInSight(at: readonly [number, number]): boolean {
  const { x, y } = onMap(at);
  const isIn = (box: DOMRect | undefined): boolean =>
    box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return isIn(inMap('.map')?.getBoundingClientRect()) && !isIn(inMap('.list')?.getBoundingClientRect());
}

describe.each(SIZES)('at %i x %i', (width, height) => {
  beforeAll(() => reader.resize(width, height));

  it('answers a click with what applied there and the history of the place, and is left by Escape', async () => {
    const chosen = next(element, 'treaty-select');
    const at = onMap(ULAN_BATOR);
    await mouse.down(at);
    await mouse.up(at);
    await chosen;
    await element.settled();
    expect(element.panel).toBe('place');
    expect(pageText()).toContain('On 14 August 1945');
    expect(pageText()).toContain('recognition promised by the ROC, after a plebiscite');
    await reader.expectNoViolations('place');
    // What is asked and what is answered are seen together, wherever there is room for both.
    const answer = inPage('.entry').getBoundingClientRect();
    const list = inMap('.list')?.getBoundingClientRect() ?? new DOMRect();
    expect(answer.top).toBeGreaterThan(list.top);
    expect(answer.top).toBeLessThan(list.bottom - 60);
    if (height > 480) expect(isInSight(ULAN_BATOR)).toBe(true);
    inPage('h2').focus();
    await userEvent.keyboard('{Escape}');
    await element.settled();
    expect([element.panel, element.place]).toEqual([null, null]);
  });

  it('brings a place that the answer would hide into sight', async () => {
    const [x, y] = [width / 3, height / 2];
    const box = inMap('.map')?.getBoundingClientRect() ?? new DOMRect();
    const at = { x, y: Math.min(y, box.bottom - 30) };
    await mouse.down(at);
    await mouse.up(at);
    await expect.poll(() => element.place).not.toBeNull();
    await element.settled();
    if (height > 480) expect(isInSight(element.place ?? [0, 0])).toBe(true);
    await userEvent.keyboard('{Escape}');
    await reader.openPage('Day', clickOn);
    await reader.closeList(clickOn);
  });

  it('answers a finger that rests on the map, once, and a tap on what lies over it leaves', async () => {
    await reader.useFinger(true);
    const asked: unknown[] = [];
    const hear = (): number => asked.push(element.place);
    element.addEventListener('treaty-select', hear);
    const chosen = next(element, 'treaty-select');
    await finger.down(onMap(ULAN_BATOR));
    await chosen;
    await frames(2);
    await finger.up();
    await frames(3);
    await element.settled();
    element.removeEventListener('treaty-select', hear);
    expect(asked).toHaveLength(1);
    expect([element.panel, element.selected]).toEqual(['place', 'mongolian-peoples-republic']);
    // A finger lands within a pixel, which is far on the ground of a small map.
    const { x, y } = onMap(element.place ?? [0, 0]);
    const meant = onMap(ULAN_BATOR);
    expect(Math.hypot(x - meant.x, y - meant.y)).toBeLessThan(2);
    expect(inMap('.list')?.checkVisibility()).toBe(true);
    await reader.openPage('Day', tapOn);
    expect(element.panel).toBeNull();
    await reader.closeList(tapOn);
    expect(inMap('.list-open')?.checkVisibility()).toBe(inMap('.list')?.checkVisibility() === false);
  });

  it('does not take a finger that moves the map for one that rests on it', async () => {
    await reader.useFinger(true);
    const from = onMap(ULAN_BATOR);
    const moved = new Promise((resolve) => element.maplibre?.once('moveend', resolve));
    // Without a pause between them, however slow the machine is: a pause would be a rest.
    const steps = [15, 30, 45, 60].map((dx) => ({ x: from.x + dx, y: from.y }));
    await Promise.all([finger.down(from), ...steps.map((at) => finger.move(at)), finger.up()]);
    await moved;
    expect([element.panel, element.place]).toEqual([null, null]);
  });

  it('reads a typed place by keyboard, says how, and goes to a day on the strip', async () => {
    await reader.openPage('Places', keyOn);
    expect(pageText()).toContain('Click a place on the map');
    const field = inPage('input');
    field.focus();
    await userEvent.keyboard('Шэн');
    await expect.poll(() => field.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{ArrowDown}');
    const active = field.getAttribute('aria-activedescendant');
    expect(inPage(`#${active}`).textContent).toContain('Mukden');
    await userEvent.keyboard('{Enter}');
    await element.settled();
    expect(element.place?.map(Math.round)).toEqual([123, 42]);
    expect(inPage('.reading').textContent).toContain('Mukden, today Shenyang: 41.79° N, 123.43° E.');
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(pageText()).toContain('At Mukden, today Shenyang');

    // One stop for Tab, then the arrow keys.
    const stops = [...(inPage('.strip').querySelectorAll<HTMLElement>('.band') ?? [])];
    expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    stops.find(({ tabIndex }) => tabIndex === 0)?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    const band = inMap('.page')?.shadowRoot?.activeElement as HTMLButtonElement;
    expect(band.matches('.band')).toBe(true);
    await userEvent.keyboard('{Enter}');
    await element.settled();
    expect(element.date).toBe(band.value);
    expect(inPage('h3').textContent).toContain('On ');
    await reader.expectNoViolations('typed place');
    await userEvent.keyboard('{Escape}');
    await element.settled();
    expect(element.panel).toBeNull();
    await reader.closeList(keyOn);
  });

  it('lists the events, opens one with its day and view, goes on to the next, and is left by keyboard', async () => {
    await reader.openPage('Events', keyOn);
    expect(inPage('h2').textContent).toContain('Events');
    expect(inMap('.page')?.shadowRoot?.querySelectorAll('.event')).toHaveLength(40);
    expect(inPage('[aria-current=date] .choose').textContent).toContain(
      'Treaty, notes and agreements signed',
    );
    await reader.expectNoViolations('events');
    const flight = new Promise((resolve) => element.maplibre?.once('moveend', resolve));
    await keyOn(inPage('.choose[value=e15]'));
    await flight;
    expect([element.selected, element.date]).toEqual(['e15', '1946-01-05']);
    const map = inMap('.map')?.getBoundingClientRect() ?? new DOMRect();
    const seen = onMap([103.8, 46.8]);
    expect(Math.abs(seen.y - (map.top + map.height / 2))).toBeLessThan(map.height / 4);
    expect(seen.x - map.left).toBeGreaterThan(map.width / 4);
    expect(map.right - seen.x).toBeGreaterThan(map.width / 4);
    expect(pageText()).toContain('recognised by the ROC');
    await reader.expectNoViolations('event');
    await keyOn(inPage('.pager .step:last-child'));
    expect([element.selected, element.date]).toEqual(['e16', '1946-01-19']);
    expect(inMap('.page')?.shadowRoot?.activeElement?.localName).toBe('h2');
    await userEvent.keyboard('{Escape}');
    await element.settled();
    expect([element.panel, element.selected]).toEqual(['events', null]);
    await userEvent.keyboard('{Escape}');
    await element.settled();
    expect(element.panel).toBeNull();
    await reader.closeList(keyOn);
  });

  it('opens an event with the mouse, and what it touches', async () => {
    await reader.openPage('Events', clickOn);
    await clickOn(inPage('.choose[value=e37]'));
    expect([element.selected, element.date]).toEqual(['e37', '1952-12-31']);
    await clickOn(inPage('.thing[value=ccr]'));
    expect([element.panel, element.selected]).toEqual([null, 'ccr']);
    expect(pageText()).toContain('Chinese Changchun Railway');
    expect(pageText()).toContain('PRC (Harbin Railway Administration)');
    await reader.expectNoViolations('provision');
    await clickOn(inPage('.close'));
    expect(element.selected).toBeNull();
    await reader.closeList(clickOn);
  });

  it('goes through the tour with a finger and with keys, and leaves it', async () => {
    await reader.useFinger(true);
    await reader.openPage('Events', tapOn);
    await tapOn(inPage('.start'));
    expect([element.panel, element.selected, element.date]).toEqual(['tour', 'e01', '1945-02-11']);
    expect(pageText()).toContain('1 of 12');
    expect((inPage('.backward') as HTMLButtonElement).disabled).toBe(true);
    await tapOn(inPage('.onward'));
    expect([element.selected, element.date]).toEqual(['e03', '1945-08-09']);
    await reader.expectNoViolations('tour');
    // Words and buttons lie in sight, and the map beside or above them.
    const [list, map] = [inMap('.list'), inMap('.map')].map((box) => box?.getBoundingClientRect());
    const [head, steps] = [inPage('h2'), inPage('.steps')].map((part) => part.getBoundingClientRect());
    expect(head?.top).toBeGreaterThanOrEqual(list?.top ?? 0);
    expect(steps?.bottom).toBeLessThanOrEqual((list?.bottom ?? 0) + 1);
    expect(head?.bottom).toBeLessThanOrEqual(steps?.top ?? 0);
    const free = ((list?.left ?? 0) - (map?.left ?? 0)) * ((list?.top ?? 0) - (map?.top ?? 0));
    const beside =
      ((list?.left ?? 0) - (map?.left ?? 0)) * height + ((list?.top ?? 0) - (map?.top ?? 0)) * width;
    expect(Math.max(free, beside)).toBeGreaterThan(width * height * 0.3);
    await reader.useFinger(false);
    inPage('h2').focus();
    await userEvent.keyboard('{ArrowRight}');
    await element.settled();
    expect(element.selected).toBe('e05');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await element.settled();
    expect(element.selected).toBe('e01');
    await userEvent.keyboard('{End}');
    await element.settled();
    expect([element.selected, element.date]).toEqual(['e38', '1953-02-24']);
    expect(inPage('.onward').textContent).toContain('End of the tour');
    await userEvent.keyboard('{Escape}');
    await element.settled();
    expect([element.panel, element.selected]).toEqual(['events', 'e38']);
    await reader.openPage('Day', clickOn);
    await reader.closeList(clickOn);
  });
});

describe('the page of a place', () => {
  beforeAll(() => reader.resize(1440, 900));

  /** Asks about a place as an address does. */
  async function ask(at: readonly [number, number], date = '1945-08-14'): Promise<void> {
    element.date = date;
    element.place = [at[0], at[1]];
    element.panel = 'place';
    await element.settled();
  }

  it.each([
    ['the Yellow Sea', YELLOW_SEA],
    ['Korea', KOREA],
  ])('says of a point in %s that nothing applies there', async (_, at) => {
    await ask(at);
    expect(pageText()).toContain('Nothing in the record applies here on any day');
    expect(inMap('.page')?.shadowRoot?.querySelector('.strip')).toBeNull();
    await reader.expectNoViolations('outside');
  });

  it('leads to what is near where somebody has missed a frontier', async () => {
    const kyakhta = [106.45, 50.45] as const;
    await ask(kyakhta, '1946-01-05');
    expect(pageText()).toContain("Nearest on this day, 13 km away: Mongolian People's Republic");
    await clickOn(inPage('.nearest .thing'));
    expect([element.panel, element.selected]).toEqual([null, 'mongolian-peoples-republic']);
    element.selected = null;
    await ask([140, 20]);
    expect(inMap('.page')?.shadowRoot?.querySelector('.nearest')).toBeNull();
  });

  it('says where something did on other days only', async () => {
    await ask([103, 40], '1948-06-01');
    expect(pageText()).toContain('On this day nothing in the record applied here');
    expect(inPage('.strip').querySelectorAll('.band').length).toBeGreaterThan(0);
  });

  it('gives every answer its sources, its certainty and how far away it is', async () => {
    await ask(HARBIN, '1946-04-10');
    const entries = [...(inMap('.page')?.shadowRoot?.querySelectorAll<HTMLElement>('.entry') ?? [])];
    const expected = new Set(
      element.whatApplied([HARBIN[0], HARBIN[1]]).map((r) => `${r.provision}/${r.phase}`),
    );
    expect(entries).toHaveLength(expected.size);
    for (const entry of entries) {
      const words = textOf(entry);
      expect(entry.querySelector('.sources, .doubt'), words).not.toBeNull();
      expect(words).toMatch(/Dates\s/);
      expect(words).toMatch(/Evidence\s/);
    }
    await ask([126.65, 45.95], '1946-04-10');
    expect(pageText()).toMatch(/\d+ km away/);
  });

  it('refuses what it cannot read, says what to type, and keeps the place', async () => {
    await ask(HARBIN);
    const field = inPage('input') as HTMLInputElement;
    field.focus();
    await userEvent.keyboard('Atlantis{Enter}');
    await element.settled();
    expect(inPage('.reading').textContent).toContain('The atlas has no place called "Atlantis"');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(element.place).toEqual([...HARBIN]);
    await reader.expectNoViolations('unread');
    await userEvent.keyboard('{Escape}');
    expect(field.value).toBe('');
    expect(element.panel).toBe('place');
    await userEvent.keyboard('43.8, 87.6{Enter}');
    await element.settled();
    expect(element.place).toEqual([87.6, 43.8]);
    expect(inPage('.reading').textContent).toContain('Read as 43.8° N, 87.6° E.');
  });

  it('moves the cursor of the strip with the day, and marks the place on the map', async () => {
    await ask(HARBIN, '1945-01-01');
    const left = (): number => inPage('.cursor').getBoundingClientRect().left;
    const [strip, first] = [inPage('.strip').getBoundingClientRect(), left()];
    expect(Math.abs(first - strip.left)).toBeLessThan(2);
    element.date = '1953-12-31';
    await element.settled();
    expect(strip.right - left()).toBeLessThan(3);
    const mark = middleOf(inMap('.place-mark') as HTMLElement);
    const place = onMap(HARBIN);
    expect(Math.hypot(mark.x - place.x, mark.y - place.y)).toBeLessThan(2);
    element.place = null;
    await element.settled();
    expect(inMap('.place-mark')).toBeNull();
  });

  it('answers through the eyes that are asked for', async () => {
    await ask(ULAN_BATOR, '1945-01-01');
    element.viewpoint = 'mpr';
    await element.settled();
    expect(pageText()).toContain('Mongolian People');
    expect(inPage('.eyes').textContent).toContain('held it');
    expect(inPage('.strip .band').classList.contains('zigzag')).toBe(false);
  });

  it('answers the button of the context menu as a click', async () => {
    const chosen = next(element, 'treaty-select');
    await userEvent.click(element, {
      button: 'right',
      position: element.project([...ULAN_BATOR]) ?? { x: 0, y: 0 },
    });
    await chosen;
    expect(element.panel).toBe('place');
  });
});

describe('the list of events', () => {
  beforeAll(() => reader.resize(1440, 900));

  it('keeps in step with the slider', async () => {
    element.panel = 'events';
    await element.settled();
    for (const [date, title] of [
      ['1945-02-10', null],
      ['1945-02-11', 'Yalta agreement on the Far East'],
      ['1946-01-04', 'Ratifications exchanged'],
      ['1953-12-31', 'Statement of Foreign Minister Yeh'],
    ] as const) {
      element.date = date;
      await element.settled();
      const marked = inMap('.page')?.shadowRoot?.querySelector<HTMLElement>('[aria-current=date]');
      // What happened on the very day can be opened at the top of the page.
      const [today] =
        inMap('.page')?.shadowRoot?.querySelectorAll<HTMLButtonElement>('article > .things .thing') ?? [];
      expect(today?.textContent.includes(title ?? '') ?? false, date).toBe(date === '1945-02-11');
      expect(marked?.querySelector('.choose')?.textContent?.trim() ?? null, date).toBe(title);
      if (!marked) continue;
      const [list, box] = [inMap('.list')?.getBoundingClientRect(), marked.getBoundingClientRect()];
      expect(box.top, date).toBeGreaterThanOrEqual((list?.top ?? 0) - 1);
      expect(box.top, date).toBeLessThan(list?.bottom ?? 0);
    }
  });

  it('says what lies beyond the slider, and keeps the day when it is opened', async () => {
    element.date = '1952-01-01';
    element.select('e40');
    await element.settled();
    expect([element.panel, element.date]).toEqual(['events', '1952-01-01']);
    expect(pageText()).toContain('The slider goes from 1 January 1945 to 31 December 1953');
  });

  it('gives each event its date, summary, evidence, sources and provisions', async () => {
    element.panel = 'events';
    await element.settled();
    const events = [...(inMap('.page')?.shadowRoot?.querySelectorAll<HTMLElement>('.event') ?? [])];
    expect(events).toHaveLength(40);
    for (const event of events) {
      const words = textOf(event);
      for (const part of ['.date', '.choose', '.summary', '[part=evidence]', '.thing']) {
        expect(event.querySelector(part)?.textContent?.trim(), `${part} of ${words}`).toBeTruthy();
      }
      const id = event.querySelector<HTMLButtonElement>('.choose')?.value;
      // One rests on general knowledge, and says so.
      if (id !== 'e14') expect(event.querySelector('.source'), words).not.toBeNull();
    }
  });
});

describe('the tour', () => {
  beforeAll(() => reader.resize(1440, 900));

  it('says what it is where it is opened without an event, and begins', async () => {
    element.panel = 'tour';
    await element.settled();
    expect(pageText()).toContain('12 events that tell the story');
    await clickOn(inPage('.onward'));
    expect([element.panel, element.selected]).toEqual(['tour', 'e01']);
  });

  it('keeps the focus on the button that goes on, and tells the new screen', async () => {
    element.panel = 'tour';
    element.selected = 'e01';
    await element.settled();
    const onward = inPage('.onward');
    await keyOn(onward);
    await userEvent.keyboard('{Enter}');
    await element.settled();
    expect(element.selected).toBe('e05');
    expect(inMap('.page')?.shadowRoot?.activeElement).toBe(inPage('.onward'));
    expect(inPage('[aria-live=polite]').textContent).toContain('Treaty, notes and agreements signed');
  });

  it('says on each screen what to see on the map', async () => {
    element.panel = 'tour';
    element.selected = 'e01';
    await element.settled();
    for (let screen = 2; screen <= 12; screen += 1) {
      const landed = new Promise((resolve) => element.maplibre?.once('moveend', resolve));
      await clickOn(inPage('.onward'));
      await landed;
      expect(pageText()).toContain(`${screen} of 12`);
      expect(inPage('.look').textContent?.trim()).toBeTruthy();
    }
    await clickOn(inPage('.onward'));
    expect(element.panel).toBe('events');
  });
});
