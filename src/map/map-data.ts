import type { FeatureCollection, Geometry } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import type { ReadFile } from '../atlas/load';
import type { Manifest } from '../atlas/schema';

export type Collection = FeatureCollection<Geometry | null>;

/** The files of the drawing that are shapes: all but the relief, by the name that the manifest gives them. */
export type DrawingName = Exclude<keyof Manifest['drawing'], 'relief'>;

/** What was read; a file that is missing or broken is an empty collection, and has been reported. */
export type MapData = Readonly<Record<DrawingName, Collection>>;

export const NOTHING: Collection = { type: 'FeatureCollection', features: [] };

/** Reads the files of the drawing. Never rejects: what cannot be read is left out of the picture and reported. */
export async function readMapData(
  atlas: Atlas,
  read: ReadFile,
  onProblem: (message: string, cause?: unknown) => void,
): Promise<MapData> {
  const { relief: _, ...files } = atlas.manifest.drawing;
  const entries = await Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      try {
        return [name, checked(await read(file))] as const;
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        onProblem(`${file}: ${why}. The map is drawn without it.`, cause);
        return [name, NOTHING] as const;
      }
    }),
  );
  return Object.fromEntries(entries) as MapData;
}

function checked(raw: unknown): Collection {
  const collection = raw as Partial<Collection> | null;
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    throw new Error('a GeoJSON FeatureCollection is expected here');
  }
  return collection as Collection;
}
