import { readFileSync } from 'node:fs';
import type { FeatureCollection, Point } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import type { TerritoryCollection } from '../../src/atlas/load';
import { homeCamera } from '../../src/map/camera';
import { labelsOf, type DrawnName, type Labels } from '../../src/map/labels';
import { near, stationNames, townNames } from '../../src/map/names';
import { boxesOf, crosses, overlap, perPixel, tierAt, type At, type Seen } from '../../src/map/placing';
import { PLANES, type Box } from '../../src/map/plane';
import { seatFeatures } from '../../src/map/seats';
import { drawnTerritories } from '../../src/map/shapes';
import { signsOf, type Signs } from '../../src/map/signs';
import { parseDay, type Day } from '../../src/time/day';
import { DAYS } from '../look/take';
import { readAtlas } from './read-atlas';

/*
 * What names are drawn, and where, on the days, sizes and zooms at which the map is looked at. Where no canvas measures
 * type, letters are taken to be broader than they are.
 */
const LAYERS = ['mongolia', 'inner-mongolia', 'chinese-eastern-railway', 'manchuria', 'ports', 'sinkiang'];
const plane = PLANES.conic;
/** The map at the three sizes of the page: its box, and what of the page lies over it, CSS pixels. */
const VIEWS = {
  'a desk': { width: 1060, height: 815, covers: [[12, 12, 260, 815], [964, 12, 1048, 200]] },
  'a phone': { width: 390, height: 570, covers: [[0, 0, 230, 90], [332, 12, 378, 56], [332, 340, 378, 518]] },
  'an article': { width: 303, height: 220, covers: [] },
} as const; // prettier-ignore

