import { html, nothing, type TemplateResult } from 'lit';
import type { Atlas } from '../atlas/atlas';
import type { Source } from '../atlas/schema';
import { message } from '../language/language';

/** A source in the parts in which it is printed; null where the record has none. */
interface Citation {
  readonly author: string | null;
  readonly title: string;
  readonly container: string | null;
  readonly year: string | null;
  /** Where it can be read; null for weak copies, which are not to be passed on. */
  readonly url: string | null;
  /** How far it was read. */
  readonly read: 'yes' | 'partly' | 'no';
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : null;
}

/** A CSL name: `literal`, or family and given. */
function nameOf(name: unknown): string | null {
  if (typeof name !== 'object' || name === null) return null;
  const { literal, family, given } = name as Record<string, unknown>;
  const parts = [textOf(given), textOf(family)].filter((part) => part !== null);
  return textOf(literal) ?? (parts.length > 0 ? parts.join(' ') : null);
}

function namesOf(value: unknown): string | null {
  const names = Array.isArray(value) ? value.map(nameOf).filter((name) => name !== null) : [];
  return names.length > 0 ? names.join('; ') : null;
}

function yearOf(issued: unknown): string | null {
  const parts = (issued as { 'date-parts'?: unknown } | undefined)?.['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : null;
  return Array.isArray(first) ? textOf(first[0]) : null;
}

/** Only what a browser may safely open; a script in an address is none. */
function safeUrl(value: unknown): string | null {
  const url = textOf(value);
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/** What is printed of a source. */
function citationOf(source: Source): Citation {
  return {
    author: namesOf(source['author']) ?? namesOf(source['editor']),
    title: source.title,
    container: textOf(source['container-title']) ?? textOf(source['publisher']),
    year: yearOf(source['issued']),
    url: source.custom.tier === 'weak' ? null : safeUrl(source['URL']),
    read: source.custom.read,
  };
}

/** A title that brings its own full stop. */
const STOPPED = /[.?!…。？！]$/;

function renderCitation(
  { author, title, container, year, url, read }: Citation,
  language: string,
): TemplateResult {
  const cited = html`<cite>${title}</cite>`;
  const dated = container !== null && year !== null && container.includes(year);
  const where = [container, dated ? null : year].filter((part) => part !== null).join(', ');
  return html`<li part="source" class="source">
    ${author === null ? nothing : html`${author}: `}${
      url === null ? cited : html`<a href=${url} target="_blank" rel="noopener noreferrer">${cited}</a>`
    }${where === '' ? nothing : `${STOPPED.test(title) ? ' ' : '. '}${where}`}
    ${read === 'partly' ? html`<em class="unread">${message(language, 'source.partly')}</em>` : nothing}
  </li>`;
}

function renderList(citations: readonly Citation[], language: string): TemplateResult | typeof nothing {
  if (citations.length === 0) return nothing;
  return html`<ul>
    ${citations.map((citation) => renderCitation(citation, language))}
  </ul>`;
}

/**
 * The sources by id, behind a disclosure. Works that were not consulted are no evidence: they are not counted, and stand
 * under a label of their own. Nothing where there are neither.
 */
export function renderSources(
  atlas: Atlas,
  ids: readonly string[],
  language: string,
): TemplateResult | typeof nothing {
  const citations = ids.flatMap((id) => {
    const source = atlas.sources.get(id);
    return source ? [citationOf(source)] : [];
  });
  if (citations.length === 0) return nothing;
  const evidence = citations.filter(({ read }) => read !== 'no');
  const further = citations.filter(({ read }) => read === 'no');
  const label = message(language, 'source.further');
  return html`<details part="sources" class="sources">
    <summary>
      ${evidence.length > 0 ? message(language, 'source.count', { count: evidence.length }) : label}
    </summary>
    ${renderList(evidence, language)}
    ${evidence.length > 0 && further.length > 0 ? html`<p class="further">${label}</p>` : nothing}
    ${renderList(further, language)}
  </details>`;
}
