import { html, type TemplateResult } from 'lit';
import { ControlElement } from '../control-element';
import { base, tokens } from '../shared-styles';

export class TreatyTimeline extends ControlElement {
  static override styles = [tokens, base];

  /** Puts the focus on the heading, so that what was opened is read out. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { view } = this;
    if (!view) return html`<p class="empty">${this.say('control.empty')}</p>`;
    return html`<article class="base"><h2 tabindex="-1">${this.say('column.events')}</h2></article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-timeline': TreatyTimeline;
  }
}
