import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown, type Plugin, type RolldownOptions, type RolldownOutput } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { build as collect } from 'vite';
import { packAtlas } from '../../../geo/build/pack';
import type { Manifest } from '../../atlas/schema';
import { readDocs } from '../docs/manifest.ts';
import { slimTemplates } from '../slim-templates.ts';

/*
 * Builds the package, `dist/lib/`: modules without Lit and MapLibre, which are peers, and with the atlas in modules of its
 * own. Nothing in it needs to lie at an address: what a bundler moves it finds (`worker-addresses.js` says how).
 */
const OUT = 'dist/lib';
const HERE = 'src/build/lib';
const ATLAS = 'geo/treaty-1945';

const ENTRIES = {
  index: 'src/index.ts',
  define: 'src/treaty-map.ts',
  atlas: 'src/atlas-address.ts',
};

/** Copied as they stand, for other bundlers to read. */
const AS_IT_IS = ['worker-addresses.js', 'map-worker.js'];

/** What stands in for files of the site. */
const INSTEAD: Readonly<Record<string, string>> = {
  'src/atlas-address.ts': resolve(HERE, 'carried-atlas.ts'),
};

function standIns(): Plugin {
  return {
    name: 'stand-ins',
    async resolveId(source, importer, options) {
      if (/(^|\/)worker-addresses(\.ts)?$/.test(source))
        return { id: './worker-addresses.js', external: 'relative' };
      if (source.startsWith('virtual:')) return `\0${source}`;
      if (source.endsWith('?inline')) {
        const css = await this.resolve(source.replace('?inline', ''), importer, {
          ...options,
          skipSelf: true,
        });
        return css && `\0inline:${css.id}`;
      }
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const file = found?.id.slice(process.cwd().length + 1) ?? '';
      return INSTEAD[file] ?? found;
    },
    async load(id) {
      if (id.startsWith('\0inline:')) {
        const css = await readFile(id.slice('\0inline:'.length), 'utf8');
        return { code: `export default ${JSON.stringify(minified(css))};`, moduleType: 'js' };
      }
      if (!id.startsWith('\0virtual:atlas/')) return null;
      const part = id.slice('\0virtual:atlas/'.length);
      return { code: `export const files = ${JSON.stringify(await filesOf(part))};`, moduleType: 'js' };
    },
  };
}

/** MapLibre's styles are written out; the comments and line ends are of no use to a browser. */
const minified = (css: string): string => css.replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, '');

/** The files of one part of the atlas by name: packed as a site ships them, or one picture of the relief. */
async function filesOf(part: string): Promise<Readonly<Record<string, string>>> {
  if (part === 'record') {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(ATLAS, file), 'utf8'));
    const packed = packAtlas(read('atlas.json') as Manifest, read);
    return Object.fromEntries([...packed].map(([name, contents]) => [name, JSON.stringify(contents)]));
  }
  const names = await readdir(ATLAS, { recursive: true });
  const name = names.find((known) => known.endsWith(`${part}.avif`));
  if (name === undefined) throw new Error(`The atlas has no file for "${part}".`);
  return { [name]: (await readFile(join(ATLAS, name))).toString('base64') };
}

const COMMON = {
  platform: 'browser',
  transform: { define: { 'import.meta.env.DEV': 'false' }, target: 'es2022' },
  external: [/^lit(\/|$)/, /^maplibre-gl$/],
} satisfies RolldownOptions;

async function build(
  options: RolldownOptions,
  output: Parameters<Awaited<ReturnType<typeof rolldown>>['write']>[0],
): Promise<void> {
  const bundle = await rolldown({ ...COMMON, ...options });
  await bundle.write({ dir: OUT, format: 'es', ...output });
  await bundle.close();
}

/** The licences of what is in the package and is not ours; Vite knows how to collect them, and Rolldown does not. */
async function licenses(): Promise<string> {
  const fileName = 'licenses.md';
  const outputs = (await collect({
    configFile: false,
    logLevel: 'silent',
    plugins: [standIns()],
    build: {
      write: false,
      license: { fileName },
      lib: { entry: ENTRIES, formats: ['es'] },
      rolldownOptions: { external: COMMON.external },
    },
  })) as RolldownOutput[];
  const file = outputs.flatMap(({ output }) => output).find((part) => part.fileName === fileName);
  if (file?.type !== 'asset') throw new Error('Vite has collected no licences.');
  return String(file.source);
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await build(
  { input: ENTRIES, plugins: [standIns(), slimTemplates()] },
  {
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: { mangle: true, compress: true, codegen: { removeWhitespace: true } },
  },
);
// It runs in a worker, where no other module of the package is at hand.
await build(
  { input: { 'conic-worker': 'src/build/lib/conic-worker.ts' } },
  { entryFileNames: 'chunks/[name].mjs', codeSplitting: false },
);
await build(
  {
    input: ENTRIES,
    plugins: [standIns(), dts({ emitDtsOnly: true, tsconfig: 'tsconfig.json' })],
  },
  { entryFileNames: '[name].js', chunkFileNames: 'types/[name]-[hash].js' },
);
await writeFile(join(OUT, 'licenses.md'), await licenses());
for (const name of AS_IT_IS) await copyFile(join(HERE, name), join(OUT, 'chunks', name));
await writeFile(join(OUT, 'define.d.ts'), "import './index.js';\n");
await writeFile(join(OUT, 'custom-elements.json'), JSON.stringify((await readDocs()).manifest, null, 2));
