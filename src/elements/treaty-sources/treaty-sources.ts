import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Atlas } from '../../atlas/atlas';
import { restingOn, type Resting } from '../../atlas/resting';
import type { Source } from '../../atlas/schema';
import type { LaterKey } from '../../language/en-later';
import { languageTag } from '../../language/language';
import { askToSelect } from '../asking';
import { citationOf, fullPlaceOf, nameOfSource, placeOf, renderCitation, type Citation } from '../citation';
import { citeSources } from '../citing/cite';
import { Copying } from '../citing/copying';
import { copyingStyles } from '../citing/copying.styles';
import { PageElement } from '../page-element';
import { pageStyles } from '../page-element.styles';
import { entryStyles } from '../record-entry.styles';
import { base, tokens } from '../shared-styles';
import { renderThing, renderThings } from '../thing-link';
import type { TreatyView } from '../view';
import { sourcesStyles } from './treaty-sources.styles';

/** The parts of the bibliography, in their order. Works that were not consulted are no evidence, whatever their rank. */
const PARTS = ['primary', 'secondary', 'wiki', 'weak', 'further'] as const;
type Part = (typeof PARTS)[number];

function partOf({ custom: { read, tier } }: Source): Part {
  return read === 'no' ? 'further' : tier;
}

/** The works of each part, by author or title. */
function bibliography(atlas: Atlas, language: string): Map<Part, Citation[]> {
  const { compare } = new Intl.Collator(languageTag(language), { ignorePunctuation: true });
  const parts = new Map<Part, Citation[]>(PARTS.map((part) => [part, []]));
  for (const source of atlas.sources.values()) parts.get(partOf(source))?.push(citationOf(source));
  for (const works of parts.values()) works.sort((a, b) => compare(nameOfSource(a), nameOfSource(b)));
  return parts;
}

