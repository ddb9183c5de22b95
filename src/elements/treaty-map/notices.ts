import { html, nothing, type TemplateResult } from 'lit';
import { TreatyErrorEvent } from '../events';
import type { SettingName } from './attributes';
import type { BodyHost } from './body-host';
import type { Say } from './stage';

/** Something that went wrong; what was wrong with a setting is taken back when it is given again. */
interface Notice {
  readonly text: string;
  readonly about: SettingName | null;
}

/** What went wrong, said to the reader and, as an event, to the page. */
export class Notices {
  #host: BodyHost & EventTarget;
  #all: readonly Notice[] = [];

  constructor(host: BodyHost & EventTarget) {
    this.#host = host;
  }

  get texts(): readonly string[] {
    return this.#all.map(({ text }) => text);
  }

  /** Says it, the last of all, once; nothing for null. */
  add(text: string | null, cause?: unknown, about: SettingName | null = null): void {
    if (text === null) return;
    this.#keep([...this.#all.filter((known) => known.text !== text), { text, about }]);
    this.#host.dispatchEvent(new TreatyErrorEvent(text, cause));
  }

  takeBack(about: SettingName): void {
    if (this.#all.some((known) => known.about === about))
      this.#keep(this.#all.filter((known) => known.about !== about));
  }

  clear = (): void => this.#keep([]);

  #keep(all: readonly Notice[]): void {
    this.#all = all;
    this.#host.requestUpdate();
  }
}

/** One line each, until they are dismissed. */
export function renderNotices(say: Say, { texts, clear }: Notices): TemplateResult | typeof nothing {
  if (texts.length === 0) return nothing;
  return html`<div class="problems" role="alert">
    <p>${say('error.title')}</p>
    <ul tabindex="0" aria-label=${say('error.title')}>
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>
    <button type="button" @click=${clear}>${say('error.dismiss')}</button>
  </div>`;
}
