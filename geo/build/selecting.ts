/** Small words for choosing units. */
import type { Geometry, MultiPolygon, Point, Polygon } from 'geojson';
import type { UnitProperties, Units } from './units.ts';

export type Wanted = (unit: UnitProperties) => boolean;

/** Units whose code begins with one of these: `1525` means all cells of that prefecture. */
export function coded(...prefixes: readonly string[]): Wanted {
  return ({ unit }) => prefixes.some((prefix) => unit.startsWith(prefix));
}

export function inProvinces(...provinces: readonly string[]): Wanted {
  return ({ province }) => provinces.includes(province);
}

export function any(...all: readonly Wanted[]): Wanted {
  return (unit) => all.some((wanted) => wanted(unit));
}

export function but(wanted: Wanted, not: Wanted): Wanted {
  return (unit) => wanted(unit) && !not(unit);
}

export function area(wanted: Wanted): (units: Units) => Polygon | MultiPolygon {
  return (units) => {
    const { coordinates } = units.union(wanted);
    const [only] = coordinates;
    return coordinates.length === 1 && only
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates };
  };
}

export function point(lat: number, lon: number): () => Point {
  return () => ({ type: 'Point', coordinates: [lon, lat] });
}

export function nothing(): Geometry | null {
  return null;
}
