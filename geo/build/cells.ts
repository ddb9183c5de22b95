/**
 * Cells: the Chinese provinces of Natural Earth divided into today's prefectures and counties. No openly licensed
 * package has those outlines, so they are drawn here from facts: the places known to lie in each unit (GeoNames), the
 * area of each unit (official figures) and the relief (SRTM). See `allocation.ts` for the rule.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { area, featureCollection, feature as turfFeature, intersect } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { allocate, calibrated, type Grid, type Seed } from './allocation.ts';
import { readFacts, type Row } from './csv.ts';
import { loadElevation } from './elevation.ts';
import { CACHE_FOLDER, PROJECT_FOLDER, loadPlaces, loadProvinces, type Place } from './inputs.ts';
import { outlines } from './outlines.ts';
import { borderRivers, drawn } from './rivers.ts';

export interface Cell {
  /** Four-digit prefecture code or six-digit county code; six digits ending in 00 are what is left of a prefecture. */
  readonly unit: string;
  /** ISO 3166-2 of the province. */
  readonly province: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** GeoNames' own codes of the provinces that are divided. */
const GEONAMES_PROVINCES: Readonly<Record<string, string>> = {
  'CN-BJ': '22',
  'CN-HE': '10',
  'CN-HL': '08',
  'CN-JL': '05',
  'CN-LN': '19',
  'CN-NM': '20',
  'CN-SX': '24',
  'CN-XJ': '13',
};

const COARSE = 1 / 30;
const FINE = 1 / 60;
const COARSE_ROUNDS = 120;
const FINE_ROUNDS = 25;
/** Pixels of margin around a province, so that the smoothed cells still reach its edge. */
const MARGIN = 4;
/** Parts of a cell smaller than this are taken for crumbs of the cutting. */
const CRUMB_KM2 = 60;
/** A GeoNames place this near to a seat belongs to it, whatever its code says. */
const SEAT_KM = 8;

export const DIVIDED_PROVINCES: readonly string[] = Object.keys(GEONAMES_PROVINCES);

export async function buildCells(): Promise<Cell[]> {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const cells: Cell[] = [];
  for (const province of DIVIDED_PROVINCES) {
    const file = join(CACHE_FOLDER, `cells-${province}-${fingerprint(province)}.json`);
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(await cellsOf(province)));
    cells.push(...(JSON.parse(readFileSync(file, 'utf8')) as Cell[]));
  }
  return cells;
}

async function cellsOf(code: string): Promise<Cell[]> {
  const province = (await loadProvinces()).find((candidate) => candidate.code === code);
  if (!province) throw new Error(`No province ${code} in Natural Earth`);
  const rows = readFacts('units.csv').filter((row) => row['province'] === code);
  const units = [...new Set(rows.map((row) => row['unit'] ?? ''))];
  const targets = units.map((unit) => Number(rows.find((row) => row['unit'] === unit)?.['area_km2']));
  const seeds = seedsOf(code, rows, units, await loadPlaces());
  const elevation = await loadElevation();
  const rivers = await borderRivers(code);
  const fine = gridOf(province.geometry, FINE, rivers);
  const rough = calibrated(
    gridOf(province.geometry, COARSE, rivers),
    elevation,
    seeds,
    targets,
    COARSE_ROUNDS,
  );
  const { headStart, misplaced } = calibrated(fine, elevation, seeds, targets, FINE_ROUNDS, rough.headStart);
  const allocation = allocate(fine, elevation, seeds, headStart);
  console.log(
    `${code}: ${units.length} units, ${seeds.length} places, ${(misplaced * 100).toFixed(1)} % of the area misplaced`,
  );
  const shapes = outlines(allocation, units.length);
  const cells = units.map((unit, i): Cell => {
    const shape = shapes[i];
    if (!shape) throw new Error(`${code}: unit ${unit} has no place or was swallowed`);
    const clipped = intersect(featureCollection([turfFeature(shape), turfFeature(province.geometry)]));
    if (!clipped) throw new Error(`${code}: unit ${unit} lies outside the province`);
    const name = (rows.find((row) => row['unit'] === unit)?.['name'] ?? '').split(':')[0] ?? '';
    return { unit, province: code, name, geometry: clipped.geometry };
  });
  return withoutCrumbs(cells);
}

/**
 * Cutting to the province can leave a crumb of a cell beyond a cape or a bend of its edge; it goes to the cell that it
 * has most vertices in common with. A crumb without neighbours is an island and stays.
 */
function withoutCrumbs(cells: readonly Cell[]): Cell[] {
  const parts = cells.flatMap((cell, owner) => {
    const { geometry } = cell;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const sizes = polygons.map((coordinates) => area({ type: 'Polygon', coordinates }) / 1e6);
    return polygons.map((polygon, i) => ({
      polygon,
      owner,
      crumb: (sizes[i] ?? 0) < CRUMB_KM2 && sizes[i] !== Math.max(...sizes),
      vertices: new Set(polygon.flat().map(([x = 0, y = 0]) => `${x.toFixed(5)},${y.toFixed(5)}`)),
    }));
  });
  const owners = parts.map((part) => {
    if (!part.crumb) return part.owner;
    let [best, most] = [part.owner, 0];
    for (const other of parts) {
      if (other.crumb) continue;
      const common = [...part.vertices].filter((vertex) => other.vertices.has(vertex)).length;
      if (common > most) [best, most] = [other.owner, common];
    }
    return best;
  });
  return cells.map((cell, owner) => ({
    ...cell,
    geometry: {
      type: 'MultiPolygon',
      coordinates: parts.filter((_, i) => owners[i] === owner).map(({ polygon }) => polygon),
    },
  }));
}