/** Whether all words looked for stand somewhere in a work's citation. */
function matches(citation: Citation, wanted: string, language: string): boolean {
  const text = `${nameOfSource(citation)} ${fullPlaceOf(citation, language)}`.toLocaleLowerCase(language);
  return wanted
    .toLocaleLowerCase(language)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * @summary The bibliography: the works that were read, by rank, and apart from them those that were not consulted; of the
 * one that is chosen how far it was read and all that rests on it. Each, and the view of the map, can be copied as a
 * reference.
 *
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks for a source, or for what rests on it.
 *
 * @csspart heading - The heading.
 * @csspart source - A source in the list.
 * @csspart find - The field that narrows the list.
 * @csspart cite - The buttons that copy a reference.
 * @csspart reference - The reference that was copied.
 * @csspart thing - A button that chooses a thing of the record.
 * @csspart up - The way back to the list.
 */
export class TreatySources extends PageElement {
  static override properties: PropertyDeclarations = { _wanted: { attribute: false } };

  static override styles = [tokens, base, entryStyles, pageStyles, copyingStyles, sourcesStyles];

  #copying = new Copying(this);

  /** What is looked for in the list. */
  private _wanted = '';

  protected override renderPage(view: TreatyView): TemplateResult {
    const chosen = view.selected === null ? undefined : view.atlas.sources.get(view.selected);
    return chosen ? this.#renderSource(chosen, view) : this.#renderList(view);
  }

  #renderList(view: TreatyView): TemplateResult {
    const { atlas, language } = view;
    const { owner } = this.owner;
    const wanted = this._wanted.trim();
    const parts = [...bibliography(atlas, language)].map(
      ([part, works]) =>
        [part, wanted ? works.filter((work) => matches(work, wanted, language)) : works] as const,
    );
    const found = parts.flatMap(([, works]) => works.map(({ id }) => id));
    return html`<article class="base">
      <header>
        <h2 part="heading" tabindex="-1">${this.say('column.sources')}</h2>
        <p class="about-page">${this.say('sources.about')}</p>
      </header>
      ${
        owner
          ? html`<section class="box">
              <h3>${this.say('cite.view')}</h3>
              ${this.#copying.render(
                'view',
                this.say('cite.view'),
                this.say('cite.copy'),
                language,
                (format) => owner.cite(format),
              )}
            </section>`
          : nothing
      }
      <section class="box">
        <h3>${this.say('cite.bibliography')}</h3>
        <label class="find"
          >${this.say('sources.find')}
          <input
            type="search"
            part="find"
            .value=${this._wanted}
            @input=${(event: Event) => (this._wanted = (event.target as HTMLInputElement).value)}
        /></label>
        ${this.#copying.render(
          'list',
          this.say('cite.bibliography'),
          this.say(wanted ? 'cite.copy-found' : 'cite.copy-list', { count: found.length }),
          language,
          (format) => citeSources(atlas, found, format, language),
        )}
        ${wanted ? html`<p class="count" role="status">${this.say('sources.found', { count: found.length })}</p>` : nothing}
      </section>
      ${parts.map(([part, works]) => this.#renderPart(part, works))}
    </article>`;
  }

  #renderPart(part: Part, works: readonly Citation[]): TemplateResult | typeof nothing {
    if (works.length === 0) return nothing;
    return html`<section class="part">
      <h3>${this.say(`sources.${part}`)} <span class="number">${works.length}</span></h3>
      <p class="about-part">${this.say(`sources.about-${part}`)}</p>
      <ul>
        ${works.map(
          (work) =>
            html`<li part="source">
              <button type="button" class="work" value=${work.id} @click=${askToSelect}>
                ${work.author === null ? nothing : `${work.author}: `}<cite>${work.title}</cite>
                <span class="when"
                  >${placeOf(work)}
                  ${work.read === 'partly' ? html`<em class="unread">${this.say('source.partly')}</em>` : nothing}</span
                >
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #renderSource(source: Source, view: TreatyView): TemplateResult {
    const { atlas, language } = view;
    const citation = citationOf(source);
    const { note } = source as { note?: unknown };
    return html`<article class="base">
      ${this.renderUp(this.say('sources.all'))}
      <header>
        <p class="eyebrow">${this.say(`sources.${partOf(source)}`)}</p>
        <h2 part="heading" tabindex="-1">${source.title}</h2>
      </header>
      <p class="lead">${renderCitation(citation, language, fullPlaceOf(citation, language))}</p>
      <dl class="facts">
        ${
          citation.url === null
            ? nothing
            : html`<div>
                <dt>${this.say('sources.address')}</dt>
                <dd><a href=${citation.url} target="_blank" rel="noopener noreferrer">${citation.url}</a></dd>
              </div>`
        }
        <div>
          <dt>${this.say('sources.read')}</dt>
          <dd>
            ${this.say(`sources.read-${source.custom.read}`)} ${typeof note === 'string' ? note : nothing}
            ${source.custom.tier === 'weak' ? this.say('sources.weak-address') : nothing}
          </dd>
        </div>
      </dl>
      <section>
        <h3>${this.say('cite.source')}</h3>
        ${this.#copying.render(
          source.id,
          this.say('cite.source'),
          this.say('cite.copy'),
          language,
          (format) => citeSources(atlas, [source.id], format, language),
        )}
      </section>
      <section>
        <h3>${this.say(citation.read === 'no' ? 'sources.named' : 'sources.resting')}</h3>
        ${this.#renderResting(restingOn(atlas, source.id), view)}
      </section>
    </article>`;
  }

  #renderResting(resting: Resting, view: TreatyView): TemplateResult {
    const { provisions, instruments, events, claims, base, places } = resting;
    const { atlas } = view;
    const group = (key: LaterKey, content: unknown, count: number): TemplateResult | typeof nothing =>
      count === 0
        ? nothing
        : html`<div class="resting">
            <h4>${this.say(key)}</h4>
            ${content}
          </div>`;
    const named = (id: string, details: readonly string[]): TemplateResult =>
      html`<li>
        ${renderThing(id, view)}
        ${
          details.length === 0
            ? nothing
            : html`<ul class="details">
                ${details.map((detail) => html`<li>${detail}</li>`)}
              </ul>`
        }
      </li>`;
    const phases = provisions.map(({ id, phases: indexes }) => {
      const item = atlas.provisions.find((provision) => provision.item.id === id)?.item;
      return named(
        id,
        indexes.flatMap((index) => (item?.phases[index] ? [this.text(item.phases[index].status)] : [])),
      );
    });
    const articles = instruments.map(({ id, articles: indexes }) => {
      const instrument = atlas.instruments.find((one) => one.id === id);
      return named(
        id,
        indexes.flatMap((index) =>
          instrument?.articles[index] ? [this.text(instrument.articles[index].number)] : [],
        ),
      );
    });
    const titles = [
      ...atlas.base.filter(({ item }) => base.includes(item.id)).map(({ item }) => this.text(item.title)),
      ...atlas.places
        .filter(({ item }) => places.includes(item.id))
        .flatMap(({ names }) => (names[0] ? [this.text(names[0].item)] : [])),
    ];
    const total = provisions.length + instruments.length + events.length + claims.length + titles.length;
    if (total === 0) return html`<p class="about-part">${this.say('sources.nothing')}</p>`;
    return html`${group(
      'sources.provisions',
      html`<ul class="things">
        ${phases}
      </ul>`,
      phases.length,
    )}
    ${group(
      'column.instruments',
      html`<ul class="things">
        ${articles}
      </ul>`,
      articles.length,
    )}
    ${group('column.events', renderThings(events, view), events.length)}
    ${group('column.claims', renderThings(claims, view), claims.length)}
    ${group(
      'sources.base',
      html`<ul class="details">
        ${titles.map((title) => html`<li>${title}</li>`)}
      </ul>`,
      titles.length,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-sources': TreatySources;
  }
}
