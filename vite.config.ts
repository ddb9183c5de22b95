import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { build, runnerImport, type Plugin, type UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import type * as DayPages from './src/build/day-pages.ts';
import type * as PageTexts from './src/language/page-texts.ts';
import { packAtlas } from './geo/build/pack.ts';
import type { Manifest } from './src/atlas/schema.ts';
import { chunksInOrder } from './src/build/chunks.ts';
import { slimTemplates } from './src/build/slim-templates.ts';
import { launchOptions } from './tests/chromium.ts';

const ATLAS = 'geo/treaty-1945';

/** Puts the atlas beside the script, packed, so that the script finds it from any site and in any folder. */
function packAtlasBeside(): Plugin {
  let folder = '';
  return {
    name: 'pack-atlas',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir, 'treaty-1945');
    },
    closeBundle: async () => {
      const read = (file: string): unknown => JSON.parse(readFileSync(resolve(ATLAS, file), 'utf8'));
      await mkdir(resolve(folder, 'base'), { recursive: true });
      for (const [name, contents] of packAtlas(read('atlas.json') as Manifest, read)) {
        await writeFile(resolve(folder, name), JSON.stringify(contents));
      }
      for (const name of await readdir(resolve(ATLAS, 'base'))) {
        if (name.endsWith('.avif'))
          await copyFile(resolve(ATLAS, 'base', name), resolve(folder, 'base', name));
      }
    },
  };
}

/** What the pages and the script have in common when they are built. */
const OUTPUT = {
  target: 'es2022',
  // A data: URL would fall to a strict content security policy.
  assetsInlineLimit: 0,
  // Nothing is put into the head of a stranger's page.
  modulePreload: false,
} as const satisfies UserConfig['build'];

/**
 * Imports at run time as they are written: what Vite puts around them preloads into the head of the page and fires an event
 * on its window, and neither is ours.
 */
function bareImports(): Plugin {
  return {
    name: 'bare-imports',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}

/**
 * Builds the script that other sites load, by itself: bundled with the pages, what it shares with them would go into files
 * of their own, more to fetch, and what lies beside the script is found from its own address.
 */
function buildScript(): Plugin {
  let outDir = '';
  return {
    name: 'build-script',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const chunks = chunksInOrder({
        'treaty-map': 'src/treaty-map.ts',
        body: 'src/elements/treaty-map/treaty-map.ts',
        'treaty-map-view': 'src/map/treaty-map-view.ts',
        relief: 'src/map/relief.ts',
        'after-map': 'src/elements/treaty-map/after-map.ts',
        later: 'src/elements/later.ts',
        check: 'src/atlas/check.ts',
      });
      await build({
        configFile: false,
        logLevel: 'error',
        base: './',
        plugins: [bareImports(), slimTemplates(), chunks.plugin],
        worker: { format: 'es' },
        build: {
          ...OUTPUT,
          outDir,
          emptyOutDir: false,
          // What is in the script is not all ours, and its authors want to be named.
          license: { fileName: 'licenses.md' },
          rolldownOptions: {
            input: { 'treaty-map': resolve('src/treaty-map.ts') },
            preserveEntrySignatures: 'allow-extension',
            output: {
              entryFileNames: '[name].js',
              // MapLibre with its styles is a file by itself, which map-mount.ts asks for together with the map.
              codeSplitting: {
                groups: [{ name: 'maplibre', test: /maplibre-gl|map-styles/ }, ...chunks.groups],
              },
            },
          },
        },
      });
    },
  };
}

/** Has every page load the very script that other sites load. */
function oneScript(): Plugin {
  const source = '<script type="module" src="./src/treaty-map.ts"></script>';
  const built = '<script type="module" crossorigin src="./treaty-map.js" vite-ignore></script>';
  return {
    name: 'one-script',
    apply: 'build',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace(source, built) },
  };
}

/** Puts the words for readers without script into the pages, out of the language file as all others. */
function withoutScript(): Plugin {
  return {
    name: 'without-script',
    transformIndexHtml: async (page) => {
      const { module } = await runnerImport<typeof PageTexts>('./src/language/page-texts.ts');
      return page.replace(/<noscript>[^]*?<\/noscript>/, (part) =>
        part.replace(
          / data-text="([^"]+)">/g,
          (_, key) => `>${module.pageText('en', key as PageTexts.PageKey)}`,
        ),
      );
    },
  };
}

/** Writes a page for every day, where it is known under which address the site will be found. */
function dayPages(site: string | undefined): Plugin {
  let folder = '';
  return {
    name: 'day-pages',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: async () => {
      if (!site) return;
      // It reads the record and writes it in words, as the page does: nothing that a configuration should load.
      const { module } = await runnerImport<typeof DayPages>('./src/build/day-pages.ts');
      await module.writeDayPages(folder, ATLAS, site);
    },
  };
}

/** Tests that run in the browser itself. */
async function inBrowser(name: string, files: { include: string[]; exclude?: string[] }) {
  return {
    extends: true as const,
    test: {
      name,
      ...files,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: process.env['VITEST'] ? playwright({ launchOptions: await launchOptions() }) : playwright(),
        instances: [{ browser: 'chromium' as const, viewport: { width: 1000, height: 700 } }],
      },
    },
  };
}

export default defineConfig(async () => ({
  base: './',
  plugins: [
    buildScript(),
    packAtlasBeside(),
    oneScript(),
    withoutScript(),
    dayPages(process.env['SITE_URL']),
  ],
  // MapLibre's worker is a file of its own, which the optimizer would lose.
  optimizeDeps: {
    exclude: ['maplibre-gl'],
    include: [
      'earcut',
      'lit',
      'lit/directives/guard.js',
      'lit/directives/live.js',
      'lit/directives/repeat.js',
      '@turf/turf',
      '@citation-js/core',
      '@citation-js/plugin-bibtex',
      'topojson-client',
      'valibot',
    ],
  },
  worker: { format: 'es' as const },
  // As any host of the site does, for a sandboxed iframe has no origin.
  preview: { cors: { origin: '*' } },
  build: {
    ...OUTPUT,
    outDir: 'dist/site',
    emptyOutDir: true,
    rolldownOptions: {
      input: { index: resolve('index.html'), embed: resolve('embed.html') },
      output: { entryFileNames: '[name].js' },
    },
  },
  test: {
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] } },
      {
        test: { name: 'geo', environment: 'node', include: ['tests/geo/**/*.test.ts'], testTimeout: 60_000 },
      },
      await inBrowser('browser', {
        include: ['tests/browser/**/*.test.ts'],
        exclude: ['tests/browser/**/*.slow.test.ts'],
      }),
      await inBrowser('slow-browser', { include: ['tests/browser/**/*.slow.test.ts'] }),
      {
        test: {
          name: 'embed',
          environment: 'node',
          include: ['tests/embed/**/*.test.ts'],
          exclude: ['tests/embed/**/*.slow.test.ts', 'tests/embed/matrix.test.ts', '**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'matrix',
          environment: 'node',
          include: ['tests/embed/matrix.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'slow',
          environment: 'node',
          include: ['tests/{embed,pictures}/**/*.slow.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
