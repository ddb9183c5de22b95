import { beforeAll, describe, expect, it } from 'vitest';
import { history, REACH, whatApplied, type AppliedRecord, type LonLat } from '../../src/atlas/applied';
import type { Atlas } from '../../src/atlas/atlas';
import { loadLayers } from '../../src/atlas/load';
import { nearestTo } from '../../src/atlas/locate';
import type { TerritoryCollection } from '../../src/atlas/load';
import { addDays, isoOf, parseDay, type Day } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

/** Degrees east, degrees north: stations from the dossier's section 4c, points from its section 2, the rest towns. */
const PLACES = {
  Ulaanbaatar: [106.92, 47.92],
  'the middle Gobi': [105, 43.5],
  'Khalkhin Gol': [118.6, 47.73],
  'Baitag Bogd': [90.7, 45.3],
  Hailar: [119.75, 49.23],
  Manzhouli: [117.43, 49.59],
  Zhalantun: [122.74, 48.01],
  Wangyemiao: [122.08, 46.08],
  Tongliao: [122.26, 43.61],
  Harbin: [126.63, 45.76],
  Suifenhe: [131.15, 44.4],
  Jiamusi: [130.35, 46.81],
  Changchun: [125.32, 43.91],
  Siping: [124.37, 43.16],
  Mukden: [123.43, 41.8],
  Haicheng: [122.74, 40.86],
  Antung: [124.38, 40.13],
  Dairen: [121.63, 38.92],
  'Port Arthur': [121.24, 38.81],
  'Guanglu Island': [122.37, 39.18],
  Chaoyang: [120.45, 41.57],
  Chengde: [117.94, 40.97],
  Chifeng: [118.96, 42.27],
  Linxi: [118.05, 43.61],
  'Sunid Right Banner': [112.65, 42.75],
  Dolonnor: [116.49, 42.19],
  Zhangbei: [114.71, 41.16],
  Kalgan: [114.88, 40.82],
  Datong: [113.3, 40.08],
  Guisui: [111.66, 40.81],
  Bayanhot: [105.7, 38.85],
  Urumqi: [87.62, 43.82],
  Kuldja: [81.32, 43.91],
  Peking: [116.4, 39.91],
  Chita: [113.5, 52.03],
  Vladivostok: [131.89, 43.12],
  Kyzyl: [94.45, 51.72],
  'the Yellow Sea': [122, 36],
  Pyongyang: [125.75, 39.03],
  Seoul: [126.98, 37.57],
  Tokyo: [139.75, 35.68],
  Taipei: [121.51, 25.04],
} satisfies Record<string, LonLat>;

type Row = readonly [place: keyof typeof PLACES, day: string, areas: string, near: string];

/**
 * Made by hand from the dossier (sections 2, 2b, 4b), not from the code or the record: the provisions and kinds of the
 * areas that hold a place, and those of the lines and points within reach of it.
 */
