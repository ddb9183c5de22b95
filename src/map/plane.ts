import type { Geometry, Position } from 'geojson';
import { ALBERS_SQUARE, forward, inverse } from './albers';

export type Projection = 'conic' | 'mercator';

/**
 * Where the map puts things before it knows of zoom and screen: the square that MapLibre calls the world, 0 to 1 to the
 * right and downwards. The boxes of the camera, the places of labels and the hatching are worked out in it, because a
 * box of parallels and meridians is no box in a conic.
 */
export interface Plane {
  toWorld(at: Position): [x: number, y: number];
  toLonLat(world: readonly [number, number]): [lon: number, lat: number];
}

const CONIC: Plane = {
  toWorld(at) {
    const [x, y] = forward(at);
    const { origin, extentAtZoom0 } = ALBERS_SQUARE;
    return [(x - origin[0]) / extentAtZoom0, (origin[1] - y) / extentAtZoom0];
  },
  toLonLat([x, y]) {
    const { origin, extentAtZoom0 } = ALBERS_SQUARE;
    return inverse([origin[0] + x * extentAtZoom0, origin[1] - y * extentAtZoom0]) ?? [112, 45];
  },
};

const MERCATOR: Plane = {
  toWorld([lon = 0, lat = 0]) {
    const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
    return [(lon + 180) / 360, 0.5 - y / (2 * Math.PI)];
  },
  toLonLat([x, y]) {
    return [x * 360 - 180, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
  },
};

export const PLANES: Readonly<Record<Projection, Plane>> = { conic: CONIC, mercator: MERCATOR };

/** A box in the plane. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box around points of the plane; null for none. */
export function boxAround(points: Iterable<readonly [number, number]>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const at of points) {
    left = Math.min(left, at[0]);
    right = Math.max(right, at[0]);
    top = Math.min(top, at[1]);
    bottom = Math.max(bottom, at[1]);
  }
  return left <= right ? { left, top, right, bottom } : null;
}

/** Every position of a geometry. */
export function* positionsOf(geometry: Geometry | null): Generator<Position> {
  if (!geometry) return;
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) yield* positionsOf(part);
    return;
  }
  yield* flat(geometry.coordinates);
}

type Nested = Position | Position[] | Position[][] | Position[][][];

function* flat(nested: Nested): Generator<Position> {
  if (typeof nested[0] === 'number') yield nested as Position;
  else for (const part of nested as Nested[]) yield* flat(part);
}

/** The rings of each polygon of a geometry, in the plane; none for lines and points. */
export function polygonsIn(plane: Plane, geometry: Geometry | null): [number, number][][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates.map((ring) => ring.map(plane.toWorld))];
  if (geometry?.type !== 'MultiPolygon') return [];
  return geometry.coordinates.map((rings) => rings.map((ring) => ring.map(plane.toWorld)));
}

/** The rings of the polygons of a geometry, degrees; none for lines and points. */
export function ringsOf(geometry: Geometry): readonly Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/**
 * Whether a point lies within rings, closed or not, in the plane or in degrees: in an odd number of them, so that holes and
 * parts come right.
 */
export function isInside(
  [x = NaN, y = NaN]: readonly number[],
  rings: readonly (readonly (readonly number[])[])[],
): boolean {
  let odd = false;
  for (const ring of rings) {
    let before = ring.at(-1) as readonly [number, number];
    for (const at of ring as readonly (readonly [number, number])[]) {
      // Most stretches are not at its height, and are told so without being taken apart.
      if (at[1] > y !== before[1] > y) {
        const [[ax, ay], [bx, by]] = [at, before];
        if (x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
      }
      before = at;
    }
  }
  return odd;
}

/** Whether an area holds a position, both in degrees. */
export function holds(geometry: Geometry, at: Position): boolean {
  return isInside(at, ringsOf(geometry));
}
