import { css } from 'lit';

/** What the pages beside the map have in common. */
export const pageStyles = css`
  .base {
    display: grid;
    gap: calc(var(--_space) * 1.1);
    padding: calc(var(--_space) * 0.9) var(--_space) calc(var(--_space) * 2);
  }

  header {
    display: grid;
    gap: 0.45rem;
  }

  h2 {
    font-size: 1.5rem;
    line-height: 1.2;
  }

  h2:focus:not(:focus-visible) {
    outline: none;
  }

  h3 {
    font-size: 1.0625rem;
    padding-block-end: 0.2rem;
    border-block-end: 1px solid var(--_line);
  }

  h4 {
    font-size: 0.9375rem;
  }

  section {
    display: grid;
    gap: 0.6rem;
  }

  .about-page,
  .lead {
    max-inline-size: 62ch;
    font-family: var(--_serif);
    font-size: 0.9375rem;
  }

  .about-page {
    color: var(--_muted);
    font-style: italic;
  }

  /* What kind of thing it is, over its heading. */
  .eyebrow {
    color: var(--_muted);
    font-size: 0.75rem;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }

  .mark {
    color: var(--_accent);
    font-size: 0.8125rem;
    font-style: italic;
  }

  .facts > div {
    grid-template-columns: 6.5em 1fr;
  }

  .up {
    display: flex;
    gap: 0.35rem;
    align-items: center;
    justify-self: start;
    padding-block: 0.15rem;
    color: var(--_accent);
    font-size: 0.8125rem;
  }

  .up .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }

  .up .icon:dir(rtl) {
    scale: -1 1;
  }

  .up:hover,
  .thing:hover .what,
  .step:hover span:last-child {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .things {
    display: grid;
    border-inline-start: 2px solid var(--_line);
  }

  .thing {
    display: block;
    inline-size: 100%;
    padding: 0.22rem 0.7rem;
  }

  .thing:hover {
    background: var(--_paper);
  }

  .thing .when,
  .step .when {
    display: block;
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .to-day {
    place-self: start;
    padding: 0.4rem 0.85rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    color: var(--_accent);
  }

  .to-day:hover {
    background: var(--_paper);
  }

  blockquote {
    margin: 0;
    padding: 0.35rem 0.8rem;
    border-inline-start: 2px solid var(--_accent);
    background: var(--_paper);
    font-family: var(--_serif);
    font-size: 0.9375rem;
    line-height: 1.6;
  }

  blockquote + figcaption {
    padding-block-start: 0.25rem;
    color: var(--_muted);
    font-size: 0.75rem;
  }

  figure {
    margin: 0;
  }

  .pager {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
    padding-block-start: 0.75rem;
    border-block-start: 3px double var(--_ink);
  }

  .pager .step:last-child {
    grid-column: 2;
    text-align: end;
  }

  .step span:last-child {
    font-family: var(--_serif);
  }

  @media (pointer: coarse) {
    .thing,
    .up,
    .to-day,
    .step {
      min-block-size: 2.75rem;
    }

    .thing {
      padding-block: 0.5rem;
    }
  }

  @media print {
    .up,
    .pager,
    button.about {
      display: none;
    }

    .to-day {
      padding: 0;
      border: 0;
    }

    h2,
    h3,
    h4 {
      break-after: avoid;
    }
  }
`;
