import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TreatyDateChangeEvent } from '../../src/elements/events';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { frames, showWhole, textOf } from './page';
import { mouse, setMedia, type Point } from './pointer';

/*
 * The slider and the map: what a drag shows and tells, frame by frame.
 */

const PLACES: readonly [number, number][] = [
  [104.6, 44.2],
  [125, 47],
  [115, 43.5],
  [85, 44.5],
];

let element: TreatyMap;
beforeAll(async () => {
  element = await showWhole('<main><treaty-map style="height: 600px" date="1945-01-01"></treaty-map></main>');
});
afterAll(() => element.remove());
afterEach(() => setMedia({}));

const root = (): ShadowRoot => element.shadowRoot as ShadowRoot;
const bar = (): ShadowRoot => root().querySelector('treaty-date-slider.bar')?.shadowRoot as ShadowRoot;
const label = (): string => bar().querySelector('.day time')?.getAttribute('datetime') ?? '';
const list = (): string =>
  textOf(root().querySelector('treaty-record')?.shadowRoot?.querySelector('[part~=heading]') as Node);
const words = (iso: string): string =>
  new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const placeOf = (date: string): Point => {
  const { left, width, top } = (bar().querySelector('.way') as Element).getBoundingClientRect();
  const [first, last, at] = ['1945-01-01', '1953-12-31', date].map(Date.parse) as [number, number, number];
  return { x: left + (width * (at - first)) / (last - first), y: top + 24 };
};

/** Drags the thumb from the day shown to another one, as fast as the browser takes it. */
async function drag(to: string, moves: number): Promise<void> {
  const [start, end] = [placeOf(element.date), placeOf(to)];
  await mouse.down(start);
  for (let move = 1; move <= moves; move += 1) {
    const part = move / moves;
    await mouse.move({ x: start.x + (end.x - start.x) * part, y: start.y });
  }
  await mouse.up(end);
  await frames(1);
  await element.settled();
}

/** The colours of some places as the last frame drew them; to be asked for in the task that drew it. */
function colors(): number[] {
  const map = element.maplibre;
  const gl = map?.getCanvas().getContext('webgl2');
  if (!map || !gl) throw new Error('there is no map');
  const scale = gl.drawingBufferWidth / map.getCanvas().clientWidth;
  return PLACES.flatMap((place) => {
    const { x, y } = map.project(place);
    const pixel = new Uint8Array(4);
    const [left, bottom] = [Math.round(x * scale), gl.drawingBufferHeight - Math.round(y * scale)];
    gl.readPixels(left, bottom, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    return [...pixel.slice(0, 3)];
  });
}

/** The colours of a day, shown by itself. */
async function colorsOn(date: string): Promise<number[]> {
  element.date = date;
  await element.settled();
  element.maplibre?.redraw();
  return colors();
}

/** All that the map shows, pixel by pixel. */
function picture(): Uint8Array {
  const map = element.maplibre;
  const gl = map?.getCanvas().getContext('webgl2');
  if (!map || !gl) throw new Error('there is no map');
  map.redraw();
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return pixels;
}

/** How many values of two pictures differ. */
function different(a: Uint8Array, b: Uint8Array): number {
  return a.length === b.length
    ? a.reduce((count, value, index) => count + Number(value !== b[index]), 0)
    : a.length;
}

/** How many fades begin while `act` runs. */
async function fadesDuring(act: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      count += [...addedNodes].filter((node) => node instanceof Element && node.matches('.map-fade')).length;
    }
  });
  observer.observe(root(), { childList: true, subtree: true });
  await act();
  await frames(2);
  await element.settled();
  await frames(2);
  observer.disconnect();
  return count;
}

