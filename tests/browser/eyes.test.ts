import axe from 'axe-core';
import type { GeoJSONSource } from 'maplibre-gl';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { loadAtlas, readOver } from '../../src/atlas/load';
import { groupRecords } from '../../src/elements/record-groups';
import { TreatyState } from '../../src/elements/treaty-map/state';
import { EYES, type Eyes, type TreatyView } from '../../src/elements/view';
import { signsOf } from '../../src/map/signs';
import { colorAt, next, showWhole, textOf } from './page';

const MONGOLIA = 'mongolian-peoples-republic';
const DAYS = ['1945-08-13', '1945-08-14', '1946-01-05', '1949-10-02', '1950-02-14', '1953-02-25'];

let atlas: Atlas;

beforeAll(async () => {
  const loaded = await loadAtlas(readOver(new URL('../../geo/treaty-1945/atlas.json', import.meta.url)));
  if (!loaded.atlas) throw new Error('there is no atlas');
  ({ atlas } = loaded);
});

afterEach(() => {
  document.body.innerHTML = '';
});

function viewOf(date: string, viewpoint: Eyes, selected: string | null = null): TreatyView {
  const state = new TreatyState();
  state.adopt(atlas);
  expect([state.setDate(date), state.setViewpoint(viewpoint), state.setSelected(selected)]).toEqual([
    null,
    null,
    null,
  ]);
  const view = state.view();
  if (!view) throw new Error('there is no view');
  return view;
}

type Control = HTMLElementTagNameMap['treaty-legend' | 'treaty-record' | 'treaty-panel'];

