/** One topology for everything that shares an edge, simplified once, so that neighbours stay neighbours. */
import type {
  Feature,
  FeatureCollection,
  GeoJsonProperties,
  LineString,
  MultiPolygon,
  Position,
} from 'geojson';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import { inBox, ringArea, toConic, WINDOW, type Box } from './base-frame.ts';
import type { Polygons } from './base-clip.ts';

/**
 * How much a bend may be worth before it is kept, in square kilometres of the triangle it makes.
 * The first box that holds a point decides; what no box holds is far from the subject.
 */
const DETAIL: readonly (Box & { readonly area: number; readonly island: number })[] = [
  { west: 120.6, south: 38.3, east: 123.6, north: 40.2, area: 0.08, island: 1 },
  { west: 113.7, south: 22.1, east: 114.5, north: 22.8, area: 0.3, island: 5 },
  { west: 122.4, south: 24, east: 131.6, north: 30.9, area: 0.8, island: 5 },
  { west: 139.5, south: 24, east: 143.5, north: 28.5, area: 0.5, island: 2 },
  { west: 144.5, south: 43, east: 157, north: 51.2, area: 2, island: 6 },
  { west: 119, south: 22, east: 123, north: 31, area: 1.6, island: 10 },
  { west: 128.6, south: 30.9, east: 147, north: 45.6, area: 3.6, island: 40 },
  { west: 124.4, south: 33, east: 129.8, north: 38.6, area: 3.2, island: 30 },
  { west: 76, south: 31, east: 148, north: 56, area: 2.5, island: 25 },
  { west: 60, south: 20, east: 160, north: 62, area: 11, island: 100 },
];
const FAR = { area: 40, island: 800 };

/** An island that is kept keeps at least so many corners. */
const ISLAND_CORNERS = 7;

export type Atom = Feature<MultiPolygon, { id: string }>;
export type BaseTopology = Topology<Objects<{ id: string }>>;

/** Vertices that the territories have already chosen, by the text of their place on the grid of world-atlas. */
export interface KeptVertices {
  /** All they chose among: one that is here and not in `kept` goes. */
  readonly known: ReadonlySet<string>;
  /** Where exactly the chosen ones stand. */
  readonly kept: ReadonlyMap<string, Position>;
}

export function atom(id: string, polygons: Polygons): Atom {
  return { type: 'Feature', properties: { id }, geometry: { type: 'MultiPolygon', coordinates: polygons } };
}

/** Arcs for the collections, small islands left out, every arc simplified on its own. */
export function simplifiedTopology(
  collections: Readonly<Record<string, readonly Atom[]>>,
  vertices: KeptVertices,
): BaseTopology {
  const objects: Record<string, FeatureCollection<MultiPolygon, GeoJsonProperties>> = {};
  for (const [name, atoms] of Object.entries(collections)) {
    const features = atoms.map((one) => atom(one.properties.id, withoutSpecks(one.geometry.coordinates)));
    objects[name] = {
      type: 'FeatureCollection',
      features: features.filter((f) => f.geometry.coordinates.length > 0),
    };
  }
  const weighted = presimplify(topology(objects) as BaseTopology, triangleWeight);
  const arcs = weighted.arcs.map((arc) =>
    (arc as Position[]).map((position) => asChosen(position, vertices)),
  );
  return { ...weighted, arcs: arcs.map(thinned) };
}

/** Lines or rings by themselves, each simplified as an arc of the topology would be, or so many times coarser. */
export function simplifiedLines(lines: readonly (readonly Position[])[], coarser = 1): Position[][] {
  return lines.map((line) => {
    const shape: LineString = { type: 'LineString', coordinates: line.map((position) => [...position]) };
    const { arcs, objects } = presimplify(topology({ line: shape }) as BaseTopology, triangleWeight);
    const order = (objects['line'] as { arcs: number[] }).arcs;
    const points = order.flatMap((index, i) => {
      const arc = index < 0 ? (arcs[~index] ?? []).toReversed() : (arcs[index] ?? []);
      return i === 0 ? arc : arc.slice(1);
    });
    return thinned(points.map(([lon = 0, lat = 0, weight = 0]) => [lon, lat, weight / coarser]));
  });
}

