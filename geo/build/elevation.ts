/**
 * Relief for the cells: the elevation tiles of Debian's marble-qt-data as one grid of the part of Asia that is needed.
 * The tiles are grey JPEG pictures of two arc-minutes; one grey step is some 35 m, enough to tell a ridge from a plain.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { debianPackage, distilled, npmPackage } from './inputs.ts';

const TILE = 675;
const COLUMNS = 16;
const PER_DEGREE = (COLUMNS * TILE) / 360;

/** West, south, east, north of the grid kept. */
const EXTENT = { west: 70, south: 30, east: 138, north: 57 } as const;

export interface Elevation {
  /** Grey value 0 to 255 at a place, between pixels by weight of the four around it. */
  at(lon: number, lat: number): number;
}

export async function loadElevation(): Promise<Elevation> {
  const width = (EXTENT.east - EXTENT.west) * PER_DEGREE;
  const height = (EXTENT.north - EXTENT.south) * PER_DEGREE;
  const file = distilled('marble-qt-data', 'elevation.bin');
  if (!existsSync(file)) writeFileSync(file, await mosaic(width, height));
  const grey = readFileSync(file);
  const pixel = (x: number, y: number): number =>
    grey[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0;
  return {
    at(lon, lat) {
      const x = (lon - EXTENT.west) * PER_DEGREE - 0.5;
      const y = (EXTENT.north - lat) * PER_DEGREE - 0.5;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [fx, fy] = [x - left, y - top];
      const upper = pixel(left, top) * (1 - fx) + pixel(left + 1, top) * fx;
      const lower = pixel(left, top + 1) * (1 - fx) + pixel(left + 1, top + 1) * fx;
      return upper * (1 - fy) + lower * fy;
    },
  };
}

interface Decoder {
  decode(jpeg: Buffer, options: { useTArray: boolean }): { data: Uint8Array };
}

async function mosaic(width: number, height: number): Promise<Uint8Array> {
  const folder = join(await debianPackage('marble-qt-data'), 'usr/share/marble/data/maps/earth/srtm/3');
  const decoder = createRequire(import.meta.url)(await npmPackage('jpeg-js')) as Decoder;
  const grey = new Uint8Array(width * height);
  const x0 = (EXTENT.west + 180) * PER_DEGREE;
  const y0 = (90 - EXTENT.north) * PER_DEGREE;
  for (let row = Math.floor(y0 / TILE); row * TILE < y0 + height; row++) {
    for (let column = Math.floor(x0 / TILE); column * TILE < x0 + width; column++) {
      const name = `${sixDigits(row)}/${sixDigits(row)}_${sixDigits(column)}.jpg`;
      const { data } = decoder.decode(readFileSync(join(folder, name)), { useTArray: true });
      for (let y = 0; y < TILE; y++) {
        const toY = row * TILE + y - y0;
        if (toY < 0 || toY >= height) continue;
        for (let x = 0; x < TILE; x++) {
          const toX = column * TILE + x - x0;
          if (toX >= 0 && toX < width) grey[toY * width + toX] = data[(y * TILE + x) * 4] ?? 0;
        }
      }
    }
  }
  return grey;
}

function sixDigits(index: number): string {
  return String(index).padStart(6, '0');
}