const TABLE: readonly Row[] = [
  // The Mongolian People's Republic: the promise, the recognition, its end.
  ['Ulaanbaatar', '1945-01-01', 'mongolia-status contested', ''],
  ['Ulaanbaatar', '1945-08-13', 'mongolia-status contested', ''],
  ['Ulaanbaatar', '1945-08-14', 'mongolia-status promise', ''],
  ['Ulaanbaatar', '1945-08-24', 'mongolia-status promise', ''],
  ['Ulaanbaatar', '1946-01-04', 'mongolia-status promise', ''],
  ['Ulaanbaatar', '1946-01-05', 'mongolia-status recognised', ''],
  ['Ulaanbaatar', '1949-10-16', 'mongolia-status recognised', ''],
  ['Ulaanbaatar', '1953-02-23', 'mongolia-status recognised', ''],
  ['Ulaanbaatar', '1953-02-24', 'mongolia-status contested', ''],
  ['the middle Gobi', '1945-08-13', 'mongolia-status contested', ''],
  ['the middle Gobi', '1946-01-05', 'mongolia-status recognised', ''],
  ['the middle Gobi', '1953-12-31', 'mongolia-status contested', ''],
  ['Khalkhin Gol', '1945-08-13', 'mongolia-status contested', 'mongolia-borders contested'],
  ['Khalkhin Gol', '1945-08-14', 'mongolia-status promise', 'mongolia-borders contested'],
  ['Khalkhin Gol', '1953-02-23', 'mongolia-status recognised', 'mongolia-borders contested'],
  // On the Chinese side by the line of today, which is the one drawn.
  ['Baitag Bogd', '1945-08-13', '', 'mongolia-borders contested'],
  ['Baitag Bogd', '1947-06-05', 'sinkiang contested', 'mongolia-borders contested'],
  ['Baitag Bogd', '1949-09-25', 'sinkiang province', 'mongolia-borders contested'],

  // Sinkiang.
  ['Urumqi', '1945-08-13', '', ''],
  ['Urumqi', '1945-08-14', 'sinkiang promise', ''],
  ['Urumqi', '1945-08-23', 'sinkiang promise', ''],
  ['Urumqi', '1945-08-24', 'sinkiang assurance', ''],
  ['Urumqi', '1946-06-05', 'sinkiang assurance', ''],
  ['Urumqi', '1946-06-06', 'sinkiang contested', ''],
  ['Urumqi', '1949-09-24', 'sinkiang contested', ''],
  ['Urumqi', '1949-09-25', 'sinkiang province', ''],
  ['Kuldja', '1945-08-24', 'sinkiang assurance', ''],
  ['Kuldja', '1946-06-06', 'sinkiang contested', ''],
  ['Kuldja', '1950-02-14', 'sinkiang province', ''],

  // Hulunbuir and the western line of the railway.
  ['Hailar', '1945-08-08', '', 'ccr owned'],
  ['Hailar', '1945-08-09', 'soviet-occupation-manchuria campaign', 'ccr campaign'],
  ['Hailar', '1945-08-13', 'soviet-occupation-manchuria campaign', 'ccr campaign'],
  [
    'Hailar',
    '1945-08-14',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign',
  ],
  [
    'Hailar',
    '1945-08-23',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign',
  ],
  [
    'Hailar',
    '1945-08-24',
    'soviet-occupation-manchuria campaign, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint',
  ],
  [
    'Hailar',
    '1946-05-02',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force, hulunbuir autonomous',
    'ccr joint',
  ],
  [
    'Hailar',
    '1946-05-03',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, hulunbuir autonomous',
    'ccr contested',
  ],
  [
    'Hailar',
    '1947-04-30',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, hulunbuir autonomous',
    'ccr contested',
  ],
  [
    'Hailar',
    '1947-05-01',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, hulunbuir autonomous, inner-mongolia-autonomous autonomous',
    'ccr contested',
  ],
  [
    'Hailar',
    '1949-04-10',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, hulunbuir autonomous, inner-mongolia-autonomous autonomous',
    'ccr contested',
  ],
  [
    'Hailar',
    '1949-04-11',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, inner-mongolia-autonomous autonomous',
    'ccr contested',
  ],
  [
    'Manzhouli',
    '1950-02-13',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, inner-mongolia-autonomous autonomous',
    'ccr contested',
  ],
  [
    'Manzhouli',
    '1950-02-14',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested, inner-mongolia-autonomous autonomous',
    'ccr joint',
  ],
  [
    'Manzhouli',
    '1952-12-30',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested, inner-mongolia-autonomous autonomous',
    'ccr joint',
  ],
  [
    'Manzhouli',
    '1952-12-31',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested, inner-mongolia-autonomous autonomous',
    'ccr owned',
  ],

  // The eastern banners: one government in 1946, another from 1947.
  ['Wangyemiao', '1945-08-13', 'soviet-occupation-manchuria campaign', ''],
  [
    'Wangyemiao',
    '1946-01-15',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    '',
  ],
  [
    'Wangyemiao',
    '1946-01-16',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force, empag autonomous',
    '',
  ],
  [
    'Wangyemiao',
    '1946-05-03',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, empag autonomous',
    '',
  ],
  ['Wangyemiao', '1947-04-30', 'soviet-occupation-manchuria ended, three-eastern-provinces assurance', ''],
  [
    'Wangyemiao',
    '1947-05-01',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, inner-mongolia-autonomous autonomous',
    'im-capital autonomous',
  ],
  [
    'Wangyemiao',
    '1950-02-14',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested, inner-mongolia-autonomous autonomous',
    '',
  ],
  [
    'Zhalantun',
    '1946-03-12',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force, empag autonomous',
    'ccr joint',
  ],
  ['Tongliao', '1949-03-31', 'soviet-occupation-manchuria ended, three-eastern-provinces assurance', ''],
  [
    'Tongliao',
    '1949-06-01',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, inner-mongolia-autonomous autonomous',
    '',
  ],

  // The north and the middle of Manchuria.
  [
    'Harbin',
    '1945-08-17',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign',
  ],
  [
    'Harbin',
    '1945-08-18',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign, soviet-withdrawal-cities occupation',
  ],
  [
    'Harbin',
    '1945-09-03',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint, soviet-withdrawal-cities occupation',
  ],
  [
    'Harbin',
    '1946-04-24',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint, soviet-withdrawal-cities occupation',
  ],
  [
    'Harbin',
    '1946-04-25',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint',
  ],
  [
    'Harbin',
    '1953-02-23',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested',
    'ccr owned',
  ],
  ['Harbin', '1953-02-24', 'soviet-occupation-manchuria ended, three-eastern-provinces ended', 'ccr owned'],
  ['Suifenhe', '1945-08-13', 'soviet-occupation-manchuria campaign', 'ccr campaign'],
  [
    'Suifenhe',
    '1946-05-02',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint',
  ],
  [
    'Suifenhe',
    '1948-11-02',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance',
    'ccr contested',
  ],
  [
    'Jiamusi',
    '1946-04-09',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'soviet-withdrawal-cities occupation',
  ],
  [
    'Jiamusi',
    '1946-04-10',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    '',
  ],
  [
    'Changchun',
    '1945-08-18',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign',
  ],
  [
    'Changchun',
    '1945-08-21',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign, soviet-withdrawal-cities occupation',
  ],
  [
    'Changchun',
    '1946-03-12',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint, soviet-withdrawal-cities occupation',
  ],
  [
    'Changchun',
    '1946-04-16',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint',
  ],
  [
    'Siping',
    '1946-03-11',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint, soviet-withdrawal-cities occupation',
  ],
  ['Siping', '1946-03-18', 'three-eastern-provinces assurance, cinc-civil in-force', 'ccr joint'],

  // The south of Manchuria, left first.
  [
    'Mukden',
    '1945-08-23',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign, soviet-withdrawal-cities occupation',
  ],
  [
    'Mukden',
    '1945-12-01',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint, ccr-branches joint, soviet-withdrawal-cities occupation',
  ],
  [
    'Mukden',
    '1946-03-11',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint, ccr-branches joint, soviet-withdrawal-cities occupation',
  ],
  [
    'Mukden',
    '1946-03-12',
    'three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint, ccr-branches joint',
  ],
  [
    'Mukden',
    '1952-12-30',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested',
    'ccr joint, ccr-branches joint',
  ],
  [
    'Mukden',
    '1952-12-31',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested',
    'ccr owned, ccr-branches owned',
  ],
  [
    'Haicheng',
    '1945-10-01',
    'soviet-occupation-manchuria occupation, soviet-withdrawal-cities occupation, three-eastern-provinces assurance, cinc-civil in-force',
    'ccr joint',
  ],
  ['Haicheng', '1945-12-02', 'three-eastern-provinces assurance, cinc-civil in-force', 'ccr joint'],
  [
    'Antung',
    '1945-10-01',
    'soviet-occupation-manchuria occupation, soviet-withdrawal-cities occupation, three-eastern-provinces assurance, cinc-civil in-force',
    '',
  ],
  ['Antung', '1946-05-02', 'three-eastern-provinces assurance, cinc-civil in-force', ''],

  // The ports.
  [
    'Dairen',
    '1945-08-21',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign',
  ],
  [
    'Dairen',
    '1945-08-22',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise, dalian-free-port occupation, luda-admin occupation',
    'ccr campaign',
  ],
  [
    'Dairen',
    '1945-08-24',
    'soviet-occupation-manchuria campaign, three-eastern-provinces assurance, cinc-civil in-force, dalian-free-port free-port, luda-admin occupation',
    'ccr joint, ccr-branches joint, dalian-port-lease lease',
  ],
  [
    'Dairen',
    '1950-02-13',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, dalian-free-port free-port, luda-admin province',
    'ccr contested, ccr-branches joint, dalian-port-lease lease',
  ],
  [
    'Dairen',
    '1950-02-14',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested, dalian-free-port promise, luda-admin province',
    'ccr joint, ccr-branches joint, dalian-port-lease promise',
  ],
  [
    'Dairen',
    '1951-03-01',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested, dalian-free-port province, luda-admin province',
    'ccr joint, ccr-branches joint, dalian-port-lease ended',
  ],
  [
    'Port Arthur',
    '1945-08-21',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise',
    'ccr campaign',
  ],
  [
    'Port Arthur',
    '1945-08-22',
    'soviet-occupation-manchuria campaign, three-eastern-provinces promise, port-arthur-base occupation, luda-admin occupation',
    'ccr campaign',
  ],
  [
    'Port Arthur',
    '1945-08-24',
    'soviet-occupation-manchuria campaign, three-eastern-provinces assurance, cinc-civil in-force, port-arthur-base base, luda-admin occupation',
    'ccr joint',
  ],
  [
    'Port Arthur',
    '1946-03-12',
    'soviet-occupation-manchuria occupation, three-eastern-provinces assurance, cinc-civil in-force, port-arthur-base base, luda-admin occupation',
    'ccr joint',
  ],
  [
    'Port Arthur',
    '1952-12-31',
    'soviet-occupation-manchuria ended, three-eastern-provinces contested, port-arthur-base base, luda-admin province',
    'ccr owned',
  ],
  [
    'Port Arthur',
    '1953-12-31',
    'soviet-occupation-manchuria ended, three-eastern-provinces ended, port-arthur-base base, luda-admin province',
    'ccr owned',
  ],
  [
    'Guanglu Island',
    '1949-11-09',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, port-arthur-base base',
    'ccr-branches joint',
  ],
  [
    'Guanglu Island',
    '1949-11-10',
    'soviet-occupation-manchuria ended, three-eastern-provinces assurance, port-arthur-base base, luda-admin province',
    'ccr-branches joint',
  ],

  // Jehol, which the assurance on the Three Eastern Provinces does not cover.
  [
    'Chaoyang',
    '1945-08-14',
    'soviet-occupation-manchuria campaign, soviet-mongol-occupation-im campaign',
    '',
  ],
  ['Chengde', '1945-08-13', 'soviet-mongol-occupation-im campaign', ''],
  ['Chengde', '1945-08-24', 'soviet-mongol-occupation-im occupation, rehe occupation', ''],
  ['Chengde', '1947-01-01', 'rehe contested', ''],
  ['Chengde', '1950-02-14', 'rehe province', ''],
  ['Chifeng', '1945-09-17', 'soviet-mongol-occupation-im occupation, rehe occupation', ''],
  ['Chifeng', '1946-01-10', 'rehe contested', 'soviet-mongol-occupation-im occupation'],
  ['Chifeng', '1946-02-01', 'rehe contested', ''],
  ['Chifeng', '1949-10-01', 'rehe province', ''],
  ['Linxi', '1949-03-31', 'rehe province', ''],
  ['Linxi', '1949-06-01', 'inner-mongolia-autonomous autonomous', ''],

  // Chahar and the pastoral north.
  ['Sunid Right Banner', '1945-08-13', 'mengjiang autonomous, soviet-mongol-occupation-im campaign', ''],
  ['Sunid Right Banner', '1945-09-08', 'soviet-mongol-occupation-im occupation, chahar contested', ''],
  [
    'Sunid Right Banner',
    '1945-09-09',
    'soviet-mongol-occupation-im occupation, chahar contested, impr claim',
    '',
  ],
  ['Sunid Right Banner', '1947-04-30', 'chahar province', ''],
  ['Sunid Right Banner', '1947-05-01', 'chahar province, inner-mongolia-autonomous autonomous', ''],
  ['Sunid Right Banner', '1949-01-14', 'chahar province, inner-mongolia-autonomous autonomous', ''],
  ['Sunid Right Banner', '1949-01-15', 'inner-mongolia-autonomous autonomous', ''],
  ['Dolonnor', '1945-08-13', 'mengjiang autonomous, soviet-mongol-occupation-im campaign', ''],
  ['Dolonnor', '1945-09-09', 'soviet-mongol-occupation-im occupation, chahar contested, impr claim', ''],
  ['Dolonnor', '1947-05-01', 'chahar province', ''],
  ['Dolonnor', '1950-02-14', 'chahar province', ''],
  ['Dolonnor', '1950-07-01', 'inner-mongolia-autonomous autonomous', ''],
  ['Dolonnor', '1952-11-15', 'inner-mongolia-autonomous autonomous', ''],
  ['Zhangbei', '1945-08-24', 'soviet-mongol-occupation-im occupation, chahar contested', ''],
  ['Kalgan', '1945-08-13', 'mengjiang autonomous', ''],
  ['Kalgan', '1945-08-24', 'chahar contested', ''],
  ['Kalgan', '1945-11-24', 'chahar contested', ''],
  ['Kalgan', '1945-11-28', 'chahar contested', 'im-capital claim'],
  ['Kalgan', '1946-10-10', 'chahar contested', 'im-capital claim'],
  ['Kalgan', '1946-10-11', 'chahar province', ''],
  ['Kalgan', '1951-01-01', 'chahar province', 'im-capital autonomous'],
  ['Kalgan', '1952-11-14', 'chahar province', ''],
  ['Kalgan', '1952-11-15', 'chahar ended', ''],
  ['Datong', '1945-08-13', 'mengjiang autonomous', ''],
  ['Datong', '1946-10-11', '', ''],
  ['Datong', '1952-11-14', 'chahar province', ''],
  ['Datong', '1952-11-15', 'chahar ended', ''],

  // Suiyuan and Alxa.
  ['Guisui', '1945-08-13', 'mengjiang autonomous', ''],
  ['Guisui', '1945-08-28', 'suiyuan province', ''],
  ['Guisui', '1949-09-19', 'suiyuan province', ''],
  ['Guisui', '1953-12-31', 'suiyuan province', 'im-capital autonomous'],
  ['Bayanhot', '1949-08-09', '', ''],
  ['Bayanhot', '1949-08-10', 'alxa-west claim', ''],
  ['Bayanhot', '1949-09-22', 'alxa-west claim', ''],
  ['Bayanhot', '1949-09-23', 'alxa-west province', ''],

  // Where nothing applied.
  ['Peking', '1945-08-14', '', ''],
  ['Peking', '1949-10-01', '', ''],
  ['Chita', '1945-08-09', '', ''],
  ['Vladivostok', '1945-08-24', '', ''],
  ['Kyzyl', '1945-08-14', '', ''],
  ['the Yellow Sea', '1945-08-24', '', ''],
  ['Pyongyang', '1945-08-24', '', ''],
  ['Seoul', '1950-02-14', '', ''],
  ['Tokyo', '1945-08-14', '', ''],
  ['Taipei', '1953-02-24', '', ''],
];

