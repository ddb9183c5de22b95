import { html, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LaterKey } from '../../language/en-later';
import { laterMessage } from '../../language/later';
import type { Marks } from './marks';
import { DAYS_A_SECOND, PLAY_BY, SPEEDS, type PlaySettings } from './player';
import { renderTrackKey } from './track-key';

/** How far the choices stay from the edges of the window, CSS pixels. */
const MARGIN = 8;

interface PlayOptionsContext {
  readonly language: () => string;
  /** The signs on the track, in the way they lie there. */
  readonly track: () => { readonly marks: Marks; readonly rtl: boolean };
  readonly settings: () => PlaySettings;
  readonly set: (settings: PlaySettings) => void;
}

/** The choices of how time is played, which open over the page beside their button; with them what the signs of the track mean and what the keys do. */
export class PlayOptions {
  #host: LitElement;
  #context: PlayOptionsContext;

  constructor(host: LitElement, context: PlayOptionsContext) {
    this.#host = host;
    this.#context = context;
  }

  /** Opens the choices, where their button could not yet. */
  start(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('#play-options')?.showPopover();
  }

  /** The choices, shown while they are open. */
  render(): TemplateResult {
    const { by, speed, loop } = this.#context.settings();
    const { marks, rtl } = this.#context.track();
    const days = by === 'days' ? this.#say('play.days-a-second', { days: DAYS_A_SECOND[speed] }) : '';
    return html`<div
      id="play-options"
      class="play-options"
      part="options-panel"
      popover
      role="dialog"
      aria-label=${this.#say('play.options')}
      @beforetoggle=${this.#onToggle}
      @toggle=${this.#onToggle}
      @keydown=${this.#onKeydown}
    >
      ${this.#renderChoice('by', PLAY_BY, this.#say('play.choose-by'))}
      ${this.#renderChoice('speed', SPEEDS, `${this.#say('play.choose-speed')}${days}`)}
      <label class="choice">
        <input type="checkbox" .checked=${live(loop)} @change=${this.#onLoop} />
        <span>${this.#say('play.loop')}</span>
      </label>
      ${renderTrackKey(marks, rtl, this.#context.language())}
      <p class="keys">${this.#say('play.keys')}</p>
    </div>`;
  }

  #renderChoice<K extends 'by' | 'speed'>(
    name: K,
    values: readonly PlaySettings[K][],
    legend: string,
  ): TemplateResult {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="row">
        ${values.map(
          (value) =>
            html`<label class="choice">
              <input
                type="radio"
                name=${name}
                value=${value}
                .checked=${live(this.#context.settings()[name] === value)}
                @change=${() => this.#set({ [name]: value })}
              />
              <span>${this.#say(`play.${value}`)}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #say(key: LaterKey, values?: Readonly<Record<string, string | number>>): string {
    return laterMessage(this.#context.language(), key, values);
  }

  #set(change: Partial<PlaySettings>): void {
    this.#context.set({ ...this.#context.settings(), ...change });
  }

  #onLoop = (event: Event): void => this.#set({ loop: (event.currentTarget as HTMLInputElement).checked });

  /** Esc closes what is innermost, and only that. */
  #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation();
  };

  /** Places the choices above their button, or below where there is more room; gives the focus back when they close. */
  #onToggle = (event: ToggleEvent): void => {
    const panel = event.currentTarget as HTMLElement;
    const opener = this.#host.renderRoot.querySelector<HTMLElement>('.options');
    if (event.newState !== 'open') {
      if (panel.contains(this.#host.shadowRoot?.activeElement ?? null)) opener?.focus();
      return;
    }
    const button = opener?.getBoundingClientRect();
    if (!button) return;
    const { innerWidth, innerHeight } = window;
    const above = button.top > innerHeight - button.bottom;
    const { style } = panel;
    style.setProperty('--_room', `${(above ? button.top : innerHeight - button.bottom) - 2 * MARGIN}px`);
    style.top = above ? 'auto' : `${button.bottom + MARGIN}px`;
    style.bottom = above ? `${innerHeight - button.top + MARGIN}px` : 'auto';
    const left = button.right - panel.offsetWidth;
    style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - panel.offsetWidth - MARGIN))}px`;
  };
}
