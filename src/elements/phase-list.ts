import { html, nothing, type TemplateResult } from 'lit';
import { partiesDiffer, seenBy } from '../atlas/eyes';
import { inLanguage } from '../atlas/in-language';
import { writeDay } from '../language/language';
import { laterMessage } from '../language/later';
import { clampDay, isoOf } from '../time/day';
import { askForDay } from './asking';
import { statusWords } from './eyes-words';
import { titleOf } from './record-entry';
import type { Series, SeriesPhase } from './record-groups';
import { renderSwatch, swatchOf } from './swatch';
import { spanWords } from './treaty-record/span-words';
import type { TreatyView } from './view';

function renderPhase(
  { phase, span }: SeriesPhase,
  { provision, phases }: Series,
  now: boolean,
  view: TreatyView,
): TemplateResult {
  const { atlas, language, viewpoint, day } = view;
  const { first, last } = view.range;
  const from = span.from?.stated ?? first;
  const beyond = from > last;
  const before = span.until !== null && span.until.stated <= first;
  const seen = seenBy(viewpoint, phase, now ? day : (span.from?.stated ?? null));
  const note = (words: string, kind = 'when'): TemplateResult => html`<span class=${kind}>${words}</span>`;
  // Phases that run side by side are told apart by their territories.
  const sideBySide = provision.parallel === true && phases.length > 1;
  const words = html`${renderSwatch(swatchOf(provision, phase, viewpoint === 'all' ? undefined : seen))}
    <span>
      ${sideBySide ? note(titleOf(provision, phase.territories, view), 'which') : nothing}
      <span class="name">${statusWords(seen, view)}</span>
      ${note(spanWords(span, language))} ${now ? note(laterMessage(language, 'panel.now'), 'now') : nothing}
      ${viewpoint === 'all' && partiesDiffer(phase) ? note(laterMessage(language, 'panel.differ')) : nothing}
      ${phase.evidence === 'general' ? note(inLanguage(atlas.manifest.evidence.general, language)) : nothing}
      ${beyond ? note(laterMessage(language, 'panel.beyond')) : nothing}
      ${before ? note(laterMessage(language, 'panel.before')) : nothing}
    </span>`;
  const target = clampDay(from, first, last);
  return html`<li class="phase ${now ? 'present' : ''}" part="phase" aria-current=${now ? 'true' : nothing}>
    ${
      beyond || before
        ? html`<div class="step">${words}</div>`
        : html`<button
            type="button"
            class="step"
            value=${isoOf(target)}
            title=${laterMessage(language, 'panel.go', { date: writeDay(target, language) })}
            @click=${askForDay}
          >
            ${words}
          </button>`
    }
  </li>`;
}

/**
 * All phases of a series in words, each a way to its first day; those outside the range are told and lead nowhere.
 * @param present keys, provision and phase, of what holds on the day shown
 */
export function renderPhases(series: Series, present: ReadonlySet<string>, view: TreatyView): TemplateResult {
  return html`<ol class="phases" part="phases">
    ${series.phases.map((phase) =>
      renderPhase(phase, series, present.has(`${series.provision.id}/${phase.index}`), view),
    )}
  </ol>`;
}
