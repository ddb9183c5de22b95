import type { FeatureCollection, Geometry } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import type { ReadFile } from '../atlas/load';
import { PackError } from '../atlas/pack';
import { reasonOf } from '../atlas/problem';
import type { Manifest } from '../atlas/schema';
import { isGeometry } from './geometry';
import type { OnProblem } from './problem';

export type Collection = FeatureCollection<Geometry | null>;

/** The files of the drawing that are shapes: all but the relief, by the name that the manifest gives them. */
export type DrawingName = Exclude<keyof Manifest['drawing'], 'relief'>;

/** What was read and is sound; a file that is missing or broken is an empty collection, and has been reported. */
export type MapData = Readonly<Record<DrawingName, Collection>>;

const NOTHING: Collection = { type: 'FeatureCollection', features: [] };

/** Files whose features are looked up by their property `id`. */
const NAMED: readonly string[] = ['states', 'borders', 'towns', 'stations', 'names'] satisfies DrawingName[];

/** Reads the files of the drawing. Never rejects: what cannot be read is left out of the picture and reported. */
export async function readMapData(atlas: Atlas, read: ReadFile, onProblem: OnProblem): Promise<MapData> {
  const { relief: _, ...files } = atlas.manifest.drawing;
  const told = new Set<string>();
  const entries = await Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      try {
        return [name, sound(await read(file), name, file, onProblem)] as const;
      } catch (cause) {
        const lost = cause instanceof PackError ? cause.file : file;
        if (!told.has(lost))
          onProblem({ code: 'file', values: { file: lost, reason: reasonOf(cause) } }, cause);
        told.add(lost);
        return [name, NOTHING] as const;
      }
    }),
  );
  return Object.fromEntries(entries) as MapData;
}

function sound(raw: unknown, name: string, file: string, onProblem: OnProblem): Collection {
  const collection = raw as Partial<Collection> | null;
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    onProblem({ code: 'collection', values: { file } });
    return NOTHING;
  }
  const features = collection.features.filter((feature: unknown, index) => {
    const code = problemIn(feature, name);
    if (code) onProblem({ code, values: { file, index: String(index) } });
    return code === null;
  });
  return { type: 'FeatureCollection', features };
}

function problemIn(feature: unknown, name: string): 'feature-geometry' | 'feature-properties' | null {
  const { geometry, properties } = (feature ?? {}) as Readonly<Record<string, unknown>>;
  if (!isGeometry(geometry)) return 'feature-geometry';
  const { id } = (properties ?? {}) as Readonly<Record<string, unknown>>;
  const known = typeof properties === 'object' && properties !== null;
  return known && (typeof id === 'string' || !NAMED.includes(name)) ? null : 'feature-properties';
}
