import { beforeAll, describe, expect, it } from 'vitest';
import { findPlaces, loadGazetteer, nearestTown, type Gazetteer } from '../../src/atlas/gazetteer';
import { loadLayers } from '../../src/atlas/load';
import { whereWords } from '../../src/elements/treaty-place/place-words';
import { readTypedPlace } from '../../src/elements/treaty-place/typed-place';
import { readAtlas, readFromDisk } from './read-atlas';

let gazetteer: Gazetteer;
const REGION = { west: 73, south: 36, east: 135, north: 54 };

beforeAll(async () => {
  const atlas = await readAtlas();
  const { layers } = await loadLayers(atlas.manifest, readFromDisk);
  gazetteer = await loadGazetteer(atlas, layers, readFromDisk);
});

const read = (text: string) => readTypedPlace(text, gazetteer, REGION);

describe('a typed pair of coordinates', () => {
  it.each([
    '47.92, 106.92',
    '106.92, 47.92',
    '47.92 106.92',
    '47.92;106.92',
    '47,92; 106,92',
    '47.92N, 106.92E',
    '106.92 E 47.92 N',
    'N 47.92 E 106.92',
    '47.92° N, 106.92° E',
    '47°55′12″N 106°55′12″E',
    '47°55\'12" N, 106°55\'12" E',
    '47.92 с, 106.92 в',
    '  47.92 ,   106.92 ',
  ])('reads "%s" as Ulan Bator, either way round', (text) => {
    expect(read(text)).toMatchObject({
      at: [expect.closeTo(106.92, 6), expect.closeTo(47.92, 6)],
      reading: 'coordinates',
    });
  });

  it('takes the way round that lies in the region', () => {
    expect(read('43.8, 87.6')).toEqual({ at: [87.6, 43.8], reading: 'coordinates' });
    expect(read('87.6, 43.8')).toEqual({ at: [87.6, 43.8], reading: 'coordinates' });
  });

  it('says that it guessed where both ways could be', () => {
    expect(read('10, 20')).toEqual({ at: [20, 10], reading: 'guessed' });
    expect(read('10 N, 20 E')).toEqual({ at: [20, 10], reading: 'coordinates' });
    expect(read('10 E, 20 N')).toEqual({ at: [10, 20], reading: 'coordinates' });
    expect(read('-33.9, -70.6')).toEqual({ at: [-70.6, -33.9], reading: 'guessed' });
    expect(read('33.9 S, 70.6 W')).toEqual({ at: [-70.6, -33.9], reading: 'coordinates' });
  });

  it.each(['95, 95', '100, 200', '47.92 N, 106.92 N', '200 E, 40 N'])(
    'refuses "%s", and says why',
    (text) => {
      expect(read(text)).toEqual({ at: null, error: 'typed-place.no-coordinates', values: { text } });
    },
  );
});

