import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { Layer } from '../../atlas/schema';
import { abbreviationWords } from '../abbreviations';
import { ControlElement } from '../control-element';
import { TreatyLayersRequestEvent, TreatyViewpointRequestEvent } from '../events';
import { partyName, renderEyes } from '../eyes-words';
import { glanceLines } from '../glance';
import { message } from '../../language/language';
import type { Group } from '../../map/palette-data';
import { base, tokens } from '../shared-styles';
import { renderSwatch } from '../swatch';
import { swatchStyles } from '../swatch.styles';
import { EYES, type TreatyView } from '../view';
import {
  GARRISON,
  hasGarrison,
  hasOccupied,
  hasSeat,
  joinedRows,
  legendRows,
  OCCUPIED,
  SEAT,
  TEXTURES,
  type LegendRow,
} from './legend-rows';
import { legendStyles } from './treaty-legend.styles';

/** Hues of what somebody holds: that there is a base or an occupation says little without whose it is. */
const WHOSE: readonly Group[] = ['occupation', 'joint', 'base', 'owned'];

/** The first thing to be told at a glance that has a hue; null where none has. */
function whoseWords(group: Group, view: TreatyView): string | null {
  for (const { title, answers } of glanceLines(view)) {
    const answer = answers.find((each) => each.group === group);
    if (answer) return message(view.language, 'legend.whose', { title, status: answer.words });
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
      <label>
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
      ${renderEyes(view)}
      <p id="through" class=${viewpoint === 'all' ? 'unseen' : 'policy'}>
        ${this.say(viewpoint === 'all' ? 'eyes.all' : 'eyes.one')}
      </p>
    </section>`;
  }

  #renderSigns(view: TreatyView): TemplateResult {
    const { atlas, compare } = view;
    const own = legendRows(view);
    const other = compare === null ? null : { ...view, moment: atlas.at(compare) };
    const rows = other ? joinedRows(own, legendRows(other)) : own;
    const onEither = (has: (view: TreatyView) => boolean): boolean =>
      has(view) || (other !== null && has(other));
    const base = [
      ...(onEither(hasGarrison) ? ([[GARRISON, 'legend.garrison', false]] as const) : []),
      ...(onEither(hasOccupied) ? ([[[OCCUPIED], 'legend.occupied', true]] as const) : []),
      ...(onEither(hasSeat) ? ([[[SEAT], 'legend.seat', true]] as const) : []),
    ];
    if (rows.length === 0 && base.length === 0) return html`<p class="none">${this.say('legend.none')}</p>`;
    return html`<ul class="signs" part="signs">
      ${rows.map((row) => this.#renderRow(row, view))}
      ${base.map(
        ([swatches, key, neutral]) =>
          html`<li class="sign ${neutral ? 'base-sign' : ''}" part="sign">
            <span class="swatches">${swatches.map((swatch) => renderSwatch(swatch, neutral))}</span>
            <span>${this.say(key)}</span>
          </li>`,
      )}
    </ul>`;
  }

  #renderRow({ group, kinds, swatches }: LegendRow, view: TreatyView): TemplateResult {
    const { atlas } = view;
    const whose = WHOSE.includes(group) && view.compare === null ? whoseWords(group, view) : null;
    return html`<li class="sign" part="sign">
      <span class="swatches">${swatches.map((swatch) => renderSwatch(swatch))}</span>
      <span>
        ${group === 'unknown' ? this.say('legend.unknown') : nothing}
        ${kinds.map(
          (kind, index) =>
            html`${index > 0 ? ', ' : ''}<span title=${this.text(atlas.manifest.kinds[kind].meaning)}
                >${this.text(atlas.manifest.kinds[kind].title)}</span
              >`,
        )}
        ${whose === null ? nothing : html`<span class="whose" part="whose">${whose}</span>`}
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
        <summary><h3>${this.say('legend.kinds')}</h3></summary>
        ${guard([moment, view.compare, layers, language, viewpoint], () => this.#renderSigns(view))}
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
