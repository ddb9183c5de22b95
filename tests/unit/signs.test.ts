import { isDeepStrictEqual } from 'node:util';
import { area, feature, featureCollection, intersect } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { loadLayers } from '../../src/atlas/load';
import { GROUPS, kindGroup, PALETTES } from '../../src/map/palette-data';
import { luminanceOf } from '../../src/map/color';
import { drawnTerritories } from '../../src/map/shapes';
import { differing, PARTIAL, signOf, signsOf, type Signs } from '../../src/map/signs';
import { PLANES } from '../../src/map/plane';
import { seenBy } from '../../src/atlas/eyes';
import type { Phase } from '../../src/atlas/schema';
import { KINDS, type Viewpoint } from '../../src/atlas/vocabulary';
import { groupRecords } from '../../src/elements/record-groups';
import { EYES } from '../../src/elements/view';
import { addDays, parseDay, type Day } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

let atlas: Atlas;
let all: ReadonlySet<string>;

beforeAll(async () => {
  atlas = await readAtlas();
  all = new Set(atlas.manifest.layers.map(({ id }) => id));
});

const day = (text: string): Day => parseDay(text) as Day;
const on = (text: string, layers: ReadonlySet<string> = all): Signs =>
  signsOf({ moment: atlas.at(day(text)), layers }, atlas);
const sign = (text: string, territory: string) => on(text).territories.get(territory);

describe('a city that was evacuated', () => {
  it.each([
    ['1945-08-14', []],
    ['1946-03-11', ['city-huludao', 'city-yingkou']],
    ['1946-04-09', ['city-huludao', 'city-mukden', 'city-siping', 'city-yingkou']],
    [
      '1946-04-25',
      ['beian', 'changchun', 'harbin', 'huludao', 'jiamusi', 'jilin', 'mukden', 'siping', 'yingkou'].map(
        (city) => `city-${city}`,
      ),
    ],
    ['1946-05-03', []],
  ])('is marked as left, until the whole withdrawal had ended: %s', (text, cities) => {
    const { left, territories } = on(text);
    const found = [...left].sort();
    expect(found).toEqual(cities);
    expect(found.filter((id) => territories.has(id))).toEqual([]);
  });

  it('goes with its layer', () => {
    expect(on('1946-04-25', new Set(['mongolia'])).left.size).toBe(0);
  });
});

describe('the signs on a hand-over day', () => {
  it.each([
    ['1945-08-13', 'contested', 'zigzag'],
    // A state in fact before and after the promise, which changes the hue.
    ['1945-08-14', 'claim', 'hatch'],
    ['1946-01-04', 'claim', 'hatch'],
    ['1946-01-05', 'recognised', 'tint'],
    ['1953-02-23', 'recognised', 'tint'],
    ['1953-02-24', 'contested', 'zigzag'],
  ])('on %s Mongolia is %s, %s', (text, group, texture) => {
    expect(sign(text, 'mongolian-peoples-republic')).toMatchObject({ group, texture, strength: 1 });
  });

  it.each([
    ['1945-08-08', 'owned', 'hatch'],
    ['1945-08-09', 'occupation', 'hatch'],
    ['1945-08-24', 'joint', 'outline'],
    ['1950-02-14', 'joint', 'tint'],
    ['1952-12-30', 'joint', 'tint'],
    ['1952-12-31', 'owned', 'tint'],
  ])('on %s the railway is %s, %s', (text, group, texture) => {
    expect(sign(text, 'ccr-west')).toMatchObject({ group, texture });
  });

  it('ends the Soviet occupation of Manchuria on the day of the withdrawal', () => {
    expect(sign('1946-05-02', 'soviet-occupied-from-march-1946')).toBeDefined();
    expect(sign('1946-05-03', 'soviet-occupied-from-march-1946')).toBeUndefined();
    expect(sign('1946-05-03', 'soviet-occupied-northeast')).toBeUndefined();
  });
});

