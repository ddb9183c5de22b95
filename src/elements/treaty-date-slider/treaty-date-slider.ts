import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { Atlas } from '../../atlas/atlas';
import { nextDay, previousDay } from '../../time/change-days';
import { clampDay, isoOf, parseDay, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import { ControlElement } from '../control-element';
import { TreatyDateRequestEvent, TreatyErrorEvent } from '../events';
import { renderIcon } from '../icons';
import { base, tokens } from '../shared-styles';
import { changeWords } from './change-words';
import { onKey } from './keys';
import { marksOf, stopsOf, type Mark } from './marks';
import { Player } from './player';
import { renderMarks, renderScale, type TrackLayout } from './track';
import { trackStyles } from './track.styles';
import { sliderStyles } from './treaty-date-slider.styles';
import { TypedForm } from './typed-form';

/**
 * @summary The day shown, and every way to another one: a slider with a scale and marks, steps from one change or event
 * to the next, play, and a field that reads a typed date. It asks for days by event; without a map, the page answers by
 * setting `date`.
 *
 * @fires {TreatyDateRequestEvent} treaty-date-request - Asks for a day; at most once a frame.
 * @fires {TreatyErrorEvent} treaty-error - A date or range set on it is wrong, and the last good one is kept.
 *
 * @csspart day - The day in figures.
 * @csspart note - What changes on the day, or since when nothing has.
 * @csspart button - Every button.
 * @csspart previous - The button to the previous change or event.
 * @csspart play - The button that plays and pauses.
 * @csspart next - The button to the next change or event.
 * @csspart track - The slider with its marks and scale.
 * @csspart range - The native range input.
 * @csspart marks - The marks of changes and events.
 * @csspart scale - The scale of years.
 * @csspart form - The form of the typed date.
 * @csspart input - The field of the typed date.
 * @csspart answer - How a typed date was read, or what is wrong with it.
 *
 * @cssprop --treaty-slider-thumb-size - Width of the thumb; 1.5rem, and 1.875rem for a finger.
 * @cssprop --treaty-slider-day-size - Size of the day in figures.
 */
export class TreatyDateSlider extends ControlElement {
  static override styles = [tokens, base, trackStyles, sliderStyles];

  #player = new Player(this, () => this.#playOn());
  #form = new TypedForm(this, {
    range: () => this.#range,
    language: () => this.language,
    ask: (day) => this.#request(day),
  });
  #resize = new ResizeObserver(([entry]) => {
    this._width = entry?.contentRect.width ?? 0;
  });
  /** The frame in which the day held will be asked for; 0 where none is due. */
  #frame = 0;
  /** Whether a finger or key holds the thumb: it then stays where it is put, whatever the owner decides. */
  #dragging = false;
  #marksFor: { atlas: Atlas; language: string } | null = null;
  /** Whether time runs from right to left, as the page does. */
  #rtl = false;
  #marks: readonly Mark[] = [];
  #stops: readonly Day[] = [];
  #good = { date: '1945-08-14', from: '1945-01-01', until: '1953-12-31' };

  @query('.range') private _range!: HTMLInputElement;
  @query('.measure') private _measure!: HTMLElement;

  /** The day asked for but not yet granted. */
  @state() private _held: Day | null = null;
  @state() private _width = 0;

  /** The day shown, where there is no map: `YYYY-MM-DD`. */
  @property() date = '1945-08-14';

  /** First day of the range, where there is no map. */
  @property() from = '1945-01-01';

  /** Last day of the range, where there is no map. */
  @property() until = '1953-12-31';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#resize.observe(this._measure);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#dragging = false;
    this._held = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('from') || changed.has('until')) this.#checkRange();
    if (changed.has('date')) this.#checkDate();
    this.#rtl = getComputedStyle(this).direction === 'rtl';
    const { view, language } = this;
    if (view && (this.#marksFor?.atlas !== view.atlas || this.#marksFor.language !== language)) {
      this.#marksFor = { atlas: view.atlas, language };
      this.#marks = marksOf(view.atlas, language);
      this.#stops = stopsOf(this.#marks);
    } else if (!view && this.#marksFor) {
      this.#marksFor = null;
      this.#marks = this.#stops = [];
    }
  }

  protected override firstUpdated(): void {
    this.#resize.observe(this._measure);
  }

  /** Puts the focus on the slider itself, where the keys are heard. */
  override focus(options?: FocusOptions): void {
    this._range.focus(options);
  }

  get #range(): DayRange {
    if (this.view) return this.view.atlas.range;
    return { first: parseDay(this.#good.from) as Day, last: parseDay(this.#good.until) as Day };
  }

  /** The day shown: what the owner has granted, not what the thumb asks for. */
  get #day(): Day {
    if (this.view) return this.view.day;
    const { first, last } = this.#range;
    return clampDay(parseDay(this.#good.date) as Day, first, last);
  }

  #checkDate(): void {
    if (parseDay(this.date) !== null) {
      this.#good = { ...this.#good, date: this.date };
      return;
    }
    const [value, kept] = [this.date, this.#good.date];
    this.date = kept;
    this.ask(new TreatyErrorEvent(this.say('slider.error-date', { value, kept })));
  }

  #checkRange(): void {
    const { from, until } = this;
    const [first, last] = [parseDay(from), parseDay(until)];
    if (first !== null && last !== null && first < last) {
      this.#good = { ...this.#good, from, until };
      return;
    }
    [this.from, this.until] = [this.#good.from, this.#good.until];
    this.ask(new TreatyErrorEvent(this.say('slider.error-range', { value: `${from} – ${until}` })));
  }

  /** Moves the thumb now and asks for its day in the next frame, once however often it moves till then. */
  #request(day: Day): void {
    this._held = day;
    this.#frame ||= requestAnimationFrame(() => this.#flush());
  }

  /** Asks for the day held; false where it was refused. */
  #flush(): boolean {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const day = this._held;
    const granted = day === null || day === this.#day || this.ask(new TreatyDateRequestEvent(isoOf(day)));
    if (!this.#dragging) this._held = null;
    return granted;
  }

  #playOn(): boolean {
    const next = nextDay(this.#stops, this.#day);
    if (next === null) return false;
    this._held = next;
    return this.#flush();
  }

  #togglePlay(): void {
    if (this.#player.playing) {
      this.#player.stop();
      return;
    }
    if (this.#stops.length === 0) return;
    // At the end there is nothing more to play: it begins again.
    const over = nextDay(this.#stops, this.#day) === null;
    if (over) this.#request(this.#range.first);
    this.#player.start(over ? 'wait' : 'step');
  }

  #onInput = (): void => {
    this.#dragging = true;
    this.#request(Number(this._range.value) as Day);
  };

  #onRelease = (): void => {
    this.#dragging = false;
    if (this.#frame) this.#flush();
    this._held = null;
    this.requestUpdate();
  };

  #onKeydown = (event: KeyboardEvent): void => {
    const day = this._held ?? this.#day;
    const asked = onKey(event, { day, range: this.#range, stops: this.#stops, rtl: this.#rtl });
    if (asked !== 'play') this.#player.stop();
    if (asked === null) return;
    event.preventDefault();
    if (asked === 'play') {
      if (!event.repeat) this.#togglePlay();
      return;
    }
    this.#request(asked);
  };

  /** Whoever touches the control takes over from the play; the button itself does so by its click. */
  #onTouch = (event: Event): void => {
    const onPlay = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches('.play'));
    if (!onPlay) this.#player.stop();
  };

  #onMark = (event: MouseEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest<SVGElement>('[data-date]') : null;
    const day = mark?.dataset['date'] ? parseDay(mark.dataset['date']) : null;
    if (day !== null) this.#request(day);
  };

  #step(to: Day | null): void {
    if (to !== null) this.#request(to);
  }

  #renderButton(name: 'previous' | 'next', to: Day | null): TemplateResult {
    const label =
      to === null ? this.say(`slider.${name}`) : this.say(`slider.${name}-to`, { date: this.write(to) });
    // Not `disabled`: a button that is pressed to the end would lose the focus.
    return html`<button
      type="button"
      class="button ${name}"
      part="button ${name}"
      aria-label=${label}
      title=${label}
      aria-disabled=${to === null ? 'true' : nothing}
      @click=${() => this.#step(to)}
    >
      ${renderIcon(name)}
    </button>`;
  }

  #renderButtons(day: Day): TemplateResult | typeof nothing {
    if (this.#stops.length === 0) return nothing;
    const play = this.say(this.#player.playing ? 'slider.pause' : 'slider.play');
    return html`<div class="buttons" role="group" aria-label=${this.say('slider.controls')}>
      ${this.#renderButton('previous', previousDay(this.#stops, day))}
      <button
        type="button"
        class="button play"
        part="button play"
        aria-label=${play}
        title=${play}
        @click=${() => this.#togglePlay()}
      >
        ${renderIcon(this.#player.playing ? 'pause' : 'play')}
      </button>
      ${this.#renderButton('next', nextDay(this.#stops, day))}
    </div>`;
  }

  #renderTrack(day: Day, changes: string): TemplateResult {
    const range = this.#range;
    const { language } = this;
    const layout: TrackLayout = { range, width: this._width, rtl: this.#rtl, language };
    // Of all the marks only the one of the day itself depends on the day.
    const current = this.#stops.includes(day) ? day : null;
    const fixed = [range.first, range.last, layout.width, layout.rtl, language];
    const date = this.write(day);
    return html`<div class="track" part="track">
      <div class="measure" @click=${this.#onMark}>
        ${guard([this.#marks, current, ...fixed], () => renderMarks(this.#marks, current, layout))}
      </div>
      <input
        class="range"
        part="range"
        type="range"
        min=${range.first}
        max=${range.last}
        step="1"
        .value=${live(String(this._held ?? day))}
        aria-label=${this.say('slider.label')}
        aria-valuetext=${changes ? this.say('slider.spoken', { date, changes }) : date}
        @input=${this.#onInput}
        @change=${this.#onRelease}
        @pointercancel=${this.#onRelease}
        @blur=${this.#onRelease}
        @keydown=${this.#onKeydown}
      />
      ${guard(fixed, () => renderScale(layout))}
    </div>`;
  }

  protected override render(): TemplateResult {
    const day = this.#day;
    const changes = changeWords(this.view);
    const note = this.view ? changes.note : '';
    const form = this.#form;
    form.showing(day);
    return html`<div
      class="base ${form.open ? 'writing' : ''} ${this.#rtl ? 'rtl' : ''}"
      @pointerdown=${this.#onTouch}
      @input=${this.#onTouch}
    >
      <p class="day" part="day">
        <time dir="auto" datetime=${isoOf(day)}>${this.write(day)}</time> ${form.renderOpener()}
      </p>
      ${form.render()}
      ${form.answered ? nothing : html`<p class="note" part="note" title=${note}>${note}</p>`}
      ${this.#renderButtons(day)} ${this.#renderTrack(day, changes.spoken)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-date-slider': TreatyDateSlider;
  }
}
