import { bbox } from '@turf/turf';
import { isoOf, type Day } from '../time/day';
import type { DayRange } from '../time/scale';
import type { Atlas } from './atlas';
import type { TerritoryCollection } from './load';
import { locate, type Located } from './locate';
import type { TreatyRecord } from './record';

/** The shapes of the layers by layer id, as `loadLayers` gives them. Taken as never changing: see `locatedAt`. */
export type Shapes = ReadonlyMap<string, TerritoryCollection>;

/** A place: degrees east, any number of turns, and degrees north, -90 to 90. */
export type LonLat = readonly [number, number];

/** The box round all shapes, degrees; infinite, and inside out, where there are none. */
export function boxRound(shapes: Shapes): {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
} {
  const features = [...shapes.values()].flatMap(({ features }) =>
    features.flatMap((feature) => (feature.geometry ? [{ ...feature, geometry: feature.geometry }] : [])),
  );
  const [west, south, east, north] = bbox({ type: 'FeatureCollection', features });
  return { west, south, east, north };
}

/** A record that applied at a place. */
export type AppliedRecord = TreatyRecord & {
  /** Kilometres on the sphere from the place to the line or point; 0 inside an area, its edge included. */
  readonly distance_km: number;
};

/** A stretch of days on which the same records applied. */
export interface HistorySpan {
  /** First day, `YYYY-MM-DD`, inclusive. */
  readonly from: string;
  /** The day after the last, `YYYY-MM-DD`, exclusive; `..` for the last span, which nothing ends within the range. */
  readonly until: string;
  /** As on the first day, nearest first; `uncertain` is that day's too and may differ later in the span. */
  readonly records: readonly AppliedRecord[];
}

/** How far a line or a point may lie from a place and still be said of it. Kilometres, inclusive. */
export interface Reach {
  /** A railway or a frontier: about a day's walk, and as far as the drawn frontier may be out. */
  readonly line: number;
  /** A town or a port: the town with its outskirts, not its neighbours. */
  readonly point: number;
  /** How far the nearest line may be where no line is within `line`; a value below `line` asks for none. */
  readonly nearestLine: number;
}

export const REACH: Reach = { line: 25, point: 15, nearestLine: 100 };

/** Two lines along one arc (a frontier and a sector of it) are equally near, to this many kilometres. */
const SAME_DISTANCE = 0.001;

/** Where the shapes lie from the place last asked for: a reader asks about one place on many days. */
const LAST = new WeakMap<Shapes, { readonly lon: number; readonly lat: number; readonly all: Located[] }>();

function locatedAt(shapes: Shapes, lon: number, lat: number): readonly Located[] {
  const kept = LAST.get(shapes);
  if (kept?.lon === lon && kept.lat === lat) return kept.all;
  const all = locate(shapes, [lon, lat], Infinity);
  LAST.set(shapes, { lon, lat, all });
  return all;
}

/**
 * The territories that count at a place, with the kilometres to each; null where it is no place on Earth.
 *
 * Geometry alone decides, never the day, so that in a history nothing comes or goes because something else did:
 * - an area that holds the place, its edge included, as it is drawn: the doubt of an edge is the reader's to see;
 * - a line or a point within reach;
 * - where no line is within reach, the nearest of each provision up to `nearestLine`, but only where some area of the
 *   atlas, of whatever day, holds the place: the sea and other countries are told of nothing but what is near.
 */
export function territoriesAt(
  atlas: Atlas,
  shapes: Shapes,
  [east, lat]: LonLat,
  asked: Partial<Reach> = {},
): ReadonlyMap<string, number> | null {
  const reach = { ...REACH, ...asked };
  if (!Number.isFinite(east) || !(Math.abs(lat) <= 90)) return null;
  const lon = Math.abs(east) <= 180 ? east : east - 360 * Math.round(east / 360);
  const lines: (Located & { readonly provision: string })[] = [];
  const counting = new Map<string, number>();
  let held = false;
  for (const located of locatedAt(shapes, lon, lat)) {
    const territory = atlas.territories.get(located.territory);
    if (territory?.kind === 'line') lines.push({ ...located, provision: territory.provision });
    if (territory?.kind === 'polygon') held = true;
    const limit = { polygon: 0, line: reach.line, point: reach.point, none: -1 }[territory?.kind ?? 'none'];
    if (located.distance <= limit) counting.set(located.territory, located.distance);
  }
  if (!held || lines.some(({ distance }) => distance <= reach.line)) return counting;
  const nearest = new Map<string, number>();
  for (const { territory, provision, distance } of lines) {
    if (distance > reach.nearestLine) break;
    if (distance > (nearest.get(provision) ?? distance) + SAME_DISTANCE) continue;
    if (!nearest.has(provision)) nearest.set(provision, distance);
    counting.set(territory, distance);
  }
  return counting;
}

