/**
 * Rivers and lakes: shapes of Natural Earth picked by number, names of the day from facts/base-waters.json (its own are
 * modern or garbled). Reservoirs built later are left out by not being picked, and the river runs on through them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { debianPackage } from './inputs.ts';
import { clipLine, isInside } from './base-clip.ts';
import { inBox, ringArea, rounded, roundedLine, WINDOW, writeFeatures } from './base-frame.ts';
import { readShapes, type Shape } from './base-shapefile.ts';
import { simplifiedLines } from './base-simplify.ts';

export type Name = Readonly<Partial<Record<'en' | 'zh-Hant' | 'zh-Hans' | 'ru' | 'mn', string>>>;

interface Water {
  readonly id: string;
  readonly rank: 1 | 2 | 3;
  readonly name: Name;
}
/** A small river far from the subject needs no bends; by rank. */
const COARSER = { 1: 1.6, 2: 2.4, 3: 4 } as const;

interface FromShapes extends Water {
  /** Numbers in the shapefile: `rivernum` of rivers, `FID` of lakes. */
  readonly of: readonly number[];
}
interface ByHand extends Water {
  readonly line: readonly Position[];
}
interface LakeByHand extends Water {
  readonly shore: readonly Position[];
}
interface Waters {
  readonly rivers: readonly FromShapes[];
  readonly drawn: readonly ByHand[];
  readonly lakes: readonly (FromShapes | LakeByHand)[];
}

export async function buildWaters(): Promise<void> {
  const facts = JSON.parse(
    readFileSync(new URL('facts/base-waters.json', import.meta.url), 'utf8'),
  ) as Waters;
  const rivers = readShapes(
    join(await debianPackage('libmagics++-data'), 'usr/share/magics/10m/ne_10m_rivers_lake_centerlines'),
  );
  const lakes = readShapes(
    join(
      await debianPackage('libgnudatalanguage0'),
      'usr/share/gnudatalanguage/resource/maps/high/ne_10m_lakes',
    ),
  );
  const lakeFeatures = facts.lakes.map((water) =>
    lake(water, 'shore' in water ? [[...water.shore]] : picked(lakes, 'FID', water)),
  );
  const riverFeatures = [
    ...facts.rivers.map((water) => river(water, picked(rivers, 'rivernum', water), lakeFeatures)),
    ...facts.drawn.map((water) => river(water, [water.line], [])),
  ];
  writeFeatures('lakes.geojson', lakeFeatures);
  writeFeatures('rivers.geojson', riverFeatures);
}

function picked(shapes: readonly Shape[], field: string, { id, of }: FromShapes): Position[][] {
  const parts = shapes.filter(({ fields }) => of.includes(Number.parseInt(fields[field] ?? '', 10)));
  if (parts.length === 0) throw new Error(`No shape with ${field} ${of.join(', ')} for "${id}"`);
  return parts.flatMap((shape) => shape.parts);
}

type Lake = Feature<MultiPolygon, Water>;

function lake({ id, rank, name }: Water, rings: Position[][]): Lake {
  const polygons: Position[][][] = [];
  for (const ring of simplifiedLines(rings)) {
    if (!ring.every((position) => inBox(position, WINDOW))) continue;
    const clean = roundedLine(ring);
    const area = ringArea(clean);
    if (clean.length < 4 || Math.abs(area) < 12) continue;
    const container = polygons.find(([outer]) => outer && isInside(clean[0] ?? [], outer));
    // An island keeps its hole where it is large enough to be seen.
    if (container) {
      if (Math.abs(area) > 40) container.push(area < 0 ? clean : clean.toReversed());
    } else polygons.push([area > 0 ? clean : clean.toReversed()]);
  }
  return {
    type: 'Feature',
    properties: { id, rank, name },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  };
}

function river(
  { id, rank, name }: Water,
  lines: readonly (readonly Position[])[],
  lakes: readonly Lake[],
): Feature<MultiLineString, Water> {
  const joined = joinedEnds(lines.flatMap((line) => clipLine(line, WINDOW)));
  const dry = joined.flatMap((line) => outsideOf(line, lakes));
  return {
    type: 'Feature',
    properties: { id, rank, name },
    geometry: {
      type: 'MultiLineString',
      coordinates: simplifiedLines(dry, COARSER[rank])
        .map((line) => roundedLine(line.map(rounded)))
        .filter((line) => line.length > 1),
    },
  };
}

/** Natural Earth cuts a river at every lake and tributary; joined again, a dash or a name runs through. */
function joinedEnds(lines: readonly Position[][]): Position[][] {
  const open = lines.map((line) => [...line]);
  const done: Position[][] = [];
  for (let line = open.pop(); line; line = open.pop()) {
    let grown = line;
    for (let i = 0; i < open.length;) {
      const next = open[i] ?? [];
      const [start, end] = [String(grown[0]), String(grown.at(-1))];
      const [nextStart, nextEnd] = [String(next[0]), String(next.at(-1))];
      if (end === nextStart) grown = [...grown, ...next.slice(1)];
      else if (end === nextEnd) grown = [...grown, ...next.toReversed().slice(1)];
      else if (start === nextEnd) grown = [...next, ...grown.slice(1)];
      else if (start === nextStart) grown = [...next.toReversed(), ...grown.slice(1)];
      else {
        i++;
        continue;
      }
      open.splice(i, 1);
      i = 0;
    }
    done.push(grown);
  }
  return done;
}

/** The stretches of a line that are not in a lake; each reaches one vertex into it, so that no gap shows. */
function outsideOf(line: Position[], lakes: readonly Lake[]): Position[][] {
  const outers = lakes.flatMap(({ geometry }) => geometry.coordinates.map(([outer]) => outer ?? []));
  const near = outers.filter((outer) => overlaps(outer, line));
  if (near.length === 0) return [line];
  const wet = line.map((position) => near.some((outer) => isInside(position, outer)));
  const parts: Position[][] = [];
  let part: Position[] = [];
  for (const [i, position] of line.entries()) {
    const atEdge = wet[i - 1] === false || wet[i + 1] === false;
    if (!wet[i] || atEdge) part.push(position);
    if (wet[i] && part.length > 0 && !(wet[i + 1] === false && part.length === 1)) {
      parts.push(part);
      part = wet[i + 1] === false ? [position] : [];
    }
  }
  parts.push(part);
  return parts.filter((points) => points.length > 1);
}

function overlaps(a: readonly Position[], b: readonly Position[]): boolean {
  const range = (line: readonly Position[], axis: 0 | 1): [number, number] => {
    let [low, high] = [Infinity, -Infinity];
    for (const position of line) {
      low = Math.min(low, position[axis] ?? 0);
      high = Math.max(high, position[axis] ?? 0);
    }
    return [low, high];
  };
  return ([0, 1] as const).every((axis) => {
    const [one, other] = [range(a, axis), range(b, axis)];
    return one[0] <= other[1] && other[0] <= one[1];
  });
}
