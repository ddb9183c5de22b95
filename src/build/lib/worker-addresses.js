/**
 * Takes the place of `src/map/worker-addresses.ts` in the package, as it stands: the bundler of whoever uses the package
 * moves MapLibre's worker and the maths of the conic, and no two bundlers tell in the same way where to.
 *
 * webpack, Next and Vite know `new URL('…', import.meta.url)`: they move the file and put its new address there. Rollup
 * and esbuild leave that line alone, but give what is imported at run time a file of its own, which knows its address.
 */
export async function workerAddresses() {
  const map = new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
  const conic = new URL('./conic-worker.mjs', import.meta.url).href;
  const moved = !map.includes('/maplibre-gl/dist/');
  // Vite makes a data: address of a small file, and a strict content security policy forbids it.
  if (moved && !conic.startsWith('data:')) return { map, conic };
  const [mapFile, conicFile] = await Promise.all([
    moved ? { address: map } : import(/* webpackIgnore: true */ './map-worker.js'),
    import(/* webpackIgnore: true */ './conic-worker.mjs'),
  ]);
  if (mapFile.address !== conicFile.address) return { map: mapFile.address, conic: conicFile.address };
  throw new Error(
    'Everything was bundled into one file, and MapLibre needs its worker in a file of its own. ' +
      'Let the bundler split the code (esbuild: format "esm" and splitting on).',
  );
}
