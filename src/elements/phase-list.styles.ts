import { css } from 'lit';

/** The phases of a series in words, in the panel and on the page of a place. */
export const phaseStyles = css`
  .phases {
    display: grid;
  }

  .step {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.65rem;
    inline-size: 100%;
    padding: 0.4rem 0.5rem;
    align-items: start;
  }

  .step .swatch {
    margin-block-start: 0.1rem;
  }

  .phase {
    border-inline-start: 3px solid var(--_line);
  }

  .phase.present {
    border-inline-start-color: var(--_accent);
    background: var(--_paper);
  }

  button.step:hover {
    background: var(--_paper);
  }

  button.step:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .name,
  .when,
  .step .which {
    display: block;
  }

  .step .which {
    font-family: var(--_serif);
  }

  .present .name {
    font-weight: 600;
  }

  .when {
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  .now {
    font-size: 0.8125rem;
    font-style: italic;
    color: var(--_accent);
  }

  @media (pointer: coarse) {
    .step {
      min-block-size: 2.75rem;
    }
  }
`;
