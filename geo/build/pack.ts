/**
 * What a site ships in place of the files of the atlas: the record in the manifest itself, the shapes in two packs, one
 * for the territories and one for the base map (`src/atlas/pack.ts` takes them apart again). Territories are as they are,
 * to a thousandth of a degree, some 100 m, and lines and ports to a tenth of that. The base map is thinned where nobody can
 * come near enough to see it; what it shares with the territories stays.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import earcut, { deviation, flatten } from 'earcut';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { checkManifest, checkRecord, type RawRecord } from '../../src/atlas/check.ts';
import type { Pack, PackedTopology } from '../../src/atlas/pack.ts';
import { describeProblem, type Problem } from '../../src/atlas/problem.ts';
import type { Manifest } from '../../src/atlas/schema.ts';
import { readBound } from '../../src/time/edtf.ts';
import { triangleKm2 } from './units.ts';

type Collection = FeatureCollection<Geometry | null>;
type Collections = Readonly<Record<string, Collection>>;

/** Steps to a degree that positions are rounded to. */
const GRID = { territories: 1000, fine: 10_000, base: 500, bands: 100, fineBands: 1000 } as const;

/** Where the lands of the record lie, degrees: west, south, east, north. */
const REGION = [85, 36, 137, 54] as const;
/** Least triangle of the base map that is kept there, km2, and how many times larger it is outside. */
const LEAST = 8;
const FARTHER = 20;
/** Least triangle kept in the bands, km2. */
const LEAST_IN_BANDS = 60;
/** The same in those that would be torn by it. */
const LEAST_IN_TORN_BANDS = 20;

/** Layers and drawings of what is small on the map and looked at closely. */
const FINE = /railway|ports|stations/;

/** Throws where the record does not fit its schema, or refers to nothing: readers of the pack take it on trust. */
function hold(manifest: Manifest, read: (file: string) => unknown): void {
  const problems: Problem[] = [];
  const record = Object.entries(manifest.record).map(([name, file]) => [name, read(file)]);
  if (checkManifest(manifest, 'atlas.json', { problems, readBound }))
    checkRecord(manifest, Object.fromEntries(record) as RawRecord, { problems, readBound }, 'atlas.json');
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
}

/** Packs an atlas; gives the contents of every file to write, by name. Throws where the record does not fit its schema. */
export function packAtlas(manifest: Manifest, read: (file: string) => unknown): ReadonlyMap<string, unknown> {
  hold(manifest, read);
  const collections = (files: readonly string[]): Collections =>
    Object.fromEntries(files.map((file) => [file, read(file) as Collection]));
  const { drawing, record } = manifest;
  const shapes = manifest.layers.flatMap(({ geometry }) => geometry ?? []);
  const broad = collections(shapes.filter((file) => !FINE.test(file)));
  const fine = collections([...shapes, drawing.stations].filter((file) => FINE.test(file)));
  const small = idsIn(fine);
  const bands = collections([drawing.bands]);
  const isSmall = (feature: Feature): boolean => small.has(String(feature.properties?.['id']));
  const bandsOf = (wanted: (band: Feature) => boolean, grid: number, least: number): Topology =>
    thinned(topologyOf(only(bands, wanted), grid), least);
  const torn = tornIn(bandsOf((band) => !isSmall(band), GRID.bands, LEAST_IN_BANDS));
  const isTorn = ({ id }: Feature): boolean => torn.has(String(id));
  const packs: Readonly<Record<string, Pack>> = {
    'territories.json': {
      topologies: [
        packed(topologyOf(broad, GRID.territories), GRID.territories),
        packed(topologyOf(fine, GRID.fine), GRID.fine),
      ],
      files: {},
    },
    'base.json': {
      topologies: [
        packed(
          thinned(
            topologyOf(
              collections([drawing.land, drawing.states, drawing.borders, drawing.rivers, drawing.lakes]),
              GRID.base,
            ),
            LEAST,
            positionsIn(broad, GRID.base),
          ),
          GRID.base,
        ),
        packed(
          bandsOf((band) => !isSmall(band) && !isTorn(band), GRID.bands, LEAST_IN_BANDS),
          GRID.bands,
        ),
        packed(bandsOf(isTorn, GRID.base, LEAST_IN_TORN_BANDS), GRID.base),
        packed(topologyOf(only(bands, isSmall), GRID.fineBands), GRID.fineBands),
      ],
      files: Object.fromEntries(
        [drawing.towns, drawing.names, drawing.graticule].map((file) => [file, read(file)]),
      ),
    },
  };
  const files = Object.fromEntries(
    [...Object.values(record), drawing.relief].map((file) => [file, read(file)]),
  );
  const names = Object.entries(packs).map(([name, pack]) => [name, namesIn(pack)] as const);
  return new Map<string, unknown>([
    ['atlas.json', { ...manifest, checked: true, files, packs: Object.fromEntries(names) }],
    ...Object.entries(packs),
  ]);
}

