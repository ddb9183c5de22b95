/**
 * Division of one province among its units by least cost: every unit grows from its places, slowly over steep ground
 * and crests, and stops where it meets another. The head start of each unit is then changed, over and over, until its
 * share of the province is its share in the official areas. So borders come to lie on high ground where there is
 * any, and a large empty unit with its seat in a corner is still large.
 */
import type { Elevation } from './elevation.ts';
import { RIVER_PIXELS } from './rivers.ts';

export interface Seed {
  /** Index of the unit. */
  readonly unit: number;
  readonly lon: number;
  readonly lat: number;
  /** The seat of a unit stays in it, however great the head start of a neighbour. */
  readonly seat: boolean;
}

export interface Grid {
  readonly west: number;
  readonly north: number;
  /** Degrees of a pixel. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
  /** 2 inside the province, 1 in the margin around it, 0 outside. */
  readonly mask: Uint8Array;
  /** 1 where a river runs that is known to be a border. */
  readonly rivers: Uint8Array;
}

export interface Allocation {
  readonly grid: Grid;
  /** Index of the unit of each pixel, -1 outside. */
  readonly labels: Int16Array;
}

/** How much the cost of a kilometre rises with a grey step of slope per kilometre, and with a grey step of crest. */
const SLOPE_COST = 0.9;
const CREST_COST = 0.35;
/** Crossing a river that is a border costs as much as so many kilometres of plain. */
const RIVER_COST_KM = 1500;
const KM_PER_DEGREE = 111.195;
const GOOD_ENOUGH = 0.002;
const MOST_STEP = 25;

/** Sixteen neighbours, since eight would favour eight directions and give the edges away as artificial. */
const NEIGHBOURS: readonly (readonly [number, number])[] = [
  [1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [1, -1], [-1, 1], [-1, -1],
  [2, 1], [2, -1], [-2, 1], [-2, -1], [1, 2], [1, -2], [-1, 2], [-1, -2],
]; // prettier-ignore

/**
 * Head starts under which each unit has its share; targets are shares, so only their proportions count. A unit whose
 * error changes sign has been corrected too far and goes on with smaller steps.
 */
export function calibrated(
  grid: Grid,
  elevation: Elevation,
  seeds: readonly Seed[],
  targets: readonly number[],
  rounds: number,
  from?: Float64Array,
): { headStart: Float64Array; misplaced: number } {
  const cost = costOf(grid, elevation);
  const total = targets.reduce((sum, target) => sum + target, 0);
  const headStart = from?.slice() ?? new Float64Array(targets.length);
  const gain = new Float64Array(targets.length).fill(from ? 0.5 : 1);
  const before = new Float64Array(targets.length);
  let best: { headStart: Float64Array; misplaced: number } = { headStart, misplaced: Infinity };
  for (let round = 0; round < rounds && best.misplaced > GOOD_ENOUGH; round++) {
    const areas = areasOf(grow(grid, cost, seeds, headStart), grid, targets.length);
    const land = areas.reduce((sum, area) => sum + area, 0);
    const excess = areas.map((area, unit) => area - ((targets[unit] ?? 0) / total) * land);
    const misplaced = excess.reduce((sum, km2) => sum + Math.abs(km2), 0) / 2 / land;
    if (misplaced < best.misplaced) best = { headStart: headStart.slice(), misplaced };
    for (const [unit, target] of targets.entries()) {
      const km2 = excess[unit] ?? 0;
      const turned = km2 * (before[unit] ?? 0) < 0;
      gain[unit] = turned ? (gain[unit] ?? 1) * 0.5 : Math.min(2, (gain[unit] ?? 1) * 1.15);
      before[unit] = km2;
      const edge = 2 * Math.sqrt((Math.PI * target * land) / total);
      const step = Math.max(-MOST_STEP, Math.min(MOST_STEP, ((gain[unit] ?? 1) * km2) / edge));
      headStart[unit] = (headStart[unit] ?? 0) + step;
    }
  }
  return best;
}

export function allocate(
  grid: Grid,
  elevation: Elevation,
  seeds: readonly Seed[],
  headStart: Float64Array,
): Allocation {
  const cost = costOf(grid, elevation);
  const labels = grow(grid, cost, seeds, headStart);
  return { grid, labels: withoutExclaves(grid, labels, headStart.length) };
}

/** Cost of a kilometre at each pixel. */
function costOf(grid: Grid, elevation: Elevation): Float32Array {
  const { width, height, step, west, north, mask, rivers } = grid;
  const grey = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      grey[y * width + x] = elevation.at(west + (x + 0.5) * step, north - (y + 0.5) * step);
  }
  const smooth = blurred(grey, width, height, Math.round(0.05 / step));
  const around = blurred(grey, width, height, Math.round(0.25 / step));
  const cost = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const kmX = step * KM_PER_DEGREE * Math.cos(((north - (y + 0.5) * step) * Math.PI) / 180);
    const kmY = step * KM_PER_DEGREE;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (!mask[i]) continue;
      const across = ((smooth[i + 1] ?? 0) - (smooth[i - 1] ?? 0)) / (2 * kmX);
      const down = ((smooth[i + width] ?? 0) - (smooth[i - width] ?? 0)) / (2 * kmY);
      const crest = Math.max(0, (smooth[i] ?? 0) - (around[i] ?? 0));
      const slope = Math.min(4, Math.hypot(across, down));
      const river = rivers[i] ? RIVER_COST_KM / (RIVER_PIXELS * kmY) : 0;
      const price = 1 + SLOPE_COST * slope + CREST_COST * Math.min(15, crest) + river;
      cost[i] = mask[i] === 2 ? price : price * 4;
    }
  }
  return cost;
}

