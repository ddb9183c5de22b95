import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  boxRound,
  mayHaveApplied,
  territoriesAt,
  whatApplied,
  type AppliedRecord,
  type LonLat,
  type Shapes,
} from '../../atlas/applied';
import { loadGazetteer, type Gazetteer } from '../../atlas/gazetteer';
import { nearestTo } from '../../atlas/locate';
import { askToSelect } from '../asking';
import { TreatyHighlightRequestEvent, TreatyPlaceRequestEvent } from '../events';
import { renderEyes } from '../eyes-words';
import { PageElement } from '../page-element';
import { pageStyles } from '../page-element.styles';
import { renderPhases } from '../phase-list';
import { phaseStyles } from '../phase-list.styles';
import { renderDoubt, renderGrounds, renderSpan, renderStatus, titleOf } from '../record-entry';
import { entryStyles } from '../record-entry.styles';
import { groupRecords, isOver, seriesOf, type RecordGroup, type Series } from '../record-groups';
import { base, tokens } from '../shared-styles';
import { swatchStyles } from '../swatch.styles';
import { renderThings } from '../thing-link';
import type { TreatyView } from '../view';
import { PlaceField } from './place-field';
import { renderCursor, renderStrip } from './place-strip';
import { whereWords, writeCoordinates, writeKm } from './place-words';
import { rowsOf } from './strip';
import { StripKeys } from './strip-keys';
import { treatyPlaceStyles } from './treaty-place.styles';

/** How far the nearest territory may be to be named where none holds, kilometres. */
const NEAREST = 300;

/** So many answers are shown unfolded. */
const UNFOLDED = 2;

/** The names of an atlas, read once: they are asked for only where somebody asks about a place. */
const GAZETTEERS = new WeakMap<Shapes, Promise<Gazetteer>>();

function gazetteerOf({ atlas, shapes, read }: TreatyView): Promise<Gazetteer> | null {
  if (!shapes || !read) return null;
  const known = GAZETTEERS.get(shapes) ?? loadGazetteer(atlas, shapes, read);
  GAZETTEERS.set(shapes, known);
  return known;
}

/** What the page answers for a place and a moment. */
interface Answer {
  readonly groups: readonly RecordGroup[];
  readonly possible: readonly RecordGroup[];
  /** Kilometres to the nearest territory of each group, by its key; 0 inside. */
  readonly away: ReadonlyMap<string, number>;
}

/**
 * @summary What applied at a place: the answer of the record for the place that was clicked, pressed or typed and the day
 * shown, computed from record and shapes; and the whole history of the place as a strip of phases, each a way to its first
 * day.
 *
 * @fires {TreatyPlaceRequestEvent} treaty-place-request - Asks about the place that was typed.
 * @fires {TreatyDateRequestEvent} treaty-date-request - Asks for the first day of a phase.
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks to choose the territory of an answer.
 * @fires {TreatyHighlightRequestEvent} treaty-highlight-request - Asks to point out the territory of an answer.
 *
 * @csspart heading - The heading.
 * @csspart form - The form of the typed place.
 * @csspart input - Its field.
 * @csspart suggestions - The places that fit what is written.
 * @csspart reading - How it was read, or what is wrong with it.
 * @csspart where - Where the place lies.
 * @csspart entry - An answer.
 * @csspart strip - The history as a strip.
 * @csspart row - The phases of one provision on the strip.
 * @csspart band - A phase on the strip.
 * @csspart cursor - The day shown, on the strip.
 * @csspart phases - The phases in words.
 * @csspart phase - A phase in words.
 */
export class TreatyPlace extends PageElement {
  static override properties: PropertyDeclarations = { _gazetteer: { attribute: false } };

  static override styles = [
    tokens,
    base,
    swatchStyles,
    entryStyles,
    pageStyles,
    phaseStyles,
    treatyPlaceStyles,
  ];

