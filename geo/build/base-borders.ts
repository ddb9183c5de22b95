/** Border lines out of a topology: which arcs lie between whom. */
import type { Feature, MultiLineString, Position } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject } from 'topojson-specification';
import { clipLine } from './base-clip.ts';
import { inBox, roundedLine, type Box } from './base-frame.ts';
import type { BaseTopology } from './base-simplify.ts';

export interface BorderRule {
  /** Items that draw this stretch; more than one only if no two of them are in force on the same day. */
  readonly ids: readonly string[];
  /** Pieces on the one side and on the other; `any` is all that is not on the first. */
  readonly between: readonly [readonly string[], readonly string[] | 'any'];
  /** The first is a piece that lies over the second: its edge inside that, not its share of that one's edge. */
  readonly inside?: boolean;
  /** Never delimited, or disputed. */
  readonly dashed?: boolean;
  /** Only arcs that have their middle in this box. */
  readonly where?: Box;
  /** Only what lies in this box; the rest of the line is left to another rule. */
  readonly clip?: Box;
  /** Day on which the stretch goes, though its item stays. */
  readonly until?: string;
}

export interface BorderProperties {
  readonly id: string;
  readonly dashed: boolean;
  readonly until?: string;
}

export function borderLines(
  topology: BaseTopology,
  rules: readonly BorderRule[],
): Feature<MultiLineString, BorderProperties>[] {
  const owners = { land: ownersOfArcs(topology, 'land'), over: ownersOfArcs(topology, 'over') };
  const arcCount = topology.arcs.length;
  const features: Feature<MultiLineString, BorderProperties>[] = [];
  const taken = new Set<number>();
  for (const rule of rules) {
    const { between, inside = false, where, clip } = rule;
    const [ones, others] = between;
    const isOther = (id: string): boolean => (others === 'any' ? !ones.includes(id) : others.includes(id));
    const exclusive = !clip && !CROSSING.has(rule.ids[0] ?? '');
    const arcs: number[] = [];
    for (let arc = 0; arc < arcCount; arc++) {
      const onLand = owners.land.get(arc) ?? [];
      const fits = inside
        ? (owners.over.get(arc) ?? []).some((id) => ones.includes(id)) && onLand.length === 0
        : onLand.length > 1 && onLand.some((id) => ones.includes(id)) && onLand.some(isOther);
      if (!fits || (exclusive && taken.has(arc)) || (where && !inBox(middleOf(topology, arc), where)))
        continue;
      if (exclusive) taken.add(arc);
      arcs.push(arc);
    }
    const stretch = stitched(topology, arcs).flatMap((line) => (clip ? clipLine(line, clip) : [line]));
    for (const id of rule.ids) add(features, { ...rule, id }, stretch);
  }
  return features;
}

function add(
  features: Feature<MultiLineString, BorderProperties>[],
  { id, dashed = false, until }: { id: string; dashed?: boolean; until?: string },
  stretch: readonly Position[][],
): void {
  const lines = stretch.map(roundedLine).filter((line) => line.length > 1);
  const key = [id, dashed && 'dashed', until && `until-${until}`].filter(Boolean).join('--');
  const same = features.find((feature) => feature.id === key);
  if (same) same.geometry.coordinates.push(...lines);
  else if (lines.length > 0) {
    features.push({
      type: 'Feature',
      id: key,
      properties: { id, dashed, ...(until && { until }) },
      geometry: { type: 'MultiLineString', coordinates: lines },
    });
  }
}

/** The two lines through Korea cross: an arc may belong to both, since they are in force one after the other. */
const CROSSING = new Set(['korea-38', 'korea-mdl']);

function ownersOfArcs(topology: BaseTopology, name: string): Map<number, string[]> {
  const owners = new Map<number, string[]>();
  const collection = topology.objects[name] as GeometryCollection<{ id: string }>;
  for (const geometry of collection.geometries) {
    const { id } = geometry.properties as { id: string };
    for (const arc of arcsOf(geometry)) {
      const index = arc < 0 ? ~arc : arc;
      const ids = owners.get(index) ?? [];
      if (!ids.includes(id)) owners.set(index, [...ids, id]);
    }
  }
  return owners;
}

function arcsOf(geometry: GeometryObject): number[] {
  if (geometry.type === 'Polygon') return geometry.arcs.flat();
  if (geometry.type === 'MultiPolygon') return geometry.arcs.flat(2);
  return [];
}

function middleOf(topology: BaseTopology, arc: number): Position {
  const points = topology.arcs[arc] ?? [];
  return points[Math.floor(points.length / 2)] ?? [0, 0];
}

function stitched(topology: BaseTopology, arcs: readonly number[]): Position[][] {
  const lines = mesh(topology, { type: 'MultiLineString', arcs: arcs.map((arc) => [arc]) });
  return lines.coordinates;
}

/** Border of a state that is made of units, as these give it. */
export function borderOf(
  id: string,
  lines: readonly Position[][],
): Feature<MultiLineString, BorderProperties> {
  const coordinates = lines.map(roundedLine).filter((line) => line.length > 1);
  return {
    type: 'Feature',
    id,
    properties: { id, dashed: false },
    geometry: { type: 'MultiLineString', coordinates },
  };
}
