import { css } from 'lit';

export const recordStyles = css`
  :host {
    overflow: auto;
  }

  .base {
    padding: calc(var(--_space) * 0.9) var(--_space) calc(var(--_space) * 1.5);
  }

  h2 {
    font-size: 1rem;
    font-weight: 400;
    font-style: italic;
    color: var(--_muted);
  }

  h2 .date {
    display: block;
    color: var(--_ink);
    font-size: 1.5rem;
    font-style: normal;
    font-variant-numeric: lining-nums;
  }

  /* Read out, and not seen: the line break does its work. Out of the line it would be a word by itself. */
  .colon {
    font-size: 0;
  }

  h3 {
    font-size: 1.125rem;
  }

  .more {
    margin-block: 0.5rem;
    text-decoration: underline;
  }

  h4 {
    font-size: 1rem;
  }

  .base-map {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .glance {
    margin-block: 0.7rem 0.9rem;
    font-size: 0.8125rem;
    line-height: 1.35;
  }

  .glance h3 {
    padding-block-end: 0.3rem;
    border-block-end: 1px solid var(--_ink);
    font-size: 0.9375rem;
  }

  .glance .lines {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 0.6rem;
  }

  .glance .line {
    display: grid;
    grid-column: span 2;
    grid-template-columns: subgrid;
    row-gap: 0.6rem;
    padding-block: 0.3rem;
    border-block-end: 1px solid var(--_line);
  }

  .glance dt {
    font-family: var(--_serif);
    font-style: italic;
  }

  /* A layer in which much goes on is cut short here; the list has all of it. */
  .glance dd {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }

  .glance .then {
    grid-column: 2;
    margin-block-start: -0.35rem;
  }

  .stands {
    display: block;
    padding-inline-start: 0.95em;
    text-indent: -0.95em;
    text-wrap: pretty;
  }

  .what,
  .was {
    display: block;
  }

  .was {
    color: var(--_muted);
  }

  .layer {
    margin-block-start: 1.5rem;
  }

  .layer > h3 {
    padding-block-end: 0.3rem;
    border-block-end: 1px solid var(--_ink);
  }

  .about {
    padding-block-start: 0.5rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .abbreviations {
    padding-block-start: 1rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    max-inline-size: 65ch;
  }

  .entry {
    position: relative;
    display: grid;
    gap: 0.35rem;
    padding-block: calc(var(--_space) * 0.8);
    padding-inline: 0.75rem;
    margin-inline: -0.75rem;
    border-block-end: 1px solid var(--_line);
    border-inline-start: 3px solid transparent;
  }

  .entry.highlighted {
    background: color-mix(in srgb, var(--_accent) 7%, transparent);
  }

  .entry.selected {
    border-inline-start-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }

  .entry.ended:not(.selected, .highlighted) {
    color: var(--_muted);
  }

  .eyebrow {
    font-size: 0.8125rem;
    color: var(--_muted);
  }

  .choose,
  .territory {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .choose {
    font-weight: 600;
  }

  .choose:hover,
  .territory:hover {
    text-decoration-color: currentColor;
  }

  .where {
    font-family: var(--_serif);
    font-style: italic;
  }

  .territories {
    display: flex;
    flex-direction: column;
    gap: 0.1rem;
  }

  .territory {
    font-family: var(--_serif);
    font-style: italic;
    font-size: 0.8125rem;
    color: var(--_muted);
    padding-block: 0.2rem;
  }

  .territory[aria-pressed='true'] {
    color: var(--_ink);
    font-weight: 600;
  }

  @media (pointer: coarse) {
    .choose,
    .territory {
      min-block-size: 2.75rem;
    }
  }

  @media (forced-colors: active) {
    .entry:not(.selected) {
      border-inline-start-color: Canvas;
    }
  }

  @container (min-width: 44rem) {
    .layer > ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
      column-gap: 2rem;
      align-items: start;
    }
  }
`;
