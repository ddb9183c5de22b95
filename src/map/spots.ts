import type { Geometry } from 'geojson';
import { boxesOf, crossing, perPixel, type At, type Obstacles, type Spot } from './placing';
import { boxAround, isInside, polygonsIn, positionsOf, type Box, type Plane } from './plane';

/** Where a name may stand, worked out from the shape of what it names; all in the plane. */

/** The zoom at which a place is judged: about that at which the whole region is seen; for what is small, close up. */
const JUDGED_AT = 3.2;
/** How broad or high a small area is then, CSS pixels. */
const CLOSE_UP = 200;
const CLOSEST = 8;

/**
 * A place and others a little beside it, for a name put by hand that has to make way.
 * @param zoom from which the name is shown: the later, the less it may stray
 */
export function nudged([x, y]: At, zoom: number): At[] {
  const step = perPixel(Math.max(JUDGED_AT, zoom + 1));
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
    [-70, 8],
    [0, 36],
    [0, -36],
  ].map(([dx = 0, dy = 0]) => [x + dx * step, y + dy * step]);
}

const COLUMNS = 22;
const ROWS = 14;
/** Points of an outline that are enough to judge a place by. */
const OUTLINE = 240;

/**
 * Up to `count` good places for a name within an area, best first and apart from each other: inside, far from the edge,
 * clear of the railway and of the towns.
 */
export function placesIn(
  geometry: Geometry,
  plane: Plane,
  spotAt: (at: At) => Spot,
  { lines, rings }: Obstacles,
  count = 7,
): At[] {
  const whole = polygonsIn(plane, geometry).flat();
  const points = whole.reduce((sum, ring) => sum + ring.length, 0);
  const polygons = whole.map((ring) => thinned(ring, Math.max(8, (ring.length * OUTLINE) / points)));
  const box = boxAround(whole.flat());
  if (!box) return [...positionsOf(geometry)].slice(0, 1).map((at) => plane.toWorld(at));
  const extent = Math.max(box.right - box.left, box.bottom - box.top);
  const zoom = Math.min(CLOSEST, Math.max(JUDGED_AT, Math.log2(CLOSE_UP / (512 * extent))));
  const edge = thinned(polygons.flat(), 200);
  const rooms: Judged[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const at: At = [
        box.left + ((column + 0.5) / COLUMNS) * (box.right - box.left),
        box.top + ((row + 0.5) / ROWS) * (box.bottom - box.top),
      ];
      if (isInside(at, polygons)) rooms.push({ at, score: roomAt(at, edge) / perPixel(zoom) / 40 });
    }
  }
  /** What stands against a place: how much of the name is out of the area, and what it covers. */
  const against = (at: At): number => {
    const name = boxAround(
      boxesOf(spotAt(at), zoom).flatMap(({ left, right, top, bottom }): At[] => [
        [left, top],
        [right, bottom],
      ]),
    ) as Box;
    const corners = [name.left, at[0], name.right].flatMap((x) =>
      [name.top, name.bottom].map((y): At => [x, y]),
    );
    const out = corners.filter((corner) => !isInside(corner, polygons)).length / corners.length;
    const covered =
      crossing(lines, name, 2) + rings.filter((ring) => ring.tier <= 6 && isIn(ring.at, name)).length;
    return out * 3 + Math.min(4, covered * 1.5);
  };
  const apart = 14 * perPixel(zoom);
  const chosen: At[] = [];
  for (const at of bestFirst(rooms, against)) {
    if (chosen.length === count) break;
    if (chosen.every(([x, y]) => Math.abs(x - at[0]) > apart * 1.5 || Math.abs(y - at[1]) > apart))
      chosen.push(at);
  }
  return zoom > JUDGED_AT ? [...chosen, ...placesBeside(box, zoom, spotAt)] : chosen;
}

interface Judged {
  readonly at: At;
  readonly score: number;
}

