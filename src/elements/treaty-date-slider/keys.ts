import { nextDay, previousDay } from '../../time/change-days';
import { addDays, addMonths, clampDay, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';

/** A key as it was pressed. */
export type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a key is pressed on. */
export interface KeyContext {
  readonly day: Day;
  readonly range: DayRange;
  /** The days that `[` and `]` go to, sorted. */
  readonly stops: readonly Day[];
  /** Whether time runs from right to left. */
  readonly rtl: boolean;
}

/** 1 for a key that goes later, -1 for one that goes earlier, 0 for any other. */
function directionOf(key: string, rtl: boolean): -1 | 0 | 1 {
  switch (key) {
    case 'ArrowUp':
      return 1;
    case 'ArrowDown':
      return -1;
    case 'ArrowRight':
      return rtl ? -1 : 1;
    case 'ArrowLeft':
      return rtl ? 1 : -1;
    default:
      return 0;
  }
}

/**
 * The day a key asks for, `'play'` for play and pause, or null where the key is not the slider's. Steps stop at the
 * range's ends; a month on from 31 January is 28 February. Alt does as Ctrl, which macOS keeps to itself.
 */
export function onKey(press: Press, { day, range, stops, rtl }: KeyContext): Day | 'play' | null {
  if (press.metaKey) return null;
  const inside = (to: Day): Day => clampDay(to, range.first, range.last);
  const direction = directionOf(press.key, rtl);
  if (direction !== 0) {
    if (press.ctrlKey || press.altKey) return inside(addMonths(day, 12 * direction));
    return inside(press.shiftKey ? addMonths(day, direction) : addDays(day, direction));
  }
  switch (press.key) {
    // Some keyboards need AltGr, which counts as Ctrl and Alt, to write a bracket.
    case '[':
      return previousDay(stops, day) ?? day;
    case ']':
      return nextDay(stops, day) ?? day;
  }
  if (press.ctrlKey || press.altKey) return null;
  switch (press.key) {
    case 'PageUp':
      return inside(addMonths(day, 1));
    case 'PageDown':
      return inside(addMonths(day, -1));
    case 'Home':
      return range.first;
    case 'End':
      return range.last;
    case ' ':
      return press.shiftKey ? null : 'play';
    default:
      return null;
  }
}
