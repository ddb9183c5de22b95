import { css } from 'lit';

/** Two maps, the line between them and over each its day: for all sizes, and only where two days can be compared. */
export const comparingStyles = css`
  .compared {
    clip-path: inset(0 0 0 var(--_split, 50%));
  }

  /* Each map shows on its own side what the other hides: one scale, one line of credits. */
  .compared .maplibregl-ctrl-bottom-left {
    display: none;
  }

  .side {
    position: absolute;
    inset-block-start: 10px;
    margin: 0;
    padding: 2px 10px;
    border-radius: var(--treaty-radius);
    background: color-mix(in srgb, var(--treaty-surface-color) 90%, transparent);
    font-family: var(--treaty-font-serif);
    white-space: nowrap;
    pointer-events: none;
  }

  .side.before {
    right: calc(100% - var(--_split, 50%) + 8px);
  }

  .side.after {
    left: calc(var(--_split, 50%) + 8px);
  }

  /* The input spans the map and lets all through but its thumb, which is the handle of the dividing line. */
  .divider {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    appearance: none;
    background: linear-gradient(var(--treaty-accent-color), var(--treaty-accent-color)) no-repeat
      var(--_split, 50%) 0 / 2px 100%;
    pointer-events: none;
    /* As large as a finger, and seen smaller: it lies over names. */
    --_handle: radial-gradient(
      closest-side,
      var(--treaty-surface-color) 52%,
      var(--treaty-accent-color) 56% 63%,
      transparent 67%
    );
  }

  .divider::-webkit-slider-thumb {
    appearance: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: var(--_handle);
    cursor: ew-resize;
    pointer-events: auto;
  }

  .divider::-moz-range-thumb {
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: 50%;
    background: var(--_handle);
    cursor: ew-resize;
    pointer-events: auto;
  }

  .divider:focus-visible {
    outline: none;
  }

  .divider:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--treaty-accent-color);
    outline-offset: 2px;
  }

  .divider:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--treaty-accent-color);
    outline-offset: 2px;
  }

  @container treaty-map (inline-size < 900px) or (block-size < 480px) {
    .side {
      inset-block: auto calc(var(--_tap) + 44px);
      font-size: 0.8125rem;
    }
  }

  @container treaty-map (block-size < 480px) or ((640px <= inline-size < 900px) and (block-size < 620px)) {
    .side {
      inset-block: 64px auto;
    }
  }

  @container treaty-map (inline-size < 640px) and (block-size < 480px) {
    .side {
      inset-block: 6px auto;
    }
  }
`;
