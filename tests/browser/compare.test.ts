import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { eventsDuring, show, textOf } from './page';

let element: TreatyMap;
beforeAll(async () => {
  element = await show('<treaty-map style="height: 500px" date="1945-08-13"></treaty-map>');
});
afterAll(() => element.remove());

const root = (): ShadowRoot => element.shadowRoot as ShadowRoot;
const canvases = (): HTMLCanvasElement[] => [...root().querySelectorAll('canvas')];

describe('two days compared', () => {
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
    element.spanFrom = null;
    await element.settled();
    expect(list()).toBe(before);
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
    expect(words).toContain('recognition promised by the ROC, after a plebiscite → recognised by the ROC');
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