function nearestFirst(
  records: readonly TreatyRecord[],
  counting: ReadonlyMap<string, number>,
): AppliedRecord[] {
  return records
    .flatMap((record): AppliedRecord[] => {
      const away = record.territory === null ? undefined : counting.get(record.territory);
      return away === undefined ? [] : [{ ...record, distance_km: away }];
    })
    .sort((a, b) => a.distance_km - b.distance_km);
}

/**
 * What applied at a place on a day: the records in force by their stated days, one for each provision, phase, territory
 * and viewpoint, nearest first and then in the order of the atlas. Areas that hold the place, lines and points within
 * reach, and the nearest line as `Reach` says. Records without a territory hold nowhere in particular and are left out;
 * what is only possible on the day is too; what the record shows as ended is not. Empty for no place on Earth.
 * @param at degrees east, degrees north
 * @param reach kilometres; what it leaves out is as in `REACH`
 */
export function whatApplied(
  atlas: Atlas,
  shapes: Shapes,
  at: LonLat,
  day: Day,
  reach: Partial<Reach> = {},
): AppliedRecord[] {
  return nearestFirst(atlas.at(day).records, territoriesAt(atlas, shapes, at, reach) ?? new Map());
}

/**
 * What may have applied at a place on a day as well: records not in force by their stated days whose dates leave it open.
 * Else as `whatApplied`.
 */
export function mayHaveApplied(
  atlas: Atlas,
  shapes: Shapes,
  at: LonLat,
  day: Day,
  reach: Partial<Reach> = {},
): AppliedRecord[] {
  return nearestFirst(atlas.at(day).possible, territoriesAt(atlas, shapes, at, reach) ?? new Map());
}

/** What a record is, whatever the day: spans with the same of these are one span. */
function identity({ provision, phase, territory, viewpoint }: TreatyRecord): string {
  return [provision, phase, territory, viewpoint].join(' ');
}

/**
 * What applied at a place, or in a territory, day after day: spans that cover the range without a gap, each as long as
 * the same records (provision, phase, territory, viewpoint) were in force. A span may hold none. Empty for no place on
 * Earth, for an id that is no territory (one without a shape is none, see `TreatyRecord.territory`) and for a range that
 * ends before it begins. The geometry is worked out once.
 * @param place degrees east, degrees north; or the id of a territory, whose own records alone are given, at distance 0
 * @param range first and last day, both inclusive; the atlas's own by default
 * @param reach as for `whatApplied`; a territory has no use for it
 */
export function history(
  atlas: Atlas,
  shapes: Shapes,
  place: LonLat | string,
  range: DayRange = atlas.range,
  reach: Partial<Reach> = {},
): HistorySpan[] {
  const counting =
    typeof place === 'string'
      ? hasShape(atlas, place)
        ? new Map([[place, 0]])
        : null
      : territoriesAt(atlas, shapes, place, reach);
  if (!counting || range.last < range.first) return [];
  const starts = [
    range.first,
    ...atlas.changeDays.filter((day) => range.first < day && day <= range.last),
  ].map((day) => ({ day, records: nearestFirst(atlas.at(day).records, counting) }));
  const turns = starts.filter(
    ({ records }, index) => index === 0 || keyOf(records) !== keyOf(starts[index - 1]?.records ?? []),
  );
  return turns.map(({ day, records }, index) => {
    const next = turns[index + 1];
    return { from: isoOf(day), until: next ? isoOf(next.day) : '..', records };
  });
}

function hasShape(atlas: Atlas, id: string): boolean {
  const territory = atlas.territories.get(id);
  return territory !== undefined && territory.kind !== 'none';
}

function keyOf(records: readonly TreatyRecord[]): string {
  return records.map(identity).join('\n');
}
