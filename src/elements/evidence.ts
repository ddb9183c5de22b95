import { html, nothing, type TemplateResult } from 'lit';
import { inLanguage } from '../atlas/in-language';
import type { Evidence } from '../atlas/vocabulary';
import { laterMessage } from '../language/later';
import { citationOf, nameOfSource } from './citation';
import type { Naming } from './thing-link';

/** What says how far a statement was checked. */
interface Evidenced {
  readonly evidence: Evidence;
  readonly unconfirmed?: true | undefined;
  readonly sources: readonly string[];
}

/**
 * How far a statement was checked, where it was not simply read; what is unconfirmed names the works, not consulted so
 * far, that are to be.
 */
export function renderEvidence(
  { evidence, unconfirmed, sources }: Evidenced,
  { atlas, language }: Naming,
): TemplateResult | typeof nothing {
  if (evidence === 'read' && !unconfirmed) return nothing;
  const works = sources.flatMap((id) => {
    const source = atlas.sources.get(id);
    return source?.custom.read === 'no' ? [nameOfSource(citationOf(source))] : [];
  });
  return html`<p class="mark" part="evidence">
    ${evidence === 'read' ? nothing : html`${inLanguage(atlas.manifest.evidence[evidence], language)}. `}
    ${unconfirmed ? laterMessage(language, 'evidence.unconfirmed') : nothing}
    ${
      unconfirmed && works.length > 0
        ? laterMessage(language, 'evidence.consult', { works: works.join('; ') })
        : nothing
    }
  </p>`;
}
