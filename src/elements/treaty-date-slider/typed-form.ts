import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { LaterKey } from '../../language/en-later';
import { laterMessage } from '../../language/later';
import type { Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import { readTyped } from './typed-answer';

/** What the form needs of the slider it is part of. */
interface TypedFormContext {
  readonly range: () => DayRange;
  readonly language: () => string;
  readonly ask: (day: Day) => void;
}

/** What was answered; a day that was granted is `reached`, and once it is left the answer is out of date. */
interface Answer {
  readonly text: string;
  readonly day: Day | null;
  readonly reached: boolean;
}

/** The field for a typed date, opened in the place of the day, and the answer to what was typed. */
export class TypedForm implements ReactiveController {
  #host: LitElement;
  #context: TypedFormContext;
  #open = false;
  #answer: Answer | null = null;

  constructor(host: LitElement, context: TypedFormContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = false;
    this.#answer = null;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Whether an answer stands below the day. */
  get answered(): boolean {
    return this.#answer !== null;
  }

  /** To be told which day is shown, before rendering. */
  showing(day: Day): void {
    const answer = this.#answer;
    if (answer === null || answer.day === null) return;
    if (answer.day === day) this.#answer = { ...answer, reached: true };
    else if (answer.reached) this.#answer = null;
  }

  /** Opens the field. */
  start(): void {
    this.#set(true, null);
  }

  /** The field and the answer. */
  render(): TemplateResult {
    const answer = this.#answer;
    const wrong = answer !== null && answer.day === null;
    return html`<form class="form" part="form" novalidate @submit=${this.#onSubmit}>
        <input
          class="field"
          part="input"
          type="text"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="go"
          maxlength="40"
          aria-label=${this.#say('slider.write')}
          aria-describedby="answer"
          aria-invalid=${wrong ? 'true' : nothing}
          placeholder=${this.#say('slider.example')}
          @keydown=${this.#onKeydown}
          @input=${this.#onInput}
        />
        <button class="button go" part="button" type="submit">${this.#say('slider.go')}</button>
      </form>
      <p id="answer" class=${wrong ? 'answer wrong' : 'answer'} part="answer" role="status">
        ${answer?.text ?? nothing}
      </p>`;
  }

  #say(key: LaterKey): string {
    return laterMessage(this.#context.language(), key);
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('.field');
  }

  #set(open: boolean, answer: Answer | null): void {
    const closes = this.#open && !open;
    this.#open = open;
    this.#answer = answer;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      if (open) this.#field?.focus();
      else if (closes) this.#host.renderRoot.querySelector<HTMLElement>('.write')?.focus();
    });
  }

  #onInput = (): void => {
    if (this.#answer) this.#set(this.#open, null);
  };

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.#field;
    if (!field) return;
    const { day, text } = readTyped(field.value, this.#context.range(), this.#context.language());
    if (day === null) {
      field.select();
      this.#set(true, { text, day, reached: false });
      return;
    }
    field.value = '';
    this.#context.ask(day);
    this.#set(false, { text, day, reached: false });
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // Esc closes what is innermost, and only that.
    event.stopPropagation();
    if (this.#field) this.#field.value = '';
    this.#set(false, null);
  };
}
