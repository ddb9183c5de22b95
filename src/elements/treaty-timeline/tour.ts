import { html, nothing, type TemplateResult } from 'lit';
import type { DatedEvent } from '../../atlas/atlas';
import { inLanguage } from '../../atlas/in-language';
import type { LaterKey } from '../../language/en-later';
import { writeDay } from '../../language/language';
import { laterMessage } from '../../language/later';
import { askToSelect } from '../asking';
import { renderSources } from '../citation';
import { renderEvidence } from '../evidence';
import { renderEyes } from '../eyes-words';
import { renderIcon } from '../icons';
import { renderDayButton } from '../thing-link';
import { boundWords } from '../treaty-record/span-words';
import type { TreatyView } from '../view';
import { isBeyond } from './event-order';
import { renderHeldToday } from './held-today';

/** What a screen of the tour asks for. */
interface TourActions {
  readonly begin: () => void;
  readonly leave: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** Which screen is shown, from 0; -1 before the first. */
function indexOf({ atlas, selected }: TreatyView): number {
  return atlas.tour.findIndex(({ item }) => item.id === selected);
}

/** The event that a key leads to, null where it leaves the tour, undefined where it does nothing. */
export function tourStep(key: string, rtl: boolean, view: TreatyView): string | null | undefined {
  const { tour } = view.atlas;
  const index = indexOf(view);
  const at = (place: number): string | undefined => tour[place]?.item.id;
  switch (key) {
    case 'Escape':
      return null;
    case 'PageDown':
    case rtl ? 'ArrowLeft' : 'ArrowRight':
      return at(index + 1);
    case 'PageUp':
    case rtl ? 'ArrowRight' : 'ArrowLeft':
      return at(index - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(tour.length - 1);
    default:
      return undefined;
  }
}

function renderHead(words: string, { leave }: TourActions, language: string): TemplateResult {
  const exit = laterMessage(language, 'tour.exit');
  return html`<header class="tour-head">
    <p class="eyebrow">${laterMessage(language, 'tour.title')}<span class="of">${words}</span></p>
    <button type="button" class="exit" part="exit" aria-label=${exit} title=${exit} @click=${leave}>
      ${renderIcon('close')}
    </button>
  </header>`;
}

/** Before the first screen: what the tour is. */
function renderIntroduction(view: TreatyView, actions: TourActions): TemplateResult {
  const { atlas, language } = view;
  const count = atlas.tour.length;
  return html`<article class="base tour" part="tour" @keydown=${actions.onKeydown}>
    ${renderHead('', actions, language)}
    <h2 part="heading" tabindex="-1">${laterMessage(language, 'tour.title')}</h2>
    <p class="lead">${laterMessage(language, 'tour.about', { count })}</p>
    <p class="also">${laterMessage(language, 'tour.keys')}</p>
    <nav class="steps" aria-label=${laterMessage(language, 'tour.title')}>
      <button type="button" class="onward" part="next" @click=${actions.begin}>
        ${laterMessage(language, 'tour.begin')}
      </button>
    </nav>
  </article>`;
}

function renderScreen(
  event: DatedEvent,
  index: number,
  view: TreatyView,
  actions: TourActions,
): TemplateResult {
  const { atlas, language, day } = view;
  const { tour } = atlas;
  const { item, bound } = event;
  const say = (key: LaterKey, values?: Record<string, string | number>): string =>
    laterMessage(language, key, values);
  const progress = say('tour.step', { number: index + 1, count: tour.length });
  const [previous, next] = [tour[index - 1], tour[index + 1]];
  return html`<article class="base tour" part="tour" aria-labelledby="title" @keydown=${actions.onKeydown}>
    ${renderHead(progress, actions, language)}
    <div class="progress" part="progress" aria-hidden="true">
      ${tour.map((_, place) => html`<span class=${place <= index ? 'done' : ''}></span>`)}
    </div>
    <div class="announced" aria-live="polite">
      <p class="date">${boundWords(bound, language)}</p>
      <h2 id="title" part="heading" tabindex="-1">${inLanguage(item.title, language)}</h2>
    </div>
    <p class="lead">${inLanguage(item.summary, language)}</p>
    ${item.tour ? html`<p class="look">${inLanguage(item.tour.text, language)}</p>` : nothing}
    ${
      bound.stated === day || isBeyond(bound, view.range)
        ? nothing
        : renderDayButton(bound.stated, say('events.to-day', { date: writeDay(bound.stated, language) }))
    }
    ${renderEvidence(item, view)} ${renderEyes(view)} ${renderHeldToday(item.provisions, view)}
    ${renderSources(atlas, item.sources, language)}
    <nav class="steps" aria-label=${say('tour.title')}>
      <button
        type="button"
        class="backward"
        part="back"
        value=${previous?.item.id ?? ''}
        ?disabled=${previous === undefined}
        @click=${askToSelect}
      >
        ${say('tour.back')}
      </button>
      ${
        next
          ? html`<button type="button" class="onward" part="next" value=${next.item.id} @click=${askToSelect}>
              ${say('tour.next')}
            </button>`
          : html`<button type="button" class="onward" part="next" @click=${actions.leave}>
              ${say('tour.end')}
            </button>`
      }
    </nav>
  </article>`;
}

/** The tour: the screen of the event that is chosen or, where that is none of its events, what the tour is. */
export function renderTour(view: TreatyView, actions: TourActions): TemplateResult {
  const index = indexOf(view);
  const event = view.atlas.tour[index];
  return event ? renderScreen(event, index, view, actions) : renderIntroduction(view, actions);
}
