import type { LonLat, Shapes } from '../../atlas/applied';
import type { Atlas } from '../../atlas/atlas';
import type { ReadFile } from '../../atlas/load';
import type { Changes, Moment } from '../../atlas/record';
import { clampDay, isoOf, parseDay, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import { panelOf, territoriesOf, type Panel } from '../panels';
import type { Projection } from '../../map/plane';
import type { Eyes, TreatyView } from '../view';
import type { SettingName } from './attributes';
import {
  CONTROLS,
  namesOf,
  readControls,
  readDate,
  readEyes,
  readGestures,
  readLayers,
  readPanel,
  readPlace,
  readProjection,
  readTheme,
  readZoom,
  textOf,
  type ControlName,
  type ControlsInput,
  type Gestures,
  type LayersInput,
  type PlaceInput,
  type Setting,
  type ThemeName,
  type Wrong,
} from './settings';

/** The slider's range and the day shown until the atlas or the page says otherwise. */
const DEFAULT_RANGE: DayRange = { first: parseDay('1945-01-01') as Day, last: parseDay('1953-12-31') as Day };
const DEFAULT_DAY = parseDay('1945-08-14') as Day;

/** Any day that can be written, for a page that asks before the atlas says which it has. */
const EVER: DayRange = { first: parseDay('0001-01-01') as Day, last: parseDay('9999-12-31') as Day };

/** What a step from one day to another brought. */
export interface DateChange extends Changes {
  readonly day: Day;
  readonly previous: Day;
}

/**
 * All that the element owns, and the view made of it. Knows no page: bad input gives a problem, for the element to put in words
 * and report, and keeps the last good value.
 */
export class TreatyState {
  language = 'en';
  highlighted: string | null = null;
  /** The shapes by layer; null until they are loaded. */
  shapes: Shapes | null = null;
  /** Reads the files of the atlas; null until the shapes are loaded. */
  read: ReadFile | null = null;
  /** Where the map looks; null as the first view has it. */
  at: LonLat | null = null;
  zoom: number | null = null;
  /** The other end of the stretch of days shown; null for the day alone. */
  spanFrom: Day | null = null;
  /** The day that the one shown is compared with. */
  compare: Day | null = null;
  /** The place that is asked about. */
  place: LonLat | null = null;
  #selected: string | null = null;
  #panel: Panel | null = null;
  #viewpoint: Eyes = 'all';
  #projection: Projection = 'conic';
  #theme: ThemeName | null = null;
  #gestures: Gestures = 'cooperative';
  #controls: readonly ControlName[] | null = null;
  /** The whole range of the atlas, and what a page leaves of it. */
  #whole = DEFAULT_RANGE;
  #ends: { readonly first: Day | null; readonly last: Day | null } = { first: null, last: null };
  #range = DEFAULT_RANGE;
  #day = DEFAULT_DAY;
  #reported: Day | null = null;
  /** A day asked for that only an atlas of another range can have. */
  #awaited: Day | null = null;
  #names: readonly string[] | null = null;
  #atlas: Atlas | null = null;
  #view: TreatyView | null = null;

  get atlas(): Atlas | null {
    return this.#atlas;
  }

  get range(): DayRange {
    return this.#range;
  }

  get day(): Day {
    return this.#day;
  }

  /** The layer names asked for, or null for all. */
  get names(): readonly string[] | null {
    return this.#names;
  }

  /** The layers shown: of those that the atlas has, once it is there. */
  get layers(): readonly string[] {
    if (!this.#atlas) return this.#names ?? [];
    return readLayers(this.#names, this.#atlas.manifest.layers).value;
  }

  /** Takes an atlas, and says what was asked for before it came and does not fit it, by what it was asked of. */
  adopt(atlas: Atlas): [SettingName, Wrong][] {
    this.#atlas = atlas;
    this.#whole = atlas.range;
    const { spanFrom, compare } = this;
    this.spanFrom = this.compare = null;
    const outside = this.#narrow(this.#ends);
    // Ends that leave nothing of this atlas are no range of it.
    if (outside) this.#narrow({ first: null, last: null });
    const awaited = this.#awaited === null ? null : this.setDate(isoOf(this.#awaited));
    this.#awaited = null;
    const read: readonly [SettingName, Wrong | null][] = [
      ['until', outside],
      ['date', awaited],
      ['span-from', this.setSpanFrom(spanFrom === null ? null : isoOf(spanFrom))],
      ['compare-date', this.setCompare(compare === null ? null : isoOf(compare))],
      ['layers', this.#layerProblem()],
      ['select', this.setSelected(this.#selected)],
    ];
    return read.filter((one): one is [SettingName, Wrong] => one[1] !== null);
  }

  /** Lets go of the atlas and of what was chosen in it, before another is loaded. */
  drop(): void {
    this.#atlas = null;
    this.#view = null;
    this.#selected = null;
    this.highlighted = null;
    this.shapes = null;
    this.read = null;
  }

  /** Null for the day that is shown where none is asked for, or the next to it that the slider reaches. */
  setDate(input: unknown): Wrong | null {
    if (input === null || input === undefined) {
      this.#day = clampDay(DEFAULT_DAY, this.#range.first, this.#range.last);
      this.#awaited = null;
      return null;
    }
    const { value, problem } = readDate(input, this.#range, this.#day);
    const day = problem && !this.#atlas ? parseDay(textOf(input).trim()) : null;
    this.#day = value;
    this.#awaited = day;
    return day === null ? problem : null;
  }

  /** What is chosen; before the atlas is there, what is asked for. */
  get selected(): string | null {
    return this.#selected;
  }

  /** Takes an id of the record; one that the atlas does not have keeps the last good one, or none if there was none. */
  setSelected(input: unknown): Wrong | null {
    const id = input === null || input === undefined ? null : textOf(input).trim();
    if (id === null || !this.#atlas || this.#atlas.kindOf(id) !== null) {
      this.#selected = id;
      return null;
    }
    if (this.#selected !== null && this.#atlas.kindOf(this.#selected) === null) this.#selected = null;
    return { key: 'error.select', values: { value: id } };
  }

  /** The page beside the map: the one asked for, else the one that what is chosen has. */
  get panel(): Panel | null {
    return this.#panel ?? (this.#atlas ? panelOf(this.#atlas, this.#selected) : null);
  }

  setPanel(input: unknown): Wrong | null {
    const { value, problem } = readPanel(input, this.#panel);
    this.#panel = value;
    return problem;
  }

  get viewpoint(): Eyes {
    return this.#viewpoint;
  }

  setViewpoint(input: unknown): Wrong | null {
    const { value, problem } = readEyes(input, this.#viewpoint);
    this.#viewpoint = value;
    return problem;
  }

  /** How the map is drawn: the equal-area conic of the atlas, or Mercator for those who lay it over other web maps. */
  get projection(): Projection {
    return this.#projection;
  }

  setProjection(input: unknown): Wrong | null {
    const { value, problem } = readProjection(input, this.#projection);
    this.#projection = value;
    return problem;
  }

  get theme(): ThemeName | null {
    return this.#theme;
  }

  setTheme(input: unknown): Wrong | null {
    const { value, problem } = readTheme(input, this.#theme);
    this.#theme = value;
    return problem;
  }

  get gestures(): Gestures {
    return this.#gestures;
  }

  setGestures(input: unknown): Wrong | null {
    const { value, problem } = readGestures(input, this.#gestures);
    this.#gestures = value;
    return problem;
  }

  /** The controls shown. */
  get controls(): readonly ControlName[] {
    return this.#controls ?? CONTROLS;
  }

  /** The controls asked for, or null for all. */
  get namedControls(): readonly ControlName[] | null {
    return this.#controls;
  }

  setControls(input: ControlsInput): Wrong | null {
    const { value, problem } = readControls(input);
    this.#controls = input === null || input === undefined ? null : value;
    return problem;
  }

  /** The ends of the range that a page asks for; null where it is the atlas's own. */
  get ends(): { readonly first: Day | null; readonly last: Day | null } {
    return this.#ends;
  }

  /** Narrows the range on one side; null for the atlas's own end. A bad day keeps the last good one. */
  setEnd(side: 'first' | 'last', input: unknown): Wrong | null {
    if (input === null || input === undefined) return this.#narrow({ ...this.#ends, [side]: null });
    const { value, problem } = readDate(input, this.#atlas ? this.#whole : EVER, this.#range[side]);
    return problem ?? this.#narrow({ ...this.#ends, [side]: value });
  }

  setPlace(input: PlaceInput): Wrong | null {
    const { value, problem } = readPlace(input, this.place);
    this.place = value;
    return problem;
  }

  setAt(input: PlaceInput): Wrong | null {
    const { value, problem } = readPlace(input, this.at);
    this.at = value;
    return problem;
  }

  setZoom(input: unknown): Wrong | null {
    const { value, problem } = readZoom(input, this.zoom);
    this.zoom = value;
    return problem;
  }

  setSpanFrom(input: unknown): Wrong | null {
    const { value, problem } = this.#readOther(input, this.spanFrom);
    this.spanFrom = value;
    return problem;
  }

  setCompare(input: unknown): Wrong | null {
    const { value, problem } = this.#readOther(input, this.compare);
    this.compare = value;
    return problem;
  }

  setLayers(input: LayersInput): Wrong | null {
    this.#names = namesOf(input);
    return this.#layerProblem();
  }

  /** The view of the state as it stands; the same object while nothing in it has changed, null before the atlas is there. */
  view(): TreatyView | null {
    if (!this.#atlas) return null;
    const old = this.#view;
    const { layers, panel } = this;
    const same = old?.layers.size === layers.length && layers.every((layer) => old.layers.has(layer));
    const next: TreatyView = {
      atlas: this.#atlas,
      range: this.#range,
      day: this.#day,
      moment: this.#moment(this.#atlas),
      spanFrom: this.spanFrom,
      compare: this.compare,
      layers: same ? old.layers : new Set(layers),
      language: this.language,
      selected: this.#selected,
      chosen:
        old?.selected === this.#selected && old.panel === panel
          ? old.chosen
          : territoriesOf(this.#atlas, this.#selected, panel === 'place'),
      highlighted: this.highlighted,
      panel,
      place: this.place,
      viewpoint: this.#viewpoint,
      shapes: this.shapes,
      read: this.read,
    };
    const keys = Object.keys(next) as (keyof TreatyView)[];
    if (!old || keys.some((key) => old[key] !== next[key])) this.#view = next;
    return this.#view;
  }

  /** What has changed since this was last asked; null if nothing has, and the first time, when nothing was shown before. */
  takeDateChange(): DateChange | null {
    if (!this.#atlas || this.#reported === this.#day) return null;
    const previous = this.#reported;
    this.#reported = this.#day;
    return previous === null
      ? null
      : { day: this.#day, previous, ...this.#atlas.changes(previous, this.#day) };
  }

  /** Takes ends that leave a range of days, and keeps what is shown within it. */
  #narrow(ends: { readonly first: Day | null; readonly last: Day | null }): Wrong | null {
    const { first, last } = this.#whole;
    const next = {
      first: ends.first === null ? first : this.#atlas ? clampDay(ends.first, first, last) : ends.first,
      last: ends.last === null ? last : this.#atlas ? clampDay(ends.last, first, last) : ends.last,
    };
    if (next.first >= next.last) {
      const values = { from: isoOf(next.first), until: isoOf(next.last) };
      return { key: 'error.range', values };
    }
    this.#ends = ends;
    if (next.first !== this.#range.first || next.last !== this.#range.last) this.#range = next;
    this.#day = clampDay(this.#day, next.first, next.last);
    const within = (day: Day | null): Day | null =>
      day === null ? null : clampDay(day, next.first, next.last);
    // Before the atlas is there, they may be days of its range.
    if (this.#atlas) [this.spanFrom, this.compare] = [within(this.spanFrom), within(this.compare)];
    return null;
  }

  #moment(atlas: Atlas): Moment {
    const { spanFrom } = this;
    if (spanFrom === null) return atlas.at(this.#day);
    return spanFrom < this.#day ? atlas.during(spanFrom, this.#day) : atlas.during(this.#day, spanFrom);
  }

  /** Reads a day beside the one shown; null for none. */
  #readOther(input: unknown, kept: Day | null): Setting<Day | null> {
    if (input === null || input === undefined) return { value: null, problem: null };
    const { value, problem } = readDate(input, this.#atlas ? this.#range : EVER, kept ?? this.#day);
    return problem ? { value: kept, problem } : { value, problem: null };
  }

  #layerProblem(): Wrong | null {
    return this.#atlas ? readLayers(this.#names, this.#atlas.manifest.layers).problem : null;
  }
}
