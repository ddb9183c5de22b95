/** Small tools on grey planes: blur, and how much of a pixel lies inside rings. */

export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Gaussian, one axis after the other; the edge is carried outwards. */
export function blurred(plane: Plane, sigma: number): Plane {
  const radius = Math.ceil(sigma * 3);
  const weights = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  const kernel = weights.map((weight) => weight / sum);
  return along(along(plane, kernel, 1, 0), kernel, 0, 1);
}

function along(
  { width, height, values }: Plane,
  kernel: readonly number[],
  stepX: number,
  stepY: number,
): Plane {
  const radius = (kernel.length - 1) / 2;
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let total = 0;
      for (let k = -radius; k <= radius; k++) {
        const px = Math.min(width - 1, Math.max(0, x + k * stepX));
        const py = Math.min(height - 1, Math.max(0, y + k * stepY));
        total += (values[py * width + px] ?? 0) * (kernel[k + radius] ?? 0);
      }
      out[y * width + x] = total;
    }
  }
  return { width, height, values: out };
}

const SUBROWS = 4;

/** Share of each pixel inside the rings by the even-odd rule; exact along x, four samples along y. */
export function coverage(rings: readonly [number, number][][], width: number, height: number): Plane {
  const values = new Float32Array(width * height);
  const crossings: number[][] = Array.from({ length: height * SUBROWS }, () => []);
  for (const ring of rings) {
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
      const [low, high] = [Math.min(y1, y2), Math.max(y1, y2)];
      const first = Math.max(0, Math.ceil(low * SUBROWS - 0.5));
      for (let row = first; row < crossings.length && (row + 0.5) / SUBROWS < high; row++) {
        const y = (row + 0.5) / SUBROWS;
        crossings[row]?.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      }
    }
  }
  for (const [row, xs] of crossings.entries()) {
    xs.sort((a, b) => a - b);
    const offset = Math.floor(row / SUBROWS) * width;
    for (let i = 0; i + 1 < xs.length; i += 2) {
      addSpan(values, offset, width, Math.max(0, xs[i] ?? 0), Math.min(width, xs[i + 1] ?? 0));
    }
  }
  return { width, height, values };
}

function addSpan(values: Float32Array, offset: number, width: number, from: number, to: number): void {
  for (let x = Math.floor(from); x < Math.min(width, to); x++) {
    const share = Math.min(x + 1, to) - Math.max(x, from);
    if (share > 0) values[offset + x] = (values[offset + x] ?? 0) + share / SUBROWS;
  }
}
