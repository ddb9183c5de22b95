/** GeoJSON as it is committed: four decimals, rings wound as RFC 7946 wants, one feature a line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rewind } from '@turf/turf';
import type { Feature, GeoJsonProperties, Geometry, Position } from 'geojson';

const SCALE = 1e4;

export interface Drawn {
  readonly id: string;
  readonly properties: GeoJsonProperties;
  readonly geometry: Geometry | null;
}

export function writeFeatures(file: string, features: readonly Drawn[]): void {
  const lines = features.map(({ id, properties, geometry }) =>
    JSON.stringify({ type: 'Feature', id, properties, geometry: geometry && rounded(geometry) }),
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
}

export function rounded(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: place(geometry.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(line) };
    case 'Polygon':
      return wound({ type: 'Polygon', coordinates: rings(geometry.coordinates) });
    case 'MultiPolygon':
      return wound({
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map(rings).filter((polygon) => polygon.length > 0),
      });
    default:
      throw new Error(`No rule for a ${geometry.type}`);
  }
}

function place([x = 0, y = 0]: Position): Position {
  return [Math.round(x * SCALE) / SCALE, Math.round(y * SCALE) / SCALE];
}

/** Two neighbours that round to the same place are one. */
function line(positions: readonly Position[]): Position[] {
  return positions
    .map(place)
    .filter(([x, y], i, all) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1]);
}

function rings(polygon: readonly Position[][]): Position[][] {
  return polygon.map(line).filter((ring) => ring.length > 3);
}

function wound(geometry: Geometry): Geometry {
  const feature: Feature = { type: 'Feature', properties: {}, geometry };
  return (rewind(feature, { reverse: false }) as Feature).geometry;
}
