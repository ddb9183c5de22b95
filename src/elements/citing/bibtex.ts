import { Cite, plugins, type CSL } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem } from './csl';

/** What is set of the plugin's configuration. */
interface BibtexConfig {
  format: { useIdAsLabel: boolean };
}

(plugins.config.get('@bibtex') as BibtexConfig).format.useIdAsLabel = true;

/** Works as BibTeX, each under its id. */
export function toBibtex(items: readonly CslItem[]): string {
  return new Cite(items as unknown as CSL[]).format('bibtex').trim();
}
