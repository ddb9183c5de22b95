import { html, type TemplateResult } from 'lit';
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
