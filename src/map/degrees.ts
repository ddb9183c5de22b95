import type { Collection } from './map-data';
import { overlap, perPixel, type At, type Seen } from './placing';
import type { Box, Plane } from './plane';

/** A number at the edge of what is seen: where its box begins, CSS pixels from the top left. */
interface DegreeNumber {
  readonly degrees: number;
  readonly left: number;
  readonly top: number;
}

/** A line of the graticule in the plane, and of which kind and number it is. */
interface Line {
  readonly kind: 'meridian' | 'parallel';
  readonly degrees: number;
  readonly points: readonly At[];
}

/** Breadth and height of a number, and its way from the edge, CSS pixels. */
const WIDE = 26;
const HIGH = 13;
const OFF = 3;

/** The meridians and parallels of the file of the graticule; its neat line is neither. */
export function graticuleLines({ features }: Collection, plane: Plane): Line[] {
  return features.flatMap(({ properties, geometry }): Line[] => {
    const [, kind, degrees] = /^(meridian|parallel)-(\d+)$/.exec(String(properties?.['id'])) ?? [];
    if (geometry?.type !== 'LineString' || !kind) return [];
    const points = geometry.coordinates.map((at) => plane.toWorld(at));
    return [{ kind: kind as Line['kind'], degrees: Number(degrees), points }];
  });
}

/**
 * Where the numbers of the graticule stand, as at the neat line of a printed plate: those of meridians along the upper edge
 * of what is seen, those of parallels along the right one; along the opposite edge where something of the page lies there.
 */
export function degreeNumbers(lines: readonly Line[], { zoom, whole, covers }: Seen): DegreeNumber[] {
  const scale = perPixel(zoom);
  const taken: Box[] = [];
  return lines.flatMap(({ kind, degrees, points }): DegreeNumber[] => {
    const edges =
      kind === 'meridian' ? ([['y', whole.top], ['y', whole.bottom]] as const) : ([['x', whole.right], ['x', whole.left]] as const); // prettier-ignore
    for (const [axis, edge] of edges) {
      for (const [x, y] of crossings(points, axis, edge)) {
        const box = boxAt([x, y], whole, scale);
        const isSeen = box.left >= whole.left && box.right <= whole.right && box.top >= whole.top && box.bottom <= whole.bottom; // prettier-ignore
        if (!isSeen || [...covers, ...taken].some((other) => overlap(other, box))) continue;
        taken.push(box);
        return [{ degrees, left: (box.left - whole.left) / scale, top: (box.top - whole.top) / scale }];
      }
    }
    return [];
  });
}

/** The points in which a line meets an upright (`x`) or level (`y`) edge. */
function crossings(points: readonly At[], axis: 'x' | 'y', edge: number): At[] {
  const [along, across] = axis === 'x' ? ([0, 1] as const) : ([1, 0] as const);
  return points.slice(1).flatMap((b, index): At[] => {
    const a = points[index] as At;
    if (a[along] > edge === b[along] > edge) return [];
    const other = a[across] + ((edge - a[along]) / (b[along] - a[along])) * (b[across] - a[across]);
    return [axis === 'x' ? [edge, other] : [other, edge]];
  });
}

/** The box of a number at a point of the edge, drawn inwards. */
function boxAt([x, y]: At, whole: Box, scale: number): Box {
  const [wide, high, off] = [WIDE * scale, HIGH * scale, OFF * scale];
  const left = x === whole.right ? x - off - wide : x === whole.left ? x + off : x - wide / 2;
  const top = y === whole.top ? y + off : y === whole.bottom ? y - off - high : y - high / 2;
  return { left, right: left + wide, top, bottom: top + high };
}

/** The numbers of the graticule on the page: for the eye alone, and only while the map is at rest. */
export class Degrees {
  readonly #box: HTMLElement;
  readonly #lines: readonly Line[];
  readonly #format: Intl.NumberFormat;

  /** @param language BCP 47 tag */
  constructor(container: HTMLElement, graticule: Collection, plane: Plane, language: string) {
    this.#lines = graticuleLines(graticule, plane);
    this.#format = new Intl.NumberFormat(language, { style: 'unit', unit: 'degree', unitDisplay: 'narrow' });
    this.#box = document.createElement('div');
    this.#box.className = 'degrees';
    this.#box.setAttribute('aria-hidden', 'true');
    container.append(this.#box);
  }

  /** Shows them for what is seen, or none while the map moves. Gives back their boxes, in the plane. */
  show(seen: Seen | null): Box[] {
    const numbers = seen ? degreeNumbers(this.#lines, seen) : [];
    this.#box.replaceChildren(
      ...numbers.map(({ degrees, left, top }) => {
        const element = document.createElement('span');
        element.textContent = this.#format.format(degrees);
        element.style.translate = `${left}px ${top}px`;
        return element;
      }),
    );
    if (!seen) return [];
    const scale = perPixel(seen.zoom);
    return numbers.map(({ left, top }) => ({
      left: seen.whole.left + left * scale,
      right: seen.whole.left + (left + WIDE) * scale,
      top: seen.whole.top + top * scale,
      bottom: seen.whole.top + (top + HIGH) * scale,
    }));
  }
}
