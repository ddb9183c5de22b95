/**
 * Bands along the inside of every outline, as old maps colour borders by hand: the territory less itself drawn in by
 * the width of the band. They are paint, not edges, so they are made from a coarser outline.
 */
import { buffer, difference, feature, featureCollection } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { MultiPolygon as TopoMultiPolygon, Topology } from 'topojson-specification';
import type { DrawnTerritory } from './territories.ts';
import { triangleKm2 } from './units.ts';
import type { Drawn } from './write.ts';

interface Brush {
  readonly widthsKm: readonly number[];
  /** Least triangle and least ring kept in the outline, in km2. */
  readonly triangle: number;
  readonly ring: number;
}

const BROAD: Brush = { widthsKm: [14, 28], triangle: 22, ring: 300 };
const FINE: Brush = { widthsKm: [1.5, 3], triangle: 0.15, ring: 1 };

export function buildBands(territories: readonly DrawnTerritory[]): Drawn[] {
  return territories.flatMap(({ id, layer, geometry }) => {
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
    const brush = layer === 'ports' ? FINE : BROAD;
    const outline = coarser(geometry, brush);
    return brush.widthsKm.map((width, i) => ({
      id: `${id}-${i + 1}`,
      properties: { id, width_km: width },
      geometry: band(outline, width, brush),
    }));
  });
}

/** Where a part is narrower than two bands, the band is all of it. */
function band(outline: MultiPolygon, width: number, brush: Brush): Polygon | MultiPolygon {
  const drawnIn = buffer(feature(outline), -width, { units: 'kilometers', steps: 6 });
  if (!drawnIn) return outline;
  const inner = coarser(drawnIn.geometry, { ...brush, triangle: brush.triangle / 2 });
  if (inner.coordinates.length === 0) return outline;
  return difference(featureCollection([feature(outline), feature(inner)]))?.geometry ?? outline;
}

function coarser(geometry: Polygon | MultiPolygon, { triangle, ring }: Brush): MultiPolygon {
  const shared = simplify(
    presimplify(topology({ outline: geometry }) as Topology<{ outline: TopoMultiPolygon }>, triangleKm2),
    triangle,
  );
  const { coordinates } = merge(shared, [shared.objects.outline]);
  const kept = coordinates.filter(([outer]) => outer && ringKm2(outer) >= ring);
  return {
    type: 'MultiPolygon',
    coordinates: kept.map((rings) => rings.filter((hole) => ringKm2(hole) >= ring)),
  };
}

function ringKm2(points: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const [i, [bx = 0, by = 0]] of points.entries()) {
    const [ax = 0, ay = 0] = points[i - 1] ?? points.at(-1) ?? [];
    sum += ax * by - bx * ay;
  }
  const [, lat = 0] = points[0] ?? [];
  return (Math.abs(sum) / 2) * 111.195 ** 2 * Math.cos((lat * Math.PI) / 180);
}
