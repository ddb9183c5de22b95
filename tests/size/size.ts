import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/*
 * Not a test of its own: measures the built site (`npm run build` first) against its budgets, as a host sends it that
 * compresses with brotli, and fails where one is exceeded. kB are thousands of bytes. A budget that is not reached yet has
 * an aim beside it, and holds what there is, so that nothing grows unseen; the names of the files, which are hashes, alone make
 * a tenth of a kB of difference.
 */
const SITE = process.argv[2] ?? 'dist/site';
const SCRIPT = 'treaty-map.js';

const sizeOf = (file: string): number => {
  const bytes = readFileSync(join(SITE, file));
  // Pictures are compressed already, and no host does it again.
  return file.endsWith('.avif') ? bytes.length : brotliCompressSync(bytes).length;
};

/** The scripts that one imports, at once or when they are needed. */
function importsOf(file: string, how: 'at once' | 'ever'): string[] {
  const code = readFileSync(join(SITE, file), 'utf8');
  const pattern =
    how === 'at once'
      ? /(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g
      : /(?:\bfrom|\bimport\(?)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
  return [...code.matchAll(pattern)]
    .map(([, path = '']) => join(dirname(file), path))
    .filter((path) => existsSync(join(SITE, path)));
}

function reachable(from: string, how: 'at once' | 'ever', found = new Set([from])): ReadonlySet<string> {
  for (const file of importsOf(from, how)) {
    if (found.has(file)) continue;
    found.add(file);
    reachable(file, how, found);
  }
  return found;
}

/** Libraries that come by themselves, and only where they are needed: MapLibre, and what writes BibTeX when asked to, with the bundler's helper for it. */
const LIBRARY = /maplibre|bibtex|rolldown-runtime/;
/** What comes when the map is drawn; when somebody comes to the map; and what holds an atlas of plain files to its schema. */
const AFTER = /after-map-|relief-/;
const LATER = /later-/;
const CHECK = /check-/;

const scripts = [...reachable(SCRIPT, 'ever')].filter((file) => !LIBRARY.test(file));
const BUDGETS: readonly {
  readonly what: string;
  readonly files: readonly string[];
  readonly kilobytes: number;
  readonly aim?: number;
}[] = [
  { what: 'before the map nears the viewport', files: [...reachable(SCRIPT, 'at once')], kilobytes: 12 },
  {
    what: 'until map, list and slider are there, beyond MapLibre, Lit included',
    files: scripts.filter((file) => ![AFTER, LATER, CHECK].some((part) => part.test(file))),
    kilobytes: 79.7,
    aim: 60,
  },
  {
    what: 'what comes when the map is drawn: relief, answers, a second map, print',
    files: scripts.filter((file) => AFTER.test(file)),
    kilobytes: 9.4,
  },
  {
    what: 'what comes with the reader: pages, forms, references',
    files: scripts.filter((file) => LATER.test(file)),
    kilobytes: 25.2,
  },
  {
    what: 'what checks an atlas of plain files',
    files: scripts.filter((file) => CHECK.test(file)),
    kilobytes: 4.5,
  },
  {
    what: 'atlas with the base map for the first view',
    files: ['atlas.json', 'territories.json', 'base.json'].map((file) => `treaty-1945/${file}`),
    kilobytes: 160,
  },
  { what: 'relief, conic', files: ['treaty-1945/base/relief-conic.avif'], kilobytes: 80 },
  { what: 'relief, Mercator', files: ['treaty-1945/base/relief-mercator.avif'], kilobytes: 80 },
];

let failed = false;
for (const { what, files, kilobytes, aim } of BUDGETS) {
  const size = files.reduce((sum, file) => sum + sizeOf(file), 0) / 1000;
  // Nothing may grow unseen, and nothing be measured that is not there.
  failed ||= size > kilobytes || files.length === 0;
  console.log(
    `${size > kilobytes ? 'over' : 'ok'}  ${size.toFixed(1)} of ${kilobytes} kB  ${what}${aim ? `, aim ${aim}` : ''}`,
  );
  for (const file of files) console.log(`      ${(sizeOf(file) / 1000).toFixed(1).padStart(6)}  ${file}`);
}
process.exitCode = failed ? 1 : 0;
