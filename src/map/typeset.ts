import { SANS_STACK, SERIF_STACK } from './fonts';
import type { At, Spot } from './placing';
import type { Box } from './plane';

/** What a name belongs to, which decides its type. */
export type NameClass =
  | 'state'
  | 'government'
  | 'line'
  | 'water'
  | 'river'
  | 'range'
  | 'desert'
  | 'region'
  | 'territory'
  | 'status'
  | 'railway'
  | 'town'
  | 'station'
  | 'until';

/** How a class is set, by the size that the base map gives (1, 2, 3): CSS pixels at `FULL`, letter spacing in ems, zoom from which it is shown. */
interface Type {
  readonly size: number;
  readonly spacing: number;
  readonly from: number;
}

const type = (size: number, spacing: number, from: number): Type => ({ size, spacing, from });

const TYPES: Readonly<Record<NameClass, readonly [Type, Type, Type]>> = {
  state: [type(19, 0.22, 0), type(14, 0.13, 0), type(11, 0.1, 2.5)],
  government: [type(12, 0.02, 2.75), type(12, 0.02, 2.75), type(12, 0.02, 2.75)],
  line: [type(11, 0.04, 4), type(11, 0.04, 4), type(10.5, 0.02, 4)],
  water: [type(15, 0.14, 0), type(12.5, 0.1, 2.5), type(11, 0.04, 4)],
  river: [type(11, 0.06, 3), type(10.5, 0.04, 4), type(10, 0.02, 5)],
  range: [type(13, 0.3, 2.5), type(12, 0.28, 2.75), type(11, 0.22, 4)],
  desert: [type(14, 0.45, 2.5), type(12, 0.3, 2.75), type(11, 0.25, 4)],
  region: [type(13, 0.12, 2), type(14, 0.18, 2.5), type(11.5, 0.14, 4)],
  territory: [type(15, 0.06, 0), type(13.5, 0.04, 2), type(12, 0.02, 2.75)],
  status: [type(12.5, 0.01, 0), type(12.5, 0.01, 0), type(12.5, 0.01, 0)],
  railway: [type(11.5, 0.02, 3.75), type(11.5, 0.02, 3.75), type(11.5, 0.02, 3.75)],
  town: [type(12.5, 0, 0), type(11.5, 0, 2.75), type(10.5, 0, 3.75)],
  station: [type(10.5, 0, 4), type(10.5, 0, 4), type(10, 0, 6)],
  until: [type(10.5, 0, 2.75), type(10.5, 0, 2.75), type(10.5, 0, 2.75)],
};

export function typeOf(cls: NameClass, size: number): Type {
  return TYPES[cls][Math.min(3, Math.max(1, size)) - 1] as Type;
}

/** Zoom by zoom, how much larger than its class says a name is set. */
export const SCALES = [
  [2, 0.88],
  [3.4, 1],
  [8, 1.3],
] as const;
export const LEADING = 1.2;
/** From this zoom there is room for the second name of a town. */
export const SUB_FROM = 3;
export const SUB_SCALE = 0.78;

