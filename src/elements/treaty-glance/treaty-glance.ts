import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ControlElement } from '../control-element';
import { renderGlance } from '../glance';
import { base, tokens } from '../shared-styles';
import { swatchStyles } from '../swatch.styles';
import { glanceStyles } from './treaty-glance.styles';

/** Lines that are shown: those that the record puts first. */
const LINES = 4;

/**
 * @summary The day in four lines: what a reader wants to know first, for where there is no room for the list.
 *
 * @csspart lines - The lines, each with its title and what holds.
 */
export class TreatyGlance extends ControlElement {
  static override styles = [tokens, base, swatchStyles, glanceStyles];

  protected override render(): TemplateResult {
    const { view } = this;
    // All that held in a stretch of days has no day to be seen at a glance.
    if (view?.spanFrom !== null) return html``;
    const { moment, layers, language, viewpoint, compare } = view;
    return html`${guard([moment, layers, language, viewpoint, compare], () => renderGlance(view, LINES))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-glance': TreatyGlance;
  }
}
