import { css } from 'lit';

/**
 * The layout follows the element's own box, not the window. Three sizes: a wide box with the list as a column; a
 * narrow one with the list in a sheet; a small one, as in an article, with the day, the slider and one button.
 */
export const layoutStyles = css`
  /* Room for a plate that holds title and signs together, as the corner of an atlas's map has one. */
  @container treaty-map (inline-size >= 1180px) and (block-size >= 480px) {
    .corner {
      gap: 0;
    }

    .heading,
    .legend {
      inline-size: 100%;
      background: color-mix(in srgb, var(--treaty-surface-color) 95%, transparent);
      pointer-events: auto;
    }

    ::slotted([slot='title']) {
      box-sizing: border-box;
      padding: 14px 14px 11px;
      border: 1px solid var(--treaty-line-color);
      border-block-end: 0;
      border-start-start-radius: 4px;
      border-start-end-radius: 4px;
      background: var(--treaty-surface-color);
      text-shadow: none;
    }

    .legend {
      border-start-start-radius: 0;
      border-start-end-radius: 0;
      border-block-start: 3px double var(--treaty-muted-color);
    }
  }

  @container treaty-map (inline-size < 1180px) or (block-size < 480px) {
    .openers {
      display: flex;
    }

    .map .maplibregl-ctrl-bottom-left,
    .map .maplibregl-ctrl-bottom-right {
      inset-block-end: calc(var(--_tap) + 14px);
    }

    .legend:not([data-open]) {
      display: none;
    }

    .corner .eyes:not(:empty, :has(+ [data-open])) {
      display: block;
    }

    .corner {
      z-index: 1;
      inset-block-end: calc(var(--_tap) + 46px);
    }

    .legend-close {
      position: sticky;
      z-index: 1;
      inset-block-start: 0;
      display: block;
      inline-size: 100%;
      min-block-size: var(--_tap);
      border: 0;
      border-block-end: 1px solid var(--treaty-line-color);
    }
  }

  @container treaty-map (inline-size >= 900px) and (block-size >= 480px) {
    .list-open {
      display: none;
    }
  }

  @container treaty-map (inline-size < 900px) or (block-size < 480px) {
    .frame,
    .frame[data-without~='list'] {
      grid-template: 'stage' minmax(0, 1fr) 'peek' auto 'bar' auto / minmax(0, 1fr);
    }

    .peek {
      grid-area: peek;
    }

    .frame:not([data-without~='list']) .glance {
      display: block;
    }

    /* A dialog: over all that lies on the map. */
    .corner:has([data-open]) {
      z-index: 3;
      inset: 8px;
      inline-size: auto;
    }

    .corner:has([data-open]) .heading {
      display: none;
    }

    .legend[data-open] {
      background: var(--treaty-surface-color);
      box-shadow: 0 4px 24px rgb(0 0 0 / 25%);
    }

    /* A sheet that comes up over the map, and leaves the day in sight below it. */
    .list {
      grid-area: stage / stage / peek / stage;
      z-index: 2;
      margin-block-start: min(12%, 80px);
      border-inline-start: 0;
      border-block-start: 1px solid var(--treaty-line-color);
      border-start-start-radius: 12px;
      border-start-end-radius: 12px;
      box-shadow: 0 -4px 18px rgb(0 0 0 / 18%);
    }

    .list:not([data-open]) {
      display: none;
    }

    .list-head {
      position: sticky;
      z-index: 1;
      inset-block-start: 0;
      display: flex;
      border-block-end: 1px solid var(--treaty-line-color);
      background: var(--treaty-surface-color);
      touch-action: none;
    }

    .pages {
      position: static;
    }

    .list-head button {
      flex: 1;
      min-block-size: 44px;
      border: 0;
      background: none;
    }

    .list-legend {
      display: none;
    }
  }

  /* What is about the map leaves it in sight, until a finger pulls it up. */
  @container treaty-map (inline-size < 900px) or (block-size < 480px) {
    .list[data-half] {
      align-self: end;
      block-size: 54%;
      margin: 0;
    }

    .list[data-tour] :is(.list-head, .pages) {
      display: none;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    @container treaty-map ((inline-size < 640px) and (block-size >= 480px)) or ((inline-size < 900px) and (block-size >= 620px)) {
      .list[data-open] {
        transition: translate 200ms ease-out;
      }

      @starting-style {
        .list[data-open] {
          translate: 0 100%;
        }
      }
    }
  }

  /* The buttons are the upper edge of the sheet, which peeps out: a finger pulls it up by them and down again. */
  @container treaty-map ((inline-size < 640px) and (block-size >= 480px)) or ((inline-size < 900px) and (block-size >= 620px)) {
    .peek {
      border-block-start: 1px solid var(--treaty-line-color);
      background: var(--treaty-surface-color);
      pointer-events: auto;
      touch-action: none;
    }

    .openers {
      position: relative;
      inset: auto;
      gap: 0;
    }

    .glance {
      padding: 0 14px 8px;
    }

    .openers button {
      flex: 1;
      border: 0;
      border-radius: 0;
      box-shadow: none;
      background: none;
      color: var(--treaty-accent-color);
    }

    .openers::before,
    .list-head::before {
      content: '';
      position: absolute;
      inset: 5px 0 auto;
      margin-inline: auto;
      inline-size: 36px;
      block-size: 4px;
      border-radius: 2px;
      background: var(--treaty-line-color);
    }

    .bar {
      border-block-start: 0;
    }

    /* In the south, where they hide nothing that the record is about. */
    .buttons {
      inset-block-end: calc(var(--_tap) + 8px);
      align-content: space-between;
    }

    .map .maplibregl-ctrl-bottom-left,
    .map .maplibregl-ctrl-bottom-right {
      inset-block-end: 0;
    }

    .corner:not(:has([data-open])) {
      inset-block-end: 38px;
    }
  }

  @container treaty-map (inline-size < 640px) and (480px <= block-size < 620px) {
    .tools {
      grid-template-columns: auto auto;
    }
  }

  @container treaty-map (inline-size < 640px) and (block-size < 480px) {
    .buttons,
    .heading,
    .legend-open {
      display: none;
    }
  }

  /* Small, as in an article: the map, the day in a few lines beside it, the slider and one button. */
  @container treaty-map (block-size < 480px) or ((640px <= inline-size < 900px) and (block-size < 620px)) {
    .frame {
      grid-template: 'stage peek' minmax(0, 1fr) 'bar bar' auto / minmax(0, 1fr) minmax(
          0,
          clamp(11rem, 36cqi, 18rem)
        );
    }

    .frame[data-without~='list'] {
      grid-template: 'stage' minmax(0, 1fr) 'bar' auto / minmax(0, 1fr);
    }

    .frame:not([data-without~='list']) > .peek {
      align-self: stretch;
      display: flex;
      flex-direction: column;
      gap: 5px;
      padding: 6px 10px 0;
      overflow: hidden auto;
      border-inline-start: 1px solid var(--treaty-line-color);
      background: var(--treaty-surface-color);
      pointer-events: auto;
    }

    .list,
    .list[data-half] {
      grid-area: stage / stage / bar / -1;
      align-self: stretch;
      block-size: auto;
      margin: 0;
      border: 0;
      border-radius: 0;
    }

    /* The screen says its day, and the map beside it needs the height. */
    .frame:has(.list[data-tour][data-open]) .bar {
      display: none;
    }

    .list[data-tour] {
      block-size: 100%;
      margin-inline-start: 40%;
      border-block-start: 0;
      border-inline-start: 1px solid var(--treaty-line-color);
    }

    /* One line above the map. */
    .corner:not(:has([data-open])) {
      inset-block: 0 38px;
      inline-size: calc(100% - 76px);
    }

    .heading {
      max-block-size: 72px;
      overflow: hidden;
    }

    .map .maplibregl-ctrl-bottom-left,
    .map .maplibregl-ctrl-bottom-right {
      inset-block-end: 0;
    }

    /* In the west, where they hide nothing that the record is about. */
    .buttons {
      inset: 8px 8px 36px;
      align-content: space-between;
    }

    .tools {
      grid-template-columns: repeat(4, auto);
      justify-self: start;
    }

    .openers {
      position: static;
      flex-wrap: wrap;
    }

    .openers button {
      flex: 1;
      padding-inline: 6px;
      box-shadow: none;
    }

    .glance {
      padding: 0;
      font-size: 0.75rem;
    }

    .list-legend {
      display: block;
      border-inline-end: 1px solid var(--treaty-line-color);
    }

    .frame:has(.legend[data-open]) {
      .stage {
        grid-area: stage / stage / bar / -1;
        z-index: 3;
      }
    }

    .corner:has([data-open]) {
      inset: 0;
    }

    .corner .eyes {
      margin: 8px;
      max-inline-size: 45%;
    }

    .legend[data-open] {
      block-size: 100%;
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }

    /* One row, and below it as much of the reasons as there is room for. */
    .problems {
      inset: auto 6px 6px;
      display: grid;
      grid-template: auto minmax(0, 1fr) / 1fr auto;
      align-items: center;
      max-block-size: min(100% - 12px, max(60%, 90px));
      padding: 0 0 6px 10px;
      font-size: 0.8125rem;
      line-height: 1.3;
    }

    .problems p {
      margin: 0;
    }

    .problems button {
      border: 0;
      color: var(--treaty-accent-color);
    }

    .problems ul {
      grid-area: 2 / 1 / auto / -1;
      align-self: stretch;
      margin: 0;
    }

    .stage:has(.problems) .notice {
      display: none;
    }
  }

  @container treaty-map (block-size < 480px) {
    .bar::part(note) {
      display: none;
    }

    /* Where nothing is said of the day, a phone needs no row for it. */
    .bar {
      --_phone: 'day buttons options' auto 'track track track' auto / minmax(0, 1fr) auto auto;
      --_day-size: clamp(1rem, 4.5cqi, 1.75rem);
    }
  }

  /* What the page offers stands at the head of the list, since the map has no room for it. */
  @container treaty-map (inline-size < 640px) and (block-size < 480px) {
    .frame[data-actions]:has(.list[data-open]:not([data-tour])) {
      .buttons {
        z-index: 3;
        inset: 0 auto auto 0;
        display: flex;
        gap: 0;
      }

      .tools {
        display: none;
      }

      .list-head {
        padding-inline-start: 88px;
      }
    }

    .frame[data-actions='1'] .list-head {
      padding-inline-start: 44px;
    }
  }

  /* A telephone held lengthwise: the list comes beside the map, and the slider stays. */
  @container treaty-map ((640px <= inline-size < 900px) and (block-size < 620px)) or ((inline-size >= 900px) and (block-size < 480px)) {
    .list,
    .list[data-half] {
      grid-area: stage / stage / peek / -1;
      align-self: stretch;
      justify-self: end;
      inline-size: max(40%, 20rem);
      block-size: auto;
      margin: 0;
      border-block-start: 0;
      border-inline-start: 1px solid var(--treaty-line-color);
      border-radius: 0;
    }
  }
`;
