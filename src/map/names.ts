import type { FeatureCollection, Geometry, Point } from 'geojson';
import type { Atlas, DatedProvision } from '../atlas/atlas';
import { inLanguage } from '../atlas/in-language';
import type { LanguageMap } from '../atlas/schema';
import type { Bound } from '../time/span';
import { isoOf, type Day } from '../time/day';
import { holds } from './plane';
import type { Anchor } from './typeset';

/** A name of a town: `sub` stands in smaller type beneath, empty for none. */
export interface TownName {
  /** The place, which may have several names, one after the other. */
  readonly town: string;
  /** Which of the place's dated names this is; null where it has one for all days. */
  readonly dated: number | null;
  readonly text: string;
  readonly sub: string;
  readonly rank: number;
  /** The side of the name that the town is on, as the base map wants it. */
  readonly anchor: Anchor;
  readonly geometry: Point;
}

type Properties = Readonly<Record<string, unknown>>;

export function languageMapIn(properties: Properties, key: string): LanguageMap | null {
  const value = properties[key] as Partial<LanguageMap> | null | undefined;
  const sound =
    typeof value?.en === 'string' && Object.values(value).every((text) => typeof text === 'string');
  return sound ? (value as LanguageMap) : null;
}

/** Where the name stands to the town, as the side on which it is anchored: the opposite one. */
const OPPOSITE: Readonly<Record<string, Anchor>> = {
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
 * The names of towns. A place whose name changes has each of its names on the same spot, and the day shows one. Beneath
 * stands the name on today's maps where it is another, and the name in the writing of the country.
 */
export function townNames(
  towns: FeatureCollection<Geometry | null>,
  states: FeatureCollection<Geometry | null> | null,
  atlas: Atlas,
  language: string,
  seats: readonly Point[],
): TownName[] {
  const places = new Map(atlas.places.map(({ item, names }) => [item.id, names]));
  return towns.features.flatMap(({ geometry, properties }): TownName[] => {
    const own = languageMapIn(properties ?? {}, 'name');
    if (geometry?.type !== 'Point' || !own) return [];
    const { id, rank, label_side: side } = properties as Properties;
    const writing = writingAt(geometry, states);
    const today = languageMapIn(properties as Properties, 'today');
    const names = places.get(String(id))?.map(({ item }) => item) ?? [own];
    return names.map((name, index) => ({
      town: String(id),
      dated: names.length > 1 ? index : null,
      text: parted(inLanguage(name, language))[0],
      sub: beneath({ ...own, ...name }, today, writing, language),
      // A seat of government is named as soon as its star is drawn.
      rank: Math.min(Number(rank ?? 4), seats.some((seat) => near(seat, geometry, 0.2)) ? 2 : 4),
      anchor: OPPOSITE[String(side)] ?? 'left',
      geometry,
    }));
  });
}

/** "Dairen (Dalian)" in two: the name of the day, and today's. */
function parted(whole: string): [main: string, today: string] {
  const [, main = whole, today = ''] = /^(.*?)\s*[(（](.*)[)）]$/.exec(whole) ?? [];
  return [main, today];
}

function beneath(name: LanguageMap, today: LanguageMap | null, writing: string, language: string): string {
  const [main, said] = parted(inLanguage(name, language));
  const native = language.split('-')[0] === writing.split('-')[0] ? '' : (name[writing] ?? '');
  const modern = said || (today ? inLanguage(today, language) : '');
  return [modern, native].filter((part) => part !== '' && part !== main).join('  ');
}

/** The writing of the country a town lies in, as it was written before the reform of 1956. */
function writingAt(at: Point, states: FeatureCollection<Geometry | null> | null): string {
  const lies = (id: string): boolean => {
    const geometry = states?.features.find(({ properties }) => properties?.['id'] === id)?.geometry;
    return geometry ? holds(geometry, at.coordinates) : false;
  };
  if (lies('ussr')) return 'ru';
  return lies('mpr') ? 'mn' : 'zh-Hant';
}

/** A station of the railway, with the name that is written beside it; empty where a town of that name stands there already. */
export interface StationName {
  readonly id: string;
  readonly main: boolean;
  readonly text: string;
  readonly sub: string;
  readonly geometry: Point;
}

export function stationNames(
  stations: FeatureCollection<Geometry | null>,
  towns: readonly TownName[],
  language: string,
): StationName[] {
  return stations.features.flatMap(({ geometry, properties }): StationName[] => {
    const name = languageMapIn(properties ?? {}, 'name');
    if (geometry?.type !== 'Point' || !name) return [];
    const alone = !towns.some(({ geometry: town }) => near(town, geometry, 0.12));
    return [
      {
        id: String((properties as Properties)['id']),
        main: (properties as Properties)['main'] === true,
        text: alone ? inLanguage(name, language) : '',
        sub: alone && !language.startsWith('zh') ? (name['zh-Hant'] ?? '') : '',
        geometry,
      },
    ];
  });
}

/** The day on which a garrison left, in short: "25 Apr 1946"; empty where the record has no end. */
export function lastDayText({ item, spans }: DatedProvision, territory: string, language: string): string {
  const until = item.phases.flatMap(({ territories, kind }, index): Bound[] => {
    const bound = spans[index]?.until;
    return bound && kind === 'occupation' && territories.includes(territory) ? [bound] : [];
  });
  const bound = until.at(-1);
  if (!bound) return '';
  const { edtf, earliest, latest, stated } = bound;
  const approximate = edtf.endsWith('~') || edtf.endsWith('?');
  const byMonth = /^\d{4}-\d{2}~?$/.test(edtf);
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    ...(!byMonth && { day: 'numeric' }),
    month: 'short',
    year: 'numeric',
  });
  const [first, last] = approximate ? [stated, stated] : [earliest, latest];
  const date = (day: Day): Date => new Date(`${isoOf(day)}T00:00:00Z`);
  return `${format.formatRange(date(first), date(last))}${approximate ? ' ?' : ''}`;
}

/** Whether two points lie within so many degrees of each other. */
export function near(a: Point, b: Point, degrees: number): boolean {
  const [ax = 0, ay = 0] = a.coordinates;
  const [bx = 0, by = 0] = b.coordinates;
  return Math.abs(ay - by) < degrees && Math.abs(ax - bx) * Math.cos((ay * Math.PI) / 180) < degrees;
}
