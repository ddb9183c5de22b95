/**
 * `npm run text:check -- FOLDER [--guard]`: looks for runs of twelve words that the project has in common with the texts
 * of a folder (.md, .txt, .json), outside quotations and titles of works, and says where they are. `--guard` also writes
 * the hashes of all the folder's runs, by which `tests/unit/own-words.test.ts` watches without the texts.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, ownRunsOf, pack, runsOf } from './runs.ts';
import { ownTexts } from './texts.ts';

const GUARD = 'tests/own-words/guard.bin';

const [folder, option] = process.argv.slice(2);
if (!folder || !existsSync(folder)) {
  console.error(
    'Usage: npm run text:check -- FOLDER [--guard] (a folder of texts that are not the project’s)',
  );
  process.exit(1);
}

/** Strings alone: what stands between them in a file is not said in a row. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

// A bibliography is titles of works.
const names = (await readdir(folder)).filter(
  (name) => /\.(md|txt|json)$/.test(name) && !/bibliography/.test(name),
);
const runs = new Map<string, string>();
for (const name of names) {
  const text = await readFile(join(folder, name), 'utf8');
  const texts = name.endsWith('.json') ? strings(JSON.parse(text)) : text.split(/\||\n\n/);
  for (const run of texts.flatMap(runsOf)) runs.set(run, name);
}
if (option === '--guard') {
  const packed = pack([...runs.keys()].map(hashOf));
  await writeFile(GUARD, packed);
  console.log(`${GUARD}: ${packed.length} bytes`);
}
let found = 0;
for (const { where, text } of await ownTexts()) {
  for (const run of ownRunsOf(text)) {
    const from = runs.get(run);
    if (from === undefined) continue;
    found += 1;
    console.log(`${where}: "${run}" stands in ${from}`);
  }
}
console.log(`${runs.size} runs of ${names.length} files in ${folder}: ${found} in common.`);
process.exitCode = found > 0 ? 1 : 0;
