/** A colour as MapLibre and WebGL take it: red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function hexOf([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `over` laid on the rest of `under`. */
export function mixed(under: string, over: string, share: number): string {
  const [a, b] = [rgbOf(under), rgbOf(over)];
  return hexOf(
    [0, 1, 2].map((i) => (a[i] as number) * (1 - share) + (b[i] as number) * share) as unknown as Rgb,
  );
}

/** Relative luminance as WCAG has it, 0 for black to 1 for white. */
export function luminanceOf(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
