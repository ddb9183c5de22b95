import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as browserPage, userEvent } from 'vitest/browser';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { eventsDuring, rest, showWhole, textOf } from './page';

let element: TreatyMap;
beforeAll(async () => {
  element = await showWhole('<treaty-map style="height: 500px" date="1945-08-13"></treaty-map>');
});
afterAll(() => element.remove());

const root = (): ShadowRoot => element.shadowRoot as ShadowRoot;
const canvases = (): HTMLCanvasElement[] => [...root().querySelectorAll('canvas')];

/** The map as a person sees it, as far as the signs, the list and the buttons do not lie over it. */
async function seen(): Promise<ImageData> {
  const base64 = await browserPage.elementLocator(element).screenshot({ save: false });
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (!context) throw new Error('there is no canvas');
  context.drawImage(picture, 0, 0);
  const stage = root().querySelector('.stage')?.getBoundingClientRect() as DOMRect;
  const legend = root().querySelector('.legend')?.getBoundingClientRect() as DOMRect;
  const box = element.getBoundingClientRect();
  const scale = picture.width / box.width;
  const left = Math.max(stage.left, legend.right) - box.left + 10;
  return context.getImageData(
    left * scale,
    100 * scale,
    (stage.right - box.left - 80 - left) * scale,
    (stage.height - 160) * scale,
  );
}

/** The part of the pixels that differ plainly, of all between two parts of the width. */
function difference(a: ImageData, b: ImageData, from: number, to: number): number {
  const { width, height, data } = a;
  const [left, right] = [Math.round(from * width), Math.round(to * width)];
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      const apart = [0, 1, 2].some(
        (part) => Math.abs((data[at + part] ?? 0) - (b.data[at + part] ?? 0)) > 10,
      );
      if (apart) count += 1;
    }
  }
  return count / ((right - left) * height);
}

/** Where along what is seen of the map the divider stands, from 0 to 1. */
function dividerIn(image: ImageData): number {
  const stage = root().querySelector('.stage')?.getBoundingClientRect() as DOMRect;
  const legend = root().querySelector('.legend')?.getBoundingClientRect() as DOMRect;
  const left = Math.max(stage.left, legend.right) + 10;
  return (stage.left + stage.width / 2 - left) / (image.width / (window.devicePixelRatio || 1));
}

