/** Facts of the pipeline are plain CSV without quotes or commas in the fields, so that a diff shows what changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from './inputs.ts';

export type Row = Readonly<Record<string, string>>;

export function readFacts(name: string): Row[] {
  return readCsv(join(PROJECT_FOLDER, 'geo/build/facts', name));
}

export function readCsv(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    if (fields.length !== names.length)
      throw new Error(`${file}: ${names.length} fields expected in "${line}"`);
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']));
  });
}
