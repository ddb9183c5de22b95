import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The pages of the bench, beside the built site that they measure. */
export default defineConfig({
  root: here,
  base: './',
  publicDir: resolve(here, 'pages'),
  worker: { format: 'es' },
  build: {
    outDir: resolve(here, '../../dist/bench'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: { arena: resolve(here, 'page/arena.ts'), bare: resolve(here, 'page/bare.ts') },
      output: {
        entryFileNames: '[name].js',
        // The pages name their styles.
        assetFileNames: ({ names }) => `assets/[name]${names[0]?.endsWith('.css') ? '' : '-[hash]'}[extname]`,
      },
    },
  },
});
