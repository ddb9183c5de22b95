import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enLater } from '../../src/language/en-later.ts';
import { en } from '../../src/language/en.ts';

/** A text of the project, and where it stands. */
export interface OwnText {
  readonly where: string;
  readonly text: string;
}

const ATLAS = 'geo/treaty-1945';

/** Where the project speaks in sentences outside of the record. */
const PROSE = [
  'README.md',
  'index.html',
  'embed.html',
  'src',
  'geo/README.md',
  'geo/build',
  'tests',
  'build',
];

/** Of a work cited, what names it is not the project's; nor are an instrument's own words and titles in its language. */
const NOT_OWN = new Set(['quotation', 'author', 'container-title', 'publisher', 'URL', 'geometry']);

/** Every string in a JSON value that is a text of the project, with its path. */
function stringsIn(value: unknown, where: string, isSource: boolean): OwnText[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    NOT_OWN.has(key) || (isSource && key === 'title') ? [] : stringsIn(inner, `${where}.${key}`, isSource),
  );
}

async function filesUnder(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!found) return [path];
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** All that the project says in words: the record, the interface, the documents and the comments in the code. */
export async function ownTexts(): Promise<OwnText[]> {
  const json = (await filesUnder(ATLAS)).filter((name) => /\.(json|geojson)$/.test(name));
  const record = await Promise.all(
    json.map(async (name) =>
      stringsIn(JSON.parse(await readFile(name, 'utf8')), name, name.endsWith('sources.json')),
    ),
  );
  const files = (await Promise.all(PROSE.map(filesUnder)))
    .flat()
    .filter((name) => /\.(md|html|ts|js|csv)$/.test(name) && !/node_modules|\/en(-later)?\.ts$/.test(name));
  const prose = await Promise.all(
    files.map(async (name) => ({ where: name, text: await readFile(name, 'utf8') })),
  );
  const messages = Object.entries({ ...en, ...enLater }).map(([key, text]) => ({
    where: `src/language ${key}`,
    text,
  }));
  return [...record.flat(), ...messages, ...prose];
}
