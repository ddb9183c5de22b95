import { html, nothing, type TemplateResult } from 'lit';
import type { Atlas } from '../../atlas/atlas';
import type { Article, Instrument, LanguageMap } from '../../atlas/schema';
import { languageName } from '../../language/language';
import { parseDay } from '../../time/day';
import { askToSelect } from '../asking';
import { citationOf, nameOfSource, renderSources } from '../citation';
import { renderEvidence } from '../evidence';
import { PageElement } from '../page-element';
import { pageStyles } from '../page-element.styles';
import { provisionsOf, territoriesOf } from '../panels';
import { partiesOf } from '../eyes-words';
import { entryStyles } from '../record-entry.styles';
import { base, tokens } from '../shared-styles';
import { renderDayButton, renderThings } from '../thing-link';
import { dateWords } from '../treaty-record/span-words';
import type { TreatyView } from '../view';
import { instrumentsStyles } from './treaty-instruments.styles';

/** The instruments of one day and place, in the order of the record. */
function byDay(instruments: readonly Instrument[]): Instrument[][] {
  const groups = new Map<string, Instrument[]>();
  for (const instrument of instruments) {
    const key = `${instrument.signed} ${instrument.place.en}`;
    groups.set(key, [...(groups.get(key) ?? []), instrument]);
  }
  return [...groups.values()];
}

/** What happened to what an instrument provides, in order of time. */
function eventsOf(atlas: Atlas, id: string): string[] {
  const provisions = provisionsOf(atlas, id);
  return atlas.events
    .filter(({ item }) => item.provisions.some((provision) => provisions.includes(provision)))
    .toSorted((a, b) => a.bound.stated - b.bound.stated)
    .map(({ item }) => item.id);
}

/** The texts of a language map in other languages than the reader's, with their tags. */
function others(texts: LanguageMap, language: string): [tag: string, text: string][] {
  return Object.entries(texts).filter(([tag]) => tag !== 'en' && tag !== language);
}

/**
 * @summary The instruments: all of them by the day they were signed, or of the one that is chosen what each article says
 * about territory, in the project's own words, with the words of its own that were read; what rests on it, what came of
 * it, and who says so.
 *
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks for an instrument, or for what one is about.
 * @fires {TreatyDateRequestEvent} treaty-date-request - Asks for the day an instrument was signed.
 *
 * @csspart heading - The heading.
 * @csspart instrument - An instrument in the list.
 * @csspart article - An article, point or note of an instrument.
 * @csspart quotation - Words of the instrument itself.
 * @csspart evidence - How far a statement was checked.
 * @csspart thing - A button that chooses a thing of the record.
 * @csspart to-day - The button that sets the day.
 * @csspart up - The way back to the list.
 * @csspart pager - The ways to the instrument before and after.
 * @csspart sources - The sources of a statement.
 * @csspart source - A source.
 */
export class TreatyInstruments extends PageElement {
  static override styles = [tokens, base, entryStyles, pageStyles, instrumentsStyles];

  protected override renderPage(view: TreatyView): TemplateResult {
    const chosen = view.atlas.instruments.find(({ id }) => id === view.selected);
    return chosen ? this.#renderInstrument(chosen, view) : this.#renderList(view);
  }

