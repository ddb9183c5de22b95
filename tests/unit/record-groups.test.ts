import { beforeAll, describe, expect, test } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import type { TreatyRecord } from '../../src/atlas/record';
import { groupByLayer, groupChanges, groupRecords, seriesOf } from '../../src/elements/record-groups';
import type { Eyes } from '../../src/elements/view';
import { parseDay, type Day } from '../../src/time/day';
import { readAtlas } from './read-atlas';

let atlas: Atlas;
let all: ReadonlySet<string>;

beforeAll(async () => {
  atlas = await readAtlas();
  all = new Set(atlas.manifest.layers.map(({ id }) => id));
});

function at(iso: string): readonly TreatyRecord[] {
  return atlas.at(parseDay(iso) as Day).records;
}

function groupOf(iso: string, provision: string) {
  const groups = groupRecords(atlas, at(iso)).filter((group) => group.provision.id === provision);
  expect(groups).toHaveLength(1);
  return groups[0] as (typeof groups)[number];
}

describe('records in groups', () => {
  test('one group for all territories and parties of a phase', () => {
    const group = groupOf('1947-05-01', 'ccr');
    expect(group.territories).toHaveLength(5);
    expect(new Set(group.territories).size).toBe(5);
  });

  test('parties that held the same stand together, each of them once', () => {
    const { held, differs } = groupOf('1945-08-14', 'mongolia-status');
    expect(differs).toBe(true);
    expect(held.map(({ viewpoints, kind }) => [kind, ...viewpoints])).toEqual([
      ['promise', 'roc'],
      ['recognised', 'ussr', 'mpr'],
    ]);
  });

  test('parties that agree do not differ', () => {
    const { held, differs } = groupOf('1946-01-05', 'mongolia-status');
    expect(differs).toBe(false);
    expect(held).toHaveLength(1);
    expect(held[0]?.viewpoints).toEqual(['roc', 'ussr', 'mpr']);
  });

  test('what has no shape has no territory', () => {
    expect(groupOf('1945-08-14', 'treaty-in-force').territories).toEqual([]);
  });

  test('phases side by side are groups of their own', () => {
    const groups = groupRecords(atlas, at('1945-12-24')).filter(
      ({ provision }) => provision.id === 'soviet-withdrawal-cities',
    );
    expect(groups.length).toBeGreaterThan(5);
    const places = groups.flatMap(({ territories }) => territories);
    expect(new Set(places).size).toBe(places.length);
  });

  test('on every change day no record is lost and none stands twice', () => {
    for (const day of atlas.changeDays) {
      const { records } = atlas.at(day);
      const groups = groupRecords(atlas, records);
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      expect(new Set(records.map(({ provision, phase }) => `${provision}/${phase}`))).toEqual(
        new Set(groups.map(({ key }) => key)),
      );
      for (const { key, territories, held } of groups) {
        const own = records.filter(({ provision, phase }) => `${provision}/${phase}` === key);
        const places = new Set(own.flatMap(({ territory }) => territory ?? []));
        expect(new Set(territories)).toEqual(places);
        expect(new Set(held.flatMap(({ viewpoints }) => viewpoints))).toEqual(
          new Set(own.flatMap(({ viewpoint }) => viewpoint ?? [])),
        );
      }
    }
  });
});

describe('groups by layer', () => {
  test('in the order of the manifest, only the layers shown', () => {
    const groups = groupRecords(atlas, at('1946-06-01'));
    const shown = groupByLayer(atlas, groups, new Set(['ports', 'mongolia']));
    expect(shown.map(({ layer }) => layer.id)).toEqual(['mongolia', 'ports']);
    expect(groupByLayer(atlas, groups, new Set())).toEqual([]);
  });

  test('what has ended comes last', () => {
    for (const { groups } of groupByLayer(atlas, groupRecords(atlas, at('1953-12-31')), all)) {
      const kinds = groups.map(({ kind }) => (kind === 'ended' ? 1 : 0));
      expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    }
  });
});

