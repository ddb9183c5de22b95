import { css, unsafeCSS, type CSSResult } from 'lit';
import { paletteProperties, PALETTES, type Theme } from '../../map/palette-data';
import { declarePageColors, FONTS } from '../page-colors';

function declarations(theme: Theme): CSSResult {
  const palette = paletteProperties(PALETTES[theme]).map(([name, color]) => `${name}: ${color};`);
  return unsafeCSS(`${palette.join('')}${declarePageColors(theme, 'owner')}`);
}

/**
 * The palette as custom properties on the element, from the one table that the map draws with: a page that sets one of
 * them on `treaty-map` changes map, signs and list alike.
 */
export const themeStyles = css`
  :host {
    color-scheme: light;
    --treaty-font-serif: ${unsafeCSS(FONTS.serif)};
    --treaty-font-sans: ${unsafeCSS(FONTS.sans)};
    --treaty-radius: 4px;
    --treaty-spacing: 1rem;
    ${declarations('light')}
  }

  /* Paper is white, whatever the theme. */
  @media screen and (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      color-scheme: dark;
      ${declarations('dark')}
    }
  }

  @media screen {
    :host([theme='dark']) {
      color-scheme: dark;
      ${declarations('dark')}
    }
  }
`;