let atlas: Atlas;
let shapes: ReadonlyMap<string, TerritoryCollection>;
beforeAll(async () => {
  atlas = await readAtlas();
  const loaded = await loadLayers(atlas.manifest, readFromDisk);
  expect(loaded.problems).toEqual([]);
  shapes = loaded.layers;
});

const day = (iso: string): Day => parseDay(iso) as Day;
const listed = (text: string): string[] => (text === '' ? [] : text.split(', ').toSorted());
const pairs = (records: readonly AppliedRecord[]): string[] =>
  [...new Set(records.map(({ provision, kind }) => `${provision} ${kind}`))].toSorted();
const isArea = ({ territory }: AppliedRecord): boolean =>
  atlas.territories.get(territory ?? '')?.kind === 'polygon';
const idOf = ({ provision, phase, territory, viewpoint }: AppliedRecord): string =>
  [provision, phase, territory, viewpoint].join(' ');

describe('what applied', () => {
  it.each(TABLE)('at %s on %s: %s; near it: %s', (place, iso, areas, near) => {
    const records = whatApplied(atlas, shapes, PLACES[place], day(iso));
    const within = records.filter((record) => !isArea(record) && record.distance_km <= REACH.line);
    expect(pairs(records.filter(isArea))).toEqual(listed(areas));
    expect(pairs(within)).toEqual(listed(near));
  });

  it('is plain JSON of the record, nearest first and then in the order of the atlas', () => {
    for (const place of Object.values(PLACES)) {
      const on = day('1945-09-20');
      const records = whatApplied(atlas, shapes, place, on);
      const order = atlas.at(on).records.map((record) => idOf({ ...record, distance_km: 0 }));
      const rank = (record: AppliedRecord): number => order.indexOf(idOf(record));
      expect(JSON.parse(JSON.stringify(records))).toEqual(records);
      expect(records).toEqual(records.toSorted((a, b) => a.distance_km - b.distance_km || rank(a) - rank(b)));
      for (const record of records) {
        const { distance_km, ...plain } = record;
        expect(atlas.at(on).records).toContainEqual(plain);
        expect(plain.territory).not.toBeNull();
        if (isArea(record)) expect(distance_km).toBe(0);
      }
    }
  });

  it('gives kilometres on the sphere', () => {
    const away = (place: LonLat, territory: string): number | undefined =>
      whatApplied(atlas, shapes, place, day('1946-01-01')).find((record) => record.territory === territory)
        ?.distance_km;
    // A hundredth of a degree north of the point, and a tenth east of it: 111.19 km a degree, times cos 45.75.
    expect(away([126.63, 45.76], 'city-harbin')).toBeCloseTo(1.112, 2);
    expect(away([126.73, 45.75], 'city-harbin')).toBeCloseTo(7.759, 2);
    expect(away([126.83, 45.75], 'city-harbin')).toBeUndefined();
  });

  it('names the nearest line beyond reach, once, up to a limit, and only where an area holds the place', () => {
    const on = day('1947-06-05');
    const lines = (place: LonLat, nearestLine?: number): AppliedRecord[] =>
      whatApplied(atlas, shapes, place, on, nearestLine === undefined ? {} : { nearestLine }).filter(
        (record) => !isArea(record),
      );
    const inTheSouth = [109, 43.1] as const;
    expect(pairs(lines(inTheSouth))).toEqual(['mongolia-borders contested']);
    for (const { territory, distance_km } of lines(inTheSouth)) {
      expect(territory).toBe('mongolia-china-frontier');
      expect(distance_km).toBeGreaterThan(REACH.line);
      expect(distance_km).toBeLessThan(REACH.nearestLine);
    }
    expect(lines(inTheSouth, 0)).toEqual([]);
    expect(lines(PLACES['the middle Gobi'])).toEqual([]);
    expect(pairs(lines(PLACES['the middle Gobi'], 1000))).toEqual(['mongolia-borders contested']);
    const offDairen = [122.3, 38.5] as const;
    expect(whatApplied(atlas, shapes, offDairen, on)).toEqual([]);
    // The sector and the frontier it is part of are equally near.
    const byTheSector = lines([90.9, 45.75], 200).map(({ territory }) => territory);
    expect(new Set(byTheSector)).toEqual(new Set(['mongolia-china-frontier', 'baitag-bogd-sector']));
  });

  it('keeps to the reach it is given', () => {
    const on = day('1946-01-01');
    const near = (reach: object): string[] =>
      pairs(whatApplied(atlas, shapes, PLACES.Harbin, on, reach).filter((record) => !isArea(record)));
    expect(near({})).toEqual(['ccr joint', 'soviet-withdrawal-cities occupation']);
    expect(near({ point: 0.5 })).toEqual(['ccr joint']);
    expect(near({ point: 0.5, line: 0, nearestLine: -1 })).toEqual([]);
    expect(near({ line: 0 })).toEqual(['ccr joint', 'soviet-withdrawal-cities occupation']);
  });

  it('goes round the Earth and answers nothing for what is no place', () => {
    const on = day('1946-01-05');
    const [lon, lat] = PLACES.Ulaanbaatar;
    const here = pairs(whatApplied(atlas, shapes, [lon, lat], on));
    expect(pairs(whatApplied(atlas, shapes, [lon - 360, lat], on))).toEqual(here);
    expect(pairs(whatApplied(atlas, shapes, [lon + 720, lat], on))).toEqual(here);
    expect(whatApplied(atlas, shapes, [Number.NaN, lat], on)).toEqual([]);
    expect(whatApplied(atlas, shapes, [lon, 91], on)).toEqual([]);
    expect(history(atlas, shapes, [lon, Number.NaN])).toEqual([]);
  });
});

