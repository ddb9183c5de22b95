/** The committed GeoJSON, read from disk: what the map gets, and nothing of the pipeline or its inputs. */
import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';

export const LAYER_FILES = [
  'mongolia',
  'inner-mongolia',
  'chinese-eastern-railway',
  'manchuria',
  'ports',
  'sinkiang',
] as const;

export const FILES = [...LAYER_FILES, 'stations', 'bands'] as const;

export type FileName = (typeof FILES)[number];
export type CommittedFeature = Feature<Geometry | null, Readonly<Record<string, unknown>>>;

export function textOf(file: FileName): string {
  return readFileSync(new URL(`../../geo/treaty-1945/${file}.geojson`, import.meta.url), 'utf8');
}

export function featuresOf(file: FileName): CommittedFeature[] {
  return (JSON.parse(textOf(file)) as FeatureCollection<Geometry | null, Record<string, unknown>>)
    .features as CommittedFeature[];
}

export function shapeOf(file: FileName, id: string): Feature<Polygon | MultiPolygon> {
  const found = featuresOf(file).find((feature) => feature.id === id);
  if (found?.geometry?.type !== 'Polygon' && found?.geometry?.type !== 'MultiPolygon') {
    throw new Error(`${file}.geojson has no polygon ${id}`);
  }
  return found as Feature<Polygon | MultiPolygon>;
}

export function linesOf(file: FileName, id: string): Position[][] {
  const geometry = featuresOf(file).find((feature) => feature.id === id)?.geometry;
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  if (geometry?.type === 'MultiLineString') return geometry.coordinates;
  throw new Error(`${file}.geojson has no line ${id}`);
}

export function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}

export function xy(position: Position | undefined): [number, number] {
  return [position?.[0] ?? NaN, position?.[1] ?? NaN];
}

/** Good to a few metres over the distances asked about here. */
export function kilometres(a: Position | undefined, b: Position | undefined): number {
  const [[ax, ay], [bx, by]] = [xy(a), xy(b)];
  return Math.hypot((ax - bx) * Math.cos((((ay + by) / 2) * Math.PI) / 180), ay - by) * 111.195;
}

export function kilometresToLine(place: Position, lines: readonly Position[][]): number {
  const [x, y] = xy(place);
  const shrink = Math.cos((y * Math.PI) / 180);
  let nearest = Infinity;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [[ax, ay], [bx, by]] = [xy(line[i - 1]), xy(line[i])];
      const [ux, uy, vx, vy] = [(ax - x) * shrink, ay - y, (bx - x) * shrink, by - y];
      const length = (vx - ux) ** 2 + (vy - uy) ** 2;
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ux * (vx - ux) + uy * (vy - uy)) / length));
      nearest = Math.min(nearest, Math.hypot(ux + t * (vx - ux), uy + t * (vy - uy)));
    }
  }
  return nearest * 111.195;
}
