import { TreatyMap } from './elements/treaty-map/shell';

/**
 * Where the atlas lies: beside this script once it is built, in `geo` while it is served from the source. The address is
 * put together here, so that the build does not take it for a single file to move.
 */
const ATLAS_FOLDER = import.meta.env.DEV ? '../geo/treaty-1945' : './treaty-1945';
TreatyMap.atlas ??= new URL(`${ATLAS_FOLDER}/atlas.json`, import.meta.url);

// A second copy of this script leaves the tag to the first; the tags of the controls come with the rest of the code.
if (!customElements.get('treaty-map')) customElements.define('treaty-map', TreatyMap);
