import { html, nothing, type TemplateResult } from 'lit';
import { message, writeDay } from '../../language/language';
import { statusWords } from '../eyes-words';
import { titleOf } from '../record-entry';
import { groupChanges, type ChangeGroup } from '../record-groups';
import type { TreatyView } from '../view';

function renderChange({ how, provision, seen, territories }: ChangeGroup, view: TreatyView): TemplateResult {
  const { language } = view;
  const [before, after] = [seen.was, seen.is].map((status) => (status ? statusWords(status, view) : null));
  return html`<li>
    <span class="how ${how}">${message(language, `record.${how}`)}</span>
    <span>
      <strong>${titleOf(provision, territories, view)}</strong>
      <span class="what">${after ?? before}</span>
      ${
        before && after
          ? html`<span class="was">${message(language, 'record.was', { status: before })}</span>`
          : nothing
      }
    </span>
  </li>`;
}

/** What began, ended and changed on the day the moment dates from; nothing where the layers shown have no change. */
export function renderChanges(view: TreatyView): TemplateResult | typeof nothing {
  const { atlas, moment, layers, language, day, viewpoint } = view;
  if (moment.since === null) return nothing;
  const changes = groupChanges(atlas, moment, layers, viewpoint);
  if (changes.length === 0) return nothing;
  const title =
    moment.since === day
      ? message(language, 'record.changes-today')
      : message(language, 'record.changes-since', { date: writeDay(moment.since, language) });
  return html`<section class="changes" part="changes">
    <h3>${title}</h3>
    <ul>
      ${changes.map((change) => renderChange(change, view))}
    </ul>
  </section>`;
}
