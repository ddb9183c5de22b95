import { html, nothing, type TemplateResult } from 'lit';
import type { Atlas } from '../atlas/atlas';
import type { Provision } from '../atlas/schema';
import type { MessageKey } from '../language/en';
import { inLanguage } from '../atlas/in-language';
import { listIn, message, writeDay } from '../language/language';
import { kindGroup } from '../map/palette-data';
import type { Bound, Uncertain } from '../time/span';
import { askToSelect } from './asking';
import { renderSources } from './citation';
import { partiesOf, statusWords, unknownWords } from './eyes-words';
import type { Held, RecordGroup } from './record-groups';
import { renderSwatch, strengthOf, swatchOf } from './swatch';
import { dateWords, spanWords } from './treaty-record/span-words';

/** What is needed to write an entry. */
export interface EntryContext {
  readonly atlas: Atlas;
  readonly language: string;
}

/** Title of an entry: of the provision; where its phases run side by side, the territories tell them apart. */
export function titleOf(
  { parallel, title }: Provision,
  territories: readonly string[],
  { atlas, language }: EntryContext,
): string {
  const titles = territories.flatMap((id) => atlas.territories.get(id)?.title ?? []);
  if (!parallel || titles.length === 0) return inLanguage(title, language);
  return listIn(
    language,
    titles.map((each) => inLanguage(each, language)),
  );
}

/**
 * A sign of the map, with the status beside it in words and its kind for those who cannot tell hues apart: as it stands,
 * or through the eyes that the group is seen with.
 */
export function renderStatus(
  { provision, phase, viewpoint, seen, uncertain }: RecordGroup,
  context: EntryContext,
): TemplateResult {
  const { atlas, language } = context;
  const swatch = swatchOf(provision, phase, viewpoint === 'all' ? undefined : seen);
  return html`<p class=${seen.known ? 'status' : 'status not-known'} part="status">
    ${renderSwatch({ ...swatch, strength: strengthOf(uncertain) })}
    <span>${statusWords(seen, context)}</span>
    ${
      seen.known
        ? html`<span class="kind"
            >${inLanguage(atlas.manifest.kinds[seen.kind].title, language)} ·
            ${inLanguage(atlas.manifest.holds[seen.holds], language)}</span
          >`
        : html`<span class="kind">${unknownWords(seen.by, context)}</span>`
    }
  </p>`;
}

