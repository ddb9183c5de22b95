/**
 * Units: everything that a territory or a state can be put together from, in ONE shared topology, so that neighbours
 * have the same arcs and a union leaves no sliver. A unit is a cell (see `cells.ts`), a Chinese province that is not
 * divided, or a first-level unit of another country of the window.
 *
 * Mongolia and the other countries are dissolved from their provinces: the lines are those of the country file of
 * Natural Earth, but not rounded to 300 m as in `world-atlas`, so that they are vertex for vertex those of the
 * Chinese provinces on the other side.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, type Triangle } from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology,
} from 'topojson-specification';
import { DIVIDED_PROVINCES, buildCells } from './cells.ts';
import { CACHE_FOLDER, loadProvinces } from './inputs.ts';
import { DALIAN, dividedDalian } from './ports.ts';
import { withSharedVertices } from './shared-vertices.ts';

export interface UnitProperties {
  /** Cell: unit code, such as 150421. Otherwise ISO 3166-2 code, such as CN-GS or MN-071. */
  readonly unit: string;
  /** Province that a cell lies in, such as CN-NM; for others the same as `unit`. */
  readonly province: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly name: string;
}

type UnitGeometry = (TopoPolygon<UnitProperties> | TopoMultiPolygon<UnitProperties>) & {
  properties: UnitProperties;
};
export type UnitsTopology = Topology<{ units: GeometryCollection<UnitProperties> }>;

export interface Units {
  /** Outline of all units that `wanted` accepts, dissolved; throws when there is none. */
  union(wanted: (unit: UnitProperties) => boolean): MultiPolygon;
  /** Lines between units of the one kind and units of the other. */
  border(one: (unit: UnitProperties) => boolean, other: (unit: UnitProperties) => boolean): MultiLineString;
  list(): readonly UnitProperties[];
}

/** Committed vertices have four decimals; shared vertices are found on a grid ten times as fine. */
const DECIMALS = 5;
/** Least triangle kept by the Visvalingam simplification; corresponds to some 800 m. */
const LEAST_TRIANGLE_KM2 = 0.45;
const LONGEST_EDGE_KM = 25;
/** The ports are looked at from near: there a vertex counts for more. */
const FINE = { west: 120.6, south: 38.6, east: 123.4, north: 39.9, times: 12 } as const;

/**
 * All units, unsimplified, or simplified to about 800 m. Also leaves `.cache/geo/units.topojson` (object `units`).
 */
export async function loadUnits(detail: 'full' | 'simplified' = 'simplified'): Promise<Units> {
  const full = await unitsTopology();
  return unitsOf(detail === 'full' ? full : simplified(full));
}

async function unitsTopology(): Promise<UnitsTopology> {
  const cells = (await buildCells()).flatMap((cell) => (cell.unit === DALIAN ? dividedDalian(cell) : [cell]));
  const key = createHash('sha256')
    .update(JSON.stringify(cells))
    .update(String(withSharedVertices))
    .digest('hex');
  const file = join(CACHE_FOLDER, 'units.topojson');
  const stamp = join(CACHE_FOLDER, 'units.stamp');
  if (existsSync(file) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) {
    return JSON.parse(readFileSync(file, 'utf8')) as UnitsTopology;
  }
  const features = [
    ...cells.map(({ unit, province, name, geometry }) => ({
      properties: { unit, province, country: 'CHN', name },
      geometry,
    })),
    ...(await loadProvinces())
      .filter(({ code }) => !DIVIDED_PROVINCES.includes(code))
      .map(({ code, country, name, geometry }) => ({
        properties: { unit: code, province: code, country, name },
        geometry,
      })),
  ];
  const rounded = features.map(({ properties, geometry }) => ({ properties, rings: roundedRings(geometry) }));
  const noded = withSharedVertices(
    rounded.map(({ rings }) => rings),
    10 ** -DECIMALS,
    (index) => rounded[index]?.properties.country === 'CHN',
  );
  const collection: FeatureCollection<MultiPolygon, UnitProperties> = {
    type: 'FeatureCollection',
    features: rounded.map(({ properties }, i) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'MultiPolygon', coordinates: noded[i] ?? [] },
    })),
  };
  const units = topology({ units: collection }) as UnitsTopology;
  writeFileSync(file, JSON.stringify(units));
  writeFileSync(stamp, key);
  return units;
}

