import { findPlaces, isWholeName, type FoundPlace, type Gazetteer } from '../../atlas/gazetteer';
import type { LonLat } from '../../atlas/applied';
import type { LaterKey } from '../../language/en-later';

/** How a typed place was read, or what is wrong with it, as a text of the interface. */
export type TypedPlace =
  | { readonly at: LonLat; readonly reading: 'name'; readonly found: FoundPlace }
  | { readonly at: LonLat; readonly reading: 'coordinates' | 'guessed' }
  | {
      readonly at: null;
      readonly error: Extract<LaterKey, `typed-place.${string}`>;
      readonly values: Readonly<Record<string, string>>;
    };

/** First and last degree of a window, both inclusive. */
export interface Window {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Degrees {
  readonly value: number;
  /** Which way it is measured, where a letter says so. */
  readonly axis: 'lat' | 'lon' | null;
}

/** Letters of the compass: English, and Russian С Ю В З. */
const COMPASS: Readonly<Record<string, readonly [axis: 'lat' | 'lon', sign: 1 | -1]>> = {
  n: ['lat', 1],
  s: ['lat', -1],
  e: ['lon', 1],
  w: ['lon', -1],
  с: ['lat', 1],
  ю: ['lat', -1],
  в: ['lon', 1],
  з: ['lon', -1],
  北: ['lat', 1],
  南: ['lat', -1],
  東: ['lon', 1],
  东: ['lon', 1],
  西: ['lon', -1],
};

const LETTER = '[nsewсювз北南東东西]';
const NUMBER = String.raw`\d+(?:\.\d+)?`;
/** `47.92`, `-47.92`, `47°55′12″`, `N 47.92`, `47.92° N`. */
const ANGLE = new RegExp(
  String.raw`^(${LETTER})?\s*([-−+]?)(${NUMBER})\s*(?:[°º]\s*(?:(${NUMBER})\s*[′'’]\s*(?:(${NUMBER})\s*(?:[″"”]|''))?)?)?\s*(${LETTER})?$`,
  'u',
);

function readDegrees(text: string): Degrees | null {
  const match = ANGLE.exec(text.trim());
  if (!match) return null;
  const [, before, minus, degrees, minutes = '0', seconds = '0', after] = match;
  if (before !== undefined && after !== undefined) return null;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const letter = COMPASS[before ?? after ?? ''];
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  const sign = (minus === '-' || minus === '−' ? -1 : 1) * (letter?.[1] ?? 1);
  return { value: size * sign, axis: letter?.[0] ?? null };
}

/** The two halves of a pair of coordinates; null where the text is no pair. */
function halvesOf(text: string): [string, string] | null {
  const low = text.toLowerCase();
  // A comma between digits and a semicolon or space between the two: a decimal comma.
  const decimal = /\d,\d/.test(low) && /[;\s]/.test(low.trim()) && !/,\s/.test(low);
  const plain = decimal ? low.replace(/(\d),(\d)/g, '$1.$2') : low;
  const parts = plain.split(/[,;]/).map((part) => part.trim());
  if (parts.length === 2) return parts as [string, string];
  if (parts.length > 2) return null;
  const after = new RegExp(`^(.+?${LETTER})\\s*(.+${LETTER})$`, 'u').exec(plain.trim());
  if (after && !/^\p{L}/u.test(plain.trim())) return [after[1] as string, after[2] as string];
  const before = new RegExp(`^(${LETTER}.+?)\\s*(${LETTER}.+)$`, 'u').exec(plain.trim());
  if (before) return [before[1] as string, before[2] as string];
  const halves = plain.trim().split(/\s+/);
  return halves.length === 2 ? (halves as [string, string]) : null;
}

function within([lon, lat]: LonLat, { west, south, east, north }: Window): boolean {
  return west <= lon && lon <= east && south <= lat && lat <= north;
}

/**
 * Reads a pair of coordinates, either way round: letters decide; else what can only be a longitude; else the way that
 * lies in the region; else latitude first. `guessed` where nothing but custom decided. Null where it is no pair.
 */
function readPair(text: string, region: Window): TypedPlace | null {
  const halves = halvesOf(text);
  const [a, b] = (halves ?? []).map(readDegrees);
  if (!a || !b) return null;
  const valid = ([lon, lat]: LonLat): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  const latFirst: LonLat = [b.value, a.value];
  const lonFirst: LonLat = [a.value, b.value];
  const fits = (order: 'lat' | 'lon'): boolean =>
    (a.axis === null || a.axis === order) && (b.axis === null || b.axis !== order);
  const ways = [
    ...(fits('lat') && valid(latFirst) ? [latFirst] : []),
    ...(fits('lon') && valid(lonFirst) ? [lonFirst] : []),
  ];
  const near = ways.filter((way) => within(way, region));
  const at = near[0] ?? ways[0];
  if (!at) return { at: null, error: 'typed-place.no-coordinates', values: { text: text.trim() } };
  const sure = ways.length === 1 || near.length === 1;
  return { at, reading: sure ? 'coordinates' : 'guessed' };
}

/**
 * Reads a place as people type it: a name in any language that the atlas has, `47.92, 106.92`, `106.92 47.92`,
 * `47°55′N 106°55′E`. A text that may mean several places means the first; what fits none gets a message.
 */
export function readTypedPlace(input: string, gazetteer: Gazetteer, region: Window): TypedPlace {
  const text = input.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') return { at: null, error: 'typed-place.empty', values: {} };
  const pair = readPair(text, region);
  if (pair) return pair;
  const fitting = findPlaces(gazetteer, text);
  const whole = fitting.filter((found) => isWholeName(found, text));
  const found = whole[0] ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (found) return { at: found.place.at, reading: 'name', found };
  if (fitting.length > 1) {
    const names = fitting.slice(0, 4).map(({ name }) => name);
    return { at: null, error: 'typed-place.several', values: { text, names: names.join(', ') } };
  }
  return { at: null, error: 'typed-place.unread', values: { text } };
}
