import { html, nothing, type TemplateResult } from 'lit';
import { writeDay } from '../../language/language';
import type { Insets, MapOptions, TreatyMapView } from '../../map/treaty-map-view';
import { onDay, type TreatyView } from '../view';
import { MapMount } from './map-mount';
import type { Say } from './stage';

interface ComparingParts {
  /** Where the second map goes: over the first, which it covers to the right of the divider. */
  readonly container: () => HTMLElement | null;
  /** What lies over the map, so that the divider starts in the middle of what is free. */
  readonly insets: () => Insets;
  /** The boxes in the window that stand over both maps. */
  readonly covers: () => readonly DOMRect[];
  /** What both maps have in common. */
  readonly options: () => Omit<MapOptions, 'signal'>;
  /** What the second map is called, so that it is told from the first. */
  readonly title: () => string;
  /** The first map; null while there is none. */
  readonly map: () => TreatyMapView | null;
  readonly onFailure: (cause: unknown) => void;
}

/** Half the width of the handle, CSS pixels: as near as the divider comes to an edge. */
const HANDLE = 22;

/** The second map, for a day to compare with, and the divider between the two. Costs nothing while there is no such day. */
export class Comparing {
  #parts: ComparingParts;
  #mount = new MapMount();
  #starting: Promise<void> | null = null;
  #unlink: (() => void) | null = null;
  #second: TreatyView | null = null;
  /** The divider that has been given its place; another comes with the next comparison. */
  #placed: HTMLInputElement | null = null;

  constructor(parts: ComparingParts) {
    this.#parts = parts;
  }

  /** Shows the day to compare with: makes the second map, or releases it where there is no such day or no first map. */
  show(view: TreatyView | null): void {
    this.#place();
    const first = this.#parts.map();
    if (!view || view.compare === null || !first) {
      this.stop();
      return;
    }
    this.#second = secondOf(view, view.compare, this.#second);
    if (this.#mount.view) this.#mount.view.set(this.#second);
    else this.#starting ??= this.#start(first);
  }

  /** Resolves when the second map shows its day; at once where there is none. */
  async settled(): Promise<void> {
    await this.#starting;
    await this.#mount.view?.settled();
  }

  /** The second map; null while there is none. */
  get map(): TreatyMapView | null {
    return this.#mount.view;
  }

  stop(): void {
    const was = this.#unlink;
    was?.();
    this.#unlink = null;
    this.#starting = null;
    this.#second = null;
    this.#mount.stop();
    if (was) this.#makeRoom();
  }

  /** What of one map is the other's, with what stands over both: names keep clear of it, so that none is cut. */
  covers(side: 'before' | 'after'): DOMRect[] {
    const divider = this.#unlink ? this.#placed : null;
    if (!divider) return [];
    const { left, top, width, height, bottom } = divider.getBoundingClientRect();
    const split = splitOf(divider);
    const other =
      side === 'before'
        ? new DOMRect(left + split, top, width - split, height)
        : new DOMRect(left, top, split, height);
    const handle = new DOMRect(left + split - HANDLE, (top + bottom) / 2 - HANDLE, 2 * HANDLE, 2 * HANDLE);
    const dates = divider.parentElement?.querySelectorAll('.side') ?? [];
    return [other, handle, ...[...dates].map((date) => date.getBoundingClientRect())];
  }

  #makeRoom = (): void => {
    this.#parts.map()?.makeRoom();
    this.#mount.view?.makeRoom();
  };

  async #start(first: TreatyMapView): Promise<void> {
    const container = this.#parts.container();
    if (!container) return;
    try {
      const options = this.#parts.options();
      const made = await this.#mount.start(() => ({
        ...options,
        say: (key, values) => (key === 'maplibre.Map.Title' ? this.#parts.title() : options.say(key, values)),
        container,
        covers: () => [...this.#parts.covers(), ...this.covers('after')],
        scene: this.#second as TreatyView,
        look: first.camera,
        onLook: () => undefined,
      }));
      if (!made || !this.#mount.view || !this.#second) return;
      this.#unlink = first.link(this.#mount.view);
      this.#mount.view.set(this.#second);
      this.#makeRoom();
    } catch (cause) {
      this.#parts.onFailure(cause);
    }
  }

  /** The divider, and over each side its day; nothing where no two days are compared. */
  render(say: Say, view: TreatyView | null): TemplateResult | typeof nothing {
    if (!view || view.compare === null) return nothing;
    const { language } = view;
    const [date, other] = [writeDay(view.day, language), writeDay(view.compare, language)];
    return html`<p class="side before" dir="auto">${date}</p>
      <p class="side after" dir="auto">${other}</p>
      <input
        class="divider"
        type="range"
        dir="ltr"
        min="0"
        max="100"
        aria-label=${say('compare.divider', { date, other })}
        @input=${this.#onInput}
        @change=${this.#makeRoom}
      />`;
  }

  /** Puts a new divider in the middle of what is free of the map. */
  #place(): void {
    const divider =
      this.#parts.container()?.parentElement?.querySelector<HTMLInputElement>('.divider') ?? null;
    if (divider === this.#placed) return;
    this.#placed = divider;
    if (!divider) return;
    const { left, right } = this.#parts.insets();
    const width = divider.clientWidth;
    divider.valueAsNumber = ((left + width - right) / 2 - HANDLE) / ((width - 2 * HANDLE) / 100);
    showSplit(divider);
  }

  #onInput = (event: Event): void => showSplit(event.currentTarget as HTMLInputElement);
}

/** Where the divider is, CSS pixels from the left edge of the map. */
function splitOf({ valueAsNumber, clientWidth }: HTMLInputElement): number {
  return HANDLE + (clientWidth - 2 * HANDLE) * (valueAsNumber / 100);
}

/** Draws the line under the handle. */
function showSplit(divider: HTMLInputElement): void {
  const split = `calc(${HANDLE}px + (100% - ${2 * HANDLE}px) * ${divider.valueAsNumber / 100})`;
  divider.closest<HTMLElement>('.stage')?.style.setProperty('--_split', split);
}

/** The view of the second day: all else as in the first. The same object where nothing of it is different. */
function secondOf(view: TreatyView, day: TreatyView['day'], last: TreatyView | null): TreatyView {
  const next = onDay(view, day);
  const keys = Object.keys(next) as (keyof TreatyView)[];
  return last && keys.every((key) => last[key] === next[key]) ? last : next;
}
