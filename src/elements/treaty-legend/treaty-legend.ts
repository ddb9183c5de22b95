import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { standIn } from '../../atlas/eyes';
import type { LanguageMap, Layer, Manifest } from '../../atlas/schema';
import type { Kind } from '../../atlas/vocabulary';
import { abbreviationWords } from '../abbreviations';
import { ControlElement } from '../control-element';
import { TreatyLayersRequestEvent, TreatyViewpointRequestEvent } from '../events';
import { partyName, renderEyes } from '../eyes-words';
import { glanceLines, wordsOfHue } from '../glance';
import { languageTag, message } from '../../language/language';
import type { Group } from '../../map/palette-data';
import { base, tokens } from '../shared-styles';
import { renderSwatch, type Swatch } from '../swatch';
import { swatchStyles } from '../swatch.styles';
import { EYES, stretchOf, type TreatyView } from '../view';
import {
  garrisonSigns,
  hasSeat,
  joinedRows,
  legendRows,
  OCCUPIED,
  occupiedLand,
  SEAT,
  TEXTURES,
  type LegendRow,
} from './legend-rows';
import { legendStyles } from './treaty-legend.styles';

/** Hues that say little by themselves: that there is a base, an occupation or a dispute, but not whose or about what. */
const WHOSE: readonly Group[] = ['occupation', 'joint', 'base', 'owned', 'contested'];

/** The first line to be told at a glance in which a hue is, and what has it there; null where it is in none. */
function whoseWords(group: Group, view: TreatyView): string | null {
  for (const { title, answers } of glanceLines(view)) {
    const status = wordsOfHue(answers, group, view.language);
    if (status !== '') return message(view.language, 'legend.whose', { title, status });
  }
  return null;
}

/**
 * @summary Through whose eyes the map is seen, what its signs mean on the day shown, and which layers are on it.
 *
 * @fires {TreatyLayersRequestEvent} treaty-layers-request - Asks for the layers that are switched on.
 * @fires {TreatyViewpointRequestEvent} treaty-viewpoint-request - Asks to look through one party's eyes, or everyone's.
 *
 * @csspart through - The choice of the viewpoint, with the sentence that says which is shown.
 * @csspart viewpoint - The list to choose it from.
 * @csspart eyes - Through whose eyes map and list are told, where not as it stands.
 * @csspart signs - The list of the signs in use.
 * @csspart sign - A row of it.
 * @csspart whose - In a row, who holds what has the sign.
 * @csspart swatch - The small picture of a sign.
 * @csspart policy - The sentence that says what hue and texture stand for.
 * @csspart layers - The group of layers.
 * @csspart layer - A layer with its box to tick.
 */
export class TreatyLegend extends ControlElement {
  static override styles = [tokens, base, swatchStyles, legendStyles];

