import { css } from 'lit';

export const timelineStyles = css`
  .start {
    padding: 0.7rem 1rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    color: var(--_accent);
    font-family: var(--_serif);
    font-size: 1.0625rem;
    text-align: center;
  }

  .start:hover {
    background: var(--_paper);
  }

  .base:not(.one) > .pager {
    padding-block: 0.5rem;
    border-block: 1px solid var(--_line);
  }

  .year {
    gap: 0;
  }

  .year > h3 {
    border-block-end-color: var(--_ink);
    font-size: 1.25rem;
    font-variant-numeric: lining-nums;
  }

  .event {
    position: relative;
    display: grid;
    gap: 0.3rem;
    padding-block: 0.8rem;
    padding-inline: 0.9rem 0;
    border-block-end: 1px solid var(--_line);
    border-inline-start: 1px solid var(--_line);
  }

  /* The lozenge of the slider. */
  .event::before {
    content: '';
    position: absolute;
    inset-block-start: 1.05rem;
    inset-inline-start: calc(-0.25rem - 0.5px);
    inline-size: 0.5rem;
    block-size: 0.5rem;
    rotate: 45deg;
    border: 1px solid var(--_ink);
    background: var(--_surface);
  }

  .event.now {
    background: linear-gradient(to right, var(--_paper), transparent);
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: calc(0.9rem - 2px);
  }

  .event.now::before {
    inset-inline-start: calc(-0.25rem - 1.5px);
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .date {
    color: var(--_muted);
    font-family: var(--_serif);
    font-style: italic;
    font-variant-numeric: lining-nums;
  }

  .date::first-letter {
    text-transform: uppercase;
  }

  .date .mark {
    margin-inline-start: 0.5em;
  }

  .one .date,
  .tour .date {
    font-size: 1.0625rem;
  }

  .event .choose {
    font-weight: 600;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .event .choose:hover {
    text-decoration-color: currentColor;
  }

  .summary {
    max-inline-size: 65ch;
  }

  .one > .summary {
    font-family: var(--_serif);
    font-size: 1rem;
  }

  .touched summary {
    inline-size: fit-content;
    padding-block: 0.15rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .held-today ul {
    display: grid;
  }

  .holding {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.65rem;
    align-items: start;
    inline-size: 100%;
    padding-block: 0.3rem;
  }

  .holding .what {
    display: block;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .holding .how {
    font-weight: 600;
  }

  .holding:hover .what {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  @media (pointer: coarse) {
    .event .choose,
    .holding {
      min-block-size: 2.75rem;
    }

    .touched summary {
      padding-block: 0.75rem;
    }
  }
`;
