import { ALBERS_DEFINITION, forward, inverse } from './albers';

/** What MapLibre's worker offers to a script that is loaded into it. */
interface MapWorkerScope {
  setProjectionHandler(
    handler: (definition: string) => { forward: typeof forward; inverse: typeof inverse },
  ): void;
}

/**
 * Gives MapLibre's worker, which cuts the shapes into tiles, the maths of the plate. The worker has one handler for all
 * maps of a page, so it answers for its own definition alone. On a page it does nothing.
 */
if ('setProjectionHandler' in globalThis) {
  (globalThis as unknown as MapWorkerScope).setProjectionHandler((definition) => {
    if (definition !== ALBERS_DEFINITION)
      throw new Error(`The projection "${definition}" is not known to the treaty map.`);
    return { forward, inverse };
  });
}
