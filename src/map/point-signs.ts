import type { Map as MapLibreMap } from 'maplibre-gl';

/*
 * The signs of points that are more than a ring, drawn here and not taken from a font: which of them have a star is the
 * reader's device's to know. Each is a distance field, so that it takes the hue of the day and a halo like a name.
 */

/** How far a sign reaches from its middle, and the room that its halo needs around it, pixels of its picture. */
const REACH = 12;
const ROOM = 8;
const SIZE = 2 * (REACH + ROOM);

type Corner = readonly [x: number, y: number];

const around = (corners: number, reach: (index: number) => number): Corner[] =>
  Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners;
    return [REACH * reach(index) * Math.sin(angle), -REACH * reach(index) * Math.cos(angle)];
  });

/** Half the thickness of the strokes of a cross, as a share of its reach. */
const STROKE = 0.12;

/** Corners by role of a territory, from the middle: a star, a diamond, a cross. */
const SIGNS: Readonly<Record<string, readonly Corner[]>> = {
  seat: around(10, (index) => (index % 2 === 0 ? 1 : 0.4)),
  harbour: around(4, () => 0.9),
  garrison: [0, 1, 2, 3].flatMap((quarter): Corner[] => {
    const turn = ([x, y]: Corner): Corner => {
      const angle = (Math.PI / 2) * quarter + Math.PI / 4;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      return [REACH * (x * cos - y * sin), REACH * (x * sin + y * cos)];
    };
    return [turn([STROKE, -STROKE]), turn([STROKE, STROKE - 1]), turn([-STROKE, STROKE - 1])];
  }),
};

/** Pixels from a point to the outline, negative inside. */
function distanceTo(corners: readonly Corner[], x: number, y: number): number {
  let nearest = Infinity;
  let inside = false;
  let [ax, ay] = corners.at(-1) as Corner;
  for (const [bx, by] of corners) {
    const dx = bx - ax;
    const dy = by - ay;
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, (ax + along * dx - x) ** 2 + (ay + along * dy - y) ** 2);
    if (ay > y !== by > y && x < ax + ((y - ay) / dy) * dx) inside = !inside;
    ax = bx;
    ay = by;
  }
  return Math.sqrt(nearest) * (inside ? -1 : 1);
}

/** The distance field of a sign as MapLibre reads it: the outline at three quarters, eight pixels to the whole. */
export function pointSign(role: string): { width: number; height: number; data: Uint8ClampedArray } | null {
  const corners = SIGNS[role];
  if (!corners) return null;
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let index = 0; index < SIZE * SIZE; index++) {
    const [x, y] = [(index % SIZE) + 0.5 - SIZE / 2, Math.floor(index / SIZE) + 0.5 - SIZE / 2];
    data[index * 4 + 3] = 255 * (0.75 - distanceTo(corners, x, y) / 8);
  }
  return { width: SIZE, height: SIZE, data };
}

/** Gives a map the signs of points as its style asks for them. */
export function giveSigns(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((role) => {
    const sign = pointSign(role);
    if (sign) map.addImage(role, sign, { sdf: true });
  });
}
