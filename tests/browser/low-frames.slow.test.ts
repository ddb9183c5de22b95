import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { Reader } from './hands';
import { show } from './page';
import { setMedia } from './pointer';

/*
 * Frames as low or as narrow as those that a column of text leaves: nothing is cut off or lies on another, and all that
 * opens can be closed again.
 */

let element: TreatyMap;
const reader = new Reader(() => element);
const { inMap, clickOn } = reader;

beforeAll(async () => {
  // Sheets stand where they end up.
  await setMedia({ 'prefers-reduced-motion': 'reduce' });
  element = await show('<main><treaty-map date="1946-01-05"></treaty-map></main>');
});

afterAll(() => setMedia({}));

const boxOf = (part: Element | null | undefined): DOMRect => part?.getBoundingClientRect() ?? new DOMRect();

/** All that can be pressed and is in sight, shadow roots included. */
function pressable(root: ParentNode = element.shadowRoot as ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((part) => [
    ...(part.matches('button, select, a[href], input, summary') &&
    part.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      ? [part]
      : []),
    ...(part.shadowRoot ? pressable(part.shadowRoot) : []),
  ]);
}

/** Whether the browser would give a click in the middle of a box to the thing itself. */
function isOnTop(part: Element): boolean {
  const { left, top, width, height } = boxOf(part);
  let found = document.elementFromPoint(left + width / 2, top + height / 2);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found !== null && (part === found || part.contains(found));
}

describe.each([
  [480, 320],
  [374, 320],
  [374, 600],
  [320, 320],
  [844, 390],
  [640, 320],
  [800, 500],
] as const)('a frame of %i x %i', (width, height) => {
  beforeAll(() => reader.resize(width, height));

  it('has map, day in words and slider in it, side by side, and the map has its share of what the bar leaves', () => {
    const own = boxOf(element);
    const [stage, peek, bar] = ['.stage', '.peek', '.bar'].map((part) => boxOf(inMap(part))) as [
      DOMRect,
      DOMRect,
      DOMRect,
    ];
    expect([own.width, own.height].map(Math.round)).toEqual([width, height]);
    for (const part of [stage, peek, bar]) {
      expect(part.height).toBeGreaterThan(30);
      expect(part.left).toBeGreaterThanOrEqual(own.left - 1);
      expect(part.right).toBeLessThanOrEqual(own.right + 1);
      expect(part.bottom).toBeLessThanOrEqual(own.bottom + 1);
    }
    expect(bar.top).toBeGreaterThanOrEqual(Math.max(stage.bottom, peek.bottom) - 1);
    expect(peek.left >= stage.right - 1 || peek.top >= stage.bottom - 1).toBe(true);
    expect(stage.width * stage.height).toBeGreaterThan(width * (height - bar.height) * 0.4);
  });

  it('has nothing that can be pressed beyond its edge or below another', () => {
    const own = boxOf(element);
    const all = pressable().filter((part) => boxOf(part).width > 1 && !part.matches('[type=range]'));
    expect(all.length).toBeGreaterThan(3);
    const lost = all.filter((part) => {
      const { left, right, top, bottom } = boxOf(part);
      const inside =
        left >= own.left - 1 && right <= own.right + 1 && top >= own.top - 1 && bottom <= own.bottom + 1;
      return !inside || !isOnTop(part);
    });
    expect(lost.map(({ className, textContent }) => `${className}: ${textContent}`)).toEqual([]);
  });

  it('has the buttons of the map where there is room, and credits beside the scale', () => {
    const roomy = width >= 640 || height >= 480;
    expect(inMap('.tools')?.checkVisibility()).toBe(roomy);
    expect(inMap('.legend-open')?.checkVisibility()).toBe(roomy);
    const [credits, scale] = ['attrib', 'scale'].map((name) => boxOf(inMap(`.map .maplibregl-ctrl-${name}`)));
    expect(credits?.width).toBeGreaterThan(0);
    expect(credits?.left).toBeGreaterThan(scale?.right ?? Infinity);
  });

  it('says what is wrong in lines that can be read, and can be told to be silent', async () => {
    element.setAttribute('zoom', 'x');
    element.setAttribute('theme', 'sepia');
    await element.settled();
    const [problems, list, dismiss] = ['.problems', '.problems ul', '.problems button'].map((part) =>
      boxOf(inMap(part)),
    ) as [DOMRect, DOMRect, DOMRect];
    const stage = boxOf(inMap('.stage'));
    expect(problems.top).toBeGreaterThanOrEqual(stage.top);
    expect(problems.bottom).toBeLessThanOrEqual(stage.bottom);
    expect(list.height).toBeGreaterThan(30);
    expect(list.left).toBeGreaterThanOrEqual(problems.left);
    expect(list.bottom).toBeLessThanOrEqual(problems.bottom);
    expect(dismiss.bottom <= list.top + 1 || dismiss.top >= list.bottom - 1).toBe(true);
    await clickOn(inMap('.problems button') as HTMLElement);
    expect(inMap('.problems')).toBeNull();
  });

  it('opens list and signs to its edges, and closes them', async () => {
    const own = boxOf(element);
    await reader.openList(clickOn);
    const [list, map, bar] = ['.list', '.map', '.bar'].map((part) => boxOf(inMap(part))) as [
      DOMRect,
      DOMRect,
      DOMRect,
    ];
    expect(Math.round(list.right)).toBe(Math.round(own.right));
    // Beside the map where there is room for both; else over it.
    if (width >= 640) {
      expect(list.left - map.left).toBeGreaterThan(width * 0.45);
      expect(list.width).toBeGreaterThanOrEqual(320);
      expect(list.bottom).toBeLessThanOrEqual(bar.top + 1);
    } else expect(Math.round(list.left)).toBe(Math.round(own.left));
    expect(list.bottom).toBeLessThanOrEqual(own.bottom + 1);
    expect(inMap('.list')?.scrollWidth).toBe(inMap('.list')?.clientWidth);
    // Where the box is low the way to the signs is in the list; else it is below it.
    if (!inMap('.list-legend')?.checkVisibility()) await reader.closeList(clickOn);
    const signs = ['.list-legend', '.legend-open'].map(inMap).find((button) => button?.checkVisibility());
    await clickOn(signs as HTMLElement);
    const legend = boxOf(inMap('.legend'));
    expect(legend.width).toBeGreaterThan(width * 0.9);
    expect(legend.bottom).toBeLessThanOrEqual(own.bottom + 1);
    expect(isOnTop(inMap('.legend-close') as HTMLElement)).toBe(true);
    await clickOn(inMap('.legend-close') as HTMLElement);
    await reader.closeList(clickOn);
    expect([inMap('.legend')?.checkVisibility(), inMap('.list')?.checkVisibility()]).toEqual([false, false]);
  });
});
