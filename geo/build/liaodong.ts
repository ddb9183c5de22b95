/**
 * The coast of Liaodong, which is looked at from near: that of GSHHG in place of Natural Earth's, in the province and in
 * the country alike, before anything is cut out of them. `facts/liaodong-coast.geojson` has it, from the bay of Fuzhou in
 * the west round the tip to Gushan in the east, and the islands of 2 km2 and more.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, LineString, Polygon, Position } from 'geojson';
import type { Polygons, Ring } from './base-clip.ts';

const FILE = join(import.meta.dirname, 'facts/liaodong-coast.geojson');

/** Holds the stretch of coast and all its islands, and nothing of another coast. */
const BOX = { west: 120.7, south: 38.55, east: 123.4, north: 39.9 } as const;
/** How far the two coasts may lie apart where one takes over from the other, degrees. */
const GAP = 0.05;

const { features } = JSON.parse(readFileSync(FILE, 'utf8')) as FeatureCollection<LineString | Polygon>;
const mainland: Position[] = features.flatMap(({ geometry }) =>
  geometry.type === 'LineString' ? geometry.coordinates : [],
);
const islands: Polygons = features.flatMap(({ geometry }) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : [],
);
const positions = new Set([...mainland, ...islands.flat(2)].map(String));

/** Whether a position is one of the finer coast, which no grid may move. */
export function isOnFineCoast(position: Position): boolean {
  return positions.has(String(position));
}

/** A land of Natural Earth 10m that has this coast, with the finer one; the islands there are exchanged too. */
export function withFineCoast(polygons: Polygons): Polygons {
  const others = polygons.filter(([outer = []]) => !outer.every(inBox));
  return [...others.map(([outer = [], ...holes]) => [spliced(outer), ...holes]), ...islands];
}

/** The ring with its coast between the ends of the finer one exchanged; the ring itself where it does not come there. */
function spliced(ring: Ring): Ring {
  const open = ring.slice(0, -1);
  const [from, to] = [mainland[0], mainland.at(-1)].map((end = []) => nearest(open, end));
  if (from === undefined || to === undefined || from === to) return ring;
  const forth = walk(open, from, to);
  // The coast is the way that does not leave the box.
  const [rest, coast] = forth.every(inBox)
    ? [walk(open, to, from), mainland]
    : [forth, mainland.toReversed()];
  const joined = [...rest.slice(1, -1), ...coast];
  return [...joined, joined[0] ?? []];
}

function walk(open: Ring, from: number, to: number): Ring {
  return from <= to ? open.slice(from, to + 1) : [...open.slice(from), ...open.slice(0, to + 1)];
}

function nearest(open: Ring, [lon = 0, lat = 0]: Position): number | undefined {
  const away = open.map(([x = 0, y = 0]) => Math.hypot(x - lon, y - lat));
  const best = away.indexOf(Math.min(...away));
  return (away[best] ?? Infinity) < GAP ? best : undefined;
}

function inBox([lon = 0, lat = 0]: Position): boolean {
  return lon > BOX.west && lon < BOX.east && lat > BOX.south && lat < BOX.north;
}
