import { readFileSync } from 'node:fs';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import earcut, { deviation, flatten } from 'earcut';
import { beforeAll, describe, expect, it } from 'vitest';
import { packAtlas } from '../../geo/build/pack';
import { describeProblem } from '../../src/atlas/problem';
import {
  loadAtlas,
  loadLayers,
  type LoadedAtlas,
  type LoadedLayers,
  type ReadFile,
} from '../../src/atlas/load';
import type { Manifest } from '../../src/atlas/schema';

type Collection = FeatureCollection<Geometry | null>;

const FOLDER = new URL('../../geo/treaty-1945/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));

const positionsOf = (part: unknown): Position[] =>
  Array.isArray(part)
    ? typeof part[0] === 'number'
      ? [part as Position]
      : (part as unknown[]).flatMap(positionsOf)
    : [];
const positionsIn = (geometry: Geometry | null): Position[] =>
  geometry && 'coordinates' in geometry ? positionsOf(geometry.coordinates) : [];

/** The atlas as files, and as a site ships it. */
const plain: ReadFile = (file) => Promise.resolve(read(file));
let written: ReadonlyMap<string, string>;
const asked: string[] = [];
const shipped: ReadFile = (file) => {
  asked.push(file);
  const text = written.get(file);
  return text === undefined
    ? Promise.reject(new Error('is not there'))
    : Promise.resolve(JSON.parse(text) as unknown);
};

let atlases: { plain: LoadedAtlas; packed: LoadedAtlas };
let layers: { plain: LoadedLayers; packed: LoadedLayers };
let manifest: Manifest;

beforeAll(async () => {
  manifest = read('atlas.json') as Manifest;
  written = new Map(
    [...packAtlas(manifest, read)].map(([name, contents]) => [name, JSON.stringify(contents)]),
  );
  atlases = { plain: await loadAtlas(plain), packed: await loadAtlas(shipped) };
  layers = {
    plain: await loadLayers(manifest, plain),
    packed: await loadLayers(manifest, atlases.packed.read),
  };
});

describe('the packed atlas', () => {
  it('is the same record, read in one request', () => {
    expect(atlases.packed.problems.map(describeProblem)).toEqual([]);
    expect(asked.filter((file) => file === 'atlas.json')).toHaveLength(1);
    expect(atlases.packed.atlas?.manifest).toEqual(atlases.plain.atlas?.manifest);
    expect(atlases.packed.atlas?.provisions).toEqual(atlases.plain.atlas?.provisions);
    expect(atlases.packed.atlas?.sources).toEqual(atlases.plain.atlas?.sources);
    expect(asked).not.toContain('sources.json');
  });

  it('is held to its schema when it is packed, and refused where it does not fit', () => {
    const bad = (file: string): unknown =>
      file === manifest.record.events ? [{ ...(read(file) as object[])[0], title: {} }] : read(file);
    expect(() => packAtlas(manifest, bad)).toThrow(/events\.json.*\.title/);
    const lost = (file: string): unknown => (file === manifest.record.sources ? [] : read(file));
    expect(() => packAtlas(manifest, lost)).toThrow(/there is no source/);
  });

  it('is taken at its word by who loads it, as plain files are not', async () => {
    const odd = (checked: boolean): ReadFile => {
      const contents = JSON.parse(written.get('atlas.json') as string) as Record<string, unknown>;
      return (file) => Promise.resolve(file === 'atlas.json' ? { ...contents, checked, odd: 1 } : read(file));
    };
    expect((await loadAtlas(odd(true))).problems).toEqual([]);
    expect((await loadAtlas(odd(false))).problems.map(describeProblem).join()).toContain('odd');
  });

  it('is not trusted where something of it is missing: that is named, and the rest stands', async () => {
    const contents = JSON.parse(written.get('atlas.json') as string) as { files: Record<string, unknown> };
    const { [manifest.record.claims]: _, ...files } = contents.files;
    const { atlas, problems } = await loadAtlas((file) =>
      file === 'atlas.json' ? Promise.resolve({ ...contents, files }) : Promise.reject(new Error('is gone')),
    );
    expect(problems.map(describeProblem)).toEqual(['claims.json: is gone']);
    expect(atlas?.events).toEqual(atlases.plain.atlas?.events);
    expect(atlas?.claims).toEqual([]);
  });

  it('has bands that triangles can be made of', async () => {
    const { features } = (await atlases.packed.read(manifest.drawing.bands)) as Collection;
    const torn = features.filter(({ geometry }) => {
      const polygons = geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
      const rings = geometry?.type === 'Polygon' ? [geometry.coordinates] : polygons;
      return rings.some((polygon) => {
        const { vertices, holes, dimensions } = flatten(polygon);
        return deviation(vertices, holes, dimensions, earcut(vertices, holes, dimensions)) > 0.01;
      });
    });
    expect(torn.map(({ id }) => id)).toEqual([]);
  });

  it('has every territory, with its properties, where it was to 100 m', () => {
    expect(layers.packed.problems).toEqual([]);
    expect([...layers.packed.layers.keys()]).toEqual([...layers.plain.layers.keys()]);
    for (const [layer, { features }] of layers.plain.layers) {
      const packed = layers.packed.layers.get(layer)?.features ?? [];
      expect(packed.map(({ id, properties }) => [id, properties])).toEqual(
        features.map(({ id, properties }) => [id, properties]),
      );
      for (const [index, { id, geometry }] of features.entries()) {
        const at = (position: Position): string => position.map((value) => Math.round(value * 1000)).join();
        const there = new Set(positionsIn(packed[index]?.geometry ?? null).map(at));
        const missing = positionsIn(geometry).filter((position) => !there.has(at(position)));
        expect(missing, `${layer} ${id}`).toEqual([]);
        expect(packed[index]?.geometry?.type).toBe(geometry?.type);
      }
    }
  });

  it.each([
    'land',
    'states',
    'borders',
    'rivers',
    'lakes',
    'bands',
    'towns',
    'stations',
    'names',
    'graticule',
  ] as const)('has all of %s, in shapes that are whole', async (name) => {
    const file = manifest.drawing[name];
    const before = read(file) as Collection;
    const after = (await atlases.packed.read(file)) as Collection;
    const keyOf = ({ properties }: Collection['features'][number]): string => JSON.stringify(properties);
    expect(after.features.map(keyOf).sort()).toEqual(before.features.map(keyOf).sort());
    for (const { geometry, properties } of after.features) {
      const rings =
        geometry?.type === 'Polygon'
          ? geometry.coordinates
          : geometry?.type === 'MultiPolygon'
            ? geometry.coordinates.flat()
            : [];
      for (const ring of rings) {
        expect(ring.length, JSON.stringify(properties)).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
  });

  it('keeps the frontiers of the territories in the base map, so that no second line lies beside them', async () => {
    const at = (position: Position): string => position.map((value) => Math.round(value * 500)).join();
    const states = read(manifest.drawing.states) as Collection;
    const packed = (await atlases.packed.read(manifest.drawing.states)) as Collection;
    const there = new Set(packed.features.flatMap(({ geometry }) => positionsIn(geometry)).map(at));
    const mongolia =
      layers.plain.layers.get('mongolia')?.features.flatMap(({ geometry }) => positionsIn(geometry)) ?? [];
    const shared = new Set(mongolia.map(at));
    const frontier = states.features
      .flatMap(({ geometry }) => positionsIn(geometry))
      .filter((p) => shared.has(at(p)));
    expect(frontier.length).toBeGreaterThan(500);
    expect(frontier.filter((position) => !there.has(at(position)))).toEqual([]);
  });

  it('names the pack, once, when it is missing', async () => {
    const { packs } = JSON.parse(written.get('atlas.json') ?? '') as { packs: Record<string, string[]> };
    const [pack = ''] = Object.entries(packs).find(([, names]) => names.includes('ports.geojson')) ?? [];
    const without: ReadFile = (file) =>
      file === pack ? Promise.reject(new Error('is not there')) : shipped(file);
    const { read: readPacked } = await loadAtlas(without);
    const { problems } = await loadLayers(manifest, readPacked);
    expect(problems).toEqual([{ file: pack, path: '', message: 'is not there' }]);
  });
});
