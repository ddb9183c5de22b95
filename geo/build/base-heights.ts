/** Heights for the relief: the elevation tiles of marble-qt-data, decoded and sampled without steps. */
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianPackage, distilled, npmPackage } from './inputs.ts';

const TILE = 675;
const COLUMNS = 16;
/** Rows of tiles from the pole to the equator. */
const ROWS = 4;
const WIDTH = COLUMNS * TILE;
const HEIGHT = ROWS * TILE;
const PER_DEGREE = WIDTH / 360;

export interface Heights {
  /** Metres, roughly; smoothed by a cubic B-spline over sixteen pixels: no steps, no blocks of the JPEG. */
  at(lon: number, lat: number): number;
}

/**
 * What the grey of the tiles means in metres, read off at places of known height: the makers of the tiles gave the
 * lowlands more steps than the heights.
 */
const METRES_OF_GREY: readonly (readonly [grey: number, metres: number])[] = [
  [97, 0],
  [124, 140],
  [133, 220],
  [147, 450],
  [178, 1050],
  [197, 2200],
  [209, 3200],
  [231, 5000],
  [255, 7500],
];

interface Decoder {
  decode(jpeg: Buffer, options: { useTArray: boolean }): { data: Uint8Array };
}

export async function loadHeights(): Promise<Heights> {
  const file = distilled('marble-qt-data', 'heights-north.bin');
  if (!existsSync(file)) writeFileSync(file, await northernHalf());
  const grey = readFileSync(file);
  const metres = Float32Array.from({ length: 256 }, (_, value) => metresOf(value));
  return {
    at(lon, lat) {
      const x = (lon + 180) * PER_DEGREE - 0.5;
      const y = (90 - lat) * PER_DEGREE - 0.5;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const across = spline(x - left);
      const down = spline(y - top);
      let total = 0;
      for (const [j, weightY] of down.entries()) {
        const row = Math.min(HEIGHT - 1, Math.max(0, top + j - 1)) * WIDTH;
        for (const [i, weightX] of across.entries()) {
          total += weightX * weightY * (metres[grey[row + ((left + i - 1 + WIDTH) % WIDTH)] ?? 0] ?? 0);
        }
      }
      return total;
    },
  };
}

function metresOf(grey: number): number {
  const above = METRES_OF_GREY.findIndex(([step]) => step > grey);
  if (above === 0) return 0;
  const [low, high] = [METRES_OF_GREY.at(above - 1), METRES_OF_GREY.at(above)];
  if (!low || !high || above < 0) return METRES_OF_GREY.at(-1)?.[1] ?? 0;
  return low[1] + ((grey - low[0]) / (high[0] - low[0])) * (high[1] - low[1]);
}

function spline(t: number): [number, number, number, number] {
  const u = 1 - t;
  return [
    (u * u * u) / 6,
    (3 * t * t * t - 6 * t * t + 4) / 6,
    (3 * u * u * u - 6 * u * u + 4) / 6,
    (t * t * t) / 6,
  ];
}

async function northernHalf(): Promise<Uint8Array> {
  const folder = join(await debianPackage('marble-qt-data'), 'usr/share/marble/data/maps/earth/srtm/3');
  const decoder = createRequire(import.meta.url)(await npmPackage('jpeg-js')) as Decoder;
  const grey = new Uint8Array(WIDTH * HEIGHT);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const name = `${sixDigits(row)}/${sixDigits(row)}_${sixDigits(column)}.jpg`;
      const { data } = decoder.decode(readFileSync(join(folder, name)), { useTArray: true });
      for (let i = 0; i < TILE * TILE; i++) {
        const to = (row * TILE + Math.floor(i / TILE)) * WIDTH + column * TILE + (i % TILE);
        grey[to] = data[i * 4] ?? 0;
      }
    }
  }
  return grey;
}

function sixDigits(index: number): string {
  return String(index).padStart(6, '0');
}