  #renderList(view: TreatyView): TemplateResult {
    return html`<article class="base">
      <header>
        <h2 part="heading" tabindex="-1">${this.say('column.instruments')}</h2>
        <p class="about-page">${this.say('instruments.about')}</p>
      </header>
      ${byDay(view.atlas.instruments).map((group) => this.#renderDay(group, view))}
    </article>`;
  }

  #renderDay(group: readonly Instrument[], view: TreatyView): TemplateResult {
    const { signed, place, parties } = group[0] as Instrument;
    const count =
      group.length === 1
        ? this.say('instruments.one')
        : this.say('instruments.many', { count: group.length });
    return html`<section class="day">
      <h3>${dateWords(signed, this.language)}</h3>
      <p class="where">
        ${this.say('instruments.count', {
          place: this.text(place),
          parties: partiesOf(parties, view),
          count,
        })}
      </p>
      <ol>
        ${group.map(
          ({ id, title }) =>
            html`<li part="instrument">
              <button type="button" class="choose" value=${id} @click=${askToSelect}>
                <span class="title">${this.text(title)}</span>
                ${others(title, this.language)
                  .filter(([tag]) => tag === 'zh-Hant' || tag === 'ru')
                  .map(([tag, text]) => html`<span class="own" lang=${tag}>${text}</span>`)}
              </button>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  #renderInstrument(instrument: Instrument, view: TreatyView): TemplateResult {
    const { atlas, language } = view;
    const { id, title, summary, articles, sources } = instrument;
    const territories = [...territoriesOf(atlas, id)];
    const section = (
      key: Parameters<typeof this.say>[0],
      ids: readonly string[],
    ): TemplateResult | typeof nothing =>
      ids.length === 0
        ? nothing
        : html`<section>
            <h3>${this.say(key)}</h3>
            ${renderThings(ids, view)}
          </section>`;
    return html`<article class="base">
      ${this.renderUp(this.say('instruments.all'))}
      <header>
        <p class="eyebrow">
          ${this.say(instrument.signatories ? 'instruments.eyebrow' : 'instruments.announced', {
            date: dateWords(instrument.signed, language),
            place: this.text(instrument.place),
          })}
        </p>
        <h2 part="heading" tabindex="-1">${this.text(title)}</h2>
        ${this.#renderTitles(title)}
      </header>
      <p class="lead">${this.text(summary)}</p>
      ${this.#renderDayButton(instrument, view)} ${this.#renderFacts(instrument, view)}
      <section>
        <h3>${this.say('instruments.articles')}</h3>
        ${articles.map((article) => this.#renderArticle(article, view))}
      </section>
      ${section('instruments.provisions', provisionsOf(atlas, id))}
      ${section('instruments.territories', territories)} ${section('instruments.events', eventsOf(atlas, id))}
      ${renderSources(atlas, sources, language)}
      ${this.renderPager(
        atlas.instruments.map((one) => one.id),
        id,
        view,
      )}
    </article>`;
  }

  #renderTitles(title: LanguageMap): TemplateResult | typeof nothing {
    const titles = others(title, this.language);
    if (titles.length === 0) return nothing;
    return html`<ul class="titles">
      ${titles.map(
        ([tag, text]) =>
          html`<li><span lang=${tag}>${text}</span> <span class="tongue">${this.#nameOf(tag)}</span></li>`,
      )}
    </ul>`;
  }

  #renderDayButton({ signed }: Instrument, { range }: TreatyView): TemplateResult | typeof nothing {
    const day = parseDay(signed);
    if (day === null || day < range.first || day > range.last) return nothing;
    return renderDayButton(day, this.say('instruments.to-day', { date: this.write(day) }));
  }

  #renderFacts(instrument: Instrument, view: TreatyView): TemplateResult {
    const { signatories, parties, term, after, evidence, evidenceNote } = instrument;
    const fact = (key: Parameters<typeof this.say>[0], text: unknown): TemplateResult =>
      html`<div>
        <dt>${this.say(key)}</dt>
        <dd>${text}</dd>
      </div>`;
    return html`<dl class="facts">
      ${signatories ? fact('instruments.signed', this.text(signatories)) : nothing}
      ${fact('instruments.parties', partiesOf(parties, view))}
      ${term ? fact('instruments.term', this.text(term)) : nothing}
      ${after ? fact('instruments.after', this.text(after)) : nothing}
      ${fact(
        'instruments.evidence',
        html`${this.text(view.atlas.manifest.evidence[evidence])}${evidenceNote ? html`. ${this.text(evidenceNote)}` : nothing}`,
      )}
    </dl>`;
  }

  #renderArticle(article: Article, view: TreatyView): TemplateResult {
    const { atlas, language } = view;
    return html`<section class="article" part="article">
      <h4>${this.text(article.number)}</h4>
      <p class="description">${this.text(article.text)}</p>
      ${this.#renderQuotation(article, atlas)} ${renderEvidence(article, view)}
      ${renderThings(article.provisions, view)} ${renderSources(atlas, article.sources, language)}
    </section>`;
  }

  #renderQuotation({ quotation }: Article, atlas: Atlas): TemplateResult | typeof nothing {
    if (!quotation) return nothing;
    const { text, language, source } = quotation;
    const cited = atlas.sources.get(source);
    return html`<figure part="quotation">
      <blockquote lang=${language}>${text}</blockquote>
      <figcaption>
        ${this.say('instruments.quoted', {
          language: this.#nameOf(language),
          source: cited ? nameOfSource(citationOf(cited)) : source,
        })}
      </figcaption>
    </figure>`;
  }

  /** What a language is called. */
  #nameOf(tag: string): string {
    return languageName(tag, this.language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-instruments': TreatyInstruments;
  }
}
