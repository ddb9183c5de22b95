import type { LonLat } from '../../atlas/applied';
import type { Layer } from '../../atlas/schema';
import { isoOf, parseDay, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import type { MessageKey } from '../../language/en';
import type { Projection } from '../../map/plane';
import { PANELS, type Panel } from '../panels';
import { EYES, type Eyes } from '../view';

/** What is wrong with an input; put into words where the language of the element is known. */
export interface Wrong {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

/** A setting as read: its value, and what was wrong with the input if anything was. */
export interface Setting<T> {
  readonly value: T;
  readonly problem: Wrong | null;
}

/** Whatever a page may set, as text: a setter must not throw, and not every object has a text of its own. */
export function textOf(input: unknown): string {
  return typeof input === 'object' && input !== null ? Object.prototype.toString.call(input) : String(input);
}

/** Reads a date for the element; a bad one, or one outside the range, keeps the last good day. */
export function readDate(input: unknown, range: DayRange, kept: Day): Setting<Day> {
  const day = parseDay(textOf(input).trim());
  if (day !== null && day >= range.first && day <= range.last) return { value: day, problem: null };
  const values = {
    value: textOf(input),
    from: isoOf(range.first),
    until: isoOf(range.last),
    kept: isoOf(kept),
  };
  return { value: kept, problem: { key: 'error.date', values } };
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
): Setting<readonly string[]> {
  const known = layers.map(({ id }) => id);
  if (names === null) return { value: known, problem: null };
  const unknown = names.filter((name) => !known.includes(name));
  const values = { value: unknown.join('", "'), known: known.join(', ') };
  return {
    value: known.filter((id) => names.includes(id)),
    problem: unknown.length > 0 ? { key: 'error.layer', values } : null,
  };
}

/** A place as a page may give it: degrees east and north in a list, or in text with a comma between. */
export type PlaceInput = LonLat | string | null | undefined;

/** Reads a place, null for none; what is no place on Earth keeps the last good one. */
export function readPlace(input: PlaceInput, kept: LonLat | null): Setting<LonLat | null> {
  if (input === null || input === undefined) return { value: null, problem: null };
  const parts = Array.isArray(input) ? (input as unknown[]) : textOf(input).split(',');
  const [lon, lat] = parts.map((part) => (textOf(part).trim() === '' ? NaN : Number(textOf(part))));
  const good = parts.length === 2 && Math.abs(lon as number) <= 180 && Math.abs(lat as number) <= 90;
  if (good) return { value: [lon as number, lat as number], problem: null };
  const value = Array.isArray(input) ? parts.map(textOf).join(',') : textOf(input);
  return { value: kept, problem: { key: 'error.place', values: { value } } };
}

/** A place as an attribute or an address has it. */
export function writePlace(place: LonLat | null): string | null {
  return place && place.join(',');
}

/** Reads a zoom, null for the first view's; what is no number keeps the last good one. */
export function readZoom(input: unknown, kept: number | null): Setting<number | null> {
  if (input === null || input === undefined) return { value: null, problem: null };
  const text = textOf(input).trim();
  const zoom = Number(text);
  if (text !== '' && zoom >= 0 && zoom <= 24) return { value: zoom, problem: null };
  return { value: kept, problem: { key: 'error.zoom', values: { value: textOf(input) } } };
}

function readOneOf<T extends string>(
  input: unknown,
  known: readonly T[],
): { readonly value: T } | { readonly names: { value: string; known: string } } {
  const text = textOf(input).trim();
  const value = known.find((name) => name === text);
  return value ? { value } : { names: { value: textOf(input), known: known.join(', ') } };
}

/** Reads the name of a panel, null for the list of the day. */
export function readPanel(input: unknown, kept: Panel | null): Setting<Panel | null> {
  if (input === null || input === undefined) return { value: null, problem: null };
  const read = readOneOf(input, PANELS);
  if ('value' in read) return { value: read.value, problem: null };
  return { value: kept, problem: { key: 'error.panel', values: read.names } };
}

/** Reads through whose eyes the record is shown; null for all. */
export function readEyes(input: unknown, kept: Eyes): Setting<Eyes> {
  const read = readOneOf(input ?? 'all', EYES);
  if ('value' in read) return { value: read.value, problem: null };
  return { value: kept, problem: { key: 'error.viewpoint', values: read.names } };
}

/** Reads how the map is drawn; null for the conic. */
export function readProjection(input: unknown, kept: Projection): Setting<Projection> {
  const read = readOneOf(input ?? 'conic', ['conic', 'mercator'] satisfies Projection[]);
  if ('value' in read) return { value: read.value, problem: null };
  return { value: kept, problem: { key: 'error.projection', values: read.names } };
}

/** What a page may leave out of the element: everything but the map itself and its credits. */
export const CONTROLS = ['legend', 'list', 'slider', 'tools', 'pages'] as const;
export type ControlName = (typeof CONTROLS)[number];

/** What asks for controls: names in a list or in a spaced string, or null and undefined for all. */
export type ControlsInput = readonly string[] | string | null | undefined;

/** Reads which controls are shown, in their order; names of none are reported and left out. */
export function readControls(input: ControlsInput): Setting<readonly ControlName[]> {
  const names = namesOf(input);
  if (names === null) return { value: CONTROLS, problem: null };
  const unknown = names.filter((name) => !(CONTROLS as readonly string[]).includes(name));
  const values = { value: unknown.join('", "'), known: CONTROLS.join(', ') };
  return {
    value: CONTROLS.filter((name) => names.includes(name)),
    problem: unknown.length > 0 ? { key: 'error.control', values } : null,
  };
}

export const THEMES = ['light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Reads the theme; null for the reader's own setting. */
export function readTheme(input: unknown, kept: ThemeName | null): Setting<ThemeName | null> {
  if (input === null || input === undefined) return { value: null, problem: null };
  const read = readOneOf(input, THEMES);
  if ('value' in read) return { value: read.value, problem: null };
  return { value: kept, problem: { key: 'error.theme', values: read.names } };
}

/** Whether the wheel and one finger move the map at once (`greedy`) or leave scrolling to the page (`cooperative`). */
export const GESTURES = ['cooperative', 'greedy'] as const;
export type Gestures = (typeof GESTURES)[number];

export function readGestures(input: unknown, kept: Gestures): Setting<Gestures> {
  const read = readOneOf(input ?? 'cooperative', GESTURES);
  if ('value' in read) return { value: read.value, problem: null };
  return { value: kept, problem: { key: 'error.gestures', values: read.names } };
}
