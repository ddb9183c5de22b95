import { booleanPointInPolygon, distance, nearestPointOnLine, point } from '@turf/turf';
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { TerritoryCollection, TerritoryFeature } from './load';

/** A territory that covers a point, or passes near it. */
export interface Located {
  readonly territory: string;
  readonly layer: string;
  /** Kilometres from the point on the sphere; 0 inside a polygon. */
  readonly distance: number;
}

/**
 * The territories at a point, nearest first, by computation from the shapes and not from what is drawn.
 * @param at degrees east, degrees north
 * @param within how far a line or a point may lie from it, kilometres, inclusive
 * @param wanted which territories are asked about at all
 */
export function locate(
  layers: ReadonlyMap<string, TerritoryCollection>,
  at: readonly [number, number],
  within: number,
  wanted: (territory: string) => boolean = () => true,
): Located[] {
  return [...layers]
    .flatMap(([layer, { features }]) =>
      features.flatMap((feature): Located[] => {
        if (!wanted(feature.properties.id)) return [];
        const away = distanceTo(feature, [...at]);
        return away !== null && away <= within
          ? [{ territory: feature.properties.id, layer, distance: away }]
          : [];
      }),
    )
    .sort((a, b) => a.distance - b.distance);
}

/** Kilometres from a point to a shape; null where the shape is an area that does not hold the point, or there is none. */
function distanceTo({ geometry }: TerritoryFeature, at: Position): number | null {
  switch (geometry?.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return booleanPointInPolygon(at, geometry as Polygon | MultiPolygon) ? 0 : null;
    case 'LineString':
    case 'MultiLineString':
      return nearestPointOnLine(geometry as LineString | MultiLineString, at).properties.pointDistance;
    case 'Point':
      return distance(point(geometry.coordinates), at);
    default:
      return null;
  }
}
