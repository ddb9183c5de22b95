import map from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import conic from './conic-worker?worker&url';

/** Where the two files lie that run in a worker, in full: MapLibre's, and the maths of the conic. */
export interface WorkerAddresses {
  readonly map: string;
  readonly conic: string;
}

/** The worker may run from a blob, where an address relative to the page means nothing. */
const absolute = (address: string): string => new URL(address, import.meta.url).href;

/** In the site the build knows. In the package the bundler of whoever uses it does, and `src/build/lib/` has this for it. */
export function workerAddresses(): Promise<WorkerAddresses> {
  return Promise.resolve({ map: absolute(map), conic: absolute(conic) });
}