async function mount<T extends Control['localName'] & keyof HTMLElementTagNameMap>(
  tag: T,
  view: TreatyView,
): Promise<HTMLElementTagNameMap[T]> {
  const main = document.querySelector('main') ?? document.body.appendChild(document.createElement('main'));
  const control = document.createElement(tag) as HTMLElementTagNameMap[T] & Control;
  main.append(control);
  control.view = view;
  await control.updateComplete;
  return control;
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function all(control: Control, selector: string): HTMLElement[] {
  return [...(control.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** What an entry of the list says of a territory: its status, and then its kind. */
function statusOf(list: Control, territory: string): string {
  const entry = all(list, '.entry').find(({ dataset }) =>
    dataset['territories']?.split(' ').includes(territory),
  );
  return squeezed(entry?.querySelector('.status')?.textContent ?? 'no entry');
}

describe('the list through one party’s eyes', () => {
  const INDEPENDENT = 'an independent state Recognised · In law and in fact';
  const unknown = (party: string): string =>
    `Not known What the ${party} held here is not known to the record.`;

  it.each<[string, Eyes, string]>([
    [
      '1945-08-13',
      'all',
      'state in fact, recognised by the USSR; claimed by the ROC Contested · In fact only',
    ],
    ['1945-08-13', 'roc', 'Chinese territory Claim · Claimed, or in law only'],
    ['1945-08-13', 'ussr', INDEPENDENT],
    ['1945-08-13', 'mpr', INDEPENDENT],
    ['1945-08-14', 'roc', 'to be recognised once a plebiscite has been held Promise · In fact only'],
    ['1945-08-14', 'ussr', INDEPENDENT],
    ['1946-01-05', 'roc', 'recognised by the ROC Recognised · In law and in fact'],
    ['1950-02-14', 'prc', INDEPENDENT],
    [
      '1950-02-14',
      'roc',
      'the recognition of 1946 stands for the time being; relations are broken Recognised · In law and in fact',
    ],
    ['1953-02-25', 'roc', 'no longer recognised; Chinese territory Claim · Claimed, or in law only'],
    ['1953-02-25', 'ussr', INDEPENDENT],
  ])('on %s says of Mongolia for %s: %s', async (date, eyes, expected) => {
    expect(statusOf(await mount('treaty-record', viewOf(date, eyes)), MONGOLIA)).toBe(expected);
  });

  it('says what is not known, and what others held', async () => {
    const list = await mount('treaty-record', viewOf('1950-02-14', 'mpr'));
    expect(statusOf(list, 'ccr-west')).toBe(unknown("Mongolian People's Republic"));
    const entry = all(list, '.entry').find(({ dataset }) => dataset['territories']?.includes('ccr-west'));
    expect(squeezed(entry?.textContent ?? '')).toContain(
      "What others held: People's Republic of China and Soviet Union joint until it is handed over",
    );
  });

  it('names whose view it is, with the day', async () => {
    const words = async (date: string, eyes: Eyes): Promise<string> =>
      squeezed(textOf(await mount('treaty-record', viewOf(date, eyes))));
    expect(await words('1945-08-14', 'ussr')).toContain('14 August 1945 As the Soviet Union held it');
    expect(await words('1949-09-30', 'prc')).toContain(
      "As the Chinese Communist Party held it before the People's Republic of China was proclaimed, on 1 October 1949",
    );
    expect(await words('1949-10-01', 'prc')).toContain("As the People's Republic of China held it");
    expect(await words('1945-08-14', 'all')).not.toContain(' held it');
  });

  it('tells no change that is none to the party', async () => {
    const changes = async (date: string, eyes: Eyes): Promise<string> =>
      squeezed(
        all(await mount('treaty-record', viewOf(date, eyes)), '.changes')
          .map(textOf)
          .join(' '),
      );
    expect(await changes('1950-02-14', 'prc')).toContain('Ends Validity of the treaty');
    expect(await changes('1950-02-14', 'roc')).toContain('Changes Validity of the treaty');
    expect(await changes('1950-02-14', 'mpr')).not.toContain('Validity');
    expect(await changes('1953-02-24', 'roc')).toContain('Outer Mongolia: its status');
    expect(await changes('1953-02-24', 'ussr')).not.toContain('Outer Mongolia');
    expect(await changes('1946-01-05', 'all')).toContain('Outer Mongolia: its status');
  });

  it('marks each entry on which the parties differ, and no other', async () => {
    for (const date of DAYS) {
      const view = viewOf(date, 'all');
      const list = await mount('treaty-record', view);
      const { records, possible } = view.moment;
      const differing = [...groupRecords(atlas, records), ...groupRecords(atlas, possible)].filter(
        ({ differs }) => differs,
      );
      expect(all(list, '[part~=differ]').length, date).toBe(differing.length);
      expect(differing.length, date).toBeGreaterThan(0);
    }
  });
});

describe('the legend', () => {
  it.each(EYES)('shows %s as chosen, and the signs of the map and no other', async (eyes) => {
    for (const date of DAYS) {
      const view = viewOf(date, eyes);
      const legend = await mount('treaty-legend', view);
      expect((all(legend, 'select')[0] as HTMLSelectElement).value).toBe(eyes);
      const groups = [...signsOf(view, atlas).territories.values()].map(({ group }) => `kind-${group}`);
      const shown = all(legend, '.signs .swatch').flatMap(({ classList }) =>
        [...classList].filter((name) => name.startsWith('kind-')),
      );
      expect(new Set(shown), date).toEqual(new Set(groups));
      const unknown = all(legend, '.signs').map(textOf).join(' ').includes('not known to the record');
      expect(unknown, date).toBe(groups.includes('kind-unknown'));
    }
  });

  it('asks for the viewpoint that is chosen, and shows the old one until it is given', async () => {
    const legend = await mount('treaty-legend', viewOf('1945-08-14', 'all'));
    const select = all(legend, 'select')[0] as HTMLSelectElement;
    expect([...select.options].map(({ value }) => value)).toEqual([...EYES]);
    expect([...select.options].map(({ label }) => label)).toContain('Soviet Union');
    const asked = next(legend, 'treaty-viewpoint-request');
    select.value = 'ussr';
    select.dispatchEvent(new Event('change'));
    expect((await asked).viewpoint).toBe('ussr');
    await legend.updateComplete;
    expect(select.value).toBe('all');
    legend.view = viewOf('1945-08-14', 'ussr');
    await legend.updateComplete;
    expect(select.value).toBe('ussr');
    // Who spoke for a party that there was not yet is said beside its name.
    expect(squeezed(textOf(legend))).not.toContain('held it');
    legend.view = viewOf('1945-08-14', 'prc');
    await legend.updateComplete;
    expect(squeezed(textOf(legend))).toContain('As the Chinese Communist Party held it');
  });

  it('takes no view as the true one, and explains every line', async () => {
    for (const eyes of EYES) {
      const text = textOf(await mount('treaty-legend', viewOf('1950-02-14', eyes)));
      expect(text).toContain('No party\u2019s view is taken as the true one.');
      expect(text).toContain('Border never delimited');
      expect(text).toContain('The parties differ');
      const list = textOf(await mount('treaty-record', viewOf('1950-02-14', eyes)));
      expect(list.includes('The base map is the same for every party.')).toBe(eyes !== 'all');
    }
  });
});

describe('the panel through one party’s eyes', () => {
  it('tells the phase of the day and all others as the party held them', async () => {
    const panel = await mount('treaty-panel', viewOf('1945-08-13', 'roc', MONGOLIA));
    expect(squeezed(textOf(panel))).toContain('As the Republic of China held it');
    expect(all(panel, '.phase .name').map((name) => squeezed(textOf(name)))).toEqual([
      'Chinese territory',
      'to be recognised once a plebiscite has been held',
      'recognised by the ROC',
      'recognised by the ROC; diplomatic relations agreed',
      'the recognition of 1946 stands for the time being; relations are broken',
      'no longer recognised; Chinese territory',
    ]);
  });
});

describe('what is not certain', () => {
  const words = async (date: string): Promise<string> =>
    squeezed(textOf(await mount('treaty-record', viewOf(date, 'all'))));

  it.each([
    ['1945-08-21', 'It ended between 20 August 1945 and 23 August 1945'],
    ['1945-08-21', 'It began between 20 August 1945 and 23 August 1945'],
    ['1945-09-15', 'Rests on general knowledge, not verified in a source.'],
    ['1953-02-25', 'Sources also give 25 February 1953 for its beginning.'],
    ['1949-10-16', 'Sources also give 6 October 1949 for its beginning.'],
  ])('is said on %s: %s', async (date, expected) => {
    expect(await words(date)).toContain(expected);
  });

  it('is not said where it is certain', async () => {
    expect(await words('1948-06-01')).not.toMatch(/It (began|ended) between|general knowledge, not verified/);
  });

  it('is drawn as faint in the list as on the map', async () => {
    const list = await mount('treaty-record', viewOf('1945-08-21', 'all'));
    const entry = all(list, '.entry').find(({ dataset }) => dataset['territories'] === 'mengjiang-area');
    expect(entry?.querySelector('.swatch')?.getAttribute('opacity')).toBe('0.45');
  });

  it('has the dashes of a border never delimited', async () => {
    const list = await mount('treaty-record', viewOf('1947-05-01', 'roc'));
    const entry = all(list, '.entry').find(({ dataset }) =>
      dataset['territories']?.includes('baitag-bogd-sector'),
    );
    expect(entry?.querySelector('.swatch .edge')?.classList).toContain('dashed');
  });
});

describe('access', () => {
  it.each(EYES)('has nothing that axe finds in legend, list and panel for %s', async (eyes) => {
    for (const tag of ['treaty-legend', 'treaty-record', 'treaty-panel'] as const) {
      await mount(tag, viewOf('1949-10-02', eyes, MONGOLIA));
    }
    const { violations } = await axe.run('main');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
});

describe('the map', () => {
  const GOBI: [number, number] = [104.6, 44.2];

  it('is drawn through other eyes without a word to the worker', async () => {
    const element = await showWhole('<treaty-map date="1945-08-13" viewpoint="ussr"></treaty-map>');
    const map = element.maplibre;
    // What the first pictures asked for is on its way until the map has nothing left to do.
    const idle = new Promise((resolve) => map?.once('idle', resolve));
    map?.triggerRepaint();
    await idle;
    const { postMessage } = Worker.prototype;
    let messages = 0;
    onTestFinished(() => {
      Worker.prototype.postMessage = postMessage;
    });
    Worker.prototype.postMessage = function (this: Worker, ...words: unknown[]): void {
      messages += 1;
      Reflect.apply(postMessage, this, words);
    };
    const recognised = await colorAt(element, GOBI);
    element.viewpoint = 'roc';
    await element.settled();
    const claimed = await colorAt(element, GOBI);
    element.viewpoint = 'ussr';
    await element.settled();
    const again = await colorAt(element, GOBI);
    const difference = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, channel, index) => sum + Math.abs(channel - (b[index] ?? 0)), 0);
    expect(difference(recognised, claimed)).toBeGreaterThan(12);
    expect(difference(recognised, again)).toBeLessThan(12);
    expect(element.maplibre).toBe(map);
    expect(messages).toBe(0);
    // The counter counts: what needs the worker comes by.
    map?.getSource<GeoJSONSource>('names')?.setData({ type: 'FeatureCollection', features: [] });
    await element.settled();
    expect(messages).toBeGreaterThan(0);
  });
});
