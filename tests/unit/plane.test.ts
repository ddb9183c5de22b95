import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAtlas, loadLayers } from '../../src/atlas/load';
import { holds } from '../../src/map/plane';
import { readFromDisk } from './read-atlas';

describe('whether an area holds a position', () => {
  let areas: (Polygon | MultiPolygon)[];
  beforeAll(async () => {
    const { atlas, read } = await loadAtlas(readFromDisk);
    const { layers } = atlas ? await loadLayers(atlas.manifest, read) : { layers: new Map() };
    areas = [...layers.values()].flatMap(({ features }) =>
      features.flatMap(({ geometry }: { geometry: Polygon | MultiPolygon | null }) =>
        geometry?.type.endsWith('Polygon') ? [geometry] : [],
      ),
    );
  });

  it('is as turf has it, hole and island included', () => {
    const holed: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 9],
          [0, 0],
        ],
        [
          [3, 3],
          [3, 6],
          [6, 6],
          [6, 3],
          [3, 3],
        ],
      ],
    };
    expect(holds(holed, [1, 1])).toBe(true);
    expect(holds(holed, [4, 4])).toBe(false);
    expect(holds(holed, [10, 4])).toBe(false);
    expect(areas.length).toBeGreaterThan(20);
    let held = 0;
    for (const area of areas) {
      for (let lon = 75.03; lon < 140; lon += 2.9) {
        for (let lat = 35.02; lat < 55; lat += 1.7) {
          const expected = booleanPointInPolygon([lon, lat], area);
          held += Number(expected);
          expect(holds(area, [lon, lat])).toBe(expected);
        }
      }
    }
    expect(held).toBeGreaterThan(100);
  });
});
