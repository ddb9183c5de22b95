import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { abbreviationWords } from '../abbreviations';
import { changesStyles } from '../changes.styles';
import { ControlElement } from '../control-element';
import { TreatyHighlightRequestEvent, TreatySelectRequestEvent } from '../events';
import { renderEyes } from '../eyes-words';
import { renderGlance } from '../glance';
import { renderDoubt, renderFacts, titleOf } from '../record-entry';
import { entryStyles } from '../record-entry.styles';
import { asSure, groupByLayer, groupRecords, isOver, type RecordGroup } from '../record-groups';
import { base, tokens } from '../shared-styles';
import { swatchStyles } from '../swatch.styles';
import { stretchOf, type TreatyView } from '../view';
import { renderChanges } from './changes';
import { recordStyles } from './treaty-record.styles';

/** Entries of a layer that are written out at first: more than the treaty's longest has. A day may have thousands. */
const ENTRIES = 20;

/** All that an entry is a function of. */
function entryParts(
  { phase, territories, uncertain, seen, viewpoint }: RecordGroup,
  view: TreatyView,
): unknown[] {
  return [view.atlas, view.language, phase, territories.join(' '), uncertain, viewpoint, seen.known, seen.by];
}

/**
 * @summary What is in force on the day shown, in words and with its sources, layer by layer: the map's equal for whoever
 * cannot see or use the map. Where the page gives it a height, it scrolls.
 *
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks to choose the territory of an entry.
 * @fires {TreatyHighlightRequestEvent} treaty-highlight-request - Asks to point out the territory of the entry that is
 * pointed at or has the focus; with null when none is any more.
 *
 * @csspart heading - The heading with the day.
 * @csspart eyes - Through whose eyes it is told, where not as it stands.
 * @csspart glance - The day in a few lines.
 * @csspart lines - Those lines, each with its title and what holds.
 * @csspart changes - What has just begun, ended or changed.
 * @csspart layer - The entries of one layer.
 * @csspart entry - An entry.
 * @csspart title - The title of an entry.
 * @csspart status - Its status with the sign of the map.
 * @csspart differ - That the parties differ.
 * @csspart held - What each party held, where they differ.
 * @csspart sources - Its sources.
 * @csspart source - A source.
 * @csspart swatch - The small picture of a sign.
 */
export class TreatyRecordList extends ControlElement {
  static override properties: PropertyDeclarations = { _all: { attribute: false } };

  static override styles = [tokens, base, swatchStyles, entryStyles, changesStyles, recordStyles];

