import { css, unsafeCSS } from 'lit';
import { GROUPS, PALETTES } from '../map/palette-data';
import { declarePageColors, FONTS } from './page-colors';

/** The hue of each kind, out of the one palette, unless the owner or the page sets `--treaty-kind-<group>-color`. */
function hues(theme: keyof typeof PALETTES): string {
  return GROUPS.map(
    (group) => `--_hue-${group}: var(--treaty-kind-${group}-color, ${PALETTES[theme].kinds[group]});`,
  ).join('\n');
}

/** Colours and type of every control, from the owner's custom properties or their own; day and night. */
export const tokens = css`
  :host {
    ${declarePageColors('light', 'control')}
    --_serif: var(--treaty-font-serif, ${unsafeCSS(FONTS.serif)});
    --_sans: var(--treaty-font-sans, ${unsafeCSS(FONTS.sans)});
    --_radius: var(--treaty-radius, 4px);
    --_space: var(--treaty-spacing, 1rem);
    ${unsafeCSS(hues('light'))}
  }

  @media screen and (prefers-color-scheme: dark) {
    :host {
      ${declarePageColors('dark', 'control')}
      ${unsafeCSS(hues('dark'))}
    }
  }
`;

/** What every control looks like before it is itself. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    overflow-wrap: break-word;
    color: var(--_ink);
    background: var(--_surface);
    font: 0.875rem/1.45 var(--_sans);
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3,
  h4 {
    font-family: var(--_serif);
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }

  button,
  input {
    font: inherit;
    color: inherit;
  }

  button {
    background: none;
    border: 0;
    padding: 0;
    text-align: start;
    cursor: pointer;
  }

  a {
    color: inherit;
    text-decoration-color: var(--_muted);
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  /* What unfolds has one sign everywhere: a chevron drawn by its edges, so that no font has to have it. */
  summary {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::after {
    content: '';
    flex: none;
    align-self: center;
    inline-size: 0.4rem;
    block-size: 0.4rem;
    border: solid var(--_muted);
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-0.12rem) rotate(45deg);
  }

  [open] > summary::after {
    transform: translateY(0.1rem) rotate(225deg);
  }

  /* Browsers would give it the colour of a link. */
  @media (forced-colors: active) {
    summary {
      color: CanvasText;
    }
  }

  .icon {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    display: block;
  }

  .eyes {
    display: grid;
    gap: 0.2rem;
    padding-block: 0.2rem;
    font-size: 0.8125rem;
  }

  .eyes strong {
    color: var(--_accent);
    font-family: var(--_serif);
    font-size: 0.9375rem;
    font-style: italic;
    font-weight: 600;
    text-wrap: balance;
  }

  .empty {
    padding: 1rem;
    color: var(--_muted);
    font-family: var(--_serif);
    font-style: italic;
  }

  /* On paper nothing scrolls or opens: all is there. */
  @media print {
    :host {
      container-type: normal;
      overflow: visible;
      background: none;
      print-color-adjust: exact;
    }

    summary::after {
      display: none;
    }

    ::details-content {
      display: block;
      block-size: auto;
      content-visibility: visible;
    }

    h2,
    h3,
    h4,
    summary {
      break-after: avoid;
    }

    p,
    li li {
      break-inside: avoid;
    }

    button.about {
      display: none;
    }
  }
`;

/** The hue of a kind, as `--_hue`, for whatever carries the class `kind-<group>`. */
export const kinds = css`
  ${unsafeCSS(GROUPS.map((group) => `.kind-${group} { --_hue: var(--_hue-${group}); }`).join('\n'))}
`;
