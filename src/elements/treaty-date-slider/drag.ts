import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import { aimedAt, paceAt, stretchAt, type Pace } from './aim';

interface DragContext {
  /** The element that the pointer moves over: its box is the way of the thumb. */
  readonly track: () => HTMLElement;
  readonly range: () => DayRange;
  readonly day: () => Day;
  /** The days whose marks attract, sorted. */
  readonly stops: () => readonly Day[];
  /** Whether time runs from right to left. */
  readonly rtl: () => boolean;
  /** Asks for a day: one of many on the way, or the one of a single press. */
  readonly ask: (day: Day, how: 'drag' | 'press') => void;
  /** The pointer has let go. */
  readonly end: () => void;
}

/** How near to the middle of the thumb a press takes hold of it, and from how far off a mark attracts, CSS pixels. */
const GRIP = { mouse: 10, finger: 22 } as const;
const REACH = { mouse: 4, finger: 8 } as const;
/** A finger has to move so far, CSS pixels, before it drags: until then it may be about to scroll the page. */
const SLACK = 4;

/** A pointer that is down. */
interface Hold {
  readonly id: number;
  readonly kind: keyof typeof GRIP;
  readonly startX: number;
  /** Whether a press of its own is still to be answered: it took hold of the thumb, or may be about to scroll. */
  readonly waits: boolean;
  /** How far from the middle of the thumb it came down, CSS pixels. */
  readonly beside: number;
  /** How far it is off the middle of the thumb that it holds; that it keeps. */
  off: number;
  moves: boolean;
  pace: Pace;
  exact: number;
}

/**
 * What mouse, pen and finger do on the track. A native range input knows one pace: on a phone nine days a pixel. Here a drag
 * goes slower the further the pointer is from the track, and the track shows the days at that pace; near the track marks
 * attract.
 */
export class Drag implements ReactiveController {
  #host: ReactiveControllerHost;
  #context: DragContext;
  #hold: Hold | null = null;
  #stretch: DayRange | null = null;

  constructor(host: ReactiveControllerHost, context: DragContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#hold = this.#stretch = null;
  }

  /** Whether a drag is under way. */
  get moves(): boolean {
    return this.#hold?.moves ?? false;
  }

  /** The stretch of days that the track shows while a drag goes slowly; null while it shows the whole range. */
  get stretch(): DayRange | null {
    return this.#stretch;
  }

  readonly onDown = (event: PointerEvent): void => {
    if (this.#hold || event.button !== 0 || !event.isPrimary) return;
    const { day, track } = this.#context;
    const kind = event.pointerType === 'touch' ? 'finger' : 'mouse';
    const beside = this.#along(event) - this.#place(day());
    const thumb = Math.abs(beside) <= GRIP[kind];
    track().setPointerCapture(event.pointerId);
    const hold: Hold = {
      id: event.pointerId,
      kind,
      startX: event.clientX,
      waits: thumb || kind === 'finger',
      beside,
      off: thumb ? beside : 0,
      moves: false,
      pace: 0,
      exact: day(),
    };
    this.#hold = hold;
    if (!hold.waits) this.#aim(event, hold, 'press');
  };

  readonly onMove = (event: PointerEvent): void => {
    const hold = this.#hold;
    if (hold?.id !== event.pointerId) return;
    if (!hold.moves) {
      const moved = Math.abs(event.clientX - hold.startX);
      if (moved < (hold.kind === 'finger' ? SLACK : 1)) return;
      hold.moves = true;
      this.#host.requestUpdate();
    }
    this.#setPace(event, hold);
    this.#aim(event, hold, 'drag');
  };

  readonly onUp = (event: PointerEvent): void => {
    const hold = this.#hold;
    if (hold?.id !== event.pointerId) return;
    if (!hold.moves && hold.waits && Math.abs(hold.beside) > REACH[hold.kind]) {
      hold.off = 0;
      this.#aim(event, hold, 'press');
    }
    this.#end();
  };

  /** The browser has taken the pointer, to scroll the page for one: nothing is asked for. */
  readonly onLost = (event: PointerEvent): void => {
    if (this.#hold?.id === event.pointerId) this.#end();
  };

  #end(): void {
    this.#hold = this.#stretch = null;
    this.#context.end();
    this.#host.requestUpdate();
  }

  /** How far along the track the pointer is, CSS pixels in the direction of time. */
  #along(event: PointerEvent): number {
    const { left, right } = this.#context.track().getBoundingClientRect();
    return this.#context.rtl() ? right - event.clientX : event.clientX - left;
  }

  get #shown(): DayRange {
    return this.#stretch ?? this.#context.range();
  }

  get #width(): number {
    return this.#context.track().getBoundingClientRect().width;
  }

  get #perDay(): number {
    return this.#width / Math.max(1, this.#shown.last - this.#shown.first);
  }

  #place(day: number): number {
    return (day - this.#shown.first) * this.#perDay;
  }

  #setPace(event: PointerEvent, hold: Hold): void {
    const { top, bottom } = this.#context.track().getBoundingClientRect();
    const away = Math.max(top - event.clientY, event.clientY - bottom, 0);
    const pace = paceAt(away, hold.pace);
    if (pace === hold.pace) return;
    hold.pace = pace;
    const range = this.#context.range();
    const along = this.#along(event);
    const stretch = stretchAt(pace, hold.exact, along, this.#width, range);
    this.#stretch = stretch === range ? null : stretch;
    // At another pace the thumb goes on from where it is: under the pointer where the track has come to it.
    hold.off = along - this.#place(hold.exact);
    this.#host.requestUpdate();
  }

  #aim(event: PointerEvent, hold: Hold, how: 'drag' | 'press'): void {
    const { range, stops, ask } = this.#context;
    const { first, last } = range();
    const exact = this.#shown.first + (this.#along(event) - hold.off) / this.#perDay;
    hold.exact = Math.min(last, Math.max(first, exact));
    ask(aimedAt(hold.exact, stops(), range(), this.#perDay, REACH[hold.kind]), how);
  }
}
