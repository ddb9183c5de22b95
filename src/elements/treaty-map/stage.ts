import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../language/en';
import type { TreatyMapView } from '../../map/treaty-map-view';
import { renderIcon } from '../icons';

/** A text of the interface in the language of the element. */
export type Say = (key: MessageKey, values?: Record<string, string>) => string;

const TOOLS: readonly (readonly [
  name: 'zoom-in' | 'zoom-out' | 'home' | 'ports',
  act: (map: TreatyMapView) => void,
])[] = [
  ['zoom-in', (map) => map.zoomIn()],
  ['zoom-out', (map) => map.zoomOut()],
  ['home', (map) => map.home()],
  ['ports', (map) => map.portsCloseUp()],
];

/** The buttons that move the map. */
export function renderTools(say: Say, map: () => TreatyMapView | null): TemplateResult {
  return html`<div class="tools">
    ${TOOLS.map(([name, act]) => {
      const says = say(`map.${name}`);
      const press = (): void => {
        const view = map();
        if (view) act(view);
      };
      return html`<button type="button" class=${name} aria-label=${says} title=${says} @click=${press}>
        ${renderIcon(name)}
      </button>`;
    })}
  </div>`;
}

/** Something that went wrong; by its key what was wrong with an input is taken back when another comes. */
export interface Notice {
  readonly text: string;
  readonly key: MessageKey | null;
}

/** What went wrong, one line each, until it is dismissed. */
export function renderProblems(
  say: Say,
  problems: readonly Notice[],
  dismiss: () => void,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div class="problems" role="alert">
    <p>${say('error.title')}</p>
    <ul tabindex="0" aria-label=${say('error.title')}>
      ${problems.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
    <button type="button" @click=${dismiss}>${say('error.dismiss')}</button>
  </div>`;
}
