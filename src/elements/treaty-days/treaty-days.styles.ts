import { css } from 'lit';

export const daysStyles = css`
  .base {
    padding: 0.9rem 1rem 1.5rem;
  }

  h2 {
    font-size: 1.25rem;
  }

  .about {
    padding-block: 0.35rem;
    color: var(--_muted);
    max-inline-size: 65ch;
  }

  .ways {
    padding-block: 0.5rem;
  }

  .ways legend,
  .label {
    font-family: var(--_serif);
    font-weight: 600;
  }

  .ways label {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2rem;
    cursor: pointer;
  }

  .ways input {
    accent-color: var(--_accent);
    inline-size: 1.1rem;
    block-size: 1.1rem;
    margin: 0;
  }

  @media (pointer: coarse) {
    .ways label,
    .choose {
      min-block-size: 2.75rem;
    }
  }

  .other {
    margin-inline: -1rem;
    border-block: 1px solid var(--_line);
  }

  .what {
    color: var(--_muted);
  }

  /* One status after another, the arrow for the eye alone. */
  .what li {
    padding-inline-start: 1.1em;
    text-indent: -1.1em;
  }

  .what li + li::before {
    content: '→' / '';
    display: inline-block;
    inline-size: 1.1em;
    text-indent: 0;
  }

  .what li:first-child {
    padding: 0;
    text-indent: 0;
  }

  .layer {
    margin-block-start: 1.25rem;
  }

  .layer > h3 {
    padding-block-end: 0.3rem;
    border-block-end: 1px solid var(--_ink);
    font-size: 1.125rem;
  }

  .layer > ul > li {
    padding-block: 0.6rem;
    border-block-end: 1px solid var(--_line);
  }

  h4 {
    font-size: 0.9375rem;
    margin-block-end: 0.25rem;
  }

  .choose {
    font-weight: 600;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .choose:hover {
    text-decoration-color: currentColor;
  }

  .alike,
  .when,
  .nothing,
  .date {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .alike {
    font-style: italic;
    margin-inline-start: 0.5rem;
  }

  .when,
  .where {
    display: block;
  }

  .same {
    color: var(--_muted);
  }

  .sides {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
  }

  .side + .side {
    border-inline-start: 1px solid var(--_line);
    padding-inline-start: 0.75rem;
  }

  .sides li,
  .same li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.5rem;
    padding-block: 0.15rem;
    font-size: 0.8125rem;
  }
`;
