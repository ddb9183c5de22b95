import { html, nothing, type TemplateResult } from 'lit';
import type { Atlas } from '../atlas/atlas';
import { inLanguage } from '../atlas/in-language';
import { laterMessage } from '../language/later';
import { isoOf, type Day } from '../time/day';
import { askForDay, askToSelect } from './asking';
import { citationOf, nameOfSource } from './citation';
import { boundWords } from './treaty-record/span-words';

/** What is needed to name a thing of the record. */
export interface Naming {
  readonly atlas: Atlas;
  readonly language: string;
}

/** What a thing of the record is called; its id where the record does not have it. */
export function titleOfThing(id: string, { atlas, language }: Naming): string {
  switch (atlas.kindOf(id)) {
    case 'territory':
      return inLanguage(atlas.territories.get(id)?.title ?? { en: id }, language);
    case 'provision':
      return inLanguage(
        atlas.provisions.find(({ item }) => item.id === id)?.item.title ?? { en: id },
        language,
      );
    case 'instrument':
      return inLanguage(
        atlas.instruments.find((instrument) => instrument.id === id)?.title ?? { en: id },
        language,
      );
    case 'event':
      return inLanguage(atlas.events.find(({ item }) => item.id === id)?.item.title ?? { en: id }, language);
    case 'claim':
      return laterMessage(language, 'claims.number', {
        number: atlas.claims.find((claim) => claim.id === id)?.number ?? id,
      });
    case 'source': {
      const source = atlas.sources.get(id);
      return source ? nameOfSource(citationOf(source)) : id;
    }
    default:
      return id;
  }
}

/** When a thing happened, in words; null for what is no event. */
function whenOf(id: string, { atlas, language }: Naming): string | null {
  const event = atlas.events.find(({ item }) => item.id === id);
  return event ? boundWords(event.bound, language) : null;
}

/** A button that chooses a thing of the record: opens its page, goes there, and for an event or a claim sets its day. */
export function renderThing(id: string, naming: Naming): TemplateResult {
  const when = whenOf(id, naming);
  return html`<button type="button" class="thing" part="thing" value=${id} @click=${askToSelect}>
    ${when === null ? nothing : html`<span class="when">${when}</span> `}<span class="what"
      >${titleOfThing(id, naming)}</span
    >
  </button>`;
}

/** Things of the record as a list of such buttons; nothing where there are none. */
export function renderThings(ids: readonly string[], naming: Naming): TemplateResult | typeof nothing {
  if (ids.length === 0) return nothing;
  return html`<ul class="things">
    ${ids.map((id) => html`<li>${renderThing(id, naming)}</li>`)}
  </ul>`;
}

/** A button with the words given that sets the day. */
export function renderDayButton(day: Day, words: string): TemplateResult {
  return html`<button type="button" class="to-day" part="to-day" value=${isoOf(day)} @click=${askForDay}>
    ${words}
  </button>`;
}