  /** Whether every entry is written out, however many there are. */
  private _all = false;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('view') && !(changed as Map<PropertyKey, unknown>).has('_all')) return;
    this.#mark();
    const before = changed.get('view') as TreatyView | null | undefined;
    const selected = this.view?.selected ?? null;
    if (changed.has('view') && selected !== null && selected !== before?.selected) this.#reveal();
  }

  /**
   * Marks the entries of the territory that is chosen and of the one pointed out. Not part of the list as it is rendered,
   * so that a pointer that moves over it touches the two entries that change, and no other.
   */
  #mark(): void {
    const { selected = null, highlighted = null } = this.view ?? {};
    for (const entry of this.renderRoot.querySelectorAll<HTMLElement>('.entry')) {
      const territories = entry.dataset['territories']?.split(' ') ?? [];
      const chosen = selected !== null && territories.includes(selected);
      entry.classList.toggle('selected', chosen);
      entry.classList.toggle('highlighted', highlighted !== null && territories.includes(highlighted));
      if (chosen !== entry.hasAttribute('aria-current')) {
        if (chosen) entry.setAttribute('aria-current', 'true');
        else entry.removeAttribute('aria-current');
      }
    }
    for (const button of this.renderRoot.querySelectorAll<HTMLElement>('.territory')) {
      const pressed = String(selected !== null && button.dataset['territory'] === selected);
      if (button.getAttribute('aria-pressed') !== pressed) button.setAttribute('aria-pressed', pressed);
    }
  }

  /** Scrolls the chosen entry into sight, in this element's own scroller and no other. */
  #reveal(): void {
    const entry = this.renderRoot.querySelector<HTMLElement>('.entry.selected');
    if (!entry && !this._all) {
      // It may be one that is not written out yet.
      this._all = true;
      void this.updateComplete.then(() => this.#reveal());
      return;
    }
    if (!entry || this.scrollHeight <= this.clientHeight) return;
    const [box, place] = [this.getBoundingClientRect(), entry.getBoundingClientRect()];
    if (place.top >= box.top && place.bottom <= box.bottom) return;
    this.scrollTop += place.top - box.top - Math.max(8, (this.clientHeight - place.height) / 3);
  }

  #highlight(territory: string | null): void {
    if ((this.view?.highlighted ?? null) !== territory) this.ask(new TreatyHighlightRequestEvent(territory));
  }

  #renderTerritory(id: string, { atlas }: TreatyView): TemplateResult {
    const title = atlas.territories.get(id)?.title;
    return html`<li>
      <button
        type="button"
        class="territory"
        data-territory=${id}
        aria-pressed="false"
        @click=${() => this.ask(new TreatySelectRequestEvent(id))}
        @pointerenter=${() => this.#highlight(id)}
        @focus=${() => this.#highlight(id)}
      >
        ${title ? this.text(title) : id}
      </button>
    </li>`;
  }

  #renderTitle(group: RecordGroup, view: TreatyView): TemplateResult {
    const { provision, territories } = group;
    const [first] = territories;
    const title = titleOf(provision, territories, view);
    return html`${provision.parallel ? html`<p class="eyebrow">${this.text(provision.title)}</p>` : nothing}
      <h4 part="title">
        ${
          first === undefined
            ? title
            : html`<button
                type="button"
                class="choose"
                @click=${() => this.ask(new TreatySelectRequestEvent(first))}
              >
                ${title}
              </button>`
        }
      </h4>`;
  }

  #renderEntry(
    group: RecordGroup,
    view: TreatyView,
    note: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const { territories, provision, seen } = group;
    const [first] = territories;
    const point = (): void => this.#highlight(first ?? null);
    const leave = (): void => this.#highlight(null);
    const only =
      territories.length === 1 && !provision.parallel ? view.atlas.territories.get(first as string) : null;
    return html`<li
      class=${isOver(seen) ? 'entry ended' : 'entry'}
      part="entry"
      data-territories=${territories.join(' ')}
      @pointerenter=${point}
      @pointerleave=${leave}
      @focusin=${first === undefined ? nothing : point}
      @focusout=${leave}
    >
      ${this.#renderTitle(group, view)}
      ${only ? html`<p class="where">${this.text(only.title)}</p>` : nothing}
      ${
        territories.length > 1
          ? html`<ul class="territories">
              ${territories.map((id) => this.#renderTerritory(id, view))}
            </ul>`
          : nothing
      }
      ${note} ${renderFacts(group, view)}
    </li>`;
  }

  #renderList(view: TreatyView): TemplateResult {
    const { atlas, moment, layers } = view;
    if (layers.size === 0) return html`<p class="empty">${this.say('record.no-layers')}</p>`;
    const groups = groupByLayer(atlas, groupRecords(atlas, moment.records, view), layers);
    if (groups.length === 0) return html`<p class="empty">${this.say('record.none')}</p>`;
    return html`${repeat(
      groups,
      ({ layer }) => layer.id,
      ({ layer, groups }) =>
        html`<section part="layer" class="layer">
          <h3>${this.text(layer.title)}</h3>
          <ul>
            ${repeat(
              this._all ? groups : groups.slice(0, ENTRIES),
              ({ key }) => key,
              // An entry that lasts is not written anew because another has changed.
              (group) => guard(entryParts(group, view), () => this.#renderEntry(group, view)),
            )}
          </ul>
          ${
            this._all || groups.length <= ENTRIES
              ? nothing
              : html`<button type="button" class="more" @click=${() => (this._all = true)}>
                  ${this.say('record.all', { count: groups.length })}
                </button>`
          }
        </section>`,
    )}`;
  }

  #renderGlance(view: TreatyView): TemplateResult | typeof nothing {
    const lines = renderGlance(view);
    if (lines === nothing) return nothing;
    return html`<section class="glance" part="glance">
      <h3>${this.say('record.glance')}</h3>
      ${lines}
    </section>`;
  }

  #renderPossible(view: TreatyView): TemplateResult | typeof nothing {
    const { atlas, moment, layers } = view;
    const groups = groupRecords(atlas, moment.possible, view).filter(({ provision }) =>
      layers.has(provision.layer),
    );
    if (groups.length === 0) return nothing;
    return html`<section class="layer possible" part="layer">
      <h3>${this.say('record.possible')}</h3>
      <p class="about">${this.say('record.possible-about')}</p>
      <ul>
        ${repeat(
          groups,
          ({ key }) => key,
          // What is said here takes the place of the doubt that an entry in force would show.
          (group) =>
            this.#renderEntry(asSure(group), view, renderDoubt(group, group.uncertain, this.language)),
        )}
      </ul>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    if (!view) return html`<p class="empty">${this.say('control.empty')}</p>`;
    const { atlas, moment, layers, language, viewpoint } = view;
    const abbreviations = abbreviationWords(atlas, language);
    const today = moment.since === view.day;
    const days = stretchOf(view);
    // From one change day to the next the list stays as it is, and nothing of it is worked out again.
    return html`<div class="base">
      <header>
        <h2 part="heading">
          ${this.say(days ? 'record.title-span' : 'record.title')}<span class="colon">: </span
          ><span class="date" dir="auto"
            >${days ? this.say('record.days', { from: this.write(days[0]), to: this.write(days[1]) }) : this.write(view.day)}</span
          >
        </h2>
        ${renderEyes(view)}
        ${view.viewpoint === 'all' ? nothing : html`<p class="base-map">${this.say('eyes.one')}</p>`}
      </header>
      ${guard([moment, layers, language, viewpoint, days === null], () =>
        days ? nothing : this.#renderGlance(view),
      )}
      ${guard([moment, layers, language, viewpoint, today, days === null], () =>
        days ? nothing : renderChanges(view),
      )}
      ${guard([moment, layers, language, viewpoint, this._all], () => [this.#renderList(view), this.#renderPossible(view)])}
      ${abbreviations ? html`<p class="abbreviations">${abbreviations}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-record': TreatyRecordList;
  }
}