  #field = new PlaceField(this, {
    language: () => this.language,
    gazetteer: () => this._gazetteer,
    region: () => boxRound(this.view?.shapes ?? new Map()),
    ask: (place) => this.ask(new TreatyPlaceRequestEvent(place)),
  });
  #strip = new StripKeys(this);
  #gazetteerFor: Promise<Gazetteer> | null = null;

  private _gazetteer: Gazetteer = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || !this.view) return;
    const asked = gazetteerOf(this.view);
    if (asked === this.#gazetteerFor) return;
    this.#gazetteerFor = asked;
    void asked?.then((gazetteer) => {
      if (asked === this.#gazetteerFor) this._gazetteer = gazetteer;
    });
  }

  protected override updated(): void {
    this.#strip.settle();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#gazetteerFor;
    return super.getUpdateComplete();
  }

  override findAnswer(): HTMLElement | null {
    return this.renderRoot.querySelector('.where');
  }

  #highlight(territory: string | null): void {
    if ((this.view?.highlighted ?? null) !== territory) this.ask(new TreatyHighlightRequestEvent(territory));
  }

  #answer(place: LonLat, shapes: Shapes, view: TreatyView): Answer {
    const { atlas, day } = view;
    const records = whatApplied(atlas, shapes, place, day);
    const may = mayHaveApplied(atlas, shapes, place, day);
    const away = new Map<string, number>();
    for (const { provision, phase, distance_km: km } of [...records, ...may] satisfies AppliedRecord[]) {
      const key = `${provision}/${phase}`;
      away.set(key, Math.min(km, away.get(key) ?? Infinity));
    }
    // What is over comes after what holds, each nearest first.
    const groups = groupRecords(atlas, records, view).toSorted(
      (a, b) => Number(isOver(a.seen)) - Number(isOver(b.seen)),
    );
    return { groups, possible: groupRecords(atlas, may, view), away };
  }

  #renderEntry(group: RecordGroup, km: number, open: boolean, view: TreatyView): TemplateResult {
    const { territories, provision, seen, uncertain } = group;
    const [first] = territories;
    const doubtful =
      uncertain !== null &&
      view.moment.possible.some(({ provision: id, phase }) => `${id}/${phase}` === group.key);
    return html`<li
      class=${isOver(seen) ? 'entry over' : 'entry'}
      part="entry"
      @pointerenter=${() => this.#highlight(first ?? null)}
      @pointerleave=${() => this.#highlight(null)}
      @focusin=${() => this.#highlight(first ?? null)}
      @focusout=${() => this.#highlight(null)}
    >
      <details ?open=${open}>
        <summary>
          ${provision.parallel ? html`<p class="eyebrow">${this.text(provision.title)}</p>` : nothing}
          <h4>${titleOf(provision, territories, view)}</h4>
          ${renderStatus(group, view)}
          ${km > 0 ? html`<p class="away">${this.say('place.away', { km: writeKm(km, this.language) })}</p>` : nothing}
          ${doubtful ? nothing : renderSpan(group, view)}
        </summary>
        <div class="grounds">
          ${renderGrounds(group, view)}
          ${
            first === undefined
              ? nothing
              : html`<button type="button" class="show" value=${first} @click=${askToSelect}>
                  ${this.say('place.show')}
                </button>`
          }
        </div>
      </details>
      ${doubtful ? renderDoubt(group, uncertain, this.language) : nothing}
    </li>`;
  }

  #renderEntries(groups: readonly RecordGroup[], { away }: Answer, view: TreatyView): TemplateResult {
    return html`<ul class="answers">
      ${repeat(
        groups,
        ({ key }) => key,
        (group) => this.#renderEntry(group, away.get(group.key) ?? 0, groups.length <= UNFOLDED, view),
      )}
    </ul>`;
  }

  #renderAnswer(answer: Answer, series: readonly Series[], view: TreatyView): TemplateResult {
    const { groups, possible } = answer;
    const { first, last } = view.range;
    if (groups.length === 0 && series.length === 0) {
      const values = { from: this.write(first), until: this.write(last) };
      return html`<p class="nothing">${this.say('place.outside', values)}</p>
        ${this.#renderNearest(view)}`;
    }
    return html`${
      groups.length === 0
        ? html`<p class="nothing">${this.say('place.nothing-today')}</p>`
        : this.#renderEntries(groups, answer, view)
    }
    ${
      possible.length === 0
        ? nothing
        : html`<h3>${this.say('record.possible')}</h3>
            <p class="hint">${this.say('record.possible-about')}</p>
            ${this.#renderEntries(possible, answer, view)}`
    }`;
  }

  /** The way to what lies near a place that nothing holds: whoever points at a frontier may miss it. */
  #renderNearest({ place, shapes, moment, ...view }: TreatyView): TemplateResult | typeof nothing {
    if (!place || !shapes) return nothing;
    const live = new Set(
      moment.records.filter(({ kind }) => kind !== 'ended').map(({ territory }) => territory),
    );
    const nearest = nearestTo(shapes, place, NEAREST, (territory) => live.has(territory));
    if (!nearest) return nothing;
    const km = writeKm(nearest.distance, this.language);
    return html`<div class="nearest">
      <p>${this.say('place.nearest', { km })}</p>
      ${renderThings([nearest.territory], view)}
    </div>`;
  }

  #renderHistory(series: readonly Series[], view: TreatyView): TemplateResult {
    const { range, viewpoint, moment } = view;
    const { first, last } = range;
    const present = new Set(moment.records.map(({ provision, phase }) => `${provision}/${phase}`));
    const label = this.say('place.strip', { from: this.write(first), until: this.write(last) });
    return html`<section class="history">
      <h3>${this.say('place.history')}</h3>
      <p class="hint">${this.say('place.strip-about')}</p>
      <div
        class="strip"
        part="strip"
        role="toolbar"
        aria-label=${label}
        @keydown=${this.#strip.onKeydown}
        @focusin=${this.#strip.onFocus}
      >
        ${guard([series, range, viewpoint, this.language], () => renderStrip(rowsOf(series, range, viewpoint), view))}
        <div class="cursors">${renderCursor(view.day, range)}</div>
      </div>
      <details class="all">
        <summary>${this.say('place.in-words')}</summary>
        ${series.map(
          (each) =>
            html`<h4>${this.text(each.provision.title)}</h4>
              ${renderPhases(each, present, view)}`,
        )}
      </details>
    </section>`;
  }

  /** Every phase that ever was at the place, in the order of the layers; worked out once for each place. */
  #seriesFor: { readonly place: LonLat; readonly shapes: Shapes; readonly series: readonly Series[] } | null =
    null;

  #series(place: LonLat, shapes: Shapes, { atlas }: TreatyView): readonly Series[] {
    const known = this.#seriesFor;
    if (known?.place === place && known.shapes === shapes) return known.series;
    const here = new Set(territoriesAt(atlas, shapes, place)?.keys());
    const layers = atlas.manifest.layers.map(({ id }) => id);
    const series = seriesOf(atlas, here).toSorted(
      (a, b) => layers.indexOf(a.provision.layer) - layers.indexOf(b.provision.layer),
    );
    this.#seriesFor = { place, shapes, series };
    return series;
  }

  #renderPlace(view: TreatyView): TemplateResult {
    const { place, shapes, day, moment, viewpoint } = view;
    if (!place) return html`<p class="nothing">${this.say('place.none')}</p>`;
    if (!shapes) return html`<p class="nothing">${this.say('place.not-yet')}</p>`;
    const series = this.#series(place, shapes, view);
    const where = whereWords(place, this._gazetteer, this.language);
    return html`<p class="where" part="where">
        ${where === null ? nothing : html`<span class="near">${where}</span>`}
        <span>${writeCoordinates(place, this.language)}</span>
      </p>
      ${renderEyes(view)}
      <section>
        <h3>${this.say('place.on-day', { date: this.write(day) })}</h3>
        ${guard([moment, series, viewpoint, this.language], () =>
          this.#renderAnswer(this.#answer(place, shapes, view), series, view),
        )}
      </section>
      ${series.length === 0 ? nothing : this.#renderHistory(series, view)}`;
  }

  protected override renderPage(view: TreatyView): TemplateResult {
    return html`<article class="base" aria-labelledby="title">
      <h2 id="title" part="heading" tabindex="-1">${this.say('place.title')}</h2>
      ${this.#field.render()} ${this.#renderPlace(view)}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-place': TreatyPlace;
  }
}