describe('what does not change', () => {
  it('is the same object on every day up to the next change day', () => {
    const seen = new Set<Signs>();
    let moments = 0;
    for (const change of atlas.changeDays) {
      const next = atlas.at(change).next;
      if (next === null) continue;
      const first = signsOf({ moment: atlas.at(change), layers: all }, atlas);
      for (const within of new Set([addDays(change, Math.floor((next - change) / 2)), addDays(next, -1)])) {
        expect(signsOf({ moment: atlas.at(within), layers: new Set(all) }, atlas)).toBe(first);
      }
      seen.add(first);
      moments += 1;
    }
    // One object for all moments would pass too.
    expect(seen.size).toBe(moments);
    expect(moments).toBeGreaterThan(50);
  });

  it.each([
    ['1946-01-04', '1946-01-05', ['mongolian-peoples-republic']],
    ['1946-01-05', '1946-01-04', ['mongolian-peoples-republic']],
  ])('is left alone from %s to %s, when something else changes', (last, next, changed) => {
    expect(differing(on(last).territories, on(next).territories, isDeepStrictEqual)).toEqual(changed);
  });
});

describe('what differs', () => {
  it('is what is new, what is gone and what is another', () => {
    const last = new Map([['kept', 1], ['other', 1], ['gone', 1]]); // prettier-ignore
    const next = new Map([['other', 2], ['kept', 1], ['new', 1]]); // prettier-ignore
    expect(differing(last, next).sort()).toEqual(['gone', 'new', 'other']);
    expect(differing(null, next).sort()).toEqual(['kept', 'new', 'other']);
    expect(differing(last, new Map(last))).toEqual([]);
  });

  it('on a hand-over day is what begins, what ends and what changes', () => {
    const [last, next] = [on('1946-05-02').territories, on('1946-05-03').territories];
    const ids = new Set([...last.keys(), ...next.keys()]);
    const changed = [...ids].filter((id) => JSON.stringify(last.get(id)) !== JSON.stringify(next.get(id)));
    expect(changed).toContain('soviet-occupied-from-march-1946');
    expect(changed.length).toBeLessThan(ids.size);
    expect(differing(last, next, isDeepStrictEqual)).toEqual(changed);
  });
});

describe('doubt about a day', () => {
  it('is one partial opacity from the earliest to the latest day', () => {
    expect(sign('1945-08-19', 'mengjiang-area')?.strength).toBe(1);
    expect(sign('1945-08-20', 'mengjiang-area')?.strength).toBe(PARTIAL);
    expect(sign('1945-08-23', 'mengjiang-area')?.strength).toBe(PARTIAL);
    expect(sign('1945-08-24', 'mengjiang-area')).toBeUndefined();
  });

  it('does not fade what looks the same on both sides of it', () => {
    expect(sign('1949-04-15', 'im-1947')).toMatchObject({ texture: 'hatch', strength: 1 });
    expect(sign('1949-04-15', 'im-jirim-juu-uda')?.strength).toBe(PARTIAL);
  });

  it('never leaves another opacity', () => {
    for (const change of atlas.changeDays) {
      const { territories, base } = signsOf({ moment: atlas.at(change), layers: all }, atlas);
      for (const { strength } of territories.values()) expect([1, PARTIAL]).toContain(strength);
      for (const strength of base.values()) expect([1, PARTIAL]).toContain(strength);
    }
  });
});

describe('layers', () => {
  it('leave nothing of themselves when switched off', () => {
    const some = new Set(['mongolia']);
    const ids = [...on('1947-05-01', some).territories.keys()];
    expect(ids).toContain('mongolian-peoples-republic');
    expect(ids).not.toContain('ccr-west');
    expect(on('1947-05-01', new Set()).territories.size).toBe(0);
  });
});

