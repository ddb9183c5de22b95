/**
 * The frame of the base map: its window, its conic projection, and how its files are written.
 *
 * Everything is cut at one window of meridians and parallels, and the neat line of the graticule is that same window:
 * where the drawing ends, the frame of the plate runs, so no cut edge ever stands naked in the picture.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Geometry, Position } from 'geojson';
import { PROJECT_FOLDER } from './inputs.ts';

export const BASE_FOLDER = join(PROJECT_FOLDER, 'geo/treaty-1945/base');

/** West, south, east, north: from Moscow to Kamchatka, from the Gulf of Siam to the Arctic coast. */
export const WINDOW = { west: 20, south: 8, east: 170, north: 75 } as const;

/** Radius of the sphere with the Earth's surface, so that areas in the plane are areas on the ground. */
const RADIUS_KM = 6371.007;
const RADIANS = Math.PI / 180;
const PARALLELS = [37, 53] as const;
const CENTRE = { lon: 112, lat: 45 } as const;

const CONE = (Math.sin(PARALLELS[0] * RADIANS) + Math.sin(PARALLELS[1] * RADIANS)) / 2;
const CONSTANT = Math.cos(PARALLELS[0] * RADIANS) ** 2 + 2 * CONE * Math.sin(PARALLELS[0] * RADIANS);
const RHO_CENTRE = rho(CENTRE.lat);

function rho(lat: number): number {
  return (RADIUS_KM * Math.sqrt(CONSTANT - 2 * CONE * Math.sin(lat * RADIANS))) / CONE;
}

/** Longitude and latitude to kilometres in the Albers conic of the map. */
export function toConic(lon: number, lat: number): [x: number, y: number] {
  const r = rho(lat);
  const theta = CONE * (lon - CENTRE.lon) * RADIANS;
  return [r * Math.sin(theta), RHO_CENTRE - r * Math.cos(theta)];
}

/** Kilometres in the Albers conic back to longitude and latitude. */
export function fromConic(x: number, y: number): [lon: number, lat: number] {
  const dy = RHO_CENTRE - y;
  const r = Math.hypot(x, dy);
  const sine = (CONSTANT - ((r * CONE) / RADIUS_KM) ** 2) / (2 * CONE);
  return [
    CENTRE.lon + Math.atan2(x, dy) / CONE / RADIANS,
    Math.asin(Math.max(-1, Math.min(1, sine))) / RADIANS,
  ];
}

/** Signed area of a ring in square kilometres, on the ground; positive when it runs counter-clockwise. */
export function ringArea(ring: readonly Position[]): number {
  let twice = 0;
  let [px, py] = toConic(...lonLat(ring[ring.length - 1] ?? [0, 0]));
  for (const position of ring) {
    const [x, y] = toConic(...lonLat(position));
    twice += px * y - x * py;
    [px, py] = [x, y];
  }
  return twice / 2;
}

export function lonLat(position: Position): [lon: number, lat: number] {
  return [position[0] ?? 0, position[1] ?? 0];
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function inBox([lon = 0, lat = 0]: Position, { west, south, east, north }: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The corner of the map where three decimals are too few: Dairen, Port Arthur and the islands off them. */
const LIAODONG: Box = { west: 120.6, south: 38.3, east: 123.6, north: 40 };

export function rounded(position: Position): Position {
  const decimals = inBox(position, LIAODONG) ? 4 : 3;
  const [lon, lat] = lonLat(position);
  return [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))];
}

/** A line of rounded positions without repeats; empty when fewer than two are left. */
export function roundedLine(line: readonly Position[]): Position[] {
  const out: Position[] = [];
  for (const position of line) {
    const next = rounded(position);
    const last = out[out.length - 1];
    if (!last || last[0] !== next[0] || last[1] !== next[1]) out.push(next);
  }
  return out.length > 1 ? out : [];
}

/** Writes one feature a line, so that a change in one shape is one changed line in a diff. */
export function writeFeatures(fileName: string, features: readonly Feature<Geometry>[]): void {
  mkdirSync(BASE_FOLDER, { recursive: true });
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(join(BASE_FOLDER, fileName), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}
