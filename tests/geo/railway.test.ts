import { describe, expect, it } from 'vitest';
import { featuresOf, kilometresToLine, linesOf, xy } from './files.ts';

const LINES: Readonly<Record<string, readonly string[]>> = {
  W: ['ccr-west'],
  E: ['ccr-east'],
  S: ['ccr-south-harbin-changchun', 'ccr-south-changchun-dalian'],
  L: ['ccr-lushun'],
};

const RAILWAY = 'chinese-eastern-railway';

describe('the railway', () => {
  it('passes every station within the precision it states, at most 8 km', () => {
    const stations = featuresOf('stations');
    expect(stations.length).toBeGreaterThan(65);
    for (const { id, geometry, properties } of stations) {
      if (geometry?.type !== 'Point') throw new Error(`${id} is no point`);
      const ids = LINES[String(properties['line'])] ?? [];
      const stated = ids.map(
        (line) => featuresOf(RAILWAY).find((feature) => feature.id === line)?.properties,
      );
      const precision = Math.min(8, ...stated.map((properties) => Number(properties?.['precision_km'])));
      const lines = ids.flatMap((line) => linesOf(RAILWAY, line));
      expect(kilometresToLine(geometry.coordinates, lines), String(id)).toBeLessThanOrEqual(precision);
    }
  });

  it('has the 35 main stations, each named in English, Chinese and Russian', () => {
    const main = featuresOf('stations').filter(({ properties }) => properties['main'] === true);
    // Harbin stands in the list twice, once for each line, and is one feature.
    expect(main.length).toBe(34);
    for (const { id, properties } of main) {
      const names = Object.keys(properties['name'] as Record<string, string>);
      expect(names.toSorted(), String(id)).toEqual(['en', 'ru', 'zh-Hans', 'zh-Hant']);
    }
  });

  it('is in one piece: lines meet at Harbin, Changchun and Zhoushuizi in the same point', () => {
    const ends = (id: string): [unknown, unknown] => {
      const [line = []] = linesOf(RAILWAY, id);
      return [line[0], line.at(-1)];
    };
    const [, harbinFromWest] = ends('ccr-west');
    expect(ends('ccr-east')[0]).toEqual(harbinFromWest);
    const [harbin, changchun] = ends('ccr-south-harbin-changchun');
    expect(harbin).toEqual(harbinFromWest);
    expect(ends('ccr-south-changchun-dalian')[0]).toEqual(changchun);
    const [junction] = ends('ccr-lushun');
    expect(linesOf(RAILWAY, 'ccr-south-changchun-dalian')[0]).toContainEqual(junction);
  });

  it('ends where the agreement says', () => {
    const near = (id: string, last: boolean, lon: number, lat: number): void => {
      const [line = []] = linesOf(RAILWAY, id);
      const [x, y] = xy(last ? line.at(-1) : line[0]);
      expect(Math.hypot(x - lon, y - lat), id).toBeLessThan(0.1);
    };
    near('ccr-west', false, 117.43, 49.59);
    near('ccr-east', true, 131.15, 44.4);
    near('ccr-south-changchun-dalian', true, 121.63, 38.92);
    near('ccr-lushun', true, 121.24, 38.81);
  });
});
