/**
 * Hand-placed labels: states, lines, seas, ranges. Placed for the first view of the map, so that they keep clear of
 * towns, of the railway and of what the territories say; a state takes its name from the record.
 */
import { readFileSync } from 'node:fs';
import type { Feature, Point, Position } from 'geojson';
import { fromConic, lonLat, rounded, toConic, writeFeatures } from './base-frame.ts';
import type { Name } from './base-waters.ts';

interface Label {
  readonly id: string;
  readonly kind: 'state' | 'line' | 'water' | 'range' | 'desert' | 'region';
  /** 4: a government that is no state of its own, in small italic. */
  readonly size: 1 | 2 | 3 | 4;
  /** Either where it stands, level; or the two ends of the stretch it is written along. */
  readonly at?: Position;
  readonly along?: readonly [Position, Position];
  readonly name?: Name;
  /** Zoom of the map from which it fits; without it, always. */
  readonly minzoom?: number;
  /** First day, where the name is of a time and no item of the record says so. */
  readonly from?: string;
}

interface LabelProperties extends Omit<Label, 'at' | 'along'> {
  /** Degrees clockwise in the conic, as `text-rotate` wants them. */
  readonly rotate?: number;
}

export function buildLabels(): void {
  const labels = JSON.parse(
    readFileSync(new URL('facts/base-names.json', import.meta.url), 'utf8'),
  ) as Label[];
  writeFeatures('names.geojson', labels.map(placed));
}

function placed({ at, along, ...properties }: Label): Feature<Point, LabelProperties> {
  const { position, rotate } = along ? onLine(along) : { position: at, rotate: 0 };
  if (!position) throw new Error(`The label "${properties.id}" has no place`);
  return {
    type: 'Feature',
    properties: { ...properties, ...(rotate !== 0 && { rotate }) },
    geometry: { type: 'Point', coordinates: rounded(position) },
  };
}

function onLine([from, to]: readonly [Position, Position]): { position: Position; rotate: number } {
  const [x1, y1] = toConic(...lonLat(from));
  const [x2, y2] = toConic(...lonLat(to));
  const degrees = (-Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  return { position: fromConic((x1 + x2) / 2, (y1 + y2) / 2), rotate: Math.round(degrees) };
}
