/** MapLibre's worker, in a file that knows its own address. On a page it does nothing. */
import MapWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';

// MapLibre says that its files have no side effects, so that a worker of which nothing is used would be left out.
export const address = String(MapWorker) && import.meta.url;
