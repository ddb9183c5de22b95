/** The maths of the conic for MapLibre's worker, in a file that knows its own address. */
import '../../map/conic-worker';

export const address = import.meta.url;
