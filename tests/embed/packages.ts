import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BUNDLERS = resolve('tests/embed/bundlers');
const NEXT = resolve('tests/embed/next');

/** The environment of a stranger's build: nothing of Vitest's, and nobody is told of it. */
function outside(): NodeJS.ProcessEnv {
  const { NODE_ENV: _node, VITEST: _vitest, ...env } = process.env;
  return { ...env, NEXT_TELEMETRY_DISABLED: '1' };
}

const npm = (cwd: string, ...args: string[]): Promise<unknown> => run('npm', args, { cwd, env: outside() });

/** Builds and packs the package, and installs it in the strangers' projects as they would. */
export async function installPackage(folder: string): Promise<void> {
  await Promise.all([npm('.', 'run', 'build:lib'), npm(BUNDLERS, 'ci'), npm(NEXT, 'ci')]);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { env: outside() });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  for (const project of [BUNDLERS, NEXT]) {
    await npm(project, 'install', '--no-save', '--no-package-lock', join(folder, filename));
  }
  await run(process.execPath, ['svelte.js'], { cwd: BUNDLERS });
}

/** Builds pages of `bundlers/hosts/` with one bundler into a folder. */
export async function bundle(bundler: string, folder: string, names: readonly string[]): Promise<void> {
  await run(process.execPath, ['build.js', bundler, folder, ...names], { cwd: BUNDLERS, env: outside() });
}

/** Builds the project made with Next, which stands in the folder `next/` of its site. */
export async function buildNext(site: string): Promise<void> {
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { cwd: NEXT, env: outside() });
  await mkdir(site, { recursive: true });
  await cp(join(NEXT, 'out'), join(site, 'next'), { recursive: true });
}
