import type { FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { ReadFile } from './load';
import { reasonOf } from './problem';

/**
 * Several files of an atlas in one, as a build may ship them in their place; made by `geo/build/pack.ts`. Nobody who asks
 * for a file knows where it lay.
 */
export interface Pack {
  readonly topologies: readonly PackedTopology[];
  /** Files as they are, by name. */
  readonly files: Readonly<Record<string, unknown>>;
}

/** Feature collections that share their lines: TopoJSON, with the lines in one string. A file may lie in several. */
export interface PackedTopology {
  /** Steps to a degree. */
  readonly grid: number;
  /**
   * Lines parted by `;`, numbers by a space: the first two of a line are steps east and north of 0, 0, the others from the
   * position before.
   */
  readonly lines: string;
  readonly objects: Readonly<Record<string, GeometryCollection>>;
}

/** What a manifest may say beside what the schema knows: where its files lie, if not each by itself. */
interface Packing {
  /** Whether the build that packed it has held the record to its schema, so that nobody else need do it again. */
  readonly checked?: boolean;
  /** Contents by file name. */
  readonly files?: Readonly<Record<string, unknown>>;
  /** Names of the files in each pack, by the name of the pack. */
  readonly packs?: Readonly<Record<string, readonly string[]>>;
}

/** A file that others lie in could not be read: it is the one to name. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(reasonOf(cause), { cause });
    this.file = file;
  }
}

/** Parts a manifest from what it says of packs, and gives a reader that finds files in them. Each pack is read once. */
export function unpacking(
  raw: unknown,
  read: ReadFile,
): { readonly manifest: unknown; readonly read: ReadFile; readonly checked: boolean } {
  if (typeof raw !== 'object' || raw === null || !('packs' in raw || 'files' in raw))
    return { manifest: raw, read, checked: false };
  const { files = {}, packs = {}, checked = false, ...manifest } = raw as Packing & Record<string, unknown>;
  const packOf = new Map(Object.entries(packs).flatMap(([pack, names]) => names.map((name) => [name, pack])));
  const opened = new Map<string, Promise<ReadonlyMap<string, unknown>>>();
  const open = (pack: string): Promise<ReadonlyMap<string, unknown>> => {
    const known = opened.get(pack);
    if (known) return known;
    const opening = read(pack).then(unpack);
    opened.set(pack, opening);
    return opening;
  };
  return {
    manifest,
    checked,
    read: async (file) => {
      if (Object.hasOwn(files, file)) return files[file];
      const pack = packOf.get(file);
      if (pack === undefined) return read(file);
      const contents = await open(pack).catch((cause: unknown) => {
        throw new PackError(pack, cause);
      });
      if (!contents.has(file)) throw new PackError(pack, new Error(`has no "${file}"`));
      return contents.get(file);
    },
  };
}

/** The contents of a pack by file name. Throws where it is none. */
export function unpack(raw: unknown): ReadonlyMap<string, unknown> {
  const { files, topologies } = raw as Pack;
  const contents = new Map(Object.entries(files));
  const collections = new Map<string, FeatureCollection<Geometry | null>>();
  for (const [name, { features }] of topologies.flatMap(collectionsOf)) {
    const before = collections.get(name)?.features ?? [];
    collections.set(name, { type: 'FeatureCollection', features: [...before, ...features] });
  }
  return new Map([...contents, ...collections]);
}

function collectionsOf({ grid, lines, objects }: PackedTopology): [string, FeatureCollection][] {
  const topology = {
    type: 'Topology',
    objects,
    arcs: lines.split(';').map((line) => positionsOf(line, grid)),
  };
  return Object.entries(objects).map(([name, collection]) => [
    name,
    feature(topology as unknown as Topology, collection),
  ]);
}

function positionsOf(line: string, grid: number): [number, number][] {
  const numbers = line.split(' ').map(Number);
  let [x, y] = [0, 0];
  const positions: [number, number][] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    x += numbers[i] as number;
    y += numbers[i + 1] as number;
    positions.push([x / grid, y / grid]);
  }
  return positions;
}
