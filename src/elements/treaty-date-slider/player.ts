import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextDay } from '../../time/change-days';
import type { Day } from '../../time/day';
import type { DayRange } from '../../time/scale';

export const PLAY_BY = ['changes', 'days'] as const;
export const SPEEDS = ['slow', 'medium', 'fast'] as const;

/** How time is played. */
export interface PlaySettings {
  /** From change to change, or through every day. */
  readonly by: (typeof PLAY_BY)[number];
  readonly speed: (typeof SPEEDS)[number];
  /** Whether it begins again after the end. */
  readonly loop: boolean;
}

/** Days a second. */
export const DAYS_A_SECOND = { slow: 7, medium: 30, fast: 90 } as const satisfies Record<
  PlaySettings['speed'],
  number
>;
/** How long a change stays: a time to see it, and a time to read each character of what is said of it; milliseconds. */
const DWELL = { slow: [1500, 60], medium: [900, 38], fast: [700, 8] } as const;
const LONGEST = 8000;
/** For who wants no motion time does not glide: it goes on once in so many milliseconds. */
const UNHURRIED = 1000;

interface PlayContext {
  readonly settings: () => PlaySettings;
  readonly range: () => DayRange;
  readonly day: () => Day;
  /** The days that it goes to from change to change, sorted. */
  readonly stops: () => readonly Day[];
  /** How many characters are to be read of the day shown. */
  readonly toRead: () => number;
  /** Goes to a day at once; false where that was refused, which ends the play. */
  readonly go: (day: Day) => boolean;
}

/**
 * Plays time, in one loop of animation frames that runs only while something plays: a hidden page stands still, and a page
 * that is not shown costs nothing.
 */
export class Player implements ReactiveController {
  #host: ReactiveControllerHost;
  #context: PlayContext;
  #frame = 0;
  /** When it last went on, as frames tell the time. */
  #since = 0;
  /** The day it has come to, and the part of the day that is yet to be played. */
  #day = 0 as Day;
  #rest = 0;
  /** The day that was last shown. */
  #shown: Day | null = null;

  constructor(host: ReactiveControllerHost, context: PlayContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** A new day that it has not gone to is somebody else's: they have taken over. */
  hostUpdate(): void {
    const day = this.#context.day();
    if (day === this.#shown) return;
    this.#shown = day;
    if (day !== this.#day) this.stop();
  }

  get playing(): boolean {
    return this.#frame !== 0;
  }

  /** Begins, at the end of the range from its beginning; answers at once by going on to the next change. */
  start(): void {
    if (this.playing) return;
    const { settings, day, stops, range } = this.#context;
    this.#day = day();
    this.#rest = 0;
    this.#since = performance.now();
    const over = this.#next === null;
    const goes = over ? this.#go(range().first) : settings().by === 'days' || this.#step();
    if (!goes || (settings().by === 'changes' && stops().length === 0)) return;
    this.#frame = requestAnimationFrame(this.#onFrame);
    this.#host.requestUpdate();
  }

  stop(): void {
    if (!this.playing) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#host.requestUpdate();
  }

  get #next(): Day | null {
    const { settings, stops, range } = this.#context;
    if (settings().by === 'changes') return nextDay(stops(), this.#day);
    return this.#day < range().last ? ((this.#day + 1) as Day) : null;
  }

  #go(day: Day): boolean {
    const last = this.#day;
    this.#day = day;
    if (day === last || this.#context.go(day)) return true;
    this.#day = last;
    return false;
  }

  /** Goes on to the next change; after the last begins again, or gives false. */
  #step(): boolean {
    const { settings, range } = this.#context;
    const next = this.#next ?? (settings().loop ? range().first : null);
    return next !== null && this.#go(next);
  }

  /** Goes on by the days that have passed; after the last begins again, or gives false. */
  #glide(elapsed: number): boolean {
    const { settings, range } = this.#context;
    const passed = this.#rest + (elapsed / 1000) * DAYS_A_SECOND[settings().speed];
    const whole = Math.floor(passed);
    this.#rest = passed - whole;
    if (whole === 0) return true;
    const { first, last } = range();
    // The last day is shown before it begins again.
    if (this.#day === last) return settings().loop && this.#go(first);
    return this.#go(Math.min(last, this.#day + whole) as Day);
  }

  get #wait(): number {
    const { settings, toRead } = this.#context;
    const { by, speed } = settings();
    if (by === 'days') return matchMedia('(prefers-reduced-motion: reduce)').matches ? UNHURRIED : 0;
    const [see, character] = DWELL[speed];
    return Math.min(LONGEST, see + character * toRead());
  }

  #onFrame = (now: number): void => {
    const elapsed = now - this.#since;
    if (elapsed >= this.#wait) {
      this.#since = now;
      const goes = this.#context.settings().by === 'changes' ? this.#step() : this.#glide(elapsed);
      if (!goes) {
        this.stop();
        return;
      }
    }
    // A listener of the step may have stopped the play.
    if (this.playing) this.#frame = requestAnimationFrame(this.#onFrame);
  };
}
