import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { styleMap } from '../style-map';
import { reasonOf } from '../../atlas/problem';
import { nextDay, previousDay } from '../../time/change-days';
import { clampDay, isoOf, parseDay, type Day } from '../../time/day';
import { toFraction, type DayRange } from '../../time/scale';
import { ControlElement } from '../control-element';
import { TreatyDateRequestEvent, TreatyErrorEvent } from '../events';
import { fetchLater, whenSomebodyComes } from '../fetch-later';
import { renderIcon } from '../icons';
import { base, kinds, tokens } from '../shared-styles';
import type { TreatyView } from '../view';
import { changeWords } from './change-words';
import { Drag } from './drag';
import { onKey } from './keys';
import { marksGiven, marksOf, NO_MARKS, type Marks, type SliderMark } from './marks';
import type { PlayOptions } from './play-options';
import { Player, type PlaySettings } from './player';
import { renderScale } from './scale-marks';
import { renderLine, renderMarks, renderOther, type TrackLayout } from './track';
import { trackStyles } from './track.styles';
import { sliderStyles } from './treaty-date-slider.styles';
import type { TypedForm } from './typed-form';

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
 * @csspart options - The button to the choices of how to play.
 * @csspart options-panel - Those choices.
 * @csspart key - What the signs on the track mean, among them.
 * @csspart track - The slider with its marks and scale.
 * @csspart range - The native range input, which the track covers.
 * @csspart thumb - The thumb and its needle.
 * @csspart marks - The marks of changes and events.
 * @csspart line - The line of the track, with the band of the treaty's life.
 * @csspart scale - The scale of years.
 * @csspart form - The form of the typed date.
 * @csspart input - The field of the typed date.
 * @csspart answer - How a typed date was read, or what is wrong with it.
 *
 * @cssprop --treaty-slider-thumb-size - Width of the thumb; 1rem, and 1.125rem for a finger.
 * @cssprop --treaty-slider-day-size - Size of the day in figures.
 */
export class TreatyDateSlider extends ControlElement {
  static override properties: PropertyDeclarations = {
    date: {},
    from: {},
    until: {},
    marks: { attribute: false },
    _held: { attribute: false },
    _width: { attribute: false },
  };

  static override styles = [tokens, base, kinds, trackStyles, sliderStyles];

