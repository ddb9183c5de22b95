import type { AppliedRecord, HistorySpan, LonLat } from '../../atlas/applied';
import { fetchAhead } from '../../atlas/fetch-file';
import { reasonOf } from '../../atlas/problem';
import type { Changes, TreatyRecord } from '../../atlas/record';
import { fill, shellTexts } from '../../language/shell-texts';
import type { TreatyMapView } from '../../map/treaty-map-view';
import type { Projection } from '../../map/plane';
import { isoOf, parseDay, type Day } from '../../time/day';
import type { CiteFormat } from '../citing/cite';
import { TreatyErrorEvent } from '../events';
import { once } from '../once';
import type { TreatyControl, TreatyOwner } from '../owner-controller';
import type { Panel } from '../panels';
import type { Eyes } from '../view';
import { Attributes, SETTINGS, type SettingName } from './attributes';
import type { BodyHost } from './body-host';
import { CONTROL_TAGS, isWaiting, PAGE_TAGS } from './control-tags';
import { Deferred } from './deferred';
import {
  textOf,
  type ControlName,
  type ControlsInput,
  type Gestures,
  type LayersInput,
  type PlaceInput,
  type ThemeName,
  type Wrong,
} from './settings';
import { boxSheet } from './shell.styles';
import { TreatyState } from './state';
import type * as body from './treaty-map';
import type { TreatyMapBody } from './treaty-map';

/** How near the element comes to the viewport before it loads, and how far it goes before its map is let go. */
const NEAR = '50%';
const FAR = '100%';

/** On a server there are no elements; the class may be imported there all the same. */
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

type Code = typeof body;

/** All the rest of the code, once a first element has asked for it. */
let code: Code | null = null;

/** Fetches all the rest of the code. */
const fetchCode = once(async () => (code = await import('./treaty-map')));

/** Fetches the code for the controls that a page has outside of its maps, if it has any. */
function fetchForControls(map: Element): void {
  // What goes wrong is said by the map, as soon as it is one's turn.
  if (isWaiting(map.ownerDocument, [...CONTROL_TAGS, ...PAGE_TAGS]))
    fetchCode().then(
      (loaded) => void loaded.defineControls(map),
      () => undefined,
    );
}

/**
 * The map of the treaty under its date slider, with signs, list and panel. It owns the state: controls ask by request
 * events, it decides, and tells the world by facts. It is small, and takes whatever it is given at any time; what it
 * shows is fetched when it nears the viewport, or when it is asked for `ready`, `settled`, `select` or records.
 *
 * @summary The treaty's territorial provisions on a map, on any day from 1945 to 1953.
 * @attr {'light' | 'dark'} theme - Light or dark; without it the reader's own setting.
 * @attr lang - Language of the texts; English so far. Without it the language of the page.
 * @slot - Shown until the map is there: a sentence, a picture, a link.
 * @slot title - A heading, in the corner of the map above the signs.
 * @slot actions - Buttons of the page, in the other upper corner.
 * @slot credit - Who shows the map, in the corner of the map above the scale; the map's own credits stay beside it.
 * @fires treaty-ready - The element shows its date.
 * @fires treaty-date-change - The date has changed.
 * @fires treaty-select - A thing of the record was chosen, or none is any more.
 * @fires treaty-error - Something is wrong; the rest goes on.
 * @csspart map - The map itself.
 * @csspart list - The column with the list of the day and the other pages.
 * @csspart pages - The names of the pages.
 * @csspart bar - The date slider.
 * @cssprop --treaty-font-serif - Faces of headings and of names on the map.
 * @cssprop --treaty-font-sans - Faces of the text.
 * @cssprop --treaty-radius - Corners of cards, buttons and fields; 4px.
 * @cssprop --treaty-spacing - Space around texts in list, pages, signs and slider; 1rem.
 * @cssprop --treaty-paper-color - Ground of slider, list and signs.
 * @cssprop --treaty-surface-color - Ground of what lies on it: buttons, fields.
 * @cssprop --treaty-ink-color - Text and names.
 * @cssprop --treaty-muted-color - Text that says less.
 * @cssprop --treaty-line-color - Rules and edges.
 * @cssprop --treaty-accent-color - Links, the thumb of the slider, the ring of the focus.
 * @cssprop --treaty-land-color - Land on the map.
 * @cssprop --treaty-sea-color - Sea.
 * @cssprop --treaty-river-color - Rivers and lakes.
 * @cssprop --treaty-water-color - Names of waters.
 * @cssprop --treaty-border-color - Borders.
 * @cssprop --treaty-relief-color - Shade of the relief.
 */
