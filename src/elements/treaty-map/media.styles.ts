import { css } from 'lit';

/** What the reader's device asks for: night, fingers, forced colours, paper. */
export const mediaStyles = css`
  @media (pointer: coarse) {
    :host {
      --_tap: 44px;
    }

    /* MapLibre's button for the credits, as large around its sign as a finger. */
    .map .maplibregl-ctrl-attrib-button {
      inset: -10px -10px auto auto;
      inline-size: 44px;
      block-size: 44px;
      background-color: transparent;
    }
  }

  /* What is see-through would be drawn. */
  @media (forced-colors: active) {
    .pages button {
      border-color: Canvas;
    }

    .pages [aria-current] {
      border-color: Highlight;
    }

    .openers::before,
    .list-head::before {
      background: CanvasText;
    }

    .heading {
      text-shadow: none;
    }

    .heading ::slotted(*) {
      background: Canvas;
    }
  }

  .printed,
  .printed-day {
    display: none;
  }

  /* A sheet: title and day, the map, its signs, the list with its sources. */
  @media print {
    :host {
      container: none;
      aspect-ratio: auto;
      block-size: auto !important;
      min-block-size: 0;
      overflow: visible;
      background: none;
    }

    .frame,
    .corner {
      display: contents;
    }

    .stage {
      display: flex;
      flex-direction: column;
      gap: 3mm;
      background: none;
    }

    .heading {
      order: -2;
      text-shadow: none;
    }

    .printed-day {
      order: -1;
      display: block;
      margin: 0;
    }

    .printed-day,
    .side.after {
      font: 16pt/1.2 var(--treaty-font-serif);
      font-variant-numeric: lining-nums;
    }

    .map {
      position: relative;
      inset: auto;
      inline-size: var(--_printed-width, 100%);
      block-size: var(--_printed-height, 0);
      zoom: var(--_printed-zoom, 1);
      outline: 1px solid var(--treaty-border-color);
      print-color-adjust: exact;
    }

    .map canvas.maplibregl-canvas {
      visibility: hidden;
    }

    .printed {
      position: absolute;
      inset: 0;
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }

    /* The other of two days follows the first, each under its date. */
    .map.compared {
      order: 2;
      clip-path: none;
    }

    .side.after {
      position: static;
      order: 1;
      padding: 0;
      background: none;
    }

    .legend {
      order: 3;
    }

    .map .maplibregl-ctrl-attrib-button,
    .divider,
    .side.before,
    .buttons,
    .peek,
    .notice,
    .problems,
    .bar,
    .pages,
    .list-head,
    .legend-close {
      display: none !important;
    }

    .legend,
    .legend:not([data-open]) {
      display: block;
      overflow: visible;
      border: 0;
      background: none;
      break-inside: avoid;
    }

    .list,
    .list:not([data-open]) {
      display: block;
      overflow: visible;
      border: 0;
      background: none;
      break-before: page;
      columns: 2;
      column-gap: 8mm;
    }
  }
`;