function namesIn({ topologies, files }: Pack): string[] {
  return [...new Set([...Object.keys(files), ...topologies.flatMap(({ objects }) => Object.keys(objects))])];
}

function idsIn(collections: Collections): ReadonlySet<string> {
  return new Set(
    Object.values(collections).flatMap(({ features }) =>
      features.map(({ properties }) => String(properties?.['id'])),
    ),
  );
}

function only(collections: Collections, wanted: (feature: Feature) => boolean): Collections {
  return Object.fromEntries(
    Object.entries(collections).map(([name, collection]) => [
      name,
      { ...collection, features: collection.features.filter((feature) => wanted(feature as Feature)) },
    ]),
  );
}

const rounded = (value: number, grid: number): number => Math.round(value * grid) / grid;

/** Coordinates, however deep, to the grid. */
function toGrid(coordinates: unknown, grid: number): unknown {
  return typeof coordinates === 'number'
    ? rounded(coordinates, grid)
    : (coordinates as unknown[]).map((part) => toGrid(part, grid));
}

function onGrid(geometry: Geometry | null, grid: number): Geometry | null {
  if (!geometry || !('coordinates' in geometry)) return geometry;
  return { ...geometry, coordinates: toGrid(geometry.coordinates, grid) } as Geometry;
}

function topologyOf(collections: Collections, grid: number): Topology {
  const objects = Object.entries(collections).map(([name, collection]) => [
    name,
    {
      ...collection,
      features: collection.features.map((feature) => ({
        ...feature,
        geometry: onGrid(feature.geometry, grid),
      })),
    },
  ]);
  return topology(Object.fromEntries(objects) as Record<string, FeatureCollection>);
}

const keyOf = ([x, y]: Position, grid: number): string =>
  `${Math.round((x as number) * grid)} ${Math.round((y as number) * grid)}`;

/** The positions of shapes, to the grid. */
function positionsIn(collections: Collections, grid: number): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') found.add(keyOf(part as Position, grid));
    else for (const inner of part as unknown[]) walk(inner);
  };
  for (const { features } of Object.values(collections)) {
    for (const { geometry } of features)
      if (geometry && 'coordinates' in geometry) walk(geometry.coordinates);
  }
  return found;
}

/** How far the triangles of a shape may be off its area, as a share of it. */
const OFF = 0.01;

/** Ids of the shapes of which thinning has laid one edge over another: no triangles can be made of them that are the shape. */
function tornIn(whole: Topology): ReadonlySet<string> {
  const features = Object.values(whole.objects).flatMap((object) => {
    const shape = feature(whole, object as GeometryCollection);
    return 'features' in shape ? shape.features : [shape];
  });
  return new Set(features.filter(hasTear).map(({ id }) => String(id)));
}

function hasTear({ geometry }: Feature<Geometry | null>): boolean {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.some((rings) => {
    const { vertices, holes, dimensions } = flatten(rings);
    return deviation(vertices, holes, dimensions, earcut(vertices, holes, dimensions)) > OFF;
  });
}

/** Leaves out positions whose triangle with their neighbours is small, but for those to keep. */
function thinned(whole: Topology, least: number, kept: ReadonlySet<string> = new Set()): Topology {
  const [west, south, east, north] = REGION;
  const weighted = presimplify(whole as Topology<Record<string, GeometryCollection<object>>>, (triangle) => {
    const [, [x, y]] = triangle;
    if (kept.has(keyOf([x, y], GRID.base))) return Infinity;
    const near = x > west && x < east && y > south && y < north;
    return triangleKm2(triangle) / (near ? 1 : FARTHER);
  });
  return simplify(weighted, least);
}

function packed({ arcs, objects }: Topology, grid: number): PackedTopology {
  const lines = arcs.map((arc) => {
    let [fromX, fromY] = [0, 0];
    return arc
      .map(([lon = 0, lat = 0]) => {
        const [x, y] = [Math.round(lon * grid), Math.round(lat * grid)];
        const step = `${x - fromX} ${y - fromY}`;
        [fromX, fromY] = [x, y];
        return step;
      })
      .join(' ');
  });
  return { grid, lines: lines.join(';'), objects: objects as Record<string, GeometryCollection> };
}
