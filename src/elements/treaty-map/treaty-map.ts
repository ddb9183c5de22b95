import { html, nothing, render, type TemplateResult } from 'lit';
import type { AppliedRecord, HistorySpan, LonLat } from '../../atlas/applied';
import type { Atlas } from '../../atlas/atlas';
import { describeProblem, reasonOf, type Problem } from '../../atlas/problem';
import type { ReadFile } from '../../atlas/load';
import { sharedAtlas, type SharedAtlas } from '../../atlas/shared';
import { message, spokenLanguage, writeDay } from '../../language/language';
import { isoOf, type Day } from '../../time/day';
import type { Projection } from '../../map/plane';
import type { MapError, MapProblem } from '../../map/problem';
import type { Insets, MapOptions, TreatyMapView } from '../../map/treaty-map-view';
import type { CiteFormat } from '../citing/cite';
import { TreatyDateChangeEvent, TreatyReadyEvent, TreatySelectEvent } from '../events';
import { eyesWords } from '../eyes-words';
import { whenSomebodyComes } from '../fetch-later';
import { once } from '../once';
import { ownersChanged } from '../owner-controller';
import { provisionsOf } from '../panels';
import { stretchOf, type TreatyView } from '../view';
import type * as afterMap from './after-map';
import type { SettingName } from './attributes';
import { Choosing } from './choosing';
import { renderPage, renderPages } from './column';
import type { Comparing } from './comparing';
import { Controls } from './controls';
import type { Deferred } from './deferred';
import { defineControls, fetchPages } from './define-controls';
import { expectMap, MapMount } from './map-mount';
import { Notices, renderNotices } from './notices';
import { coversOf, insetsOf } from './over-map';
import { Panes, type Pane } from './panes';
import { CONTROLS, textOf, type ThemeName, type Wrong } from './settings';
import type { TreatyMap } from './shell';
import type { Printing } from './printing';
import { renderTools, type Say } from './stage';
import type { TreatyState } from './state';
import { Swipe } from './swipe';
import { themeStyles } from './theme.styles';
import { layoutStyles } from './layout.styles';
import { mediaStyles } from './media.styles';
import { treatyMapStyles } from './treaty-map.styles';

export { defineControls, ownersChanged };

/** Fetches what comes after the map. */
const fetchAfterMap = once(() => import('./after-map'));

/** What the shell gives to its body. */
export interface BodyParts {
  /** The element itself: it fires the events, and its attributes and place on the page decide. */
  readonly element: TreatyMap;
  readonly root: ShadowRoot;
  readonly state: TreatyState;
  readonly ready: Deferred;
}

/**
 * What `<treaty-map>` shows, and all that it does beyond keeping its settings: it comes when the element is to be seen.
 * The element owns the state and says when to show it; this is what there is of Lit in it.
 */
