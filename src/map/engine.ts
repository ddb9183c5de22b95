import {
  addProjection,
  getGlobalDispatcher,
  getWorkerUrl,
  importScriptInWorkers,
  setWorkerUrl,
} from 'maplibre-gl';
import { ALBERS_DEFINITION, ALBERS_NAME, ALBERS_SQUARE, forward, inverse } from './albers';
import { MapError } from './problem';
import { workerAddresses } from './worker-addresses';

/** How long the worker may take to answer before the map is given up, milliseconds. */
const PATIENCE = 20_000;

/**
 * Tells MapLibre where its worker is and what the conic is. Done once a page: a second registration throws, and another
 * script may have set the address of the worker for a MapLibre that it shares with us.
 */
export async function prepareEngine(): Promise<void> {
  const { map } = await workerAddresses();
  if (getWorkerUrl() === '') setWorkerUrl(map);
  if (prepared) return;
  prepared = true;
  try {
    addProjection({
      name: ALBERS_NAME,
      definition: ALBERS_DEFINITION,
      projection: { forward, inverse },
      tileMatrixSet: { origin: [...ALBERS_SQUARE.origin], extentAtZoom0: ALBERS_SQUARE.extentAtZoom0 },
    });
  } catch (error) {
    // A second copy of this file on the page, with the same MapLibre: the projection is the same too.
    if (!/already exists/.test(String(error))) throw error;
  }
}

let prepared = false;

let warm: Promise<void> | null = null;

/** Starts the worker ahead of the map that will want it. */
export function warmWorker(): void {
  warm ??= prepareEngine().then(readyWorker);
  warm.catch(() => undefined);
}

/** As `readyWorker`, by the worker that was started ahead if there is one. */
export function warmedWorker(): Promise<void> {
  const ready = warm ?? readyWorker();
  warm = null;
  return ready;
}

/**
 * Loads the maths of the conic into the worker, and so finds out whether there is a worker at all: without one MapLibre
 * stays blank and says no more than an error event. Rejects with a `MapError`.
 */
export async function readyWorker(): Promise<void> {
  const maths = `${(await workerAddresses()).conic}#.mjs`;
  const lost = (cause?: unknown): MapError =>
    new MapError({ code: 'worker', values: { address: getWorkerUrl() } }, cause);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failing: { unsubscribe(): void } | undefined;
  try {
    await Promise.race([
      // Only a name that ends in .mjs is imported as a module; MapLibre would run any other through eval.
      importScriptInWorkers(maths).catch((cause: unknown) => {
        throw new MapError({ code: 'conic', values: { address: maths } }, cause);
      }),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(lost()), PATIENCE);
        failing = getGlobalDispatcher().on('error', ({ error }) => reject(lost(error)));
      }),
    ]);
  } finally {
    clearTimeout(timer);
    failing?.unsubscribe();
  }
}
