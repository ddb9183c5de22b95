import type { Map as MapLibreMap } from 'maplibre-gl';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAtlas, type ReadFile } from '../../src/atlas/load';
import type { Manifest } from '../../src/atlas/schema';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import type { TreatyView } from '../../src/elements/view';
import { parseDay, type Day } from '../../src/time/day';
import { generateAtlas } from '../bench/generate';
import { frames, showWhole } from './page';

/** How many messages went to any worker of the page so far. */
let messages = 0;
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
  messages += 1;
  Reflect.apply(post, this, given);
} as typeof post;

/** How many programs have been linked so far. */
let programs = 0;
const link = WebGL2RenderingContext.prototype.linkProgram;
WebGL2RenderingContext.prototype.linkProgram = function (this: WebGL2RenderingContext, program) {
  programs += 1;
  link.call(this, program);
};

/** Comments and texts too. */
function nodesIn(node: Node): number {
  return [...node.childNodes].reduce((sum, child) => sum + nodesIn(child), 1);
}

/** Every pixel, and whether the base map is left out. */
function drawn(map: MapLibreMap): { readonly without: boolean; readonly picture: Uint8Array } {
  const without = (map.getLayer('land')?.minzoom ?? 0) > map.getZoom();
  map.redraw();
  const gl = map.getCanvas().getContext('webgl2') as WebGL2RenderingContext;
  const picture = new Uint8Array(gl.drawingBufferWidth * gl.drawingBufferHeight * 4);
  gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  return { without, picture };
}

describe('a step of the date', () => {
  let element: TreatyMap;
  let programsAtFirst = 0;

  beforeAll(async () => {
    element = await showWhole();
    programsAtFirst = programs;
    element.date = '1948-02-01';
    await element.settled();
    await frames(2);
  });

  it('follows a first picture with a program for each kind of layer, and not for each layer', () => {
    // Base map: background, fills, outlines, lines, dashes; territories: lines, dashes, points, signs, areas, edges; names; and
    // what MapLibre has for itself: sky, clipping, and two to find out what the graphics card can do.
    expect(programsAtFirst).toBeGreaterThan(0);
    expect(programsAtFirst).toBeLessThanOrEqual(18);
  });

  /** What the map was told, and what it drew, while the day became another. */
  async function during(date: string): Promise<{ messages: number; renders: number; writes: number }> {
    const map = element.maplibre;
    if (!map) throw new Error('there is no map');
    const before = messages;
    let [renders, writes] = [0, 0];
    const counting = map.on('render', () => (renders += 1));
    const { setFeatureState } = map;
    map.setFeatureState = function (...given) {
      writes += 1;
      return setFeatureState.apply(this, given);
    };
    element.date = date;
    await element.settled();
    await frames(3);
    counting.unsubscribe();
    map.setFeatureState = setFeatureState;
    return { messages: messages - before, renders, writes };
  }

  it('sends the worker nothing and touches no layer where no change day is crossed', async () => {
    expect(await during('1948-02-20')).toEqual({ messages: 0, renders: 0, writes: 0 });
  });

  it('sends the worker nothing where change days are crossed either, and draws one frame', async () => {
    // The base map of some of these is the one of the day before, of others another.
    for (const date of ['1946-01-05', '1946-05-03', '1946-03-01', '1949-11-15', '1950-02-14', '1950-06-28']) {
      const { messages, renders } = await during(date);
      expect({ messages, renders }, date).toEqual({ messages: 0, renders: 1 });
    }
  });

  it('leaves nothing behind in the list', async () => {
    const list = element.shadowRoot?.querySelector('treaty-record')?.shadowRoot;
    if (!list) throw new Error('there is no list');
    const nodesOn = async (date: string): Promise<number> => {
      element.date = date;
      await element.settled();
      return nodesIn(list);
    };
    const days = ['1945-08-09', '1946-01-05', '1953-02-24'];
    const counts: number[][] = [];
    for (let round = 0; round < 3; round++) {
      const counted: number[] = [];
      for (const day of days) counted.push(await nodesOn(day));
      counts.push(counted);
    }
    expect(counts[2]).toEqual(counts[1]);
  });

  it('draws the same with a picture of the base map as with the base map itself', async () => {
    const map = element.maplibre;
    if (!map) throw new Error('there is no map');
    // Two days each with the same base map, and between the pairs another: the People's Republic, the Korean war.
    for (const [day, other] of [
      ['1946-05-03', '1946-03-01'],
      ['1950-02-14', '1949-11-15'],
      ['1952-12-31', '1952-09-15'],
    ] as const) {
      element.date = day;
      await element.settled();
      map.resize();
      await element.settled();
      const whole = drawn(map);
      for (const next of [other, day]) {
        element.date = next;
        await element.settled();
      }
      const stepped = drawn(map);
      expect([whole.without, stepped.without], day).toEqual([false, true]);
      expect(
        stepped.picture.findIndex((byte, at) => byte !== whole.picture[at]),
        day,
      ).toBe(-1);
    }
  });

  it('comes back whole with a lost context, though the base map was left out', async () => {
    const map = element.maplibre;
    if (!map) throw new Error('there is no map');
    for (const date of ['1946-05-03', '1946-03-01', '1946-05-03']) {
      element.date = date;
      await element.settled();
    }
    // Has MapLibre write its layers down anew, as they are now.
    for (const radius of [3, 2.4]) map.setPaintProperty('dots', 'circle-radius', radius);
    const before = drawn(map);
    expect(before.without).toBe(true);
    // As it is when workers are lost, without a frame in between, in which the base map would be put back.
    for (const type of ['webglcontextlost', 'webglcontextrestored']) {
      map.getCanvas().dispatchEvent(new Event(type, { cancelable: true }));
    }
    await element.settled();
    const after = drawn(map);
    expect(after.without).toBe(false);
    expect(after.picture.findIndex((byte, at) => byte !== before.picture[at])).toBe(-1);
  });
});

