import { readFileSync } from 'node:fs';
import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import type { TerritoryCollection } from '../../src/atlas/load';
import { areaPaints, covering, isFilled, occupiedPaint, occupiedShapes } from '../../src/map/area-paints';
import { PALETTES } from '../../src/map/palette-data';
import { PLANES } from '../../src/map/plane';
import { baseShapes, drawnTerritories } from '../../src/map/shapes';
import { signsOf } from '../../src/map/signs';
import { parseDay, type Day } from '../../src/time/day';
import { readAtlas } from './read-atlas';

const LAYERS = ['mongolia', 'inner-mongolia', 'chinese-eastern-railway', 'manchuria', 'ports', 'sinkiang'];

let atlas: Atlas;

beforeAll(async () => {
  atlas = await readAtlas();
});

function shapes(file: string): FeatureCollection {
  return JSON.parse(
    readFileSync(new URL(`../../geo/treaty-1945/${file}`, import.meta.url), 'utf8'),
  ) as FeatureCollection;
}

describe('the base map', () => {
  it('has a source of the record for every fact', () => {
    expect(atlas.base.length).toBeGreaterThanOrEqual(48);
    expect(atlas.places).toHaveLength(15);
    for (const { item } of [...atlas.base, ...atlas.places]) {
      expect(item.sources, item.id).not.toHaveLength(0);
      for (const source of item.sources)
        expect(atlas.sources.has(source), `${item.id}: ${source}`).toBe(true);
    }
  });

  it('draws states that the record knows, and every fact of the record', () => {
    const items = new Map(atlas.base.map(({ item }) => [item.id, item]));
    const factsIn = (file: string): string[] =>
      shapes(file).features.map(({ properties }) => {
        const { id, item } = (properties ?? {}) as { id: string; item?: string };
        return items.has(id) ? id : (item ?? id);
      });
    const states = factsIn('base/states.geojson');
    expect(states.filter((id) => !items.has(id))).toEqual([]);
    const drawn = new Set([...states, ...factsIn('base/borders.geojson')]);
    // Seats stand in towns; Chamdo is the land beyond the edge of Tibet, which moves on its day.
    const missing = [...items.values()].filter(({ id, seat }) => !seat && !drawn.has(id));
    expect(missing.map(({ id }) => id)).toEqual(['chamdo']);
    expect(
      shapes('base/names.geojson').features.filter(({ properties }) => properties?.['id'] === 'chamdo'),
    ).toHaveLength(1);
  });

  it.each([
    ['manchukuo', '1945-08-16', '1945-08-19'],
    ['taiwan-japan', '1945-10-24', '1945-10-25'],
    ['kwantung-leased-territory', '1945-08-21', '1945-08-22'],
    ['korea-japan', '1945-09-01', '1945-09-02'],
    ['korea-south-us', '1948-08-14', '1948-08-15'],
    ['korea-north-soviet', '1948-09-08', '1948-09-09'],
    ['japan-occupied', '1952-04-27', '1952-04-28'],
    ['china-roc', '1949-09-30', '1949-10-01'],
  ])('has %s until its last day, %s, and no longer on %s', (id, last, after) => {
    const strong = (day: string): boolean => {
      const state = atlas.at(parseDay(day) as Day).base.find((fact) => fact.id === id);
      return state !== undefined;
    };
    expect(strong(last)).toBe(true);
    expect(strong(after)).toBe(false);
  });
});

/** Where governments sat, written by hand from the history: day, and the towns that were a seat on it. */
const SEATS: readonly [day: string, towns: string][] = [
  ['1945-01-01', 'changchun chungking kalgan kuldja moscow nanking ulan-bator'],
  ['1945-08-14', 'chungking kalgan kuldja moscow nanking ulan-bator'],
  ['1946-05-04', 'chungking kuldja moscow ulan-bator'],
  ['1946-05-05', 'kuldja moscow nanking ulan-bator'],
  ['1948-08-14', 'kuldja moscow nanking ulan-bator'],
  ['1948-08-15', 'kuldja moscow nanking seoul ulan-bator'],
  ['1948-09-09', 'kuldja moscow nanking pyongyang seoul ulan-bator'],
  ['1949-04-22', 'kuldja moscow nanking pyongyang seoul ulan-bator'],
  ['1949-04-23', 'canton kuldja moscow pyongyang seoul ulan-bator'],
  ['1949-09-30', 'canton moscow pyongyang seoul ulan-bator'],
  ['1949-10-01', 'canton moscow peking pyongyang seoul ulan-bator'],
  ['1949-10-18', 'chungking moscow peking pyongyang seoul ulan-bator'],
  ['1949-12-02', 'chengtu moscow peking pyongyang seoul ulan-bator'],
  ['1949-12-08', 'chengtu moscow peking pyongyang seoul taipei ulan-bator'],
  ['1949-12-10', 'moscow peking pyongyang seoul taipei ulan-bator'],
  ['1950-06-26', 'moscow peking pyongyang seoul taipei ulan-bator'],
  ['1950-09-01', 'moscow peking pusan pyongyang taipei ulan-bator'],
  ['1950-10-31', 'moscow peking seoul taipei ulan-bator'],
  ['1953-02-24', 'moscow peking pusan pyongyang taipei ulan-bator'],
];

