import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Atlas } from '../../atlas/atlas';
import { describeProblem, type Problem } from '../../atlas/check';
import { loadAtlas, loadLayers, readOver, type TerritoryCollection } from '../../atlas/load';
import type { Changes, TreatyRecord } from '../../atlas/record';
import { message, writeDay } from '../../language/language';
import { isoOf, parseDay, type Day } from '../../time/day';
import type { Insets, MapOptions, TreatyMapView } from '../../map/treaty-map-view';
import {
  TreatyDateChangeEvent,
  TreatyErrorEvent,
  TreatyReadyEvent,
  TreatySelectEvent,
  type TreatyDateRequestEvent,
  type TreatyHighlightRequestEvent,
  type TreatyLayersRequestEvent,
  type TreatySelectRequestEvent,
} from '../events';
import type { TreatyControl, TreatyOwner } from '../owner-controller';
import type { TreatyView } from '../view';
import type { ShapeNote } from '../treaty-panel/treaty-panel';
import { answeringAt, nextChoice } from './choose';
import { Deferred } from './deferred';
import { MapMount } from './map-mount';
import type { LayersInput } from './settings';
import { shapeNotesOf } from './shape-notes';
import { TreatyState } from './state';
import { renderProblems, renderTools, type Say } from './stage';
import { themeStyles } from './theme.styles';
import { treatyMapStyles } from './treaty-map.styles';

/** How the map is drawn: the equal-area conic of the atlas, or Mercator for those who lay it over other web maps. */
export type Projection = 'conic' | 'mercator';

/**
 * The map of the treaty under its date slider, with signs, list and panel. It owns the state: controls ask by request
 * events, it decides, and tells the world by facts.
 *
 * @summary The treaty's territorial provisions on a map, on any day from 1945 to 1953.
 * @slot title - A heading over the map.
 * @fires treaty-ready - The element shows its date.
 * @fires treaty-date-change - The date has changed.
 * @fires treaty-select - A territory was chosen, or none is any more.
 * @fires treaty-error - Something is wrong; the rest goes on.
 * @csspart map - The map itself.
 * @csspart list - The column with the list and the panel.
 * @csspart bar - The date slider.
 */
export class TreatyMap extends LitElement implements TreatyOwner {
  static override styles = [themeStyles, treatyMapStyles];

