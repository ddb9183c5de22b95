import { polygon, kinks } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { loadAtlas, loadLayers, type ReadFile } from '../../src/atlas/load';
import type { Manifest } from '../../src/atlas/schema';
import { parseDay, type Day } from '../../src/time/day';
import { generateAtlas } from '../bench/generate';
import { median, percentile } from '../bench/table';
import { readFromDisk } from './read-atlas';

const SOURCE = 'a-source';
const COUNT = 400;

async function generated(seed: number): Promise<ReturnType<typeof generateAtlas>> {
  return generateAtlas(COUNT, seed, (await readFromDisk('atlas.json')) as Manifest, SOURCE);
}

describe('the generator of the bench', () => {
  it('makes the same atlas for the same seed, and another for another', async () => {
    const [one, same, other] = [await generated(1), await generated(1), await generated(2)];
    expect(same).toEqual(one);
    expect(other.shapes).not.toEqual(one.shapes);
  });

  it('makes an atlas that loads without a problem, with so many polygons, a fifth of them in force', async () => {
    const { manifest, provisions, shapes } = await generated(1945);
    const files: Readonly<Record<string, unknown>> = {
      [manifest.record.provisions]: provisions,
      [manifest.record.sources]: [
        { id: SOURCE, type: 'book', title: 'A source', custom: { read: 'no', tier: 'weak' } },
      ],
      [manifest.record.base]: { items: [], places: [] },
      'atlas.json': manifest,
      ...Object.fromEntries(shapes),
    };
    const read: ReadFile = (file) => Promise.resolve(files[file] ?? []);
    const { atlas, problems } = await loadAtlas(read, 'atlas.json');
    expect(problems).toEqual([]);
    const loaded = await loadLayers(manifest, read);
    expect(loaded.problems).toEqual([]);
    const features = [...loaded.layers.values()].flatMap((layer) => layer.features);
    expect(new Set(features.map(({ id }) => id)).size).toBe(COUNT);
    for (const { geometry } of features) {
      const { coordinates } = geometry as Polygon;
      expect(kinks(polygon(coordinates)).features).toEqual([]);
    }
    for (const day of ['1945-06-01', '1948-06-01', '1950-06-01']) {
      const share = (atlas?.at(parseDay(day) as Day).records.length ?? 0) / COUNT;
      expect(share, day).toBeGreaterThan(0.12);
      expect(share, day).toBeLessThan(0.3);
    }
  });
});

describe('the statistics of the bench', () => {
  it('takes the middle, and the value that a share does not exceed', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  });
});
