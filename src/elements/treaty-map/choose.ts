import { area, distance } from '@turf/turf';
import type { Moment } from '../../atlas/record';
import { locate } from '../../atlas/locate';
import type { TerritoryCollection } from '../../atlas/load';

/** Square kilometres of each area, measured once. */
const AREAS = new WeakMap<TerritoryCollection, ReadonlyMap<string, number>>();

function areasOf(collection: TerritoryCollection): ReadonlyMap<string, number> {
  const kept = AREAS.get(collection);
  if (kept) return kept;
  const areas = new Map(
    collection.features.map(({ geometry, properties }) => [
      properties.id,
      geometry ? area(geometry) / 1e6 : 0,
    ]),
  );
  AREAS.set(collection, areas);
  return areas;
}

/**
 * The territories that answer at a point on the day of the moment, what a person most likely means first: a point or a
 * line before an area, a small area before a large one. Only what is in force in a visible layer answers; what the
 * record shows as ended does not.
 * @param at degrees east, degrees north
 * @param withinKm how far a point or a line may lie from it
 */
export function answeringAt(
  at: readonly [number, number],
  withinKm: number,
  moment: Moment,
  shapes: ReadonlyMap<string, TerritoryCollection>,
  visible: ReadonlySet<string>,
): string[] {
  const live = new Set(
    [...moment.records, ...moment.possible]
      .filter(({ kind }) => kind !== 'ended')
      .map(({ territory }) => territory),
  );
  const shown = new Map([...shapes].filter(([layer]) => visible.has(layer)));
  return locate(shown, at, withinKm, (territory) => live.has(territory))
    .map(({ territory, layer, distance: away }) => ({
      territory,
      away,
      area: areasOf(shown.get(layer) as TerritoryCollection).get(territory) ?? 0,
    }))
    .sort((a, b) => a.area - b.area || a.away - b.away)
    .map(({ territory }) => territory);
}

/** A place that was clicked: degrees east and north, and how far off it may be. */
export interface Clicked {
  readonly at: readonly [number, number];
  readonly withinKm: number;
}

/**
 * The territory to choose on a click: the first that answers or, on a further click at the same place, the one after the
 * one that is chosen.
 */
export function nextChoice(
  answering: readonly string[],
  selected: string | null,
  click: Clicked,
  last: Clicked | null,
): string | null {
  const again = last !== null && distance([...click.at], [...last.at]) <= click.withinKm;
  const index = again && selected !== null ? answering.indexOf(selected) : -1;
  return answering[(index + 1) % Math.max(1, answering.length)] ?? null;
}