  #player = new Player(this, {
    settings: () => this.#settings,
    range: () => this.#range,
    day: () => this.#day,
    stops: () => this.#marks.stops,
    toRead: () => changeWords(this.view).spoken.length,
    go: (day) => {
      this._held = day;
      return this.#flush();
    },
  });
  #drag = new Drag(this, {
    track: () => this.#way,
    range: () => this.#range,
    day: () => this.#day,
    stops: () => this.#marks.stops,
    rtl: () => this.#rtl,
    ask: (day, how) => this.#request(day, how === 'press'),
    end: () => {
      this.#flush();
      this._held = null;
    },
  });
  #settings: PlaySettings = { by: 'changes', speed: 'medium', loop: false };
  /** What opens in it, which comes when somebody comes to it. */
  #forms: { readonly day: TypedForm; readonly play: PlayOptions } | null = null;
  /** What has been asked to open, and may be on its way. Never rejects. */
  #opening: Promise<void> = Promise.resolve();
  #resize = new ResizeObserver(([entry]) => {
    this._width = entry?.contentRect.width ?? 0;
  });
  /** The frame in which the day held will be asked for; 0 where none is due. */
  #frame = 0;
  /** Whether the day held is a step of its own. */
  #step = false;
  /** What the marks were made of. */
  #marksFor: readonly unknown[] = [];
  #marks: Marks = NO_MARKS;
  /** Whether time runs from right to left, as the page does. */
  #rtl = false;
  #good = { date: '1945-08-14', from: '1945-01-01', until: '1953-12-31' };

  /** The day asked for but not yet granted; while the thumb is dragged it is where the pointer has put it. */
  private _held: Day | null = null;
  private _width = 0;

  /** The day shown, where there is no map: `YYYY-MM-DD`. */
  date = '1945-08-14';

  /** First day of the range, where there is no map. */
  from = '1945-01-01';

  /** Last day of the range, where there is no map. */
  until = '1953-12-31';

  /** What is marked on the track, where there is no map: `{date, title, until?}`, days as `YYYY-MM-DD`. */
  marks: readonly SliderMark[] = [];

  get #input(): HTMLInputElement {
    return this.renderRoot.querySelector('.range') as HTMLInputElement;
  }

  get #way(): HTMLElement {
    return this.renderRoot.querySelector('.way') as HTMLElement;
  }

  constructor() {
    super();
    // Where it fails, it is tried again when something is to open.
    whenSomebodyComes(this, () => this.#fetchForms().catch(() => undefined));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#resize.observe(this.#way);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this._held = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('from') || changed.has('until')) this.#checkRange();
    if (changed.has('date')) this.#checkDate();
    // Asked for only at rest, since it makes the browser work out its styles.
    if (!this.#drag.moves && !this.#player.playing) this.#rtl = getComputedStyle(this).direction === 'rtl';
    this.#readMarks();
  }

  protected override firstUpdated(): void {
    this.#resize.observe(this.#way);
  }

  /** Puts the focus on the slider itself, where the keys are heard. */
  override focus(options?: FocusOptions): void {
    this.#input.focus(options);
  }

  get #range(): DayRange {
    if (this.view) return this.view.range;
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

  #readMarks(): void {
    const { view, language, marks } = this;
    const { from, until } = this.#good;
    const of = view ? [view.atlas, language] : [marks, language, from, until];
    if (of.length === this.#marksFor.length && of.every((part, index) => part === this.#marksFor[index]))
      return;
    this.#marksFor = of;
    this.#marks = view ? marksOf(view.atlas, language, view.range) : marksGiven(marks, this.#range, language);
  }

  /** Moves the thumb now and asks for its day in the next frame, once however often it moves till then. */
  #request(day: Day, step: boolean): void {
    this._held = day;
    this.#step = step;
    this.#frame ||= requestAnimationFrame(() => this.#flush());
  }

  /** Asks for the day held; false where it was refused. */
  #flush(): boolean {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const [day, step] = [this._held, this.#step];
    this.#step = false;
    const granted =
      day === null || day === this.#day || this.ask(new TreatyDateRequestEvent(isoOf(day), { step }));
    if (!this.#drag.moves) this._held = null;
    return granted;
  }

  /** Waits also for what has been asked to open. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#opening;
    return complete;
  }

  async #fetchForms(): Promise<void> {
    const { formsStyles, PlayOptions, TypedForm } = await fetchLater();
    if (this.#forms) return;
    (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(formsStyles.styleSheet as CSSStyleSheet);
    this.#forms = {
      day: new TypedForm(this, {
        range: () => this.#range,
        language: () => this.language,
        ask: (day) => this.#request(day, true),
      }),
      play: new PlayOptions(this, {
        language: () => this.language,
        track: () => ({ marks: this.#marks, rtl: this.#rtl }),
        settings: () => this.#settings,
        set: (settings) => {
          this.#settings = settings;
          this.requestUpdate();
        },
      }),
    };
    this.requestUpdate();
    await super.getUpdateComplete();
  }

  /** Opens something as soon as the code for it is there. */
  #open(open: () => void): void {
    this.#opening = this.#fetchForms().then(
      () => {
        if (this.isConnected) open();
      },
      (cause: unknown) => {
        this.ask(new TreatyErrorEvent(this.say('error.code', { reason: reasonOf(cause) }), cause));
      },
    );
  }

  #togglePlay(): void {
    if (this.#player.playing) this.#player.stop();
    else this.#player.start();
  }

  /** What sets a native range input, but for pointer and keys: assistive technology. */
  #onInput = (): void => this.#request(Number(this.#input.value) as Day, true);

  #onKeydown = (event: KeyboardEvent): void => {
    const day = this._held ?? this.#day;
    const asked = onKey(event, { day, range: this.#range, stops: this.#marks.stops, rtl: this.#rtl });
    if (asked !== 'play') this.#player.stop();
    if (asked === null) return;
    event.preventDefault();
    if (asked === 'play') {
      if (!event.repeat) this.#togglePlay();
      return;
    }
    this.#request(asked, !event.repeat);
  };

  #onDown = (event: PointerEvent): void => {
    this.focus({ preventScroll: true, focusVisible: false });
    this.#drag.onDown(event);
  };

  /** Whoever touches the control takes over from the play, but for what is there to play. */
  #onTouch = (event: Event): void => {
    const toPlay = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches('.play, .options, .play-options'));
    if (!toPlay) this.#player.stop();
  };

  #renderStep(name: 'previous' | 'next', to: Day | null): TemplateResult {
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
      @click=${() => to !== null && this.#request(to, true)}
    >
      ${renderIcon(name)}
    </button>`;
  }

  #renderButtons(day: Day): TemplateResult {
    const { stops } = this.#marks;
    const play = this.say(this.#player.playing ? 'slider.pause' : 'slider.play');
    return html`<div class="buttons" role="group" aria-label=${this.say('slider.controls')}>
        ${stops.length === 0 ? nothing : this.#renderStep('previous', previousDay(stops, day))}
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
        ${stops.length === 0 ? nothing : this.#renderStep('next', nextDay(stops, day))}
      </div>
      ${this.#renderOptions()} ${this.#forms?.play.render()}`;
  }

  /** The button that opens the choices of how to play: as browsers have it, once the choices are there. */
  #renderOptions(): TemplateResult {
    const label = this.say('play.options');
    return html`<button
      type="button"
      class="button options"
      part="button options"
      aria-label=${label}
      title=${label}
      popovertarget="play-options"
      @click=${this.#forms ? nothing : () => this.#open(() => this.#forms?.play.start())}
    >
      ${renderIcon('options')}
    </button>`;
  }

  /** The day, which is the button that opens the field. */
  #renderDay(day: Day): TemplateResult {
    const date = this.write(day);
    return html`<button
      type="button"
      class="write"
      part="button"
      aria-label=${this.say('slider.write-other', { date })}
      title=${this.say('slider.write')}
      @click=${() => this.#open(() => this.#forms?.day.start())}
    >
      <time dir="auto" datetime=${isoOf(day)}>${date}</time> ${renderIcon('write')}
    </button>`;
  }

  #renderTrack(day: Day, changes: string): TemplateResult {
    const range = this.#range;
    const { language } = this;
    const shown = this.#drag.stretch ?? range;
    const layout: TrackLayout = { shown, whole: range, width: this._width, rtl: this.#rtl, language };
    // Nothing of it depends on the day.
    const fixed = [shown.first, shown.last, range.first, range.last, layout.width, layout.rtl, language];
    const date = this.write(day);
    const other = otherOf(this.view);
    const at = this._held ?? day;
    return html`<div
      class="track ${this.#drag.moves ? 'moves' : ''}"
      part="track"
      @pointerdown=${this.#onDown}
      @pointermove=${this.#drag.onMove}
      @pointerup=${this.#drag.onUp}
      @pointercancel=${this.#drag.onLost}
      @lostpointercapture=${this.#drag.onLost}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      <div class="way">
        <input
          class="range"
          part="range"
          type="range"
          min=${range.first}
          max=${range.last}
          step="1"
          .value=${live(String(at))}
          aria-label=${this.say('slider.label')}
          aria-valuetext=${changes ? this.say('slider.spoken', { date, changes }) : date}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
        />
        ${other ? renderOther(day, other, layout) : nothing}
        ${guard([this.#marks, ...fixed], () => [
          renderMarks(this.#marks, layout),
          renderLine(this.#marks, layout),
          renderScale(layout),
        ])}
        <div class="thumb" part="thumb" style=${styleMap({ '--_at': String(toFraction(at, shown)) })}></div>
      </div>
    </div>`;
  }

  #renderNote(changes: { readonly spoken: string; readonly note: string }): TemplateResult | typeof nothing {
    if (this.#forms?.day.answered) return nothing;
    const note =
      this.#drag.moves && !this.#drag.stretch && !changes.spoken ? this.say('slider.slowly') : changes.note;
    return html`<p class="note" part="note" title=${note}>${note}</p>`;
  }

  protected override render(): TemplateResult {
    const day = this.#day;
    const changes = changeWords(this.view);
    const form = this.#forms?.day;
    form?.showing(day);
    return html`<div
      class="base ${form?.open ? 'writing' : ''} ${this.#rtl ? 'rtl' : ''}"
      @pointerdown=${this.#onTouch}
      @input=${this.#onTouch}
    >
      <p class="day" part="day">${this.#renderDay(day)}</p>
      ${form?.render()} ${this.#renderNote(changes)} ${this.#renderButtons(day)}
      ${this.#renderTrack(day, changes.spoken)}
    </div>`;
  }
}

/** The second day that the owner shows, if any: it is marked on the track. */
function otherOf(view: TreatyView | null): { readonly day: Day; readonly sign: 'span' | 'compare' } | null {
  if (!view) return null;
  if (view.compare !== null) return { day: view.compare, sign: 'compare' };
  return view.spanFrom === null ? null : { day: view.spanFrom, sign: 'span' };
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-date-slider': TreatyDateSlider;
  }
}
