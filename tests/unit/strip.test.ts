import { beforeAll, describe, expect, it } from 'vitest';
import { territoriesAt, type LonLat, type Shapes } from '../../src/atlas/applied';
import type { Atlas } from '../../src/atlas/atlas';
import { loadLayers } from '../../src/atlas/load';
import { seriesOf } from '../../src/elements/record-groups';
import { rowsOf, type Row } from '../../src/elements/treaty-place/strip';
import { isoOf } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

let atlas: Atlas;
let shapes: Shapes;

beforeAll(async () => {
  atlas = await readAtlas();
  ({ layers: shapes } = await loadLayers(atlas.manifest, readFromDisk));
});

function rowsAt(at: LonLat, viewpoint: 'all' | 'mpr' = 'all'): Row[] {
  return rowsOf(seriesOf(atlas, new Set(territoriesAt(atlas, shapes, at)?.keys())), atlas.range, viewpoint);
}

/** The bands of a row as text: texture, then each piece with its days and whether it is sure. */
function told(row: Row | undefined): string[] {
  return (row?.bands ?? []).map(({ sign, pieces }) =>
    [
      sign.texture,
      ...pieces.map(
        ({ from, until, strength }) => `${isoOf(from)}/${isoOf(until)}${strength < 1 ? '~' : ''}`,
      ),
    ].join(' '),
  );
}

describe('the strip of a place', () => {
  it('has a band for each phase in the range, end to end on the day of a hand-over', () => {
    const [row, ...others] = rowsAt([106.92, 47.92]);
    expect(others).toEqual([]);
    expect(told(row).slice(0, 4)).toEqual([
      'zigzag 1945-01-01/1945-08-14',
      'hatch 1945-08-14/1946-01-05',
      'tint 1946-01-05/1946-02-14',
      'tint 1946-02-14/1949-10-16',
    ]);
    expect(told(row).at(-1)).toMatch(/1954-01-01$/);
  });

  it('is partial between the earliest and the latest day of an uncertain bound, and whole around it', () => {
    const mengjiang = rowsAt([114.88, 40.82]).find(({ key }) => key === 'mengjiang');
    expect(told(mengjiang)).toEqual(['hatch 1945-01-01/1945-08-20 1945-08-20/1945-08-24~']);
  });

  it('never has two bands of a row surely on one day, and never leaves the range', () => {
    const { first, last } = atlas.range;
    for (const at of [
      [106.92, 47.92],
      [126.63, 45.76],
      [121.63, 38.92],
      [121.24, 38.81],
      [114.88, 40.82],
      [119.75, 49.23],
      [123.43, 41.8],
      [87.62, 43.82],
      [116.49, 42.19],
      [105.7, 38.85],
    ] as const) {
      for (const { key, bands } of rowsAt(at)) {
        const pieces = bands.flatMap((band) => band.pieces).toSorted((a, b) => a.from - b.from);
        expect(pieces.at(0)?.from, key).toBeGreaterThanOrEqual(first);
        expect(pieces.at(-1)?.until, key).toBeLessThanOrEqual(last + 1);
        pieces.slice(1).forEach((piece, index) => {
          const before = pieces[index];
          // Two that hand over in an uncertain stretch may each hold in it.
          const apart = before !== undefined && before.until <= piece.from;
          expect(apart || (before?.strength ?? 1) * piece.strength < 0.5, `${key} ${isoOf(piece.from)}`).toBe(
            true,
          );
        });
        for (const { pieces: own } of bands) {
          own.slice(1).forEach((piece, index) => expect(piece.from).toBe(own[index]?.until));
        }
      }
    }
  });

  it('gives phases that run side by side a row for each of their places', () => {
    const rows = rowsAt([123.43, 41.8]).filter(({ key }) => key.startsWith('soviet-withdrawal-cities'));
    expect(rows.map(({ key }) => key)).toEqual(['soviet-withdrawal-cities city-mukden']);
  });

  it('has none where nothing ever applied', () => {
    expect(rowsAt([139.75, 35.68])).toEqual([]);
    expect(rowsAt([122, 36])).toEqual([]);
  });

  it('has the signs of the party whose eyes are asked for', () => {
    expect(rowsAt([106.92, 47.92], 'mpr')[0]?.bands[0]?.sign.texture).not.toBe('zigzag');
  });
});
