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
  await npm('.', 'run', 'build:lib');
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { env: outside() });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  for (const project of [BUNDLERS, NEXT]) {
    await npm(project, 'ci');
    await npm(project, 'install', '--no-save', '--no-package-lock', join(folder, filename));
  }
}

/** Builds pages of `bundlers/hosts/` with one bundler into a folder. */
export async function bundle(bundler: string, folder: string, names: readonly string[]): Promise<void> {
  await run(process.execPath, ['build.js', bundler, folder, ...names], { cwd: BUNDLERS, env: outside() });
}

/** Builds the project made with Next into a folder. */
export async function buildNext(folder: string): Promise<void> {
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { cwd: NEXT, env: outside() });
  await mkdir(folder, { recursive: true });
  await cp(join(NEXT, 'out'), folder, { recursive: true });
}
