import { booleanPointInPolygon, distance, nearestPointOnLine, point } from '@turf/turf';
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { TerritoryCollection, TerritoryFeature } from './load';

/** A territory that covers a point, or passes near it. */
export interface Located {
  readonly territory: string;
  readonly layer: string;
  /** Kilometres from the point on the sphere; 0 inside a polygon. */
  readonly distance: number;
  /** Where it is nearest, degrees east and north; the point itself inside a polygon. */
  readonly nearest: readonly [number, number];
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
        const near = nearestOn(feature, [...at]);
        return near && near.distance <= within ? [{ territory: feature.properties.id, layer, ...near }] : [];
      }),
    )
    .sort((a, b) => a.distance - b.distance);
}

/** Where a shape is nearest to a point; null where the shape is an area that does not hold the point, or there is none. */
function nearestOn(
  { geometry }: TerritoryFeature,
  at: Position,
): Pick<Located, 'distance' | 'nearest'> | null {
  switch (geometry?.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return booleanPointInPolygon(at, geometry as Polygon | MultiPolygon)
        ? { distance: 0, nearest: lonLat(at) }
        : null;
    case 'LineString':
    case 'MultiLineString': {
      const { properties, geometry: found } = nearestPointOnLine(
        geometry as LineString | MultiLineString,
        at,
      );
      return { distance: properties.pointDistance, nearest: lonLat(found.coordinates) };
    }
    case 'Point':
      return { distance: distance(point(geometry.coordinates), at), nearest: lonLat(geometry.coordinates) };
    default:
      return null;
  }
}

/**
 * The territory whose edge, line or point is nearest to a point: for a place that none holds.
 * @param at degrees east, degrees north
 * @param within how far it may be, kilometres, inclusive
 * @param wanted which territories are asked about at all
 */
export function nearestTo(
  layers: ReadonlyMap<string, TerritoryCollection>,
  at: readonly [number, number],
  within: number,
  wanted: (territory: string) => boolean,
): Located | null {
  const edges = new Map(
    [...layers].map(([layer, collection]) => [
      layer,
      {
        ...collection,
        features: collection.features
          .filter(({ properties }) => wanted(properties.id))
          .map((feature) => ({ ...feature, geometry: edgeOf(feature.geometry) })),
      },
    ]),
  );
  return locate(edges, at, within)[0] ?? null;
}

/** The outline of an area; other shapes as they are. */
function edgeOf(geometry: TerritoryFeature['geometry']): TerritoryFeature['geometry'] {
  switch (geometry?.type) {
    case 'Polygon':
      return { type: 'MultiLineString', coordinates: geometry.coordinates };
    case 'MultiPolygon':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.flat() };
    default:
      return geometry;
  }
}

function lonLat([lon = NaN, lat = NaN]: Position): [number, number] {
  return [lon, lat];
}
