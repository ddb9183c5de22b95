import { css, unsafeCSS, type CSSResult } from 'lit';
import { paletteProperties, PALETTES, type Theme } from '../../map/palette-data';

/** Colours of the page around the map, which the map itself does not draw with. */
const PAGE: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: { surface: '#fbf7ec', muted: '#6b6255', line: '#cfc5b1', accent: '#8a4b12' },
  dark: { surface: '#26231f', muted: '#b3a994', line: '#4a453c', accent: '#e0a566' },
};

function declarations(theme: Theme): CSSResult {
  const page = Object.entries(PAGE[theme]).map(([name, color]) => [`--treaty-${name}-color`, color] as const);
  return unsafeCSS(
    [...paletteProperties(PALETTES[theme]), ...page].map(([name, color]) => `${name}: ${color};`).join(''),
  );
}

/**
 * The palette as custom properties on the element, from the one table that the map draws with: a page that sets one of
 * them on `treaty-map` changes map, signs and list alike.
 */
export const themeStyles = css`
  :host {
    color-scheme: light;
    --treaty-font-serif:
      'Iowan Old Style', Palatino, 'Palatino Linotype', 'Noto Serif', 'Songti SC', 'Noto Serif CJK SC',
      Georgia, serif;
    --treaty-font-sans:
      'Source Sans 3', 'Noto Sans', 'Helvetica Neue', 'PingFang SC', 'Noto Sans CJK SC', Arial, sans-serif;
    ${declarations('light')}
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      color-scheme: dark;
      ${declarations('dark')}
    }
  }

  :host([theme='dark']) {
    color-scheme: dark;
    ${declarations('dark')}
  }
`;
