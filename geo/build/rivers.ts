/** Rivers that are known to be borders between units, as walls for the growth of cells. */
import { join } from 'node:path';
import type { Position } from 'geojson';
import { readShapes } from './base-shapefile.ts';
import { readFacts } from './csv.ts';
import { debianPackage } from './inputs.ts';

const RIVERS = 'usr/share/magics/10m/ne_10m_rivers_lake_centerlines';

/** Courses, in Natural Earth 10m, of the rivers that the facts name for a province. */
export async function borderRivers(province: string): Promise<Position[][]> {
  const rows = readFacts('border-rivers.csv').filter((row) => row['province'] === province);
  if (rows.length === 0) return [];
  const names = new Set(rows.map((row) => row['natural_earth_name']));
  const shapes = readShapes(join(await debianPackage('libmagics++-data'), RIVERS));
  return shapes.filter(({ fields }) => names.has(fields['name']?.trim())).flatMap(({ parts }) => parts);
}

/** Thickness of a drawn river, so that no step of the growth leaps over it. */
export const RIVER_PIXELS = 3;

interface Frame {
  readonly west: number;
  readonly north: number;
  readonly step: number;
  readonly width: number;
  readonly height: number;
}

export function drawn(lines: readonly Position[][], { west, north, step, width, height }: Frame): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [ax = 0, ay = 0] = line[i - 1] ?? [];
      const [bx = 0, by = 0] = line[i] ?? [];
      const steps = Math.ceil((Math.hypot(bx - ax, by - ay) / step) * 2) + 1;
      for (let k = 0; k <= steps; k++) {
        const x = Math.floor((ax + ((bx - ax) * k) / steps - west) / step);
        const y = Math.floor((north - (ay + ((by - ay) * k) / steps)) / step);
        for (const [dx, dy] of [
          [0, 0],
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const) {
          const [px, py] = [x + dx, y + dy];
          if (px >= 0 && py >= 0 && px < width && py < height) pixels[py * width + px] = 1;
        }
      }
    }
  }
  return pixels;
}
