import { boxAround, type Box } from './plane';

/**
 * Which names are drawn, and where: one engine for the names of states, territories, waters, towns and stations, so that
 * none lies over another, over a town's ring or over the railway, and none is cut by the edge of what is seen. MapLibre's
 * own collision cannot do it: a name that the day hides would keep its place. Knows no MapLibre and no page.
 */

/** A point of the plane. */
export type At = readonly [x: number, y: number];

/** A place where a name may stand: a point of the plane, and the boxes of its lines around it, CSS pixels at a zoom. */
export interface Spot {
  readonly at: At;
  /** @param all also the lines for which there is room only from a later zoom on */
  readonly boxes: (zoom: number, all: boolean) => readonly Box[];
}

/** A name that asks for a place: in order of `priority`, the lower the sooner. */
export interface Candidate {
  readonly id: string;
  /** Two that say the same are one, whoever says it; empty where that does not matter. */
  readonly text: string;
  /** Where it may stand, the best first. */
  readonly spots: readonly Spot[];
  readonly priority: number;
  /** The tier before which it is not shown at all. */
  readonly tier: number;
  /** The ring that is its own, over which it may reach. */
  readonly ring: string | null;
}

/** Stretches from point to point that follow one another, and the box around them: most are far from what is asked about. */
export interface Bundle {
  readonly box: Box;
  readonly lines: readonly (readonly [At, At])[];
}

/** What every name keeps clear of, whatever the day. */
export interface Obstacles {
  /** The railway. */
  readonly lines: readonly Bundle[];
  /** Rings of towns, and the tier from which they are drawn. */
  readonly rings: readonly { readonly id: string; readonly at: At; readonly tier: number }[];
}

/** Where a name stands, and the tier of zoom from which it is drawn there. */
export interface Place {
  readonly spot: number;
  readonly tier: number;
}

/** What is seen: all of it, and what of the page lies over it, in the plane. */
export interface Seen {
  readonly zoom: number;
  readonly whole: Box;
  readonly covers: readonly Box[];
}

/** Zooms from which on names are fitted anew: more room, more names. */
export const TIERS = [1, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8] as const;

/** The last tier that has begun at a zoom. */
export function tierAt(zoom: number): number {
  return Math.max(
    0,
    TIERS.findLastIndex((from) => from <= zoom),
  );
}

/** The first tier that begins at a zoom or after it. */
export function tierFrom(zoom: number): number {
  const found = TIERS.findIndex((from) => from >= zoom);
  return found < 0 ? TIERS.length - 1 : found;
}

/** Pixels from the middle of a town within which its ring is, and how far a name stays off the railway. */
const RING = 4;
const OFF_RAILWAY = 3;
/** How far a name stays off the edge of what is seen, CSS pixels: one that touches it looks cut. */
const OFF_EDGE = 6;

/** Pixels in the plane. */
export function perPixel(zoom: number): number {
  return 1 / (512 * 2 ** zoom);
}

