import { css } from 'lit';

export const treatyPlaceStyles = css`
  .base {
    gap: 0.9rem;
  }

  section {
    gap: 0;
  }

  h3 {
    border-block-end-color: var(--_ink);
  }

  h4 {
    font-size: 1rem;
  }

  .ask {
    display: grid;
    gap: 0.3rem;
  }

  .ask label {
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  .field {
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto;
  }

  .field input {
    min-inline-size: 0;
    min-block-size: 2.5rem;
    padding: 0.3rem 0.7rem;
    border: 1px solid var(--_muted);
    border-inline-end: 0;
    border-start-start-radius: 4px;
    border-end-start-radius: 4px;
    background: var(--_paper);
    /* Below 16 px phones enlarge the page when the field is touched. */
    font-size: 1rem;
  }

  .field input::placeholder {
    color: var(--_muted);
    opacity: 1;
    font-style: italic;
  }

  .field input:focus-visible {
    outline-offset: -2px;
  }

  .field .go {
    padding-inline: 1rem;
    border: 1px solid var(--_muted);
    border-start-end-radius: 4px;
    border-end-end-radius: 4px;
  }

  .field .go:hover {
    background: var(--_paper);
  }

  .suggestions {
    position: absolute;
    z-index: 2;
    inset-block-start: 100%;
    inset-inline: 0;
    margin-block-start: 2px;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 14px rgb(0 0 0 / 18%);
    max-block-size: 20rem;
    overflow: auto;
  }

  .suggestions li {
    display: grid;
    padding: 0.4rem 0.7rem;
    cursor: pointer;
  }

  .suggestions li + li {
    border-block-start: 1px solid var(--_line);
  }

  .suggestions li:hover,
  .suggestions [aria-selected='true'] {
    background: var(--_paper);
  }

  .suggestions [aria-selected='true'] {
    box-shadow: inset 3px 0 var(--_accent);
  }

  .reading {
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  .reading:empty {
    display: none;
  }

  .reading.wrong {
    color: var(--_accent);
  }

  /* Read out, and not seen: the suggestions are there to be seen. */
  .count {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .base > .where {
    display: grid;
    font-family: var(--_serif);
    font-size: 1.0625rem;
    color: var(--_ink);
    font-variant-numeric: lining-nums;
  }

  .where .near + span {
    color: var(--_muted);
    font-size: 0.9375rem;
  }

  .nothing {
    padding-block: 0.7rem;
    font-family: var(--_serif);
    font-style: italic;
  }

  .hint {
    padding-block: 0.4rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .entry {
    border-block-end: 1px solid var(--_line);
  }

  .entry.over {
    color: var(--_muted);
  }

  .entry summary {
    position: relative;
    display: grid;
    gap: 0.3rem;
    padding-block: 0.7rem;
    padding-inline-end: 1.6rem;
  }

  .entry summary::after {
    position: absolute;
    inset-block-start: 1.15rem;
    inset-inline-end: 0.4rem;
  }

  .entry summary:hover h4 {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .grounds {
    display: grid;
    gap: 0.4rem;
    padding-block-end: 0.8rem;
  }

  .away {
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  .show {
    justify-self: start;
    font-size: 0.8125rem;
    text-decoration: underline;
    text-decoration-color: var(--_muted);
    text-underline-offset: 0.2em;
    padding-block: 0.25rem;
  }

  .history {
    padding-block-start: 0.5rem;
  }

  .strip {
    position: relative;
    display: grid;
    gap: 0.4rem;
    padding-block-start: 0.35rem;
  }

  .row {
    display: grid;
    gap: 0.15rem;
  }

  .row-title {
    position: relative;
    /* Over the cursor. */
    z-index: 2;
    justify-self: start;
    background: var(--_surface);
    font-size: 0.75rem;
    line-height: 1.25;
    color: var(--_muted);
  }

  .row:focus-within .row-title,
  .row:hover .row-title {
    color: var(--_ink);
  }

  .bands {
    position: relative;
    block-size: 1.375rem;
    background: linear-gradient(var(--_line), var(--_line)) center / 100% 1px no-repeat;
  }

  .band {
    position: absolute;
    inset-block: 0;
    min-inline-size: 3px;
    border-inline-start: 1px solid var(--_surface);
    forced-color-adjust: none;
  }

  /* A band of a few days is hard to hit: it reaches a little beyond itself. */
  .band::before {
    content: '';
    position: absolute;
    inset: -2px -3px;
  }

  .band:hover,
  .band:focus-visible {
    z-index: 1;
  }

  .band:focus-visible {
    outline-offset: 1px;
  }

  .piece {
    position: absolute;
    inset-block: 0;
    background: var(--_surface);
  }

  .piece::before {
    content: '';
    position: absolute;
    inset: 0;
    border: solid var(--_hue);
    border-width: 1.5px 0;
  }

  .band .piece:first-child::before {
    border-inline-start-width: 1.5px;
  }

  .band .piece:last-child::before {
    border-inline-end-width: 1.5px;
  }

  .band.broken .piece::before {
    border-block-style: dashed;
  }

  .band.tint .piece::before {
    background: color-mix(in srgb, var(--_hue) 34%, var(--_surface));
  }

  .band.hatch .piece::before {
    background: repeating-linear-gradient(
      45deg,
      var(--_hue) 0 1.4px,
      color-mix(in srgb, var(--_hue) 10%, var(--_surface)) 1.4px 5px
    );
  }

  .band.zigzag .piece::before {
    background:
      repeating-linear-gradient(45deg, transparent 0 4px, var(--_hue) 4px 5px),
      repeating-linear-gradient(-45deg, transparent 0 4px, var(--_hue) 4px 5px),
      color-mix(in srgb, var(--_hue) 8%, var(--_surface));
  }

  .band.outline .piece::before {
    background: color-mix(in srgb, var(--_hue) 6%, var(--_surface));
    box-shadow: inset 0 0 0 2px color-mix(in srgb, var(--_hue) 22%, transparent);
  }

  .band.unknown .piece::before {
    border-style: dotted;
  }

  .band.none .piece::before {
    inset-block: calc(50% - 1px);
    border-width: 2px 0 0;
    border-color: var(--_hue);
  }

  .band:hover .piece::before {
    filter: contrast(1.15) saturate(1.3);
  }

  .years {
    position: relative;
    block-size: 1.4rem;
    border-block-start: 1px solid var(--_ink);
    font-size: 0.75rem;
    font-variant-numeric: lining-nums tabular-nums;
    color: var(--_muted);
  }

  .years > span {
    position: absolute;
    inset-block: 0;
    padding-block-start: 0.15rem;
    border-inline-start: 1px solid var(--_line);
    text-align: center;
  }

  .cursors {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }

  .cursor {
    position: absolute;
    inset-block: 0 0.9rem;
    inline-size: 2px;
    margin-inline-start: -1px;
    background: var(--_accent);
    forced-color-adjust: none;
  }

  .cursor::after {
    content: '';
    position: absolute;
    inset-block-end: -4px;
    inset-inline-start: -3px;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_accent);
  }

  .all {
    padding-block-start: 0.8rem;
  }

  .all > summary {
    color: var(--_muted);
    font-size: 0.8125rem;
    inline-size: fit-content;
    padding-block: 0.25rem;
  }

  .all h4 {
    padding-block: 0.9rem 0.3rem;
  }

  @media (pointer: coarse) {
    .field input,
    .field .go,
    .show,
    .suggestions li {
      min-block-size: 2.75rem;
      align-content: center;
    }

    .bands {
      block-size: 1.75rem;
    }

    .all > summary {
      padding-block: 0.75rem;
    }
  }

  @container (min-width: 44rem) {
    .answers {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
      column-gap: 2rem;
      align-items: start;
    }
  }

  @container (max-width: 21rem) {
    .century {
      display: none;
    }
  }
`;