describe('a drag across all change days', () => {
  it('reports every change exactly once, in order, and ends on the right picture', async () => {
    const heard: TreatyDateChangeEvent[] = [];
    const hear = (event: TreatyDateChangeEvent): number => heard.push(event);
    element.addEventListener('treaty-date-change', hear);
    await drag('1953-12-31', 12);
    element.removeEventListener('treaty-date-change', hear);
    expect(element.date).toBe('1953-12-31');
    expect(heard.length).toBeGreaterThan(2);
    expect(heard[0]?.previous).toBe('1945-01-01');
    heard.slice(1).forEach(({ previous }, index) => expect(previous).toBe(heard[index]?.date));

    const key = (record: {
      provision: string;
      phase: number;
      territory: string | null;
      viewpoint: unknown;
    }): string => [record.provision, record.phase, record.territory, record.viewpoint].join(' ');
    const all = element.changes('1945-01-01', '1953-12-31');
    const sorted = (keys: readonly string[]): string[] => keys.toSorted();
    const began = heard.flatMap((event) => event.began.map(key));
    const ended = heard.flatMap((event) => event.ended.map(key));
    const changed = heard.flatMap((event) => event.changed.map(({ was, is }) => `${key(was)} > ${key(is)}`));
    expect(sorted(began)).toEqual(sorted(all.began.map(key)));
    expect(sorted(ended)).toEqual(sorted(all.ended.map(key)));
    expect(sorted(changed)).toEqual(sorted(all.changed.map(({ was, is }) => `${key(was)} > ${key(is)}`)));
    expect(new Set(began).size).toBe(began.length);
    expect(new Set(ended).size).toBe(ended.length);

    // Every beginning to the day that the record's files give, read without the project's code.
    const provisions = (await (
      await fetch(new URL('../../geo/treaty-1945/provisions.json', import.meta.url))
    ).json()) as { id: string; phases: { from: unknown }[] }[];
    const told = new Set(
      heard.flatMap((event) => event.began.map(({ provision, phase }) => `${provision} ${phase}`)),
    );
    const written = provisions.flatMap(({ id, phases }) =>
      phases.flatMap(({ from }, phase) =>
        typeof from === 'string' &&
        /^\d{4}-\d{2}-\d{2}$/.test(from) &&
        from > '1945-01-01' &&
        from <= '1953-12-31'
          ? [`${id} ${phase}`]
          : [],
      ),
    );
    expect(written.length).toBeGreaterThan(40);
    expect(written.filter((phase) => !told.has(phase))).toEqual([]);

    const dragged = picture();
    element.date = '1947-05-01';
    await element.settled();
    expect(different(picture(), dragged)).toBeGreaterThan(1000);
    element.date = '1953-12-31';
    await element.settled();
    expect(different(picture(), dragged)).toBe(0);
  });

  it('shows the same day in label, list and map in every frame', async () => {
    element.date = '1945-01-01';
    await element.settled();
    await frames(2);
    let drawn = ((): number[] => {
      element.maplibre?.redraw();
      return colors();
    })();
    const drawing = element.maplibre?.on('render', () => (drawn = colors()));
    const samples: { label: string; list: string; drawn: number[] }[] = [];
    let on = true;
    const sample = (): void => {
      // A task of its own comes after the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => samples.push({ label: label(), list: list(), drawn });
      port2.postMessage(null);
      if (on) requestAnimationFrame(sample);
    };
    requestAnimationFrame(sample);
    const [start, end] = [placeOf('1945-01-01'), placeOf('1950-06-01')];
    await mouse.down(start);
    for (let x = start.x; x <= end.x; x += 12) {
      await mouse.move({ x, y: start.y });
      await frames(1);
    }
    await mouse.up(end);
    await frames(2);
    on = false;
    await frames(2);
    drawing?.unsubscribe();
    expect(new Set(samples.map((one) => one.label)).size).toBeGreaterThan(15);
    expect(samples.filter((one) => !one.list.includes(words(one.label)))).toEqual([]);
    const right = new Map<string, number[]>();
    for (const { label: date } of samples) {
      if (!right.has(date)) right.set(date, await colorsOn(date));
    }
    expect(new Set([...right.values()].map(String)).size).toBeGreaterThan(5);
    const wrong = samples.filter((one) => String(one.drawn) !== String(right.get(one.label)));
    expect(wrong).toEqual([]);
  });
});

