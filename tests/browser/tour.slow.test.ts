import { coordAll } from '@turf/turf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { loadAtlas, loadLayers, readOver } from '../../src/atlas/load';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { Reader, SIZES } from './hands';
import { show, textOf } from './page';
import { setMedia } from './pointer';

/*
 * The screens of the tour, gone through by their buttons, at the three sizes and in frames as narrow or as low as an article
 * may have: where the card stands, what it leaves of the map, where its buttons are, and the way back.
 */

let element: TreatyMap;
let atlas: Atlas;
/** The corners of each territory, by its id. */
const corners = new Map<string, number[][]>();
const reader = new Reader(() => element);
const { inMap, clickOn } = reader;

beforeAll(async () => {
  // Flights are jumps then: what is tested is where they end.
  await setMedia({ 'prefers-reduced-motion': 'reduce' });
  element = await show('<main><treaty-map gestures="greedy"></treaty-map></main>');
  const address = new URL('../../geo/treaty-1945/atlas.json', import.meta.url);
  const loaded = await loadAtlas(readOver(address), address.href);
  atlas = loaded.atlas as Atlas;
  const { layers } = await loadLayers(atlas.manifest, loaded.read);
  for (const { features } of layers.values()) {
    for (const { properties, geometry } of features) {
      if (geometry) corners.set(properties.id, coordAll(geometry));
    }
  }
});

afterAll(() => setMedia({}));

function inPage(selector: string): HTMLElement {
  const found = inMap('.page')?.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

const boxOf = (part: HTMLElement | null): DOMRect => part?.getBoundingClientRect() ?? new DOMRect();

/** The part of the map that neither the card of the tour nor the signs cover. */
function freeOfMap(): { left: number; top: number; right: number; bottom: number } {
  const [map, card, legend] = [inMap('.map'), inMap('.list'), inMap('.legend')].map(boxOf) as [
    DOMRect,
    DOMRect,
    DOMRect,
  ];
  const below = card.left <= map.left && card.right >= map.right;
  let [left, right] = [map.left, map.right];
  for (const box of [legend, below ? new DOMRect() : card]) {
    if (box.width === 0) continue;
    if (box.left <= map.left + 20) left = Math.max(left, box.right);
    else right = Math.min(right, box.left);
  }
  return { left, top: map.top, right, bottom: below ? Math.min(map.bottom, card.top) : map.bottom };
}

describe.each([
  ...SIZES.flatMap(([width, height]) => [[width, height, 'ltr'] as const, [width, height, 'rtl'] as const]),
  [374, 320, 'ltr'],
  [374, 320, 'rtl'],
  [320, 480, 'ltr'],
  [844, 390, 'ltr'],
  [800, 500, 'ltr'],
] as const)('at %i x %i, read %s, the tour', (width, height, direction) => {
  beforeAll(async () => {
    element.dir = direction;
    await reader.resize(width, height);
    element.panel = null;
    element.selected = null;
    element.date = '1950-03-01';
    await element.settled();
    await reader.openPage('Events', clickOn);
    await clickOn(inPage('.start'));
  });

  it('has its buttons in one place, in sight and apart from the words, and leads on and back', async () => {
    const { tour } = atlas;
    const places = new Set<string>();
    const onward: DOMRect[] = [];
    for (const [index, { item }] of tour.entries()) {
      expect([element.panel, element.selected]).toEqual(['tour', item.id]);
      const [frame, card, steps, title] = [
        inMap('.frame'),
        inMap('.list'),
        inPage('.steps'),
        inPage('.tour-head'),
      ].map(boxOf) as [DOMRect, DOMRect, DOMRect, DOMRect];
      places.add([card.left, card.top, card.right, card.bottom, steps.bottom].map(Math.round).join());
      onward.push(boxOf(inPage('.onward')));
      expect(card.bottom, item.id).toBeLessThanOrEqual(frame.bottom + 1);
      expect(card.right, item.id).toBeLessThanOrEqual(frame.right + 1);
      expect(steps.bottom, item.id).toBeLessThanOrEqual(card.bottom + 1);
      expect(title.top, item.id).toBeGreaterThanOrEqual(card.top - 1);
      // At least two lines of what is told between head and buttons; the rest scrolls.
      expect(steps.top - title.bottom, item.id).toBeGreaterThan(36);
      for (const button of inPage('.steps').querySelectorAll<HTMLElement>('button')) {
        expect(button.scrollWidth, `${item.id}: ${button.textContent}`).toBeLessThanOrEqual(
          button.clientWidth,
        );
      }
      if (index < tour.length - 1) await clickOn(inPage('.onward'));
    }
    expect([...places]).toHaveLength(1);
    // Its words may need two lines, but a finger that stays where it is always meets it.
    const shared =
      Math.min(...onward.map(({ bottom }) => bottom)) - Math.max(...onward.map(({ top }) => top));
    expect(shared).toBeGreaterThan(40);
    expect(new Set(onward.map(({ left, right }) => [left, right].join())).size).toBe(1);
    await clickOn(inPage('.backward'));
    expect(element.selected).toBe(tour.at(-2)?.item.id);
    await clickOn(inPage('.backward'));
    expect(element.selected).toBe(tour.at(-3)?.item.id);
    expect(textOf(inPage('.tour'))).toContain(`${tour.length - 2} of ${tour.length}`);
  });

  it('shows the territories of each screen whole, in what it leaves free of the map', async () => {
    for (const { item } of atlas.tour) {
      element.select(item.id);
      await element.settled();
      const free = freeOfMap();
      const own = boxOf(element);
      expect((free.right - free.left) * (free.bottom - free.top), item.id).toBeGreaterThan(
        width * height * 0.25,
      );
      for (const id of item.tour?.territories ?? []) {
        const places = corners.get(id) ?? [];
        expect(places.length, id).toBeGreaterThan(0);
        for (const [lon = NaN, lat = NaN] of places) {
          const at = element.project([lon, lat]);
          const [x, y] = [(at?.x ?? NaN) + own.left, (at?.y ?? NaN) + own.top];
          if (x >= free.left && x <= free.right && y >= free.top && y <= free.bottom) continue;
          expect.fail(`${item.id}: ${id} is hidden at ${lon}, ${lat}`);
        }
      }
    }
  });

  it('is left by its cross, and the day before it is a button away', async () => {
    await clickOn(inPage('.exit'));
    expect([element.panel, element.date]).toEqual(['events', '1953-02-24']);
    await clickOn(inPage('.to-day'));
    expect(element.date).toBe('1950-03-01');
    await reader.openPage('Day', clickOn);
    await reader.closeList(clickOn);
    expect(element.panel).toBeNull();
  });
});