/** Mean over a square, twice, by running sums. */
function blurred(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  if (radius < 1) return values;
  let from = values;
  for (let pass = 0; pass < 2; pass++) {
    from = blurredAlong(from, width, height, radius, 1, width);
    from = blurredAlong(from, height, width, radius, width, 1);
  }
  return from;
}

function blurredAlong(
  from: Float32Array,
  length: number,
  count: number,
  radius: number,
  stride: number,
  lineStride: number,
): Float32Array {
  const to = new Float32Array(from.length);
  for (let line = 0; line < count; line++) {
    const at = (k: number): number =>
      from[line * lineStride + Math.min(length - 1, Math.max(0, k)) * stride] ?? 0;
    let sum = 0;
    for (let k = -radius; k <= radius; k++) sum += at(k);
    for (let k = 0; k < length; k++) {
      to[line * lineStride + k * stride] = sum / (2 * radius + 1);
      sum += at(k + radius + 1) - at(k - radius);
    }
  }
  return to;
}

function grow(grid: Grid, cost: Float32Array, seeds: readonly Seed[], headStart: Float64Array): Int16Array {
  const { width, height, step, north, west } = grid;
  const reached = new Float64Array(width * height).fill(Infinity);
  const labels = new Int16Array(width * height).fill(-1);
  const heap = new Heap();
  const lead = Math.min(...headStart);
  const held = new Uint8Array(width * height);
  for (const { unit, lon, lat, seat } of seeds) {
    const x = Math.floor((lon - west) / step);
    const y = Math.floor((north - lat) / step);
    const i = y * width + x;
    if (x < 0 || y < 0 || x >= width || y >= height || !cost[i]) continue;
    const start = (headStart[unit] ?? 0) - lead;
    if (held[i] || (!seat && start >= (reached[i] ?? 0))) continue;
    if (seat) held[i] = 1;
    reached[i] = start;
    labels[i] = unit;
    heap.push(start, i);
  }
  while (heap.size > 0) {
    const [far, i] = heap.pop();
    if (far > (reached[i] ?? 0)) continue;
    const y = Math.floor(i / width);
    const x = i - y * width;
    const kmX = step * KM_PER_DEGREE * Math.cos(((north - (y + 0.5) * step) * Math.PI) / 180);
    const kmY = step * KM_PER_DEGREE;
    for (const [dx, dy] of NEIGHBOURS) {
      const [nx, ny] = [x + dx, y + dy];
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
      const j = ny * width + nx;
      const price = cost[j] ?? 0;
      if (price === 0 || held[j]) continue;
      const next = far + (Math.hypot(dx * kmX, dy * kmY) * (price + (cost[i] ?? 0))) / 2;
      if (next >= (reached[j] ?? 0)) continue;
      reached[j] = next;
      labels[j] = labels[i] ?? -1;
      heap.push(next, j);
    }
  }
  return labels;
}