describe('changes in groups', () => {
  function changesOn(iso: string, layers = all) {
    return groupChanges(atlas, atlas.at(parseDay(iso) as Day), layers);
  }

  test('one phase that follows another is told once, and not again as begun and ended', () => {
    const mongolia = changesOn('1946-01-05').filter(({ provision }) => provision.id === 'mongolia-status');
    expect(mongolia).toHaveLength(1);
    expect(mongolia[0]).toMatchObject({
      how: 'changed',
      was: { kind: 'promise' },
      is: { kind: 'recognised' },
    });
  });

  test('what has nothing before it begins; what has nothing after it ends', () => {
    const treaty = changesOn('1945-08-14').find(({ provision }) => provision.id === 'treaty-in-force');
    expect(treaty).toMatchObject({ how: 'began', was: null });
    const command = changesOn('1946-05-03').find(({ provision }) => provision.id === 'cinc-civil');
    expect(command).toMatchObject({ how: 'ended', is: null });
  });

  test('a change to a phase that says it is over is an end', () => {
    const treaty = changesOn('1953-02-24').find(({ provision }) => provision.id === 'treaty-in-force');
    expect(treaty).toMatchObject({ how: 'ended', is: { kind: 'ended' } });
  });

  test('only in the layers shown', () => {
    expect(changesOn('1946-01-05', new Set(['ports']))).toEqual([]);
  });
});

describe('the series of a territory', () => {
  test('all its phases in order of time', () => {
    const [series] = seriesOf(atlas, new Set(['mongolian-peoples-republic']));
    expect(series?.provision.id).toBe('mongolia-status');
    expect(series?.phases.map(({ phase }) => phase.kind)).toEqual([
      'contested',
      'promise',
      'recognised',
      'recognised',
      'recognised',
      'contested',
    ]);
  });

  test('every territory of the record has one, of its own phases only', () => {
    for (const [id, { provision }] of atlas.territories) {
      const series = seriesOf(atlas, new Set([id])).find((found) => found.provision.id === provision);
      expect(series, id).toBeDefined();
      expect(series?.phases.every(({ phase }) => phase.territories.includes(id))).toBe(true);
    }
    expect(seriesOf(atlas, new Set(['nowhere']))).toEqual([]);
  });
});

describe('through one party’s eyes', () => {
  function seen(iso: string, viewpoint: Eyes, provision: string) {
    const day = parseDay(iso) as Day;
    const groups = groupRecords(atlas, atlas.at(day).records, { viewpoint, day });
    return groups.find((group) => group.provision.id === provision)?.seen;
  }

  function changed(iso: string, viewpoint: Eyes): string[] {
    const moment = atlas.at(parseDay(iso) as Day);
    return groupChanges(atlas, moment, all, viewpoint).map(({ how, provision }) => `${provision.id} ${how}`);
  }

  test('a group is what the party held, and as it stands for all', () => {
    const whole = groupOf('1945-08-14', 'mongolia-status');
    expect(whole.seen).toMatchObject({ known: true, by: null, kind: 'promise', holds: 'fact' });
    expect(seen('1945-08-14', 'ussr', 'mongolia-status')).toMatchObject({
      by: 'ussr',
      kind: 'recognised',
      holds: 'law-and-fact',
    });
    expect(seen('1945-08-14', 'prc', 'mongolia-status')).toEqual({ known: false, by: 'cpc' });
    expect(seen('1949-10-01', 'prc', 'mongolia-status')).toEqual({ known: false, by: 'prc' });
  });

  test('what is over for the party comes last, though it is not over for another', () => {
    const day = parseDay('1951-06-01') as Day;
    const records = atlas.at(day).records;
    const order = (viewpoint: Eyes): string[] =>
      groupByLayer(atlas, groupRecords(atlas, records, { viewpoint, day }), all).flatMap(
        ({ layer, groups }) => (layer.id === 'context' ? groups.map(({ provision }) => provision.id) : []),
      );
    expect(order('roc').at(-1)).not.toBe('treaty-in-force');
    expect(order('prc').at(-1)).toBe('treaty-in-force');
  });

  test('a change is one in the eyes of the party', () => {
    expect(changed('1950-02-14', 'all')).toContain('treaty-in-force changed');
    expect(changed('1950-02-14', 'ussr')).toContain('treaty-in-force ended');
    expect(changed('1950-02-14', 'roc')).toContain('treaty-in-force changed');
    expect(changed('1950-02-14', 'mpr')).toEqual([]);
    expect(changed('1953-02-24', 'roc')).toContain('mongolia-status changed');
    expect(changed('1953-02-24', 'mpr')).not.toContain('mongolia-status changed');
  });
});
