import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { readDocs } from './manifest.ts';
import { tablesOf } from './tables.ts';

/*
 * Writes the tables of the README from the source: `npm run docs`. With `--check` it writes nothing, and fails where they are
 * not as the source has them.
 */
const README = 'README.md';

/** Each table stands between `<!-- table: NAME -->` and `<!-- /table -->`. */
function withTables(text: string, tables: ReadonlyMap<string, string>): string {
  const left = new Set(tables.keys());
  const filled = text.replace(
    /(<!-- table: ([a-z-]+) -->)[^]*?(<!-- \/table -->)/g,
    (_, open: string, name: string, close: string) => {
      const table = tables.get(name);
      if (table === undefined) throw new Error(`${README} has a place for a table "${name}", which is none.`);
      left.delete(name);
      return `${open}\n\n${table}\n\n${close}`;
    },
  );
  if (left.size > 0) throw new Error(`${README} has no place for the tables: ${[...left].join(', ')}.`);
  return filled;
}

const old = await readFile(README, 'utf8');
const filled = withTables(old, tablesOf(await readDocs()));
const now = await format(filled, { ...(await resolveConfig(README)), filepath: README });
if (now !== old) {
  if (process.argv.includes('--check'))
    throw new Error(`The tables of ${README} are not as the source has them. Run "npm run docs".`);
  await writeFile(README, now);
}
