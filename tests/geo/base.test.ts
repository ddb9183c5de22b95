/** The base map as it is committed: shapes that are whole, nothing missing, no name of a later time. */
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { crossing } from './rings.ts';

const FOLDER = fileURLToPath(new URL('../../geo/treaty-1945/base/', import.meta.url));

const FILES = [
  'land.geojson',
  'states.geojson',
  'borders.geojson',
  'rivers.geojson',
  'lakes.geojson',
  'towns.geojson',
  'graticule.geojson',
  'names.geojson',
] as const;

/** Items of the record that are an area. */
const AREAS = [
  'ussr', 'tuva', 'mpr', 'china-roc', 'china-occupied', 'manchukuo', 'kwantung-leased-territory', 'mengjiang-base',
  'china-prc', 'taiwan-japan', 'taiwan-roc', 'tibet-de-facto', 'korea-japan', 'korea-north-soviet', 'korea-south-us',
  'rok', 'dprk', 'japan', 'japan-occupied', 'japan-sovereign', 'karafuto', 'south-sakhalin-occupied',
  'south-sakhalin-ussr', 'kurils-japan', 'kurils-occupied', 'kurils-ussr', 'ryukyus-us', 'amami-us', 'tokara-us',
  'british-india', 'india', 'pakistan', 'nepal', 'bhutan', 'sikkim', 'afghanistan', 'burma-british', 'burma',
  'indochina',
]; // prettier-ignore

const DOTS = ['hong-kong', 'macau', 'roc-offshore-islands', 'bonins-us'];

const LINES = ['korea-38', 'korea-mdl', 'kashmir-line', 'mcmahon', 'mpr-china'];

/** Towns whose names change with the day in the record. */
const DATED_TOWNS = [
  'changchun', 'mukden', 'dairen', 'port-arthur', 'peking', 'guisui', 'wangyemiao', 'kalgan', 'tihwa', 'kuldja',
  'ulan-bator', 'seoul', 'pyongyang', 'toyohara', 'taipei',
]; // prettier-ignore

/** None of these was on a map of the time. */
const LATER_NAMES =
  /\b(Russia|Russian Federation|Kazakhstan|Kyrgyzstan|Uzbekistan|Tajikistan|Turkmenistan|Ukraine|Bangladesh|Myanmar|North Korea|South Korea)\b/;

interface Properties {
  readonly id: string;
  readonly item?: string;
  readonly order?: number;
  readonly dashed?: boolean;
  readonly rank?: number;
  readonly kind?: string;
  readonly size?: number;
  readonly name?: Readonly<Record<string, string>>;
}

function text(file: string): string {
  return readFileSync(FOLDER + file, 'utf8');
}

const read = new Map<string, Feature<Geometry, Properties>[]>();

function features(file: string): Feature<Geometry, Properties>[] {
  const known =
    read.get(file) ?? (JSON.parse(text(file)) as FeatureCollection<Geometry, Properties>).features;
  read.set(file, known);
  return known;
}

function polygons(feature: Feature): Position[][][] {
  const geometry = feature.geometry as Polygon | MultiPolygon;
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function area(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], i) => {
    const [px = 0, py = 0] = ring.at(i - 1) ?? [];
    return sum + (px * y - x * py) / 2;
  }, 0);
}

