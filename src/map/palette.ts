import { hexOf } from './color';
import { GROUPS, PALETTES, type Group, type Palette, type Power, type Theme } from './palette-data';

/**
 * The palette in force at an element: the custom properties it inherits, and the table's colours where they are not set.
 * Any CSS colour is understood, since the browser itself works it out: MapLibre knows neither `oklch()` nor
 * `light-dark()`.
 */
export function readPalette(container: HTMLElement): Palette {
  const defaults = PALETTES[themeOf(container)];
  const probe = document.createElement('span');
  probe.hidden = true;
  // Forced colours would answer with the reader's text colour, whatever is asked.
  probe.style.setProperty('forced-color-adjust', 'none');
  container.append(probe);
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = (name: string, fallback: string): string => {
    probe.style.color = fallback;
    probe.style.color = `var(--treaty-${name}-color, ${fallback})`;
    return (pixel && toHex(pixel, getComputedStyle(probe).color)) ?? fallback;
  };
  const { kinds, powers, ...plain } = defaults;
  const palette: Palette = {
    ...(mapped(plain, (name, color) => read(name, color)) as typeof plain),
    kinds: Object.fromEntries(GROUPS.map((group) => [group, read(`kind-${group}`, kinds[group])])) as Record<
      Group,
      string
    >,
    powers: mapped(powers, (power, color) => read(`power-${power}`, color)) as Record<Power, string>,
  };
  probe.remove();
  return palette;
}

/** Light or dark, as the element's `color-scheme` says, else as the reader's system does. */
function themeOf(container: HTMLElement): Theme {
  const scheme = getComputedStyle(container).colorScheme.split(' ');
  const [light, dark] = [scheme.includes('light'), scheme.includes('dark')];
  if (light !== dark) return dark ? 'dark' : 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** A computed colour as `#rrggbb`; null where it is see-through, which paper and ink cannot be. */
function toHex(pixel: CanvasRenderingContext2D, color: string): string | null {
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return alpha < 255 ? null : hexOf([red, green, blue]);
}

function mapped(
  colors: Readonly<Record<string, string>>,
  change: (name: string, color: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(colors).map(([name, color]) => [name, change(name, color)]));
}