  /** Address of the atlas used where no `src` is given; set by the script that defines the tags. */
  static atlas: URL | null = null;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'theme'];
  }

  #state = new TreatyState();
  #view: TreatyView | null = null;
  #shapes: ReadonlyMap<string, TerritoryCollection> = new Map();
  #shapeNotes: ReadonlyMap<string, ShapeNote> = new Map();
  #mount = new MapMount();
  #controls = new Set<TreatyControl>();
  #ready = new Deferred();
  /** Counts the loads, so that a late answer of an earlier one is known and dropped. */
  #load = 0;
  #loadedFrom: string | null = null;
  #mapStarted: Promise<void> = Promise.resolve();
  #darkScheme = matchMedia('(prefers-color-scheme: dark)');

  @query('.map') private _canvas!: HTMLElement;
  @query('.list-open') private _listButton!: HTMLButtonElement | null;
  @query('.legend-open') private _legendButton!: HTMLButtonElement | null;

  @state() private _loading = true;
  @state() private _listOpen = false;
  @state() private _legendOpen = false;
  @state() private _problems: readonly string[] = [];

  /** The day shown, `YYYY-MM-DD`. A bad one, or one outside the range, keeps the last good day and fires `treaty-error`. */
  @property()
  get date(): string {
    return isoOf(this.#state.day);
  }
  set date(input: string | null) {
    if (input !== null) this.#report(this.#state.setDate(input));
  }

  /** Ids of the layers shown. Takes a list or a spaced string; null, and no attribute, shows all. */
  @property()
  get layers(): string[] {
    return [...this.#state.layers];
  }
  set layers(input: LayersInput) {
    this.#report(this.#state.setLayers(input));
  }

  /** `conic` (equal-area, as a printed atlas has it) or `mercator`. */
  @property()
  get projection(): Projection {
    return this.#projection;
  }
  set projection(input: Projection | null) {
    const value = input ?? 'conic';
    if (value === 'conic' || value === 'mercator') this.#projection = value;
    else this.#report(message(this.#language, 'error.projection', { value: String(input) }));
  }
  #projection: Projection = 'conic';

  /** Address of another atlas: of its `atlas.json`. */
  @property() src: string | null = null;

  constructor() {
    super();
    this.addEventListener('treaty-date-request', this.#onRequest);
    this.addEventListener('treaty-layers-request', this.#onRequest);
    this.addEventListener('treaty-select-request', this.#onRequest);
    this.addEventListener('treaty-highlight-request', this.#onRequest);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#darkScheme.addEventListener('change', this.#onSchemeChange);
    if (this.#state.atlas && !this.#mount.view) this.#mapStarted = this.#startMap();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#darkScheme.removeEventListener('change', this.#onSchemeChange);
    // A move takes the element out and puts it back in one go: only what stays out is released.
    queueMicrotask(() => {
      if (!this.isConnected) this.#mount.stop();
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    // A bad date keeps the last good one, which the attribute then has to show again.
    if (name === 'lang' || (name === 'date' && value !== this.date)) this.requestUpdate();
    if (name === 'theme') this.#mount.view?.restyle();
  }

  protected override willUpdate(): void {
    this.#state.language = this.#language;
    const view = this.#state.view();
    if (view === this.#view) return;
    this.#view = view;
    for (const control of this.#controls) control.view = view;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#address() !== this.#loadedFrom) this.#start();
    else if (changed.has('projection') && changed.get('projection') !== undefined) this.#restartMap();
    if (this.getAttribute('date') !== this.date) this.setAttribute('date', this.date);
    this.#reflectLayers();
    if (this.#view) this.#mount.view?.set(this.#view);
    this.#reportDate();
  }

  /** Resolves when the element shows its date, map included; rejects if the map cannot be drawn. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** First day of the slider, `YYYY-MM-DD`. */
  get from(): string {
    return isoOf(this.#state.range.first);
  }

  /** Last day of the slider, `YYYY-MM-DD`, included. */
  get until(): string {
    return isoOf(this.#state.range.last);
  }

  /** The MapLibre map, for those who need more; null until it is there. */
  get maplibre(): TreatyMapView['maplibre'] | null {
    return this.#mount.view?.maplibre ?? null;
  }

  /**
   * Resolves in the frame in which list, label and map all show the properties; at once if they already do or if no map
   * can be drawn.
   */
  async settled(): Promise<void> {
    await this.#controlsSettled();
    await this.#mapStarted;
    await this.#controlsSettled();
    await this.#mount.view?.settled();
  }

  /**
   * The records in force on a day, `YYYY-MM-DD`, the day shown by default: one for each provision, phase, territory and
   * viewpoint. Depends neither on layers nor on viewpoint. Empty before the atlas is loaded, and for a bad day, which
   * fires `treaty-error`.
   */
  inForce(day: string = this.date): TreatyRecord[] {
    const [value] = this.#readDays(day);
    return value === undefined || !this.#state.atlas ? [] : [...this.#state.atlas.at(value).records];
  }

  /**
   * What is different on `to` from `from`, both `YYYY-MM-DD`: records that began, that ended, and pairs in which one
   * follows another; the other way round going back.
   */
  changes(from: string, to: string): Changes {
    const [first, last] = this.#readDays(from, to);
    if (first === undefined || last === undefined || !this.#state.atlas)
      return { began: [], ended: [], changed: [] };
    return this.#state.atlas.changes(first, last);
  }

  /** Where a place lies in the element's box, CSS pixels from its top left corner; null without a map. */
  project(at: [longitude: number, latitude: number]): { x: number; y: number } | null {
    const point = this.#mount.view?.project(at);
    if (!point) return null;
    const [box, canvas] = [this.getBoundingClientRect(), this._canvas.getBoundingClientRect()];
    return { x: point.x + canvas.left - box.left, y: point.y + canvas.top - box.top };
  }

  /** @internal */
  addControl(control: TreatyControl): void {
    this.#controls.add(control);
    control.view = this.#view;
    if (!this.#holds(control)) this.#listenTo(control, 'addEventListener');
  }

  /** @internal */
  removeControl(control: TreatyControl): void {
    this.#controls.delete(control);
    this.#listenTo(control, 'removeEventListener');
  }

  get #language(): string {
    return this.lang || (this.closest<HTMLElement>('[lang]')?.lang ?? 'en') || 'en';
  }

  /** Whether requests of the control reach this element by themselves. */
  #holds(control: TreatyControl): boolean {
    return this.contains(control) || control.getRootNode() === this.renderRoot;
  }

  #listenTo(control: TreatyControl, method: 'addEventListener' | 'removeEventListener'): void {
    control[method]('treaty-date-request', this.#onRequest as EventListener);
    control[method]('treaty-layers-request', this.#onRequest as EventListener);
    control[method]('treaty-select-request', this.#onRequest as EventListener);
    control[method]('treaty-highlight-request', this.#onRequest as EventListener);
  }

  #address(): string | null {
    const address = this.src || (this.constructor as typeof TreatyMap).atlas?.href;
    if (!address) return null;
    const { baseURI } = this.ownerDocument;
    // What is no address is kept as it was written, and said to be none when the atlas is asked for.
    return URL.canParse(address, baseURI) ? new URL(address, baseURI).href : address;
  }

  #readDays(...days: string[]): (Day | undefined)[] {
    return days.map((input) => {
      const day = parseDay(input);
      if (day !== null) return day;
      this.#report(message(this.#language, 'error.day', { value: String(input) }));
      return undefined;
    });
  }

  #reportDate(): void {
    const change = this.#state.takeDateChange();
    if (!change) return;
    const { day, previous, began, ended, changed } = change;
    this.dispatchEvent(
      new TreatyDateChangeEvent({ date: isoOf(day), previous: isoOf(previous), began, ended, changed }),
    );
  }

  #reflectLayers(): void {
    const attribute = this.#state.names?.join(' ') ?? null;
    if (attribute === this.getAttribute('layers')) return;
    if (attribute === null) this.removeAttribute('layers');
    else this.setAttribute('layers', attribute);
  }

  #report(text: string | null, cause?: unknown): void {
    if (text === null) return;
    this._problems = [...this._problems.filter((known) => known !== text), text];
    this.dispatchEvent(new TreatyErrorEvent(text, cause));
  }

  /** Loads the atlas and then the map; what an earlier load brings later is dropped. */
  #start(): void {
    const address = this.#address();
    this.#loadedFrom = address;
    const load = ++this.#load;
    this.#mount.stop();
    this._loading = true;
    if (this.#ready.settled) this.#ready = new Deferred();
    this.#mapStarted = this.#loadAll(address, load);
  }

  async #loadAll(address: string | null, load: number): Promise<void> {
    if (address === null) {
      this.#fail(message(this.#language, 'error.src'));
      return;
    }
    if (!URL.canParse(address)) {
      this.#fail(message(this.#language, 'error.address', { value: address }));
      return;
    }
    const url = new URL(address);
    const read = readOver(url);
    const { atlas, problems } = await loadAtlas(read, url.href);
    if (load !== this.#load) return;
    if (!atlas) {
      this.#fail(
        message(this.#language, 'error.atlas', { problems: problems.map(describeProblem).join('; ') }),
      );
      return;
    }
    this.#adopt(atlas, problems);
    const shapes = await loadLayers(atlas.manifest, read);
    if (load !== this.#load) return;
    this.#reportProblems(shapes.problems);
    this.#shapes = shapes.layers;
    this.#shapeNotes = shapeNotesOf(shapes.layers);
    await this.#startMap();
  }

  #adopt(atlas: Atlas, problems: readonly Problem[]): void {
    this.#reportProblems(problems);
    for (const problem of this.#state.adopt(atlas)) this.#report(problem);
    this.requestUpdate();
  }

  #reportProblems(problems: readonly Problem[]): void {
    for (const problem of problems) {
      this.#report(message(this.#language, 'error.problem', { problem: describeProblem(problem) }), problem);
    }
  }

  #fail(text: string, cause?: unknown): void {
    this._loading = false;
    this.#report(text, cause);
    this.#ready.reject(new Error(text, { cause }));
  }

  #restartMap(): void {
    if (this.#state.atlas && this.#shapes.size > 0) this.#mapStarted = this.#startMap();
  }

  /** Makes the map for the atlas that is loaded. Without one the rest of the element goes on. */
  async #startMap(): Promise<void> {
    await this.updateComplete;
    const { isConnected } = this;
    if (!isConnected || !this.#view) return;
    this._loading = true;
    try {
      if (!(await this.#mount.start(() => this.#mapOptions()))) return;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const noWebGL = cause instanceof Error && cause.name === 'NoWebGLError';
      this.#fail(message(this.#language, noWebGL ? 'error.webgl' : 'error.map', { reason }), cause);
      return;
    }
    this.#mount.view?.set(this.#view);
    this._loading = false;
    this.#ready.resolve();
    this.dispatchEvent(new TreatyReadyEvent());
  }

  #mapOptions(): MapOptions {
    const base = new URL(this.#loadedFrom as string);
    return {
      container: this._canvas,
      atlas: this.#state.atlas as Atlas,
      layers: this.#shapes,
      read: readOver(base),
      base,
      projection: this.projection,
      scene: this.#view as TreatyView,
      insets: () => this.#insets(),
      onPoint: (at, withinKm) => this.#onPoint(at, withinKm),
      onHover: (at, withinKm) => this.#onHover(at, withinKm),
      onProblem: (text, cause) =>
        this.#report(message(this.#language, 'error.problem', { problem: text }), cause),
    };
  }

  /** How much of the map lies under the legend where that stands beside the map rather than over it on demand. */
  #insets(): Insets {
    const legend = this._legendOpen
      ? null
      : this.renderRoot.querySelector('.legend')?.getBoundingClientRect();
    const left = legend ? Math.max(0, legend.right - this._canvas.getBoundingClientRect().left) : 0;
    return { top: 0, right: 0, bottom: 0, left: legend?.width ? left : 0 };
  }

  async #controlsSettled(): Promise<void> {
    await this.updateComplete;
    await Promise.all([...this.#controls].map((control) => control.updateComplete));
  }

  /** Asks are answered once everybody has had the chance to cancel them. */
  #onRequest = (
    event:
      | TreatyDateRequestEvent
      | TreatyLayersRequestEvent
      | TreatySelectRequestEvent
      | TreatyHighlightRequestEvent,
  ): void => {
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      if ('date' in event) this.date = event.date;
      else if ('layers' in event) this.layers = [...event.layers];
      else if (event.type === 'treaty-highlight-request') this.#highlight(event.territory);
      else this.#select(event.territory, true);
    });
  };

  #onSchemeChange = (): void => this.#mount.view?.restyle();

  #onPoint(at: readonly [number, number], withinKm: number): void {
    const choice = nextChoice(this.#answering(at, withinKm), this.#state.selected);
    this.#select(choice, false);
  }

  #onHover(at: readonly [number, number] | null, withinKm: number): void {
    const first = at === null ? null : (this.#answering(at, withinKm)[0] ?? null);
    this.#mount.view?.setCursorPointer(first !== null);
    this.#highlight(first);
  }

  #answering(at: readonly [number, number], withinKm: number): string[] {
    if (!this.#view) return [];
    return answeringAt(at, withinKm, this.#view.moment, this.#shapes, this.#view.layers);
  }

  #highlight(territory: string | null): void {
    if (this.#state.highlighted === territory) return;
    this.#state.highlighted = territory;
    this.requestUpdate();
  }

  #select(territory: string | null, fly: boolean): void {
    if (territory !== null && fly) this.#mount.view?.fit(territory);
    if (territory !== null) this._listOpen = true;
    if (this.#state.selected === territory) return;
    const hadFocus = this.renderRoot.querySelector('treaty-panel')?.matches(':focus-within') ?? false;
    this.#state.selected = territory;
    this.requestUpdate();
    if (territory === null && hadFocus) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.list')?.focus());
    }
    const here = this.#view?.moment.records.filter((record) => record.territory === territory) ?? [];
    const provisions = territory === null ? [] : [...new Set(here.map(({ provision }) => provision))];
    this.dispatchEvent(new TreatySelectEvent(territory, provisions));
  }

  #say: Say = (key, values) => message(this.#language, key, values);

  #dismiss = (): void => {
    this._problems = [];
  };

  #openList = (): void => {
    this._listOpen = true;
    this._legendOpen = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.list-close')?.focus());
  };

  #closeList = (): void => {
    this._listOpen = false;
    void this.updateComplete.then(() => this._listButton?.focus());
  };

  #toggleLegend = (): void => {
    this._legendOpen = !this._legendOpen;
    this._listOpen = false;
    if (this._legendOpen) {
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('.legend-close')?.focus(),
      );
    }
  };

  #closeLegend = (): void => {
    this._legendOpen = false;
    void this.updateComplete.then(() => this._legendButton?.focus());
  };

  #onStageKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    if (this._legendOpen) this.#closeLegend();
    else if (this._listOpen) this.#closeList();
  };

  protected override render(): TemplateResult {
    return html`
      <div class="frame" @keydown=${this.#onStageKey}>
        <div class="stage">
          <div class="map" part="map" role="region" aria-label=${this.#mapLabel()}></div>
          <div class="corner">
            <div class="heading"><slot name="title"></slot></div>
            <div class="legend" id="legend" ?data-open=${this._legendOpen}>
              <button type="button" class="legend-close" @click=${this.#closeLegend}>
                ${this.#say('map.legend-close')}
              </button>
              <treaty-legend></treaty-legend>
            </div>
          </div>
          ${this.#renderNotice()} ${renderTools(this.#say, () => this.#mount.view)} ${this.#renderOpeners()}
          ${renderProblems(this.#say, this._problems, this.#dismiss)}
        </div>
        <div class="list" part="list" id="list" tabindex="-1" ?data-open=${this._listOpen}>
          <div class="list-head">
            <button type="button" class="list-legend" @click=${this.#toggleLegend}>
              ${this.#say('map.legend-open')}
            </button>
            <button type="button" class="list-close" @click=${this.#closeList}>
              ${this.#say('map.list-close')}
            </button>
          </div>
          ${this.#state.selected === null ? nothing : html`<treaty-panel .shapes=${this.#shapeNotes}></treaty-panel>`}
          <treaty-record></treaty-record>
        </div>
        <treaty-date-slider class="bar" part="bar"></treaty-date-slider>
      </div>
    `;
  }

  #mapLabel(): string {
    return this.#say('map.label', { date: writeDay(this.#state.day, this.#language) });
  }

  #renderNotice(): TemplateResult {
    const quiet = !this.#view || this._loading;
    const empty = !quiet && !this.#view?.moment.records.some(({ layer }) => this.#view?.layers.has(layer));
    const text = this._loading ? this.#say('map.loading') : empty ? this.#say('map.empty') : '';
    return html`<p class="notice" role="status">${text}</p>`;
  }

  #renderOpeners(): TemplateResult {
    return html`
      <div class="openers">
        <button
          type="button"
          class="legend-open"
          aria-expanded=${this._legendOpen}
          aria-controls="legend"
          @click=${this.#toggleLegend}
        >
          ${this.#say('map.legend-open')}
        </button>
        <button
          type="button"
          class="list-open"
          aria-expanded=${this._listOpen}
          aria-controls="list"
          @click=${this.#openList}
        >
          ${this.#say('map.list-open')}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-map': TreatyMap;
  }
}
