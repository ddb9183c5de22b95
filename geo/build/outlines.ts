/** From pixels to polygons: the units of an allocation as outlines that share their arcs, smoothed. */
import { topology } from 'topojson-server';
import { feature } from 'topojson-client';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Allocation } from './allocation.ts';

/** Passes of a 1-2-1 mean along an arc: as many as it takes to lose the steps of the pixels, and no more. */
const SMOOTHING = 14;

export function outlines(
  { grid, labels }: Allocation,
  units: number,
): (Polygon | MultiPolygon | undefined)[] {
  const objects: Record<string, MultiPolygon> = {};
  for (let unit = 0; unit < units; unit++) {
    const coordinates = polygonsOf(labels, grid.width, grid.height, unit);
    if (coordinates.length > 0) objects[unit] = { type: 'MultiPolygon', coordinates };
  }
  const shared = topology(objects);
  shared.arcs = shared.arcs.map((arc) =>
    smoothed(arc as Position[]).map(([x = 0, y = 0]) => [
      grid.west + x * grid.step,
      grid.north - y * grid.step,
    ]),
  );
  return Array.from({ length: units }, (_, unit) => {
    const object = shared.objects[unit];
    return object && (feature(shared, object) as { geometry: MultiPolygon }).geometry;
  });
}

/** Ends stay where they are, so that arcs keep meeting; a closed arc is smoothed all round but for its first point. */
function smoothed(arc: Position[]): Position[] {
  let points = arc;
  for (let pass = 0; pass < SMOOTHING; pass++) {
    points = points.map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (!before || !after) return point;
      return [
        ((before[0] ?? 0) + 2 * (point[0] ?? 0) + (after[0] ?? 0)) / 4,
        ((before[1] ?? 0) + 2 * (point[1] ?? 0) + (after[1] ?? 0)) / 4,
      ];
    });
  }
  return points;
}

/** Rings along pixel edges, unit on the right in screen terms; holes given to the outer ring around them. */
function polygonsOf(labels: Int16Array, width: number, height: number, unit: number): Position[][][] {
  const is = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && labels[y * width + x] === unit;
  const columns = width + 1;
  /** Edges by start corner: direction 0 east, 1 south, 2 west, 3 north. */
  const edges = new Map<number, number[]>();
  const add = (x: number, y: number, direction: number): void => {
    const key = y * columns + x;
    const list = edges.get(key);
    if (list) list.push(direction);
    else edges.set(key, [direction]);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (labels[y * width + x] !== unit) continue;
      if (!is(x, y - 1)) add(x, y, 0);
      if (!is(x + 1, y)) add(x + 1, y, 1);
      if (!is(x, y + 1)) add(x + 1, y + 1, 2);
      if (!is(x - 1, y)) add(x, y + 1, 3);
    }
  }
  const outer: Position[][][] = [];
  const holes: Position[][] = [];
  for (const [start, directions] of edges) {
    while (directions.length > 0) {
      const ring: Position[] = [];
      let direction = directions.pop() ?? 0;
      let [x, y] = [start % columns, Math.floor(start / columns)];
      ring.push([x, y]);
      for (;;) {
        x += [1, 0, -1, 0][direction] ?? 0;
        y += [0, 1, 0, -1][direction] ?? 0;
        ring.push([x, y]);
        const key = y * columns + x;
        if (key === start) break;
        const next = edges.get(key) ?? [];
        // Of two ways on at a corner where two pixels touch, the right turn keeps the ring simple.
        const turn = [1, 0, 3]
          .map((by) => (direction + by) % 4)
          .find((candidate) => next.includes(candidate));
        if (turn === undefined) throw new Error('An outline does not close');
        next.splice(next.indexOf(turn), 1);
        direction = turn;
      }
      if (signedArea(ring) > 0) outer.push([ring]);
      else holes.push(ring);
    }
  }
  for (const hole of holes) {
    const home = outer.find(([ring]) => ring && contains(ring, hole[0] ?? []));
    if (home) home.push(hole);
  }
  return outer;
}

function signedArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum / 2;
}

/** Corner taken a little to the inside, so that it never lies on a pixel edge. */
function contains(ring: Position[], [px = 0, py = 0]: Position): boolean {
  const [x, y] = [px + 0.37, py + 0.41];
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
