import { css } from 'lit';

/** The buttons that copy a reference, and what they wrote. */
export const copyingStyles = css`
  .cite {
    display: grid;
    gap: 0.35rem;
  }

  .formats {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
  }

  .formats button {
    padding: 0.3rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-size: 0.8125rem;
  }

  .formats button:hover,
  .formats [aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .said {
    color: var(--_accent);
    font-size: 0.8125rem;
    font-style: italic;
  }

  .said:empty {
    display: none;
  }

  .reference {
    margin: 0;
    padding: 0.6rem 0.75rem;
    max-block-size: 14rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    font: 0.75rem/1.5 var(--_mono, ui-monospace, monospace);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    user-select: all;
  }

  @media (pointer: coarse) {
    .formats button {
      min-block-size: 2.75rem;
      min-inline-size: 2.75rem;
    }
  }

  @media (forced-colors: active) {
    .formats [aria-pressed='true'] {
      border-color: Highlight;
      box-shadow: inset 0 0 0 1px Highlight;
    }
  }

  @media print {
    .cite,
    .box:has(> .cite) {
      display: none;
    }
  }
`;
