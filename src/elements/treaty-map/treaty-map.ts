import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { history, whatApplied, type AppliedRecord, type HistorySpan, type LonLat } from '../../atlas/applied';
import type { Atlas } from '../../atlas/atlas';
import { describeProblem, type Problem } from '../../atlas/check';
import { loadAtlas, loadLayers, readOver } from '../../atlas/load';
import type { Changes, TreatyRecord } from '../../atlas/record';
import { message, spokenLanguage, writeDay } from '../../language/language';
import { isoOf, parseDay, type Day } from '../../time/day';
import type { MapError, MapProblem } from '../../map/problem';
import type { Insets, MapOptions, TreatyMapView } from '../../map/treaty-map-view';
import { TreatyDateChangeEvent, TreatyErrorEvent, TreatyReadyEvent, TreatySelectEvent } from '../events';
import { eyesWords } from '../eyes-words';
import { ownersChanged, type TreatyControl, type TreatyOwner } from '../owner-controller';
import { provisionsOf, type Panel } from '../panels';
import type { Eyes, TreatyView } from '../view';
import { Attributes } from './attributes';
import { Choosing } from './choosing';
import { renderPage, renderPages } from './column';
import { Comparing } from './comparing';
import { Controls } from './controls';
import { Deferred } from './deferred';
import { MapMount } from './map-mount';
import { Panes, type Pane } from './panes';
import { textOf, type LayersInput, type PlaceInput } from './settings';
import { renderProblems, renderTools, type Say } from './stage';
import { TreatyState } from './state';
import { themeStyles } from './theme.styles';
import { treatyMapStyles } from './treaty-map.styles';

/** How the map is drawn: the equal-area conic of the atlas, or Mercator for those who lay it over other web maps. */
export type Projection = 'conic' | 'mercator';

