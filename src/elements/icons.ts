import { svg, html, type TemplateResult } from 'lit';

const PATHS = {
  previous: svg`<path d="M6 5v14M19 5.5v13L9.5 12z" />`,
  next: svg`<path d="M18 5v14M5 5.5v13l9.5-6.5z" />`,
  play: svg`<path d="M7 4.5v15l12-7.5z" />`,
  pause: svg`<path d="M7.5 5v14M16.5 5v14" />`,
  options: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9" /><circle cx="15" cy="7" r="2" /><circle cx="9" cy="17" r="2" />`,
  write: svg`<path d="M4.5 19.5l1-4L16 5l3 3L8.5 18.5z" />`,
  'zoom-in': svg`<path d="M12 5.5v13M5.5 12h13" />`,
  'zoom-out': svg`<path d="M5.5 12h13" />`,
  home: svg`<path d="M4 9V4.5h4.5M15.5 4.5H20V9M20 15v4.5h-4.5M8.5 19.5H4V15" />`,
  ports: svg`<circle cx="12" cy="5.2" r="1.9" /><path d="M12 7.2v12.6M8.5 10.4h7M4.8 13.2c.4 4 3.4 6.3 7.2 6.6 3.8-.3 6.8-2.6 7.2-6.6" />`,
  back: svg`<path d="M19 12H5.5M11 6l-6 6 6 6" />`,
  close: svg`<path d="M6 6l12 12M18 6L6 18" />`,
} as const;

/** A sign on a button. It says nothing by itself: the button carries the words. */
export function renderIcon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    ${PATHS[name]}
  </svg>`;
}