function scaleAt(zoom: number): number {
  const after = SCALES.findIndex(([at]) => at >= zoom);
  if (after === 0) return SCALES[0][1];
  const [z1, s1] = (SCALES[after] ?? SCALES[2]) as readonly [number, number];
  const [z0, s0] = (SCALES[after - 1] ?? SCALES[1]) as readonly [number, number];
  return after < 0 ? s1 : s0 + ((s1 - s0) * (zoom - z0)) / (z1 - z0);
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
export function anchorsFrom(wanted: Anchor): Anchor[] {
  const all = Object.keys(ANCHORS) as Anchor[];
  return all.sort((a, b) => Number(b === wanted) - Number(a === wanted));
}

/** A name in lines, measured in ems of the size of its class; `sub` is the line beneath in smaller type. */
export interface Typeset {
  readonly lines: readonly string[];
  readonly widths: readonly number[];
  readonly sub: { readonly width: number; readonly scale: number; readonly from: number } | null;
  readonly size: number;
  /** Degrees clockwise. */
  readonly rotate: number;
}

/** Where the type lies around its point: by the side that is on the point, and so many ems from it. */
export interface Stand {
  readonly anchor: Anchor | 'center';
  readonly offset: readonly [x: number, y: number];
}

export const MIDDLE: Stand = { anchor: 'center', offset: [0, 0] };

/** Half the air between two names, CSS pixels. */
const AIR = 1.5;

/** A spot for a name: the boxes of its lines, and of a name at an angle a chain of boxes along it. */
export function spotAt(at: At, typeset: Typeset, stand: Stand = MIDDLE): Spot {
  return { at, boxes: (zoom, all) => boxesAround(typeset, stand, zoom, all) };
}

function boxesAround(
  { widths, sub, size, rotate }: Typeset,
  { anchor, offset }: Stand,
  zoom: number,
  all: boolean,
): Box[] {
  const px = size * scaleAt(zoom);
  const lines = widths.map((width) => ({ width: width * px, height: px * LEADING }));
  if (sub && (all || zoom >= sub.from)) {
    lines.push({ width: sub.width * sub.scale * px, height: sub.scale * px * LEADING });
  }
  const whole = lines.reduce((sum, { height }) => sum + height, 0);
  const [dx, dy] = [offset[0] * px, offset[1] * px];
  let top = dy - (anchor.startsWith('top') ? 0 : anchor.startsWith('bottom') ? whole : whole / 2);
  return lines.flatMap(({ width, height }) => {
    const left = dx - (anchor.endsWith('left') ? 0 : anchor.endsWith('right') ? width : width / 2);
    const box = { left: left - AIR, right: left + width + AIR, top, bottom: top + height };
    top += height;
    return rotate === 0 ? [box] : chainOf(box, rotate);
  });
}

/** Upright squares along a box that is turned about the origin. */
function chainOf({ left, right, top, bottom }: Box, rotate: number): Box[] {
  const [sin, cos] = [Math.sin((rotate * Math.PI) / 180), Math.cos((rotate * Math.PI) / 180)];
  const half = (bottom - top) / 2;
  const y = (top + bottom) / 2;
  const count = Math.max(1, Math.ceil((right - left) / (2 * half)));
  return Array.from({ length: count }, (_, index) => {
    const x = left + ((index + 0.5) * (right - left)) / count;
    const [mx, my] = [x * cos - y * sin, x * sin + y * cos];
    return { left: mx - half, right: mx + half, top: my - half, bottom: my + half };
  });
}

/** Sets a name; what is longer than some eleven ems in two or three lines of about the same length. */
export function typesetOf(
  cls: NameClass,
  size: number,
  text: string,
  sub: string,
  { rotate = 0, language }: { readonly rotate?: number; readonly language: string },
): Typeset {
  const { size: px, spacing } = typeOf(cls, size);
  const sans = cls === 'town' || cls === 'station';
  const shown = cls === 'state' ? text.toLocaleUpperCase(language) : text;
  const width = (line: string): number =>
    measure(line, sans ? SANS_STACK : SERIF_STACK) + line.length * spacing;
  const words = text.split(/\s+/);
  const wanted = sans || rotate !== 0 ? 1 : Math.min(3, words.length, Math.ceil(width(shown) / 11));
  const upper = (line: string): string => (cls === 'state' ? line.toLocaleUpperCase(language) : line);
  const lines = balanced(words, Math.max(1, wanted), (line) => width(upper(line)));
  return {
    lines,
    widths: lines.map((line) => width(upper(line)) + (cls === 'state' ? BESIDE_STATE : 0)),
    sub: sub === '' ? null : { width: width(sub), scale: subScale(px, sans), from: sans ? SUB_FROM : 0 },
    size: px,
    rotate,
  };
}

/** How much smaller the line beneath is set. */
export function subScale(size: number, sans: boolean): number {
  if (sans) return SUB_SCALE;
  return size < 12.5 ? 0.84 : 0.72;
}

/** How much longer a line may be for the sake of a first line that is longer than the last, which is easier to fit under another name. */
const MORE = 1.05;

/** What is kept free beside the name of a state, ems on both sides together: its capitals and a name after them would be read as one. */
const BESIDE_STATE = 0.6;

function balanced(words: readonly string[], count: number, width: (line: string) => number): string[] {
  if (count === 1) return [words.join(' ')];
  let best: string[] = [words.join(' ')];
  let least = Infinity;
  for (let i = 1; i <= words.length - count + 1; i++) {
    const lines = [words.slice(0, i).join(' '), ...balanced(words.slice(i), count - 1, width)];
    const longest = Math.max(...lines.map(width));
    if (longest > least * MORE) continue;
    // The later the break, the longer the first line.
    best = lines;
    least = Math.min(least, longest);
  }
  return best;
}

const pens = new Map<readonly string[], CanvasRenderingContext2D | null>();

/** Chinese characters and what is written among them: each is as broad as it is high, in every face. */
const FULL_WIDTH = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]/g;

/** Width of a text in ems, in the serif of the plate or the sans of the towns; a generous guess where there is no canvas. */
function measure(text: string, stack: readonly string[]): number {
  // The browser is not asked about these: it would look for a face for each of them, which takes longer than all other names.
  const rest = text.replace(FULL_WIDTH, '');
  const full = text.length - rest.length;
  if (rest === '') return full;
  let pen = pens.get(stack);
  if (pen === undefined) {
    pen = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
    // A generic family in quotes would be a font of that name.
    const families = stack.map((name) => (/^(serif|sans-serif|system-ui)$/.test(name) ? name : `"${name}"`));
    if (pen) pen.font = `100px ${families.join(', ')}`;
    pens.set(stack, pen);
  }
  if (pen) return full + pen.measureText(rest).width / 100;
  return [...rest].reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? 0.7 : 0.55), full);
}
