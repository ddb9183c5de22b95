import type { Position } from 'geojson';
import { xy } from './files.ts';

/** Twice the signed area in square degrees: positive when counterclockwise. */
export function winding(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [xy(ring[i - 1]), xy(ring[i])];
    sum += ax * by - bx * ay;
  }
  return sum;
}

interface Edge {
  readonly index: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** First place where two edges of a ring, not neighbours, cross; where they only touch is allowed. */
export function crossing(ring: readonly Position[]): Position | undefined {
  const edges: Edge[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [xy(ring[i - 1]), xy(ring[i])];
    edges.push({ index: i, ax, ay, bx, by });
  }
  const byWest = edges.toSorted((one, other) => Math.min(one.ax, one.bx) - Math.min(other.ax, other.bx));
  for (const [at, one] of byWest.entries()) {
    const east = Math.max(one.ax, one.bx);
    for (let k = at + 1; k < byWest.length; k++) {
      const other = byWest[k];
      if (!other || Math.min(other.ax, other.bx) > east) break;
      if (crosses(one, other)) return [one.ax, one.ay];
    }
  }
  return undefined;
}

function crosses(p: Edge, q: Edge): boolean {
  if (Math.max(p.ay, p.by) < Math.min(q.ay, q.by) || Math.max(q.ay, q.by) < Math.min(p.ay, p.by))
    return false;
  const [a, b] = [side(p, q.ax, q.ay), side(p, q.bx, q.by)];
  const [c, d] = [side(q, p.ax, p.ay), side(q, p.bx, p.by)];
  return a * b < 0 && c * d < 0;
}

function side({ ax, ay, bx, by }: Edge, x: number, y: number): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}