/** How far the edge is, in the plane; names are broader than high. */
function roomAt([x, y]: At, edge: readonly At[]): number {
  let least = Infinity;
  // Asked some ten thousand times before the first picture, and pairs taken apart are slow until the code is compiled.
  for (const at of edge) {
    const across = at[0] - x;
    const up = (at[1] - y) * 1.6;
    least = Math.min(least, across * across + up * up);
  }
  return Math.sqrt(least);
}

/**
 * Places in the order of what they score less what stands against them, which takes long to find out and is looked for only
 * where a place may be the next.
 */
function* bestFirst(rooms: readonly Judged[], against: (at: At) => number): Generator<At, void> {
  const judged: Judged[] = [];
  for (const { at, score } of rooms.toSorted((a, b) => b.score - a.score)) {
    // Whatever else there is has less room than these score.
    while (judged[0] && judged[0].score >= score) yield (judged.shift() as Judged).at;
    judged.push({ at, score: score - against(at) });
    judged.sort((a, b) => b.score - a.score);
  }
  for (const { at } of judged) yield at;
}

/** Places to the left and right of something small, above and below it. */
function placesBeside(box: Box, zoom: number, spotAt: (at: At) => Spot): At[] {
  const [x, y]: At = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const name = boxesOf(spotAt([x, y]), zoom);
  const wide = Math.max(...name.map(({ right }) => right - x)) + 2 * perPixel(zoom);
  const high = Math.max(...name.map(({ bottom }) => bottom - y)) + 2 * perPixel(zoom);
  return [
    [box.left - wide, y],
    [box.right + wide, y],
    [x, box.top - high],
    [x, box.bottom + high],
  ];
}

/** A stretch along which a name can be written: its middle, and the angle in degrees clockwise, readable from below. */
export interface Stretch {
  readonly at: At;
  readonly rotate: number;
}

/**
 * The straightest stretches of a river that are as long as its name at a zoom, the straightest first.
 * @param width of the name, CSS pixels
 */
export function stretchesOf(
  geometry: Geometry,
  plane: Plane,
  width: number,
  zoom: number,
  count = 4,
): Stretch[] {
  const parts =
    geometry.type === 'MultiLineString'
      ? geometry.coordinates
      : geometry.type === 'LineString'
        ? [geometry.coordinates]
        : [];
  const found: (Stretch & { readonly bend: number })[] = [];
  for (const part of parts) {
    const points = part.map((at) => plane.toWorld(at));
    const long = width * perPixel(zoom);
    const lengths = [0];
    for (const [index, [x, y]] of points.entries()) {
      if (index === 0) continue;
      const [px, py] = points[index - 1] as At;
      lengths.push((lengths[index - 1] as number) + Math.hypot(x - px, y - py));
    }
    const total = lengths.at(-1) as number;
    let [first, last] = [0, 0];
    for (let start = 0; start + long <= total; start += long / 3) {
      while ((lengths[first] as number) < start) first++;
      while ((lengths[last] as number) < start + long && last < points.length - 1) last++;
      const [a, b] = [points[first], points[last]];
      if (!a || !b || last <= first) continue;
      const chord = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (chord < long * 0.8) continue;
      const bends = points
        .slice(first, last)
        .map(([x, y]) => Math.abs((b[0] - a[0]) * (a[1] - y) - (a[0] - x) * (b[1] - a[1])) / chord);
      let rotate = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
      if (rotate > 90) rotate -= 180;
      if (rotate <= -90) rotate += 180;
      found.push({
        at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
        rotate: Math.round(rotate),
        bend: Math.max(...bends) / perPixel(zoom),
      });
    }
  }
  return found
    .filter(({ bend }) => bend < 9)
    .sort((a, b) => a.bend + Math.abs(a.rotate) / 20 - b.bend - Math.abs(b.rotate) / 20)
    .slice(0, count)
    .map(({ at, rotate }) => ({ at, rotate }));
}

function isIn([x, y]: At, box: Box): boolean {
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

function thinned<T>(points: readonly T[], most: number): T[] {
  const step = Math.ceil(points.length / most);
  return points.filter((_, index) => index % step === 0);
}
