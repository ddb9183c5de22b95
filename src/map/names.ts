import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point, Polygon } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import { inLanguage } from '../atlas/in-language';
import type { LanguageMap } from '../atlas/schema';

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
  readonly anchor: 'left' | 'right' | 'top' | 'bottom';
  /** The integer zoom before which it is left out, whatever its rank: set for dated names, which give way to nobody. */
  readonly zoom: number;
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
const ANCHORS: Readonly<Record<string, NameProperties['anchor']>> = {
  left: 'right',
  right: 'left',
  top: 'bottom',
  bottom: 'top',
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
    const { id, rank, label_side: side } = properties as Properties;
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
        anchor: ANCHORS[String(side)] ?? 'left',
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
