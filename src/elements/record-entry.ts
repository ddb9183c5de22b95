import { html, nothing, type TemplateResult } from 'lit';
import type { Atlas } from '../atlas/atlas';
import type { Provision, Viewpoint } from '../atlas/schema';
import type { MessageKey } from '../language/en';
import { inLanguage } from '../atlas/in-language';
import { languageTag, message } from '../language/language';
import { kindGroup } from '../map/palette-data';
import { renderSources } from './citation';
import type { RecordGroup } from './record-groups';
import { renderSwatch, strengthOf, swatchOf } from './swatch';
import { dateWords, spanWords } from './treaty-record/span-words';

/** What is needed to write an entry. */
export interface EntryContext {
  readonly atlas: Atlas;
  readonly language: string;
}

/** Kept, since making one takes longer than rendering an entry. */
const listFormats = new Map<string, Intl.ListFormat>();

function listIn(language: string, names: readonly string[]): string {
  const tag = languageTag(language);
  const format = listFormats.get(tag) ?? new Intl.ListFormat(tag, { type: 'conjunction' });
  listFormats.set(tag, format);
  return format.format(names);
}

/** Names of parties, in the record's order. */
function partiesOf(viewpoints: readonly Viewpoint[], { atlas, language }: EntryContext): string {
  const names = viewpoints.map((viewpoint) => inLanguage(atlas.manifest.viewpoints[viewpoint], language));
  return listIn(language, names);
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

/** A sign of the map, with the status beside it in words and its kind for those who cannot tell hues apart. */
function renderStatus(group: RecordGroup, context: EntryContext): TemplateResult {
  const { atlas, language } = context;
  const kind = inLanguage(atlas.manifest.kinds[group.kind].title, language);
  return html`<p class="status" part="status">
    ${renderSwatch({ ...swatchOf(group.provision, group.phase), strength: strengthOf(group.uncertain) })}
    <span>${inLanguage(group.phase.status, language)}</span>
    <span class="kind">${kind} · ${inLanguage(atlas.manifest.holds[group.holds], language)}</span>
  </p>`;
}

function renderHeld(
  { held, differs, kind }: RecordGroup,
  context: EntryContext,
): TemplateResult | typeof nothing {
  const { atlas, language } = context;
  if (!differs) {
    const viewpoints = held[0]?.viewpoints ?? [];
    if (viewpoints.length === 0 || kind === 'ended') return nothing;
    return html`<p class="parties">
      ${message(language, 'entry.parties', { parties: partiesOf(viewpoints, context) })}
    </p>`;
  }
  return html`<p class="differ">${message(language, 'entry.differ')}</p>
    <dl class="held" part="held">
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

const DOUBT: Readonly<Record<'beginning' | 'end' | 'both', MessageKey>> = {
  beginning: 'entry.doubt-beginning',
  end: 'entry.doubt-end',
  both: 'entry.doubt-both',
};

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

/**
 * All that the record says of a group below its title: the same in the list and in the panel, so that they cannot
 * disagree.
 */
export function renderFacts(group: RecordGroup, context: EntryContext): TemplateResult {
  const { atlas, language } = context;
  const { phase, span, uncertain } = group;
  const instrument = renderInstrument(group, context);
  return html`
    ${renderStatus(group, context)}
    <p class="span">${spanWords(span, language)}</p>
    ${uncertain ? html`<p class="doubt">${message(language, DOUBT[uncertain])}</p>` : nothing}
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
              <dd>${instrument}</dd>
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
      ${
        phase.alternatives && phase.alternatives.length > 0
          ? html`<div>
              <dt>${message(language, 'entry.alternatives')}</dt>
              <dd>${phase.alternatives.map((date) => dateWords(date, language)).join('; ')}</dd>
            </div>`
          : nothing
      }
    </dl>
    ${renderSources(atlas, phase.sources, language)}
  `;
}
