/** Cutting rings and lines along meridians and parallels, and splitting a ring by a line through its inside. */
import type { Position } from 'geojson';
import { lonLat, type Box } from './base-frame.ts';

export type Ring = Position[];
export type Polygons = Ring[][];

type Axis = 0 | 1;

/** How far apart the added points on a cut edge are, in degrees: a parallel is a curve in the conic. */
const STEP = 1;

type Inside = (position: Position) => boolean;

/** What lies on one side of a meridian (axis 0) or parallel (axis 1). */
export function half(polygons: Polygons, axis: Axis, at: number, keep: 'above' | 'below'): Polygons {
  const inside = sideOf(axis, at, keep);
  return polygons.flatMap((rings) => cutPolygon(rings, axis, at, inside));
}

function sideOf(axis: Axis, at: number, keep: 'above' | 'below'): Inside {
  return (p) => (keep === 'above' ? (p[axis] ?? 0) >= at : (p[axis] ?? 0) <= at);
}

export function clipToBox(polygons: Polygons, { west, south, east, north }: Box): Polygons {
  let out = half(polygons, 0, west, 'above');
  out = half(out, 0, east, 'below');
  out = half(out, 1, south, 'above');
  return half(out, 1, north, 'below');
}

/**
 * The stretches of the rings on this side, joined along the cut: its crossings, in order, are by turns where the land
 * begins and where it ends. A polygon may come out in several pieces.
 */
function cutPolygon(rings: Ring[], axis: Axis, at: number, inside: Inside): Polygons {
  if (rings.every((ring) => ring.every(inside))) return [rings];
  const whole = rings.filter((ring) => ring.every(inside));
  const chains = rings
    .filter((ring) => !ring.every(inside))
    .flatMap((ring) => chainsOf(ring, axis, at, inside));
  const outers = joined(chains, axis, at);
  if (rings[0] && whole.includes(rings[0])) outers.push(rings[0]);
  const holes = whole.filter((ring) => ring !== rings[0]);
  return outers.map((outer) => [outer, ...holes.filter((hole) => isInside(hole[0] ?? [], outer))]);
}

/** Each begins and ends on the cut. */
function chainsOf(ring: Ring, axis: Axis, at: number, inside: Inside): Ring[] {
  const open = ring.slice(0, -1);
  const start = open.findIndex((p) => !inside(p));
  const chains: Ring[] = [];
  let chain: Ring = [];
  for (let step = 0; step < open.length; step++) {
    const a = open[(start + step) % open.length];
    const b = open[(start + step + 1) % open.length];
    if (!a || !b) continue;
    if (inside(a)) chain.push(a);
    if (inside(a) === inside(b)) continue;
    chain.push(crossingOf(a, b, axis, at));
    if (!inside(b)) {
      chains.push(withoutRepeats(chain));
      chain = [];
    }
  }
  return chains.filter((points) => points.length > 1);
}

function joined(chains: readonly Ring[], axis: Axis, at: number): Ring[] {
  const ends = chains.flatMap((chain, i) => [
    { chain: i, isStart: true, along: chain[0]?.[1 - axis] ?? 0 },
    { chain: i, isStart: false, along: chain.at(-1)?.[1 - axis] ?? 0 },
  ]);
  ends.sort((a, b) => a.along - b.along);
  const next = new Map<number, number>();
  for (let i = 0; i + 1 < ends.length; i += 2) {
    const [one, other] = [ends[i], ends[i + 1]];
    if (!one || !other) continue;
    const [end, start] = one.isStart ? [other, one] : [one, other];
    next.set(end.chain, start.chain);
  }
  const rings: Ring[] = [];
  const used = new Set<number>();
  for (const first of chains.keys()) {
    const ring: Ring = [];
    for (let i: number | undefined = first; i !== undefined && !used.has(i); i = next.get(i)) {
      used.add(i);
      ring.push(...(chains[i] ?? []));
    }
    if (ring.length > 2) rings.push(densified(withoutRepeats(closed(ring)), axis, at));
  }
  return rings.filter((ring) => ring.length > 3);
}