describe('textures', () => {
  it('fill nothing that is held in law alone or is a pledge', () => {
    for (const kind of KINDS) {
      expect(signOf({ kind, holds: 'law' }).texture).toMatch(/outline|none/);
    }
    expect(signOf({ kind: 'in-force', holds: 'law-and-fact' }).texture).toBe('outline');
    expect(signOf({ kind: 'ended', holds: 'law-and-fact' }).texture).toBe('none');
  });

  it('lay the base of two powers over the province that it is in', async () => {
    const { layers } = await loadLayers(atlas.manifest, readFromDisk);
    const order = drawnTerritories(layers, atlas, PLANES.conic).map(({ properties: { id } }) => id);
    for (const [base, province] of [
      ['port-arthur-base-area', 'luda-mainland'],
      ['port-arthur-base-islands', 'luda-changshan'],
    ] as const) {
      expect(order.indexOf(province)).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(base), base).toBeGreaterThan(order.indexOf(province));
    }
  });

  it('never lay two full tints over one another, whoever looks', async () => {
    const { layers } = await loadLayers(atlas.manifest, readFromDisk);
    const areas = new Map(
      drawnTerritories(layers, atlas, PLANES.conic)
        .filter(({ properties }) => properties.role === 'area')
        .map(({ properties, geometry }) => [properties.id, feature(geometry as Polygon | MultiPolygon)]),
    );
    const seen = new Map<string, number>();
    for (const change of atlas.changeDays) {
      if (change < atlas.range.first || change > atlas.range.last) continue;
      const tintedFor = (viewpoint: Viewpoint) =>
        [...signsOf({ moment: atlas.at(change), layers: all, viewpoint }, atlas).territories].flatMap(
          ([id, { texture, group }]) => {
            const shape = areas.get(id);
            return shape && texture === 'tint' && group !== 'province' ? [{ id, shape }] : [];
          },
        );
      for (const [i, a, tinted] of EYES.map(tintedFor).flatMap((tinted) =>
        tinted.map((a, i) => [i, a, tinted] as const),
      )) {
        for (const b of tinted.slice(i + 1)) {
          const key = `${a.id} ${b.id}`;
          if (!seen.has(key)) {
            const both = intersect(featureCollection([a.shape, b.shape]));
            seen.set(key, both ? area(both) / Math.min(area(a.shape), area(b.shape)) : 0);
          }
          expect(seen.get(key), key).toBeLessThan(0.05);
        }
      }
    }
  });
});

describe('names of the day', () => {
  it('turn over on their day', () => {
    const index = (text: string) => on(text).names.get('dairen');
    expect(index('1945-08-21')).toBe(0);
    expect(index('1945-08-22')).toBe(1);
    expect(index('1950-12-01')).toBe(2);
  });
});

describe('the palette', () => {
  it.each(['light', 'dark'] as const)('has 3:1 for every hue on %s paper', (theme) => {
    const { land, kinds } = PALETTES[theme];
    for (const group of GROUPS) {
      const [a, b] = [luminanceOf(kinds[group]), luminanceOf(land)].sort((x, y) => y - x) as [number, number];
      expect((a + 0.05) / (b + 0.05), group).toBeGreaterThanOrEqual(3);
    }
  });

  it('has a hue for every kind', () => {
    for (const kind of KINDS) expect(GROUPS).toContain(kindGroup(kind));
  });
});

