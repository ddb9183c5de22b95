import { css } from 'lit';

export const instrumentsStyles = css`
  .day {
    gap: 0.2rem;
  }

  .day h3 {
    padding: 0;
    border: 0;
    font-size: 1.25rem;
  }

  ol {
    counter-reset: instrument;
    margin-block-start: 0.4rem;
    border-block-start: 1px solid var(--_line);
  }

  ol li {
    counter-increment: instrument;
    border-block-end: 1px solid var(--_line);
  }

  .choose {
    display: grid;
    grid-template-columns: 1.6rem 1fr;
    inline-size: 100%;
    padding: 0.5rem 0.3rem 0.55rem;
  }

  .choose::before {
    content: counter(instrument) / '';
    color: var(--_muted);
    font-family: var(--_serif);
    font-variant-numeric: oldstyle-nums;
  }

  .choose:hover {
    background: var(--_paper);
  }

  .title {
    font-family: var(--_serif);
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.3;
  }

  .choose:hover .title {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .own {
    grid-column: 2;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .titles {
    display: grid;
    gap: 0.15rem;
    font-family: var(--_serif);
  }

  .tongue {
    color: var(--_muted);
    font: italic 0.75rem var(--_sans);
  }

  .article {
    gap: 0.4rem;
    padding-block-end: 0.5rem;
  }

  .article + .article {
    padding-block-start: 0.6rem;
    border-block-start: 1px solid color-mix(in srgb, var(--_line) 60%, transparent);
  }

  .article h4::first-letter {
    text-transform: uppercase;
  }

  .article .things {
    font-size: 0.8125rem;
  }

  @media print {
    .article {
      break-inside: avoid;
    }
  }
`;
