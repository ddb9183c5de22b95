import { html, nothing, type TemplateResult } from 'lit';
import type { Shapes } from '../../atlas/applied';
import type { LanguageMap } from '../../atlas/schema';
import { LaterElement } from '../later-element';
import { TreatySelectRequestEvent } from '../events';
import { renderIcon } from '../icons';
import { renderEyes } from '../eyes-words';
import { renderPhases } from '../phase-list';
import { phaseStyles } from '../phase-list.styles';
import { renderDoubt, renderFacts, titleOf } from '../record-entry';
import { entryStyles } from '../record-entry.styles';
import { asSure, groupRecords, seriesOf, wholeSeries, type RecordGroup, type Series } from '../record-groups';
import { base, tokens } from '../shared-styles';
import { swatchStyles } from '../swatch.styles';
import { boundWords } from '../treaty-record/span-words';
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
 * @summary The territory or provision that was chosen: what holds there on the day shown, in whose view, by which text,
 * how sure that is and who says so; and all that ever held there, each phase a way to its first day.
 *
 * @fires {TreatyDateRequestEvent} treaty-date-request - Asks for the first day of a phase.
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks, with null, to choose nothing.
 *
 * @csspart heading - The heading with the name of the territory or provision.
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
export class TreatyPanel extends LaterElement {
  static override styles = [tokens, base, swatchStyles, entryStyles, phaseStyles, panelStyles];

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
      of === provision.id && (id === of || territory === id);
    const groups = groupRecords(atlas, moment.records.filter(here), view);
    const possible = groupRecords(atlas, moment.possible.filter(here), view);
    const own = id === provision.id;
    // Where the provision itself is chosen, its title is the page's.
    const heading = (words: string): TemplateResult =>
      own ? html`<h3 class="part">${words}</h3>` : html`<h4 class="part">${words}</h4>`;
    return html`<section>
      ${own ? nothing : html`<h3>${this.text(provision.title)}</h3>`}
      ${heading(this.say('panel.in-force', { date: this.write(day) }))}
      ${groups.length === 0 ? this.#renderAbsence(series, view) : nothing}
      ${groups.map((group) => this.#renderGroup(id, group, view))}
      ${
        possible.length > 0
          ? html`<p class="doubt">${this.say('panel.possible')}</p>
              ${possible.map((group) =>
                this.#renderGroup(
                  id,
                  asSure(group),
                  view,
                  renderDoubt(group, group.uncertain, this.language),
                ),
              )}`
          : nothing
      }
      ${provision.note ? html`<p class="description">${this.text(provision.note)}</p>` : nothing}
      ${heading(this.say('panel.series'))}
      ${renderPhases(series, new Set(groups.map(({ key }) => key)), view)}
    </section>`;
  }

  #renderGroup(
    id: string,
    group: RecordGroup,
    { atlas, language }: TreatyView,
    note: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const { provision, territories } = group;
    return html`<div class="entry" part="entry">
      ${
        provision.parallel && id === provision.id
          ? html`<p class="which">${titleOf(provision, territories, { atlas, language })}</p>`
          : nothing
      }
      ${note} ${renderFacts(group, { atlas, language })}
    </div>`;
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
    const provision = view.atlas.provisions.find(({ item }) => item.id === id);
    const series = provision ? [wholeSeries(provision)] : seriesOf(view.atlas, new Set([id]));
    const title = provision?.item.title ?? view.atlas.territories.get(id)?.title;
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