  #onLayer = (event: Event): void => {
    const { view } = this;
    const box = event.currentTarget as HTMLInputElement;
    if (!view) return;
    const shown = view.atlas.manifest.layers
      .map(({ id }) => id)
      .filter((id) => (id === box.value ? box.checked : view.layers.has(id)));
    this.ask(new TreatyLayersRequestEvent(shown));
    // If the owner does not follow, the box goes back to what is shown.
    this.requestUpdate();
  };

  #onEyes = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const viewpoint = EYES.find((eyes) => eyes === value);
    if (viewpoint) this.ask(new TreatyViewpointRequestEvent(viewpoint));
    this.requestUpdate();
  };

  #renderEyes(view: TreatyView): TemplateResult {
    const { viewpoint } = view;
    return html`<section class="through" part="through">
      <label class=${viewpoint === 'all' ? '' : 'one'}>
        <span class="label">${this.say('eyes.choose')}</span>
        <select part="viewpoint" aria-describedby="through" @change=${this.#onEyes}>
          ${EYES.map(
            (eyes) =>
              html`<option value=${eyes} .selected=${live(eyes === viewpoint)}>
                ${partyName(eyes, view)}
              </option>`,
          )}
        </select>
      </label>
      ${standIn(viewpoint, view.day) ? renderEyes(view) : nothing}
      <p id="through" class="unseen">${this.say(viewpoint === 'all' ? 'eyes.all' : 'eyes.one')}</p>
    </section>`;
  }

  #heading(view: TreatyView): string {
    if (view.compare !== null) return this.say('legend.kinds-compare');
    // A date is not broken over two lines.
    const [from, to] =
      stretchOf(view)?.map((day) => this.write(day, 'medium').replaceAll(' ', '\u00a0')) ?? [];
    return from === undefined || to === undefined
      ? this.say('legend.kinds')
      : this.say('legend.kinds-span', { from, to });
  }

  #renderSigns(view: TreatyView): TemplateResult {
    const { atlas, compare } = view;
    const own = legendRows(view);
    const other = compare === null ? null : { ...view, moment: atlas.at(compare) };
    const rows = other ? joinedRows(own, legendRows(other)) : own;
    const views = other ? [view, other] : [view];
    const garrisons = garrisonSigns(views);
    const occupied = occupiedLand(views);
    const base: { swatches: readonly Swatch[]; words: string; names?: string; neutral: boolean }[] = [
      ...(garrisons ? [{ ...garrisons, words: this.say(garrisons.key), neutral: false }] : []),
      ...(occupied.length > 0
        ? [
            {
              swatches: [OCCUPIED],
              words: this.say('legend.occupied'),
              // Of several each is named on the map.
              ...(occupied.length === 1 && { names: this.text(occupied[0] as LanguageMap) }),
              neutral: true,
            },
          ]
        : []),
      ...(views.some(hasSeat) ? [{ swatches: [SEAT], words: this.say('legend.seat'), neutral: true }] : []),
    ];
    if (rows.length === 0 && base.length === 0) return html`<p class="none">${this.say('legend.none')}</p>`;
    return html`<ul class="signs" part="signs">
      ${rows.map((row) => this.#renderRow(row, view))}
      ${base.map(
        ({ swatches, words, names, neutral }) =>
          html`<li class="sign ${neutral ? 'base-sign' : ''}" part="sign">
            <span class="swatches">${swatches.map((swatch) => renderSwatch(swatch, neutral))}</span>
            <span>${words}${names ? html`<span class="whose" part="whose">${names}</span>` : nothing}</span>
          </li>`,
      )}
    </ul>`;
  }

  /** The kinds that have one hue, as words: "Claim or promise". */
  #renderKinds(kinds: readonly Kind[], { kinds: words }: Manifest): unknown[] {
    const titles = kinds.map((kind, index) => {
      const title = this.text(words[kind].title);
      return index === 0 ? title : title.charAt(0).toLocaleLowerCase(this.language) + title.slice(1);
    });
    const list = new Intl.ListFormat(languageTag(this.language), { type: 'disjunction' });
    let next = 0;
    return list.formatToParts(titles).map(({ type, value }) => {
      const kind = type === 'element' ? kinds[next++] : undefined;
      return kind ? html`<span title=${this.text(words[kind].meaning)}>${value}</span>` : value;
    });
  }

  #renderRow({ group, kinds, swatches }: LegendRow, view: TreatyView): TemplateResult {
    const whose = WHOSE.includes(group) && view.compare === null ? whoseWords(group, view) : null;
    return html`<li class="sign" part="sign">
      <span class="swatches">${swatches.map((swatch) => renderSwatch(swatch))}</span>
      <span>
        ${group === 'unknown' ? this.say('legend.unknown') : nothing}
        ${this.#renderKinds(kinds, view.atlas.manifest)}
        ${whose === null ? nothing : html`<span class="whose" part="whose">${whose}</span>`}
        ${
          kinds.includes('campaign')
            ? html`<span class="whose" part="whose"
                >${this.text(view.atlas.manifest.kinds.campaign.meaning)}</span
              >`
            : nothing
        }
      </span>
    </li>`;
  }

  #renderLayer({ id, title, geometry }: Layer, { layers }: TreatyView): TemplateResult {
    const name = this.text(title);
    return html`<label class="layer" part="layer">
      <input type="checkbox" value=${id} .checked=${live(layers.has(id))} @change=${this.#onLayer} />
      <span>${geometry === undefined ? this.say('legend.list-only', { title: name }) : name}</span>
    </label>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    if (!view) return html`<p class="empty">${this.say('control.empty')}</p>`;
    const { atlas, moment, layers, language, viewpoint } = view;
    const abbreviations = abbreviationWords(atlas, language);
    const shown = atlas.manifest.layers.filter(({ id }) => layers.has(id)).length;
    return html`<div class="base">
      <details open>
        <summary><h3>${this.#heading(view)}</h3></summary>
        ${guard([moment, view.compare, layers, language, viewpoint, view.shapes], () => this.#renderSigns(view))}
        <p class="policy" part="policy">${this.say('legend.policy')}</p>
      </details>
      <details class="how">
        <summary><h3>${this.say('legend.textures')}</h3></summary>
        <ul class="textures">
          ${TEXTURES.map(
            ({ label, swatch }) =>
              html`<li>
                ${renderSwatch(swatch, true)}
                <span
                  >${'holds' in label ? this.text(atlas.manifest.holds[label.holds]) : this.say(label.key)}</span
                >
              </li>`,
          )}
        </ul>
        ${abbreviations ? html`<p class="abbreviations">${abbreviations}</p>` : nothing}
      </details>
      <details class="choice">
        <summary>
          <h3>${this.say('legend.layers')}</h3>
          <span class="count"
            >${this.say('legend.layers-shown', { shown, all: atlas.manifest.layers.length })}</span
          >
        </summary>
        <fieldset class="layers" part="layers">
          <legend class="unseen">${this.say('legend.layers')}</legend>
          ${atlas.manifest.layers.map((layer) => this.#renderLayer(layer, view))}
        </fieldset>
      </details>
      ${this.#renderEyes(view)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-legend': TreatyLegend;
  }
}
