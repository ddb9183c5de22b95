import { distance, nearestPointOnLine, pointOnFeature, length, along } from '@turf/turf';
import type { Geometry, LineString, MultiLineString, Point, Polygon, MultiPolygon } from 'geojson';
import type { LonLat, Shapes } from './applied';
import type { Atlas } from './atlas';
import type { ReadFile } from './load';
import type { LanguageMap } from './schema';

/** What a name stands for: a town or station, a territory of the record, or anything else that is named on the map. */
export type NamedKind = 'town' | 'territory' | 'other';

/** A place with all the names it goes by. */
export interface NamedPlace {
  readonly id: string;
  readonly kind: NamedKind;
  /** Whether it is a station and no town: a lesser name for a place than the town around it. */
  readonly station: boolean;
  /** Degrees east and north: the town, or a point inside the territory. */
  readonly at: LonLat;
  /** What it is called on the map; of dated names the last. */
  readonly title: LanguageMap;
  /** What it is called today, where that is another name. */
  readonly today: LanguageMap | null;
  /** Every name, in every language, each once. */
  readonly names: readonly string[];
}

/** A place that fits what was asked for, with the name by which it does. */
export interface FoundPlace {
  readonly place: NamedPlace;
  readonly name: string;
}

export type Gazetteer = readonly NamedPlace[];

/** Two of one name are the same place where they are no farther apart, kilometres. */
const SAME_PLACE = 20;

/** A feature of the drawing with a name of its own, or an id that the record names. */
interface NamedFeature {
  readonly geometry?: Partial<Point> | null;
  readonly properties?: {
    readonly id?: unknown;
    readonly kind?: unknown;
    readonly name?: LanguageMap;
    readonly today?: LanguageMap;
    readonly minzoom?: number;
  } | null;
}

/**
 * Names in a form in which they can be compared: without case, accents and signs. Every letter of every script stays.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'ʼ`ьъ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * "Mukden (Shenyang)" is called Mukden, Shenyang, and that. In a description, "the country south of Mukden (Shenyang)",
 * what stands in brackets is the name of something else.
 */
function namesIn(texts: Iterable<string>): string[] {
  return [...texts].flatMap((text) => {
    const outer = text.replace(/\s*\([^)]*\)/g, '').trim();
    const described = /(?:^|\s)\p{Ll}/u.test(outer);
    const inner = [...text.matchAll(/\(([^)]+)\)/g)].flatMap(([, words = '']) => words.split(/,\s*/));
    return [outer, ...(described ? [] : inner), text];
  });
}

function valuesOf(...maps: (LanguageMap | null | undefined)[]): string[] {
  return maps.flatMap((map) => (map ? Object.values(map) : []));
}

function placeOf(place: Omit<NamedPlace, 'names'>, texts: readonly string[]): NamedPlace {
  const names = new Map(
    namesIn(texts).flatMap((name) => (name === '' ? [] : [[foldName(name), name] as const])),
  );
  return { ...place, names: [...names.values()] };
}

/** A point that lies in or on a shape; null where there is none. */
function insideOf(geometry: Geometry | null): LonLat | null {
  switch (geometry?.type) {
    case 'Point':
      return [geometry.coordinates[0] as number, geometry.coordinates[1] as number];
    case 'Polygon':
    case 'MultiPolygon': {
      const [lon, lat] = pointOnFeature(geometry as Polygon | MultiPolygon).geometry.coordinates;
      return [lon as number, lat as number];
    }
    case 'LineString':
    case 'MultiLineString': {
      const line = geometry as LineString | MultiLineString;
      const [first] = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
      if (!first) return null;
      const part: LineString = { type: 'LineString', coordinates: first };
      const middle = along(part, length({ type: 'Feature', properties: {}, geometry: part }) / 2);
      const [lon, lat] = nearestPointOnLine(line, middle).geometry.coordinates;
      return [lon as number, lat as number];
    }
    default:
      return null;
  }
}

function pointOf({ geometry }: NamedFeature): LonLat | null {
  const [lon, lat] = geometry?.type === 'Point' ? (geometry.coordinates ?? []) : [];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}

function featuresOf(raw: unknown): readonly NamedFeature[] {
  const { features } = (raw ?? {}) as { readonly features?: unknown };
  return Array.isArray(features) ? (features as NamedFeature[]) : [];
}

/** Towns and stations, with the names that the record gives them on different days. */
function townsOf(atlas: Atlas, features: readonly NamedFeature[], station = false): NamedPlace[] {
  return features.flatMap((feature): NamedPlace[] => {
    const { id, name, today } = feature.properties ?? {};
    const at = pointOf(feature);
    if (typeof id !== 'string' || !name || !at) return [];
    const dated = atlas.places.find(({ item }) => item.id === id)?.names.map(({ item }) => item) ?? [];
    const texts = valuesOf(name, today, ...dated);
    return [placeOf({ id, kind: 'town', station, at, title: name, today: today ?? null }, texts)];
  });
}

