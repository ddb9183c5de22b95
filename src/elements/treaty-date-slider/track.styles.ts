import { css } from 'lit';

/**
 * From top to bottom: the events, a line for each change day, the line that the thumb goes along, the scale. The thumb lies
 * below the marks and points at them with its needle, so that it covers nothing of what it dates.
 */
export const trackStyles = css`
  .track {
    grid-area: track;
    min-inline-size: 0;
    block-size: 2.875rem;
    padding-inline: calc(var(--_thumb) / 2);
    cursor: pointer;
    touch-action: pan-y;
  }

  .track.moves {
    cursor: grabbing;
  }

  .way {
    position: relative;
    block-size: 100%;
  }

  .way > * {
    position: absolute;
    inset-inline: 0;
  }

  /* For keys and assistive technology: what is seen is drawn over it. */
  .range {
    inset-block: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }

  .way svg {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }

  .marks {
    inset-block-start: 0;
    block-size: 17px;
  }

  .line {
    inset-block-start: 19px;
    block-size: 10px;
    pointer-events: none;
  }

  .scale {
    inset-block-start: 30px;
    block-size: 16px;
    pointer-events: none;
  }

  .other {
    inset-block-start: 0;
    block-size: 24px;
    pointer-events: none;
  }

  .moves .way > svg {
    clip-path: inset(0 calc(var(--_thumb) / -2));
  }

  .change line {
    stroke: var(--_ink);
    stroke-opacity: 0.6;
    stroke-width: 1;
    shape-rendering: crispEdges;
  }

  .change .stretch {
    fill: var(--_muted);
    fill-opacity: 0.22;
  }

  .event path,
  .event rect {
    fill: var(--_surface);
    stroke: var(--_ink);
    stroke-width: 1;
  }

  .event circle {
    fill: var(--_ink);
  }

  .mark:hover line {
    stroke: var(--_accent);
    stroke-opacity: 1;
  }

  .event:hover path,
  .event:hover rect {
    stroke: var(--_accent);
  }

  .line .rail {
    stroke: var(--_muted);
    stroke-width: 1.5;
  }

  .band {
    stroke: var(--_hue, var(--_muted));
    stroke-width: 4;
    pointer-events: stroke;
  }

  .band.broken {
    stroke-dasharray: 3 2;
    stroke-width: 3;
  }

  .other line {
    stroke: var(--_accent);
    stroke-width: 2;
    stroke-dasharray: 3 2;
  }

  .other rect {
    fill: var(--_accent);
    fill-opacity: 0.12;
  }

  .scale line {
    stroke: var(--_line);
    shape-rendering: crispEdges;
  }

  .scale line.year {
    stroke: var(--_muted);
  }

  .scale text {
    fill: var(--_muted);
    font: 0.75rem var(--_serif);
    font-variant-numeric: lining-nums tabular-nums;
    /* In a page from right to left the start is on the right. */
    text-anchor: start;
  }

  .scale text.month,
  .scale text.day {
    font: 0.6875rem var(--_sans);
  }

  .scale text.day {
    text-anchor: middle;
  }

  /* As wide as a finger, however small it looks. */
  .way .thumb {
    inset-block: 0;
    inset-inline: calc(var(--_at) * 100% - var(--_grip) / 2) auto;
    inline-size: var(--_grip);
    cursor: grab;
    touch-action: none;
  }

  .moves .thumb {
    cursor: grabbing;
  }

  .thumb::before,
  .thumb::after {
    content: '';
    position: absolute;
    inset-inline-start: 50%;
    pointer-events: none;
  }

  .thumb::before {
    inset-block: 0 calc(100% - 24px);
    inline-size: 2px;
    margin-inline-start: -1px;
    background: var(--_accent);
  }

  .thumb::after {
    inset-block-start: calc(24px - var(--_thumb) / 2);
    inline-size: var(--_thumb);
    block-size: var(--_thumb);
    margin-inline-start: calc(var(--_thumb) / -2);
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1.5px var(--_accent);
  }

  .range:focus-visible ~ .thumb::after {
    outline: 2px solid var(--_ink);
    outline-offset: 1.5px;
  }

  @media (forced-colors: active) {
    .change line,
    .event path,
    .event rect,
    .line .rail,
    .scale line {
      stroke: CanvasText;
    }

    .band {
      stroke: CanvasText;
    }

    .event circle,
    .scale text {
      fill: CanvasText;
    }

    .thumb::before,
    .thumb::after {
      background: Highlight;
      border-color: Canvas;
      forced-color-adjust: none;
    }
  }
`;
