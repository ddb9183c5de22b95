import { html, nothing, type TemplateResult } from 'lit';
import { askToSelect } from './asking';
import { renderIcon } from './icons';
import { TreatySelectRequestEvent } from './events';
import { LaterElement } from './later-element';
import { titleOfThing } from './thing-link';
import type { TreatyView } from './view';

/**
 * A page beside the map: all things of one kind or, of the same kind, the one that is chosen. Takes the focus on its
 * heading, so that what was opened is read out, and opens what is folded while it is printed.
 */
export abstract class PageElement extends LaterElement {
  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#unfold);
    addEventListener('afterprint', this.#fold);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#unfold);
    removeEventListener('afterprint', this.#fold);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  /** Where the page answers what was asked of it, if there is something above that; null where it begins with the answer. */
  findAnswer(): HTMLElement | null {
    return null;
  }

  /** What was folded before it was printed. */
  #folded: HTMLDetailsElement[] = [];

  #unfold = (): void => {
    this.#folded = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.#folded) details.open = true;
  };

  #fold = (): void => {
    for (const details of this.#folded) details.open = false;
    this.#folded = [];
  };

  /** The way back to the whole list. */
  protected renderUp(words: string): TemplateResult {
    return html`<button
      type="button"
      class="up"
      part="up"
      @click=${() => this.ask(new TreatySelectRequestEvent(null))}
    >
      ${renderIcon('back')} <span>${words}</span>
    </button>`;
  }

  /** The ways to the thing before and the thing after, in the order of the record. */
  protected renderPager(ids: readonly string[], id: string, view: TreatyView): TemplateResult {
    const index = ids.indexOf(id);
    return this.renderSteps(ids[index - 1], ids[index + 1], view);
  }

  /** The ways to one thing and another, of which there may be none. */
  protected renderSteps(
    previous: string | undefined,
    next: string | undefined,
    view: TreatyView,
  ): TemplateResult {
    const step = (target: string | undefined, words: string): TemplateResult | typeof nothing =>
      target === undefined
        ? nothing
        : html`<button type="button" class="step" value=${target} @click=${askToSelect}>
            <span class="when">${words}</span>
            <span>${titleOfThing(target, view)}</span>
          </button>`;
    return html`<nav class="pager" part="pager" aria-label=${this.say('step.around')}>
      ${step(previous, this.say('step.previous'))} ${step(next, this.say('step.next'))}
    </nav>`;
  }

  protected abstract renderPage(view: TreatyView): TemplateResult;

  protected override render(): TemplateResult {
    const { view } = this;
    return view ? this.renderPage(view) : html`<p class="empty">${this.say('control.empty')}</p>`;
  }
}
