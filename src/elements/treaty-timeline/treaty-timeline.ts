import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { DatedEvent } from '../../atlas/atlas';
import { listIn } from '../../language/language';
import { askToSelect } from '../asking';
import { renderSources } from '../citation';
import { TreatyPanelRequestEvent, TreatySelectRequestEvent } from '../events';
import { renderEvidence } from '../evidence';
import { renderEyes } from '../eyes-words';
import { PageElement } from '../page-element';
import { pageStyles } from '../page-element.styles';
import { entryStyles } from '../record-entry.styles';
import { revealIn } from '../reveal';
import { base, tokens } from '../shared-styles';
import { swatchStyles } from '../swatch.styles';
import { renderDayButton, renderThings } from '../thing-link';
import { boundWords, dateWords } from '../treaty-record/span-words';
import type { Day } from '../../time/day';
import type { TreatyView } from '../view';
import { around, byYear, isBeyond } from './event-order';
import { renderHeldToday } from './held-today';
import { renderTour, tourStep } from './tour';
import { tourStyles } from './tour.styles';
import { timelineStyles } from './treaty-timeline.styles';

/**
 * @summary The events, in step with the slider: all of them by year, or the one that is chosen with what held that day;
 * and a guided tour through those that tell the story, one screen each.
 *
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks for an event: for its day and its place on the map too.
 * @fires {TreatyDateRequestEvent} treaty-date-request - Asks for the day of the event that is shown.
 * @fires {TreatyPanelRequestEvent} treaty-panel-request - Asks for the tour, or to leave it.
 *
 * @csspart heading - The heading.
 * @csspart event - An event.
 * @csspart tour - The button that begins the tour, and a screen of it.
 * @csspart progress - How far the tour has come.
 * @csspart back - The button to the screen before.
 * @csspart next - The button to the next screen.
 * @csspart exit - The button that leaves the tour.
 * @csspart thing - A button that chooses a thing of the record.
 * @csspart to-day - The button that sets the day.
 * @csspart up - The way back to all events.
 * @csspart pager - The ways to the event before and after.
 * @csspart evidence - How far an event was checked.
 * @csspart eyes - Through whose eyes it is told, where not as it stands.
 * @csspart sources - The sources of an event.
 * @csspart source - A source.
 * @csspart swatch - The small picture of a sign.
 */
export class TreatyTimeline extends PageElement {
  static override styles = [tokens, base, swatchStyles, entryStyles, pageStyles, timelineStyles, tourStyles];

