import { html, nothing, type TemplateResult } from 'lit';
import { renderIcon } from '../icons';
import type { Panel } from '../panels';
import type { TreatyView } from '../view';
import type { Say } from './stage';

const PAGES: readonly (Panel | null)[] = [
  null,
  'days',
  'place',
  'events',
  'instruments',
  'claims',
  'sources',
];

/** What the column is told to do. */
interface ColumnActions {
  readonly open: (panel: Panel | null) => void;
  /** Goes back to what was open before; null where nothing was. */
  readonly back: (() => void) | null;
}

/** The names of the pages, the one that is open marked; the tour is a way through the events. */
export function renderPages(say: Say, shown: Panel | null, { open, back }: ColumnActions): TemplateResult {
  const current = shown === 'tour' ? 'events' : shown;
  const backWords = say('column.back');
  return html`<nav class="pages" part="pages" aria-label=${say('column.pages')}>
    <button
      type="button"
      class="back"
      aria-label=${backWords}
      title=${backWords}
      ?disabled=${back === null}
      @click=${back}
    >
      ${renderIcon('back')}
    </button>
    ${PAGES.map(
      (panel) =>
        html`<button
          type="button"
          aria-current=${panel === current ? 'page' : nothing}
          @click=${() => open(panel)}
        >
          ${say(`column.${panel ?? 'day'}`)}
        </button>`,
    )}
  </nav>`;
}

/** The page that is open: an element of its own for each panel, else what is chosen above the list of the day. */
export function renderPage(view: TreatyView | null): TemplateResult {
  switch (view?.panel ?? null) {
    case 'place':
      return html`<treaty-place class="page"></treaty-place>`;
    case 'events':
    case 'tour':
      return html`<treaty-timeline class="page"></treaty-timeline>`;
    case 'days':
      return html`<treaty-days class="page"></treaty-days>`;
    case 'instruments':
      return html`<treaty-instruments class="page"></treaty-instruments>`;
    case 'claims':
      return html`<treaty-claims class="page"></treaty-claims>`;
    case 'sources':
      return html`<treaty-sources class="page"></treaty-sources>`;
    default:
      return html`${view && view.selected !== null ? html`<treaty-panel class="page"></treaty-panel>` : nothing}
        <treaty-record></treaty-record>`;
  }
}
