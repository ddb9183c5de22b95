import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point, Polygon } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import { inLanguage } from '../atlas/in-language';
import type { LanguageMap } from '../atlas/schema';
import type { Anchor, TownZoom } from './places';

/** A name as MapLibre sets it: `sub` in smaller type beneath, empty for none. */
export interface NameProperties {
  readonly id: string;
  readonly text: string;
  readonly sub: string;
  readonly rank: number;
  /** Whether the name has days of its own and is hidden outside them. */
  readonly dated: boolean;
  /** False for the second and later names of one place, whose dot is drawn already. */
  readonly first: boolean;
  /** Whether its place is found beforehand (`placeTowns`), so that it gives way to nobody: dated names, and the ranks 1 and 2. */
  readonly sure: boolean;
  /** The side of the name that the town is on, as the base map wants it. */
  readonly anchor: Anchor;
  /** The same for the zooms before 3. */
  readonly far: Anchor;
  /** Whether it waits where that side has no room. */
  readonly fixed: boolean;
  /** The side that has been found from the integer zooms 2 to 5. */
  readonly anchors: Readonly<Record<`${TownZoom}`, Anchor>> | null;
  /** The integer zoom before which it is left out, whatever its rank: set where its place has been found. */
  readonly zoom: number;
}

/** How much smaller the name beneath is, and the zoom from which there is room for it. */
export const SUB_SCALE = 0.78;
export const SUB_FROM = 3;
export const LEADING = 1.15;

/** Size of a town's name at the zooms 3 and 8, CSS pixels. */
export function townSizes(rank: number): readonly [near: number, far: number] {
  if (rank === 1) return [12.5, 16];
  return rank === 2 ? [11.5, 14.5] : [10.5, 13];
}

export type NameFeature = Feature<Point, NameProperties>;

/** The feature that carries one of the dated names of a place. */
export function datedNameId(place: string, index: number): string {
  return `${place}~${index}`;
}

type Properties = Readonly<Record<string, unknown>>;

export function languageMapIn(properties: Properties, key: string): LanguageMap | null {
  const value = properties[key] as Partial<LanguageMap> | null | undefined;
  const sound =
    typeof value?.en === 'string' && Object.values(value).every((text) => typeof text === 'string');
  return sound ? (value as LanguageMap) : null;
}

/** The place whose dated name a feature carries. */
export function placeOf(id: string): string {
  return id.split('~')[0] as string;
}

/** Where the name stands to the town, as the side on which MapLibre anchors it: the opposite one. */
const ANCHORS: Readonly<Record<string, Anchor>> = {
  left: 'right',
  right: 'left',
  top: 'bottom',
  bottom: 'top',
  'top-left': 'bottom-right',
  'top-right': 'bottom-left',
  'bottom-left': 'top-right',
  'bottom-right': 'top-left',
};

/**
 * The towns, one feature a name: a place whose name changes has each of its names on the same spot, and the day shows
 * one. Beneath stands the name on today's maps where it is another, and the name in the writing of the country.
 */
export function townNames(
  towns: FeatureCollection<Geometry | null>,
  states: FeatureCollection<Geometry | null> | null,
  atlas: Atlas,
  language: string,
  seats: readonly Point[],
): NameFeature[] {
  const places = new Map(atlas.places.map(({ item, names }) => [item.id, names]));
  return towns.features.flatMap(({ geometry, properties }): NameFeature[] => {
    const own = languageMapIn(properties ?? {}, 'name');
    if (geometry?.type !== 'Point' || !own) return [];
    const { id, rank, label_side: side, label_far: far, label_fixed: fixed } = properties as Properties;
    const writing = writingAt(geometry, states);
    const today = languageMapIn(properties as Properties, 'today');
    const names = places.get(String(id))?.map(({ item }) => item) ?? [own];
    return names.map((name, index) => ({
      type: 'Feature',
      properties: {
        id: names.length > 1 ? datedNameId(String(id), index) : String(id),
        text: inLanguage(name, language),
        sub: beneath({ ...own, ...name }, today, writing, language),
        // A seat of government is named as soon as its star is drawn.
        rank: Math.min(Number(rank ?? 4), seats.some((seat) => near(seat, geometry, 0.2)) ? 2 : 4),
        dated: names.length > 1,
        first: index === 0,
        sure: names.length > 1 || Number(rank) <= 2,
        anchor: ANCHORS[String(side)] ?? 'left',
        far: ANCHORS[String(far ?? side)] ?? 'left',
        fixed: fixed === true,
        anchors: null,
        zoom: 0,
      },
      geometry,
    }));
  });
}

function beneath(name: LanguageMap, today: LanguageMap | null, writing: string, language: string): string {
  const main = inLanguage(name, language);
  const native = language.split('-')[0] === writing.split('-')[0] ? '' : (name[writing] ?? '');
  // "Dairen (Dalian)" has said it already.
  const modern = today && !main.includes('(') ? inLanguage(today, language) : '';
  return [modern, native].filter((part) => part !== '' && part !== main).join('  ');
}

/** The writing of the country a town lies in, as it was written before the reform of 1956. */
function writingAt(at: Point, states: FeatureCollection<Geometry | null> | null): string {
  const lies = (id: string): boolean => {
    const geometry = states?.features.find(({ properties }) => properties?.['id'] === id)?.geometry;
    return geometry ? booleanPointInPolygon(at, geometry as Polygon | MultiPolygon) : false;
  };
  if (lies('ussr')) return 'ru';
  return lies('mpr') ? 'mn' : 'zh-Hant';
}

/** Stations, with a name where no town of that name stands beside it already. */
export function stationNames(
  stations: FeatureCollection<Geometry | null>,
  towns: readonly NameFeature[],
  language: string,
): Feature<Point, Properties>[] {
  return stations.features.flatMap(({ geometry, properties }): Feature<Point, Properties>[] => {
    const name = languageMapIn(properties ?? {}, 'name');
    if (geometry?.type !== 'Point' || !name) return [];
    const alone = !towns.some(({ geometry: town }) => near(town, geometry, 0.12));
    return [
      {
        type: 'Feature',
        properties: {
          id: (properties as Properties)['id'],
          main: (properties as Properties)['main'] === true,
          text: alone ? inLanguage(name, language) : '',
          sub: alone && !language.startsWith('zh') ? (name['zh-Hant'] ?? '') : '',
        },
        geometry,
      },
    ];
  });
}

/** Whether two points lie within so many degrees of each other. */
export function near(a: Point, b: Point, degrees: number): boolean {
  const [ax = 0, ay = 0] = a.coordinates;
  const [bx = 0, by = 0] = b.coordinates;
  return Math.abs(ay - by) < degrees && Math.abs(ax - bx) * Math.cos((ay * Math.PI) / 180) < degrees;
}