  /** The day shown before the tour, which sets others; null where there was none. */
  #before: Day | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { view } = this;
    const last = changed.get('view') as TreatyView | null | undefined;
    if (view?.panel === 'tour' && last?.panel !== 'tour') this.#before = (last ?? view).day;
  }

  /** Puts the focus on the heading; who goes through the tour by its buttons keeps the one that was pressed. */
  override focus(options?: FocusOptions): void {
    const pressed = this.renderRoot.querySelector<HTMLElement>('.steps button:focus');
    if (!pressed) super.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view') as TreatyView | null | undefined;
    // In step with the slider: whoever moves it keeps the event of the day in sight.
    if (before && before.day !== this.view?.day) {
      const now = this.renderRoot.querySelector<HTMLElement>('.event.now');
      if (now) revealIn(now);
    }
  }

  #tourKeys = (event: KeyboardEvent): void => {
    const { view } = this;
    if (!view || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const step = tourStep(event.key, getComputedStyle(this).direction === 'rtl', view);
    if (step === undefined) return;
    // Escape leaves the tour and nothing else.
    event.preventDefault();
    event.stopPropagation();
    this.ask(step === null ? new TreatyPanelRequestEvent('events') : new TreatySelectRequestEvent(step));
  };

  #startTour = (): void => {
    const first = this.view?.atlas.tour[0];
    this.ask(new TreatyPanelRequestEvent('tour'));
    if (first) this.ask(new TreatySelectRequestEvent(first.item.id));
  };

  protected override renderPage(view: TreatyView): TemplateResult {
    if (view.panel === 'tour') {
      return renderTour(view, {
        begin: this.#startTour,
        leave: () => this.ask(new TreatyPanelRequestEvent('events')),
        onKeydown: this.#tourKeys,
      });
    }
    const chosen = view.atlas.events.find(({ item }) => item.id === view.selected);
    return chosen ? this.#renderOne(chosen, view) : this.#renderAll(view);
  }

  /** The way back to the day that was shown before the tour. */
  #renderReturn({ day }: TreatyView): TemplateResult | typeof nothing {
    const before = this.#before;
    if (before === null || before === day) return nothing;
    return renderDayButton(before, this.say('events.return', { date: this.write(before) }));
  }

  #renderAll(view: TreatyView): TemplateResult {
    const { atlas, day } = view;
    const { now, previous, next } = around(atlas.events, day);
    const today = atlas.events.filter(({ bound }) => bound.stated === day).map(({ item }) => item.id);
    return html`<article class="base">
      <header>
        <h2 part="heading" tabindex="-1">${this.say('column.events')}</h2>
        <p class="about-page">${this.say('events.about')}</p>
      </header>
      ${
        atlas.tour.length === 0
          ? nothing
          : html`<button type="button" class="start" part="tour" @click=${this.#startTour}>
              ${this.say('events.tour', { count: atlas.tour.length })}
            </button>`
      }
      ${this.#renderReturn(view)} ${renderThings(today, view)}
      ${this.renderSteps(previous?.item.id, next?.item.id, view)}
      ${guard([atlas, this.language, now, now?.bound.stated === day], () =>
        byYear(atlas.events).map(
          ([year, events]) =>
            html`<section class="year">
              <h3>${year}</h3>
              <ol>
                ${events.map((event) => this.#renderItem(event, event === now, view))}
              </ol>
            </section>`,
        ),
      )}
    </article>`;
  }

  #renderItem(event: DatedEvent, now: boolean, view: TreatyView): TemplateResult {
    const { item, bound } = event;
    const mark = bound.stated === view.day ? this.say('events.now') : this.say('events.last');
    return html`<li class=${now ? 'event now' : 'event'} part="event" aria-current=${now ? 'date' : nothing}>
      <p class="date">
        ${boundWords(bound, this.language)} ${now ? html`<span class="mark">${mark}</span>` : nothing}
      </p>
      <h4>
        <button type="button" class="choose" value=${item.id} @click=${askToSelect}>
          ${this.text(item.title)}
        </button>
      </h4>
      ${this.#renderFacts(event, view)}
      <details class="touched">
        <summary>${this.say('events.provisions', { count: item.provisions.length })}</summary>
        ${renderThings(item.provisions, view)}
      </details>
      ${renderSources(view.atlas, item.sources, this.language)}
    </li>`;
  }

  /** What is said of an event in the list and on its own page. */
  #renderFacts({ item, bound }: DatedEvent, view: TreatyView): TemplateResult {
    const { range } = view;
    const { manifest } = view.atlas;
    const reach = { from: this.write(range.first), until: this.write(range.last) };
    return html`<p class="summary">${this.text(item.summary)}</p>
      ${
        item.alternatives && item.alternatives.length > 0
          ? html`<p class="also">
              ${this.say('events.alternatives', {
                dates: listIn(
                  this.language,
                  item.alternatives.map((date) => dateWords(date, this.language)),
                ),
              })}
            </p>`
          : nothing
      }
      ${isBeyond(bound, range) ? html`<p class="mark">${this.say('events.beyond', reach)}</p>` : nothing}
      ${
        item.evidence === 'read' && !item.unconfirmed
          ? html`<p class="also" part="evidence">${this.text(manifest.evidence.read)}</p>`
          : renderEvidence(item, view)
      }`;
  }

  #renderOne(event: DatedEvent, view: TreatyView): TemplateResult {
    const { atlas, day } = view;
    const { item, bound } = event;
    const { id, provisions, sources } = item;
    return html`<article class="base one">
      ${this.renderUp(this.say('events.all'))}
      <header>
        <p class="date">${boundWords(bound, this.language)}</p>
        <h2 part="heading" tabindex="-1">${this.text(item.title)}</h2>
      </header>
      ${this.#renderFacts(event, view)}
      ${
        bound.stated === day || isBeyond(bound, view.range)
          ? nothing
          : renderDayButton(bound.stated, this.say('events.to-day', { date: this.write(bound.stated) }))
      }
      ${this.#renderReturn(view)} ${renderEyes(view)} ${renderHeldToday(provisions, view)}
      <section>
        <h3>${this.say('events.provisions', { count: provisions.length })}</h3>
        ${renderThings(provisions, view)}
      </section>
      ${renderSources(atlas, sources, this.language)}
      ${this.renderPager(
        atlas.events.map(({ item: { id: each } }) => each),
        id,
        view,
      )}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-timeline': TreatyTimeline;
  }
}
