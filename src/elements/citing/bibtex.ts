import { Cite, plugins, type CSL } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem } from './csl';

/** What is set of the plugin's configuration: ids of the record as they are, and Chinese and Russian, which ASCII would drop. */
interface BibtexConfig {
  format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };
}

const { format } = plugins.config.get('@bibtex') as BibtexConfig;
format.useIdAsLabel = true;
format.checkLabel = false;
format.asciiOnly = false;

/** The types whose entries in BibTeX have a field for the work that they stand in. */
const CONTAINED = /^(article(-journal|-newspaper|-magazine)?|chapter|paper-conference)$/;

/** Where BibTeX has no field for the work that something stands in, the note says it. */
function withContainer(item: CslItem): CslItem {
  const { type, number, note, 'container-title': container } = item;
  if (CONTAINED.test(type) || typeof container !== 'string') return item;
  const where = typeof number === 'string' ? `${container}, no. ${number}` : container;
  return { ...item, note: typeof note === 'string' ? `${where}. ${note}` : where };
}

/** Works as BibTeX, each under its id. */
export function toBibtex(items: readonly CslItem[]): string {
  return new Cite(items.map(withContainer) as unknown as CSL[]).format('bibtex').trim();
}