function detailAt(position: Position): { area: number; island: number } {
  return DETAIL.find((box) => inBox(position, box)) ?? FAR;
}

/** Without islands and holes too small to be seen. */
export function withoutSpecks(polygons: Polygons): Polygons {
  return polygons.flatMap((rings) => {
    const outer = rings[0];
    if (!outer?.[0] || Math.abs(ringArea(outer)) < detailAt(outer[0]).island) return [];
    return [rings.filter((ring, i) => i === 0 || Math.abs(ringArea(ring)) > 20)];
  });
}

/** Weights are relative to the detail wanted where the triangle stands: 1 is the threshold everywhere. */
function triangleWeight(triangle: [Position, Position, Position]): number {
  const [a, b, c] = triangle;
  if (onStraightEdge(b)) return Infinity;
  const [ax, ay] = toConic(a[0] ?? 0, a[1] ?? 0);
  const [bx, by] = toConic(b[0] ?? 0, b[1] ?? 0);
  const [cx, cy] = toConic(c[0] ?? 0, c[1] ?? 0);
  return Math.abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / 2 / detailAt(b).area;
}

/** Points of the neat line and of the two parallels that were borders keep the curve of the parallel. */
function onStraightEdge([lon = 0, lat = 0]: Position): boolean {
  return (
    lon === WINDOW.west ||
    lon === WINDOW.east ||
    lat === WINDOW.south ||
    lat === WINDOW.north ||
    lat === 38 ||
    lat === 50
  );
}

function asChosen(position: Position, { known, kept }: KeptVertices): Position {
  const [lon = 0, lat = 0] = position;
  const key = `${lon},${lat}`;
  const chosen = kept.get(key);
  if (chosen) return [...chosen.slice(0, 2), Infinity];
  return known.has(key) ? [lon, lat, 0] : position;
}

/** How often an arc that crosses itself gets back a corner where it does. */
const TRIES = 12;

function thinned(arc: Position[]): Position[] {
  const weights = arc.map(([, , weight = 0]) => weight);
  const first = arc[0];
  const last = arc[arc.length - 1];
  const isRing = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  let threshold = 1;
  if (isRing) {
    const ranked = [...weights].sort((a, b) => b - a);
    threshold = Math.min(threshold, ranked[Math.min(ISLAND_CORNERS, ranked.length - 1)] ?? 0);
  }
  let kept = [...arc.keys()].filter((i) => i === 0 || i === arc.length - 1 || (weights[i] ?? 0) >= threshold);
  for (let i = 0; i < TRIES; i++) {
    const back = crossedEdges(kept.map((k) => arc[k] ?? [])).flatMap((edge) => {
      const [from = 0, to = 0] = [kept[edge - 1], kept[edge]];
      const between = weights.slice(from + 1, to);
      return between.length > 0 ? [from + 1 + between.indexOf(Math.max(...between))] : [];
    });
    if (back.length === 0) break;
    kept = [...new Set([...kept, ...back])].sort((a, b) => a - b);
  }
  return kept.map((k) => (arc[k] ?? []).slice(0, 2));
}

/** Edges, by the index of their end, that cross another edge of the line. */
function crossedEdges(line: readonly Position[]): number[] {
  const crossed: number[] = [];
  for (let i = 1; i < line.length; i++) {
    for (let j = i + 2; j < line.length; j++) {
      if (cross(line[i - 1] ?? [], line[i] ?? [], line[j - 1] ?? [], line[j] ?? [])) crossed.push(i, j);
    }
  }
  return crossed;
}

function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  const [dx = 0, dy = 0] = d;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
}
