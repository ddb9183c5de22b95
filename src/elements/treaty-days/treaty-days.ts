import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { clampDay, isoOf, parseDay, type Day } from '../../time/day';
import type { LaterKey } from '../../language/en-later';
import { LaterElement } from '../later-element';
import { renderEyes, statusWords } from '../eyes-words';
import { TreatyDateRequestEvent, TreatyDaysRequestEvent, TreatySelectRequestEvent } from '../events';
import { titleOf } from '../record-entry';
import { entryStyles } from '../record-entry.styles';
import type { RecordGroup } from '../record-groups';
import { changesStyles } from '../changes.styles';
import { base, tokens } from '../shared-styles';
import { renderSwatch, strengthOf, swatchOf } from '../swatch';
import { swatchStyles } from '../swatch.styles';
import { spanWords } from '../treaty-record/span-words';
import type { TreatyView } from '../view';
import { daysStyles } from './treaty-days.styles';
import { coursesBetween, twoDays, type Course, type LayerOnBoth, type ProvisionOnBoth } from './two-days';

/** What a second day is for. */
const WAYS = ['alone', 'compare', 'span'] as const;
type Way = (typeof WAYS)[number];

/**
 * @summary A second day beside the one shown: the two compared on the map and as lists, with the difference in words, or
 * all that held on any day between them.
 *
 * @fires {TreatyDaysRequestEvent} treaty-days-request - Asks for a day to compare with, or for a stretch of days.
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks to choose a provision.
 *
 * @csspart heading - The heading.
 * @csspart ways - The choice of what the second day is for.
 * @csspart other - The slider of the second day.
 * @csspart changes - What began, ended and changed from one day to the other.
 * @csspart layer - The provisions of one layer on both days.
 * @csspart same - A provision that says the same on both.
 * @csspart different - A provision that does not.
 * @csspart swatch - The small picture of a sign.
 */
export class TreatyDays extends LaterElement {
  static override styles = [tokens, base, swatchStyles, entryStyles, changesStyles, daysStyles];

  /** The second day last used, for when it is wanted again. */
  #last: Day | null = null;

  protected override willUpdate(): void {
    this.#last = this.view?.compare ?? this.view?.spanFrom ?? this.#last;
  }

