import { svg, html, type TemplateResult } from 'lit';

const PATHS = {
  previous: svg`<path d="M6 5v14M19 5.5v13L9.5 12z" />`,
  next: svg`<path d="M18 5v14M5 5.5v13l9.5-6.5z" />`,
  play: svg`<path d="M7 4.5v15l12-7.5z" />`,
  pause: svg`<path d="M7.5 5v14M16.5 5v14" />`,
  write: svg`<path d="M4.5 19.5l1-4L16 5l3 3L8.5 18.5z" />`,
  close: svg`<path d="M6 6l12 12M18 6L6 18" />`,
} as const;

/** A sign on a button. It says nothing by itself: the button carries the words. */
export function renderIcon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    ${PATHS[name]}
  </svg>`;
}
