import { unsafeCSS, type CSSResult } from 'lit';
import { PALETTES, type Theme } from '../map/palette-data';

/** The colours of the page around the map: paper and ink are the map's own, the others the map does not draw with. */
export const PAGE_COLORS: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    paper: PALETTES.light.paper,
    ink: PALETTES.light.ink,
    surface: '#fbf7ec',
    muted: '#6b6255',
    line: '#cfc5b1',
    accent: '#8a4b12',
  },
  dark: {
    paper: PALETTES.dark.paper,
    ink: PALETTES.dark.ink,
    surface: '#26231f',
    muted: '#b3a994',
    line: '#4a453c',
    accent: '#e0a566',
  },
};

/**
 * Their CSS declarations: for the owner the properties that a page may set, for a control its own, which follow those
 * and do without an owner.
 */
export function declarePageColors(theme: Theme, by: 'owner' | 'control'): CSSResult {
  const declarations = Object.entries(PAGE_COLORS[theme]).map(([name, color]) =>
    by === 'owner'
      ? `--treaty-${name}-color: ${color};`
      : `--_${name}: var(--treaty-${name}-color, ${color});`,
  );
  return unsafeCSS(declarations.join('\n'));
}

/**
 * The type of the page: system fonts, nothing downloaded. For Latin and Cyrillic an old-style serif and a humanist sans that
 * have both, so that a name and its Russian look like one hand; then faces for Chinese, by system, and for Mongolian's
 * vertical script, which else falls to whatever has it.
 */
export const FONTS = {
  serif: `'Iowan Old Style', 'Palatino Linotype', Palatino, 'P052', 'Noto Serif', Georgia, 'Songti SC', 'Songti TC', 'Noto Serif CJK SC', 'Noto Serif SC', SimSun, PMingLiU, 'Mongolian Baiti', 'Noto Sans Mongolian', 'DejaVu Serif', serif`,
  sans: `'Source Sans 3', 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Roboto, 'PingFang SC', 'PingFang TC', 'Microsoft YaHei', 'Microsoft JhengHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Mongolian Baiti', 'Noto Sans Mongolian', 'DejaVu Sans', Arial, sans-serif`,
} as const;
