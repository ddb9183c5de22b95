import { css } from 'lit';

/** As high on every day, so that the map beside it keeps its size: lines are not wrapped but cut short. */
export const glanceStyles = css`
  :host {
    font-size: 0.78125rem;
    line-height: 1.3;
    min-block-size: calc(4 * 1.3em + 3 * 0.25rem);
  }

  .lines {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-auto-rows: 1.3em;
    column-gap: 0.375rem;
    row-gap: 0.25rem;
    /* As many words on a small phone as fit a larger one. */
    font-size: clamp(0.6875rem, 3.46cqi, 0.78125rem);
  }

  .line {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: span 2;
    align-items: baseline;
  }

  dt {
    font-family: var(--_serif);
    font-style: italic;
  }

  dd {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* What holds on the day that is compared with. */
  .lines:has(.then) {
    grid-auto-rows: auto;
  }

  .then {
    grid-column: 2;
  }

  .stands {
    unicode-bidi: isolate;
  }

  .stands + .stands {
    margin-inline-start: 0.35em;
  }

  /* A column: each as a sentence. */
  @container (inline-size < 17rem) {
    .lines {
      grid-template-columns: minmax(0, 1fr);
      grid-auto-rows: auto;
      row-gap: 0.25rem;
      font-size: inherit;
    }

    .line {
      display: block;
      grid-column: auto;
    }

    dt,
    dd {
      display: inline;
      white-space: normal;
    }

    /* Painted and not set, so that no line ends between it and its words. */
    .dot {
      display: inline;
      margin: 0;
      padding-inline-start: 0.85em;
      border-radius: 0;
      background: radial-gradient(circle, var(--_hue) 0.25em, transparent 0.28em) no-repeat 0.1em 55% / 0.55em
        0.6em;
    }

    .dot::before {
      content: '\\2060' / '';
    }
  }
`;
