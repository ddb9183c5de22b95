import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { readBound } from '../time/edtf';
import { Atlas } from './atlas';
import type * as checkCode from './check';
import { datedParts, type SoundRecord } from './dated';
import { fetchFile } from './fetch-file';
import { PackError, unpacking } from './pack';
import { reasonOf, type Problem } from './problem';
import type { Manifest } from './schema';

/**
 * Reads a JSON file of the atlas by the name the manifest gives it, relative to the manifest.
 * Rejects with an error whose message says what went wrong.
 */
export type ReadFile = (file: string) => Promise<unknown>;

/** A territory as drawn: `id` is the territory's id, repeated as property `id`. */
export type TerritoryFeature = Feature<
  Geometry | null,
  { readonly id: string; readonly [key: string]: unknown }
>;

/** Where the map has a ring for an area that is too small to be seen far out: degrees east, degrees north; null for none. */
export function signPlaceOf({ properties }: TerritoryFeature): Position | null {
  const place = properties['sign_at'];
  return Array.isArray(place) ? (place as Position) : null;
}

/** The shapes of one layer. */
export type TerritoryCollection = FeatureCollection<Geometry | null, TerritoryFeature['properties']>;

/** The atlas as far as it could be read, and all that was wrong with it. `atlas` is null where there is no manifest. */
export interface LoadedAtlas {
  readonly atlas: Atlas | null;
  readonly problems: readonly Problem[];
  /** Reads the other files that the manifest names, wherever they lie. */
  readonly read: ReadFile;
}

/** The shapes of the layers by layer id, as far as they could be read, and all that was wrong with them. */
export interface LoadedLayers {
  readonly layers: ReadonlyMap<string, TerritoryCollection>;
  readonly problems: readonly Problem[];
}

/** Reads JSON files over HTTP, relative to the manifest's address. */
export function readOver(manifest: URL): ReadFile {
  return async (file) => {
    const url = new URL(file, manifest);
    let response: Response;
    try {
      response = await fetchFile(url);
    } catch (cause) {
      throw new Error(`could not be fetched from ${url.href}`, { cause });
    }
    if (!response.ok) throw new Error(`could not be fetched from ${url.href}: status ${response.status}`);
    try {
      return (await response.json()) as unknown;
    } catch (cause) {
      throw new Error('is not valid JSON', { cause });
    }
  };
}

async function readOr(read: ReadFile, file: string, problems: Problem[]): Promise<unknown> {
  try {
    return await read(file);
  } catch (error) {
    const message = reasonOf(error);
    const problem = { file: error instanceof PackError ? error.file : file, path: '', message };
    // Of a pack that is missing it is said once, and not for every file in it.
    if (!problems.some((known) => known.file === problem.file && known.message === message))
      problems.push(problem);
    return undefined;
  }
}

/** What holds an atlas to its schema and to itself, fetched for one that no build has checked. */
const fetchCheck = (): Promise<typeof checkCode> => import('./check');

/** Loads the record: everything but the shapes. Never rejects; every problem is collected, what is sound is kept. */
export async function loadAtlas(readPlain: ReadFile, manifestFile = 'atlas.json'): Promise<LoadedAtlas> {
  const problems: Problem[] = [];
  const raw = await readOr(readPlain, manifestFile, problems);
  const { manifest: plain, read, checked } = unpacking(raw, readPlain);
  const check = checked || raw === undefined ? null : await fetchCheck();
  const manifest = check
    ? check.checkManifest(plain, manifestFile, { problems, readBound })
    : ((plain ?? null) as Manifest | null);
  if (!manifest) return { atlas: null, problems, read };
  const names = Object.keys(manifest.record) as (keyof Manifest['record'])[];
  const files = await Promise.all(
    names.map(async (name) => [name, await readOr(read, manifest.record[name], problems)] as const),
  );
  const record = Object.fromEntries(files) as Record<keyof Manifest['record'], unknown>;
  // A pack of which something is missing is not what the build has checked.
  const sound =
    checked && problems.length === 0
      ? (record as unknown as SoundRecord)
      : (await fetchCheck()).checkRecord(manifest, record, { problems, readBound }, manifestFile);
  return { atlas: new Atlas(datedParts(manifest, sound)), problems, read };
}

/** Loads the shapes of the layers. Never rejects; a layer that cannot be read is missing and reported. */
export async function loadLayers(manifest: Manifest, read: ReadFile): Promise<LoadedLayers> {
  const problems: Problem[] = [];
  const layers = await Promise.all(
    manifest.layers.flatMap(({ id, geometry }) =>
      geometry === undefined
        ? []
        : [
            readOr(read, geometry, problems).then(
              (raw) => [id, checkCollection(raw, geometry, problems)] as const,
            ),
          ],
    ),
  );
  return {
    layers: new Map(layers.filter((entry): entry is [string, TerritoryCollection] => entry[1] !== null)),
    problems,
  };
}

function checkCollection(raw: unknown, file: string, problems: Problem[]): TerritoryCollection | null {
  if (raw === undefined) return null;
  const collection = raw as Partial<TerritoryCollection> | null;
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    problems.push({ file, path: '', message: 'a GeoJSON FeatureCollection is expected here' });
    return null;
  }
  const features = collection.features.filter((feature: unknown, index) => {
    const problem = problemOf(feature);
    if (problem) problems.push({ file, path: `features[${index}]`, message: problem });
    return problem === null;
  });
  return { type: 'FeatureCollection', features };
}

/** What is wrong with the shape of a territory, or null. */
function problemOf(feature: unknown): string | null {
  const { id, properties, geometry } = (feature ?? {}) as Partial<TerritoryFeature>;
  if (typeof id !== 'string' || properties?.id !== id) {
    return 'a feature needs the id of its territory, as "id" and as property "id"';
  }
  if (geometry === null) return null;
  const sound = geometry !== undefined && 'coordinates' in geometry && Array.isArray(geometry.coordinates);
  return sound ? null : `the shape of "${id}" has no coordinates`;
}
