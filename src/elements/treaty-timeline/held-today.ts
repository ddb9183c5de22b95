import { html, nothing, type TemplateResult } from 'lit';
import { writeDay } from '../../language/language';
import { laterMessage } from '../../language/later';
import { askToSelect } from '../asking';
import { statusWords } from '../eyes-words';
import { titleOf } from '../record-entry';
import { groupRecords } from '../record-groups';
import { renderSwatch, strengthOf, swatchOf } from '../swatch';
import type { TreatyView } from '../view';

/**
 * What held of some provisions on the day shown, in short and through the eyes chosen: each with the map's sign and a way
 * to the provision. Nothing where none of them holds.
 */
export function renderHeldToday(
  provisions: readonly string[],
  view: TreatyView,
): TemplateResult | typeof nothing {
  const { atlas, moment, language, day, viewpoint } = view;
  const groups = groupRecords(atlas, moment.records, view).filter(({ provision }) =>
    provisions.includes(provision.id),
  );
  if (groups.length === 0) return nothing;
  return html`<section class="held-today">
    <h3>${laterMessage(language, 'events.held', { date: writeDay(day, language) })}</h3>
    <ul>
      ${groups.map(({ provision, phase, territories, seen, uncertain }) => {
        const swatch = swatchOf(provision, phase, viewpoint === 'all' ? undefined : seen);
        return html`<li>
          <button type="button" class="holding" value=${provision.id} @click=${askToSelect}>
            ${renderSwatch({ ...swatch, strength: strengthOf(uncertain) })}
            <span>
              <span class="what">${titleOf(provision, territories, view)}</span>
              <span class="how">${statusWords(seen, view)}</span>
            </span>
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}
