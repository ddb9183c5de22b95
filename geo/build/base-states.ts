/** Land, states and borders of the base map, all cut out of one topology. */
import type { Feature, MultiPolygon, Point, Position } from 'geojson';
import { merge } from 'topojson-client';
import type {
  GeometryCollection,
  MultiPolygon as ArcPolygons,
  Polygon as ArcPolygon,
} from 'topojson-specification';
import { borderLines, borderOf } from './base-borders.ts';
import { ringArea, roundedLine, rounded, writeFeatures } from './base-frame.ts';
import { loadPieces } from './base-countries.ts';
import { loadUnitStates, type UnitStates } from './base-units.ts';
import { simplifiedTopology, withoutSpecks, type BaseTopology } from './base-simplify.ts';
import { BORDERS, POINTS, STATES, UNIT_STATES, type Days } from './base-items.ts';

interface StateProperties extends Days {
  readonly id: string;
  /** Id of the item of the record whose days this shape follows. */
  readonly item: string;
  /** Which lies on top: higher is drawn later. */
  readonly order: number;
}

export async function buildStates(): Promise<void> {
  const pieces = await loadPieces();
  const units = await loadUnitStates();
  const topology = simplifiedTopology({ land: pieces.land, over: pieces.over }, units.kept);
  writeFeatures('land.geojson', [land(topology)]);
  const areas = [...states(topology), ...statesOfUnits(units)];
  writeFeatures('states.geojson', [
    ...areas.sort((a, b) => a.properties.order - b.properties.order),
    ...points(),
  ]);
  writeFeatures('borders.geojson', [
    ...borderLines(topology, BORDERS),
    ...Object.entries(units.borders).map(([id, lines]) => borderOf(id, lines)),
  ]);
}

type PieceShape = ArcPolygon<{ id: string }> | ArcPolygons<{ id: string }>;

function piecesIn(topology: BaseTopology): PieceShape[] {
  return ['land', 'over'].flatMap(
    (name) => (topology.objects[name] as GeometryCollection<{ id: string }>).geometries as PieceShape[],
  );
}

function land(topology: BaseTopology): Feature<MultiPolygon, { id: string }> {
  const collection = topology.objects['land'] as GeometryCollection<{ id: string }>;
  return {
    type: 'Feature',
    properties: { id: 'land' },
    geometry: joined(topology, collection.geometries as PieceShape[]),
  };
}

function states(topology: BaseTopology): Feature<MultiPolygon, StateProperties>[] {
  const shapes = new Map(piecesIn(topology).map((shape) => [shape.properties?.id ?? '', shape]));
  return STATES.map(({ id, item = id, order, parts, from, until }) => {
    const of = parts.map((part) => {
      const shape = shapes.get(part);
      if (!shape) throw new Error(`State "${id}" wants a piece "${part}" that there is not`);
      return shape;
    });
    return {
      type: 'Feature' as const,
      properties: { id, item, order, ...(from && { from }), ...(until && { until }) },
      geometry: joined(topology, of),
    };
  });
}

function statesOfUnits({ shapes }: UnitStates): Feature<MultiPolygon, StateProperties>[] {
  return UNIT_STATES.map(({ id, item = id, order }) => ({
    type: 'Feature',
    properties: { id, item, order },
    geometry: clean(withoutSpecks(shapes[id] ?? [])),
  }));
}

function points(): Feature<Point, StateProperties>[] {
  return POINTS.map(({ id, item = id, at, until }) => ({
    type: 'Feature',
    properties: { id, item, order: 90, ...(until && { until }) },
    geometry: { type: 'Point', coordinates: at },
  }));
}

/** One clean multipolygon, wound as RFC 7946 asks: outer rings counter-clockwise, holes clockwise. */
function joined(topology: BaseTopology, shapes: PieceShape[]): MultiPolygon {
  return clean(merge(topology, shapes as ArcPolygon[]).coordinates);
}

function clean(coordinates: readonly (readonly Position[][])[]): MultiPolygon {
  const polygons = coordinates.flatMap((rings) => {
    const [outer, ...holes] = rings.map(cleanRing);
    if (!outer || outer.length < 4) return [];
    const whole = [outer, ...holes.filter((ring) => ring.length > 3)];
    return [whole.map((ring, i) => (ringArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()))];
  });
  return { type: 'MultiPolygon', coordinates: polygons };
}

function cleanRing(ring: readonly Position[]): Position[] {
  const line = roundedLine(ring);
  const first = line[0];
  const last = line[line.length - 1];
  if (!first || !last) return [];
  return first[0] === last[0] && first[1] === last[1] ? line : [...line, rounded(first)];
}