function areasOf(labels: Int16Array, grid: Grid, units: number): Float64Array {
  const areas = new Float64Array(units);
  const side = grid.step * KM_PER_DEGREE;
  for (let y = 0; y < grid.height; y++) {
    const pixel = side * side * Math.cos(((grid.north - (y + 0.5) * grid.step) * Math.PI) / 180);
    for (let x = 0; x < grid.width; x++) {
      const i = y * grid.width + x;
      const unit = labels[i] ?? -1;
      if (unit >= 0 && grid.mask[i] === 2) areas[unit] = (areas[unit] ?? 0) + pixel;
    }
  }
  return areas;
}

/** A unit keeps its largest piece; the others go to the neighbour they touch most, pixel by pixel from the edge. */
function withoutExclaves(grid: Grid, labels: Int16Array, units: number): Int16Array {
  const { width, height, mask } = grid;
  const piece = new Int32Array(labels.length).fill(-1);
  const sizes: number[] = [];
  const largest = new Map<number, number>();
  for (let start = 0; start < labels.length; start++) {
    const unit = labels[start] ?? -1;
    if (unit < 0 || piece[start] !== -1) continue;
    const id = sizes.length;
    let size = 0;
    const queue = [start];
    piece[start] = id;
    for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
      if (mask[i] === 2) size++;
      for (const j of [i - 1, i + 1, i - width, i + width]) {
        if (j < 0 || j >= labels.length || piece[j] !== -1 || labels[j] !== unit) continue;
        piece[j] = id;
        queue.push(j);
      }
    }
    sizes.push(size);
    const kept = largest.get(unit);
    if (kept === undefined || size > (sizes[kept] ?? 0)) largest.set(unit, id);
  }
  const keep = new Set(largest.values());
  const result = labels.map((unit, i) => (unit >= 0 && keep.has(piece[i] ?? -1) ? unit : -1));
  let open = [...result.keys()].filter((i) => result[i] === -1 && mask[i] !== 0 && labels[i] !== -1);
  while (open.length > 0) {
    const found: [number, number][] = [];
    for (const i of open) {
      const x = i % width;
      const votes = new Int32Array(units);
      let chosen = -1;
      for (const j of [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width]) {
        const unit = j >= 0 && j < width * height ? (result[j] ?? -1) : -1;
        if (unit < 0) continue;
        votes[unit] = (votes[unit] ?? 0) + 1;
        if (chosen < 0 || (votes[unit] ?? 0) > (votes[chosen] ?? 0)) chosen = unit;
      }
      if (chosen >= 0) found.push([i, chosen]);
    }
    if (found.length === 0) break;
    for (const [i, unit] of found) result[i] = unit;
    open = open.filter((i) => result[i] === -1);
  }
  return result;
}

class Heap {
  #keys: number[] = [];
  #values: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  push(key: number, value: number): void {
    const [keys, values] = [this.#keys, this.#values];
    let i = keys.length;
    keys.push(key);
    values.push(value);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if ((keys[parent] ?? 0) <= key) break;
      keys[i] = keys[parent] ?? 0;
      values[i] = values[parent] ?? 0;
      i = parent;
    }
    keys[i] = key;
    values[i] = value;
  }

  pop(): [number, number] {
    const [keys, values] = [this.#keys, this.#values];
    const top: [number, number] = [keys[0] ?? 0, values[0] ?? 0];
    const key = keys.pop() ?? 0;
    const value = values.pop() ?? 0;
    const size = keys.length;
    if (size === 0) return top;
    let i = 0;
    for (let child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child++;
      if ((keys[child] ?? 0) >= key) break;
      keys[i] = keys[child] ?? 0;
      values[i] = values[child] ?? 0;
      i = child;
    }
    keys[i] = key;
    values[i] = value;
    return top;
  }
}