function contains(feature: Feature, x: number, y: number): boolean {
  let inside = false;
  for (const ring of polygons(feature).flat()) {
    for (const [i, [x1 = 0, y1 = 0]] of ring.entries()) {
      const [x2 = 0, y2 = 0] = ring.at(i - 1) ?? [];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

function only(file: string, id: string): Feature {
  const found = features(file).filter(({ properties }) => properties.id === id);
  expect(found, `${id} in ${file}`).toHaveLength(1);
  return found[0] as Feature;
}

describe.each(FILES)('%s', (file) => {
  it('has one feature a line', () => {
    expect(text(file).trimEnd().split('\n')).toHaveLength(features(file).length + 2);
  });

  it('names no address and no state of a later time', () => {
    expect(text(file)).not.toMatch(/https?:/);
    expect(text(file)).not.toMatch(LATER_NAMES);
  });

  it('has rings that are closed, have an inside and are wound as RFC 7946 asks', () => {
    for (const feature of features(file)) {
      for (const [outer, ...holes] of polygons(feature)) {
        const rings = [outer ?? [], ...holes];
        const whole = rings.every((ring) => ring.length > 3 && String(ring.at(0)) === String(ring.at(-1)));
        expect(whole, `${feature.properties.id} is closed`).toBe(true);
        const wound = rings.every((ring, i) => (i === 0 ? area(ring) > 0 : area(ring) < 0));
        expect(wound, `${feature.properties.id} is wound`).toBe(true);
      }
    }
  });

  it('has no ring that crosses itself', () => {
    const crossed = features(file).flatMap((feature) =>
      polygons(feature)
        .flat()
        .flatMap((ring) => {
          const at = crossing(ring);
          return at ? [`${feature.properties.id} at ${at.join(' ')}`] : [];
        }),
    );
    expect(crossed).toEqual([]);
  });

  it('stays in the window', () => {
    const places = JSON.stringify(features(file).map(({ geometry }) => geometry)).matchAll(
      /\[(-?[\d.]+),(-?[\d.]+)\]/g,
    );
    const outside = [...places].filter(
      ([, x, y]) => Number(x) < 20 || Number(x) > 170 || Number(y) < 8 || Number(y) > 75,
    );
    expect(outside.map(([place]) => place)).toEqual([]);
  });
});

describe('land', () => {
  it.each([
    ['Moscow', 37.6, 55.75],
    ['Taipei', 121.5, 25],
    ['Ulan Bator', 106.9, 47.9],
    ['Port Arthur', 121.25, 38.82],
    ['Chungking', 106.55, 29.56],
    ['Iturup', 147.9, 45.05],
    ['Okinawa', 128, 26.55],
    ['Northern Sakhalin', 142.9, 51.5],
  ])('%s is on it', (_, lon, lat) => {
    expect(contains(only('land.geojson', 'land'), lon, lat)).toBe(true);
  });

  it.each([
    ['Sea of Japan', 134, 40],
    ['Gulf of Chihli', 119.5, 38.7],
    ['Gulf of Tartary', 141, 48.5],
  ])('%s is not', (_, lon, lat) => {
    expect(contains(only('land.geojson', 'land'), lon, lat)).toBe(false);
  });
});

describe('states', () => {
  const states = features('states.geojson');

  it.each([...AREAS, ...DOTS])('%s is there', (id) => {
    expect(states.some(({ properties }) => properties.item === id)).toBe(true);
  });

  it('have ids of their own and an order of drawing that the file keeps', () => {
    expect(new Set(states.map(({ properties }) => properties.id)).size).toBe(states.length);
    const orders = states.map(({ properties }) => properties.order ?? Number.NaN);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  });

  it.each([
    ['manchukuo', 'Mukden', 123.4, 41.8, true],
    ['manchukuo', 'Dairen', 121.6, 38.95, false],
    ['kwantung-leased-territory', 'Kinchow', 121.72, 39.1, true],
    ['mengjiang-base', 'Kalgan', 114.9, 40.8, true],
    ['mpr', 'Ulan Bator', 106.9, 47.9, true],
    ['mpr', 'Kyzyl', 94.4, 51.7, false],
    ['tuva', 'Kyzyl', 94.4, 51.7, true],
    ['ussr', 'Toyohara', 142.7, 47, false],
    ['karafuto', 'Toyohara', 142.7, 47, true],
    ['ussr', 'Kiev', 30.5, 50.4, true],
    ['china-roc', 'Taihoku', 121.5, 25, false],
    ['tibet-de-facto', 'Lhasa', 91.1, 29.65, true],
    ['tibet-de-facto', 'Chamdo', 97.2, 31.1, true],
    ['tibet-de-facto-1950', 'Chamdo', 97.2, 31.1, false],
    ['rok', 'Kaesong', 126.55, 37.95, true],
    ['rok-1953', 'Kaesong', 126.55, 37.97, false],
    ['dprk-1953', 'Kaesong', 126.55, 37.97, true],
    ['ryukyus-us', 'Okinawa', 128, 26.55, true],
    ['amami-us', 'Amami', 129.4, 28.3, true],
  ])('%s and %s', (id, _, lon, lat, inside) => {
    expect(contains(only('states.geojson', id), lon, lat)).toBe(inside);
  });
});

describe('borders', () => {
  const borders = features('borders.geojson');

  it.each(LINES)('%s is there', (id) => {
    expect(borders.some(({ properties }) => properties.id === id)).toBe(true);
  });

  it('have unique feature ids', () => {
    expect(new Set(borders.map(({ id }) => id)).size).toBe(borders.length);
  });

  it.each(['mpr-china', 'mcmahon', 'kashmir-line', 'tibet-de-facto'])(
    '%s is dashed: never delimited',
    (id) => {
      expect(
        borders.filter(({ properties }) => properties.id === id).every(({ properties }) => properties.dashed),
      ).toBe(true);
    },
  );
});

describe('towns and names', () => {
  it.each(DATED_TOWNS)('%s is a town', (id) => {
    only('towns.geojson', id);
  });

  it('have English and unique ids', () => {
    const towns = features('towns.geojson');
    expect(new Set(towns.map(({ properties }) => properties.id)).size).toBe(towns.length);
    for (const { properties } of towns) {
      expect(properties.name?.['en'], properties.id).toBeTruthy();
      expect(properties.name?.['ru'], properties.id).toBeTruthy();
      expect(properties.rank, properties.id).toBeGreaterThanOrEqual(1);
      expect(properties.rank, properties.id).toBeLessThanOrEqual(4);
    }
  });

  it('leave the names of states to the record and give all others', () => {
    for (const { properties } of features('names.geojson')) {
      const fromRecord = properties.kind === 'state' || properties.kind === 'line';
      expect(properties.name === undefined, properties.id).toBe(fromRecord);
    }
  });
});

describe('relief', () => {
  interface Picture {
    readonly image: string;
    readonly coordinates: readonly Position[];
  }
  const relief = JSON.parse(text('relief.json')) as Readonly<Record<'conic' | 'mercator', Picture>>;

  it.each(['conic', 'mercator'] as const)(
    '%s has its picture, light enough, and four corners',
    (projection) => {
      const { image, coordinates } = relief[projection];
      const { size } = statSync(FOLDER + image);
      expect(size).toBeGreaterThan(20_000);
      expect(size).toBeLessThan(130_000);
      expect(coordinates).toHaveLength(4);
      const [topLeft, topRight, bottomRight, bottomLeft] = coordinates;
      expect(topLeft?.[0]).toBeLessThan(topRight?.[0] ?? 0);
      expect(bottomLeft?.[0]).toBeLessThan(bottomRight?.[0] ?? 0);
      expect(topLeft?.[1]).toBeGreaterThan(bottomLeft?.[1] ?? 0);
    },
  );
});

it('has the coast of Liaodong fine enough to be looked at from near, and the same under the territories', () => {
  const onCoast = (shapes: readonly Feature<Geometry, Properties>[]): string[] =>
    shapes
      .flatMap((feature) => polygons(feature).flat(2))
      .filter(([lon = 0, lat = 0]) => lon > 121 && lon < 123.2 && lat > 38.6 && lat < 39.7)
      .map(String);
  const land = new Set(onCoast(features('land.geojson')));
  // Natural Earth has 341 here.
  expect(land.size).toBeGreaterThan(1000);
  const territory = onCoast(
    features('../manchuria.geojson').filter(({ id }) => id === 'three-eastern-provinces-area'),
  );
  const apart = territory.filter((position) => !land.has(position));
  expect(apart.length / territory.length).toBeLessThan(0.05);
});

it('the whole is light', () => {
  const total = FILES.reduce((sum, file) => sum + statSync(FOLDER + file).size, 0);
  expect(total).toBeLessThan(1_600_000);
});