  /** Puts the focus on the heading, so that what was opened is read out. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  #otherOf({ range: { first, last }, day }: TreatyView): Day {
    return this.#last === null ? (day === last ? first : last) : clampDay(this.#last, first, last);
  }

  #go(way: Way, other: Day): void {
    const iso = isoOf(other);
    this.ask(
      new TreatyDaysRequestEvent({
        compareDate: way === 'compare' ? iso : null,
        spanFrom: way === 'span' ? iso : null,
      }),
    );
  }

  #onWay = (event: Event): void => {
    const { view } = this;
    const way = WAYS.find((known) => known === (event.currentTarget as HTMLInputElement).value);
    if (view && way) this.#go(way, this.#otherOf(view));
    // If the owner does not follow, the choice goes back to what is shown.
    this.requestUpdate();
  };

  /** The slider inside asks for the second day and not for the first: what it says stays here. */
  #onOther = (event: Event): void => {
    event.stopPropagation();
    const { view } = this;
    const day = event instanceof TreatyDateRequestEvent ? parseDay(event.date) : null;
    if (view && day !== null) this.#go(wayOf(view), day);
  };

  #renderWays(view: TreatyView): TemplateResult {
    const current = wayOf(view);
    return html`<fieldset class="ways" part="ways">
      <legend>${this.say('days.ways')}</legend>
      ${WAYS.map(
        (way) =>
          html`<label>
            <input
              type="radio"
              name="way"
              value=${way}
              .checked=${live(way === current)}
              @change=${this.#onWay}
            />
            <span>${this.say(`days.${way}`)}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  #renderOther(view: TreatyView): TemplateResult | typeof nothing {
    const way = wayOf(view);
    if (way === 'alone') return nothing;
    const other: TreatyView = {
      ...view,
      day: this.#otherOf(view),
      moment: view.atlas.at(this.#otherOf(view)),
      compare: way === 'compare' ? view.day : null,
      spanFrom: way === 'span' ? view.day : null,
    };
    return html`<p class="label" id="other">${this.say(`days.other-${way}`)}</p>
      <treaty-date-slider
        class="other"
        part="other"
        role="group"
        aria-labelledby="other"
        .view=${other}
        @treaty-date-request=${this.#onOther}
      ></treaty-date-slider>`;
  }

  #renderStatus(group: RecordGroup, view: TreatyView): TemplateResult {
    const { provision, phase, territories, span, uncertain, seen } = group;
    return html`<li>
      ${renderSwatch({ ...swatchOf(provision, phase, seen), strength: strengthOf(uncertain) })}
      <span>
        ${provision.parallel ? html`<span class="where">${titleOf(provision, territories, view)}</span>` : nothing}
        ${statusWords(seen, view)}
        <span class="when">${spanWords(span, view.language)}</span>
      </span>
    </li>`;
  }

  #renderSide(groups: readonly RecordGroup[], day: Day, view: TreatyView): TemplateResult {
    return html`<div class="side">
      <p class="date">${this.write(day, 'medium')}</p>
      ${
        groups.length === 0
          ? html`<p class="nothing">${this.say('days.nothing')}</p>`
          : html`<ul>
              ${groups.map((group) => this.#renderStatus(group, view))}
            </ul>`
      }
    </div>`;
  }

  #renderProvision(
    { provision, before, after, same }: ProvisionOnBoth,
    days: [Day, Day],
    view: TreatyView,
  ): TemplateResult {
    return html`<li class=${same ? 'same' : 'different'} part=${same ? 'same' : 'different'}>
      <h4>
        <button
          type="button"
          class="choose"
          @click=${() => this.ask(new TreatySelectRequestEvent(provision.id))}
        >
          ${this.text(provision.title)}
        </button>
        ${same ? html`<span class="alike">${this.say('days.same')}</span>` : nothing}
      </h4>
      ${
        same
          ? html`<ul>
              ${before.map((group) => this.#renderStatus(group, view))}
            </ul>`
          : html`<div class="sides">
              ${this.#renderSide(before, days[0], view)} ${this.#renderSide(after, days[1], view)}
            </div>`
      }
    </li>`;
  }

  #renderLayer({ layer, provisions }: LayerOnBoth, days: [Day, Day], view: TreatyView): TemplateResult {
    return html`<section class="layer" part="layer">
      <h3>${this.text(layer.title)}</h3>
      <ul>
        ${provisions.map((provision) => this.#renderProvision(provision, days, view))}
      </ul>
    </section>`;
  }

  #renderCourse({ how, provision, territories, seen }: Course, view: TreatyView): TemplateResult {
    return html`<li>
      <span class="how">${this.say(`record.${how}`)}</span>
      <div>
        <strong>${titleOf(provision, territories, view)}</strong>
        <ol class="what">
          ${seen.map((one) => html`<li>${statusWords(one, view)}</li>`)}
        </ol>
      </div>
    </li>`;
  }

  #renderDifference(from: Day, to: Day, view: TreatyView): TemplateResult {
    const words = { from: this.write(from), to: this.write(to) };
    const courses = coursesBetween(view, from, to);
    return html`<section class="changes" part="changes">
      <h3>${this.say('days.changes', words)}</h3>
      ${
        courses.length === 0
          ? html`<p>${this.say('days.no-changes')}</p>`
          : html`<ul>
              ${courses.map((course) => this.#renderCourse(course, view))}
            </ul>`
      }
    </section>`;
  }

  #renderBoth(view: TreatyView, other: Day): TemplateResult {
    const days: [Day, Day] = view.day <= other ? [view.day, other] : [other, view.day];
    return html`${this.#renderDifference(...days, view)}
    ${
      wayOf(view) === 'span'
        ? html`<p class="about">
            ${this.say('days.span-list', { from: this.write(days[0]), to: this.write(days[1]) })}
          </p>`
        : twoDays(view, ...days).map((layer) => this.#renderLayer(layer, days, view))
    }`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    if (!view) return html`<p class="empty">${this.say('control.empty')}</p>`;
    const other = this.#otherOf(view);
    const way = wayOf(view);
    const about: LaterKey = `days.about-${way}`;
    // A span is told from its first day, whichever end is shown.
    const [day, end] = way === 'span' && other < view.day ? [other, view.day] : [view.day, other];
    return html`<article class="base">
      <h2 tabindex="-1" part="heading">${this.say('days.title')}</h2>
      ${renderEyes(view)}
      <p class="about">${this.say(about, { date: this.write(day), other: this.write(end) })}</p>
      ${this.#renderWays(view)} ${this.#renderOther(view)}
      ${
        way === 'alone'
          ? nothing
          : guard([view.atlas, view.day, other, view.layers, view.language, view.viewpoint, way], () =>
              this.#renderBoth(view, other),
            )
      }
    </article>`;
  }
}

function wayOf({ compare, spanFrom }: TreatyView): Way {
  if (compare !== null) return 'compare';
  return spanFrom === null ? 'alone' : 'span';
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-days': TreatyDays;
  }
}