describe('two days compared', () => {
  it('are on the map what each is alone, on either side of the divider', async () => {
    const [before, after] = ['1945-08-13', '1949-10-02'];
    element.date = after;
    await element.settled();
    const second = await seen();
    element.date = before;
    await element.settled();
    // Names stand where each has room on its own side: without those of the first map it is the same to the pixel.
    const map = element.maplibre as MapLibreMap;
    const showNames = (visibility: 'visible' | 'none'): void => {
      for (const layer of map.getStyle().layers)
        if ('source' in layer && layer.source === 'names')
          map.setLayoutProperty(layer.id, 'visibility', visibility);
    };
    showNames('none');
    await rest(element);
    const first = await seen();
    element.compareDate = after;
    await element.settled();
    const both = await seen();
    const middle = dividerIn(both);
    expect(middle).toBeGreaterThan(0.2);
    expect(middle).toBeLessThan(0.8);
    // The handle and the line lie between.
    expect(difference(both, first, 0, middle - 0.1)).toBeLessThan(0.01);
    expect(difference(both, second, 0, middle - 0.1)).toBeGreaterThan(0.3);
    // The relief of the second map comes after its first picture.
    const onTheRight = async (): Promise<number> => difference(await seen(), second, middle + 0.1, 1);
    await expect.poll(onTheRight, { timeout: 20_000 }).toBeLessThan(0.1);
    expect(difference(both, first, middle + 0.1, 1)).toBeGreaterThan(0.15);
    showNames('visible');
    element.compareDate = null;
    element.date = before;
    await element.settled();
  });

  it('are both marked on the track', async () => {
    element.compareDate = '1946-01-05';
    await element.settled();
    const bar = root().querySelector('treaty-date-slider.bar')?.shadowRoot;
    const mark = bar?.querySelector('.other.compare line')?.getBoundingClientRect();
    const way = bar?.querySelector('.way')?.getBoundingClientRect() as DOMRect;
    expect(((mark?.left ?? 0) - way.left) / way.width).toBeCloseTo(369 / 3286, 2);
    element.compareDate = null;
    await element.settled();
    expect(bar?.querySelector('.other')).toBe(null);
  });

  it('shows the second day beside the first, with the same look, and lets go of it', async () => {
    expect(canvases()).toHaveLength(1);
    element.compareDate = '1946-01-05';
    await element.settled();
    expect(element.getAttribute('compare-date')).toBe('1946-01-05');
    expect(canvases()).toHaveLength(2);
    expect([...root().querySelectorAll('.side')].map((side) => side.textContent)).toEqual([
      '13 August 1945',
      '5 January 1946',
    ]);
    const gl = canvases()[1]?.getContext('webgl2');
    element.compareDate = null;
    await element.settled();
    expect(canvases()).toHaveLength(1);
    expect(gl?.isContextLost()).toBe(true);
  });

  it('are both told of at a glance, where they differ', async () => {
    Object.assign(element, { date: '1945-08-13', compareDate: '1945-08-14' });
    await element.settled();
    const glance = root().querySelector('treaty-glance')?.shadowRoot;
    const told = (): string[][] =>
      [...(glance?.querySelectorAll('.line') ?? [])].map((line) =>
        [...line.children].map((part) => part.textContent.trim().replace(/\s+/g, ' ')),
      );
    expect(told()[0]).toEqual([
      'Mongolia',
      'state in fact; China (ROC) claims it',
      'China (ROC) promises to recognise it',
    ]);
    expect(told()[1]).toEqual(['Inner Mongolia', 'government at Kalgan, Japan-backed']);
    element.compareDate = null;
    await element.settled();
    expect(told()[0]).toEqual(['Mongolia', 'state in fact; China (ROC) claims it']);
  });

  it('has a divider for keyboard and finger', async () => {
    element.compareDate = '1953-02-25';
    await element.settled();
    const divider = root().querySelector<HTMLInputElement>('.divider');
    divider?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(divider?.value).toBe('52');
    const clip = getComputedStyle(root().querySelector('.compared') as Element).clipPath;
    expect(clip).toContain('calc(');
    await userEvent.keyboard('{Home}');
    expect(getComputedStyle(root().querySelector('.compared') as Element).clipPath).toContain('22px');
    element.compareDate = null;
    await element.settled();
  });

  it('begins with the divider in the middle of what the signs leave free', async () => {
    element.style.width = '1300px';
    element.compareDate = '1953-02-25';
    await element.settled();
    const split = getComputedStyle(root().querySelector('.side.after') as Element).left;
    const stage = root().querySelector('.stage')?.getBoundingClientRect() as DOMRect;
    const legend = root().querySelector('.legend')?.getBoundingClientRect() as DOMRect;
    expect(legend.width).toBeGreaterThan(200);
    const middle = (legend.right - stage.left + stage.width) / 2;
    expect(Math.abs(parseFloat(split) - 8 - middle)).toBeLessThan(stage.width / 100);
    element.compareDate = null;
    element.style.width = '';
    await element.settled();
  });

  it('have no name on the line between them, wherever it is', async () => {
    element.compareDate = '1953-02-25';
    await element.settled();
    const map = element.maplibre as MapLibreMap;
    const divider = root().querySelector<HTMLInputElement>('.divider') as HTMLInputElement;
    const { clientWidth, clientHeight } = map.getContainer();
    /** Where names stand on the map of the first day, CSS pixels from its left edge. */
    const names = async (): Promise<number[]> => {
      const { features } = (await (map.getSource('names') as GeoJSONSource).getData()) as FeatureCollection;
      return (
        features
          .filter(
            ({ properties }) =>
              map.getFeatureState({ source: 'names', id: String(properties?.['id']) })['strength'] === 1,
          )
          .map(({ geometry }) => map.project((geometry as Point).coordinates as [number, number]))
          // A town at the very edge may have its name beyond it.
          .filter(({ x, y }) => x > 40 && x < clientWidth - 40 && y > 20 && y < clientHeight - 20)
          .map(({ x }) => x)
      );
    };
    const line = (): number => 22 + ((divider.clientWidth - 44) * divider.valueAsNumber) / 100;
    expect(Math.max(...(await names()))).toBeLessThan(line());
    divider.focus();
    await userEvent.keyboard('{End}');
    await element.settled();
    const whole = await names();
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}');
    await element.settled();
    const half = await names();
    expect(half.length).toBeLessThan(whole.length);
    expect(half.length).toBeGreaterThan(0);
    expect(Math.max(...half)).toBeLessThan(line());
    element.compareDate = null;
    await element.settled();
    expect(Math.max(...(await names()))).toBeGreaterThan(clientWidth * 0.8);
  });

  it('refuses a day that is none', async () => {
    const errors = await eventsDuring(element, 'treaty-error', () =>
      element.setAttribute('compare-date', 'soon'),
    );
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('"soon"')]);
    expect([element.compareDate, element.getAttribute('compare-date')]).toEqual([null, null]);
  });
});