/** The same whichever way the segment is walked, so that two neighbours cut at the same point. */
function crossingOf(a: Position, b: Position, axis: Axis, at: number): Position {
  const [from, to] = (a[axis] ?? 0) < (b[axis] ?? 0) ? [a, b] : [b, a];
  const share = (at - (from[axis] ?? 0)) / ((to[axis] ?? 0) - (from[axis] ?? 0));
  const other = (from[1 - axis] ?? 0) + share * ((to[1 - axis] ?? 0) - (from[1 - axis] ?? 0));
  const rounded = Math.round(other * 1e6) / 1e6;
  return axis === 0 ? [at, rounded] : [rounded, at];
}

function densified(ring: Ring, axis: Axis, at: number): Ring {
  const out: Ring = [];
  for (const [i, b] of ring.entries()) {
    const a = ring[i - 1];
    if (a && a[axis] === at && b[axis] === at) out.push(...between(a, b, axis, at));
    out.push(b);
  }
  return out;
}

function between(a: Position, b: Position, axis: Axis, at: number): Position[] {
  const [from, to] = [a[1 - axis] ?? 0, b[1 - axis] ?? 0];
  const points: Position[] = [];
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  for (let value = Math.floor(low / STEP) * STEP + STEP; value < high; value += STEP) {
    points.push(axis === 0 ? [at, value] : [value, at]);
  }
  return from < to ? points : points.reverse();
}

function withoutRepeats(ring: Ring): Ring {
  return ring.filter((p, i) => i === 0 || p[0] !== ring[i - 1]?.[0] || p[1] !== ring[i - 1]?.[1]);
}

/** The parts of a line that lie in a box; cut at the box edge. */
export function clipLine(line: readonly Position[], box: Box): Position[][] {
  const sides: [Axis, number, 'above' | 'below'][] = [
    [0, box.west, 'above'],
    [0, box.east, 'below'],
    [1, box.south, 'above'],
    [1, box.north, 'below'],
  ];
  let parts: Position[][] = [[...line]];
  for (const [axis, at, keep] of sides) parts = parts.flatMap((part) => clipLineHalf(part, axis, at, keep));
  return parts;
}

function clipLineHalf(line: Position[], axis: Axis, at: number, keep: 'above' | 'below'): Position[][] {
  const inside = sideOf(axis, at, keep);
  const parts: Position[][] = [];
  let part: Position[] = [];
  for (const [i, b] of line.entries()) {
    const a = line[i - 1];
    if (a && inside(a) !== inside(b)) {
      part.push(crossingOf(a, b, axis, at));
      if (inside(a)) {
        parts.push(part);
        part = [];
      }
    }
    if (inside(b)) part.push(b);
  }
  parts.push(part);
  return parts.filter((p) => p.length > 1);
}

/**
 * The two parts of a ring on either side of a line that starts and ends on vertices of the ring.
 * Used where a province belongs to a country of another file whose outer edge must stay as it is.
 */
export function splitRing(ring: Ring, line: readonly Position[]): [Ring, Ring] {
  const open = ring.slice(0, -1);
  const start = nearestVertex(open, line[0] ?? [0, 0]);
  const end = nearestVertex(open, line[line.length - 1] ?? [0, 0]);
  const forth = walk(open, start, end);
  const back = walk(open, end, start);
  const inner = line.slice(1, -1);
  return [closed([...forth, ...[...inner].reverse()]), closed([...back, ...inner])];
}

function walk(open: Ring, from: number, to: number): Ring {
  return from <= to ? open.slice(from, to + 1) : [...open.slice(from), ...open.slice(0, to + 1)];
}

function closed(open: Ring): Ring {
  const first = open[0];
  return first ? [...open, first] : [];
}

function nearestVertex(open: Ring, to: Position): number {
  const [lon, lat] = lonLat(to);
  let best = 0;
  let bestDistance = Infinity;
  for (const [i, position] of open.entries()) {
    const distance = Math.hypot((position[0] ?? 0) - lon, (position[1] ?? 0) - lat);
    if (distance < bestDistance) [best, bestDistance] = [i, distance];
  }
  if (bestDistance > 0.1)
    throw new Error(`The line to split by ends ${bestDistance.toFixed(2)}° off the ring`);
  return best;
}

/** By the even-odd rule. */
export function isInside([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (const [i, [x1 = 0, y1 = 0]] of ring.entries()) {
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? [];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