function roundedRings(geometry: Polygon | MultiPolygon): Position[][][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const scale = 10 ** DECIMALS;
  return polygons
    .map((rings) =>
      rings
        .map((ring) => {
          const points = ring.map(([x = 0, y = 0]) => [
            Math.round(x * scale) / scale,
            Math.round(y * scale) / scale,
          ]);
          return points.filter((point, i) => i === 0 || !same(point, points[i - 1] ?? []));
        })
        .filter((ring) => ring.length > 3),
    )
    .filter((rings) => rings.length > 0);
}

function same([ax, ay]: Position, [bx, by]: Position): boolean {
  return ax === bx && ay === by;
}

/** Mongolia is the one outline that is shown exactly as Natural Earth has it, straight edges of the desert included. */
function simplified(full: UnitsTopology): UnitsTopology {
  const weighted = presimplify(full, weightOf);
  const outline = new Set<number>();
  for (const unit of full.objects.units.geometries as UnitGeometry[]) {
    if (unit.properties.country !== 'MNG') continue;
    for (const arc of (unit.arcs as number[][][]).flat(2)) outline.add(arc < 0 ? ~arc : arc);
  }
  const arcs = (weighted.arcs as unknown as WeightedPoint[][]).map((arc, i) => {
    const kept = outline.has(i) ? arc : thinned(arc);
    return kept.map(([x, y]) => [x, y]);
  });
  return { ...full, arcs };
}

type WeightedPoint = [x: number, y: number, weight: number];

/** Vertices that weigh enough, and of the others as many as it takes to leave no long edge that was not there. */
function thinned(arc: readonly WeightedPoint[]): WeightedPoint[] {
  const keep = arc.map(([, , weight]) => weight >= LEAST_TRIANGLE_KM2);
  let last = 0;
  for (let i = 1; i < arc.length; i++) {
    if (!keep[i] && i < arc.length - 1) continue;
    keepLongEdgesShort(arc, keep, last, i);
    last = i;
  }
  return arc.filter((_, i) => keep[i] || i === 0 || i === arc.length - 1);
}

function keepLongEdgesShort(arc: readonly WeightedPoint[], keep: boolean[], from: number, to: number): void {
  const [[ax, ay], [bx, by]] = [arc[from] ?? [0, 0], arc[to] ?? [0, 0]];
  const km = Math.hypot((ax - bx) * Math.cos((ay * Math.PI) / 180), ay - by) * 111.195;
  if (to - from < 2 || km < LONGEST_EDGE_KM) return;
  let heaviest = from + 1;
  for (let i = from + 1; i < to; i++) if ((arc[i]?.[2] ?? 0) > (arc[heaviest]?.[2] ?? 0)) heaviest = i;
  keep[heaviest] = true;
  keepLongEdgesShort(arc, keep, from, heaviest);
  keepLongEdgesShort(arc, keep, heaviest, to);
}

function weightOf(triangle: Triangle): number {
  const [, [x, y]] = triangle;
  const fine = x > FINE.west && x < FINE.east && y > FINE.south && y < FINE.north;
  return fine ? triangleKm2(triangle) * FINE.times : triangleKm2(triangle);
}

export function triangleKm2([[ax, ay], [bx, by], [cx, cy]]: Triangle): number {
  const degrees = Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2;
  return degrees * 111.195 ** 2 * Math.cos((by * Math.PI) / 180);
}

function unitsOf(units: UnitsTopology): Units {
  const geometries = units.objects.units.geometries as UnitGeometry[];
  return {
    union(wanted) {
      const chosen = geometries.filter(({ properties }) => wanted(properties));
      if (chosen.length === 0) throw new Error('A union of no units');
      return merge(units, chosen as TopoMultiPolygon[]);
    },
    border(one, other) {
      return mesh(units, units.objects.units as never, (a, b) => {
        const [left, right] = [(a as UnitGeometry).properties, (b as UnitGeometry).properties];
        return a !== b && ((one(left) && other(right)) || (one(right) && other(left)));
      });
    },
    list: () => geometries.map(({ properties }) => properties),
  };
}
