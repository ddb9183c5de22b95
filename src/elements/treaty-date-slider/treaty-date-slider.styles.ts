import { css } from 'lit';

export const sliderStyles = css`
  :host {
    --_thumb: var(--treaty-slider-thumb-size, 1.5rem);
    --_target: 2.25rem;
    user-select: none;
    -webkit-user-select: none;
  }

  @media (pointer: coarse) {
    :host {
      --_thumb: var(--treaty-slider-thumb-size, 1.875rem);
      --_target: 2.75rem;
    }
  }

  .base {
    display: grid;
    grid-template:
      'day buttons' auto
      'note note' auto
      'track track' auto / minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 0.75rem;
    padding: 0.5rem 0.75rem 0.35rem;
  }

  .day,
  .form {
    grid-area: day;
  }

  .day {
    display: flex;
    align-items: center;
    gap: 0.15rem;
    font-family: var(--_serif);
    font-size: var(--treaty-slider-day-size, clamp(1.375rem, 5.2cqi, 1.75rem));
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.15;
    white-space: nowrap;
    min-block-size: var(--_target);
  }

  .note,
  .answer {
    grid-area: note;
    font-size: 0.8125rem;
    color: var(--_muted);
    min-inline-size: 0;
  }

  .note {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-block-size: 1.45em;
  }

  .answer:empty {
    display: none;
  }

  .answer.wrong {
    color: var(--_accent);
    font-weight: 600;
  }

  .buttons {
    grid-area: buttons;
    display: flex;
    gap: 0.25rem;
    align-self: start;
  }

  .button {
    display: inline-grid;
    place-items: center;
    flex: none;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    border-radius: 50%;
  }

  .buttons .button {
    border: 1px solid var(--_line);
  }

  .button.play {
    border-color: var(--_ink);
  }

  .button.write {
    color: var(--_muted);
  }

  .button[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }

  .rtl .buttons .icon {
    transform: scaleX(-1);
  }

  @media (hover: hover) {
    .button:not([aria-disabled='true']):hover {
      background: var(--_paper);
      border-color: var(--_ink);
    }
  }

  .form {
    display: none;
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
    border-radius: 3px;
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
    border: 1px solid var(--_muted);
    border-radius: 3px;
    padding-inline: 0.5rem;
  }

  .track {
    grid-area: track;
    position: relative;
    min-inline-size: 0;
  }

  /* Room for everything in one row: the day, the steps, the track. */
  @container (min-width: 900px) {
    .base {
      grid-template:
        'day buttons track' auto
        'note buttons track' 2.9em / 19rem auto minmax(0, 1fr);
      column-gap: 1.25rem;
      padding-inline: 1.25rem;
    }

    .buttons {
      align-self: center;
    }

    .note,
    .answer {
      align-self: start;
      line-height: 1.3;
    }

    .note {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
    }
  }

  /* No room for day and steps side by side: the steps stand beside what is said of the day. */
  @container (max-width: 450px) {
    .base {
      grid-template:
        'day day' auto
        'note buttons' auto
        'track track' auto / minmax(0, 1fr) auto;
      padding-inline: 0.6rem;
    }

    .day {
      justify-content: space-between;
    }

    .form {
      max-inline-size: none;
    }

    .note {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
      line-height: 1.3;
    }

    .buttons {
      grid-row: 2;
    }
  }
`;