describe('history', () => {
  const DRAWN = (): string[] =>
    [...atlas.territories.values()].filter(({ kind }) => kind !== 'none').map(({ id }) => id);
  const ids = (records: readonly AppliedRecord[]): string[] => records.map(idOf);

  /** The days of the spans as [first, last], having found them to cover the range without a gap or an overlap. */
  function covered(place: LonLat | string): (readonly [Day, Day])[] {
    const spans = history(atlas, shapes, place);
    const days = spans.map(({ from, until }): readonly [Day, Day] => [
      day(from),
      until === '..' ? atlas.range.last : addDays(day(until), -1),
    ]);
    expect(spans[0]?.from).toBe(isoOf(atlas.range.first));
    expect(spans.map(({ until }) => until)).toEqual([...spans.slice(1).map(({ from }) => from), '..']);
    expect(days.every(([first, last]) => first <= last)).toBe(true);
    const sum = days.reduce((total, [first, last]) => total + last - first + 1, 0);
    expect(sum).toBe(atlas.range.last - atlas.range.first + 1);
    return days;
  }

  it('of a place covers the range and agrees with what applied at both ends of every span', () => {
    for (const place of Object.values(PLACES)) {
      const spans = history(atlas, shapes, place);
      covered(place).forEach(([first, last], index) => {
        const own = spans[index]?.records ?? [];
        expect(whatApplied(atlas, shapes, place, first)).toEqual(own);
        expect(ids(whatApplied(atlas, shapes, place, last))).toEqual(ids(own));
        if (last === atlas.range.last) return;
        const after = whatApplied(atlas, shapes, place, addDays(last, 1));
        expect(ids(after)).toEqual(ids(spans[index + 1]?.records ?? []));
        expect(ids(after)).not.toEqual(ids(own));
      });
    }
  });

  it('of a territory covers the range with its own records', () => {
    for (const territory of DRAWN()) {
      const spans = history(atlas, shapes, territory);
      const of = (on: Day): string[] =>
        ids(
          atlas
            .at(on)
            .records.filter((record) => record.territory === territory)
            .map((record) => ({ ...record, distance_km: 0 })),
        );
      covered(territory).forEach(([first, last], index) => {
        const own = ids(spans[index]?.records ?? []);
        expect(of(first)).toEqual(own);
        expect(of(last)).toEqual(own);
        if (last < atlas.range.last) expect(of(addDays(last, 1))).not.toEqual(own);
      });
    }
  });

  it('tells of Ulaanbaatar what the dossier does', () => {
    const told = history(atlas, shapes, PLACES.Ulaanbaatar).map(({ from, until, records }) => [
      from,
      until,
      ...pairs(records),
    ]);
    expect(told).toEqual([
      ['1945-01-01', '1945-08-14', 'mongolia-status contested'],
      ['1945-08-14', '1946-01-05', 'mongolia-status promise'],
      ['1946-01-05', '1946-02-14', 'mongolia-status recognised'],
      ['1946-02-14', '1949-10-16', 'mongolia-status recognised'],
      ['1949-10-16', '1953-02-24', 'mongolia-status recognised'],
      ['1953-02-24', '..', 'mongolia-status contested'],
    ]);
    expect(history(atlas, shapes, 'mongolian-peoples-republic')).toEqual(
      history(atlas, shapes, PLACES.Ulaanbaatar),
    );
  });

  it('has one empty span where nothing ever applied, and none for what is no territory', () => {
    expect(history(atlas, shapes, PLACES.Tokyo)).toEqual([{ from: '1945-01-01', until: '..', records: [] }]);
    expect(history(atlas, shapes, 'treaty-in-force-panel')).toEqual([]);
    expect(history(atlas, shapes, 'atlantis')).toEqual([]);
  });

  it('finds what is nearest to a place that nothing holds, by its edge, and nothing that is too far', () => {
    const held = new Set(atlas.at(day('1946-01-05')).records.map(({ territory }) => territory));
    const nearest = (at: LonLat, within: number) => nearestTo(shapes, [...at], within, (id) => held.has(id));
    // Kyakhta's northern outskirts: the frontier runs along its southern edge.
    const kyakhta = nearest([106.45, 50.45], 300);
    expect(kyakhta).toMatchObject({ territory: 'mongolian-peoples-republic', layer: 'mongolia' });
    expect(kyakhta?.distance).toBeGreaterThan(8);
    expect(kyakhta?.distance).toBeLessThan(18);
    expect(kyakhta?.nearest[1]).toBeCloseTo(50.33, 1);
    expect(nearest([106.45, 50.45], 8)).toBeNull();
    expect(nearest(PLACES.Tokyo, 300)).toBeNull();
    // Within an area it is still an edge that is measured to.
    expect(nearest(PLACES.Ulaanbaatar, 5)).toBeNull();
  });

  it('keeps to the range it is given', () => {
    const range = { first: day('1945-08-14'), last: day('1946-01-05') };
    const told = history(atlas, shapes, PLACES.Ulaanbaatar, range).map(({ from, until }) => [from, until]);
    expect(told).toEqual([
      ['1945-08-14', '1946-01-05'],
      ['1946-01-05', '..'],
    ]);
    expect(history(atlas, shapes, PLACES.Ulaanbaatar, { first: range.last, last: range.first })).toEqual([]);
  });
});