function renderHeldList(held: readonly Held[], context: EntryContext): TemplateResult {
  const { atlas, language } = context;
  return html`<dl class="held" part="held">
    ${held.map(
      ({ viewpoints, kind, status }) =>
        html`<div>
          <dt>
            ${viewpoints.length === 0 ? message(language, 'entry.fact') : partiesOf(viewpoints, context)}
          </dt>
          <dd>
            <span class="dot kind-${kindGroup(kind)}"></span>${inLanguage(status, language)}
            <span class="kind">${inLanguage(atlas.manifest.kinds[kind].title, language)}</span>
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** Who holds the status; where parties differ, what each held: all of them, or those whose eyes it is not seen with. */
function renderHeld(group: RecordGroup, context: EntryContext): TemplateResult | typeof nothing {
  const { held, differs, kind, viewpoint, seen } = group;
  const { language } = context;
  if (!differs && seen.known) {
    const viewpoints = held[0]?.viewpoints ?? [];
    if (viewpoints.length === 0 || kind === 'ended') return nothing;
    return html`<p class="parties">
      ${message(language, 'entry.parties', { parties: partiesOf(viewpoints, context) })}
    </p>`;
  }
  if (viewpoint === 'all') {
    return html`<p class="differ" part="differ">${message(language, 'entry.differ')}</p>
      ${renderHeldList(held, context)}`;
  }
  const others = held.flatMap(({ viewpoints, ...alike }): Held[] => {
    const rest = viewpoints.filter((party) => party !== seen.by);
    return rest.length === 0 ? [] : [{ ...alike, viewpoints: rest }];
  });
  const own =
    seen.known && seen.by !== null && seen.by !== viewpoint
      ? html`<p class="parties">
          ${message(language, 'entry.parties', { parties: partiesOf([seen.by], context) })}
        </p>`
      : nothing;
  if (others.length === 0) return own;
  const heading =
    differs && seen.known
      ? html`<p class="differ" part="differ">${message(language, 'entry.others-differ')}</p>`
      : html`<p class="others">${message(language, 'entry.others')}</p>`;
  return html`${own} ${heading} ${renderHeldList(others, context)}`;
}

/** That the day lies where the beginning or the end is not certain, and between which days. */
export function renderDoubt(
  { span: { from, until } }: Pick<RecordGroup, 'span'>,
  uncertain: Uncertain | null,
  language: string,
): TemplateResult | typeof nothing {
  if (uncertain === null) return nothing;
  const say = (key: MessageKey, bound: Bound | null): string =>
    bound === null
      ? ''
      : message(language, key, {
          first: writeDay(bound.earliest, language),
          last: writeDay(bound.latest, language),
        });
  return html`<p class="doubt">
    ${uncertain === 'end' ? nothing : say('entry.doubt-beginning', from)}
    ${uncertain === 'beginning' ? nothing : say('entry.doubt-end', until)}
  </p>`;
}

function renderInstrument({ provision }: RecordGroup, { atlas, language }: EntryContext): string | null {
  const instrument = atlas.instruments.find(({ id }) => id === provision.instrument);
  if (!instrument) return null;
  const title = inLanguage(instrument.title, language);
  const signed = dateWords(instrument.signed, language);
  const article = provision.article ? inLanguage(provision.article, language) : null;
  return article === null
    ? message(language, 'entry.instrument', { title, signed })
    : message(language, 'entry.article', { title, signed, article });
}

/** Since when and until when, what other days are given, and whether that leaves it open if it holds on the day. */
export function renderSpan(group: RecordGroup, { language }: EntryContext): TemplateResult {
  const { phase, span, uncertain } = group;
  return html`<p class="span">${spanWords(span, language)}</p>
    ${
      phase.alternatives && phase.alternatives.length > 0
        ? html`<p class="also">
            ${message(language, 'entry.alternatives', {
              dates: listIn(
                language,
                phase.alternatives.map((date) => dateWords(date, language)),
              ),
            })}
          </p>`
        : nothing
    }
    ${renderDoubt(group, uncertain, language)}`;
}

/** By which text, in whose view, how surely, and who says so. */
export function renderGrounds(group: RecordGroup, context: EntryContext): TemplateResult {
  const { atlas, language } = context;
  const { phase } = group;
  const instrument = renderInstrument(group, context);
  return html`
    ${phase.evidence === 'general' ? html`<p class="doubt">${message(language, 'entry.general')}</p>` : nothing}
    ${phase.unconfirmed ? html`<p class="doubt">${message(language, 'entry.unconfirmed')}</p>` : nothing}
    ${renderHeld(group, context)}
    <p class="description">${inLanguage(phase.description, language)}</p>
    ${phase.note ? html`<p class="description">${inLanguage(phase.note, language)}</p>` : nothing}
    <dl class="facts">
      ${
        instrument === null
          ? nothing
          : html`<div>
              <dt>${message(language, 'entry.by')}</dt>
              <dd>
                <button
                  type="button"
                  class="by"
                  value=${group.provision.instrument ?? ''}
                  @click=${askToSelect}
                >
                  ${instrument}
                </button>
              </dd>
            </div>`
      }
      <div>
        <dt>${message(language, 'entry.certainty')}</dt>
        <dd>${inLanguage(phase.certainty, language)}</dd>
      </div>
      <div>
        <dt>${message(language, 'entry.evidence')}</dt>
        <dd>${inLanguage(atlas.manifest.evidence[phase.evidence], language)}</dd>
      </div>
    </dl>
    ${renderSources(atlas, phase.sources, language)}
  `;
}

/**
 * All that the record says of a group below its title: the same in the list and in the panel, so that they cannot
 * disagree.
 */
export function renderFacts(group: RecordGroup, context: EntryContext): TemplateResult {
  return html`${renderStatus(group, context)} ${renderSpan(group, context)} ${renderGrounds(group, context)}`;
}
