import { html, nothing, type TemplateResult } from 'lit';
import type { Atlas } from '../atlas/atlas';
import { standIn, type Seen } from '../atlas/eyes';
import { inLanguage } from '../atlas/in-language';
import type { Viewpoint } from '../atlas/vocabulary';
import { listIn, message, writeDay } from '../language/language';
import type { TreatyView } from './view';

interface Telling {
  readonly atlas: Atlas;
  readonly language: string;
}

/** The name of a party. */
export function partyName(viewpoint: Viewpoint, { atlas, language }: Telling): string {
  return inLanguage(atlas.manifest.viewpoints[viewpoint], language);
}

/** The names of parties, in the record's order. */
export function partiesOf(viewpoints: readonly Viewpoint[], telling: Telling): string {
  return listIn(
    telling.language,
    viewpoints.map((viewpoint) => partyName(viewpoint, telling)),
  );
}

/** The status that is seen, or that it is not known. */
export function statusWords(seen: Seen, { language }: Telling): string {
  return seen.known ? inLanguage(seen.status, language) : message(language, 'eyes.unknown');
}

/** The same within a sentence: without what the record adds in brackets. */
function shortName(viewpoint: Viewpoint, telling: Telling): string {
  return partyName(viewpoint, telling).replace(/\s*\([^)]*\)$/, '');
}

/** That the record does not have a party's view. */
export function unknownWords(by: Viewpoint, telling: Telling): string {
  return message(telling.language, 'eyes.unknown-here', { party: shortName(by, telling) });
}

/** "As the Soviet Union held it", or who spoke for it before it existed; null where a view is shown as it stands. */
export function eyesWords(view: TreatyView): string | null {
  const { viewpoint, day, language } = view;
  if (viewpoint === 'all') return null;
  const party = standIn(viewpoint, day)?.party ?? viewpoint;
  return message(language, 'eyes.as', { party: shortName(party, view) });
}

/** Through whose eyes a page is told; nothing where it is told as it stands. */
export function renderEyes(view: TreatyView): TemplateResult | typeof nothing {
  const { viewpoint, day, language } = view;
  const words = eyesWords(view);
  if (words === null) return nothing;
  const other = standIn(viewpoint, day);
  return html`<p class="eyes" part="eyes">
    <strong>${words}</strong>
    ${
      other
        ? html`<span>
            ${message(language, 'eyes.stand-in', {
              party: shortName(viewpoint, view),
              date: writeDay(other.until, language),
            })}
          </span>`
        : nothing
    }
  </p>`;
}
