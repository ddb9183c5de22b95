import type { Layer } from '../../atlas/schema';
import { isoOf, parseDay, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import { message } from '../../language/language';

/** A setting as read: its value, and what was wrong with the input if anything was. */
export interface Setting<T> {
  readonly value: T;
  readonly problem: string | null;
}

/** Whatever a page may set, as text: a setter must not throw, and not every object has a text of its own. */
export function textOf(input: unknown): string {
  return typeof input === 'object' && input !== null ? Object.prototype.toString.call(input) : String(input);
}

/** Reads a date for the element; a bad one, or one outside the range, keeps the last good day. */
export function readDate(input: unknown, range: DayRange, kept: Day, language: string): Setting<Day> {
  const day = parseDay(textOf(input).trim());
  if (day !== null && day >= range.first && day <= range.last) return { value: day, problem: null };
  const problem = message(language, 'error.date', {
    value: textOf(input),
    from: isoOf(range.first),
    until: isoOf(range.last),
    kept: isoOf(kept),
  });
  return { value: kept, problem };
}

/** What asks for layers: ids in a list or in a spaced string, or null and undefined for all. */
export type LayersInput = readonly string[] | string | null | undefined;

/** The ids that a layers input names, in its order; null for all. Anything else than a list is read as text. */
export function namesOf(input: LayersInput): readonly string[] | null {
  if (input === null || input === undefined) return null;
  return Array.isArray(input) ? input.map(textOf) : textOf(input).split(/\s+/).filter(Boolean);
}

/** The layers to show out of those there are, in the order of the atlas; names that no layer has are reported. */
export function readLayers(
  names: readonly string[] | null,
  layers: readonly Layer[],
  language: string,
): Setting<readonly string[]> {
  const known = layers.map(({ id }) => id);
  if (names === null) return { value: known, problem: null };
  const unknown = names.filter((name) => !known.includes(name));
  const problems = unknown.map((value) =>
    message(language, 'error.layer', { value, known: known.join(', ') }),
  );
  return {
    value: known.filter((id) => names.includes(id)),
    problem: problems.length > 0 ? problems.join(' ') : null,
  };
}
