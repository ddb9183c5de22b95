import { css } from 'lit';

export const sourcesStyles = css`
  cite {
    font-family: var(--_serif);
  }

  .lead {
    overflow-wrap: anywhere;
  }

  .facts dd {
    overflow-wrap: anywhere;
  }

  .find {
    display: grid;
    gap: 0.2rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .find input {
    inline-size: 100%;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font-size: 1rem;
  }

  .part {
    gap: 0.25rem;
  }

  .number {
    color: var(--_muted);
    font: 400 0.8125rem var(--_sans);
  }

  .about-part,
  .count {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .work {
    inline-size: 100%;
    padding: 0.35rem 0.3rem 0.4rem;
    border-block-end: 1px solid color-mix(in srgb, var(--_line) 60%, transparent);
    overflow-wrap: anywhere;
  }

  .work:hover {
    background: var(--_paper);
  }

  .work:hover cite {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .work .when {
    display: block;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .resting {
    display: grid;
    gap: 0.25rem;
  }

  .details {
    padding-inline-start: 1.4rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    list-style: '– ';
  }

  @media (pointer: coarse) {
    .work,
    .find input {
      min-block-size: 2.75rem;
    }
  }

  @media print {
    .find {
      display: none;
    }
  }
`;
