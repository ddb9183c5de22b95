import { css } from 'lit';

/** A screen of the tour: head and steps stay in sight, what is between them scrolls. */
export const tourStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .tour {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    padding-block: 0;
  }

  .tour-head {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    justify-content: space-between;
    align-items: center;
    margin-inline: -1rem;
    padding-inline: 1rem 0.5rem;
    background: var(--_surface);
  }

  .tour .of {
    font-variant-numeric: lining-nums tabular-nums;
  }

  .tour-head .of {
    margin-inline-start: 1em;
    color: var(--_ink);
    letter-spacing: 0;
    text-transform: none;
  }

  .exit {
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: 50%;
  }

  .exit:hover {
    background: var(--_paper);
  }

  .progress {
    display: flex;
    gap: 3px;
  }

  .progress span {
    flex: 1;
    block-size: 3px;
    background: var(--_line);
    forced-color-adjust: none;
  }

  .progress .done {
    background: var(--_accent);
  }

  .announced {
    display: grid;
    gap: 0.1rem;
  }

  .tour .lead {
    font-size: 1rem;
  }

  /* What to see on the map. */
  .look {
    max-inline-size: 62ch;
    padding-inline-start: 0.8rem;
    border-inline-start: 3px solid var(--_accent);
  }

  .steps {
    position: sticky;
    inset-block-end: 0;
    margin-block-start: auto;
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
    align-items: center;
    margin-inline: -1rem;
    padding: 0.5rem 1rem;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }

  .steps button {
    min-block-size: 2.75rem;
    padding-inline: 1.1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    text-align: center;
  }

  .steps button:hover:not(:disabled) {
    background: var(--_paper);
  }

  .steps button:disabled {
    color: var(--_muted);
    cursor: default;
    opacity: 0.6;
  }

  .steps .onward {
    grid-column: 2;
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
  }

  @container (max-width: 20rem) {
    .tour {
      gap: 0.5rem;
    }

    .tour h2 {
      font-size: 1.1875rem;
    }

    .tour .lead {
      font-size: 0.9375rem;
    }
  }

  .steps .onward:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_accent) 85%, var(--_ink));
  }

  @media print {
    .exit,
    .steps {
      display: none;
    }

    .tour-head {
      position: static;
      background: none;
    }
  }
`;