/**
 * The map of the treaty under its date slider, with signs, list and panel. It owns the state: controls ask by request
 * events, it decides, and tells the world by facts.
 *
 * @summary The treaty's territorial provisions on a map, on any day from 1945 to 1953.
 * @slot title - A heading, in the corner of the map above the signs.
 * @slot actions - Buttons of the page, in the other upper corner.
 * @fires treaty-ready - The element shows its date.
 * @fires treaty-date-change - The date has changed.
 * @fires treaty-select - A thing of the record was chosen, or none is any more.
 * @fires treaty-error - Something is wrong; the rest goes on.
 * @csspart map - The map itself.
 * @csspart list - The column with the list of the day and the other pages.
 * @csspart pages - The names of the pages.
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
  #controls = new Controls(this, {
    'treaty-date-request': ({ date }) => (this.date = date),
    'treaty-days-request': ({ compareDate, spanFrom }) => {
      this.compareDate = compareDate;
      this.spanFrom = spanFrom;
    },
    'treaty-layers-request': ({ layers }) => (this.layers = [...layers]),
    'treaty-viewpoint-request': ({ viewpoint }) => (this.viewpoint = viewpoint),
    'treaty-highlight-request': ({ territory }) => this.#highlight(territory),
    'treaty-panel-request': ({ panel }) => this.#choosing.openPanel(panel),
    'treaty-place-request': ({ place }) => this.#choosing.askPlace(place),
    'treaty-select-request': ({ id }) => this.#choosing.choose(id, true),
  });
  #panes = new Panes(this);
  #mount = new MapMount();
  #attributes = new Attributes(this);
  #choosing = new Choosing(this, {
    state: this.#state,
    panes: this.#panes,
    map: () => this.#mount.view,
    report: (problem) => this.#report(problem),
  });
  #comparing = new Comparing({
    container: () => this.renderRoot.querySelector<HTMLElement>('.compared'),
    options: () => this.#mapOptions(),
    map: () => this.#mount.view,
    onFailure: (cause) => this.#report(this.#failureText(cause), cause),
  });
  #view: TreatyView | null = null;
  #projection: Projection = 'conic';
  /** What the world was last told is chosen. */
  #toldSelected: string | null = null;
  #ready = new Deferred();
  /** Counts the loads, so that a late answer of an earlier one is known and dropped. */
  #load = 0;
  /** The address last loaded; undefined before the first load. */
  #loadedFrom: string | null | undefined = undefined;
  #started: Promise<void> = Promise.resolve();
  #darkScheme = matchMedia('(prefers-color-scheme: dark)');

  @query('.map') private _canvas!: HTMLElement;

  @state() private _loading = true;
  @state() private _problems: readonly string[] = [];

  /** The day shown, `YYYY-MM-DD`. A bad one, or one outside the range, keeps the last good day and fires `treaty-error`. */
  @property()
  get date(): string {
    return isoOf(this.#state.day);
  }
  set date(input: string | null) {
    if (input !== null) this.#report(this.#state.setDate(input));
  }

  /** Shows all that held on any day between this one and `date`, `YYYY-MM-DD`; null, and no attribute: the day alone. */
  @property({ attribute: 'span-from' })
  get spanFrom(): string | null {
    return this.#state.spanFrom === null ? null : isoOf(this.#state.spanFrom);
  }
  set spanFrom(input: string | null) {
    if (!this.#attributes.writing) this.#report(this.#state.setSpanFrom(input));
  }

  /** A second day, `YYYY-MM-DD`, shown beside the first behind a divider; null, and no attribute: none. */
  @property({ attribute: 'compare-date' })
  get compareDate(): string | null {
    return this.#state.compare === null ? null : isoOf(this.#state.compare);
  }
  set compareDate(input: string | null) {
    if (!this.#attributes.writing) this.#report(this.#state.setCompare(input));
  }

  /** Ids of the layers shown. Takes a list or a spaced string; null, and no attribute, shows all. */
  @property()
  get layers(): string[] {
    return [...this.#state.layers];
  }
  set layers(input: LayersInput) {
    if (!this.#attributes.writing) this.#report(this.#state.setLayers(input));
  }

  /** `conic` (equal-area, as a printed atlas has it) or `mercator`. */
  @property()
  get projection(): Projection {
    return this.#projection;
  }
  set projection(input: Projection | null) {
    const value = input ?? 'conic';
    if (value === 'conic' || value === 'mercator') this.#projection = value;
    else this.#report(this.#say('error.projection', { value: textOf(input) }));
  }

  /** The middle of the map, degrees east and north; null, and no attribute, as the first view has it. Attribute: `lon,lat`. */
  @property()
  get at(): LonLat | null {
    return this.#state.at;
  }
  set at(input: PlaceInput) {
    if (!this.#attributes.writing) this.#report(this.#state.setAt(input));
  }

  /** MapLibre's zoom; null, and no attribute, as the first view has it. */
  @property()
  get zoom(): number | null {
    return this.#state.zoom;
  }
  set zoom(input: number | string | null) {
    if (!this.#attributes.writing) this.#report(this.#state.setZoom(input));
  }

  /**
   * Id of what is chosen: a territory, provision, instrument, event, claim or source; null for nothing. Setting it moves
   * neither day nor map: `select` does.
   */
  @property({ attribute: 'select' })
  get selected(): string | null {
    return this.#state.selected;
  }
  set selected(input: string | null) {
    if (!this.#attributes.writing) this.#report(this.#state.setSelected(input));
  }

  /** The page open beside the map: `place`, `events`, `tour`, `instruments`, `claims`, `sources`; null for the list of the day. */
  @property()
  get panel(): Panel | null {
    return this.#state.panel;
  }
  set panel(input: Panel | null) {
    if (!this.#attributes.writing) this.#report(this.#state.setPanel(input));
  }

  /** The place that is asked about, degrees east and north; null for none. Attribute: `lon,lat`. */
  @property()
  get place(): LonLat | null {
    return this.#state.place;
  }
  set place(input: PlaceInput) {
    if (!this.#attributes.writing) this.#report(this.#state.setPlace(input));
  }

  /** Through whose eyes the record is shown: `all`, `roc`, `prc`, `ussr` or `mpr`. */
  @property()
  get viewpoint(): Eyes {
    return this.#state.viewpoint;
  }
  set viewpoint(input: Eyes | null) {
    if (!this.#attributes.writing) this.#report(this.#state.setViewpoint(input));
  }

  /** Address of another atlas: of its `atlas.json`. */
  @property() src: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#darkScheme.addEventListener('change', this.#restyle);
    ownersChanged();
    if (!this.#mount.view) this.#restartMap();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#darkScheme.removeEventListener('change', this.#restyle);
    // A move takes the element out and puts it back in one go: only what stays out is released.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopMaps();
      ownersChanged();
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    // A bad value keeps the last good one, which the attribute then has to show again.
    if (!this.#attributes.writing && name !== 'theme') this.requestUpdate();
    if (name === 'theme') this.#restyle();
  }

  protected override willUpdate(): void {
    this.#state.language = this.#language;
    const view = this.#state.view();
    if (view === this.#view) return;
    if (view?.panel && view.panel !== this.#view?.panel) this.#panes.reveal('list');
    this.#view = view;
    this.#controls.show(view);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#address() !== this.#loadedFrom) this.#start();
    else if (changed.has('projection') && changed.get('projection') !== undefined) this.#restartMap();
    this.#attributes.show(this.#state);
    if (this.#view) this.#mount.view?.set(this.#view);
    this.#mount.view?.look(this.#state);
    this.#comparing.show(this.#view);
    this.#tellDate();
    this.#tellSelected();
  }

  /** Resolves when the element shows its date, map included; rejects if the map cannot be drawn. */
  get ready(): Promise<void> {
    if (this.#address() !== this.#loadedFrom) this.#renewReady();
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
    let started: Promise<void>;
    do {
      await this.updateComplete;
      started = this.#started;
      await started;
    } while (started !== this.#started || this.isUpdatePending);
    await this.#controls.settled();
    await Promise.all([this.#mount.view?.settled(), this.#comparing.settled()]);
  }

  /**
   * The records in force on a day, `YYYY-MM-DD`, the day shown by default: one for each provision, phase, territory and
   * viewpoint. Depends neither on layers nor on viewpoint. Empty before the atlas is loaded, and for a bad day, which
   * fires `treaty-error`.
   */
  inForce(day: string = this.date): TreatyRecord[] {
    const [value] = this.#readDays(day);
    return value === undefined ? [] : [...(this.#state.atlas?.at(value).records ?? [])];
  }

  /**
   * What is different on `to` from `from`, both `YYYY-MM-DD`: records that began, that ended, and pairs in which one
   * follows another; the other way round going back.
   */
  changes(from: string, to: string): Changes {
    const [first, last] = this.#readDays(from, to);
    const { atlas } = this.#state;
    if (first === undefined || last === undefined || !atlas) return { began: [], ended: [], changed: [] };
    return atlas.changes(first, last);
  }

  /**
   * The records that hold at a point on a day, `YYYY-MM-DD`, nearest first, with `distance_km` for lines and points;
   * computed from the shapes, whatever is drawn. Empty before the shapes are loaded, and for a bad day.
   * @param at degrees east, degrees north
   */
  whatApplied(at: LonLat, day: string = this.date): AppliedRecord[] {
    const [value] = this.#readDays(day);
    const { atlas } = this.#state;
    return value === undefined || !atlas || !this.#state.shapes
      ? []
      : whatApplied(atlas, this.#state.shapes, at, value);
  }

  /**
   * What held at a point, degrees east and north, or in a territory, by its id, over the whole range: spans without a gap,
   * each with its records.
   */
  history(place: LonLat | string): HistorySpan[] {
    const { atlas } = this.#state;
    return atlas && this.#state.shapes ? history(atlas, this.#state.shapes, place) : [];
  }

  /**
   * Chooses a territory, provision, instrument, event, claim or source by its id, or with null nothing: opens its page,
   * goes there on the map, and for an event or a claim sets its day. An id that the record does not have fires
   * `treaty-error`.
   */
  select(id: string | null): void {
    this.#choosing.choose(id, false);
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
  }

  /** @internal */
  removeControl(control: TreatyControl): void {
    this.#controls.remove(control);
  }

  get #language(): string {
    return spokenLanguage(this.lang || this.closest<HTMLElement>('[lang]')?.lang || 'en');
  }

  #say: Say = (key, values) => message(this.#language, key, values);

  #address(): string | null {
    const address = this.src || (this.constructor as typeof TreatyMap).atlas?.href;
    if (!address) return null;
    const { baseURI } = this.ownerDocument;
    // What is no address is kept as it was written, and said to be none when the atlas is asked for.
    return URL.canParse(address, baseURI) ? new URL(address, baseURI).href : address;
  }

  #readDays(...days: string[]): (Day | undefined)[] {
    return days.map((input) => {
      const day = parseDay(textOf(input));
      if (day !== null) return day;
      this.#report(this.#say('error.day', { value: textOf(input) }));
      return undefined;
    });
  }

  #tellSelected(): void {
    const view = this.#view;
    const id = view?.selected ?? null;
    if (id === this.#toldSelected) return;
    this.#toldSelected = id;
    const territory = view && id !== null && view.atlas.kindOf(id) === 'territory' ? id : null;
    const here =
      territory === null ? [] : (view?.moment.records ?? []).filter((record) => record.territory === id);
    const provisions =
      territory !== null
        ? here.map(({ provision }) => provision)
        : id && view
          ? provisionsOf(view.atlas, id)
          : [];
    this.dispatchEvent(new TreatySelectEvent({ id, territory, provisions: [...new Set(provisions)] }));
  }

  #tellDate(): void {
    const change = this.#state.takeDateChange();
    if (!change) return;
    const { day, previous, began, ended, changed } = change;
    const dates = { date: isoOf(day), previous: isoOf(previous) };
    this.dispatchEvent(new TreatyDateChangeEvent({ ...dates, began, ended, changed }));
  }

  #report(text: string | null, cause?: unknown): void {
    if (text === null) return;
    this._problems = [...this._problems.filter((known) => known !== text), text];
    this.dispatchEvent(new TreatyErrorEvent(text, cause));
  }

  #reportAll(problems: readonly Problem[]): void {
    for (const problem of problems) {
      this.#report(this.#say('error.problem', { problem: describeProblem(problem) }), problem);
    }
  }

  #renewReady(): void {
    if (this.#ready.settled) this.#ready = new Deferred();
  }

  /** Loads the atlas and then the map; what an earlier load brings later is dropped. */
  #start(): void {
    if (this.#loadedFrom !== undefined) this.#drop();
    this.#loadedFrom = this.#address();
    this.#load += 1;
    this.#renewReady();
    this.#started = this.#loadAll(this.#loadedFrom, this.#load);
  }

  /** Lets go of an atlas, and of all that belongs to it. */
  #drop(): void {
    this.#stopMaps();
    this.#state.drop();
    this.#choosing.forget();
    this._problems = [];
    this._loading = true;
    this.requestUpdate();
  }

  async #loadAll(address: string | null, load: number): Promise<void> {
    if (address === null || !URL.canParse(address)) {
      this.#fail(address === null ? this.#say('error.src') : this.#say('error.address', { value: address }));
      return;
    }
    const read = readOver(new URL(address));
    const { atlas, problems } = await loadAtlas(read, address);
    if (load !== this.#load) return;
    if (!atlas) {
      this.#fail(this.#say('error.atlas', { problems: problems.map(describeProblem).join('; ') }));
      return;
    }
    this.#reportAll(problems);
    for (const problem of this.#state.adopt(atlas)) this.#report(problem);
    this.requestUpdate();
    const shapes = await loadLayers(atlas.manifest, read);
    if (load !== this.#load) return;
    this.#reportAll(shapes.problems);
    this.#state.shapes = shapes.layers;
    this.#state.read = read;
    this.requestUpdate();
    await this.#startMap();
  }

  #fail(text: string, cause?: unknown): void {
    this._loading = false;
    this.#report(text, cause);
    this.#ready.reject(new Error(text, { cause }));
  }

  /** Makes the map anew, if all that it needs is loaded; else the load that is under way will make it. */
  #restartMap(): void {
    if (this.#state.shapes) this.#started = this.#startMap();
  }

  /** Makes the map for the atlas that is loaded. Without one the rest of the element goes on. */
  async #startMap(): Promise<void> {
    this.#renewReady();
    await this.updateComplete;
    if (!this.isConnected || !this.#view || !this.#state.shapes) return;
    this._loading = true;
    this.#comparing.stop();
    try {
      if (!(await this.#mount.start(() => this.#mapOptions()))) return;
    } catch (cause) {
      this.#fail(this.#failureText(cause), cause);
      return;
    }
    // The day, the language and the colours may have changed since the map was asked for.
    this.#mount.view?.set(this.#view);
    this.#mount.view?.restyle();
    await this.#mount.view?.settled();
    if (!this.#mount.view) return;
    this.#comparing.show(this.#view);
    this._loading = false;
    this.#ready.resolve();
    this.dispatchEvent(new TreatyReadyEvent());
  }

  #mapOptions(): Omit<MapOptions, 'signal'> {
    const base = new URL(this.#loadedFrom as string);
    return {
      container: this._canvas,
      atlas: this.#state.atlas as Atlas,
      layers: this.#state.shapes ?? new Map(),
      read: readOver(base),
      base,
      projection: this.projection,
      scene: this.#view as TreatyView,
      look: { at: this.#state.at, zoom: this.#state.zoom },
      insets: () => this.#insets(),
      onLook: ({ at, zoom }) => {
        this.#state.at = at;
        this.#state.zoom = zoom;
        this.requestUpdate();
      },
      onPoint: (at, withinKm) => this.#choosing.pointAt(at, withinKm),
      onHover: (at, withinKm) => this.#onHover(at, withinKm),
      onProblem: (problem, cause) => this.#report(this.#sayProblem(problem), cause),
      locale: {
        'Map.Title': this.#say('maplibre.Map.Title'),
        'ScaleControl.Meters': this.#say('maplibre.ScaleControl.Meters'),
        'ScaleControl.Kilometers': this.#say('maplibre.ScaleControl.Kilometers'),
        'AttributionControl.ToggleAttribution': this.#say('maplibre.AttributionControl.ToggleAttribution'),
      },
    };
  }

  #failureText(cause: unknown): string {
    const { problem } = cause as Partial<MapError>;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return problem ? this.#sayProblem(problem) : this.#say('error.map', { reason });
  }

  #sayProblem({ code, values }: MapProblem): string {
    return this.#say(`map-problem.${code}`, values);
  }

  /** What lies over the map: the legend where it stands there always, else the heading. */
  #insets(): Insets {
    const map = this._canvas.getBoundingClientRect();
    const boxOf = (selector: string): DOMRect | undefined => {
      const box = this.renderRoot.querySelector(selector)?.getBoundingClientRect();
      return box?.width && box.height ? box : undefined;
    };
    const legend = this.#panes.isOpen('legend') ? undefined : boxOf('.legend');
    const heading = legend ? undefined : boxOf('.heading');
    const [left, top] = [legend ? legend.right - map.left : 0, heading ? heading.bottom - map.top : 0];
    return { top: Math.max(0, top), right: 0, bottom: 0, left: Math.max(0, left) };
  }

  #restyle = (): void => {
    this.#mount.view?.restyle();
    this.#comparing.restyle();
  };

  #stopMaps(): void {
    this.#comparing.stop();
    this.#mount.stop();
  }

  #onHover(at: readonly [number, number] | null, withinKm: number): void {
    const first = at === null ? null : (this.#choosing.answering(at, withinKm)[0] ?? null);
    this.#mount.view?.setCursorPointer(first !== null);
    this.#highlight(first);
  }

  #highlight(territory: string | null): void {
    if (this.#state.highlighted === territory) return;
    this.#state.highlighted = territory;
    this.requestUpdate();
  }

  #dismiss = (): void => {
    this._problems = [];
  };

  #renderNotice(): TemplateResult {
    const view = this.#view;
    const empty = view && !this._loading && !view.moment.records.some(({ layer }) => view.layers.has(layer));
    const text = this._loading ? this.#say('map.loading') : empty ? this.#say('map.empty') : '';
    return html`<p class="notice" role="status">${text}</p>`;
  }

  #renderOpener(pane: Pane): TemplateResult {
    return html`<button
      type="button"
      class="${pane}-open"
      aria-expanded=${this.#panes.isOpen(pane)}
      aria-controls=${pane}
      @click=${() => this.#panes.toggle(pane)}
    >
      ${this.#say(`map.${pane}-open`)}
    </button>`;
  }

  protected override render(): TemplateResult {
    const eyes = this.#view ? eyesWords(this.#view) : null;
    const date = writeDay(this.#state.day, this.#language);
    const close = (pane: Pane): TemplateResult =>
      html`<button type="button" class="${pane}-close" @click=${() => this.#panes.close()}>
        ${this.#say(`map.${pane}-close`)}
      </button>`;
    return html`
      <div class="frame" @keydown=${this.#choosing.onKey}>
        <div class="stage">
          <div
            class="map"
            part="map"
            role="region"
            aria-label=${eyes ? this.#say('map.label-eyes', { date, eyes }) : this.#say('map.label', { date })}
          ></div>
          <div class="map compared" ?hidden=${(this.#view?.compare ?? null) === null}></div>
          ${this.#comparing.render(this.#say, this.#view)}
          <div class="corner">
            <div class="heading"><slot name="title"></slot></div>
            <p class="eyes">${eyes}</p>
            <div class="legend" id="legend" ?data-open=${this.#panes.isOpen('legend')}>
              ${close('legend')}
              <treaty-legend></treaty-legend>
            </div>
          </div>
          ${this.#renderNotice()}
          <div class="buttons">
            <slot name="actions"></slot>
            ${renderTools(this.#say, () => this.#mount.view)}
          </div>
          <div class="openers">${this.#renderOpener('legend')} ${this.#renderOpener('list')}</div>
          ${renderProblems(this.#say, this._problems, this.#dismiss)}
        </div>
        <treaty-date-slider class="bar" part="bar"></treaty-date-slider>
        <div class="list" part="list" id="list" tabindex="-1" ?data-open=${this.#panes.isOpen('list')}>
          <div class="list-head">
            <button type="button" class="list-legend" @click=${() => this.#panes.toggle('legend')}>
              ${this.#say('map.legend-open')}
            </button>
            ${close('list')}
          </div>
          ${renderPages(this.#say, this.#state.panel, {
            open: (panel) => this.#choosing.openPanel(panel),
            back: this.#choosing.canGoBack ? () => this.#choosing.back() : null,
          })}
          ${renderPage(this.#view)}
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-map': TreatyMap;
  }
}
