import type { LonLat } from '../../atlas/applied';
import type { Atlas } from '../../atlas/atlas';
import type { TreatyMapView } from '../../map/treaty-map-view';
import { isoOf, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import type { PageElement } from '../page-element';
import { belongsTo, panelOf, territoriesOf, type Panel } from '../panels';
import type * as afterMap from './after-map';
import type { SettingName } from './attributes';
import type { BodyHost } from './body-host';
import type { Clicked } from './choose';
import type { Panes } from './panes';
import type { Wrong } from './settings';
import type { TreatyState } from './state';

/** How near the map goes to a place that was typed. */
const PLACE_ZOOM = 5;

/** What a thing of the record has to show beside its page: its day, and where on the map it is. */
export interface Showing {
  /** The day it happened or is shown on, where the slider reaches it. */
  readonly day: Day | null;
  /** Territories to be seen whole; none where `focus` says where to look, or where nothing does. */
  readonly territories: ReadonlySet<string>;
  readonly focus: { readonly lon: number; readonly lat: number; readonly zoom: number } | null;
}

/** A place to the metre: nobody points at less, and an address has to be read. */
function toTheMetre([lon, lat]: LonLat): LonLat {
  return [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
}

const NOTHING: Showing = { day: null, territories: new Set(), focus: null };

/**
 * What choosing a thing brings.
 * @param range the days that the slider reaches
 * @param touring whether it is chosen on the guided tour, which shows an event by its territories
 */
export function showingOf(
  atlas: Atlas,
  id: string,
  today: Day,
  { first, last }: DayRange,
  touring = false,
): Showing {
  const within = (day: Day | null): Day | null => (day !== null && day >= first && day <= last ? day : null);
  switch (atlas.kindOf(id)) {
    case 'territory':
      return { ...NOTHING, territories: territoriesOf(atlas, id) };
    case 'provision': {
      const all = territoriesOf(atlas, id);
      const records = atlas.at(today).records.filter(({ provision }) => provision === id);
      const now = new Set(records.flatMap(({ territory }) => territory ?? []));
      return { ...NOTHING, territories: now.size > 0 ? now : all };
    }
    case 'event': {
      const event = atlas.events.find(({ item }) => item.id === id);
      if (!event) return NOTHING;
      const day = within(event.bound.stated);
      const { tour, focus } = event.item;
      return touring && tour
        ? { day, territories: new Set(tour.territories), focus: null }
        : { ...NOTHING, day, focus };
    }
    case 'claim': {
      const claim = atlas.claims.find((one) => one.id === id);
      return claim ? { ...NOTHING, day: within(atlas.dayOfClaim(claim)), focus: claim.focus } : NOTHING;
    }
    default:
      return NOTHING;
  }
}

/** What is open beside the map. */
export interface Open {
  readonly panel: Panel | null;
  readonly selected: string | null;
  readonly place: LonLat | null;
}

/** What is open once a thing is chosen: its own page, or the page of the tour for an event of it. */
export function opened(atlas: Atlas, id: string, { panel, place }: Open): Open {
  const home = panelOf(atlas, id);
  return { selected: id, place, panel: home === 'events' && panel === 'tour' ? 'tour' : home };
}

/** What answers a click. */
export type Answers = Pick<typeof afterMap, 'answeringAt' | 'locate' | 'nextChoice' | 'territoriesAt'>;

interface ChoosingParts {
  readonly state: TreatyState;
  readonly panes: Panes;
  readonly map: () => TreatyMapView | null;
  /** The code of the pages, which may be on its way. */
  readonly pages: () => Promise<unknown>;
  /** What answers a click, which may be on its way; null where it cannot be had. Never rejects. */
  readonly answers: () => Promise<Answers | null>;
  readonly report: (wrong: Wrong | null, about: SettingName) => void;
}

/** How many steps the way back remembers. */
const TRAIL = 50;

/** What is open beside the map, how it comes to be open, and the way back. */
export class Choosing {
  #host: BodyHost;
  #parts: ChoosingParts;
  /** What was open before, the last at the end. */
  #trail: Open[] = [];
  #clicked: Clicked | null = null;
  /** How the map goes to what was asked for last. */
  #going: (() => void) | null = null;
  /** What had the focus when the first page opened over the list of the day: it gets it back. */
  #opener: HTMLElement | null = null;

  constructor(host: BodyHost, parts: ChoosingParts) {
    this.#host = host;
    this.#parts = parts;
  }

  get canGoBack(): boolean {
    return this.#trail.length > 0;
  }

  /** Goes back to what was open before. */
  back(): void {
    const last = this.#trail.pop();
    if (last) this.#show(last, true);
  }

  /** Forgets the way back: the atlas is another. */
  forget(): void {
    this.#trail = [];
    this.#clicked = null;
  }

  /**
   * Chooses a thing by its id, or nothing: opens its page, sets its day and goes there.
   * @param focus whether the page that opens takes the focus, as where a control asked for it
   */
  choose(id: string | null, focus: boolean): void {
    const { state, report } = this.#parts;
    const { atlas } = state;
    if (id === null) {
      this.#open({ ...this.#now, selected: null }, focus);
      return;
    }
    if (!atlas || atlas.kindOf(id) === null) {
      report(state.setSelected(id), 'select');
      this.#host.requestUpdate();
      return;
    }
    const showing = showingOf(atlas, id, state.day, state.range, state.panel === 'tour');
    if (showing.day !== null) report(state.setDate(isoOf(showing.day)), 'date');
    this.#open(opened(atlas, id, this.#now), focus);
    this.#parts.panes.reveal('list');
    this.#goOnceShown(() => this.#goTo(showing));
  }

  /** Opens a page, or with null the list of the day. */
  openPanel(panel: Panel | null): void {
    const { atlas, selected, place } = this.#parts.state;
    const stays = atlas !== null && panel !== null && belongsTo(atlas, selected, panel);
    this.#open({ panel, selected: stays ? selected : null, place: panel === null ? null : place }, true);
  }

  /** Asks what applied at a place, and goes there if it is out of sight. */
  askPlace(place: LonLat): void {
    this.#open({ panel: 'place', selected: null, place }, true);
    this.#goOnceShown(() => this.#bringIntoSight(place, PLACE_ZOOM));
  }

  /** Goes nowhere any more for what was asked: somebody has said since where to look. */
  stay(): void {
    this.#going = null;
  }

  /** Goes where what is open is about, once that is there, so that the map knows what is free of it. */
  #goOnceShown(go: () => void): void {
    this.#going = go;
    void this.#shown().then(() => {
      if (this.#going === go) go();
    });
  }

  /** Answers a click on the map, at once or as soon as it can: with the place, and with one of the territories that hold it. */
  pointAt(point: LonLat, withinKm: number): void {
    void this.#parts.answers().then((answers) => {
      if (answers) this.#answer(answers, { at: toTheMetre(point), withinKm });
    });
  }

  #answer(answers: Answers, click: Clicked): void {
    const { at, withinKm } = click;
    const answering = this.answering(answers, at, withinKm);
    const selected = answers.nextChoice(answering, this.#parts.state.selected, click, this.#clicked);
    this.#clicked = click;
    const place = selected === null ? at : toTheMetre(this.#meant(answers, selected, at));
    const seen = this.#parts.map()?.shows(place);
    this.#open({ panel: 'place', selected, place }, false);
    // What opens may lie over it.
    if (seen) this.#goOnceShown(() => this.#bringIntoSight(place, 0));
  }

  /** Where somebody meant who pointed beside a line or a point: the page has to tell of what is chosen. */
  #meant({ locate, territoriesAt }: Answers, id: string, at: LonLat): LonLat {
    const { atlas, shapes } = this.#parts.state;
    if (!atlas || !shapes || territoriesAt(atlas, shapes, at)?.has(id)) return at;
    return locate(shapes, at, Infinity, (territory) => territory === id)[0]?.nearest ?? at;
  }

  /** The territories that answer at a place on the day shown, what a person most likely means first. */
  answering({ answeringAt }: Answers, at: LonLat, withinKm: number): string[] {
    const view = this.#parts.state.view();
    return view?.shapes ? answeringAt(at, withinKm, view.moment, view.shapes, view.layers) : [];
  }

  /** Escape closes what is innermost. */
  onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    const { state, panes } = this.#parts;
    if (panes.isOpen('legend')) panes.close();
    else if (state.selected !== null && state.panel !== 'place') this.choose(null, true);
    else if (state.panel !== null) this.openPanel(null);
    else panes.close();
  };

  #goTo({ territories, focus }: Showing): void {
    const map = this.#parts.map();
    if (focus) map?.goTo([focus.lon, focus.lat], focus.zoom);
    else map?.fit(territories);
  }

  /** @param zoom how near at least, if the map has to move at all */
  #bringIntoSight(place: LonLat, zoom: number): void {
    const map = this.#parts.map();
    if (map && !map.shows(place)) map.goTo(place, Math.max(zoom, map.maplibre.getZoom()));
  }

  get #now(): Open {
    const { panel, selected, place } = this.#parts.state;
    return { panel, selected, place };
  }

  #open(next: Open, focus: boolean): void {
    const now = this.#now;
    const same = now.panel === next.panel && now.selected === next.selected && now.place === next.place;
    if (!same) this.#trail = [...this.#trail.slice(1 - TRAIL), now];
    if (now.panel === null && now.selected === null) this.#opener = focusedIn(this.#host.renderRoot);
    this.#show(next, focus);
  }

  #show(next: Open, focus: boolean): void {
    const { state } = this.#parts;
    if (next.panel === null && next.selected === null) this.#trail = [];
    const inside = this.#page?.matches(':focus-within') ?? false;
    state.setSelected(next.selected);
    state.setPanel(next.panel);
    state.place = next.place;
    this.#host.requestUpdate();
    void this.#shown().then(() => this.#reveal(focus || inside));
  }

  get #page(): (HTMLElement & Partial<PageElement>) | null {
    return this.#host.renderRoot.querySelector('.page');
  }

  /** Resolves when what is open is to be seen. */
  async #shown(): Promise<void> {
    await this.#host.updateComplete;
    await this.#parts.pages();
    await this.#page?.updateComplete;
  }

  /**
   * Brings the page that has opened to its beginning or, in a sheet so low that this would hide the answer, to that; and takes
   * the focus there or, when the page has gone, to the list.
   */
  #reveal(focus: boolean): void {
    const list = this.#host.renderRoot.querySelector<HTMLElement>('.list');
    const page = this.#page;
    if (page && list) {
      list.scrollTop = 0;
      const head = list.querySelector('.list-head')?.getBoundingClientRect().bottom;
      const answer = page.findAnswer?.()?.getBoundingClientRect().top;
      if (list.hasAttribute('data-half') && head && answer) list.scrollTop = answer - head;
    }
    const opener = this.#opener?.isConnected ? this.#opener : list;
    if (focus) (page ?? opener)?.focus({ preventScroll: list !== null && list.scrollTop > 0 });
  }
}

/** What has the focus, however deep in elements of its own. */
function focusedIn(root: DocumentOrShadowRoot): HTMLElement | null {
  const { activeElement: focused } = root;
  const inner = focused?.shadowRoot ? focusedIn(focused.shadowRoot) : null;
  return inner ?? (focused as HTMLElement | null);
}
