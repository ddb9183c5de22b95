import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Atlas } from '../../src/atlas/atlas';
import { describeProblem } from '../../src/atlas/problem';
import { loadAtlas, type ReadFile } from '../../src/atlas/load';

const FOLDER = new URL('../../geo/treaty-1945/', import.meta.url);

/** Reads the project's own atlas from the disk. */
export const readFromDisk: ReadFile = async (file) =>
  JSON.parse(await readFile(fileURLToPath(new URL(file, FOLDER)), 'utf8')) as unknown;

/** The project's own atlas; fails with every problem named. */
export async function readAtlas(): Promise<Atlas> {
  const { atlas, problems } = await loadAtlas(readFromDisk);
  if (!atlas || problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
  return atlas;
}
