import { css } from 'lit';

/** What the parts of the element look like, whatever its size; `layout.styles.ts` and `media.styles.ts` come after. */
export const treatyMapStyles = css`
  :host {
    color: var(--treaty-ink-color);
    background: var(--treaty-paper-color);
    font: 400 0.9375rem / 1.45 var(--treaty-font-sans);
    --_tap: 36px;
    --_list: min(380px, 38cqi);
  }

  .frame {
    display: grid;
    block-size: 100%;
    grid-template: 'stage list' minmax(0, 1fr) 'bar bar' auto / minmax(0, 1fr) var(--_list);
  }

  .stage {
    grid-area: stage;
    position: relative;
    min-inline-size: 0;
    background: var(--treaty-sea-color);
  }

  .map {
    position: absolute;
    inset: 0;
    /* MapLibre's corners would else lie over what opens above the map. */
    isolation: isolate;
  }

  /* The picture of a map that has been let go. */
  .still {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .frame[data-without~='list'] {
    grid-template: 'stage' minmax(0, 1fr) 'bar' auto / minmax(0, 1fr);
  }

  /* What is seen of the list where it is not open: its button, and the day in a few lines. */
  .peek {
    grid-area: stage;
    position: relative;
    align-self: end;
    pointer-events: none;
  }

  .glance {
    display: none;
  }

  .frame[data-without~='list'] :is(.list, .list-open, .glance),
  .frame[data-without~='legend'] :is(.legend, .legend-open, .list-legend),
  .frame[data-without~='slider'] > .bar,
  .frame[data-without~='tools'] .tools,
  .frame[data-without~='pages'] .pages {
    display: none;
  }

  .compared[hidden] {
    display: none;
  }

  /* Long credits are broken beside the scale, not over it. */
  .map .maplibregl-ctrl-bottom-right {
    max-inline-size: calc(100% - 135px);
  }

  .list {
    grid-area: list;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--treaty-surface-color);
    border-inline-start: 1px solid var(--treaty-line-color);
  }

  /* Its steps stand at the lower edge, however long the text, so that a finger finds them there each time. */
  .list[data-tour] {
    display: flex;
    flex-direction: column;
  }

  .list[data-tour] .page {
    flex: 1 0 auto;
  }

  .bar {
    grid-area: bar;
    background: var(--treaty-surface-color);
    border-block-start: 1px solid var(--treaty-line-color);
  }

  .corner {
    position: absolute;
    inset-block: 12px 38px;
    inset-inline-start: 12px;
    display: flex;
    flex-direction: column;
    gap: 8px;
    align-items: flex-start;
    inline-size: min(260px, calc(100% - 76px));
    pointer-events: none;
  }

  .heading {
    color: var(--treaty-ink-color);
    font-family: var(--treaty-font-serif);
    text-wrap: balance;
    /* A halo, as names on the map have one. */
    text-shadow:
      0 0 3px var(--treaty-paper-color),
      0 0 3px var(--treaty-paper-color),
      0 0 8px var(--treaty-paper-color),
      0 0 14px var(--treaty-paper-color);
  }

  ::slotted([slot='title']),
  ::slotted([slot='credit']),
  ::slotted([slot='actions']) {
    pointer-events: auto;
  }

  .credit {
    margin-block-start: auto;
    color: var(--treaty-ink-color);
    font-size: 0.75rem;
    text-shadow: 0 0 3px var(--treaty-paper-color);
  }

  /* Where the signs are always beside the map, they say it. */
  .corner .eyes {
    display: none;
    margin: 0;
    padding: 2px 10px;
    border-radius: var(--treaty-radius);
    background: color-mix(in srgb, var(--treaty-surface-color) 88%, transparent);
    color: var(--treaty-accent-color);
    font-family: var(--treaty-font-serif);
    font-style: italic;
  }

  .notice {
    position: absolute;
    inset: auto 0 40% 0;
    margin: 0 auto;
    inline-size: fit-content;
    max-inline-size: 80%;
    padding: 6px 14px;
    border-radius: var(--treaty-radius);
    background: var(--treaty-surface-color);
    color: var(--treaty-muted-color);
    font-style: italic;
    pointer-events: none;
  }

  .notice:empty {
    display: none;
  }

  .buttons {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    display: grid;
    justify-items: end;
    gap: 8px;
    pointer-events: none;
  }

  .tools {
    display: grid;
    pointer-events: auto;
    border: 1px solid var(--treaty-line-color);
    border-radius: var(--treaty-radius);
    overflow: hidden;
    box-shadow: 0 1px 4px rgb(0 0 0 / 12%);
  }

  .tools button {
    inline-size: var(--_tap);
    block-size: var(--_tap);
    padding: 0;
    border: 0;
    border-block-end: 1px solid var(--treaty-line-color);
    display: grid;
    place-items: center;
  }

  .icon {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .tools button:last-child {
    border-block-end: 0;
  }

  button {
    font: inherit;
    color: inherit;
    background: var(--treaty-surface-color);
    cursor: pointer;
  }

  button:hover {
    background: var(--treaty-paper-color);
  }

  button:focus-visible {
    outline: 2px solid var(--treaty-accent-color);
    outline-offset: -2px;
  }

  .openers {
    position: absolute;
    inset-block-end: 10px;
    inset-inline: 10px;
    display: none;
    justify-content: space-between;
    gap: 8px;
    pointer-events: none;
  }

  .openers button {
    min-block-size: var(--_tap);
    padding: 4px 14px;
    border: 1px solid var(--treaty-line-color);
    border-radius: var(--treaty-radius);
    box-shadow: 0 1px 4px rgb(0 0 0 / 12%);
    pointer-events: auto;
  }

  .legend {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 0;
    overflow: auto;
    border: 1px solid var(--treaty-line-color);
    border-radius: var(--treaty-radius);
    background: color-mix(in srgb, var(--treaty-surface-color) 94%, transparent);
    pointer-events: auto;
  }

  .list-head,
  .legend-close {
    display: none;
  }

  .list:focus-visible {
    outline: none;
  }

  /* One row; where it is too long for the box, it goes sideways. */
  .pages {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    justify-content: space-between;
    gap: 0.2rem;
    padding: 0.35rem 1rem 0;
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--treaty-line-color);
    background: var(--treaty-surface-color);
    font-size: 0.78125rem;
    line-height: 1.2;
  }

  .pages button {
    flex: none;
    min-block-size: 2.1rem;
    padding: 0.2rem 0;
    border: 0;
    border-block-end: 2px solid transparent;
    color: var(--treaty-muted-color);
    white-space: nowrap;
  }

  .pages button:hover,
  .pages [aria-current] {
    color: inherit;
  }

  .pages [aria-current] {
    border-block-end-color: var(--treaty-accent-color);
  }

  .pages .back {
    display: grid;
    place-items: center;
    inline-size: 1.5rem;
    /* In the room before the first name, so that all names have theirs. */
    margin-inline: -1.1rem -0.4rem;
    color: var(--treaty-accent-color);
  }

  /* It keeps its room, so that no name moves from under a pointer. */
  .back:disabled {
    visibility: hidden;
  }

  .back:dir(rtl) .icon {
    scale: -1 1;
  }

  @media (pointer: coarse) {
    .pages button {
      min-block-size: 44px;
      min-inline-size: 44px;
      font-size: 0.875rem;
    }
  }

  .problems {
    position: absolute;
    z-index: 1;
    inset: auto 12px 12px 12px;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    max-block-size: 40%;
    padding: 10px 14px;
    border: 1px solid var(--treaty-accent-color);
    border-radius: var(--treaty-radius);
    background: var(--treaty-surface-color);
    font-size: 0.875rem;
  }

  .problems p {
    margin: 0 0 4px;
    font-weight: 600;
  }

  .problems ul {
    min-block-size: 0;
    overflow: auto;
    margin: 0 0 8px;
    padding-inline-start: 1.4em;
    overflow-wrap: anywhere;
  }

  .problems button {
    flex: none;
    min-block-size: var(--_tap);
    padding: 2px 12px;
    border: 1px solid var(--treaty-line-color);
    border-radius: var(--treaty-radius);
  }
`;
