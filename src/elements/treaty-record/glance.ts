import { html, nothing, type TemplateResult } from 'lit';
import { inLanguage } from '../../atlas/in-language';
import { message } from '../../language/language';
import { kindGroup, type Group } from '../../map/palette-data';
import { statusWords } from '../eyes-words';
import { groupByLayer, groupRecords, isOver } from '../record-groups';
import type { TreatyView } from '../view';

/** The name of a layer in one line: without what the record adds in brackets. */
function shortTitle(title: string): string {
  return title.replace(/\s*\([^)]*\)/g, '');
}

/**
 * The day in a few lines, one for each layer that is on the map: what stands there, each status with the hue it has on the
 * map. What a reader wants first; the list below has the rest.
 */
export function renderGlance(view: TreatyView): TemplateResult | typeof nothing {
  const { atlas, moment, layers, language } = view;
  const rows = groupByLayer(atlas, groupRecords(atlas, moment.records, view), layers).flatMap(
    ({ layer, groups }) => {
      if (layer.geometry === undefined) return [];
      const statuses = new Map<string, Group>();
      for (const { seen } of groups) {
        if (isOver(seen)) continue;
        const words = statusWords(seen, view);
        if (!statuses.has(words)) statuses.set(words, seen.known ? kindGroup(seen.kind) : 'unknown');
      }
      return statuses.size === 0 ? [] : [{ layer, statuses }];
    },
  );
  if (rows.length === 0) return nothing;
  return html`<section class="glance" part="glance">
    <h3>${message(language, 'record.glance')}</h3>
    <dl>
      ${rows.map(
        ({ layer, statuses }) =>
          html`<div>
            <dt>${shortTitle(inLanguage(layer.title, language))}</dt>
            <dd>
              ${[...statuses].map(
                ([words, group]) =>
                  html`<span class="stands"><span class="dot kind-${group}"></span>${words}</span> `,
              )}
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
