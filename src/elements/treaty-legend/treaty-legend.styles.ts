import { css } from 'lit';

export const legendStyles = css`
  .base {
    font-size: 0.8125rem;
    line-height: 1.35;
  }

  .base > * {
    padding: calc(var(--_space) * 0.4) calc(var(--_space) * 0.85);
  }

  .base > * + * {
    border-block-start: 1px solid var(--_line);
  }

  h3,
  .label {
    font-family: var(--_serif);
    font-size: 0.9375rem;
    font-weight: 600;
    line-height: 1.25;
  }

  .signs,
  .textures {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.03rem 0.5rem;
    margin-block-start: 0.3rem;
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
    gap: 0.2rem;
    max-inline-size: 64px;
  }

  .whose {
    display: block;
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .base-sign {
    color: var(--_muted);
  }

  .policy,
  .abbreviations,
  .none {
    max-inline-size: 65ch;
    color: var(--_muted);
    text-wrap: pretty;
  }

  .policy {
    margin-block-start: 0.4rem;
    font: italic 0.78125rem/1.32 var(--_serif);
  }

  .abbreviations {
    margin-block-start: 0.5rem;
  }

  summary {
    margin: calc(var(--_space) * -0.4) calc(var(--_space) * -0.85);
    padding: calc(var(--_space) * 0.32) calc(var(--_space) * 0.85);
  }

  /* The arrow stands at the far end, so that headings share one edge. */
  summary::after {
    margin-inline: auto 0.15rem;
  }

  [open] > summary {
    margin-block-end: 0;
  }

  summary:hover {
    background: var(--_paper);
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  .count {
    color: var(--_muted);
    unicode-bidi: plaintext;
  }

  .layers {
    margin-block-start: 0.15rem;
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

  /* In sight however many signs there are. */
  .through {
    position: sticky;
    inset-block-end: 0;
    background: var(--_surface);
  }

  .through label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.4rem;
  }

  /* The name of one party is longer than the row has room for. */
  .through .one {
    grid-template-columns: minmax(0, 1fr);
  }

  .through .label {
    font-size: 0.8125rem;
  }

  .through select {
    inline-size: 100%;
    min-block-size: 2rem;
    padding-inline: 0.2rem 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  @media (pointer: coarse) {
    summary,
    .layer,
    .through select {
      min-block-size: 2.75rem;
      align-items: center;
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
  }

  /* The signs and what their textures mean, side by side below the map; what is chosen and switched is seen on it. */
  @media print {
    .base {
      display: grid;
      grid-template-columns: 1fr 1fr;
      column-gap: 8mm;
    }

    .base > * {
      padding: 0;
      border: 0;
      break-inside: avoid;
    }

    .base > * + * {
      border: 0;
    }

    summary {
      margin: 0;
      padding: 0;
    }

    .choice,
    .through label {
      display: none;
    }

    .signs,
    .textures {
      grid-template-columns: auto 1fr;
      gap: 0.5mm 2mm;
    }

    .unseen {
      display: none;
    }
  }
`;
