/**
 * Where the atlas lies: beside the script once it is built, in `geo` while it is served from the source. The address is
 * put together here, so that the build does not take it for a single file to move. In the package the atlas comes in
 * modules, and `src/build/lib/carried-atlas.ts` takes the place of this file.
 */
const FOLDER = import.meta.env.DEV ? '../geo/treaty-1945' : './treaty-1945';
export const atlasAddress = new URL(`${FOLDER}/atlas.json`, import.meta.url);
