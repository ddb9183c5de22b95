import { describe, expect, it } from 'vitest';
import { loadLayers } from '../../src/atlas/load';
import {
  garrisonSigns,
  hasSeat,
  joinedRows,
  legendRows,
  occupiedLand,
  type LegendRow,
} from '../../src/elements/treaty-legend/legend-rows';
import type { Eyes, TreatyView } from '../../src/elements/view';
import { parseDay, type Day } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

const atlas = await readAtlas();
const { layers: shapes } = await loadLayers(atlas.manifest, readFromDisk);
const LAYERS = atlas.manifest.layers.map(({ id }) => id);

function viewOf(date: string, layers: readonly string[] = LAYERS, viewpoint: Eyes = 'all'): TreatyView {
  const day = parseDay(date) as Day;
  const moment = atlas.at(day);
  return {
    atlas,
    range: atlas.range,
    day,
    moment,
    layers: new Set(layers),
    viewpoint,
    spanFrom: null,
    compare: null,
    language: 'en',
    read: null,
    selected: null,
    chosen: new Set(),
    panel: null,
    place: null,
    shapes: null,
    highlighted: null,
  };
}

const groupsOf = (rows: readonly LegendRow[]): string[] => rows.map(({ group }) => group);

describe('the legend', () => {
  it('has the signs of the day alone, in the order of the list', () => {
    expect(groupsOf(legendRows(viewOf('1946-01-05')))).toEqual([
      'recognised',
      'contested',
      'occupation',
      'autonomous',
      'claim',
      'province',
      'joint',
      'assurance',
      'free-port',
      'base',
    ]);
    expect(groupsOf(legendRows(viewOf('1953-02-24')))).toEqual([
      'contested',
      'autonomous',
      'province',
      'owned',
      'base',
    ]);
  });

  it('follows the layers that are shown', () => {
    expect(groupsOf(legendRows(viewOf('1946-01-05', ['ports'])))).toEqual([
      'free-port',
      'base',
      'occupation',
    ]);
    expect(legendRows(viewOf('1946-01-05', []))).toEqual([]);
  });

  it('has each sign once, areas before lines before points', () => {
    for (const { swatches } of legendRows(viewOf('1945-08-14'))) {
      const shapes = swatches.map(({ shape }) =>
        ['polygon', 'line', 'frontier', 'point', 'harbour'].indexOf(shape),
      );
      expect(shapes).toEqual(shapes.toSorted());
      expect(new Set(swatches.map((swatch) => JSON.stringify(swatch))).size).toBe(swatches.length);
    }
  });

  it('has a star for the seat of a movement, and a diamond for a harbour that is promised', () => {
    const shapes = (date: string): string[] =>
      legendRows(viewOf(date))
        .filter(({ group }) => group === 'claim')
        .flatMap(({ swatches }) => swatches.map(({ shape }) => shape));
    expect(shapes('1946-01-05')).toEqual(['point']);
    expect(shapes('1950-06-01')).toContain('harbour');
  });

  it('has the ring of the naval base beside its area, which is a few pixels wide far out', () => {
    const shapesOf = (view: TreatyView): string[] | undefined =>
      legendRows(view)
        .find(({ group }) => group === 'base')
        ?.swatches.map(({ shape }) => shape);
    const view = viewOf('1950-02-14');
    expect(shapesOf({ ...view, shapes })).toEqual(['polygon', 'point']);
    // As on the map: an atlas whose base has no such sign has none in the legend.
    expect(shapesOf(view)).toEqual(['polygon']);
  });

  it('has the signs of both days where two are compared', () => {
    const [one, other] = [legendRows(viewOf('1945-01-01')), legendRows(viewOf('1953-02-24'))];
    const both = joinedRows(one, other);
    expect(new Set(groupsOf(both))).toEqual(new Set([...groupsOf(one), ...groupsOf(other)]));
    expect(groupsOf(both).slice(0, one.length)).toEqual(groupsOf(one));
  });

  it('explains the grey hatching of the base map on the days that have it', () => {
    const names = (...dates: string[]): string[] =>
      occupiedLand(dates.map((date) => viewOf(date))).map(({ en }) => en ?? '');
    expect(names('1945-08-14').slice(0, 2)).toEqual(['China under the Nanking government', 'Manchukuo']);
    expect(names('1950-02-14')[0]).toBe('Japan under Allied occupation');
    expect(names('1945-08-14', '1950-02-14')).toEqual([
      ...new Set([...names('1945-08-14'), ...names('1950-02-14')]),
    ]);
    const moment = { ...atlas.at(parseDay('1945-08-14') as Day), base: [] };
    expect(occupiedLand([{ atlas, moment }])).toEqual([]);
  });

  it('explains garrisons and evacuated cities while they are on the map', () => {
    const told = (date: string): string | undefined => garrisonSigns([viewOf(date)])?.key;
    expect(told('1945-08-08')).toBe(undefined);
    expect(told('1945-08-30')).toBe('legend.garrison');
    expect(told('1946-04-01')).toBe('legend.garrison-both');
    expect(told('1946-04-30')).toBe('legend.garrison-left');
    expect(told('1946-05-03')).toBe(undefined);
  });

  it('explains the sign of a seat of government while one is on the map', () => {
    const view = viewOf('1949-12-10');
    expect(hasSeat(view)).toBe(true);
    const base = view.moment.base.filter(({ id }) => !id.startsWith('seat-'));
    expect(hasSeat({ atlas, moment: { ...view.moment, base } })).toBe(false);
  });
});