describe('the fade', () => {
  const press = async (text: string): Promise<void> => {
    bar().querySelector<HTMLElement>('.range')?.focus();
    await userEvent.keyboard(text);
  };

  it('is of a single step across a change, label and list turning over in its first frame', async () => {
    element.date = '1946-01-04';
    await element.settled();
    const first = await new Promise<{ label: string; list: string; opacity: number }>((resolve) => {
      new MutationObserver((_, observer) => {
        const old = root().querySelector('.map-fade');
        if (!old) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          resolve({ label: label(), list: list(), opacity: Number(getComputedStyle(old).opacity) }),
        );
      }).observe(root(), { childList: true, subtree: true });
      void press('{ArrowRight}');
    });
    expect(first.label).toBe('1946-01-05');
    expect(first.list).toContain('5 January 1946');
    expect(first.opacity).toBeGreaterThan(0);
    await expect.poll(() => root().querySelector('.map-fade')).toBe(null);
  });

  it('is of a step alone that changes the picture', async () => {
    element.date = '1946-01-05';
    await element.settled();
    expect(await fadesDuring(() => press('{ArrowRight}'))).toBe(0);
    expect(await fadesDuring(() => press('{ArrowLeft}'))).toBe(0);
    expect(await fadesDuring(() => press('{ArrowLeft}')), 'back over the change').toBe(1);
  });

  it('is none in a drag, in play, for what a page sets, and for who wants no motion', async () => {
    element.date = '1945-06-01';
    await element.settled();
    expect(await fadesDuring(() => drag('1946-06-01', 6)), 'drag').toBe(0);
    expect(await fadesDuring(() => Promise.resolve((element.date = '1945-08-13'))), 'page').toBe(0);
    const play = bar().querySelector<HTMLElement>('.play');
    expect(
      await fadesDuring(async () => {
        play?.click();
        await frames(3);
        play?.click();
      }),
      'play',
    ).toBe(0);
    await setMedia({ 'prefers-reduced-motion': 'reduce' });
    element.date = '1946-01-04';
    await element.settled();
    expect(await fadesDuring(() => press('{ArrowRight}')), 'reduced motion').toBe(0);
  });
});

describe('what is read out', () => {
  const spoken = async (date: string): Promise<string> => {
    element.date = date;
    await element.settled();
    await frames(1);
    return bar().querySelector('.range')?.getAttribute('aria-valuetext') ?? '';
  };

  it('is the date, then what happened and changed on it', async () => {
    expect(await spoken('1946-01-05')).toMatch(
      /^5 January 1946\. The Republic of China recognises Mongolia; \S.*/,
    );
  });

  it('counts what is too much to be told', async () => {
    expect(await spoken('1945-08-14')).toMatch(
      /^14 August 1945\. Treaty, notes and agreements signed; .+; 3\u00A0more$/,
    );
  });

  it('is the date alone where nothing changed', async () => {
    expect(await spoken('1946-01-06')).toBe('6 January 1946');
  });
});

describe('rest', () => {
  it('asks for no frame at all', async () => {
    element.date = '1947-05-01';
    await element.settled();
    await frames(3);
    const real = window.requestAnimationFrame;
    let count = 0;
    window.requestAnimationFrame = (callback) => {
      count += 1;
      return real.call(window, callback);
    };
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    window.requestAnimationFrame = real;
    expect(count).toBe(0);
  });

  it('has nothing in the slider that axe finds inside the map, with its choices open', async () => {
    bar().querySelector<HTMLElement>('.options')?.click();
    await frames(2);
    const { violations } = await axe.run({
      include: { fromShadowDom: ['treaty-map', 'treaty-date-slider.bar'] },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    bar().querySelector<HTMLElement>('.play-options')?.hidePopover();
  });
});
