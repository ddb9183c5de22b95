import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds the site into a folder, as `npm run build` does. */
export async function buildSite(folder: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  // Vitest's own settings would make it a build for tests.
  const { NODE_ENV: _node, VITEST: _vitest, ...outside } = process.env;
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'error'], {
    env: { ...outside, ...env },
  });
}