describe('the seats of government', () => {
  const seatsOn = (day: string): string[] => {
    const there = new Set(atlas.at(parseDay(day) as Day).base.map(({ id }) => id));
    return atlas.base.flatMap(({ item }) => (item.seat && there.has(item.id) ? [item.seat] : [])).sort();
  };

  it.each(SEATS)('were, on %s, at %s', (day, towns) => {
    expect(seatsOn(day).join(' ')).toBe(towns);
  });

  it('are in towns that the base map has, and say where they are in a name of their own', () => {
    const towns = new Set(shapes('base/towns.geojson').features.map(({ properties }) => properties?.['id']));
    const seats = atlas.base.filter(({ item }) => item.seat);
    expect(seats.length).toBeGreaterThanOrEqual(17);
    for (const { item } of seats) {
      expect(towns, item.id).toContain(item.seat);
      expect(item.holds, item.id).toBe('seat');
    }
  });
});

describe('what fills areas', () => {
  it('lays no two full tints over each other on any day', () => {
    const areas = LAYERS.flatMap((layer) => shapes(`${layer}.geojson`).features).flatMap(
      ({ geometry, properties }) =>
        geometry?.type.endsWith('Polygon')
          ? [
              {
                id: String(properties?.['id']),
                shape: geometry as Polygon | MultiPolygon,
                box: bbox(geometry),
              },
            ]
          : [],
    );
    // Which lie over one another, by points less than a degree apart.
    const over = new Map<string, Set<string>>();
    for (let lon = 73; lon < 136; lon += 0.75) {
      for (let lat = 33; lat < 54; lat += 0.5) {
        const here = areas
          .filter(
            ({ box: [west, south, east, north] }) =>
              west <= lon && lon <= east && south <= lat && lat <= north,
          )
          .filter(({ shape }) => booleanPointInPolygon([lon, lat], shape))
          .map(({ id }) => id);
        for (const id of here) over.set(id, new Set([...(over.get(id) ?? []), ...here]));
      }
    }
    const has = { has: () => true };
    const hiding = new Set<string>();
    for (const day of atlas.changeDays) {
      const signs = signsOf({ moment: atlas.at(day), layers: new Set(LAYERS) }, atlas);
      const full = [...signs.territories].filter(([, { texture }]) => texture === 'tint').map(([id]) => id);
      for (const id of full) {
        for (const other of full) {
          const [a, b] = [signs.territories.get(id), signs.territories.get(other)];
          // What an ordinary province is filled with is so quiet that it may lie under another.
          const quiet = [a, b].some((sign) => sign?.group === 'province');
          if (id < other && over.get(id)?.has(other) && a?.group !== b?.group && !quiet)
            hiding.add(`${id} and ${other}`);
        }
        const paint = areaPaints(signs, PALETTES.light, null, has).get(id);
        expect(paint?.tint, id).toBeGreaterThan(0);
        expect(paint?.tint, id).toBeLessThanOrEqual(0.18);
      }
    }
    expect([...hiding]).toEqual([]);
  });

  it('draws what is disputed wider apart and more quietly than what holds in fact', () => {
    const signs = signsOf(
      { moment: atlas.at(parseDay('1946-01-05') as Day), layers: new Set(LAYERS) },
      atlas,
    );
    const paints = areaPaints(signs, PALETTES.light, null, { has: () => true });
    const [disputed, held] = [paints.get('chahar-roc-province'), paints.get('hulunbuir-west')];
    expect(disputed?.pattern).toBe('zigzag');
    expect(held?.pattern).toBe('hatch');
    expect(disputed?.spacing).toBeGreaterThan(1.5 * (held?.spacing ?? 9));
    expect(disputed?.lines).toBeLessThan(0.75 * (held?.lines ?? 0));
  });

  it('leaves the hatching of the base map out under what a territory fills', () => {
    const layers = new Map(LAYERS.map((id) => [id, shapes(`${id}.geojson`) as TerritoryCollection]));
    const items = new Map(atlas.base.map(({ item }) => [item.id, item]));
    const states = shapes('base/states.geojson');
    const occupied = occupiedShapes(states.features, baseShapes(states, items), items);
    const over = covering(occupied, drawnTerritories(layers, atlas, PLANES.conic));
    expect(over.get('manchukuo')).toContain('soviet-occupied-northeast');
    expect(over.get('mengjiang-base')).toContain('mengjiang-area');
    expect(over.get('china-occupied')).toEqual([]);
    const bare = (day: string): string[] => {
      const moment = atlas.at(parseDay(day) as Day);
      const { territories } = signsOf({ moment, layers: new Set(LAYERS) }, atlas);
      const there = new Set(moment.base.map(({ id }) => id));
      return [...over.keys()].filter(
        (id) => there.has(id) && !over.get(id)?.some((area) => isFilled(territories.get(area))),
      );
    };
    expect(bare('1945-08-08')).toEqual(expect.arrayContaining(['manchukuo', 'china-occupied']));
    expect(bare('1945-08-14')).toContain('china-occupied');
    expect(bare('1945-08-14')).not.toContain('manchukuo');
    expect(bare('1945-08-14')).not.toContain('mengjiang-base');
  });

  it('hatches the base map at another spacing and more quietly than a territory', () => {
    const item = atlas.base.find(({ item: { id } }) => id === 'china-occupied')?.item;
    const quiet = occupiedPaint(item as NonNullable<typeof item>, 1, PALETTES.light);
    const signs = signsOf(
      { moment: atlas.at(parseDay('1945-08-14') as Day), layers: new Set(LAYERS) },
      atlas,
    );
    const loud = areaPaints(signs, PALETTES.light, null, { has: () => true }).get('mengjiang-area');
    expect(quiet.lines).toBeLessThan((loud?.lines ?? 0) / 2);
    expect(quiet.spacing).toBeGreaterThan(loud?.spacing ?? 9);
  });
});
