import { html, nothing, type TemplateResult } from 'lit';
import type { Shapes } from '../../atlas/applied';
import { partiesDiffer, seenBy } from '../../atlas/eyes';
import type { LanguageMap } from '../../atlas/schema';
import { clampDay, isoOf } from '../../time/day';
import { ControlElement } from '../control-element';
import { TreatyDateRequestEvent, TreatySelectRequestEvent } from '../events';
import { renderIcon } from '../icons';
import { renderEyes, statusWords } from '../eyes-words';
import { renderDoubt, renderFacts } from '../record-entry';
import { entryStyles } from '../record-entry.styles';
import { groupRecords, seriesOf, type RecordGroup, type Series, type SeriesPhase } from '../record-groups';
import { base, tokens } from '../shared-styles';
import { renderSwatch, swatchOf } from '../swatch';
import { swatchStyles } from '../swatch.styles';
import { boundWords, spanWords } from '../treaty-record/span-words';
import type { TreatyView } from '../view';
import { panelStyles } from './treaty-panel.styles';

/** How the shape of a territory was made, and how far it can be trusted, in kilometres. */
interface ShapeNote {
  readonly made?: LanguageMap;
  readonly precision_km?: number;
}

function shapeNoteOf(shapes: Shapes | null, id: string): ShapeNote | undefined {
  for (const { features } of shapes?.values() ?? []) {
    const shape = features.find(({ properties }) => properties.id === id);
    if (shape) return shape.properties as ShapeNote;
  }
  return undefined;
}

/**
 * @summary The territory that was chosen: what holds there on the day shown, in whose view, by which text, how sure that
 * is and who says so; and all that ever held there, each phase a way to its first day.
 *
 * @fires {TreatyDateRequestEvent} treaty-date-request - Asks for the first day of a phase.
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks, with null, to choose nothing.
 *
 * @csspart heading - The heading with the name of the territory.
 * @csspart eyes - Through whose eyes it is told, where not as it stands.
 * @csspart close - The button that closes the panel.
 * @csspart entry - What holds on the day.
 * @csspart phases - The list of all phases.
 * @csspart phase - A phase.
 * @csspart shape - How the shape was made.
 * @csspart status - A status with the sign of the map.
 * @csspart differ - That the parties differ.
 * @csspart held - What each party held, where they differ.
 * @csspart sources - The sources of a phase.
 * @csspart source - A source.
 * @csspart swatch - The small picture of a sign.
 */
export class TreatyPanel extends ControlElement {
  static override styles = [tokens, base, swatchStyles, entryStyles, panelStyles];