describe('a day of hundreds of records', () => {
  /** A view of a generated atlas, loaded as any other. */
  async function viewOn(date: string): Promise<TreatyView> {
    const like = (await (await fetch('/geo/treaty-1945/atlas.json')).json()) as Manifest;
    const { manifest, provisions } = generateAtlas(1200, 1945, like, 'a-source');
    const files: Readonly<Record<string, unknown>> = {
      'atlas.json': manifest,
      [manifest.record.provisions]: provisions,
      [manifest.record.base]: { items: [], places: [] },
      [manifest.record.sources]: [
        { id: 'a-source', type: 'book', title: 'A source', custom: { read: 'no', tier: 'weak' } },
      ],
    };
    const read: ReadFile = (file) => Promise.resolve(files[file] ?? []);
    const { atlas, problems } = await loadAtlas(read, 'atlas.json');
    expect(problems).toEqual([]);
    if (!atlas) throw new Error('there is no atlas');
    const day = parseDay(date) as Day;
    return {
      atlas,
      range: atlas.range,
      day,
      moment: atlas.at(day),
      spanFrom: null,
      compare: null,
      layers: new Set(manifest.layers.map(({ id }) => id)),
      language: 'en',
      selected: null,
      chosen: new Set(),
      highlighted: null,
      panel: null,
      place: null,
      viewpoint: 'all',
      shapes: null,
      read: null,
    };
  }

  it('is written out twenty entries a layer, and whole on demand', async () => {
    const list = document.createElement('treaty-record');
    document.body.replaceChildren(list);
    const view = await viewOn('1948-06-01');
    list.view = view;
    await list.updateComplete;
    const entries = (): HTMLElement[] => [
      ...(list.shadowRoot?.querySelectorAll<HTMLElement>('.entry') ?? []),
    ];
    expect(entries()).toHaveLength(6 * 20);
    const kept = new Set(entries());
    const next = parseDay('1948-06-20') as Day;
    list.view = { ...view, day: next, moment: view.atlas.at(next) };
    await list.updateComplete;
    // An entry that lasts is the same element, and not written anew.
    expect(entries().filter((entry) => kept.has(entry)).length).toBeGreaterThan(100);
    list.shadowRoot?.querySelector<HTMLButtonElement>('.more')?.click();
    await list.updateComplete;
    const records = view.atlas.at(next).records;
    expect(entries()).toHaveLength(new Set(records.map(({ provision }) => provision)).size);
    expect(list.shadowRoot?.querySelector('.more')).toBeNull();
  });
});
