import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { PAGE_COLORS } from '../../src/elements/page-colors';
import { areaPaints } from '../../src/map/area-paints';
import { mixed } from '../../src/map/color';
import { GROUPS, PALETTES, type Group, type Theme } from '../../src/map/palette-data';
import { layersOf } from '../../src/map/style';

const THEMES = Object.keys(PALETTES) as Theme[];
const GROUNDS = ['land', 'sea', 'paper'] as const;
/** Greys have no hue to be mistaken: what is over is not drawn, and what is not known is dotted and has no fill. */
const HUES = GROUPS.filter((group) => group !== 'ended' && group !== 'unknown');

const EVERYWHERE = { has: () => true };

const plain = (hex: string): Color => parse(hex) as Color;
const EYES: Readonly<Record<string, (hex: string) => Color>> = {
  'all three cones': plain,
  protanopia: (hex) => filterDeficiencyProt(1)(plain(hex)),
  deuteranopia: (hex) => filterDeficiencyDeuter(1)(plain(hex)),
  tritanopia: (hex) => filterDeficiencyTrit(1)(plain(hex)),
};

/** Every colour in a value of the style, however deep in an expression. */
function colorsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^#[0-9a-f]{6}$/.test(value) ? [value] : [];
  return Array.isArray(value) ? value.flatMap(colorsIn) : [];
}

describe.each(THEMES)('the colours of the %s theme', (theme) => {
  const palette = PALETTES[theme];
  const page = PAGE_COLORS[theme];
  const layers = layersOf(palette) as { id: string; type: string; paint?: Record<string, unknown> }[];

  it.each([...HUES, 'unknown'] as const)(
    'give the strokes of "%s" 3:1 on land, sea and paper, and on its own tint over land',
    (group: Group) => {
      const color = palette.kinds[group];
      for (const ground of GROUNDS) {
        expect(wcagContrast(color, palette[ground]), ground).toBeGreaterThanOrEqual(3);
      }
      const sign = { group, texture: 'tint', edge: 'line', strength: 1 } as const;
      const paint = areaPaints({ territories: new Map([['here', sign]]) }, palette, null, EVERYWHERE);
      const tint = paint.get('here')?.tint ?? 0;
      expect(tint).toBeGreaterThan(0);
      expect(wcagContrast(color, mixed(palette.land, color, tint)), 'tint').toBeGreaterThanOrEqual(3);
    },
  );

  it('give the borders of the base map 3:1 on land and sea', () => {
    for (const ground of ['land', 'sea'] as const) {
      expect(wcagContrast(palette.border, palette[ground]), ground).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.keys(EYES))('tell every two kinds apart with %s', (eyes) => {
    const see = EYES[eyes] as (hex: string) => Color;
    const difference = differenceCiede2000();
    const near = HUES.flatMap((one, index) =>
      HUES.slice(index + 1)
        .map((other) => ({
          pair: `${one}, ${other}`,
          by: difference(see(palette.kinds[one]), see(palette.kinds[other])),
        }))
        .filter(({ by }) => by < 12),
    );
    expect(near).toEqual([]);
  });

  it('give every name on the map 4.5:1 on its halo and on its ground, and every sign of a point 3:1', () => {
    const texts = layers.filter(({ paint }) => paint?.['text-color'] ?? paint?.['icon-color']);
    expect(texts.length).toBeGreaterThan(5);
    // What is over is not drawn, though the style has a colour for its name.
    const { kinds, ink } = palette;
    const over = [kinds.ended, mixed(kinds.ended, ink, 0.35)];
    for (const { id, paint } of texts) {
      const least = id === 'seats' ? 3 : 4.5;
      const ground = /water|sea|river/.test(id) ? palette.sea : palette.land;
      for (const text of colorsIn(paint?.['text-color'] ?? paint?.['icon-color'])) {
        if (!over.includes(text)) {
          expect(wcagContrast(text, ground), `${id}: ${text} on ${ground}`).toBeGreaterThanOrEqual(least);
        }
        for (const halo of colorsIn(paint?.['text-halo-color'] ?? paint?.['icon-halo-color'])) {
          expect(wcagContrast(text, halo), `${id}: ${text} on ${halo}`).toBeGreaterThanOrEqual(least);
        }
      }
    }
  });

  it('give the text of the page 4.5:1 on both its grounds, and its accents too', () => {
    for (const ground of ['surface', 'paper']) {
      for (const text of ['ink', 'muted', 'accent']) {
        expect(
          wcagContrast(page[text] ?? '', page[ground] ?? ''),
          `${text} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
