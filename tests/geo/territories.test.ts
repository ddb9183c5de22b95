import { area, booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  FILES,
  LAYER_FILES,
  featuresOf,
  kilometres,
  linesOf,
  polygonsOf,
  shapeOf,
  textOf,
  type FileName,
} from './files.ts';

/** What the record of the treaty speaks of, written down here by hand: the pipeline must not decide what is expected. */
const EXPECTED: Readonly<Record<(typeof LAYER_FILES)[number], readonly (readonly [string, string])[]>> = {
  mongolia: [
    ['mongolian-peoples-republic', 'polygon'],
    ['mongolia-china-frontier', 'line'],
    ['baitag-bogd-sector', 'line'],
    ['khalkhin-gol-sector', 'line'],
  ],
  'inner-mongolia': [
    ['soviet-mongol-zone-1945', 'polygon'],
    ['chihfeng-post', 'point'],
    ['mengjiang-area', 'polygon'],
    ['impr-claimed-area', 'polygon'],
    ['empag-claimed-area', 'polygon'],
    ['hulunbuir-west', 'polygon'],
    ['im-no-fixed-extent', 'none'],
    ['im-1947', 'polygon'],
    ['im-jirim-juu-uda', 'polygon'],
    ['im-three-counties', 'polygon'],
    ['im-suiyuan', 'polygon'],
    ['im-south-chifeng-alxa', 'polygon'],
    ['seat-wangyemiao', 'point'],
    ['seat-kalgan', 'point'],
    ['seat-guisui', 'point'],
    ['chahar-roc-province', 'polygon'],
    ['chahar-south', 'polygon'],
    ['chahar-north-counties', 'polygon'],
    ['suiyuan-province', 'polygon'],
    ['rehe-south', 'polygon'],
    ['rehe-juu-uda', 'polygon'],
    ['alxa-ejin', 'polygon'],
  ],
  'chinese-eastern-railway': [
    ['ccr-west', 'line'],
    ['ccr-east', 'line'],
    ['ccr-south-harbin-changchun', 'line'],
    ['ccr-south-changchun-dalian', 'line'],
    ['ccr-lushun', 'line'],
    ['branch-liaoyang-benxi', 'line'],
    ['branch-sujiatun-fushun', 'line'],
    ['branch-dashiqiao-yingkou', 'line'],
    ['branch-jinzhou-chengzitan', 'line'],
  ],
  manchuria: [
    ['three-eastern-provinces-area', 'polygon'],
    ['soviet-occupied-northeast', 'polygon'],
    ['soviet-occupied-from-december-1945', 'polygon'],
    ['soviet-occupied-from-march-1946', 'polygon'],
    ['city-mudanjiang', 'point'],
    ['city-jiamusi', 'point'],
    ['city-harbin', 'point'],
    ['city-qiqihar', 'point'],
    ['city-mukden', 'point'],
    ['city-siping', 'point'],
    ['city-changchun', 'point'],
    ['city-jilin', 'point'],
    ['city-beian', 'point'],
    ['city-yingkou', 'point'],
    ['city-huludao', 'point'],
    ['south-of-mukden', 'polygon'],
    ['northeast-withdrawal', 'none'],
    ['cinc-zone', 'polygon'],
  ],
  ports: [
    ['dairen-city', 'polygon'],
    ['dairen-harbour', 'point'],
    ['port-arthur-base-area', 'polygon'],
    ['port-arthur-base-islands', 'polygon'],
    ['luda-mainland', 'polygon'],
    ['luda-changshan', 'polygon'],
  ],
  sinkiang: [
    ['sinkiang-province', 'polygon'],
    ['three-districts', 'polygon'],
  ],
};

/** Ends of the edges over 30 km that the provinces of Natural Earth have themselves, none of them from a cell. */
const STRAIGHT_IN_NATURAL_EARTH: readonly (readonly [number, number])[] = [
  [97.1907, 42.7871],
  [97.8469, 41.6193],
  [98.3265, 40.8557],
  [98.2348, 40.5417],
  [98.8257, 40.7266],
  [99.1574, 40.8363],
  [102.0152, 39.1201],
  [102.3931, 39.2372],
  [103.7943, 38.5908],
  [103.4712, 38.4359],
  [121.0342, 42.2601],
  [121.3689, 42.5],
  [123.7269, 48.1911],
  [124.0779, 48.4483],
  [123.3561, 46.2352],
  [123.7617, 46.2599],
];

const KINDS: Readonly<Record<string, string>> = {
  Polygon: 'polygon',
  MultiPolygon: 'polygon',
  LineString: 'line',
  MultiLineString: 'line',
  Point: 'point',
};