export class TreatyMap extends Base implements TreatyOwner, BodyHost {
  /** Address of the atlas used where no `src` is given; set by the script that defines the tags. */
  static atlas: URL | null = null;

  static readonly observedAttributes = [...Object.keys(SETTINGS), 'lang'];

  readonly #state = new TreatyState();
  readonly #attributes = new Attributes(this);
  readonly #ready = new Deferred();
  /** What it shows, once the code for it is there. */
  #body: TreatyMapBody | null = null;
  #bodyComing: Promise<void> | null = null;
  /** What was wrong before there was anybody to put it in words. */
  #wrong: { readonly about: SettingName | null; readonly wrong: Wrong }[] = [];
  /** Controls that joined before there was anything to show them. */
  #early = new Set<TreatyControl>();
  #wants: 'nothing' | 'record' | 'map' = 'nothing';
  /** Where the element is: it has not been near yet, it is near, or it has been near and has gone far. */
  #place: 'unseen' | 'near' | 'gone' = 'unseen';
  #pending = false;
  #update: Promise<void> = Promise.resolve();
  #observers: readonly IntersectionObserver[] = [];
  #src: string | null = null;
  #permalink: (() => string | null) | null = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [boxSheet()];
    root.append(this.ownerDocument.createElement('slot'));
    this.#takeEarlyProperties();
  }

  /**
   * The day shown, `YYYY-MM-DD`; by default 14 August 1945. A bad one, or one outside the range, keeps the last good
   * day and fires `treaty-error`.
   */
  get date(): string {
    return isoOf(this.#state.day);
  }
  set date(input: string | null) {
    this.#set('date', this.#state.setDate(input));
  }

  /** Shows all that held on any day between this one and `date`, `YYYY-MM-DD`; by default the day alone. */
  get spanFrom(): string | null {
    return this.#state.spanFrom === null ? null : isoOf(this.#state.spanFrom);
  }
  set spanFrom(input: string | null) {
    this.#set('span-from', this.#state.setSpanFrom(input));
  }

  /** A second day, `YYYY-MM-DD`, shown beside the first behind a divider; by default none. */
  get compareDate(): string | null {
    return this.#state.compare === null ? null : isoOf(this.#state.compare);
  }
  set compareDate(input: string | null) {
    this.#set('compare-date', this.#state.setCompare(input));
  }

  /** Ids of the layers shown. Takes a list or a spaced string; by default all. */
  get layers(): string[] {
    return [...this.#state.layers];
  }
  set layers(input: LayersInput) {
    this.#set('layers', this.#state.setLayers(input));
  }

  /** `conic` (equal-area, as a printed atlas has it) or `mercator`. */
  get projection(): Projection {
    return this.#state.projection;
  }
  set projection(input: Projection | null) {
    this.#set('projection', this.#state.setProjection(input));
  }

  /** The middle of the map, degrees east and north; by default as the first view has it. Attribute: `lon,lat`. */
  get at(): LonLat | null {
    return this.#state.at;
  }
  set at(input: PlaceInput) {
    this.#set('at', this.#state.setAt(input));
  }

  /** MapLibre's zoom; by default as the first view has it. */
  get zoom(): number | null {
    return this.#state.zoom;
  }
  set zoom(input: number | string | null) {
    this.#set('zoom', this.#state.setZoom(input));
  }

  /**
   * Id of what is chosen: a territory, provision, instrument, event, claim or source; null for nothing. Setting it moves
   * neither day nor map: `select` does.
   */
  get selected(): string | null {
    return this.#state.selected;
  }
  set selected(input: string | null) {
    this.#set('select', this.#state.setSelected(input));
  }

  /** The page open beside the map: `days`, `place`, `events`, `tour`, `instruments`, `claims`, `sources`; null for the list of the day. */
  get panel(): Panel | null {
    return this.#state.panel;
  }
  set panel(input: Panel | null) {
    this.#set('panel', this.#state.setPanel(input));
  }

  /** The place that is asked about, degrees east and north; null for none. Attribute: `lon,lat`. */
  get place(): LonLat | null {
    return this.#state.place;
  }
  set place(input: PlaceInput) {
    this.#set('place', this.#state.setPlace(input));
  }

  /** Through whose eyes the record is shown: `all`, `roc`, `prc`, `ussr` or `mpr`. */
  get viewpoint(): Eyes {
    return this.#state.viewpoint;
  }
  set viewpoint(input: Eyes | null) {
    this.#set('viewpoint', this.#state.setViewpoint(input));
  }

  /**
   * Gives the address under which the view as it stands can be opened again, for references to it; null for none. Without
   * it a reference names the page that the element is in.
   */
  get permalink(): (() => string | null) | null {
    return this.#permalink;
  }
  set permalink(input: (() => string | null) | null) {
    this.#permalink = typeof input === 'function' ? input : null;
  }

  /** First day of the slider, `YYYY-MM-DD`; by default the atlas's own. */
  get from(): string {
    return isoOf(this.#state.range.first);
  }
  set from(input: string | null) {
    this.#set('from', this.#state.setEnd('first', input));
  }

  /** Last day of the slider, `YYYY-MM-DD`, included; by default the atlas's own. */
  get until(): string {
    return isoOf(this.#state.range.last);
  }
  set until(input: string | null) {
    this.#set('until', this.#state.setEnd('last', input));
  }

  /** `light` or `dark`; by default the reader's own setting. */
  get theme(): ThemeName | null {
    return this.#state.theme;
  }
  set theme(input: ThemeName | null) {
    this.#set('theme', this.#state.setTheme(input));
  }

  /**
   * What is shown beside the map: `legend`, `list`, `slider`, `tools`, `pages`. Takes a list or a spaced string; by
   * default all, and an empty one leaves the map alone, with its credits.
   */
  get controls(): ControlName[] {
    return [...this.#state.controls];
  }
  set controls(input: ControlsInput) {
    this.#set('controls', this.#state.setControls(input));
  }

  /** `cooperative`: the wheel and one finger scroll the page, Ctrl or two fingers move the map; or `greedy`: they move the map. */
  get gestures(): Gestures {
    return this.#state.gestures;
  }
  set gestures(input: Gestures | null) {
    this.#set('gestures', this.#state.setGestures(input));
  }

  /** Address of another atlas: of its `atlas.json`. */
  get src(): string | null {
    return this.#src;
  }
  set src(input: string | null) {
    this.#src = input === null || input === undefined ? null : textOf(input);
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.#observe();
    this.#body?.connected();
    if (code) code.ownersChanged();
    else fetchForControls(this);
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    // A move takes the element out and puts it back in one go: only what stays out is released.
    queueMicrotask(() => {
      if (this.isConnected) return;
      for (const observer of this.#observers) observer.disconnect();
      this.#observers = [];
      this.#place = 'unseen';
      this.#wants = 'nothing';
      this.#body?.release();
      code?.ownersChanged();
    });
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (this.#attributes.writing) return;
    const setting = SETTINGS[name as keyof typeof SETTINGS] as keyof typeof SETTINGS | undefined;
    if (setting) Reflect.set(this, setting, value);
    // A bad value keeps the last good one, which the attribute then has to show again.
    this.requestUpdate();
  }

  /** Resolves when the element shows its date, map included; rejects if the map cannot be drawn. */
  get ready(): Promise<void> {
    this.#wantAll();
    if (this.#body?.outdated) this.#ready.renew();
    return this.#ready.promise;
  }

  /** The MapLibre map, for those who need more; null until it is there. */
  get maplibre(): TreatyMapView['maplibre'] | null {
    return this.#body?.maplibre ?? null;
  }

  /**
   * Resolves in the frame in which list, label and map all show the properties; at once if they already do or if no map
   * can be drawn.
   */
  async settled(): Promise<void> {
    this.#wantAll();
    await this.#bodyComing;
    await this.updateComplete;
    await this.#body?.settled();
  }

  /**
   * The records in force on a day, `YYYY-MM-DD`, the day shown by default: one for each provision, phase, territory and
   * viewpoint. Depends neither on layers nor on viewpoint. Empty before the atlas is loaded, and for a bad day, which
   * fires `treaty-error`.
   */
  inForce(day: string = this.date): TreatyRecord[] {
    this.#want('record');
    const [value] = this.#readDays(day);
    return value === undefined ? [] : [...(this.#state.atlas?.at(value).records ?? [])];
  }

  /**
   * What is different on `to` from `from`, both `YYYY-MM-DD`: records that began, that ended, and pairs in which one
   * follows another; the other way round going back.
   */
  changes(from: string, to: string): Changes {
    this.#want('record');
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
    this.#want('record');
    const [value] = this.#readDays(day);
    return value === undefined ? [] : (this.#body?.whatApplied(at, value) ?? []);
  }

  /**
   * What held at a point, degrees east and north, or in a territory, by its id, over the whole range: spans without a gap,
   * each with its records.
   */
  history(place: LonLat | string): HistorySpan[] {
    this.#want('record');
    return this.#body?.history(place) ?? [];
  }

  /**
   * Chooses a territory, provision, instrument, event, claim or source by its id, or with null nothing: opens its page,
   * goes there on the map, and for an event or a claim sets its day. An id that the record does not have fires
   * `treaty-error`.
   *
   * In a framework that sets a property where there is one of the attribute's name, `select="…"` sets `selected`.
   */
  get select(): (id: string | null) => void {
    return this.#choose;
  }
  set select(input: string | null) {
    this.selected = input;
  }

  /**
   * A reference to the view as it stands: map, day, viewpoint, layers, what is chosen, where it can be opened, and the day
   * it was looked at. Waits for the record; rejects where that cannot be loaded, and for a format that there is not.
   * @param format `text`, `bibtex`, or `csl-json` (a list of one item)
   */
  async cite(format: CiteFormat): Promise<string> {
    this.#want('record');
    await this.#bodyComing;
    await this.updateComplete;
    // Without the code for it, the reason is that for which it is not ready.
    if (!this.#body) throw await this.#ready.promise.catch((reason: unknown) => reason);
    return this.#body.cite(format);
  }

  /** Where a place lies in the element's box, CSS pixels from its top left corner; null without a map. */
  project(at: [longitude: number, latitude: number]): { x: number; y: number } | null {
    return this.#body?.project(at) ?? null;
  }

  /**
   * Where the atlas to show is; what a page gave that is no address is as it was written, null where there is none.
   * @internal
   */
  get atlasAddress(): string | null {
    const address = this.src || (this.constructor as typeof TreatyMap).atlas?.href;
    if (!address) return null;
    const { baseURI } = this.ownerDocument;
    return URL.canParse(address, baseURI) ? new URL(address, baseURI).href : address;
  }

  /** @internal */
  addControl(control: TreatyControl): void {
    this.#want('record');
    if (this.#body) this.#body.controls.add(control);
    else this.#early.add(control);
  }

  /** @internal */
  removeControl(control: TreatyControl): void {
    this.#early.delete(control);
    this.#body?.controls.remove(control);
  }

  /**
   * Shows what has changed in the next microtask.
   * @internal
   */
  requestUpdate(): void {
    // As with every attribute, what the page has not yet taken in has none of its own.
    if (this.#pending || !this.isConnected) return;
    this.#pending = true;
    this.#update = Promise.resolve().then(() => this.#show());
  }

  /**
   * Whether something has changed that is not yet shown.
   * @internal
   */
  get isUpdatePending(): boolean {
    return this.#pending;
  }

  /**
   * Where all is shown.
   * @internal
   */
  get renderRoot(): ShadowRoot {
    return this.shadowRoot as ShadowRoot;
  }

  /** Resolves when what has changed is shown, but for the map: `settled` waits for that too. */
  get updateComplete(): Promise<void> {
    const complete = async (): Promise<void> => {
      let update: Promise<void>;
      do {
        update = this.#update;
        await update;
      } while (update !== this.#update);
    };
    return complete();
  }

  #show(): void {
    this.#pending = false;
    this.#body?.render();
    this.#attributes.show(this.#state);
    this.#body?.updated();
  }

  #choose = (id: string | null): void => {
    this.#wantAll();
    if (this.#body) this.#body.choose(id);
    else void this.#bodyComing?.then(() => this.#body?.choose(id));
  };

  /** A setting has been given: what was said about it before holds no longer, and what is wrong with it now is said. */
  #set(about: SettingName, wrong: Wrong | null): void {
    this.#body?.given(about);
    this.#wrong = this.#wrong.filter((known) => known.about !== about);
    if (wrong) this.#report(wrong, about);
    this.requestUpdate();
  }

  #report(wrong: Wrong, about: SettingName | null = null): void {
    if (this.#body) {
      this.#body.reportWrong(wrong, about);
      return;
    }
    this.#wrong.push({ about, wrong });
    void this.#embody();
  }

  #readDays(...days: string[]): (Day | undefined)[] {
    return days.map((input) => {
      const day = parseDay(textOf(input));
      if (day !== null) return day;
      this.#report({ key: 'error.day', values: { value: textOf(input) } });
      return undefined;
    });
  }

  /** Takes what was set on the element before it was one. */
  #takeEarlyProperties(): void {
    for (const name of [...Object.values(SETTINGS), 'select', 'permalink']) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  #observe(): void {
    if (this.#observers.length > 0) return;
    const watch = (rootMargin: string, act: (inside: boolean) => void): IntersectionObserver => {
      const observer = new IntersectionObserver((entries) => act(entries.at(-1)?.isIntersecting ?? false), {
        rootMargin,
      });
      observer.observe(this);
      return observer;
    };
    this.#observers = [
      watch(NEAR, (near) => {
        if (!near) return;
        this.#place = 'near';
        this.#want('map');
        this.#body?.revive();
      }),
      // Only one that has been near is let go: another may have been asked for from afar.
      watch(FAR, (inside) => {
        if (inside || this.#place !== 'near') return;
        this.#place = 'gone';
        this.#wants = 'record';
        this.#body?.far();
      }),
    ];
  }

  /** Has what is wanted loaded, and all that it rests on. */
  #want(what: 'record' | 'map'): void {
    if (this.#wants !== 'map') this.#wants = what;
    if (this.#body) {
      this.#body.want(this.#wants);
      return;
    }
    // The record is on its way while the code for it is.
    const address = this.atlasAddress;
    if (!code && address !== null) fetchAhead(address);
    void this.#embody();
  }

  /** Has all loaded, but for the map of an element that has gone far: that comes back when it nears. */
  #wantAll(): void {
    this.#want(this.#place === 'gone' ? 'record' : 'map');
  }

  /** Makes the body, as soon as the code for it is there. Never rejects. */
  #embody(): Promise<void> {
    if (code) this.#makeBody(code);
    else {
      this.#ready.renew();
      this.#bodyComing ??= fetchCode().then((loaded) => this.#makeBody(loaded), this.#onLost);
    }
    return this.#bodyComing ?? Promise.resolve();
  }

  #makeBody({ TreatyMapBody }: Code): void {
    if (this.#body) return;
    this.#body = new TreatyMapBody({
      element: this,
      root: this.shadowRoot as ShadowRoot,
      state: this.#state,
      ready: this.#ready,
    });
    if (this.#wants !== 'nothing') this.#body.want(this.#wants);
    for (const control of this.#early) this.#body.controls.add(control);
    this.#early.clear();
    if (this.isConnected) this.#body.connected();
    this.requestUpdate();
    for (const { wrong, about } of this.#wrong.splice(0)) this.#body.reportWrong(wrong, about);
  }

  /** Without the code there is nobody to ask for words but what the shell has itself. The element's own content stays. */
  #onLost = (cause: unknown): void => {
    this.#bodyComing = null;
    const text = fill(shellTexts['error.code'], { reason: reasonOf(cause) });
    this.dispatchEvent(new TreatyErrorEvent(text, cause));
    this.#ready.reject(new Error(text, { cause }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'treaty-map': TreatyMap;
  }
}
