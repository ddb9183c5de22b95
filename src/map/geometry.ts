import type { Geometry } from 'geojson';

/** How many lists lie within one another down to a position, and how many positions the innermost needs. */
const FORMS: Readonly<Record<Exclude<Geometry['type'], 'GeometryCollection'>, readonly [number, number]>> = {
  Point: [0, 1],
  MultiPoint: [1, 1],
  LineString: [1, 2],
  MultiLineString: [2, 2],
  Polygon: [2, 4],
  MultiPolygon: [3, 4],
};

/** Whether something is a GeoJSON geometry that can be drawn: one that is not would break what reads its coordinates. */
export function isGeometry(value: unknown): value is Geometry {
  const { type, coordinates, geometries } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'GeometryCollection') return Array.isArray(geometries) && geometries.every(isGeometry);
  if (typeof type !== 'string' || !Object.hasOwn(FORMS, type)) return false;
  const [depth, least] = FORMS[type as keyof typeof FORMS];
  return isNested(coordinates, depth, least);
}

function isNested(value: unknown, depth: number, least: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth === 0) return value.length >= 2 && value.every((part) => Number.isFinite(part));
  return value.length >= (depth === 1 ? least : 1) && value.every((part) => isNested(part, depth - 1, least));
}