function seedsOf(
  code: string,
  rows: readonly Row[],
  units: readonly string[],
  places: readonly Place[],
): Seed[] {
  const seats = rows
    .filter((row) => row['lat'] !== '')
    .map((row) => ({
      unit: units.indexOf(row['unit'] ?? ''),
      lon: Number(row['lon']),
      lat: Number(row['lat']),
      seat: row['area_km2'] !== '',
    }));
  const seeds: Seed[] = [...seats];
  for (const place of places) {
    if (place.country !== 'CN' || place.admin1 !== GEONAMES_PROVINCES[code]) continue;
    const near = nearest(seats, place);
    const inside = (unit: number): boolean =>
      code === 'CN-BJ' || (units[unit] ?? '').slice(0, 4) === place.admin2.slice(0, 4);
    const candidates = units.map((_, unit) => unit).filter(inside);
    const [only] = candidates;
    let unit: number | undefined;
    if (near && kilometres(near, place) < SEAT_KM) unit = near.unit;
    else if (candidates.length === 1) unit = only;
    else
      unit = nearest(
        seats.filter((seat) => inside(seat.unit)),
        place,
      )?.unit;
    if (unit !== undefined) seeds.push({ unit, lon: place.lon, lat: place.lat, seat: false });
  }
  return seeds;
}

interface Point {
  readonly lon: number;
  readonly lat: number;
}

function nearest<Seat extends Point>(seats: readonly Seat[], to: Point): Seat | undefined {
  let best: Seat | undefined;
  for (const seat of seats) if (!best || kilometres(seat, to) < kilometres(best, to)) best = seat;
  return best;
}

function kilometres(a: Point, b: Point): number {
  const x = (a.lon - b.lon) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(x, a.lat - b.lat) * 111.195;
}

function gridOf(geometry: Polygon | MultiPolygon, step: number, rivers: readonly Position[][]): Grid {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat();
  const [xs, ys] = [
    rings.flatMap((ring) => ring.map(([x = 0]) => x)),
    rings.flatMap((ring) => ring.map(([, y = 0]) => y)),
  ];
  const [least, most] = [
    (values: number[]) => values.reduce((a, b) => Math.min(a, b)),
    (values: number[]) => values.reduce((a, b) => Math.max(a, b)),
  ];
  const west = (Math.floor(least(xs) / step) - MARGIN - 1) * step;
  const north = (Math.ceil(most(ys) / step) + MARGIN + 1) * step;
  const width = Math.ceil((most(xs) - west) / step) + MARGIN + 1;
  const height = Math.ceil((north - least(ys)) / step) + MARGIN + 1;
  const inside = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) fillRow(inside, rings, y, { west, north, step, width });
  const frame = { west, north, step, width, height };
  return { ...frame, mask: withMargin(inside, width, height), rivers: drawn(rivers, frame) };
}

function fillRow(
  inside: Uint8Array,
  rings: readonly Position[][],
  y: number,
  { west, north, step, width }: { west: number; north: number; step: number; width: number },
): void {
  const lat = north - (y + 0.5) * step;
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      if (ay > lat !== by > lat) crossings.push(((bx - ax) * (lat - ay)) / (by - ay) + ax);
    }
  }
  crossings.sort((a, b) => a - b);
  for (let i = 1; i < crossings.length; i += 2) {
    const from = Math.max(0, Math.ceil(((crossings[i - 1] ?? 0) - west) / step - 0.5));
    const to = Math.min(width - 1, Math.floor(((crossings[i] ?? 0) - west) / step - 0.5));
    for (let x = from; x <= to; x++) inside[y * width + x] = 1;
  }
}

function withMargin(inside: Uint8Array, width: number, height: number): Uint8Array {
  const mask = new Uint8Array(inside.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!inside[y * width + x]) continue;
      mask[y * width + x] = 2;
      for (let dy = -MARGIN; dy <= MARGIN; dy++) {
        for (let dx = -MARGIN; dx <= MARGIN; dx++) {
          const i = (y + dy) * width + x + dx;
          if (mask[i] === 0) mask[i] = 1;
        }
      }
    }
  }
  return mask;
}

/** Whatever changes the cells of a province: its facts and the rules. */
function fingerprint(province: string): string {
  const hash = createHash('sha256');
  for (const facts of [readFacts('units.csv'), readFacts('border-rivers.csv')]) {
    hash.update(JSON.stringify(facts.filter((row) => row['province'] === province)));
  }
  const rules = ['rivers.ts', 'allocation.ts', 'outlines.ts', 'cells.ts', 'inputs.ts', 'elevation.ts'];
  const coast = province === 'CN-LN' ? ['liaodong.ts', 'facts/liaodong-coast.geojson'] : [];
  for (const file of [...rules, ...coast]) {
    hash.update(readFileSync(join(PROJECT_FOLDER, 'geo/build', file)));
  }
  return hash.digest('hex').slice(0, 12);
}
