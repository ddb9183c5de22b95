/**
 * The pieces the states of 1945-1953 are put together from: countries of Natural Earth, cut at the window and at the
 * lines that were borders then. Pieces of one collection do not overlap; the collections lie over one another and
 * share their vertices, since all are brought to the grid of world-atlas.
 */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { loadCountries10m, loadProvinces, type Province } from './inputs.ts';
import { clipToBox, half, splitRing, type Polygons, type Ring } from './base-clip.ts';
import { ringArea, WINDOW, type Box } from './base-frame.ts';
import { atom, type Atom } from './base-simplify.ts';
import { isOnFineCoast, withFineCoast } from './liaodong.ts';

/** Republics of the Union beside the Russian one, by the names of Natural Earth; drawn without borders between. */
export const UNION_REPUBLICS: readonly string[] = [
  'Ukraine',
  'Belarus',
  'Moldova',
  'Estonia',
  'Latvia',
  'Lithuania',
  'Georgia',
  'Armenia',
  'Azerbaijan',
  'Kazakhstan',
  'Baikonur',
  'Uzbekistan',
  'Turkmenistan',
  'Kyrgyzstan',
  'Tajikistan',
];

const SAKHALIN: Box = { west: 141.4, south: 45.4, east: 145, north: 54.6 };
const KURILS: Box = { west: 145, south: 43, east: 156.8, north: 51 };

export interface Pieces {
  /** Cover the land without overlap. */
  readonly land: readonly Atom[];
  /** Lie over the pieces of land and share edges with them. */
  readonly over: readonly Atom[];
}

export async function loadPieces(): Promise<Pieces> {
  const provinces = await loadProvinces();
  const land: Atom[] = [];
  let china: Polygons = [];
  for (const [name, polygons] of countriesOfWindow()) {
    if (name === 'China') china = polygons;
    land.push(...piecesOf(name, polygons));
  }
  const tibet = tibetIn(china, provinceOf(provinces, 'CN-XZ'));
  return {
    land,
    over: [
      atom('tibet', [[tibet]]),
      atom('tibet-west-of-97', half([[tibet]], 0, 97, 'below')),
      atom('tuva', onGrid(provinceOf(provinces, 'RU-TY').geometry)),
      atom('sikkim', onGrid(provinceOf(provinces, 'IN-SK').geometry)),
    ],
  };
}

const countries = loadCountries10m();

/** What is done to the countries that do not stay as Natural Earth has them. */
const AS_DRAWN: Readonly<Record<string, (polygons: Polygons) => Polygons>> = {
  Russia: eastward,
  China: withFineCoast,
};

function countriesOfWindow(): [name: string, polygons: Polygons][] {
  const found: [string, Polygons][] = [];
  for (const geometry of countries.objects.countries.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const { geometry: shape } = feature(countries, geometry) as Feature<Polygon | MultiPolygon>;
    const name = geometry.properties?.name ?? '';
    const polygons = clipToBox((AS_DRAWN[name] ?? ((drawn) => drawn))(onGrid(shape)), WINDOW);
    if (polygons.length > 0) found.push([name, polygons]);
  }
  return found;
}

/** Natural Earth's Russia goes on at 180 degrees west: brought to where it lies, east of 180. */
function eastward(polygons: Polygons): Polygons {
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon < -150 ? lon + 360 : lon, lat])),
  );
}

/** Cuts a country into what changed hands by itself; the ids are those of `PARTS` in base-states.ts. */
function piecesOf(name: string, polygons: Polygons): Atom[] {
  if (name === 'Russia') {
    const isSakhalin = polygons.map((p) => liesIn(p, SAKHALIN));
    const sakhalin = polygons.filter((_, i) => isSakhalin[i]);
    const kurils = polygons.filter((p, i) => !isSakhalin[i] && liesIn(p, KURILS));
    const rest = polygons.filter((p, i) => !isSakhalin[i] && !kurils.includes(p));
    return [
      atom('russia', [...rest, ...half(sakhalin, 1, 50, 'above')]),
      atom('south-sakhalin', half(sakhalin, 1, 50, 'below')),
      atom('kurils', kurils),
    ];
  }
  if (name === 'North Korea' || name === 'South Korea') {
    const id = name === 'North Korea' ? 'korea-a' : 'korea-b';
    return [
      atom(`${id}-north`, half(polygons, 1, 38, 'above')),
      atom(`${id}-south`, half(polygons, 1, 38, 'below')),
    ];
  }
  if (name === 'Japan') {
    const groups = new Map<string, Polygons>();
    for (const polygon of polygons) {
      const group = japaneseGroup(polygon[0] ?? []);
      groups.set(group, [...(groups.get(group) ?? []), polygon]);
    }
    return [...groups].map(([id, group]) => atom(id, group));
  }
  return [atom(pieceId(name), polygons)];
}

