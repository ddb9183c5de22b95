import { css } from 'lit';

export const panelStyles = css`
  .base {
    display: grid;
    gap: 1rem;
    padding: 0.9rem 1rem 1.25rem;
    border-block-end: 3px double var(--_ink);
  }

  header {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.5rem;
    align-items: start;
  }

  h2 {
    font-size: 1.375rem;
    padding-block-start: 0.2rem;
  }

  h3 {
    font-size: 1rem;
    font-style: italic;
    font-weight: 400;
    color: var(--_muted);
  }

  h4,
  .part {
    color: var(--_ink);
    font-size: 1rem;
    font-style: normal;
    font-weight: 600;
    padding-block-end: 0.2rem;
    border-block-end: 1px solid var(--_line);
  }

  section {
    display: grid;
    gap: 0.6rem;
  }

  .close {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border: 1px solid var(--_line);
    border-radius: 50%;
  }

  .close:hover {
    background: var(--_paper);
    border-color: var(--_ink);
  }

  .entry {
    display: grid;
    gap: 0.4rem;
  }

  .absent {
    font-family: var(--_serif);
    font-style: italic;
  }

  .which {
    font-family: var(--_serif);
    font-weight: 600;
  }

  .shape p {
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  @media (pointer: coarse) {
    .close {
      inline-size: 2.75rem;
      block-size: 2.75rem;
    }
  }
`;