let atlas: Atlas;
let labels: Labels;

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../../geo/treaty-1945/${file}`, import.meta.url), 'utf8')) as T;
}

/** The names of the atlas, of which nothing has been asked yet. */
function freshLabels(): Labels {
  const shapes = new Map(LAYERS.map((id) => [id, read<TerritoryCollection>(`${id}.geojson`)]));
  const territories = drawnTerritories(shapes, atlas, plane);
  const seats = territories.flatMap(({ properties, geometry }) =>
    properties.role === 'seat' ? [geometry as Point] : [],
  );
  const towns = townNames(read('base/towns.geojson'), read('base/states.geojson'), atlas, 'en', seats);
  const stations = stationNames(read('stations.geojson'), towns, 'en');
  const [names, rivers] = [
    read<FeatureCollection>('base/names.geojson'),
    read<FeatureCollection>('base/rivers.geojson'),
  ];
  return labelsOf({
    names,
    rivers,
    territories,
    towns,
    stations,
    atlas,
    plane,
    language: 'en',
    until: (day) => `until ${day}`,
  });
}

beforeAll(async () => {
  atlas = await readAtlas();
  labels = freshLabels();
});

function signsOn(day: string): Signs {
  return signsOf({ moment: atlas.at(parseDay(day) as Day), layers: new Set(LAYERS) }, atlas);
}

/** The first view of a box of the screen, as `treaty-map` has it. */
function seenIn(name: keyof typeof VIEWS): Seen {
  const { width, height, covers } = VIEWS[name];
  const insets = { top: name === 'a phone' ? 90 : 0, right: 0, bottom: 0, left: name === 'a desk' ? 260 : 0 };
  const { center, zoom } = homeCamera(plane, { width, height }, insets);
  const [x, y] = plane.toWorld(center);
  const scale = perPixel(zoom);
  const boxOf = ([left, top, right, bottom]: readonly [number, number, number, number]): Box => ({
    left: x + (left - width / 2) * scale,
    right: x + (right - width / 2) * scale,
    top: y + (top - height / 2) * scale,
    bottom: y + (bottom - height / 2) * scale,
  });
  return { zoom, whole: boxOf([0, 0, width, height]), covers: covers.map(boxOf) };
}

function drawnAt(zoom: number, shown: ReadonlyMap<string, DrawnName>): DrawnName[] {
  return [...shown.values()].filter(({ tier }) => tier <= tierAt(zoom));
}

/** Pairs of names that lie over one another. */
function collisions(names: readonly DrawnName[], zoom: number): string[] {
  const boxes = names.map((name) => boxesOf(name.spot, zoom));
  return names.flatMap((name, a) =>
    names
      .slice(a + 1)
      .filter((_, b) => boxes[a]?.some((one) => boxes[a + 1 + b]?.some((other) => overlap(one, other))))
      .map((other) => `${name.feature.properties.id} over ${other.feature.properties.id}`),
  );
}

const railway = (): (readonly [At, At])[] => labels.obstacles.lines.flatMap(({ lines }) => lines);

function overRailway(names: readonly DrawnName[], zoom: number): string[] {
  return names
    .filter(({ spot }) => boxesOf(spot, zoom).some((box) => railway().some((line) => crosses(line, box))))
    .map(({ feature }) => feature.properties.id);
}

describe.each(DAYS)('the names on %s', (day) => {
  it.each(['a desk', 'a phone', 'an article'] as const)(
    'are whole and apart in the first view on %s',
    (view) => {
      const seen = seenIn(view);
      const inView = drawnAt(seen.zoom, labels.shown(signsOn(day), seen)).filter(({ spot }) =>
        boxesOf(spot, seen.zoom).some((box) => overlap(box, seen.whole)),
      );
      expect(collisions(inView, seen.zoom)).toEqual([]);
      expect(overRailway(inView, seen.zoom)).toEqual([]);
      // What touches the edge looks cut.
      const edge = 5.9 * perPixel(seen.zoom);
      const cut = inView.filter(({ spot }) =>
        boxesOf(spot, seen.zoom).some(
          (box) =>
            box.left < seen.whole.left + edge ||
            box.right > seen.whole.right - edge ||
            box.top < seen.whole.top + edge ||
            box.bottom > seen.whole.bottom - edge ||
            seen.covers.some((cover) => overlap(box, cover)),
        ),
      );
      expect(cut.map(({ feature }) => feature.properties.id)).toEqual([]);
    },
  );

  it('are apart and off the railway along its line, at every zoom', () => {
    const signs = signsOn(day);
    for (const zoom of [2, 2.4, 2.9, 3.3, 3.9, 4.6, 5.5, 6.5, 7.9]) {
      for (const at of [
        [126.6, 45.7],
        [123.4, 41.8],
        [121.5, 38.9],
      ]) {
        const [x, y] = plane.toWorld(at);
        const half = 400 * perPixel(zoom);
        const whole = { left: x - half, right: x + half, top: y - half, bottom: y + half };
        const resting = drawnAt(zoom, labels.shown(signs, { zoom, whole, covers: [] })).filter(({ spot }) =>
          boxesOf(spot, zoom).some((box) => overlap(box, whole)),
        );
        expect(collisions(resting, zoom), `at zoom ${zoom}`).toEqual([]);
        expect(overRailway(resting, zoom), `at zoom ${zoom}`).toEqual([]);
      }
    }
  });

  it('tell in the first view what the treaty is about', () => {
    const told = (view: keyof typeof VIEWS): string[] => {
      const seen = seenIn(view);
      return drawnAt(seen.zoom, labels.shown(signsOn(day), seen)).map(({ feature }) =>
        feature.properties.id.replace(/[@~].*/, ''),
      );
    };
    const heart = ['name-mpr', 'ulan-bator', 'harbin', 'mukden', 'peking', 'dairen'];
    expect(told('a desk')).toEqual(
      expect.arrayContaining([...heart, 'port-arthur', 'changchun', 'kalgan', 'name-ussr']),
    );
    expect(told('a phone')).toEqual(
      // Where a star stands beside it, its town is named first.
      expect.arrayContaining([
        'name-mpr',
        'ulan-bator',
        'harbin',
        'mukden',
        day === '1946-01-05' ? 'kalgan' : 'peking',
      ]),
    );
    expect(told('an article')).toEqual(expect.arrayContaining(['name-mpr', 'harbin']));
  });
});

describe('what is written in a territory', () => {
  /** All that is written on a day, as the lines are set. */
  const written = (day: string, view: keyof typeof VIEWS = 'a desk'): string[] => {
    const seen = seenIn(view);
    return drawnAt(seen.zoom, labels.shown(signsOn(day), seen)).map(({ feature }) =>
      feature.properties.text.replaceAll('\n', ' '),
    );
  };

  it.each([
    ['1945-08-08', null],
    ['1945-08-09', 'Soviet advance'],
    ['1945-08-14', 'Soviet advance'],
    ['1945-09-02', 'Soviet advance'],
    ['1945-09-03', 'Soviet occupation'],
    ['1946-05-02', 'Soviet occupation'],
    ['1946-05-03', null],
  ])('on %s the Soviet army in Manchuria is told as: %s', (day, text) => {
    const told = written(day).filter((line) => line === 'Soviet advance' || line === 'Soviet occupation');
    expect(told).toEqual(text === null ? [] : [text]);
  });

  it.each([
    ['1945-08-13', 'state in fact; China (ROC) claims it'],
    ['1945-08-14', 'China (ROC) promises to recognise it'],
    ['1946-01-05', 'recognised by China (ROC)'],
    // Beside the name of the People's Republic there is a China that has not recognised it yet.
    ['1949-10-15', 'recognised by USSR and ROC'],
    ['1949-10-16', 'recognised by USSR, PRC and ROC'],
    ['1953-02-23', 'recognised by USSR, PRC and ROC'],
    ['1953-02-24', 'recognised by USSR and PRC, not ROC'],
  ])(
    'on %s Mongolia is %s, on a desk and a phone; in an article the lines beside the map say it',
    (day, text) => {
      for (const view of ['a desk', 'a phone'] as const) {
        expect(written(day, view), view).toContain(text);
      }
    },
  );

  it.each([
    ['1945-08-08', 'Railway: run by Japan and Manchukuo'],
    ['1945-08-23', 'Railway: being taken by Soviet troops'],
    ['1945-08-24', 'Railway: joint in law; run by the USSR'],
    ['1950-02-14', 'Railway: joint: China (PRC) and the USSR'],
    ['1952-12-31', 'Railway: owned by China (PRC)'],
  ])(
    'on %s it is said beside the railway, and that it is the railway’s, once one looks closer: %s',
    (day, text) => {
      const [x, y] = plane.toWorld([125, 44.5]);
      const half = 420 * perPixel(4.2);
      const whole = { left: x - half, right: x + half, top: y - half, bottom: y + half };
      const told = drawnAt(4.2, labels.shown(signsOn(day), { zoom: 4.2, whole, covers: [] })).filter(
        ({ feature }) => feature.properties.class === 'railway',
      );
      expect(told.map(({ feature }) => feature.properties.text.replaceAll('\n', ' '))).toEqual([text]);
    },
  );

  it('is no status of all parties where one party’s eyes are asked for', () => {
    const moment = atlas.at(parseDay('1945-08-14') as Day);
    const { phases } = signsOf({ moment, layers: new Set(LAYERS), viewpoint: 'roc' }, atlas);
    expect(phases.get('mongolian-peoples-republic')).toBeUndefined();
    expect(phases.get('soviet-occupied-northeast')?.label?.en).toBe('Soviet advance');
  });

  it('is never an occupation while the army still advances', () => {
    for (const day of atlas.changeDays) {
      const signs = signsOf({ moment: atlas.at(day), layers: new Set(LAYERS) }, atlas);
      const campaigns = atlas.at(day).records.filter(({ kind }) => kind === 'campaign');
      for (const { territory } of campaigns) {
        const id = territory ?? '';
        const text = (signs.phases.get(id)?.label ?? atlas.territories.get(id)?.label)?.en ?? '';
        if (signs.territories.get(id)?.group === 'occupation') expect(text, id).not.toMatch(/occupation/i);
      }
    }
  });
});

it('are the same whether they are placed for the zoom of the view alone or for all', () => {
  for (const view of ['a desk', 'a phone', 'an article'] as const) {
    const seen = seenIn(view);
    const [part, whole] = [freshLabels(), freshLabels()];
    for (const day of DAYS) {
      const idsOf = (names: ReadonlyMap<string, DrawnName>): string[] =>
        drawnAt(seen.zoom, names)
          .map(({ feature }) => feature.properties.id)
          .sort();
      // Name by name, with room for others between them.
      expect([...part.setting(signsOn(day), seen)].length).toBeGreaterThan(20);
      const first = part.shown(signsOn(day), seen, false);
      expect(idsOf(first), `${day}, ${view}`).toEqual(idsOf(whole.shown(signsOn(day), seen)));
      expect(idsOf(part.shown(signsOn(day), seen)), `${day}, ${view}, later`).toEqual(idsOf(first));
      expect(part.shown(signsOn(day), seen).size).toBeGreaterThan(first.size);
    }
  }
});

it('leaves names of small waters in them, however they have to make way', () => {
  const bay = labels.features.filter(({ properties }) => properties.id.startsWith('name-korea-bay@'));
  expect(bay.length).toBeGreaterThan(3);
  // East of the peninsula, which ends at about 122.5 E.
  for (const { geometry } of bay) expect(geometry.coordinates[0]).toBeGreaterThan(122.5);
});

it('names the base of Port Arthur close up', () => {
  const [x, y] = plane.toWorld([121.7, 39.1]);
  const half = 300 * perPixel(7);
  const seen: Seen = {
    zoom: 7,
    whole: { left: x - half, right: x + half, top: y - half, bottom: y + half },
    covers: [],
  };
  const texts = drawnAt(7, labels.shown(signsOn('1950-02-14'), seen)).map(({ feature }) =>
    feature.properties.text.replaceAll('\n', ' '),
  );
  expect(texts).toEqual(expect.arrayContaining(['Port Arthur base', 'Port Arthur', 'Dairen']));
});

describe('the day of a city that was evacuated', () => {
  const told = (day: string, seen: Seen): string[] =>
    drawnAt(seen.zoom, labels.shown(signsOn(day), seen))
      .map(({ feature }) => feature.properties.id.replace(/@.*/, ''))
      .filter((id) => /^(left|until)-/.test(id));

  it('is told from the first view on, until the withdrawal as a whole had ended', () => {
    const seen = seenIn('a desk');
    expect(told('1946-01-05', seen)).not.toContain('until-city-mukden');
    expect(told('1946-03-11', seen)).not.toContain('left-city-mukden');
    expect(told('1946-04-25', seen)).toContain('left-city-mukden');
    expect(told('1946-05-03', seen)).toEqual([]);
  });

  it.each([3.1, 3.3, 3.6, 4, 4.6, 5.2, 5.6, 6.5])(
    'stands at zoom %f with the name of its city, not alone',
    (zoom) => {
      const garrisons = new Map(
        read<TerritoryCollection>('manchuria.geojson').features.map(({ properties, geometry }) => [
          properties.id,
          geometry,
        ]),
      );
      const towns = read<FeatureCollection<Point>>('base/towns.geojson').features;
      const [x, y] = plane.toWorld([125.5, 44]);
      const [dx, dy] = [560 * perPixel(zoom), 420 * perPixel(zoom)];
      const seen: Seen = {
        zoom,
        whole: { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy },
        covers: [],
      };
      for (const day of ['1945-11-10', '1946-01-05', '1946-03-12', '1946-04-20', '1946-05-01']) {
        const ids = drawnAt(zoom, labels.shown(signsOn(day), seen)).map(({ feature }) =>
          feature.properties.id.replace(/[@~].*/, ''),
        );
        for (const id of told(day, seen)) {
          const at = garrisons.get(id.replace(/^(left|until)-/, ''));
          const town = at && towns.find(({ geometry }) => near(geometry, at as Point, 0.2));
          if (town) expect(ids, `${id} on ${day}`).toContain(town.properties?.['id']);
        }
        if (zoom > 4) expect(told(day, seen).length, day).toBeGreaterThan(2);
      }
    },
  );

  it('stands beside the garrison close up, before it left and after', () => {
    const [x, y] = plane.toWorld([126.65, 45.75]);
    const half = 400 * perPixel(4.6);
    const whole = { left: x - half, right: x + half, top: y - half, bottom: y + half };
    const seen: Seen = { zoom: 4.6, whole, covers: [] };
    expect(told('1946-04-24', seen)).toContain('until-city-harbin');
    expect(told('1946-04-25', seen)).toContain('left-city-harbin');
  });
});

describe('a town that is a seat of government', () => {
  const ids = (day: string, view: keyof typeof VIEWS): string[] => {
    const seen = seenIn(view);
    return drawnAt(seen.zoom, labels.shown(signsOn(day), seen)).map(({ feature }) => feature.properties.id);
  };
  const named = (day: string, town: string): string[] =>
    ids(day, 'a phone').filter((id) => id.startsWith(`${town}~`) || id.startsWith(`${town}@`));

  it('is named as one of the first rank on its days alone', () => {
    expect(named('1949-04-22', 'canton')).toEqual([]);
    expect(named('1949-04-23', 'canton')).toEqual([expect.stringContaining('canton~seat')]);
    expect(named('1949-10-18', 'canton')).toEqual([]);
    expect(named('1949-04-22', 'nanking')).toEqual([expect.stringContaining('nanking~seat')]);
    expect(named('1949-04-23', 'nanking')).toEqual([expect.stringMatching(/^nanking@/)]);
  });

  it('has its sign clear of all names', () => {
    for (const view of ['a desk', 'a phone', 'an article'] as const) {
      const seen = seenIn(view);
      for (const day of [...DAYS, '1949-05-01', '1949-12-02']) {
        const signs = signsOn(day);
        const boxes = drawnAt(seen.zoom, labels.shown(signs, seen)).flatMap((name) =>
          boxesOf(name.spot, seen.zoom).map((box) => ({ id: name.feature.properties.id, box })),
        );
        for (const { geometry, properties } of seatFeatures(atlas, read('base/towns.geojson'))) {
          if (!signs.base.has(properties.item)) continue;
          const [x, y] = plane.toWorld(geometry.coordinates);
          const half = 3.9 * perPixel(seen.zoom);
          const sign = { left: x - half, right: x + half, top: y - half, bottom: y + half };
          if (!overlap(sign, seen.whole) || seen.covers.some((cover) => overlap(sign, cover))) continue;
          const over = boxes.filter(({ box }) => overlap(sign, box)).map(({ id }) => id);
          expect(over, `${properties.item} on ${day}, ${view}`).toEqual([]);
        }
      }
    }
  });
});

it('writes rivers along their course', () => {
  const rivers = labels.features.filter(({ properties }) => properties.class === 'river');
  const ids = new Set(rivers.map(({ properties }) => properties.id.replace(/@.*/, '')));
  expect([...ids]).toEqual(
    expect.arrayContaining([
      'river-amur',
      'river-sungari',
      'river-hwang-ho',
      'river-yangtze',
      'river-kerulen',
      'river-selenga',
    ]),
  );
  expect(rivers.some(({ properties }) => Math.abs(properties.rotate) > 20)).toBe(true);
});

it('says until when each garrison stood', () => {
  const until = labels.features.filter(({ properties }) => properties.id.startsWith('until-'));
  const said = new Map(until.map(({ properties }) => [properties.id.replace(/@.*/, ''), properties.text]));
  expect(said.get('until-city-harbin')).toBe('until 25 Apr 1946');
  expect(said.get('until-city-siping')).toBe('until 13 Mar 1946 ?');
  expect(said.get('until-city-mudanjiang')).toMatch(/^until 28\s?–\s?29 Apr 1946$/);
});
