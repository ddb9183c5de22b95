import type { Geometry } from 'geojson';
import { boxAround, polygonsIn, positionsOf, type Box, type Plane } from './plane';

/**
 * Where the names of territories and states stand. MapLibre's own collision cannot do it: a name that the day hides would
 * keep its place. So places are looked for once, by hand as it were, and which of them are free is settled for each day.
 */

/** A name set in lines, measured in CSS pixels. */
export interface SetName {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  /** How far its middle lies to the right of and below its place. */
  readonly shift?: readonly [x: number, y: number];
}

/** How a name is set: CSS pixels, letter spacing in ems, and the width of a text in ems. */
export interface Type {
  readonly size: number;
  readonly spacing: number;
  readonly measure: (text: string) => number;
}

/** Zooms from which on names are fitted anew: more room, more names. */
export const TIERS = [2, 2.9, 4.2, 5.4] as const;

/** The box of a name around a place of the plane at a zoom. */
function boxOf(at: readonly [number, number], { width, height, shift = [0, 0] }: SetName, zoom: number): Box {
  const perPixel = 1 / (512 * 2 ** zoom);
  const [x, y] = [at[0] + shift[0] * perPixel, at[1] + shift[1] * perPixel];
  const [dx, dy] = [(width / 2) * perPixel, (height / 2) * perPixel];
  return { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** What a name must not cover, in the plane. */
export interface Obstacles {
  /** Railway and the like. */
  readonly lines: readonly (readonly [number, number])[];
  /** Rings of towns, and their names as they are set at a zoom, with the tier from which they are shown. */
  readonly towns: readonly {
    readonly at: readonly [number, number];
    readonly set: (zoom: number) => SetName;
    readonly tier: number;
  }[];
}

/** A place of the plane and others a little beside it, for a name put by hand that has to make way. */
export function nudged([x, y]: readonly [number, number]): [number, number][] {
  const step = 1 / (512 * 2 ** JUDGED_AT);
  return [
    [0, 0],
    [0, 16],
    [0, -16],
    [38, 0],
    [-38, 0],
    [38, 16],
    [38, -16],
    [-38, 16],
    [-38, -16],
    [70, 8],
  ].map(([dx = 0, dy = 0]) => [x + dx * step, y + dy * step]);
}

const COLUMNS = 26;
const ROWS = 18;
/** The zoom at which a place is judged: about that at which the whole region is seen. */
const JUDGED_AT = 3.3;

/**
 * Up to `count` good places for a name within an area, best first and apart from each other: inside, far from the edge,
 * clear of the railway and of the towns.
 */
export function placesIn(
  geometry: Geometry,
  plane: Plane,
  set: SetName,
  obstacles: Obstacles,
  count = 4,
): [number, number][] {
  const rings = polygonsIn(plane, geometry).flat();
  const box = boxAround(rings.flat());
  if (!box) return [...positionsOf(geometry)].slice(0, 1).map((at) => plane.toWorld(at));
  const edge = thinned(rings.flat(), 400);
  const judged: { at: [number, number]; score: number }[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const at: [number, number] = [
        box.left + ((column + 0.5) / COLUMNS) * (box.right - box.left),
        box.top + ((row + 0.5) / ROWS) * (box.bottom - box.top),
      ];
      if (!inside(at, rings)) continue;
      const name = boxOf(at, set, JUDGED_AT);
      const corners = [name.left, at[0], name.right].flatMap((x) =>
        [name.top, name.bottom].map((y) => [x, y] as const),
      );
      const out = corners.filter((corner) => !inside(corner, rings)).length / corners.length;
      const covered =
        obstacles.lines.filter((point) => within(point, name)).length * 0.5 +
        obstacles.towns.filter(
          ({ at: town, set: text, tier }) =>
            tier <= 1 && overlap(boxOf(town, text(JUDGED_AT), JUDGED_AT), name),
        ).length;
      const room = Math.sqrt(Math.min(...edge.map(([x, y]) => (x - at[0]) ** 2 + ((y - at[1]) * 1.6) ** 2)));
      judged.push({ at, score: (room * 512 * 2 ** JUDGED_AT) / 40 - out * 3 - Math.min(4, covered * 1.5) });
    }
  }
  judged.sort((a, b) => b.score - a.score);
  const apart = set.height / (512 * 2 ** JUDGED_AT);
  const chosen: [number, number][] = [];
  for (const { at } of judged) {
    if (chosen.length === count) break;
    if (chosen.every(([x, y]) => Math.abs(x - at[0]) > apart * 1.5 || Math.abs(y - at[1]) > apart))
      chosen.push(at);
  }
  return chosen;
}

function within([x, y]: readonly [number, number], box: Box): boolean {
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

function thinned<T>(points: readonly T[], most: number): T[] {
  const step = Math.ceil(points.length / most);
  return points.filter((_, index) => index % step === 0);
}

/** Even-odd over all rings, so that holes and parts come right. */
function inside(
  [x, y]: readonly [number, number],
  rings: readonly (readonly (readonly [number, number])[])[],
): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as readonly [number, number];
      const [bx, by] = ring[j] as readonly [number, number];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

/** A name that asks for a place: in order of `priority`, the lower the sooner. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
  readonly set: SetName;
  readonly places: readonly (readonly [number, number])[];
  readonly priority: number;
  /** The tier before which it is not shown at all. */
  readonly tier: number;
  /** Whether it makes way for towns; what was placed by hand does not. */
  readonly shy: boolean;
}

/**
 * Which names are shown on a day, and where: for each the index of its place and the tier from which it is shown. A name
 * keeps its place as the zoom grows; two that say the same are one.
 */
export function fit(
  candidates: readonly Candidate[],
  { lines, towns }: Obstacles,
): Map<string, { place: number; tier: number }> {
  const placed = new Map<string, { place: number; tier: number }>();
  const taken: { set: SetName; at: readonly [number, number] }[] = [];
  const said = new Set<string>();
  const sorted = [...candidates].sort((a, b) => a.priority - b.priority);
  const unique = sorted.filter(({ text }) => !said.has(text) && said.add(text));
  const texts = new Map(unique.map(({ id, text }) => [id, text]));
  /** "Area governed by Mengjiang" where "Mengjiang" stands already. */
  const echoes = (id: string): boolean =>
    [...placed.keys()].some((other) => {
      const text = texts.get(other) ?? '';
      return text.length > 5 && (texts.get(id) ?? '').includes(text);
    });
  for (const [tier, zoom] of TIERS.entries()) {
    const names = taken.map(({ at, set }) => boxOf(at, set, zoom));
    const inTheWay = towns
      .filter((town) => town.tier <= tier)
      .map(({ at, set }) => boxOf(at, set(zoom), zoom));
    for (const { id, set, places, tier: from, shy } of unique) {
      if (from > tier || placed.has(id) || echoes(id)) continue;
      const place = places.findIndex((at) => {
        const box = boxOf(at, set, zoom);
        if (names.some((other) => overlap(box, other))) return false;
        return (
          !shy ||
          !(inTheWay.some((other) => overlap(box, other)) || lines.some((point) => within(point, box)))
        );
      });
      const at = places[place];
      if (!at) continue;
      placed.set(id, { place, tier });
      taken.push({ set, at });
      names.push(boxOf(at, set, zoom));
    }
  }
  return placed;
}

/** Sides of a name that its town may be on, with the way from the town in ems; in the order in which they are tried. */
export const ANCHORS = {
  left: [0.6, 0],
  right: [-0.6, 0],
  'bottom-left': [0.45, -0.4],
  'top-left': [0.35, 0.45],
  bottom: [0, -0.6],
  top: [0, 0.6],
  'bottom-right': [-0.45, -0.4],
  'top-right': [-0.35, 0.45],
} as const satisfies Readonly<Record<string, readonly [x: number, y: number]>>;
export type Anchor = keyof typeof ANCHORS;

/** All anchors, the wanted one first. */
export function anchorsFrom(wanted: string): Anchor[] {
  const all = Object.keys(ANCHORS) as Anchor[];
  return all.sort((a, b) => Number(b === wanted) - Number(a === wanted));
}

/** Integer zooms, as the filters of the style know them, with the zoom at which room is judged. */
export const TOWN_ZOOMS = { 2: 2.4, 3: 3.3, 4: 4.3, 5: 5.3 } as const;
export type TownZoom = keyof typeof TOWN_ZOOMS;

/** Pixels from the middle of a town within which its ring is. */
export const RING = 4;

/** A town whose name looks for a place beforehand. */
export interface PlacedTown {
  readonly id: string;
  readonly at: readonly [number, number];
  readonly wanted: Anchor;
  /** The wanted one where the whole region is small. */
  readonly far: Anchor;
  /** Whether it waits where the wanted side has no room: another would be cut in the first view. */
  readonly fixed: boolean;
  readonly rank: number;
  /** The lines of its name, counted from the town. */
  readonly sets: (anchor: Anchor, zoom: number) => SetName[];
}

/**
 * On which side each of some towns is named from each zoom, and from which on at all: the more important first, none over
 * another, over the ring of a town or over the railway. Past the last zoom that is judged all are.
 * @param rings all towns that are drawn
 */
export function placeTowns(
  towns: readonly PlacedTown[],
  rings: readonly { readonly id: string; readonly at: readonly [number, number]; readonly rank: number }[],
  lines: Obstacles['lines'],
): Map<string, { zoom: number; anchors: Record<TownZoom, Anchor> }> {
  const found = new Map(
    towns.map(({ id, wanted }) => [
      id,
      { zoom: 5, anchors: { 2: wanted, 3: wanted, 4: wanted, 5: wanted } as Record<TownZoom, Anchor> },
    ]),
  );
  const named = new Set<string>();
  const ring: SetName = { lines: [], width: 2 * RING, height: 2 * RING };
  for (const [key, zoom] of Object.entries(TOWN_ZOOMS)) {
    const from = Number(key) as TownZoom;
    const drawn = rings
      .filter(({ rank }) => rank < from)
      .map(({ id, at }) => ({ id, box: boxOf(at, ring, zoom) }));
    const taken: Box[] = [];
    const order = [...towns].sort(
      (a, b) => Number(named.has(b.id)) - Number(named.has(a.id)) || a.rank - b.rank,
    );
    for (const { id, at, wanted: near, far, fixed, rank, sets } of order) {
      const place = found.get(id);
      if (!place || rank >= from) continue;
      const wanted = from < 3 ? far : near;
      const boxes = (anchor: Anchor): Box[] => sets(anchor, zoom).map((set) => boxOf(at, set, zoom));
      const isFree = (box: Box): boolean =>
        !(
          taken.some((other) => overlap(box, other)) ||
          drawn.some((other) => other.id !== id && overlap(box, other.box)) ||
          lines.some((point) => within(point, box))
        );
      const free = (fixed ? [wanted] : anchorsFrom(wanted)).find((anchor) => boxes(anchor).every(isFree));
      if (!free && !named.has(id)) continue;
      place.anchors[from] = free ?? wanted;
      if (!named.has(id)) place.zoom = from;
      named.add(id);
      taken.push(...boxes(place.anchors[from]));
    }
  }
  return found;
}

/** Text set in up to three lines of about the same length, about eleven ems wide. */
export function setName(text: string, { size, spacing, measure }: Type): SetName {
  const width = (line: string): number => (measure(line) + line.length * spacing) * size;
  const words = text.split(/\s+/);
  const wanted = Math.min(3, words.length, Math.ceil(width(text) / (size * 11)));
  const lines = balanced(words, Math.max(1, wanted), width);
  return { lines, width: Math.max(...lines.map(width)) + 6, height: lines.length * size * 1.25 + 4 };
}

/** The upright box around a set name that is written at an angle. */
export function turned(set: SetName, degrees: number): SetName {
  const [sin, cos] = [
    Math.abs(Math.sin((degrees * Math.PI) / 180)),
    Math.abs(Math.cos((degrees * Math.PI) / 180)),
  ];
  return { ...set, width: set.width * cos + set.height * sin, height: set.width * sin + set.height * cos };
}

function balanced(words: readonly string[], count: number, width: (line: string) => number): string[] {
  if (count === 1) return [words.join(' ')];
  let best: string[] = [words.join(' ')];
  let least = Infinity;
  for (let i = 1; i <= words.length - count + 1; i++) {
    const lines = [words.slice(0, i).join(' '), ...balanced(words.slice(i), count - 1, width)];
    const longest = Math.max(...lines.map(width));
    if (longest < least) [best, least] = [lines, longest];
  }
  return best;
}