function territoriesOf(atlas: Atlas, shapes: Shapes): NamedPlace[] {
  return [...shapes.values()].flatMap(({ features }) =>
    features.flatMap(({ geometry, properties: { id } }): NamedPlace[] => {
      const territory = atlas.territories.get(id);
      const at = insideOf(geometry);
      if (!territory || !at) return [];
      const texts = valuesOf(territory.title, territory.label);
      return [
        placeOf({ id, kind: 'territory', station: false, at, title: territory.title, today: null }, texts),
      ];
    }),
  );
}

/** From here on a name is of something so small that it may stand beside it, in the sea. */
const BESIDE = 5;

/** States, regions and waters: so that a reader who asks about Korea or the Yellow Sea is answered too. */
function labelsOf(atlas: Atlas, features: readonly NamedFeature[]): NamedPlace[] {
  return features.flatMap((feature): NamedPlace[] => {
    const { id, kind, name, minzoom = 0 } = feature.properties ?? {};
    const at = pointOf(feature);
    const item = atlas.base.find(({ item }) => item.id === id)?.item;
    const title = name ?? item?.name;
    if (typeof id !== 'string' || kind === 'line' || minzoom >= BESIDE || !title || !at) return [];
    return [
      placeOf({ id, kind: 'other', station: false, at, title, today: null }, valuesOf(title, item?.title)),
    ];
  });
}

/** Whether two are one place under one name: a town and its station, a territory and its name on the map. */
function isSame(a: NamedPlace, b: NamedPlace): boolean {
  const known = new Set(a.names.map(foldName));
  if (!b.names.some((name) => known.has(foldName(name)))) return false;
  return a.kind !== 'town' || distance([...a.at], [...b.at]) <= SAME_PLACE;
}

/** All that is named, each place once: towns first, then territories, then the rest. */
export function makeGazetteer(
  atlas: Atlas,
  shapes: Shapes,
  drawing: { readonly towns: unknown; readonly stations: unknown; readonly names: unknown },
): Gazetteer {
  const all = [
    ...townsOf(atlas, featuresOf(drawing.towns)),
    ...townsOf(atlas, featuresOf(drawing.stations), true),
    ...territoriesOf(atlas, shapes),
    ...labelsOf(atlas, featuresOf(drawing.names)),
  ];
  const places: NamedPlace[] = [];
  for (const place of all) {
    const index = places.findIndex((known) => isSame(known, place));
    const known = places[index];
    if (known) places[index] = placeOf(known, [...known.names, ...place.names]);
    else places.push(place);
  }
  const aliases = new Map(atlas.aliases.map(({ id, names }) => [id, names]));
  return places.map((place) => {
    const others = aliases.get(place.id);
    return others ? placeOf(place, [...place.names, ...others]) : place;
  });
}

/** Reads the names that the drawing has beside the record's own; what cannot be read is missing. Never rejects. */
export async function loadGazetteer(atlas: Atlas, shapes: Shapes, read: ReadFile): Promise<Gazetteer> {
  const { towns, stations, names } = atlas.manifest.drawing;
  const readOr = (file: string): Promise<unknown> => read(file).catch(() => null);
  const [readTowns, readStations, readNames] = await Promise.all([towns, stations, names].map(readOr));
  return makeGazetteer(atlas, shapes, { towns: readTowns, stations: readStations, names: readNames });
}

/** How well a name fits, less is better; null where it does not. */
function fitOf(name: string, wanted: string): number | null {
  const folded = foldName(name);
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  if (folded.includes(` ${wanted}`)) return 2;
  // Without spaces between words, as in Chinese, every letter may begin one.
  return /^\p{Script=Han}/u.test(wanted) && folded.includes(wanted) ? 2 : null;
}

/** The places that a text may mean, those whose whole name it is first; in any language. Empty for an empty text. */
export function findPlaces(gazetteer: Gazetteer, text: string, limit = Infinity): FoundPlace[] {
  const wanted = foldName(text);
  if (wanted === '') return [];
  return gazetteer
    .flatMap((place) => {
      const fits = place.names.flatMap((name) => {
        const fit = fitOf(name, wanted);
        return fit === null ? [] : [{ place, name, fit }];
      });
      return fits.sort((a, b) => a.fit - b.fit).slice(0, 1);
    })
    .sort((a, b) => a.fit - b.fit)
    .slice(0, limit)
    .map(({ place, name }) => ({ place, name }));
}

/** Whether a text is the whole name of a place that was found. */
export function isWholeName({ name }: FoundPlace, text: string): boolean {
  return foldName(name) === foldName(text);
}

/** So much farther off may a town be than a station and be named for a place all the same, kilometres. */
const TOWN_BEFORE_STATION = 8;

/**
 * The nearest town, or a station that is nearer by far, with the kilometres to it; null where there is none so near.
 */
export function nearestTown(
  gazetteer: Gazetteer,
  at: LonLat,
  withinKm: number,
): { readonly place: NamedPlace; readonly distance_km: number } | null {
  const towns = gazetteer.flatMap((place) =>
    place.kind === 'town' ? [{ place, distance_km: distance([...at], [...place.at]) }] : [],
  );
  const rank = ({ place, distance_km }: (typeof towns)[number]): number =>
    distance_km + (place.station ? TOWN_BEFORE_STATION : 0);
  const [nearest] = towns.sort((a, b) => rank(a) - rank(b));
  return nearest && nearest.distance_km <= withinKm ? nearest : null;
}
