import { loadAtlas, loadLayers, readOver, type LoadedAtlas, type LoadedLayers } from './load';

/** An atlas at an address, for all who show it. */
export interface SharedAtlas extends LoadedAtlas {
  /** The shapes of its layers, loaded when they are first asked for. */
  shapes(): Promise<LoadedLayers>;
}

/** The atlases that somebody holds, by address: several maps on a page load one once, and the last to go frees it. */
const HELD = new Map<string, WeakRef<Promise<SharedAtlas>>>();

/** Loads the atlas at an address, or gives the one that is loaded. Whoever shows it holds the promise. Never rejects. */
export function sharedAtlas(address: string): Promise<SharedAtlas> {
  const held = HELD.get(address)?.deref();
  if (held) return held;
  const loading = load(address);
  HELD.set(address, new WeakRef(loading));
  return loading;
}

async function load(address: string): Promise<SharedAtlas> {
  const loaded = await loadAtlas(readOver(new URL(address)), address);
  // What failed may be there when it is next asked for.
  if (!loaded.atlas || loaded.problems.length > 0) HELD.delete(address);
  let shapes: Promise<LoadedLayers> | null = null;
  const { atlas, read } = loaded;
  return {
    ...loaded,
    shapes: () =>
      (shapes ??= atlas
        ? loadLayers(atlas.manifest, read)
        : Promise.resolve({ layers: new Map(), problems: [] })),
  };
}