describe('territories', () => {
  it.each(LAYER_FILES)('%s has every territory of the record, and no other', (layer) => {
    const found = featuresOf(layer).map(({ id, geometry }) => [id, geometry ? KINDS[geometry.type] : 'none']);
    expect(found.toSorted()).toEqual(EXPECTED[layer].map((pair) => [...pair]).toSorted());
  });

  it('are 61: the record has three more, which have nothing to draw and no layer of their own', () => {
    expect(Object.values(EXPECTED).flat()).toHaveLength(61);
  });

  it('have an id of their own each, the same in the properties', () => {
    const features = LAYER_FILES.flatMap(featuresOf);
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    for (const { id, properties } of features) expect(properties['id']).toBe(id);
  });

  it.each(FILES)('%s has no id twice', (file) => {
    const ids = featuresOf(file).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('say whose provision they belong to, how they were made and how far to trust them', () => {
    for (const { id, geometry, properties } of LAYER_FILES.flatMap(featuresOf)) {
      expect(properties['provision'], String(id)).toMatch(/^[a-z0-9-]+$/);
      expect((properties['made'] as { en: string }).en.length, String(id)).toBeGreaterThan(30);
      if (geometry) expect(properties['precision_km'], String(id)).toBeGreaterThan(0);
      else expect(properties['precision_km'], String(id)).toBeNull();
    }
  });

  it('have their sign, where they are too small to be seen, within them', () => {
    const signed = LAYER_FILES.flatMap(featuresOf).filter(({ properties }) => 'sign_at' in properties);
    expect(signed.map(({ id }) => id)).toEqual(['port-arthur-base-area']);
    for (const { geometry, properties } of signed)
      expect(booleanPointInPolygon(properties['sign_at'] as Position, geometry as MultiPolygon)).toBe(true);
  });

  it.each(FILES)('%s names no address on the net and keeps one feature a line', (file) => {
    const text = textOf(file);
    expect(text).not.toMatch(/https?:|www\./);
    expect(text.trim().split('\n')).toHaveLength(featuresOf(file).length + 2);
  });
});

describe('areas', () => {
  it('Mongolia is within half a per cent of 1,564,116 km2', () => {
    expectNear(km2('mongolia', 'mongolian-peoples-republic'), 1_564_116, 0.005);
  });

  it('the mainland of the Port Arthur base is within a tenth of 2,399 km2', () => {
    expectNear(km2('ports', 'port-arthur-base-area'), 2_399, 0.1);
  });

  it('the town of Dairen has 105 to 120 km2', () => {
    const town = km2('ports', 'dairen-city');
    expect(town).toBeGreaterThan(105);
    expect(town).toBeLessThan(120);
  });

  it('Inner Mongolia of 1947 has 506,000 to 540,000 km2, give or take a twentieth', () => {
    expectWithin(km2('inner-mongolia', 'im-1947'), 506_000, 540_000, 0.05);
  });

  it('Inner Mongolia of 1949 has 620,000 to 650,000 km2, give or take a twentieth', () => {
    const both = km2('inner-mongolia', 'im-1947') + km2('inner-mongolia', 'im-jirim-juu-uda');
    expectWithin(both, 620_000, 650_000, 0.05);
  });

  it('parts add up: base area and Dairen make the mainland of Lüda', () => {
    const parts = km2('ports', 'port-arthur-base-area') + km2('ports', 'dairen-city');
    expectNear(km2('ports', 'luda-mainland'), parts, 1e-6);
  });

  it('parts add up: what was left and what was not make the occupied Northeast', () => {
    const parts =
      km2('manchuria', 'soviet-occupied-from-december-1945') + km2('manchuria', 'south-of-mukden');
    expectNear(km2('manchuria', 'soviet-occupied-northeast'), parts, 1e-6);
  });
});

describe('outlines of Inner Mongolia', () => {
  it('have no straight edge over 30 km but those that Natural Earth draws so, in the desert for the most part', () => {
    const frontier = new Set(linesOf('mongolia', 'mongolia-china-frontier').flat().map(String));
    for (const { id, geometry } of featuresOf('inner-mongolia')) {
      for (const ring of polygonsOf(geometry).flat()) {
        for (let i = 1; i < ring.length; i++) {
          const ends = [ring[i - 1], ring[i]];
          if (ends.every((end) => frontier.has(String(end)) || straightInNaturalEarth(end))) continue;
          expect(kilometres(ring[i - 1], ring[i]), `${id} at ${ring[i]}`).toBeLessThan(30);
        }
      }
    }
  });

  it('have no slivers: no hole and no part under 50 km2', () => {
    for (const { id, geometry } of featuresOf('inner-mongolia')) {
      for (const ring of polygonsOf(geometry).flat()) {
        const size = area({ type: 'Polygon', coordinates: [ring] }) / 1e6;
        expect(size, String(id)).toBeGreaterThan(50);
      }
    }
  });
});

describe('bands', () => {
  it('are two for every polygon, in a file under 500 kB', () => {
    const polygons = LAYER_FILES.flatMap(featuresOf).filter(
      ({ geometry }) => polygonsOf(geometry).length > 0,
    );
    const expected = polygons.flatMap(({ id }) => [`${id}-1`, `${id}-2`]);
    expect(
      featuresOf('bands')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(expected.toSorted());
    expect(textOf('bands').length).toBeLessThan(500_000);
  });

  it('are narrower than what they border, and the wide one is wider than the narrow one', () => {
    for (const { id, geometry } of LAYER_FILES.flatMap(featuresOf)) {
      if (polygonsOf(geometry).length === 0) continue;
      const [narrow, wide] = [km2('bands', `${id}-1`), km2('bands', `${id}-2`)];
      expect(narrow, String(id)).toBeLessThanOrEqual(wide);
    }
  });
});

function straightInNaturalEarth(end: Position | undefined): boolean {
  return STRAIGHT_IN_NATURAL_EARTH.some((known) => kilometres([...known], end) < 0.05);
}

function km2(file: FileName, id: string): number {
  return area(shapeOf(file, id)) / 1e6;
}

function expectNear(found: number, expected: number, share: number): void {
  expectWithin(found, expected, expected, share);
}

function expectWithin(found: number, least: number, most: number, share: number): void {
  expect(found).toBeGreaterThan(least * (1 - share));
  expect(found).toBeLessThan(most * (1 + share));
}