  /** Puts the focus on the heading, so that what was chosen is read out. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  #close = (): void => {
    this.ask(new TreatySelectRequestEvent(null));
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // Esc closes what is innermost, and only that.
    event.stopPropagation();
    event.preventDefault();
    this.#close();
  };

  #renderSeries(id: string, series: Series, view: TreatyView): TemplateResult {
    const { atlas, moment, day } = view;
    const { provision } = series;
    const here = ({ territory, provision: of }: { territory: string | null; provision: string }): boolean =>
      territory === id && of === provision.id;
    const groups = groupRecords(atlas, moment.records.filter(here), view);
    const possible = groupRecords(atlas, moment.possible.filter(here), view);
    return html`<section>
      <h3>${this.text(provision.title)}</h3>
      <h4>${this.say('panel.in-force', { date: this.write(day) })}</h4>
      ${groups.length === 0 ? this.#renderAbsence(series, view) : nothing}
      ${groups.map((group) => this.#renderGroup(group, view))}
      ${
        possible.length > 0
          ? html`<p class="doubt">${this.say('panel.possible')}</p>
              ${possible.map((group) =>
                this.#renderGroup(
                  { ...group, uncertain: null },
                  view,
                  renderDoubt(group, group.uncertain, this.language),
                ),
              )}`
          : nothing
      }
      ${provision.note ? html`<p class="description">${this.text(provision.note)}</p>` : nothing}
      <h4>${this.say('panel.series')}</h4>
      <ol class="phases" part="phases">
        ${series.phases.map((phase) => this.#renderPhase(phase, series, groups, view))}
      </ol>
    </section>`;
  }

  #renderGroup(
    group: RecordGroup,
    { atlas, language }: TreatyView,
    note: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<div class="entry" part="entry">${note} ${renderFacts(group, { atlas, language })}</div>`;
  }

  /** Says that nothing holds, since when, and until when. */
  #renderAbsence({ phases }: Series, { day, language }: TreatyView): TemplateResult {
    const last = phases.findLast(({ span }) => span.until !== null && span.until.stated <= day)?.span.until;
    const next = phases.find(({ span }) => span.from !== null && span.from.stated > day)?.span.from;
    return html`<p class="absent">
      ${this.say('panel.not-in-force', { date: this.write(day) })}
      ${last ? this.say('panel.ended', { date: boundWords(last, language) }) : nothing}
      ${next ? this.say('panel.begins', { date: boundWords(next, language) }) : nothing}
    </p>`;
  }

  #renderPhase(
    { phase, index, span }: SeriesPhase,
    { provision }: Series,
    groups: readonly RecordGroup[],
    view: TreatyView,
  ): TemplateResult {
    const { atlas, language, viewpoint, day } = view;
    const { first, last } = atlas.range;
    const now = groups.some(({ key }) => key === `${provision.id}/${index}`);
    const from = span.from?.stated ?? first;
    const beyond = from > last;
    const before = span.until !== null && span.until.stated <= first;
    const seen = seenBy(viewpoint, phase, now ? day : (span.from?.stated ?? null));
    const words = html`${renderSwatch(swatchOf(provision, phase, viewpoint === 'all' ? undefined : seen))}
      <span>
        <span class="name">${statusWords(seen, view)}</span>
        <span class="when">${spanWords(span, language)}</span>
        ${now ? html`<span class="now">${this.say('panel.now')}</span>` : nothing}
        ${
          viewpoint === 'all' && partiesDiffer(phase)
            ? html`<span class="when">${this.say('panel.differ')}</span>`
            : nothing
        }
        ${
          phase.evidence === 'general'
            ? html`<span class="when">${this.text(atlas.manifest.evidence.general)}</span>`
            : nothing
        }
        ${beyond ? html`<span class="when">${this.say('panel.beyond')}</span>` : nothing}
        ${before ? html`<span class="when">${this.say('panel.before')}</span>` : nothing}
      </span>`;
    const target = clampDay(from, first, last);
    return html`<li class="phase ${now ? 'present' : ''}" part="phase" aria-current=${now ? 'true' : nothing}>
      ${
        beyond || before
          ? html`<div class="step">${words}</div>`
          : html`<button
              type="button"
              class="step"
              title=${this.say('panel.go', { date: this.write(target) })}
              @click=${() => this.ask(new TreatyDateRequestEvent(isoOf(target)))}
            >
              ${words}
            </button>`
      }
    </li>`;
  }

  #renderShape(id: string): TemplateResult | typeof nothing {
    const note = shapeNoteOf(this.view?.shapes ?? null, id);
    if (!note?.made) return nothing;
    const made = this.text(note.made);
    return html`<section class="shape" part="shape">
      <h4>${this.say('panel.shape')}</h4>
      <p>
        ${note.precision_km === undefined ? made : this.say('panel.precision', { made, km: note.precision_km })}
      </p>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    if (!view) return html`<p class="empty">${this.say('control.empty')}</p>`;
    const id = view.selected;
    if (id === null) return html`<p class="empty">${this.say('panel.none')}</p>`;
    const series = seriesOf(view.atlas, id);
    const title = view.atlas.territories.get(id)?.title;
    return html`<article class="base" aria-labelledby="title" @keydown=${this.#onKeydown}>
      <header>
        <h2 id="title" part="heading" tabindex="-1">
          ${title ? this.text(title) : this.say('panel.unknown', { id })}
        </h2>
        <button
          type="button"
          class="close"
          part="close"
          aria-label=${this.say('panel.close')}
          title=${this.say('panel.close')}
          @click=${this.#close}
        >
          ${renderIcon('close')}
        </button>
      </header>
      ${renderEyes(view)} ${series.map((provision) => this.#renderSeries(id, provision, view))}
      ${this.#renderShape(id)}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-panel': TreatyPanel;
  }
}
