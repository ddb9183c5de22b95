import type { Atlas } from '../../atlas/atlas';
import type { Changes } from '../../atlas/record';
import { clampDay, isoOf, parseDay, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import type { TreatyView } from '../view';
import { namesOf, readDate, readLayers, textOf, type LayersInput } from './settings';

/** The slider's range and the day shown until the atlas or the page says otherwise. */
const DEFAULT_RANGE: DayRange = { first: parseDay('1945-01-01') as Day, last: parseDay('1953-12-31') as Day };
const DEFAULT_DAY = parseDay('1945-08-14') as Day;

/** What a step from one day to another brought. */
export interface DateChange extends Changes {
  readonly day: Day;
  readonly previous: Day;
}

/**
 * All that the element owns, and the view made of it. Knows no page: bad input gives a problem in words, for the element
 * to report, and keeps the last good value.
 */
export class TreatyState {
  language = 'en';
  selected: string | null = null;
  highlighted: string | null = null;
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
    return readLayers(this.#names, this.#atlas.manifest.layers, this.language).value;
  }

  /** Takes an atlas, and says what was asked for before it came and does not fit it. */
  adopt(atlas: Atlas): string[] {
    this.#atlas = atlas;
    this.#range = atlas.range;
    const awaited = this.#awaited === null ? null : this.setDate(isoOf(this.#awaited));
    this.#awaited = null;
    this.#day = clampDay(this.#day, this.#range.first, this.#range.last);
    return [awaited, this.#layerProblem()].filter((text) => text !== null);
  }

  /** Lets go of the atlas and of what was chosen in it, before another is loaded. */
  drop(): void {
    this.#atlas = null;
    this.#view = null;
    this.selected = null;
    this.highlighted = null;
  }

  setDate(input: unknown): string | null {
    const { value, problem } = readDate(input, this.#range, this.#day, this.language);
    const day = problem && !this.#atlas ? parseDay(textOf(input).trim()) : null;
    this.#day = value;
    this.#awaited = day;
    return day === null ? problem : null;
  }

  setLayers(input: LayersInput): string | null {
    this.#names = namesOf(input);
    return this.#layerProblem();
  }

  /** The view of the state as it stands; the same object while nothing in it has changed, null before the atlas is there. */
  view(): TreatyView | null {
    if (!this.#atlas) return null;
    const old = this.#view;
    const { layers } = this;
    const same = old?.layers.size === layers.length && layers.every((layer) => old.layers.has(layer));
    const next: TreatyView = {
      atlas: this.#atlas,
      day: this.#day,
      moment: this.#atlas.at(this.#day),
      layers: same ? old.layers : new Set(layers),
      language: this.language,
      selected: this.selected,
      highlighted: this.highlighted,
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

  #layerProblem(): string | null {
    return this.#atlas ? readLayers(this.#names, this.#atlas.manifest.layers, this.language).problem : null;
  }
}
