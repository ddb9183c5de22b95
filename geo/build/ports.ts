/**
 * The tip of the Liaodong peninsula, cut out of the cell of Dalian along the lines that the texts describe, as units
 * of their own: so the area of the base, the town and the rest fit together without gaps.
 */
import { difference, feature, featureCollection, intersect, polygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { Cell } from './cells.ts';

export const DALIAN = '2102';
/** Town and port of Dairen, left out of the base area. */
export const DAIREN = '2102-dairen';
export const BASE_MAINLAND = '2102-base';
export const BASE_ISLANDS = '2102-islands';
/** Between the line of the base area and the line of the old lease, a little to the north. */
export const LEASE_STRIP = '2102-strip';
export const DALIAN_NORTH = '2102-north';

/** The land line runs due west-east through Shihe station. */
const BASE_LINE = 39.34;
/** The line of the lease of 1898, from the bay of Pulandian to Pikou, produced a little out to sea at both ends. */
const LEASE_LINE: Position[] = [
  [121.2, 39.365],
  [121.75, 39.4],
  [122.36, 39.42],
  [122.7, 39.431],
];
const TOWN = { west: 121.55, south: 38.84, east: 121.75, north: 38.965 } as const;
const [WEST, SOUTH, EAST] = [120.5, 38.5, 122.75];
/** The Changshan islands south of the line drawn out to sea; those further north are left to the rest of Dalian. */
const ISLANDS_SOUTH_OF = 39.33;

type Shape = Feature<Polygon | MultiPolygon>;

export function dividedDalian(cell: Cell): Cell[] {
  const polygons = cell.geometry.type === 'Polygon' ? [cell.geometry.coordinates] : cell.geometry.coordinates;
  const [main = [], ...islands] = [...polygons].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  const mainland: Shape = feature({ type: 'Polygon', coordinates: main });
  const south = box(WEST, SOUTH, EAST, BASE_LINE);
  const town = both(mainland, box(TOWN.west, TOWN.south, TOWN.east, TOWN.north));
  const leased = polygon([
    [[WEST, SOUTH], [EAST, SOUTH], ...LEASE_LINE.toReversed(), [121.2, 38.5], [WEST, SOUTH]],
  ]);
  const inBase = islands.filter(([ring]) => ring?.every(([, y = 0]) => y < ISLANDS_SOUTH_OF));
  const outside = islands.filter((island) => !inBase.includes(island));
  const parts: readonly (readonly [string, string, Shape])[] = [
    [DAIREN, 'Town and port of Dairen', town],
    [BASE_MAINLAND, 'Base area, mainland', less(both(mainland, south), town)],
    [BASE_ISLANDS, 'Base area, islands', feature({ type: 'MultiPolygon', coordinates: inBase })],
    [LEASE_STRIP, 'North of the base area, south of the old lease line', less(both(mainland, leased), south)],
    [DALIAN_NORTH, 'Dalian north of the lease line', withParts(less(less(mainland, leased), south), outside)],
  ];
  return parts.map(([unit, name, { geometry }]) => ({ ...cell, unit, name, geometry }));
}

function box(west: number, south: number, east: number, north: number): Feature<Polygon> {
  return polygon([[[west, south], [east, south], [east, north], [west, north], [west, south]]]); // prettier-ignore
}

function both(a: Shape, b: Shape): Shape {
  const shape = intersect(featureCollection([a, b]));
  if (!shape) throw new Error('Two parts of Dalian that should overlap do not');
  return shape;
}

function less(a: Shape, b: Shape): Shape {
  const shape = difference(featureCollection([a, b]));
  if (!shape) throw new Error('A part of Dalian has nothing left');
  return shape;
}

function withParts({ geometry }: Shape, parts: Position[][][]): Shape {
  const own = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return feature({ type: 'MultiPolygon', coordinates: [...own, ...parts] });
}
