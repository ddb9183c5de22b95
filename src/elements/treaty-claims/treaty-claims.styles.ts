import { css } from 'lit';

export const claimsStyles = css`
  .contents {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }

  .contents button {
    min-inline-size: 2rem;
    min-block-size: 2rem;
    border: 1px solid var(--_line);
    border-radius: 50%;
    font-family: var(--_serif);
    font-variant-numeric: lining-nums tabular-nums;
    text-align: center;
  }

  .contents button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .one {
    gap: 0.7rem;
    padding-block-start: 0.4rem;
  }

  .one h3 {
    padding: 0;
    border: 0;
    font-size: 1.25rem;
    scroll-margin-block-start: 5.5rem;
  }

  .card {
    display: grid;
    gap: 0.75rem;
    max-inline-size: 62ch;
    padding-block-end: 1rem;
    border-block-end: 1px solid var(--_line);
  }

  .card:last-of-type {
    border-block-end-width: 0;
  }

  .claim p:last-child {
    font-family: var(--_serif);
    font-size: 1.0625rem;
    font-style: italic;
    line-height: 1.4;
  }

  .claim {
    padding-inline-start: 0.8rem;
    border-inline-start: 2px solid var(--_line);
  }

  .nuance {
    padding: 0.6rem 0.8rem;
    background: var(--_paper);
    border-inline-start: 2px solid var(--_accent);
  }

  .nuance p:last-child {
    font-weight: 600;
  }

  .more {
    font-size: 0.8125rem;
  }

  .more summary {
    padding-block: 0.25rem;
    color: var(--_muted);
    inline-size: fit-content;
  }

  .more .eyebrow {
    padding-block: 0.35rem 0.2rem;
  }

  @media (pointer: coarse) {
    .contents button {
      min-inline-size: 2.75rem;
      min-block-size: 2.75rem;
    }

    .more summary {
      padding-block: 0.75rem;
    }
  }

  @media print {
    .contents {
      display: none;
    }

    .card {
      break-inside: avoid;
    }
  }
`;