describe('through one party’s eyes', () => {
  const through = (viewpoint: Viewpoint, text: string, territory: string) => {
    const sign = signsOf({ moment: atlas.at(day(text)), layers: all, viewpoint }, atlas).territories.get(
      territory,
    );
    return sign ? `${sign.group} ${sign.texture} ${sign.edge}` : 'nothing';
  };
  const MONGOLIA = 'mongolian-peoples-republic';
  const NORTHEAST = 'three-eastern-provinces-area';
  const SOVIET_TROOPS = 'soviet-occupied-from-march-1946';
  const RECOGNISED = 'recognised tint line';
  const UNKNOWN = 'unknown unknown dotted';

  // Read off the dossier by hand: who, when, where, and the sign of it.
  it.each<[Viewpoint, string, string, string]>([
    // Mongolia: Chinese territory to the ROC until it promises, then recognises; claimed again from 24 February 1953.
    ['all', '1945-08-13', MONGOLIA, 'contested zigzag broken'],
    ['roc', '1945-08-13', MONGOLIA, 'claim outline line'],
    ['ussr', '1945-08-13', MONGOLIA, RECOGNISED],
    ['mpr', '1945-08-13', MONGOLIA, RECOGNISED],
    ['all', '1945-08-14', MONGOLIA, 'claim hatch broken'],
    ['roc', '1945-08-14', MONGOLIA, 'claim hatch line'],
    ['ussr', '1945-08-14', MONGOLIA, RECOGNISED],
    ['all', '1946-01-05', MONGOLIA, RECOGNISED],
    ['roc', '1946-01-05', MONGOLIA, RECOGNISED],
    ['ussr', '1946-01-05', MONGOLIA, RECOGNISED],
    ['all', '1950-02-14', MONGOLIA, 'recognised tint broken'],
    ['roc', '1950-02-14', MONGOLIA, RECOGNISED],
    ['prc', '1950-02-14', MONGOLIA, RECOGNISED],
    ['roc', '1953-02-23', MONGOLIA, RECOGNISED],
    ['roc', '1953-02-24', MONGOLIA, 'claim outline line'],
    ['roc', '1953-02-25', MONGOLIA, 'claim outline line'],
    ['prc', '1953-02-25', MONGOLIA, RECOGNISED],
    ['ussr', '1953-02-25', MONGOLIA, RECOGNISED],
    ['mpr', '1953-02-25', MONGOLIA, RECOGNISED],
    // The railway in the civil war: joint in law to both signatories, run by the Communists where they govern.
    ['all', '1947-05-01', 'ccr-west', 'contested zigzag broken'],
    ['roc', '1947-05-01', 'ccr-west', 'joint outline line'],
    ['ussr', '1947-05-01', 'ccr-west', 'joint outline line'],
    ['prc', '1947-05-01', 'ccr-west', 'contested zigzag broken'],
    ['all', '1949-01-01', 'ccr-west', 'contested zigzag broken'],
    ['roc', '1949-01-01', 'ccr-west', 'joint outline line'],
    ['prc', '1949-01-01', 'ccr-west', 'joint outline line'],
    // One joint company from 1950, of which the ROC is no part.
    ['all', '1950-02-14', 'ccr-west', 'joint tint broken'],
    ['prc', '1950-02-14', 'ccr-west', 'joint tint line'],
    ['roc', '1950-02-14', 'ccr-west', 'contested outline broken'],
    // Manchuria: the assurance of 1945, over for the PRC and the USSR in 1950, still invoked by the ROC until 1953.
    ['all', '1945-08-24', NORTHEAST, 'assurance outline broken'],
    ['roc', '1950-02-14', NORTHEAST, 'assurance outline line'],
    ['ussr', '1950-02-14', NORTHEAST, 'nothing'],
    ['prc', '1953-02-23', NORTHEAST, 'nothing'],
    ['roc', '1953-02-24', NORTHEAST, 'nothing'],
    // Soviet troops were there in fact, whoever looks.
    ['roc', '1946-04-01', SOVIET_TROOPS, 'occupation hatch line'],
    ['mpr', '1946-04-01', SOVIET_TROOPS, 'occupation hatch line'],
    // Mengjiang: an autonomous government to Japan, occupied provinces to the ROC.
    ['all', '1945-08-13', 'mengjiang-area', 'autonomous hatch broken'],
    ['roc', '1945-08-13', 'mengjiang-area', 'occupation hatch line'],
    ['mpr', '1945-08-13', 'mengjiang-area', UNKNOWN],
    // Before October 1949 the Communist Party speaks for the PRC, and for nobody else.
    ['prc', '1945-08-13', 'mengjiang-area', 'occupation hatch line'],
    ['prc', '1949-09-30', 'im-1947', 'autonomous hatch line'],
    ['prc', '1949-10-01', 'im-1947', 'autonomous hatch line'],
    ['ussr', '1949-10-01', 'im-1947', UNKNOWN],
    // A border never delimited: claimed by each in its own way, disputed to all.
    ['all', '1947-05-01', 'baitag-bogd-sector', 'contested outline broken'],
    ['roc', '1947-05-01', 'baitag-bogd-sector', 'claim outline line'],
    ['mpr', '1947-05-01', 'baitag-bogd-sector', 'claim outline line'],
  ])('%s on %s holds %s: %s', (viewpoint, text, territory, expected) => {
    expect(through(viewpoint, text, territory)).toBe(expected);
  });

  it('never infers what the record does not say', () => {
    const phase = (parts: object) => ({ ...(atlas.provisions[0]?.item.phases[0] as Phase), ...parts });
    const at = day('1950-01-01');
    const [kind, status] = ['claim' as const, { en: 'theirs' }];
    expect(seenBy('mpr', phase({ viewpoint: ['roc'], views: undefined }), at)).toEqual({
      known: false,
      by: 'mpr',
    });
    expect(seenBy('mpr', phase({ viewpoint: undefined, views: undefined }), at).known).toBe(true);
    expect(seenBy('mpr', phase({ viewpoint: ['all'], views: undefined }), at).known).toBe(true);
    expect(seenBy('mpr', phase({ viewpoint: undefined, views: undefined, unknown: ['mpr'] }), at)).toEqual({
      known: false,
      by: 'mpr',
    });
    // The Communist Party speaks for the PRC until it is proclaimed, and not from that day on.
    const cpc = phase({ viewpoint: undefined, views: [{ viewpoint: ['cpc'], kind, status }] });
    expect(seenBy('prc', cpc, day('1949-09-30'))).toMatchObject({ known: true, by: 'cpc', kind, status });
    expect(seenBy('prc', cpc, day('1949-10-01'))).toEqual({ known: false, by: 'prc' });
    expect(seenBy('roc', cpc, day('1949-09-30'))).toEqual({ known: false, by: 'roc' });
  });

  it('turns over on the day the People’s Republic is proclaimed', () => {
    expect(atlas.changeDays).toContain(day('1949-10-01'));
  });

  it('marks every phase on which the parties differ, and no other that is not disputed', () => {
    let marked = 0;
    for (const change of atlas.changeDays) {
      const moment = atlas.at(change);
      const { territories } = signsOf({ moment, layers: all }, atlas);
      for (const group of groupRecords(atlas, moment.records)) {
        const drawn = group.territories.flatMap((id) => territories.get(id) ?? []);
        if (group.kind === 'ended' || group.uncertain !== null) continue;
        for (const { edge } of drawn) {
          const broken = group.differs || group.kind === 'contested' || group.kind === 'campaign';
          expect(edge, group.key).toBe(broken ? 'broken' : 'line');
          marked += broken ? 1 : 0;
        }
      }
    }
    expect(marked).toBeGreaterThan(20);
  });

  it('keeps the signs of each viewpoint, and those of all as they are without one', () => {
    const moment = atlas.at(day('1945-08-13'));
    const roc = signsOf({ moment, layers: all, viewpoint: 'roc' }, atlas);
    expect(signsOf({ moment, layers: all, viewpoint: 'roc' }, atlas)).toBe(roc);
    expect(signsOf({ moment, layers: all, viewpoint: 'ussr' }, atlas)).not.toBe(roc);
    expect(signsOf({ moment, layers: all, viewpoint: 'all' }, atlas)).toBe(
      signsOf({ moment, layers: all }, atlas),
    );
  });

  it('is as faint as for all where the dates are uncertain', () => {
    const moment = atlas.at(day('1945-08-20'));
    const roc = signsOf({ moment, layers: all, viewpoint: 'roc' }, atlas).territories;
    expect(roc.get('mengjiang-area')).toMatchObject({ group: 'occupation', strength: PARTIAL });
  });
});
