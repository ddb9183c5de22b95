import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TreatyLayersRequestEvent, TreatyViewpointRequestEvent } from '../../src/elements/events';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { colorAt, eventsDuring, frames, next, rest, showWhole, textOf } from './page';

const ULAN_BATOR: [number, number] = [106.92, 47.92];
const GOBI: [number, number] = [112, 46.5];

/** A tint differs from none by far more; the relief, which comes after the first picture, by less in the flat Gobi. */
const SAME = 12;

/** How far two colours are apart, all channels added. */
const difference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, channel, index) => sum + Math.abs(channel - (b[index] ?? 0)), 0);

/** One map for all that does not need a page of its own: a map costs seconds to make without a graphics card. */
let element: TreatyMap;

beforeAll(async () => {
  element = await showWhole('<treaty-map></treaty-map>');
});

beforeEach(async () => {
  element.date = '1945-08-14';
  element.layers = null;
  element.selected = null;
  element.panel = null;
  element.place = null;
  element.at = null;
  element.zoom = null;
  // What went wrong in the test before lies over the map until it is dismissed.
  element.shadowRoot?.querySelector<HTMLButtonElement>('.problems button')?.click();
  await element.settled();
});

describe('<treaty-map>', () => {
  it('shows 14 August 1945 in a bare page, with a height of its own', () => {
    const box = element.getBoundingClientRect();
    expect(element.date).toBe('1945-08-14');
    expect(element.getAttribute('date')).toBe('1945-08-14');
    expect(box.height).toBeCloseTo((box.width * 10) / 16, 0);
    expect([element.from, element.until]).toEqual(['1945-01-01', '1953-12-31']);
    expect(textOf(element)).toContain('14 August 1945');
  });

  it('changes the picture on the day of a hand-over and not before', async () => {
    const pictures: Record<string, [number, number, number]> = {};
    for (const date of ['1946-01-03', '1946-01-04', '1946-01-05', '1946-01-06', '1946-01-04']) {
      element.date = date;
      await element.settled();
      const color = await colorAt(element, GOBI);
      expect(difference(pictures[date] ?? color, color), date).toBeLessThan(SAME);
      pictures[date] = color;
    }
    const [before = [], eve = [], day = [], after = []] = Object.values(pictures);
    expect(difference(before, eve)).toBeLessThan(SAME);
    expect(difference(eve, day)).toBeGreaterThan(SAME);
    expect(difference(day, after)).toBeLessThan(SAME);
  });

  it('touches nothing on the map where no change day is crossed', async () => {
    element.date = '1948-02-01';
    await rest(element);
    let renders = 0;
    const counting = element.maplibre?.on('render', () => (renders += 1));
    const heard = await eventsDuring(element, 'treaty-date-change', () => (element.date = '1948-02-20'));
    await frames(2);
    counting?.unsubscribe();
    expect(renders).toBe(0);
    expect(heard).toHaveLength(1);
    expect([heard[0]?.began, heard[0]?.ended, heard[0]?.changed]).toEqual([[], [], []]);
  });

  it('tells the world of a change of date, and only of a change', async () => {
    const heard = await eventsDuring(element, 'treaty-date-change', () => (element.date = '1946-01-05'));
    expect(heard).toHaveLength(1);
    expect([heard[0]?.previous, heard[0]?.date]).toEqual(['1945-08-14', '1946-01-05']);
    expect(heard[0]?.began.map(({ provision }) => provision)).toContain('impr');
    expect(heard[0]?.ended.map(({ provision }) => provision)).toContain('impr');
    expect(await eventsDuring(element, 'treaty-date-change', () => (element.date = '1946-01-05'))).toEqual(
      [],
    );
  });

  it.each(['1944-12-31', '1954-01-01', '14 August 1945', '1945-02-29', ''])(
    'refuses the date "%s" and keeps the last good one',
    async (bad) => {
      element.date = '1947-05-01';
      const errors = await eventsDuring(element, 'treaty-error', () => element.setAttribute('date', bad));
      expect(errors.map(({ message }) => message).join()).toContain(
        `"${bad}" is not a day between 1945-01-01 and 1953-12-31`,
      );
      expect([element.date, element.getAttribute('date')]).toEqual(['1947-05-01', '1947-05-01']);
    },
  );

  it('says what was wrong with an input until a right one comes, and of two what is left', async () => {
    const said = (): string[] =>
      [...(element.shadowRoot?.querySelectorAll('.problems li') ?? [])].map(({ textContent }) => textContent);
    element.setAttribute('date', 'never ever');
    element.setAttribute('date', 'never');
    element.setAttribute('projection', 'globe');
    await element.settled();
    expect(said()).toEqual([
      expect.stringContaining('"never" is not a day'),
      expect.stringContaining('no projection "globe"'),
    ]);
    element.setAttribute('projection', 'conic');
    await element.settled();
    expect(said()).toEqual([expect.stringContaining('"never" is not a day')]);
    const bar = element.shadowRoot?.querySelector('treaty-date-slider.bar')?.shadowRoot;
    bar?.querySelector<HTMLElement>('[part~=next]')?.click();
    await frames(2);
    await element.settled();
    expect([element.date, ...said()]).toEqual(['1945-08-16']);
  });

  it('keeps apart what is wrong with two days, two places and the two ends', async () => {
    const said = (): string[] =>
      [...(element.shadowRoot?.querySelectorAll('.problems li') ?? [])].map(({ textContent }) => textContent);
    for (const [one, other, right, later] of [
      ['span-from', 'compare-date', '1946-01-05', '1946-01-05'],
      ['at', 'place', '106.92,47.92', '106.92,47.92'],
      ['from', 'until', '1949-10-02', '1950-02-14'],
    ] as const) {
      element.setAttribute(one, 'left');
      element.setAttribute(other, 'right');
      await element.settled();
      expect(said(), one).toEqual([expect.stringContaining('"left"'), expect.stringContaining('"right"')]);
      element.setAttribute(one, right);
      await element.settled();
      expect(said(), other).toEqual([expect.stringContaining('"right"')]);
      element.setAttribute(other, later);
      element.removeAttribute(one);
      element.removeAttribute(other);
      await element.settled();
      expect(said(), other).toEqual([]);
    }
  });

  it('shows the day of a bare page again where the date is taken away', async () => {
    element.setAttribute('date', '1947-05-01');
    element.removeAttribute('date');
    await element.settled();
    expect([element.date, element.getAttribute('date')]).toEqual(['1945-08-14', '1945-08-14']);
  });

  it('gives the records in force as plain JSON', () => {
    const records = element.inForce('1946-01-05');
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
    expect(records.find(({ provision }) => provision === 'mongolia-status')).toMatchObject({
      provision: 'mongolia-status',
      territory: 'mongolian-peoples-republic',
      layer: 'mongolia',
      kind: 'recognised',
      from: '1946-01-05',
      until: '1946-02-14',
      viewpoint: 'roc',
      sources: ['frus46-958', 'frus46-961'],
    });
    const before = element.inForce();
    expect(before).toEqual(element.inForce('1945-08-14'));
    element.layers = [];
    expect(element.inForce()).toEqual(before);
  });

  it('gives what changed between two days', () => {
    const { changed } = element.changes('1946-01-04', '1946-01-05');
    expect(changed.map(({ was, is }) => [was.kind, is.kind, is.provision])).toContainEqual([
      'promise',
      'recognised',
      'mongolia-status',
    ]);
  });

  it('says what applied at a point, and its whole history', () => {
    const applied = element.whatApplied([126.63, 45.75], '1945-10-01');
    expect(applied.map(({ provision }) => provision)).toEqual(
      expect.arrayContaining(['ccr', 'soviet-occupation-manchuria', 'soviet-withdrawal-cities']),
    );
    expect(applied.map((record) => record.distance_km)).toEqual(
      applied.map((record) => record.distance_km).toSorted((a, b) => a - b),
    );
    const spans = element.history('mongolian-peoples-republic');
    expect(spans.map(({ from }) => from)).toContain('1946-01-05');
    expect(spans.at(0)?.from).toBe('1945-01-01');
    expect(spans.at(-1)?.until).toBe('..');
    expect(element.history([106.92, 47.92]).map(({ from }) => from)).toEqual(spans.map(({ from }) => from));
  });

  it('names a bad day that it is asked about', async () => {
    const errors = await eventsDuring(element, 'treaty-error', () => {
      expect(element.inForce('yesterday')).toEqual([]);
      expect(element.changes('1945-01-01', 'tomorrow')).toEqual({ began: [], ended: [], changed: [] });
    });
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('"yesterday" is not a day'),
      expect.stringContaining('"tomorrow" is not a day'),
    ]);
  });

  it('shows all layers by default, and those named', async () => {
    element.date = '1946-01-05';
    await element.settled();
    expect(element.layers).toEqual([
      'mongolia',
      'inner-mongolia',
      'chinese-eastern-railway',
      'manchuria',
      'ports',
      'sinkiang',
      'context',
    ]);
    expect(element.hasAttribute('layers')).toBe(false);
    const on = await colorAt(element, GOBI);
    element.layers = 'ports manchuria';
    await element.settled();
    expect(element.layers).toEqual(['manchuria', 'ports']);
    expect(element.getAttribute('layers')).toBe('ports manchuria');
    expect(difference(await colorAt(element, GOBI), on)).toBeGreaterThan(SAME);
    element.removeAttribute('layers');
    await element.settled();
    expect(element.layers).toHaveLength(7);
    expect(difference(await colorAt(element, GOBI), on)).toBeLessThan(SAME);
  });

  it('names a layer it does not know, and shows the others', async () => {
    const errors = await eventsDuring(
      element,
      'treaty-error',
      () => (element.layers = ['mongolia', 'atlantis']),
    );
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('There is no layer "atlantis"'),
    ]);
    expect(element.layers).toEqual(['mongolia']);
  });

  it('names a projection it does not know', async () => {
    const errors = await eventsDuring(element, 'treaty-error', () =>
      element.setAttribute('projection', 'globe'),
    );
    expect(errors.map(({ message }) => message).join()).toContain('There is no projection "globe"');
    expect(element.projection).toBe('conic');
  });

  it('looks where it is told to after something was chosen, and not where that is', async () => {
    element.select('e15');
    element.at = [90, 50];
    element.zoom = 4;
    await element.settled();
    await rest(element);
    expect([element.selected, element.at, element.zoom]).toEqual(['e15', [90, 50], 4]);
    const { clientWidth = NaN } = element.maplibre?.getCanvas() ?? {};
    expect(element.project([90, 50])?.x).toBeCloseTo(clientWidth / 2, 0);
  });

  it('answers a click with what holds there, and says so beside the map', async () => {
    const chosen = next(element, 'treaty-select');
    await userEvent.click(element, { position: element.project(ULAN_BATOR) ?? { x: 0, y: 0 } });
    expect(await chosen).toMatchObject({
      territory: 'mongolian-peoples-republic',
      provisions: ['mongolia-status'],
    });
    await element.settled();
    expect([element.panel, element.selected]).toEqual(['place', 'mongolian-peoples-republic']);
    expect(element.place?.map(Math.round)).toEqual(ULAN_BATOR.map(Math.round));
  });

  it('answers Enter with what applied in the middle of the map', async () => {
    element.at = ULAN_BATOR;
    await element.settled();
    element.maplibre?.getCanvas().focus();
    await userEvent.keyboard('{Enter}');
    await element.settled();
    expect([element.panel, element.selected]).toEqual(['place', 'mongolian-peoples-republic']);
    expect(element.place?.map(Math.round)).toEqual(ULAN_BATOR.map(Math.round));
    await userEvent.keyboard('{Escape}');
    await element.settled();
    expect(element.panel).toBeNull();
    expect(element.shadowRoot?.activeElement).toBe(element.maplibre?.getCanvas());
  });

  it('tells of the port that a click beside it meant, when so far out that it lands on another place', async () => {
    element.date = '1947-05-01';
    await element.settled();
    const dairen = element.project([121.64, 38.92]) ?? { x: 0, y: 0 };
    await userEvent.click(element, { position: { x: dairen.x + 5, y: dairen.y + 2 } });
    await element.settled();
    const told = element.whatApplied(element.place ?? [0, 0]).map(({ territory }) => territory);
    expect(told).toContain(element.selected);
    expect(String(element.place).length).toBeLessThan(20);
  });

  it('does not answer a click with what is not in force', async () => {
    element.date = '1948-06-01';
    await element.settled();
    const alxa = element.project([103.0, 40.0]) ?? { x: 0, y: 0 };
    const some = next(element, 'treaty-select');
    await userEvent.click(element, { position: element.project(ULAN_BATOR) ?? { x: 0, y: 0 } });
    await some;
    const none = next(element, 'treaty-select');
    await userEvent.click(element, { position: alxa });
    expect(await none).toMatchObject({ id: null, territory: null, provisions: [] });
    element.date = '1949-08-15';
    await element.settled();
    const chosen = next(element, 'treaty-select');
    await userEvent.click(element, { position: alxa });
    expect((await chosen).territory).toBe('alxa-ejin');
  });

  it('shows label and list of the last day however fast the date is set', async () => {
    for (const date of ['1945-08-09', '1949-10-02', '1952-12-31', '1946-01-05']) element.date = date;
    await element.settled();
    const shown = ['treaty-record [part~=heading]', 'treaty-date-slider [part~=day]'].map((path) => {
      const [tag = '', part = ''] = path.split(' ');
      return element.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector(part)?.textContent;
    });
    expect(shown).toEqual([
      expect.stringContaining('5 January 1946'),
      expect.stringContaining('5 January 1946'),
    ]);
  });

  it('obeys a control elsewhere on the page, unless the page cancels', async () => {
    element.id = 'one';
    const slider = document.createElement('treaty-date-slider');
    slider.for = 'one';
    document.body.append(slider);
    await slider.updateComplete;
    (slider.shadowRoot?.querySelector('input[type=range]') as HTMLInputElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => element.date).toBe('1945-08-15');
    const asked = next(document.body, 'treaty-date-request');
    document.addEventListener('treaty-date-request', (event) => event.preventDefault(), { once: true });
    await userEvent.keyboard('{ArrowRight}');
    await asked;
    await frames(2);
    await element.settled();
    expect(element.date).toBe('1945-08-15');
    slider.remove();
  });

  it('takes the focus to what is chosen from the list, into sight, and back on Escape', async () => {
    const root = element.shadowRoot as ShadowRoot;
    const list = root.querySelector('.list') as HTMLElement;
    const record = root.querySelector('treaty-record')?.shadowRoot;
    const title = record?.querySelector<HTMLElement>('.entry button');
    list.scrollTop = 600;
    const chosen = next(element, 'treaty-select');
    title?.focus();
    title?.click();
    expect((await chosen).territory).toBe('mongolian-peoples-republic');
    await element.settled();
    expect(list.scrollTop).toBe(0);
    expect(root.activeElement?.localName).toBe('treaty-panel');
    const none = next(element, 'treaty-select');
    await userEvent.keyboard('{Escape}');
    expect((await none).territory).toBeNull();
    await element.settled();
    expect(record?.activeElement).toBe(title);
  });

  it('chooses by id what the record has: opens its page, sets its day and goes there', async () => {
    const errors = await eventsDuring(element, 'treaty-error', () => element.select('atlantis'));
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('"atlantis"')]);
    expect(element.selected).toBeNull();
    const chosen = await eventsDuring(element, 'treaty-select', () => element.select('mongolia-status'));
    expect(chosen).toMatchObject([
      { id: 'mongolia-status', territory: null, provisions: ['mongolia-status'] },
    ]);
    expect([element.panel, element.getAttribute('select')]).toEqual([null, 'mongolia-status']);
    element.select('agreement-railway-1945');
    await element.settled();
    expect([element.panel, element.selected]).toEqual(['instruments', 'agreement-railway-1945']);
    await userEvent.click(element.shadowRoot?.querySelector('.pages .back') as HTMLElement);
    expect([element.panel, element.selected]).toEqual([null, 'mongolia-status']);
    const arrived = new Promise((resolve) => element.maplibre?.once('moveend', resolve));
    element.select('e16');
    await arrived;
    await element.settled();
    expect([element.panel, element.selected, element.date]).toEqual(['events', 'e16', '1946-01-19']);
    expect(element.at).not.toBeNull();
  });

  it('opens the page of what is chosen by id where the list is a pane that was closed', async () => {
    element.style.cssText = 'width: 800px; height: 500px';
    element.shadowRoot?.querySelector<HTMLElement>('.list-close')?.click();
    await element.settled();
    const page = (): Element | null => element.shadowRoot?.querySelector('treaty-panel') ?? null;
    const list = element.shadowRoot?.querySelector('.list');
    expect(list?.checkVisibility({ visibilityProperty: true })).toBe(false);
    element.select('mongolian-peoples-republic');
    await element.settled();
    await frames(2);
    expect(page()?.checkVisibility({ visibilityProperty: true })).toBe(true);
    // It has gone there, too.
    await rest(element);
    element.select(null);
    element.style.cssText = '';
    await rest(element);
  });

  it('shows its state as attributes, and reads it from them', async () => {
    const state = {
      date: '1947-05-01',
      layers: 'mongolia ports',
      at: '120.5,45.25',
      zoom: '4.5',
      select: 'agreement-dairen-1945',
      panel: 'instruments',
      place: '121.6,38.9',
      viewpoint: 'ussr',
    };
    for (const [name, value] of Object.entries(state)) element.setAttribute(name, value);
    await element.settled();
    const { lng = 0, lat = 0 } = element.maplibre?.getCenter() ?? {};
    expect([lng, lat]).toEqual([expect.closeTo(120.5, 6), expect.closeTo(45.25, 6)]);
    expect(element.maplibre?.getZoom()).toBeCloseTo(4.5, 6);
    expect([element.at, element.zoom, element.place]).toEqual([[120.5, 45.25], 4.5, [121.6, 38.9]]);
    expect(Object.fromEntries(Object.keys(state).map((name) => [name, element.getAttribute(name)]))).toEqual(
      state,
    );
    for (const [name, bad] of [
      ['at', '200,95'],
      ['zoom', 'near'],
      ['panel', 'attic'],
      ['viewpoint', 'moon'],
      ['place', '1'],
    ] as const) {
      const errors = await eventsDuring(element, 'treaty-error', () => element.setAttribute(name, bad));
      expect(errors.map(({ message }) => message).join(), name).toContain(`"${bad}"`);
      expect(element.getAttribute(name), name).toBe(state[name]);
    }
    element.viewpoint = null;
  });

  it('has no attribute left of what a reader has put back', async () => {
    const legend = element.shadowRoot?.querySelector('treaty-legend') as Element;
    const layers = [
      'mongolia',
      'inner-mongolia',
      'chinese-eastern-railway',
      'manchuria',
      'ports',
      'sinkiang',
    ];
    const ask = async (event: Event): Promise<void> => {
      legend.dispatchEvent(event);
      await element.settled();
    };
    await ask(new TreatyViewpointRequestEvent('roc'));
    await ask(new TreatyLayersRequestEvent(layers));
    expect([element.getAttribute('viewpoint'), element.getAttribute('layers')]).toEqual([
      'roc',
      layers.join(' '),
    ]);
    await ask(new TreatyViewpointRequestEvent('all'));
    await ask(new TreatyLayersRequestEvent([...layers, 'context']));
    expect([element.getAttribute('viewpoint'), element.getAttribute('layers')]).toEqual([null, null]);
  });

  it('draws in Mercator when asked', async () => {
    const conic = element.project([130, 60]);
    element.projection = 'mercator';
    await element.settled();
    const mercator = element.project([130, 60]);
    expect(mercator).not.toEqual(conic);
    // On the axis of both: a meridian is upright in Mercator everywhere, in the conic only in the middle.
    const upright = (east: number): number =>
      Math.abs((element.project([east, 50])?.x ?? 0) - (element.project([east, 40])?.x ?? 0));
    expect(upright(130)).toBeLessThan(0.01);
    element.projection = 'conic';
    await element.settled();
    expect(upright(130)).toBeGreaterThan(10);
  });

  it('is moved without being released, and released when it is removed', async () => {
    const map = element.maplibre;
    const home = document.createElement('div');
    document.body.append(home);
    home.append(element);
    await element.settled();
    expect(element.maplibre).toBe(map);
    const gl = map?.getCanvas().getContext('webgl2');
    element.remove();
    await Promise.resolve();
    expect(element.maplibre).toBeNull();
    expect(gl?.isContextLost()).toBe(true);
    document.body.append(element);
    await element.settled();
    expect(element.maplibre).not.toBeNull();
  });

  it('reads a language tag that is none as well as it can', async () => {
    element.lang = 'en_US';
    await element.settled();
    expect(textOf(element)).toContain('14 August 1945');
    element.lang = '';
    await element.settled();
  });

  it('joins a control that was there first, and one that changes its mind', async () => {
    const early = document.createElement('treaty-record');
    early.for = 'late';
    document.body.append(early);
    await early.updateComplete;
    expect(early.view).toBeNull();
    element.remove();
    element.id = 'late';
    document.body.append(element);
    await element.settled();
    expect(early.view?.day).toBe(element.shadowRoot?.querySelector('treaty-record')?.view?.day);
    early.for = 'nobody';
    await early.updateComplete;
    expect(early.view).toBeNull();
    early.remove();
  });

  it('loads another atlas, says what is wrong with it, and comes back', async () => {
    const bad = next(element, 'treaty-error');
    element.src = '/geo/nowhere/atlas.json';
    const ready = element.ready;
    expect((await bad).message).toContain('Check the address');
    await expect(ready).rejects.toThrow('Check the address');
    expect(element.inForce()).toEqual([]);
    element.src = null;
    await element.ready;
    expect(element.inForce('1946-01-05').length).toBeGreaterThan(20);
  });

  it('is set before it is on the page', async () => {
    document.body.innerHTML = '';
    const fresh = document.createElement('treaty-map');
    fresh.date = '1950-02-14';
    fresh.layers = ['chinese-eastern-railway'];
    document.body.append(fresh);
    await fresh.ready;
    expect([fresh.date, fresh.layers]).toEqual(['1950-02-14', ['chinese-eastern-railway']]);
  });
});
