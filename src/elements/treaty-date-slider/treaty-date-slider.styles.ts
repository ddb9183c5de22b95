import { css } from 'lit';

export const sliderStyles = css`
  :host {
    --_thumb: var(--treaty-slider-thumb-size, 1rem);
    --_target: 2.25rem;
    --_grip: 1.5rem;
    user-select: none;
    -webkit-user-select: none;
  }

  @media (pointer: coarse) {
    :host {
      --_thumb: var(--treaty-slider-thumb-size, 1.125rem);
      --_target: 2.75rem;
      --_grip: 2.75rem;
    }
  }

  .base {
    display: grid;
    grid-template:
      'day buttons options' auto
      'note note note' auto
      'track track track' auto / minmax(0, 1fr) auto auto;
    align-items: center;
    column-gap: 0.5rem;
    padding: calc(var(--_space) * 0.4) calc(var(--_space) * 0.75) calc(var(--_space) * 0.25);
  }

  .day {
    grid-area: day;
    min-inline-size: 0;
  }

  .write {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    max-inline-size: 100%;
    min-block-size: var(--_target);
    font-family: var(--_serif);
    font-size: var(--treaty-slider-day-size, var(--_day-size, clamp(1.25rem, 5cqi, 1.75rem)));
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.15;
    white-space: nowrap;
  }

  .write .icon {
    flex: none;
    inline-size: 0.6em;
    block-size: 0.6em;
    color: var(--_muted);
  }

  .note {
    grid-area: note;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-block-size: 1.45em;
  }

  .buttons {
    grid-area: buttons;
    display: flex;
    gap: 0.25rem;
  }

  .button {
    display: inline-grid;
    place-items: center;
    flex: none;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    border: 1px solid transparent;
    border-radius: 50%;
  }

  .buttons .button {
    border-color: var(--_line);
  }

  .buttons .play {
    border-color: var(--_ink);
  }

  .options {
    grid-area: options;
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

    .write:hover .icon {
      color: var(--_accent);
    }
  }

  /* Room for everything in one row: the day, the steps, the track. */
  @container (min-width: 900px) {
    .base {
      grid-template:
        'day buttons options track' auto
        'note buttons options track' 2.7em / 19rem auto auto minmax(0, 1fr);
      padding-inline: calc(var(--_space) * 1.25);
    }

    .track {
      margin-inline-start: 0.75rem;
    }

    .note {
      align-self: start;
      line-height: 1.3;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
    }
  }

  /* A phone: what is said of the day in two lines. */
  @container (max-width: 450px) {
    .base {
      grid-template: var(
        --_phone,
        'day buttons' auto 'note options' auto 'track track' auto / minmax(0, 1fr) auto
      );
      padding-inline: 0.6rem;
    }

    .options {
      justify-self: end;
    }

    .note {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
      line-height: 1.3;
    }
  }

  /* No room for day and steps side by side: the steps stand beside what is said of the day. */
  @container (max-width: 359px) {
    .base {
      grid-template:
        'day options' auto
        'note buttons' auto
        'track track' auto / minmax(0, 1fr) auto;
    }
  }
`;
