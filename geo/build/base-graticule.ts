/** Meridians and parallels every ten degrees, and the neat line: the edge of everything that is drawn. */
import type { Feature, LineString, Polygon, Position } from 'geojson';
import { rounded, WINDOW, writeFeatures } from './base-frame.ts';

const EVERY = 10;
/** Degrees between points: in the conic a parallel is an arc of a circle. */
const STEP = 1;

interface GraticuleProperties {
  readonly id: string;
  readonly kind: 'graticule' | 'neatline';
}

type Line = Feature<LineString | Polygon, GraticuleProperties>;

export function buildGraticule(): void {
  const { west, south, east, north } = WINDOW;
  const lines: Line[] = [];
  for (let lon = Math.ceil(west / EVERY) * EVERY; lon <= east; lon += EVERY) {
    if (lon > west && lon < east) lines.push(line(`meridian-${lon}`, steps([lon, south], [lon, north])));
  }
  for (let lat = Math.ceil(south / EVERY) * EVERY; lat <= north; lat += EVERY) {
    if (lat > south && lat < north) lines.push(line(`parallel-${lat}`, steps([west, lat], [east, lat])));
  }
  const frame = [
    ...steps([west, south], [east, south]),
    ...steps([east, south], [east, north]).slice(1),
    ...steps([east, north], [west, north]).slice(1),
    ...steps([west, north], [west, south]).slice(1),
  ];
  const neatline: Line = {
    type: 'Feature',
    properties: { id: 'neatline', kind: 'neatline' },
    geometry: { type: 'Polygon', coordinates: [frame] },
  };
  writeFeatures('graticule.geojson', [neatline, ...lines]);
}

function line(id: string, coordinates: Position[]): Line {
  return {
    type: 'Feature',
    properties: { id, kind: 'graticule' },
    geometry: { type: 'LineString', coordinates },
  };
}

function steps(from: [number, number], to: [number, number]): Position[] {
  const count = Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) / STEP);
  return Array.from({ length: count + 1 }, (_, i) =>
    rounded([from[0] + ((to[0] - from[0]) * i) / count, from[1] + ((to[1] - from[1]) * i) / count]),
  );
}
