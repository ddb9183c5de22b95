import { css } from 'lit';

export const legendStyles = css`
  .base {
    display: grid;
    gap: 0.9rem;
    padding: 0.75rem;
    font-size: 0.8125rem;
    line-height: 1.35;
  }

  .through {
    display: grid;
    gap: 0.35rem;
  }

  .through label {
    display: grid;
    gap: 0.25rem;
  }

  .through select {
    inline-size: 100%;
    min-block-size: 2rem;
    padding-inline: 0.15rem 0;
    border: 1px solid var(--_line);
    border-radius: 3px;
    background: var(--_paper);
    color: inherit;
    font: inherit;
    font-size: 0.78125rem;
    text-overflow: ellipsis;
  }

  .through label span,
  h3,
  .how summary,
  .layers legend {
    margin-block-end: 0.35rem;
    padding: 0;
    font-family: var(--_serif);
    font-size: 0.9375rem;
    font-weight: 600;
  }

  .signs,
  .textures {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.35rem 0.6rem;
  }

  .sign,
  .textures li {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: span 2;
    align-items: center;
  }

  .swatches {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.25rem;
    max-inline-size: 4.1rem;
  }

  .policy,
  .abbreviations,
  .none {
    color: var(--_muted);
    max-inline-size: 65ch;
  }

  .textures,
  .abbreviations {
    margin-block-start: 0.5rem;
  }

  .how summary {
    cursor: pointer;
  }

  .how summary:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .layer {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 1.6rem;
    cursor: pointer;
  }

  .layer input {
    flex: none;
    inline-size: 1.05rem;
    block-size: 1.05rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  @media (pointer: coarse) {
    .layer,
    .through select {
      min-block-size: 2.75rem;
    }
  }

  @container (min-width: 32rem) {
    .signs,
    .textures {
      grid-template-columns: auto 1fr auto 1fr;
    }

    .layers {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
      column-gap: 1rem;
    }

    .layers legend {
      grid-column: 1 / -1;
    }
  }
`;
