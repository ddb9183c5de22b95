import { css } from 'lit';
import { tintOf } from '../map/palette-data';
import { kinds } from './shared-styles';

/** The signs of the map, small. */
export const swatchStyles = css`
  .swatch {
    flex: none;
    display: block;
    --_hue: var(--_muted);
    forced-color-adjust: none;
  }

  .swatch .tint {
    fill: var(--_hue);
    fill-opacity: ${tintOf('recognised')};
  }

  .swatch.kind-province .tint {
    fill-opacity: ${tintOf('province')};
  }

  .swatch.kind-autonomous .tint {
    fill-opacity: ${tintOf('autonomous')};
  }

  .swatch .band {
    fill: none;
    stroke: var(--_hue);
    stroke-width: 4;
    stroke-opacity: 0.25;
  }

  .swatch .edge,
  .swatch .hatch,
  .swatch .ring,
  .swatch .rule {
    fill: none;
    stroke: var(--_hue);
    stroke-width: 1.4;
  }

  .swatch .hatch {
    stroke-width: 1.1;
    stroke-opacity: 0.75;
  }

  .swatch .clip {
    overflow: hidden;
  }

  .swatch .dashed {
    stroke-dasharray: 4 3;
  }

  .swatch .broken {
    stroke-dasharray: 6 2 1.4 2;
  }

  .swatch .dotted {
    stroke-dasharray: 0.1 3;
    stroke-linecap: round;
    stroke-width: 1.6;
  }

  .swatch .casing {
    fill: none;
    stroke: var(--_hue);
    stroke-width: 5;
  }

  .swatch .ties,
  .swatch .core {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2.2;
  }

  .swatch .ties {
    stroke-dasharray: 5 5;
  }

  .swatch .disc {
    fill: var(--_hue);
    stroke: var(--_surface);
  }

  .swatch .ring {
    stroke-width: 2;
  }

  .swatch .rule {
    stroke-width: 2;
    stroke-dasharray: 1 3;
  }

  /* What a day says otherwise that is compared with. */
  .then .stands:first-child::before {
    content: '\\2192\\A0' / '';
  }

  .dot {
    display: inline-block;
    inline-size: 0.55em;
    block-size: 0.55em;
    margin-inline-end: 0.4em;
    border-radius: 50%;
    background: var(--_hue, var(--_muted));
    forced-color-adjust: none;
  }

  ${kinds}
`;
