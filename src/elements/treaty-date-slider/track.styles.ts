import { css } from 'lit';

/** The native range input with its marks above and its scale below. */
export const trackStyles = css`
  .measure {
    block-size: 1.5rem;
    margin-block-start: 0.25rem;
    margin-inline: calc(var(--_thumb) / 2);
  }

  .marks,
  .scale {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }

  .scale {
    inline-size: calc(100% - var(--_thumb));
    block-size: 1.9rem;
    margin-inline: calc(var(--_thumb) / 2);
    margin-block-start: calc(var(--_target) / -2 + 0.55rem);
    pointer-events: none;
  }

  .place {
    overflow: visible;
  }

  .mark {
    cursor: pointer;
  }

  .mark .line {
    stroke: var(--_muted);
    stroke-width: 1.2;
  }

  .mark .aim {
    fill: transparent;
    stroke: transparent;
    stroke-width: 6;
  }

  .mark .stretch {
    fill: var(--_muted);
    fill-opacity: 0.35;
  }

  .event .lozenge {
    fill: var(--_surface);
    stroke: var(--_ink);
    stroke-width: 1.2;
  }

  .event .stretch {
    fill: var(--_ink);
  }

  .mark.current .line,
  .mark:hover .line {
    stroke: var(--_accent);
    stroke-width: 2.2;
  }

  .mark.current .lozenge,
  .mark:hover .lozenge {
    fill: var(--_accent);
    stroke: var(--_accent);
  }

  .scale line {
    stroke: var(--_line);
  }

  .scale line.year {
    stroke: var(--_muted);
  }

  .scale text {
    fill: var(--_muted);
    font: 0.75rem var(--_serif);
    font-variant-numeric: lining-nums;
    text-anchor: middle;
  }

  .scale .tight {
    font-size: 0.6875rem;
  }

  .scale .month {
    font: 0.6875rem var(--_sans);
  }

  .range {
    appearance: none;
    display: block;
    position: relative;
    inline-size: 100%;
    block-size: var(--_target);
    margin: calc(var(--_target) / -2) 0 0;
    background: none;
    cursor: grab;
    touch-action: pan-y;
  }

  .range:active {
    cursor: grabbing;
  }

  .range:focus-visible {
    outline: none;
  }

  .range::-webkit-slider-runnable-track {
    block-size: 2px;
    background: var(--_ink);
  }

  .range::-moz-range-track {
    block-size: 2px;
    background: var(--_ink);
  }

  .range::-webkit-slider-thumb {
    appearance: none;
    inline-size: var(--_thumb);
    block-size: var(--_thumb);
    margin-block-start: calc(1px - var(--_thumb) / 2);
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1.5px var(--_accent);
  }

  .range::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: var(--_thumb);
    block-size: var(--_thumb);
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1.5px var(--_accent);
  }

  .range:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_ink);
    outline-offset: 3px;
  }

  .range:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_ink);
    outline-offset: 3px;
  }

  @media (forced-colors: active) {
    .range::-webkit-slider-runnable-track {
      background: CanvasText;
    }

    .range::-webkit-slider-thumb {
      background: Highlight;
      border-color: Canvas;
      forced-color-adjust: none;
    }

    .mark .line,
    .event .lozenge,
    .scale line {
      stroke: CanvasText;
    }

    .mark.current .line,
    .mark.current .lozenge {
      stroke: Highlight;
    }

    .scale text {
      fill: CanvasText;
    }
  }
`;