describe('a name that is not drawn', () => {
  it('is one of something that is', async () => {
    const { aliases } = await readAtlas();
    expect(aliases.length).toBeGreaterThan(8);
    const ids = new Set(gazetteer.map(({ id }) => id));
    expect(aliases.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(['Outer Mongolia', '外蒙古', 'Внешняя Монголия', 'Mongolia'])(
    'is read as a territory: %s',
    (text) => {
      const [found] = findPlaces(gazetteer, text);
      expect(found?.place.id).toBe('mongolian-peoples-republic');
      expect(read(text)).toMatchObject({ at: found?.place.at });
    },
  );

  it('is read as the coast that Japan had leased: Kwantung', () => {
    expect(findPlaces(gazetteer, 'Kwantung')[0]?.place.id).toBe('luda-mainland');
  });
});

describe('a typed name', () => {
  it.each([
    ['Harbin', 126.65, 45.75],
    ['harbin', 126.65, 45.75],
    ['Harbin ', 126.65, 45.75],
    // Names of the day, of today, and in other languages.
    ['Mukden', 123.43, 41.8],
    ['Shenyang', 123.43, 41.8],
    ['瀋陽', 123.43, 41.8],
    ['沈阳', 123.43, 41.8],
    ['奉天', 123.43, 41.8],
    ['Мукден', 123.43, 41.8],
    ['Шэньян', 123.43, 41.8],
    ['Мүгдэн', 123.43, 41.8],
    ['Hsinking', 125.32, 43.88],
    ['Ulan Bator', 106.9, 47.9],
    ['Ulaanbaatar', 106.9, 47.9],
    ['Улан-Батор', 106.9, 47.9],
    ['Kalgan', 114.88, 40.81],
    ['Zhangjiakou', 114.88, 40.81],
    ['Port Arthur', 121.26, 38.81],
    ['Lüshun', 121.26, 38.81],
    ['Lushun', 121.26, 38.81],
    ['旅順', 121.26, 38.81],
    ['Ürümqi', 87.6, 43.8],
    ['urumqi', 87.6, 43.8],
    ['Bei’an', 126.5, 48.2],
    ["Bei'an", 126.5, 48.2],
    ['Pyongyang', 125.75, 39.02],
    // Other names of the time, and older ones.
    ['Urga', 106.9, 47.9],
    ['Урга', 106.9, 47.9],
    ['Ryojun', 121.26, 38.81],
    ['Lüshunkou', 121.26, 38.81],
    ['Dairen', 121.61, 38.91],
    ['Dalian', 121.61, 38.91],
    ['Dalny', 121.61, 38.91],
    ['Дальний', 121.61, 38.91],
    ['Hoten', 123.43, 41.8],
    ['Fengtien', 123.43, 41.8],
    ['新京', 125.32, 43.88],
    ['Changchun', 125.32, 43.88],
    ['Kweisui', 111.65, 40.81],
    ['Hohhot', 111.65, 40.81],
    ['Kweihwa', 111.65, 40.81],
    ['Urumchi', 87.6, 43.8],
    ['Tihwa', 87.6, 43.8],
    ['迪化', 87.6, 43.8],
    ['Hailar', 119.74, 49.2],
    ['Ulanhot', 122.07, 46.08],
    ['Wangyemiao', 122.07, 46.08],
    ['王爺廟', 122.07, 46.08],
    ['Jehol', 117.93, 40.97],
    ['Tsitsihar', 123.97, 47.34],
    ['Qiqihar', 123.97, 47.34],
    ['Kuldja', 81.33, 43.9],
    ['Ghulja', 81.33, 43.9],
    ['Newchwang', 122.22, 40.67],
    ['Peiping', 116.4, 39.9],
    ['Keijo', 126.98, 37.57],
  ])('reads "%s"', (text, lon, lat) => {
    const typed = read(text);
    expect(typed).toMatchObject({ reading: 'name' });
    expect(Math.hypot((typed.at?.[0] ?? 0) - lon, (typed.at?.[1] ?? 0) - lat)).toBeLessThan(0.25);
  });

  it.each([
    ["Mongolian People's Republic", 'mongolian-peoples-republic'],
    ['蒙古人民共和國', 'mongolian-peoples-republic'],
    ['Mongolia', 'mongolian-peoples-republic'],
    ['Inner Mongolia', 'im-1947'],
    ['Manchuria', 'three-eastern-provinces-area'],
    ['Xinjiang', 'sinkiang-province'],
    ['Three Districts', 'three-districts'],
  ])('reads "%s" as a territory', (text, id) => {
    expect(read(text)).toMatchObject({ reading: 'name', found: { place: { id, kind: 'territory' } } });
  });

  it('takes the beginning of a name for the name where it fits one alone, and asks for more where it fits several', () => {
    expect(read('Tsitsi')).toMatchObject({ reading: 'name', found: { name: 'Tsitsihar' } });
    expect(read('Ulan')).toMatchObject({ at: null, error: 'typed-place.several' });
  });

  it('says what to type where it can make nothing of a text', () => {
    expect(read('Atlantis')).toEqual({ at: null, error: 'typed-place.unread', values: { text: 'Atlantis' } });
    expect(read('   ')).toEqual({ at: null, error: 'typed-place.empty', values: {} });
    expect(read('47.92')).toMatchObject({ at: null, error: 'typed-place.unread' });
    expect(read('1, 2, 3')).toMatchObject({ at: null, error: 'typed-place.unread' });
  });
});

describe('the gazetteer', () => {
  it('has each place once, whatever files it is in', () => {
    for (const name of ['Harbin', 'Mukden', 'Manzhouli', 'Port Arthur']) {
      const whole = findPlaces(gazetteer, name).filter(({ name: found }) => found === name);
      expect(whole, name).toHaveLength(1);
    }
  });

  it('suggests whole names before beginnings, and beginnings before what only has the word', () => {
    const names = findPlaces(gazetteer, 'port').map(({ name }) => name);
    expect(names[0]).toMatch(/^Port/);
    expect(findPlaces(gazetteer, 'Dairen')[0]?.place.id).toBe('dairen');
    expect(findPlaces(gazetteer, '')).toEqual([]);
    expect(findPlaces(gazetteer, 'a', 3)).toHaveLength(3);
  });

  it('knows the nearest town', () => {
    expect(nearestTown(gazetteer, [126.63, 45.75], 50)).toMatchObject({ place: { id: 'harbin' } });
    // A station of the city is nearer.
    expect(nearestTown(gazetteer, [126.6, 45.7], 50)).toMatchObject({ place: { id: 'harbin' } });
    expect(nearestTown(gazetteer, [117.7, 49.35], 50)).toMatchObject({ place: { station: true } });
    expect(nearestTown(gazetteer, [103, 43], 20)).toBeNull();
  });

  it('has the territories even where no other file can be read', async () => {
    const atlas = await readAtlas();
    const { layers } = await loadLayers(atlas.manifest, readFromDisk);
    const broken = await loadGazetteer(atlas, layers, () => Promise.reject(new Error('gone')));
    expect(broken.map(({ kind }) => kind)).toEqual(broken.map(() => 'territory'));
    expect(findPlaces(broken, 'Sinkiang')).toHaveLength(1);
  });
});

describe('where a place lies', () => {
  it.each([
    [[126.65, 45.75], 'At Harbin'],
    [[125.5, 44.2], '38 km from Changchun'],
    // The Gobi, and the middle of the Sea of Japan: far from any town, and named all the same.
    [[101, 43.2], /^\d{3} km from /],
    [[134.5, 40], /^\d{3} km from /],
  ] as const)('is told of %s by the nearest town: %s', (at, words) => {
    expect(whereWords([...at], gazetteer, 'en')).toMatch(words);
  });

  it('is not told where no town is anywhere near', () => {
    expect(whereWords([-30, 10], gazetteer, 'en')).toBeNull();
  });
});
