import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { Reader } from './hands';
import { colorAt, frames, showWhole, textOf } from './page';
import { mouse, setMedia, type Point } from './pointer';

/* The list and the map, each of which points out what is pointed at in the other. */

const ULAN_BATOR: [number, number] = [106.92, 47.92];
/** Mongolia, away from names and rivers. */
const STEPPE: [number, number] = [110.3, 45.9];
const MONGOLIA = 'mongolian-peoples-republic';

let element: TreatyMap;
const reader = new Reader(() => element);
const { inMap, clickOn, keyOn } = reader;

beforeAll(async () => {
  // Flights are jumps then: what is tested is where they end.
  await setMedia({ 'prefers-reduced-motion': 'reduce' });
  element = await showWhole('<treaty-map gestures="greedy"></treaty-map>');
  await reader.resize(1440, 900);
});

afterAll(() => setMedia({}));

beforeEach(async () => {
  element.selected = null;
  element.panel = null;
  element.date = '1946-01-05';
  element.at = null;
  element.zoom = null;
  await mouse.move({ x: 700, y: 880 });
  await element.settled();
});

const inList = (selector: string): HTMLElement[] => [
  ...(inMap('treaty-record')?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

function entryOf(territory: string): HTMLElement {
  const found = inList('.entry').find(({ dataset }) =>
    dataset['territories']?.split(' ').includes(territory),
  );
  if (!found) throw new Error(`the list has no entry for ${territory}`);
  return found;
}

function onMap(at: [number, number]): Point {
  const point = element.project(at);
  const { left, top } = element.getBoundingClientRect();
  return { x: (point?.x ?? 0) + left, y: (point?.y ?? 0) + top };
}

async function settledFrame(): Promise<void> {
  await frames(2);
  await element.settled();
}

describe('an entry of the list and its shape', () => {
  it('lights up the shape when the entry is pointed at, and no longer when it is left', async () => {
    const plain = await colorAt(element, STEPPE);
    const entry = entryOf(MONGOLIA);
    entry.scrollIntoView({ block: 'center' });
    const { left, top } = entry.getBoundingClientRect();
    await mouse.move({ x: left + 40, y: top + 12 });
    await settledFrame();
    expect(entry.classList).toContain('highlighted');
    expect(await colorAt(element, STEPPE)).not.toEqual(plain);
    await mouse.move({ x: 700, y: 880 });
    await settledFrame();
    expect(await colorAt(element, STEPPE)).toEqual(plain);
  });

  it('does the same for the entry that has the focus', async () => {
    const plain = await colorAt(element, STEPPE);
    entryOf(MONGOLIA).querySelector<HTMLElement>('.choose')?.focus();
    await settledFrame();
    expect(await colorAt(element, STEPPE)).not.toEqual(plain);
    (document.activeElement as HTMLElement | null)?.blur();
    inMap('.list')?.focus();
    await settledFrame();
    expect(await colorAt(element, STEPPE)).toEqual(plain);
  });

  it('lights up the entry when the shape is pointed at, and no longer when it is left', async () => {
    expect(entryOf(MONGOLIA).classList).not.toContain('highlighted');
    await mouse.move(onMap(ULAN_BATOR));
    await settledFrame();
    expect(entryOf(MONGOLIA).classList).toContain('highlighted');
    await mouse.move({ x: 700, y: 880 });
    await settledFrame();
    expect(entryOf(MONGOLIA).classList).not.toContain('highlighted');
  });

  it.each([
    ['the mouse', 'click'],
    ['keys', 'key'],
  ] as const)('goes there when the entry is chosen with %s', async (_, way) => {
    element.at = [125, 45];
    element.zoom = 6;
    await element.settled();
    const choose = entryOf(MONGOLIA).querySelector<HTMLElement>('.choose') as HTMLElement;
    const landed = new Promise((resolve) => element.maplibre?.once('moveend', resolve));
    await (way === 'click' ? clickOn : keyOn)(choose);
    await landed;
    expect(element.selected).toBe(MONGOLIA);
    expect(entryOf(MONGOLIA).classList).toContain('selected');
    const map = inMap('.map')?.getBoundingClientRect() ?? new DOMRect();
    for (const end of [ULAN_BATOR, [91.5, 48.5], [116, 48.2]] as [number, number][]) {
      const { x, y } = onMap(end);
      expect(x > map.left && x < map.right && y > map.top && y < map.bottom, String(end)).toBe(true);
    }
  });
});

describe('a bound that is not certain', () => {
  it.each([
    ['1945-11-26', 'It began between 24 November 1945 and 1 December 1945'],
    ['1946-01-20', 'It ended between 16 January 1946 and 30 January 1946'],
  ])('is said so in the list on %s: %s', async (date, words) => {
    element.date = date;
    await element.settled();
    const doubts = inList('.entry .doubt').map((doubt) => textOf(doubt).replace(/\s+/g, ' '));
    expect(
      doubts.some((doubt) => doubt.includes(words)),
      doubts.join('\n'),
    ).toBe(true);
  });

  it('is no longer said once both days are past', async () => {
    element.date = '1945-12-16';
    await element.settled();
    expect(inList('.entry .doubt').map(textOf).join(' ')).not.toContain('24 November 1945');
  });
});