describe('a stretch of days', () => {
  it('shows what held on any day of it', async () => {
    element.date = '1946-06-01';
    await element.settled();
    const title = 'proclaimed, then merged into Communist-led bodies';
    const list = (): string => textOf(root().querySelector('treaty-record') as Node).replace(/\s+/g, ' ');
    const before = list();
    element.spanFrom = '1945-08-14';
    await element.settled();
    expect(element.getAttribute('span-from')).toBe('1945-08-14');
    expect(list().length).toBeGreaterThan(before.length);
    expect(list()).toContain(title);
    expect(before).not.toContain(title);
    const bar = root().querySelector('treaty-date-slider.bar')?.shadowRoot;
    const stretch = bar?.querySelector('.other.span rect')?.getBoundingClientRect();
    const way = bar?.querySelector('.way')?.getBoundingClientRect() as DOMRect;
    expect((stretch?.width ?? 0) / way.width).toBeCloseTo(291 / 3286, 2);
    element.spanFrom = null;
    await element.settled();
    expect(list()).toBe(before);
  });
});

describe('a stretch of days on the map', () => {
  it('draws what the last day alone does not', async () => {
    element.date = '1946-06-01';
    await element.settled();
    const alone = await seen();
    element.spanFrom = '1945-08-14';
    await element.settled();
    expect(difference(alone, await seen(), 0, 1)).toBeGreaterThan(0.02);
    element.spanFrom = null;
    await element.settled();
    expect(difference(alone, await seen(), 0, 1)).toBeLessThan(0.005);
  });
});

describe('<treaty-days>', () => {
  const page = (): ShadowRoot => root().querySelector('treaty-days')?.shadowRoot as ShadowRoot;
  const choose = async (way: string): Promise<void> => {
    page().querySelector<HTMLInputElement>(`input[value=${way}]`)?.click();
    await Promise.resolve();
    await element.settled();
  };

  it('compares, says the difference in words, side by side, and finds what was short-lived', async () => {
    element.date = '1945-08-14';
    element.panel = 'days';
    await element.settled();
    await choose('compare');
    expect(element.compareDate).toBe('1953-12-31');
    const other = page().querySelector('treaty-date-slider')?.shadowRoot;
    other?.querySelector<HTMLInputElement>('input[type=range]')?.focus();
    await userEvent.keyboard('{Home}');
    await expect.poll(() => element.compareDate).toBe('1945-01-01');
    expect(element.date).toBe('1945-08-14');
    element.compareDate = '1946-01-05';
    await element.settled();
    const words = textOf(page());
    expect(words).toContain('From 14 August 1945 to 5 January 1946');
    const [course] = page().querySelectorAll('.changes .what');
    expect([...(course?.children ?? [])].map((status) => textOf(status).trim())).toEqual([
      'state in fact; recognition promised by the ROC, after a plebiscite',
      'recognised by the ROC',
    ]);
    const [before, after] = [...page().querySelectorAll('.different .side')].map(textOf);
    expect(before).toContain('recognition promised by the ROC');
    expect(after).toContain('recognised by the ROC');
    await choose('span');
    expect([element.compareDate, element.spanFrom]).toEqual([null, '1946-01-05']);
    await choose('alone');
    expect([element.compareDate, element.spanFrom]).toEqual([null, null]);
    element.panel = null;
  });
});