/** Where the occupation of 1945 to 1953 drew its lines through the islands: 30, 29 and 27 degrees north. */
function japaneseGroup(outer: Ring): string {
  const [lon, lat] = middle(outer);
  if (lon > 138 && lat < 28.5) return 'bonins';
  if (lat >= 30.05) return 'japan';
  if (lat >= 29) return 'tokara';
  return lat >= 27.01 && lon > 128.2 ? 'amami' : 'ryukyus';
}

export function pieceId(countryName: string): string {
  return countryName.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function provinceOf(provinces: readonly Province[], code: string): Province {
  const province = provinces.find((p) => p.code === code);
  if (!province) throw new Error(`Natural Earth has no province ${code}`);
  return province;
}

/**
 * Tibet inside the China of world-atlas. The province file draws the frontier with India elsewhere than the country
 * file; so only the province's inner edge is taken, and the country's ring is split by it.
 */
function tibetIn(china: Polygons, { geometry }: Province): Ring {
  const mainland = largest(china.map(([outer]) => outer ?? []));
  const outline = largest(onGrid(geometry).map(([outer]) => outer ?? []));
  const onFrontier = new Set(mainland.map(String));
  const open = outline.slice(0, -1);
  const inner = longestRun(open, (p) => !onFrontier.has(String(p)) && !nearFrontierWithIndia(p));
  const [one, other] = splitRing(mainland, inner);
  return Math.abs(ringArea(one)) < Math.abs(ringArea(other)) ? one : other;
}

function nearFrontierWithIndia([lon = 0, lat = 0]: Position): boolean {
  return lat < 29.8 && lon > 91 && lon < 97.6 ? lat < 29.6 : lon < 79.4 && lat < 34;
}

/** The longest run of vertices of a closed line that pass, with the vertex before and the vertex after it. */
function longestRun(open: Ring, passes: (p: Position) => boolean): Ring {
  const count = open.length;
  const startAt = open.findIndex((p, i) => !passes(p) && passes(open[(i + 1) % count] ?? p));
  let best: Ring = [];
  let run: Ring = [];
  for (let step = 0; step <= count; step++) {
    const p = open[(startAt + step) % count];
    if (!p) continue;
    run.push(p);
    if (passes(p)) continue;
    if (run.length > best.length) best = run;
    run = [p];
  }
  return best;
}

function largest(rings: readonly Ring[]): Ring {
  return rings.reduce<Ring>(
    (best, ring) => (Math.abs(ringArea(ring)) > Math.abs(ringArea(best)) ? ring : best),
    [],
  );
}

function liesIn([outer]: Ring[], box: Box): boolean {
  const [lon, lat] = middle(outer ?? []);
  return lon > box.west && lon < box.east && lat > box.south && lat < box.north;
}

function middle(ring: Ring): [lon: number, lat: number] {
  const open = ring.slice(0, -1);
  const sum = open.reduce<[number, number]>(([x, y], [lon = 0, lat = 0]) => [x + lon, y + lat], [0, 0]);
  return [sum[0] / open.length, sum[1] / open.length];
}

/**
 * world-atlas keeps its coordinates on this grid; provinces brought to it have the same vertices as countries. The finer
 * coast is the same in both, and stays.
 */
export function onGrid(shape: Polygon | MultiPolygon, leastPositions = 4): Polygons {
  const { transform } = countries;
  if (!transform) throw new Error('world-atlas came without its grid');
  const [sx, sy] = transform.scale;
  const [tx, ty] = transform.translate;
  const snap = (position: Position): Position => {
    if (isOnFineCoast(position)) return position;
    const [lon = 0, lat = 0] = position;
    return [Math.round((lon - tx) / sx) * sx + tx, Math.round((lat - ty) / sy) * sy + ty];
  };
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return polygons.map((rings) =>
    rings
      .map((ring) => ring.map(snap).filter((p, i, all) => String(p) !== String(all[i - 1])))
      .filter((ring) => ring.length >= leastPositions),
  );
}
