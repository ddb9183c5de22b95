import { css } from 'lit';

/** What opens in the slider: the field for a typed day, and the choices of how to play. */
export const formsStyles = css`
  .form {
    grid-area: day;
    display: none;
    min-inline-size: 0;
    gap: 0.35rem;
    align-items: center;
    max-inline-size: 16rem;
  }

  .writing .form {
    display: flex;
  }

  .writing .day {
    display: none;
  }

  .field {
    flex: 1;
    min-inline-size: 0;
    inline-size: 8.5rem;
    min-block-size: var(--_target);
    padding-inline: 0.6rem;
    background: var(--_paper);
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    font-size: 1rem;
    user-select: text;
    -webkit-user-select: text;
  }

  /* Inside, so that it does not cover the answer below. */
  .field:focus-visible {
    outline-offset: -1px;
  }

  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
    font-style: italic;
  }

  .field[aria-invalid] {
    border: 2px solid var(--_accent);
  }

  .button.go {
    border-color: var(--_muted);
    border-radius: var(--_radius);
    padding-inline: 0.5rem;
  }

  .play-options {
    position: fixed;
    inset: auto;
    overflow: auto;
    inline-size: 17rem;
    max-inline-size: calc(100vw - 16px);
    max-block-size: var(--_room, 80vh);
    margin: 0;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 2px 14px rgb(0 0 0 / 22%);
  }

  .play-options fieldset + * {
    margin-block-start: 0.5rem;
  }

  .play-options legend {
    font-family: var(--_serif);
    font-weight: 600;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1rem;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: calc(var(--_target) - 0.25rem);
    cursor: pointer;
  }

  .choice input {
    flex: none;
    inline-size: 1.1rem;
    block-size: 1.1rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .keys {
    margin-block-start: 0.5rem;
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .answer {
    grid-area: note;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .answer:empty {
    display: none;
  }

  .answer.wrong {
    color: var(--_accent);
    font-weight: 600;
  }

  @container (min-width: 900px) {
    .answer {
      align-self: start;
      line-height: 1.3;
    }
  }

  .key {
    display: grid;
    gap: 0.4rem;
    margin-block: 0.5rem;
    padding-block-start: 0.6rem;
    border-block-start: 1px solid var(--_line);
    font-size: 0.8125rem;
    line-height: 1.3;
  }

  .key div {
    display: grid;
    grid-template-columns: 48px 1fr;
    align-items: center;
    gap: 0.75rem;
  }

  .key dt {
    block-size: 18px;
  }

  .key dd {
    margin: 0;
  }

  .key svg {
    inline-size: 100%;
    overflow: visible;
  }
`;