/** The boxes of a name where it stands, in the plane. */
export function boxesOf({ at, boxes }: Spot, zoom: number, all = false): Box[] {
  const scale = perPixel(zoom);
  return boxes(zoom, all).map(({ left, top, right, bottom }) => ({
    left: at[0] + left * scale,
    right: at[0] + right * scale,
    top: at[1] + top * scale,
    bottom: at[1] + bottom * scale,
  }));
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** Whether a straight stretch touches a box (Liang and Barsky's clipping). */
export function crosses([[ax, ay], [bx, by]]: readonly [At, At], box: Box): boolean {
  // Most are far away, and all are asked about for every spot of a name.
  if (Math.max(ax, bx) < box.left || Math.min(ax, bx) > box.right) return false;
  if (Math.max(ay, by) < box.top || Math.min(ay, by) > box.bottom) return false;
  const [dx, dy] = [bx - ax, by - ay];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, ax - box.left],
    [dx, box.right - ax],
    [-dy, ay - box.top],
    [dy, box.bottom - ay],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter <= leave;
}

/** So many stretches are a bundle. */
const BUNDLE = 16;

/** A line from point to point in bundles. */
export function bundlesOf(points: readonly At[]): Bundle[] {
  const bundles: Bundle[] = [];
  for (let first = 0; first < points.length - 1; first += BUNDLE) {
    const part = points.slice(first, first + BUNDLE + 1);
    const lines = part.slice(1).map((at, index) => [part[index] as At, at] as const);
    bundles.push({ box: boxAround(part) as Box, lines });
  }
  return bundles;
}

/** How many stretches touch a box; none is looked for beyond `most`. */
export function crossing(bundles: readonly Bundle[], box: Box, most = 1): number {
  let found = 0;
  for (const { box: around, lines } of bundles) {
    if (around.left > box.right || around.right < box.left) continue;
    if (around.top > box.bottom || around.bottom < box.top) continue;
    for (const line of lines) if (crosses(line, box) && ++found === most) return found;
  }
  return found;
}

function grown(box: Box, by: number): Box {
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

export class Placing {
  readonly #obstacles: Obstacles;
  /** Whether a spot is clear of what never moves, by candidate, spot and tier. */
  readonly #clear = new WeakMap<Candidate, Map<number, boolean>>();

  constructor(obstacles: Obstacles) {
    this.#obstacles = obstacles;
  }

  /**
   * Places names for every zoom, wherever one looks: gives how to have it done up to a tier, the last if none is named. A name
   * keeps its place as the zoom grows; one that is not in the answer has none.
   */
  fitting(candidates: readonly Candidate[]): (last?: number) => ReadonlyMap<string, Place> {
    const placed = new Map<string, Place>();
    const taken: Spot[] = [];
    const asking = unique(candidates);
    const echoes = echoesIn(asking);
    const fit = (tier: number): void => {
      const zoom = TIERS[tier] as number;
      const boxes = taken.flatMap((spot) => boxesOf(spot, zoom, true));
      for (const candidate of asking) {
        if (candidate.tier > tier || placed.has(candidate.id)) continue;
        if (echoes.get(candidate.id)?.some((other) => placed.has(other))) continue;
        const spot = candidate.spots.findIndex(
          (at, index) =>
            isFree(boxesOf(at, zoom, true), boxes) && this.#isClear(candidate, index, tier, true),
        );
        const at = candidate.spots[spot];
        if (!at) continue;
        placed.set(candidate.id, { spot, tier });
        taken.push(at);
        boxes.push(...boxesOf(at, zoom, true));
      }
    };
    let next = 0;
    return (last = TIERS.length - 1) => {
      for (; next <= last; next++) fit(next);
      return placed;
    };
  }

  /**
   * The same for one view at rest: names stand on their best spots that are free at this very zoom, that nothing cuts and
   * over which nothing of the page lies. What cannot be seen stays where it is; what has no place yet at this zoom has none.
   * @param placed up to the tier of the view at least
   */
  fitView(
    candidates: readonly Candidate[],
    placed: ReadonlyMap<string, Place>,
    { zoom, whole, covers }: Seen,
  ): Map<string, Place> {
    const now = tierAt(zoom);
    const result = new Map(placed);
    const asking = unique(candidates);
    const echoes = echoesIn(asking);
    const boxes: Box[] = [];
    const page = grown(whole, -OFF_EDGE * perPixel(zoom));
    for (const candidate of asking) {
      const { id, spots } = candidate;
      const known = placed.get(id);
      const place = known && known.tier <= now ? known : undefined;
      const elsewhere = place && !boxesOf(spots[place.spot] as Spot, zoom).some((box) => overlap(box, whole));
      if (elsewhere || candidate.tier > now) continue;
      result.delete(id);
      if (echoes.get(id)?.some((other) => result.has(other))) continue;
      const spot = spots.findIndex((at, index) => {
        const mine = boxesOf(at, zoom);
        return (
          mine.every((part) => within(part, page)) &&
          isFree(mine, covers) &&
          isFree(mine, boxes) &&
          this.#isClear(candidate, index, now, false)
        );
      });
      const at = spots[spot];
      if (!at) continue;
      result.set(id, { spot, tier: place?.tier ?? now });
      boxes.push(...boxesOf(at, zoom));
    }
    return result;
  }

  #isClear(candidate: Candidate, spot: number, tier: number, all: boolean): boolean {
    const known = this.#clear.get(candidate) ?? new Map<number, boolean>();
    this.#clear.set(candidate, known);
    const key = 2 * (spot * TIERS.length + tier) + Number(all);
    const found = known.get(key) ?? this.#look(candidate, spot, tier, all);
    known.set(key, found);
    return found;
  }

  #look({ spots, ring: own }: Candidate, spot: number, tier: number, all: boolean): boolean {
    const zoom = TIERS[tier] as number;
    const [ring, off] = [RING * perPixel(zoom), OFF_RAILWAY * perPixel(zoom)];
    return boxesOf(spots[spot] as Spot, zoom, all).every((box) => {
      const wide = grown(box, off);
      const around = grown(box, ring);
      return !(
        crossing(this.#obstacles.lines, wide) > 0 ||
        this.#obstacles.rings.some(
          ({ id, at: [x, y], tier: from }) =>
            from <= tier &&
            id !== own &&
            x > around.left &&
            x < around.right &&
            y > around.top &&
            y < around.bottom,
        )
      );
    });
  }
}

function isFree(mine: readonly Box[], taken: readonly Box[]): boolean {
  return !mine.some((box) => taken.some((other) => overlap(box, other)));
}

/** In order of priority, one for all that say the same. */
function unique(candidates: readonly Candidate[]): Candidate[] {
  const said = new Set<string>();
  return [...candidates]
    .sort((a, b) => a.priority - b.priority)
    .filter(({ text }) => text === '' || (!said.has(text) && said.add(text)));
}

/** Which names hold another within them, by id: "Area governed by Mengjiang" is left out where "Mengjiang" stands. */
function echoesIn(asking: readonly Candidate[]): Map<string, string[]> {
  const said = asking.filter(({ text }) => text !== '');
  return new Map(
    said.map(({ id, text }) => [
      id,
      said
        .filter((other) => other.id !== id && other.text.length > 5 && text.includes(other.text))
        .map((other) => other.id),
    ]),
  );
}
