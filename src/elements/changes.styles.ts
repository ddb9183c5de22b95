import { css } from 'lit';

/** The card that says what changes: on a day in the list, or between two on a page of its own. */
export const changesStyles = css`
  .changes {
    margin-block: 0.75rem 0.25rem;
    padding: 0.6rem 0.75rem;
    background: var(--_paper);
    border-inline-start: 3px solid var(--_accent);
    font-size: 0.8125rem;
  }

  .changes h3 {
    font-size: 0.9375rem;
    margin-block-end: 0.35rem;
  }

  .changes ul {
    display: grid;
    gap: 0.4rem;
  }

  .changes > ul > li {
    display: grid;
    grid-template-columns: 4.6em 1fr;
    gap: 0.5rem;
  }

  .how {
    color: var(--_accent);
    font-style: italic;
  }
`;