export class TreatyMapBody {
  readonly #element: TreatyMap;
  readonly #root: ShadowRoot;
  readonly #state: TreatyState;
  readonly #ready: Deferred;
  readonly controls: Controls;
  readonly #panes: Panes;
  readonly #mount = new MapMount();
  readonly #choosing: Choosing;
  /** What comes after the map, once it is there: what answers, a second map, the map on paper. */
  #after: {
    readonly answers: typeof afterMap;
    readonly comparing: Comparing;
    readonly printing: Printing;
  } | null = null;
  readonly #swipe = new Swipe((way) => {
    if (way === 'down') this.#panes.close();
    else this.#panes.pullUp();
  });
  #view: TreatyView | null = null;
  /** Whether the next picture fades in. */
  #fade = false;
  #wants: 'nothing' | 'record' | 'map' = 'nothing';
  #projection: Projection;
  #theme: ThemeName | null;
  /** What the world was last told is chosen. */
  #toldSelected: string | null = null;
  /** Files that have been said to be missing: the map, which misses them too, need not say so again. */
  readonly #lost = new Set<string>();
  /** Counts the loads, so that a late answer of an earlier one is known and dropped. */
  #load = 0;
  /** The address last loaded; undefined before the first load. */
  #loadedFrom: string | null | undefined = undefined;
  /** Held as long as it is shown, so that others on the page find it. */
  #shared: Promise<SharedAtlas> | null = null;
  #started: Promise<void> = Promise.resolve();
  /** The code of the pages, once somebody seems to want one. Never rejects. */
  #pages: Promise<unknown> = Promise.resolve();
  #darkScheme = matchMedia('(prefers-color-scheme: dark)');
  #isLoading = true;
  readonly #notices: Notices;

  constructor({ element, root, state, ready }: BodyParts) {
    this.#element = element;
    this.#root = root;
    this.#state = state;
    this.#ready = ready;
    this.#projection = state.projection;
    this.#theme = state.theme;
    this.controls = new Controls(element, {
      'treaty-date-request': ({ date, step }) => {
        element.date = date;
        this.#fade = step;
      },
      'treaty-days-request': ({ compareDate, spanFrom }) => {
        element.compareDate = compareDate;
        element.spanFrom = spanFrom;
      },
      // All of them is what is shown where none is named.
      'treaty-layers-request': ({ layers }) =>
        (element.layers = layers.length === state.atlas?.manifest.layers.length ? null : [...layers]),
      'treaty-viewpoint-request': ({ viewpoint }) => (element.viewpoint = viewpoint),
      'treaty-highlight-request': ({ territory }) => this.#highlight(territory),
      'treaty-panel-request': ({ panel }) => this.#choosing.openPanel(panel),
      'treaty-place-request': ({ place }) => this.#choosing.askPlace(place),
      'treaty-select-request': ({ id }) => this.#choosing.choose(id, true),
    });
    this.#notices = new Notices(element);
    this.#panes = new Panes(element);
    this.#choosing = new Choosing(element, {
      state,
      panes: this.#panes,
      map: () => this.#mount.view,
      pages: () => this.#pages,
      answers: () => this.#fetchAnswers(),
      report: (wrong, about) => this.reportWrong(wrong, about),
    });
    // Whoever comes to the map may open a page next.
    whenSomebodyComes(element, this.#fetchPages);
    root.adoptedStyleSheets = [
      ...root.adoptedStyleSheets,
      ...[themeStyles, treatyMapStyles, layoutStyles, mediaStyles].flatMap(
        ({ styleSheet }) => styleSheet ?? [],
      ),
    ];
    root.replaceChildren();
  }

  /** The element is on the page, or on it again. */
  connected(): void {
    void defineControls(this.#element);
    this.#panes.reset();
    this.#darkScheme.addEventListener('change', this.restyle);
    this.#after?.printing.connected();
    ownersChanged();
  }

  /** The element has left the page: gives back all that a page pays for. */
  release(): void {
    this.#darkScheme.removeEventListener('change', this.restyle);
    this.#after?.printing.release();
    this.#wants = 'nothing';
    this.#stopMaps();
    ownersChanged();
  }

  /** Loads the record, or the record and the map, where that is not done yet. */
  want(what: 'record' | 'map'): void {
    if (this.#wants === what || this.#wants === 'map') return;
    this.#wants = what;
    if (what === 'map') this.#restartMap();
    this.#element.requestUpdate();
  }

  /** The element has gone far from the viewport: its maps are let go, and a still picture takes their place. */
  far(): void {
    if (this.#wants !== 'map') return;
    this.#wants = 'record';
    const still = this.#mount.view?.still();
    this.#stopMaps();
    this.#loading = false;
    if (still) this.#canvas.append(still);
  }

  /** The element is near again: makes the map anew where the browser has taken its context away for good. */
  revive(): void {
    if (this.#mount.view?.lost) this.#restartMap();
  }

  /** Whether another atlas is asked for than the one that was loaded last. */
  get outdated(): boolean {
    return this.#element.atlasAddress !== this.#loadedFrom;
  }

  get maplibre(): TreatyMapView['maplibre'] | null {
    return this.#mount.view?.maplibre ?? null;
  }

  /** First half of an update: the view of the state as it stands, drawn. */
  render(): void {
    this.#state.language = this.#language;
    const view = this.#state.view();
    if (view !== this.#view) {
      if (view?.panel && view.panel !== this.#view?.panel) this.#panes.reveal('list');
      const page = view?.panel ?? view?.selected ?? null;
      if (page !== null && page !== (this.#view?.panel ?? this.#view?.selected)) this.#fetchPages();
      this.#view = view;
      // A still picture is of what was shown when the map went.
      if (!this.#mount.view) this.#root.querySelector('.still')?.remove();
      this.controls.show(view);
    }
    render(this.#render(), this.#root, { host: this.#element });
  }

  /** Second half, when the attributes show the state: what follows from it. */
  updated(): void {
    const { projection } = this.#state;
    if (this.#wants !== 'nothing' && this.outdated) this.#start();
    else if (projection !== this.#projection) this.#restartMap();
    this.#projection = projection;
    if (this.#state.theme !== this.#theme) this.restyle();
    this.#theme = this.#state.theme;
    this.#mount.view?.setCooperative(this.#state.gestures === 'cooperative');
    if (this.#view) this.#mount.view?.set(this.#view, this.#fade);
    this.#fade = false;
    this.#mount.view?.look(this.#state);
    this.#after?.comparing.show(this.#view);
    this.#tellDate();
    this.#tellSelected();
  }

  /** Resolves when map, list and label show what the element was last told; see `TreatyMap.settled`. */
  async settled(): Promise<void> {
    // A page that was put beside the map since it came.
    await defineControls(this.#element);
    let started: Promise<void>;
    do {
      await this.#element.updateComplete;
      started = this.#started;
      await started;
    } while (started !== this.#started || this.#element.isUpdatePending);
    await this.#pages;
    await this.controls.settled();
    // The first map makes room for the second.
    await this.#after?.comparing.settled();
    await this.#mount.view?.settled();
  }

  whatApplied(at: LonLat, day: Day): AppliedRecord[] {
    const { atlas, shapes } = this.#state;
    return (atlas && shapes && this.#after?.answers.whatApplied(atlas, shapes, at, day)) ?? [];
  }

  history(place: LonLat | string): HistorySpan[] {
    const { atlas, shapes } = this.#state;
    return (atlas && shapes && this.#after?.answers.history(atlas, shapes, place)) ?? [];
  }

  choose(id: string | null): void {
    this.#choosing.choose(id, false);
  }

  async cite(format: CiteFormat): Promise<string> {
    const { CITE_FORMATS, citeView, pageAddress } = await fetchPages();
    if (!CITE_FORMATS.includes(format)) {
      throw new Error(this.#say('error.cite', { value: textOf(format), known: CITE_FORMATS.join(', ') }));
    }
    if (!this.#view) await this.#started;
    await this.#element.updateComplete;
    if (!this.#view) throw new Error(this.#say('control.empty'));
    const { permalink, ownerDocument } = this.#element;
    const link = permalink ? permalink() : pageAddress(ownerDocument.location);
    return citeView(this.#view, format, link, new Date());
  }

  project(at: [longitude: number, latitude: number]): { x: number; y: number } | null {
    const point = this.#mount.view?.project(at);
    if (!point) return null;
    const [box, canvas] = [this.#element.getBoundingClientRect(), this.#canvas.getBoundingClientRect()];
    return { x: point.x + canvas.left - box.left, y: point.y + canvas.top - box.top };
  }

  /**
   * Says what is wrong with an input, in the language of the element; nothing for null.
   * @param about the setting that it was given to; null for what was asked for once
   */
  reportWrong(wrong: Wrong | null, about: SettingName | null): void {
    if (wrong) this.#report(this.#say(wrong.key, wrong.values), undefined, about);
  }

  /** A setting has been given anew: what was wrong with it is so no longer, and where to look is the page's to say. */
  given(about: SettingName): void {
    this.#notices.takeBack(about);
    if (about === 'at' || about === 'zoom') this.#choosing.stay();
  }

  /** Draws in the colours of the page as they are now. */
  restyle = (): void => {
    this.#mount.view?.restyle();
    this.#after?.comparing.map?.restyle();
  };

  get #loading(): boolean {
    return this.#isLoading;
  }
  set #loading(loading: boolean) {
    this.#isLoading = loading;
    this.#element.requestUpdate();
  }

  get #canvas(): HTMLElement {
    return this.#root.querySelector('.map') as HTMLElement;
  }

  get #language(): string {
    return spokenLanguage(this.#element.lang || this.#element.closest<HTMLElement>('[lang]')?.lang || 'en');
  }

  #say: Say = (key, values) => message(this.#language, key, values);

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
    this.#element.dispatchEvent(
      new TreatySelectEvent({ id, territory, provisions: [...new Set(provisions)] }),
    );
  }

  #tellDate(): void {
    const change = this.#state.takeDateChange();
    if (!change) return;
    this.#notices.takeBack('date');
    const { day, previous, began, ended, changed } = change;
    const dates = { date: isoOf(day), previous: isoOf(previous) };
    this.#element.dispatchEvent(new TreatyDateChangeEvent({ ...dates, began, ended, changed }));
  }

  #fetchPages = (): void => {
    this.#pages = fetchPages().catch((cause: unknown) => this.#reportMissing(cause));
  };

  /** What comes after the map; null, and said, where it could not be fetched. */
  async #fetchAnswers(): Promise<typeof afterMap | null> {
    try {
      const answers = await fetchAfterMap();
      if (!this.#after) this.#adopt(answers);
      return answers;
    } catch (cause) {
      this.#reportMissing(cause);
      return null;
    }
  }

  #adopt(answers: typeof afterMap): void {
    const comparing = new answers.Comparing({
      container: () => this.#root.querySelector<HTMLElement>('.compared'),
      insets: () => this.#insets(),
      covers: this.#covers,
      options: () => this.#mapOptions(),
      title: () => this.#say('compare.map'),
      map: () => this.#mount.view,
      onFailure: (cause) => this.#report(this.#failureText(cause), cause),
    });
    const printing = new answers.Printing(this.#element, () =>
      [this.#mount.view, comparing.map].filter((map) => map !== null),
    );
    this.#after = { answers, comparing, printing };
    this.#root.adoptedStyleSheets.push(answers.comparingStyles.styleSheet as CSSStyleSheet);
    if (this.#element.isConnected) printing.connected();
    this.#element.requestUpdate();
  }

  #reportMissing(cause: unknown): void {
    this.#report(this.#say('error.code', { reason: reasonOf(cause) }), cause);
  }

  #report(text: string | null, cause?: unknown, about: SettingName | null = null): void {
    this.#notices.add(text, cause, about);
  }

  #reportAll(problems: readonly Problem[]): void {
    for (const problem of problems) {
      if (problem.path === '') this.#lost.add(problem.file);
      this.#report(this.#say('error.problem', { problem: describeProblem(problem) }), problem);
    }
  }

  /** Loads the atlas and then the map; what an earlier load brings later is dropped. */
  #start(): void {
    if (this.#loadedFrom !== undefined) this.#drop();
    this.#loadedFrom = this.#element.atlasAddress;
    this.#load += 1;
    this.#ready.renew();
    this.#started = this.#loadAll(this.#loadedFrom, this.#load);
  }

  /** Lets go of an atlas, and of all that belongs to it. */
  #drop(): void {
    this.#stopMaps();
    this.#state.drop();
    this.#shared = null;
    this.#choosing.forget();
    this.#notices.clear();
    this.#lost.clear();
    this.#loading = true;
    this.#element.requestUpdate();
  }

  async #loadAll(address: string | null, load: number): Promise<void> {
    if (address === null || !URL.canParse(address)) {
      this.#fail(address === null ? this.#say('error.src') : this.#say('error.address', { value: address }));
      return;
    }
    if (this.#wants === 'map') expectMap();
    this.#shared = sharedAtlas(address);
    const { atlas, problems, read, shapes: loadShapes } = await this.#shared;
    if (load !== this.#load) return;
    if (!atlas) {
      this.#fail(this.#say('error.atlas', { problems: problems.map(describeProblem).join('; ') }));
      return;
    }
    this.#reportAll(problems);
    for (const [about, wrong] of this.#state.adopt(atlas)) this.reportWrong(wrong, about);
    this.#element.requestUpdate();
    // All that is drawn comes in one file; what is wrong with it is told when the map reads it.
    if (this.#wants === 'map') read(atlas.manifest.drawing.land).catch(() => undefined);
    const shapes = await loadShapes();
    if (load !== this.#load) return;
    this.#reportAll(shapes.problems);
    this.#state.shapes = shapes.layers;
    this.#state.read = read;
    this.#element.requestUpdate();
    if (this.#wants === 'map') {
      await this.#startMap();
      return;
    }
    this.#loading = false;
    await this.#fetchAnswers();
  }

  #fail(text: string, cause?: unknown): void {
    this.#loading = false;
    this.#report(text, cause);
    this.#ready.reject(new Error(text, { cause }));
  }

  /** Makes the map anew, if it is wanted and all that it needs is loaded; else the load that is under way will make it. */
  #restartMap(): void {
    if (this.#state.shapes && this.#wants === 'map') this.#started = this.#startMap();
  }

  /** Makes the map for the atlas that is loaded. Without one the rest of the element goes on. */
  async #startMap(): Promise<void> {
    this.#ready.renew();
    await this.#element.updateComplete;
    if (!this.#element.isConnected || !this.#view || !this.#state.shapes) return;
    this.#loading = true;
    this.#after?.comparing.stop();
    try {
      if (!(await this.#mount.start(() => this.#mapOptions()))) return;
    } catch (cause) {
      this.#fail(this.#failureText(cause), cause);
      await this.#fetchAnswers();
      return;
    }
    // The day, the language and the colours may have changed since the map was asked for.
    this.#mount.view?.set(this.#view);
    this.#mount.view?.restyle();
    await this.#mount.view?.settled();
    const { view } = this.#mount;
    if (!view) return;
    this.#root.querySelector('.still')?.remove();
    this.#loading = false;
    await this.#fetchAnswers();
    if (view !== this.#mount.view) return;
    this.#after?.comparing.show(this.#view);
    this.#ready.resolve();
    this.#element.dispatchEvent(new TreatyReadyEvent());
  }

  #covers = (): DOMRect[] => coversOf(this.#root, this.#canvas, this.#panes.isOpen('legend'));

  #mapOptions(): Omit<MapOptions, 'signal'> {
    const base = new URL(this.#loadedFrom as string);
    return {
      container: this.#canvas,
      atlas: this.#state.atlas as Atlas,
      layers: this.#state.shapes ?? new Map(),
      read: this.#state.read as ReadFile,
      base,
      projection: this.#state.projection,
      cooperative: this.#state.gestures === 'cooperative',
      scene: this.#view as TreatyView,
      look: { at: this.#state.at, zoom: this.#state.zoom },
      say: this.#say,
      insets: () => this.#insets(),
      covers: () => [...this.#covers(), ...(this.#after?.comparing.covers('before') ?? [])],
      onLook: ({ at, zoom }) => {
        this.#state.at = at;
        this.#state.zoom = zoom;
        this.#element.requestUpdate();
      },
      onPoint: (at, withinKm) => this.#choosing.pointAt(at, withinKm),
      onHover: (at, withinKm) => this.#onHover(at, withinKm),
      onProblem: (problem, cause) => {
        if (problem.code === 'file' && this.#lost.has(problem.values.file)) return;
        this.#report(this.#sayProblem(problem), cause);
      },
    };
  }

  #failureText(cause: unknown): string {
    const { problem } = cause as Partial<MapError>;
    return problem ? this.#sayProblem(problem) : this.#say('error.map', { reason: reasonOf(cause) });
  }

  #sayProblem({ code, values }: MapProblem): string {
    return this.#say(`map-problem.${code}`, values);
  }

  #insets(): Insets {
    return insetsOf(this.#root, this.#canvas, this.#panes.isOpen('legend'));
  }

  #stopMaps(): void {
    this.#after?.comparing.stop();
    this.#mount.stop();
  }

  #onHover(at: readonly [number, number] | null, withinKm: number): void {
    const answers = this.#after?.answers;
    const first = at && answers ? (this.#choosing.answering(answers, at, withinKm)[0] ?? null) : null;
    this.#mount.view?.setCursorPointer(first !== null);
    this.#highlight(first);
  }

  #highlight(territory: string | null): void {
    if (this.#state.highlighted === territory) return;
    this.#state.highlighted = territory;
    this.#element.requestUpdate();
  }

  #renderNotice(): TemplateResult {
    const view = this.#view;
    const empty = view && !this.#loading && !view.moment.records.some(({ layer }) => view.layers.has(layer));
    const text = this.#loading ? this.#say('map.loading') : empty ? this.#say('map.empty') : '';
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
      ${this.#say(pane === 'list' && this.#state.spanFrom !== null ? 'record.title-span' : `map.${pane}-open`)}
    </button>`;
  }

  #render(): TemplateResult {
    const eyes = this.#view ? eyesWords(this.#view) : null;
    const stretch = stretchOf(this.#state)?.map((day) => writeDay(day, this.#language));
    const date = stretch
      ? this.#say('record.days', { from: stretch[0] as string, to: stretch[1] as string })
      : writeDay(this.#state.day, this.#language);
    const { panel, place, selected } = this.#state;
    const isAboutMap = panel === 'tour' || (panel === 'place' ? place : panel === null && selected) !== null;
    const close = (pane: Pane): TemplateResult =>
      html`<button type="button" class="${pane}-close" @click=${() => this.#panes.close()}>
        ${this.#say(`map.${pane}-close`)}
      </button>`;
    return html`
      <div
        class="frame"
        data-actions=${this.#element.querySelectorAll(':scope > [slot=actions]').length || nothing}
        data-without=${CONTROLS.filter((name) => !this.#state.controls.includes(name)).join(' ')}
        @keydown=${this.#choosing.onKey}
      >
        <div class="stage">
          <div
            class="map"
            part="map"
            role="region"
            aria-label=${eyes ? this.#say('map.label-eyes', { date, eyes }) : this.#say('map.label', { date })}
          ></div>
          <div class="map compared" ?hidden=${(this.#view?.compare ?? null) === null}></div>
          ${this.#after?.comparing.render(this.#say, this.#view)}
          <div class="corner">
            <div class="heading"><slot name="title"></slot></div>
            <p class="eyes">${eyes}</p>
            <p class="printed-day">${date}</p>
            <div
              class="legend"
              id="legend"
              role=${this.#panes.isOpen('legend') ? 'dialog' : nothing}
              aria-label=${this.#panes.isOpen('legend') ? this.#say('map.legend-open') : nothing}
              ?data-open=${this.#panes.isOpen('legend')}
            >
              ${close('legend')}
              <treaty-legend></treaty-legend>
            </div>
            <div class="credit"><slot name="credit"></slot></div>
          </div>
          ${this.#renderNotice()}
          <div class="buttons">
            <slot name="actions"></slot>
            ${renderTools(this.#say, () => this.#mount.view)}
          </div>
          ${renderNotices(this.#say, this.#notices)}
        </div>
        <div class="peek" @pointerdown=${this.#swipe.start} @pointerup=${this.#swipe.end}>
          <div class="openers">${this.#renderOpener('legend')} ${this.#renderOpener('list')}</div>
          <treaty-glance class="glance"></treaty-glance>
        </div>
        <treaty-date-slider class="bar" part="bar"></treaty-date-slider>
        <div
          class="list"
          part="list"
          id="list"
          tabindex="-1"
          ?data-open=${this.#panes.isOpen('list')}
          ?data-tour=${panel === 'tour'}
          ?data-half=${isAboutMap && !this.#panes.pulledUp}
        >
          <div class="list-head" @pointerdown=${this.#swipe.start} @pointerup=${this.#swipe.end}>
            <button type="button" class="list-legend" @click=${() => this.#panes.toggle('legend')}>
              ${this.#say('map.legend-open')}
            </button>
            ${close('list')}
          </div>
          ${renderPages(this.#say, panel, {
            open: (panel) => this.#choosing.openPanel(panel),
            back: this.#choosing.canGoBack ? () => this.#choosing.back() : null,
          })}
          ${renderPage(this.#view)}
        </div>
      </div>
    `;
  }
}
