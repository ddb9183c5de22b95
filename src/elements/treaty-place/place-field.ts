import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { LonLat } from '../../atlas/applied';
import { findPlaces, type FoundPlace, type Gazetteer } from '../../atlas/gazetteer';
import { inLanguage } from '../../atlas/in-language';
import type { LaterKey } from '../../language/en-later';
import { laterMessage } from '../../language/later';
import { foundName, writeCoordinates } from './place-words';
import { readTypedPlace, type TypedPlace, type Window } from './typed-place';

/** What the field needs of the page it is part of. */
interface PlaceFieldContext {
  readonly language: () => string;
  readonly gazetteer: () => Gazetteer;
  /** Where coordinates that can be read either way most likely lie. */
  readonly region: () => Window;
  readonly ask: (place: LonLat) => void;
}

/** How many suggestions are shown. */
const SHOWN = 8;

/** The field for a typed place: a combobox that suggests names, and says how it read what was written. */
export class PlaceField implements ReactiveController {
  #host: LitElement;
  #context: PlaceFieldContext;
  #suggestions: readonly FoundPlace[] = [];
  /** The suggestion that the arrow keys have reached; -1 for none. */
  #active = -1;
  #answer: { readonly text: string; readonly wrong: boolean } | null = null;

  constructor(host: LitElement, context: PlaceFieldContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostConnected(): void {
    this.#suggestions = [];
    this.#active = -1;
  }

  render(): TemplateResult {
    const open = this.#suggestions.length > 0;
    const answer = this.#answer;
    return html`<form class="ask" part="form" role="search" novalidate @submit=${this.#onSubmit}>
      <label for="place">${this.#say('place.ask')}</label>
      <div class="field">
        <input
          id="place"
          part="input"
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="go"
          maxlength="80"
          placeholder=${this.#say('place.example')}
          aria-autocomplete="list"
          aria-expanded=${open}
          aria-controls="places"
          aria-activedescendant=${this.#active < 0 ? nothing : `place-${this.#active}`}
          aria-describedby="reading"
          aria-invalid=${answer?.wrong ? 'true' : nothing}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${this.#onBlur}
        />
        <button class="go" part="go" type="submit">${this.#say('place.go')}</button>
        <ul
          id="places"
          class="suggestions"
          part="suggestions"
          role="listbox"
          ?hidden=${!open}
          aria-label=${this.#say('place.suggestions')}
          @pointerdown=${this.#keepFocus}
        >
          ${this.#suggestions.map((found, index) => this.#renderSuggestion(found, index))}
        </ul>
      </div>
      <p id="reading" class=${answer?.wrong ? 'reading wrong' : 'reading'} part="reading" role="status">
        ${answer?.text ?? nothing}<span class="count"
          >${open ? this.#say('place.fitting', { count: this.#suggestions.length }) : nothing}</span
        >
      </p>
    </form>`;
  }

  #say(key: LaterKey, values?: Readonly<Record<string, string | number>>): string {
    return laterMessage(this.#context.language(), key, values);
  }

  get #input(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('#place');
  }

  #renderSuggestion(found: FoundPlace, index: number): TemplateResult {
    const { place, name } = found;
    const language = this.#context.language();
    const title = foundName(found, language);
    const whole = place.kind === 'territory' ? inLanguage(place.title, language) : name;
    const also = title.includes(whole) ? '' : whole;
    const kind = place.kind === 'town' ? '' : this.#say(`place.kind-${place.kind}`);
    const note = [also, kind].filter((words) => words !== '').join(' · ');
    return html`<li
      id="place-${index}"
      role="option"
      aria-selected=${index === this.#active}
      @click=${() => this.#take(index)}
    >
      <span>${title}</span>${note === '' ? nothing : html` <span class="kind">${note}</span>`}
    </li>`;
  }

  #show(suggestions: readonly FoundPlace[], active = -1): void {
    this.#suggestions = suggestions;
    this.#active = active;
    this.#host.requestUpdate();
  }

  /** Says how a text was read, and asks for the place if it was. */
  #answerTo(typed: TypedPlace): void {
    this.#show([]);
    if (typed.at === null) {
      this.#answer = { text: this.#say(typed.error, typed.values), wrong: true };
      this.#input?.select();
      return;
    }
    const language = this.#context.language();
    const coordinates = writeCoordinates(typed.at, language);
    const values =
      typed.reading === 'name' ? { name: foundName(typed.found, language), coordinates } : { coordinates };
    this.#answer = { text: this.#say(`typed-place.${typed.reading}`, values), wrong: false };
    this.#context.ask(typed.at);
  }

  #take(index: number): void {
    const found = this.#suggestions[index];
    const input = this.#input;
    if (!found || !input) return;
    const language = this.#context.language();
    input.value = found.place.kind === 'territory' ? found.name : inLanguage(found.place.title, language);
    this.#answerTo({ at: found.place.at, reading: 'name', found });
  }

  #onInput = (): void => {
    this.#answer = null;
    this.#show(findPlaces(this.#context.gazetteer(), this.#input?.value ?? '', SHOWN));
  };

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.#active >= 0) this.#take(this.#active);
    else {
      const { gazetteer, region } = this.#context;
      this.#answerTo(readTypedPlace(this.#input?.value ?? '', gazetteer(), region()));
    }
  };

  #onKeydown = (event: KeyboardEvent): void => {
    const { key } = event;
    const count = this.#suggestions.length;
    if (key === 'Escape' && (count > 0 || this.#input?.value)) {
      // Esc closes what is innermost, and only that: the suggestions, then what was written.
      event.stopPropagation();
      if (count === 0 && this.#input) this.#input.value = '';
      this.#answer = null;
      this.#show([]);
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      // From the field itself, which is one place more, and round.
      this.#show(this.#suggestions, ((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (key === 'ArrowDown') this.#onInput();
  };

  #onBlur = (): void => {
    if (this.#suggestions.length > 0) this.#show([]);
  };

  // A suggestion that is pressed is not to be gone before it is let go.
  #keepFocus = (event: PointerEvent): void => event.preventDefault();
}
