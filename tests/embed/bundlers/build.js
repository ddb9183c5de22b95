/*
 * Builds the pages of the matrix as their makers would: `node build.js BUNDLER FOLDER NAME ...`, each NAME a file of
 * `hosts/` (`svelte.js` comes first). Each bundler has the least that makes it bundle for a browser; nothing is told about workers or the atlas.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const [bundler, folder, ...names] = process.argv.slice(2);
const input = Object.fromEntries(names.map((name) => [name, resolve(`hosts/${name}.js`)]));

/** MapLibre loads scripts by their address, which webpack says of every page that has it. */
const LOADS_BY_ADDRESS = {
  module: /maplibre-gl\.mjs$/,
  message: /the request of a dependency is an expression/,
};

const BUNDLERS = {
  async vite() {
    const { build } = await import('vite');
    await build({
      logLevel: 'warn',
      base: './',
      build: {
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
      },
    });
  },
  async esbuild() {
    const { build } = await import('esbuild');
    await build({
      entryPoints: input,
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      logLevel: 'warning',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
  },
  async rollup() {
    const { rollup } = await import('rollup');
    const { nodeResolve } = await import('@rollup/plugin-node-resolve');
    const { default: replace } = await import('@rollup/plugin-replace');
    const { default: commonjs } = await import('@rollup/plugin-commonjs');
    const values = { 'process.env.NODE_ENV': '"production"' };
    const bundle = await rollup({
      input,
      plugins: [replace({ preventAssignment: true, values }), nodeResolve({ browser: true }), commonjs()],
    });
    await bundle.write({ dir: folder, format: 'es', entryFileNames: '[name].js' });
  },
  async webpack() {
    const { default: webpack } = await import('webpack');
    const stats = await new Promise((done, fail) => {
      webpack(
        {
          mode: 'production',
          entry: input,
          output: { path: folder, filename: '[name].js' },
          performance: false,
          ignoreWarnings: [LOADS_BY_ADDRESS],
        },
        (error, result) => (error ? fail(error) : done(result)),
      );
    });
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'));
  },
};

await mkdir(folder, { recursive: true });
await BUNDLERS[bundler]();
await copyFile('page.css', join(folder, 'page.css'));
const page = await readFile('page.html', 'utf8');
for (const name of names) {
  // The scripts that the test adds (of a map from another site) come before the page's own.
  const script = `<!--scripts--><script type="module" src="./${name}.js"></script>`;
  await writeFile(join(folder, `${name}.html`), page.replace('</head>', `  ${script}\n  </head>`));
}
