import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { loadLayers, type LoadedLayers } from '../../src/atlas/load';
import { answeringAt, nextChoice } from '../../src/elements/treaty-map/choose';
import { parseDay, type Day } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

let atlas: Atlas;
let shapes: LoadedLayers['layers'];
beforeAll(async () => {
  atlas = await readAtlas();
  ({ layers: shapes } = await loadLayers(atlas.manifest, readFromDisk));
});

const answering = (day: string, at: [number, number], layers = [...shapes.keys()]): string[] =>
  answeringAt(at, 5, atlas.at(parseDay(day) as Day), shapes, new Set(layers));

describe('what answers a click', () => {
  it('is what is in force, a point or a line before an area, a small area before a large one', () => {
    expect(answering('1945-10-01', [126.63, 45.75])[0]).toBe('city-harbin');
    expect(answering('1946-06-01', [126.63, 45.75])).not.toContain('city-harbin');
    expect(answering('1947-05-01', [121.98, 39.2])).toEqual([
      'branch-jinzhou-chengzitan',
      'port-arthur-base-area',
      'luda-mainland',
      'three-eastern-provinces-area',
    ]);
  });

  it('is not what has ended, nor a layer that is off', () => {
    expect(answering('1952-11-14', [114.88, 40.81])).toContain('chahar-south');
    expect(answering('1952-11-15', [114.88, 40.81])).not.toContain('chahar-south');
    expect(answering('1946-01-05', [106.9, 47.9], ['manchuria', 'ports'])).toEqual([]);
  });

  it('is nothing out at sea', () => {
    expect(answering('1945-08-14', [134, 40])).toEqual([]);
  });
});

describe('a further click', () => {
  const here = { at: [121.98, 39.2], withinKm: 5 } as const;
  const near = { at: [121.99, 39.21], withinKm: 5 } as const;
  const away = { at: [121.35, 38.93], withinKm: 5 } as const;
  const all = ['base', 'county', 'provinces'];

  it('at the same place takes the next that answers there, and after the last the first', () => {
    expect(nextChoice(all, null, here, null)).toBe('base');
    expect(nextChoice(all, 'base', near, here)).toBe('county');
    expect(nextChoice(all, 'provinces', near, here)).toBe('base');
  });

  it('at another place takes the first, whatever is chosen', () => {
    expect(nextChoice(all, 'base', away, here)).toBe('base');
    expect(nextChoice([], 'base', away, here)).toBeNull();
  });
});
