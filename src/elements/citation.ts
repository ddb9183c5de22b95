import { html, nothing, type TemplateResult } from 'lit';
import type { Atlas } from '../atlas/atlas';
import type { Source } from '../atlas/schema';
import { message } from '../language/language';
import { askToSelect } from './asking';
import { dateWords } from './treaty-record/span-words';

/** A source in the parts in which it is printed; null where the record has none. */
export interface Citation {
  readonly id: string;
  readonly author: string | null;
  readonly title: string;
  /** The work that it stands in, its number there and its pages. */
  readonly container: string | null;
  readonly number: string | null;
  readonly page: string | null;
  readonly publisher: string | null;
  /** When it was published: a day, a month or a year, or two of them with `/` between. */
  readonly issued: string | null;
  /** Where it can be read; null for weak copies, which are not to be passed on. */
  readonly url: string | null;
  /** How far it was read. */
  readonly read: Source['custom']['read'];
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

/** A day, a month or a year, or two of them with `/` between. */
function issuedOf(issued: unknown): string | null {
  const { 'date-parts': dates, literal } = (issued ?? {}) as { 'date-parts'?: unknown; literal?: unknown };
  if (!Array.isArray(dates)) return textOf(literal);
  const written = dates.map((parts: unknown) =>
    Array.isArray(parts) ? parts.map((part) => String(part).padStart(2, '0')).join('-') : '',
  );
  return written.join('/') || null;
}

/** Only what a browser may safely open; a script in an address is none. */
function safeUrl(value: unknown): string | null {
  const url = textOf(value);
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/** What is printed of a source. */
export function citationOf(source: Source): Citation {
  return {
    id: source.id,
    author: namesOf(source['author']) ?? namesOf(source['editor']),
    title: source.title,
    container: textOf(source['container-title']),
    number: textOf(source['number']),
    page: textOf(source['page']),
    publisher: textOf(source['publisher']),
    issued: issuedOf(source['issued']),
    url: source.custom.tier === 'weak' ? null : safeUrl(source['URL']),
    read: source.custom.read,
  };
}

/** A source by its author, if it has one, and its title. */
export function nameOfSource({ author, title }: Citation): string {
  return author === null ? title : `${author}: ${title}`;
}

/** A title that brings its own full stop. */
const STOPPED = /[.?!…。？！]$/;

function withStop(text: string): string {
  return STOPPED.test(text) ? text : `${text}.`;
}

/** Parts with commas between, and the date after them unless one of them has the year already. */
function joined(parts: readonly (string | null)[], issued: string | null, date: string | null): string {
  const said = parts.filter((part) => part !== null);
  const dated = issued !== null && said.some((part) => part.includes(issued.slice(0, 4)));
  return [...said, ...(date === null || dated ? [] : [date])].join(', ');
}

/** Where it stands, told in short: the work that it is in or who published it, and the year. */
export function placeOf({ container, publisher, issued }: Citation): string {
  const years = issued && issued.replace(/(\d{4})-[\d-]+/g, '$1').replace('/', '–');
  return joined([container ?? publisher], issued, years);
}

/** Where it stands, with all that the record has. */
export function fullPlaceOf(citation: Citation, language: string): string {
  const { container, number, page, publisher, issued } = citation;
  const numbered = number === null ? null : message(language, 'source.number', { number });
  const paged = page === null ? null : message(language, 'source.page', { page });
  return joined([container, numbered, paged, publisher], issued, issued && dateWords(issued, language));
}

/** A source in plain text, as the bibliography prints it: author, title, where it stands, address. */
export function citationText(citation: Citation, language: string): string {
  const place = fullPlaceOf(citation, language);
  return [
    withStop(nameOfSource(citation)),
    ...(place === '' ? [] : [withStop(place)]),
    ...(citation.url === null ? [] : [citation.url]),
  ].join(' ');
}

/**
 * A source on one line: author, title with its address, where it stands, and whether it was read in part only.
 * @param place where it stands: in short, unless told
 */
export function renderCitation(
  citation: Citation,
  language: string,
  place = placeOf(citation),
): TemplateResult {
  const { author, title, url, read } = citation;
  const cited = html`<cite>${title}</cite>`;
  return html`${author === null ? nothing : html`${author}: `}${
    url === null ? cited : html`<a href=${url} target="_blank" rel="noopener noreferrer">${cited}</a>`
  }${place === '' ? nothing : `${STOPPED.test(title) ? ' ' : '. '}${place}`}
  ${read === 'partly' ? html`<em class="unread">${message(language, 'source.partly')}</em>` : nothing}`;
}

function renderList(citations: readonly Citation[], language: string): TemplateResult | typeof nothing {
  if (citations.length === 0) return nothing;
  return html`<ul>
    ${citations.map(
      (citation) =>
        html`<li part="source" class="source">
          ${renderCitation(citation, language)}
          <button
            type="button"
            class="about"
            value=${citation.id}
            aria-label=${message(language, 'source.about-this', { source: nameOfSource(citation) })}
            @click=${askToSelect}
          >
            ${message(language, 'source.about')}
          </button>
        </li>`,
    )}
  </ul>`;
}

/**
 * The sources by id, behind a disclosure, each with a way to its page. Works that were not consulted are no evidence:
 * they are not counted, and stand under a label of their own. Nothing where there are neither.
 * @param open whether they are unfolded
 */
export function renderSources(
  atlas: Atlas,
  ids: readonly string[],
  language: string,
  open = false,
): TemplateResult | typeof nothing {
  const citations = ids.flatMap((id) => {
    const source = atlas.sources.get(id);
    return source ? [citationOf(source)] : [];
  });
  if (citations.length === 0) return nothing;
  const evidence = citations.filter(({ read }) => read !== 'no');
  const further = citations.filter(({ read }) => read === 'no');
  const label = message(language, 'source.further');
  return html`<details part="sources" class="sources" ?open=${open}>
    <summary>
      ${evidence.length > 0 ? message(language, 'source.count', { count: evidence.length }) : label}
    </summary>
    ${renderList(evidence, language)}
    ${evidence.length > 0 && further.length > 0 ? html`<p class="further">${label}</p>` : nothing}
    ${renderList(further, language)}
  </details>`;
}
