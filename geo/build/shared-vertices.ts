/** Gives every ring the vertices that its neighbours have on its edges, so that a topology finds the shared arcs. */
import type { Position } from 'geojson';

type Rings = Position[][][];

/** Edges are looked up by square of this many degrees. */
const SQUARE = 0.05;

/**
 * `near` is the distance in degrees within which a vertex counts as lying on an edge, a little more than the rounding
 * moved it. Only polygons that `takesPart` accepts give and get vertices.
 */
export function withSharedVertices(
  polygons: readonly Rings[],
  near: number,
  takesPart: (index: number) => boolean,
): Rings[] {
  const vertices = new Map<string, Position[]>();
  const seen = new Set<string>();
  for (const [index, rings] of polygons.entries()) {
    if (!takesPart(index)) continue;
    for (const point of rings.flat(2)) {
      const [x = 0, y = 0] = point;
      const id = `${x},${y}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const key = square(x, y);
      const list = vertices.get(key);
      if (list) list.push(point);
      else vertices.set(key, [point]);
    }
  }
  // A vertex put into an edge moves it by up to the tolerance, which may bring another one near: hence twice.
  let result = polygons.map((rings) => rings);
  for (let pass = 0; pass < 2; pass++) {
    result = result.map((rings) =>
      rings.map((polygon) => polygon.map((ring) => withVerticesOf(ring, vertices, near * 1.5))),
    );
  }
  return result.map((rings) =>
    rings
      .map((polygon) => polygon.map(withoutSpikes).filter((ring) => ring.length > 3))
      .filter(({ length }) => length > 0),
  );
}

/** Clipping leaves needles of no width; with shared vertices they become a way there and back, and go. */
function withoutSpikes(ring: Position[]): Position[] {
  let open = ring.slice(0, -1);
  for (let before = -1; before !== open.length;) {
    before = open.length;
    const kept: Position[] = [];
    for (const point of open) {
      if (same(point, kept.at(-1))) continue;
      if (same(point, kept.at(-2))) kept.pop();
      else kept.push(point);
    }
    while (kept.length > 2 && (same(kept[0], kept.at(-1)) || same(kept[0], kept.at(-2)))) kept.pop();
    while (kept.length > 2 && same(kept[1], kept.at(-1))) kept.shift();
    open = kept;
  }
  const [first] = open;
  return first && open.length > 2 ? [...open, first] : [];
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function withVerticesOf(
  ring: Position[],
  vertices: ReadonlyMap<string, Position[]>,
  near: number,
): Position[] {
  const result: Position[] = [];
  for (const [i, start] of ring.entries()) {
    result.push(start);
    const end = ring[i + 1];
    if (!end) continue;
    const found = onEdge(start, end, vertices, near);
    result.push(...found);
  }
  return result;
}

function onEdge(
  a: Position,
  b: Position,
  vertices: ReadonlyMap<string, Position[]>,
  near: number,
): Position[] {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const length = Math.hypot(bx - ax, by - ay);
  const found: { along: number; point: Position }[] = [];
  const columns = range(ax, bx, near);
  const rows = range(ay, by, near);
  for (const column of columns) {
    for (const row of rows) {
      for (const point of vertices.get(`${column},${row}`) ?? []) {
        const [px = 0, py = 0] = point;
        const along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length;
        const aside = Math.abs((px - ax) * (by - ay) - (py - ay) * (bx - ax)) / length;
        if (along <= 0 || along >= length || aside > near) continue;
        if ((px === ax && py === ay) || (px === bx && py === by)) continue;
        found.push({ along, point });
      }
    }
  }
  return found.sort((one, other) => one.along - other.along).map(({ point }) => point);
}

function range(from: number, to: number, near: number): number[] {
  const first = Math.floor((Math.min(from, to) - near) / SQUARE);
  const last = Math.floor((Math.max(from, to) + near) / SQUARE);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function square(x: number, y: number): string {
  return `${Math.floor(x / SQUARE)},${Math.floor(y / SQUARE)}`;
}
