import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../atlas/schema';
import { askToSelect } from '../asking';
import { renderSources } from '../citation';
import { PageElement } from '../page-element';
import { pageStyles } from '../page-element.styles';
import { entryStyles } from '../record-entry.styles';
import { base, tokens } from '../shared-styles';
import { renderThings } from '../thing-link';
import type { TreatyView } from '../view';
import { claimsStyles } from './treaty-claims.styles';

/** The id of the article that the claims are out of. */
const ARTICLE = 'seed';

/**
 * @summary The claims of the encyclopedia article behind the map, each against the record: what the article says, what
 * the record says, wording that is fair to both, and the day and place that show it. All of them to be read through or
 * printed, or the one that is chosen.
 *
 * @fires {TreatySelectRequestEvent} treaty-select-request - Asks for a claim: for its day and its place on the map too.
 *
 * @csspart heading - The heading.
 * @csspart claim - A claim.
 * @csspart show - The button that shows a claim on the map.
 * @csspart thing - A button that chooses a thing of the record.
 * @csspart up - The way back to all claims.
 * @csspart pager - The ways to the claim before and after.
 * @csspart sources - The sources of a claim.
 * @csspart source - A source.
 */
export class TreatyClaims extends PageElement {
  static override styles = [tokens, base, entryStyles, pageStyles, claimsStyles];

  protected override renderPage(view: TreatyView): TemplateResult {
    const { claims } = view.atlas;
    const chosen = claims.find(({ id }) => id === view.selected);
    if (!chosen) return this.#renderAll(claims, view);
    return html`<article class="base">
      ${this.renderUp(this.say('claims.all'))}
      <header>
        <h2 part="heading" tabindex="-1">
          ${this.say('claims.of', { number: chosen.number, count: claims.length })}
        </h2>
      </header>
      ${this.#renderClaim(chosen, view, true)}
      ${this.renderPager(
        claims.map(({ id }) => id),
        chosen.id,
        view,
      )}
    </article>`;
  }

  #renderAll(claims: readonly Claim[], view: TreatyView): TemplateResult {
    return html`<article class="base">
      <header>
        <h2 part="heading" tabindex="-1">${this.say('claims.title')}</h2>
        <p class="about-page">${this.say('claims.about')}</p>
        ${renderThings(view.atlas.sources.has(ARTICLE) ? [ARTICLE] : [], view)}
      </header>
      <nav class="contents" aria-label=${this.say('claims.contents')}>
        ${claims.map(
          ({ number }) =>
            html`<button
              type="button"
              aria-label=${this.say('claims.number', { number })}
              @click=${() => this.#goTo(number)}
            >
              ${number}
            </button>`,
        )}
      </nav>
      ${claims.map(
        (claim) =>
          html`<section class="one" aria-labelledby="claim-${claim.number}">
            <h3 id="claim-${claim.number}" tabindex="-1">
              ${this.say('claims.number', { number: claim.number })}
            </h3>
            ${this.#renderClaim(claim, view, false)}
          </section>`,
      )}
    </article>`;
  }

  #goTo(number: number): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#claim-${number}`);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }

  /** @param open whether what belongs to it is unfolded */
  #renderClaim(claim: Claim, view: TreatyView, open: boolean): TemplateResult {
    const { atlas, language } = view;
    const day = atlas.dayOfClaim(claim);
    const part = (name: 'claim' | 'record' | 'nuance', text: string): TemplateResult =>
      html`<div class=${name}>
        <p class="eyebrow">${this.say(`claims.${name}`)}</p>
        <p>${text}</p>
      </div>`;
    return html`<div class="card" part="claim">
      ${part('claim', this.text(claim.claim))} ${part('record', this.text(claim.record))}
      ${part('nuance', this.text(claim.nuance))}
      ${
        day === null
          ? nothing
          : html`<button type="button" class="to-day" part="show" value=${claim.id} @click=${askToSelect}>
              ${this.say('claims.show', { date: this.write(day) })}
            </button>`
      }
      <details class="more" ?open=${open}>
        <summary>${this.say('claims.more')}</summary>
        <p class="eyebrow">${this.say('claims.provisions')}</p>
        ${renderThings(claim.provisions, view)}
        <p class="eyebrow">${this.say('claims.events')}</p>
        ${renderThings(claim.events, view)}
      </details>
      ${renderSources(atlas, claim.sources, language, open)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-claims': TreatyClaims;
  }
}
