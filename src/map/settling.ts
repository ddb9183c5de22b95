import type { Map as MapLibreMap } from 'maplibre-gl';

/** What the map still owes: nothing, a frame, or a frame after the worker has answered. */
type Debt = 'nothing' | 'frame' | 'work';

/** A tab that is hidden gets no frames; after so many milliseconds one is drawn without being asked for. */
const OVERDUE = 400;
/** The worker may be gone; after so many milliseconds nobody waits for it any more. */
const HOPELESS = 15_000;

/**
 * Knows when the map shows what it was last told. A change of the day needs one frame; texts in another language or other
 * colours need the worker first. `idle` alone will not do: after no change it never comes.
 */
export class Settling {
  readonly #map: MapLibreMap;
  readonly #subscriptions: readonly { unsubscribe(): void }[];
  #debt: Debt = 'nothing';
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #since = 0;
  /** Whether the tab has been given a frame since it was last looked at. */
  #awake = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#subscriptions = [
      map.on('render', () => {
        if (this.#debt === 'frame') this.#settle();
      }),
      map.on('idle', () => {
        // Without a style the map is idle too.
        if (map.loaded()) this.#settle();
      }),
    ];
  }

  owe(debt: Exclude<Debt, 'nothing'>): void {
    if (this.#debt === 'nothing' || debt === 'work') this.#debt = debt;
    this.#map.triggerRepaint();
  }

  settled(): Promise<void> {
    if (this.#debt === 'nothing') return Promise.resolve();
    if (this.#timer === undefined) {
      this.#since = performance.now();
      this.#watch();
      this.#timer = setInterval(() => this.#hurry(), OVERDUE);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  stop(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#settle();
  }

  #watch(): void {
    this.#awake = false;
    requestAnimationFrame(() => (this.#awake = true));
  }

  #hurry(): void {
    if (!this.#awake) this.#map.redraw();
    this.#watch();
    if (performance.now() - this.#since > HOPELESS) this.#settle();
  }

  #settle(): void {
    this.#debt = 'nothing';
    clearInterval(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
