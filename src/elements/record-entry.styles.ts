import { css } from 'lit';

/** An entry of the record, in the list and in the panel. */
export const entryStyles = css`
  .status {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.6rem;
    align-items: start;
    font-weight: 600;
  }

  .status .swatch {
    grid-row: span 2;
    margin-block-start: 0.1rem;
  }

  .kind {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .span {
    font-family: var(--_serif);
    font-size: 0.9375rem;
  }

  .span::first-letter {
    text-transform: uppercase;
  }

  .doubt,
  .also,
  .parties,
  .differ,
  .others,
  .where {
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  /* The dash and dot of the map. */
  .differ {
    padding-block-start: 0.35rem;
    background: repeating-linear-gradient(
        to right,
        currentColor 0 14px,
        transparent 14px 18px,
        currentColor 18px 21px,
        transparent 21px 25px
      )
      top / 100% 1px no-repeat;
    color: var(--_ink);
    font-weight: 600;
  }

  .not-known {
    color: var(--_muted);
    font-style: italic;
  }

  .doubt {
    color: var(--_accent);
    font-style: italic;
  }

  .description {
    max-inline-size: 65ch;
  }

  .facts,
  .held {
    font-size: 0.8125rem;
  }

  .facts > div {
    display: grid;
    grid-template-columns: 5em 1fr;
    gap: 0.5rem;
    padding-block: 0.1rem;
  }

  .by {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .by:hover {
    text-decoration-color: currentColor;
  }

  .facts dt {
    color: var(--_muted);
  }

  .held {
    display: grid;
    gap: 0.35rem;
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: 0.7rem;
  }

  .held dt {
    color: var(--_muted);
  }

  .held .kind {
    display: inline-block;
    margin-inline-start: 0.4em;
  }

  .sources {
    font-size: 0.8125rem;
  }

  .sources summary {
    color: var(--_muted);
    padding-block: 0.25rem;
    inline-size: fit-content;
  }

  .sources ul {
    display: grid;
    gap: 0.35rem;
    padding-block: 0.2rem 0.4rem;
    padding-inline-start: 0.9rem;
    border-inline-start: 2px solid var(--_line);
    overflow-wrap: anywhere;
  }

  .sources .further {
    color: var(--_muted);
    padding-block: 0.25rem;
  }

  .unread {
    color: var(--_accent);
  }

  button.about {
    padding-inline: 0.3em;
    color: var(--_muted);
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
  }

  button.about:hover {
    color: var(--_accent);
  }

  @media (pointer: coarse) {
    .sources summary {
      padding-block: 0.75rem;
    }
  }
`;
