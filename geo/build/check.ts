/**
 * `npm run geo:check -- FOLDER`: measures the committed geometry against a folder of reference shapes that are not
 * the project's (their licences differ) and prints a table. Nothing of the folder goes into the geometry.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { area, difference, featureCollection, intersect, union } from '@turf/turf';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { readCsv } from './csv.ts';
import { PROJECT_FOLDER } from './inputs.ts';

type Shape = Feature<Polygon | MultiPolygon>;

const folder = process.argv[2];
if (!folder || !existsSync(folder)) {
  console.error('Usage: npm run geo:check -- FOLDER (a folder of reference shapes)');
  process.exit(1);
}

console.log('| what | measured against | figure | aim |\n| --- | --- | --- | --- |');
shapes(folder);
railway(folder);

function shapes(from: string): void {
  const mongolia = committed('mongolia', 'mongolian-peoples-republic');
  compared(
    'Mongolia',
    mongolia,
    reference(from, 'mongolia-1938-1945-1960', 'year', 1945),
    'its year 1945',
    '0.97',
  );
  row('Mongolia, area', 'figure of 1,564,116 km2', `${km2(mongolia)} km2`, 'within 0.5 %');
  const mengjiang = committed('inner-mongolia', 'mengjiang-area');
  compared('Mengjiang', mengjiang, reference(from, 'mengjiang-1940-1945'), 'its authority 1940-45', '0.9');
  const northeast = committed('manchuria', 'three-eastern-provinces-area');
  const jehol = [committed('inner-mongolia', 'rehe-south'), committed('inner-mongolia', 'rehe-juu-uda')];
  const withJehol = union(featureCollection([northeast, ...jehol]));
  const manchuria = reference(from, 'manchuria-china-korea-1945', 'NAME', 'Manchuria');
  compared('Three Eastern Provinces', northeast, manchuria, 'Manchuria 1945', '0.85');
  if (withJehol)
    compared('Three Eastern Provinces and Rehe', withJehol as Shape, manchuria, 'Manchuria 1945', '0.85');
  const base = committed('ports', 'port-arthur-base-area');
  row('Port Arthur base, mainland, area', 'figure of 2,399 km2', `${km2(base)} km2`, 'within 10 %');
  const im1947 = committed('inner-mongolia', 'im-1947');
  const added = committed('inner-mongolia', 'im-jirim-juu-uda');
  row('Inner Mongolia 1947, area', 'figures of 506,000 to 540,000 km2', `${km2(im1947)} km2`, 'within 5 %');
  row(
    'Inner Mongolia 1949, area',
    'figures of 620,000 to 650,000 km2',
    `${Math.round((area(im1947) + area(added)) / 1e6).toLocaleString('en')} km2`,
    'within 5 %',
  );
}

function railway(from: string): void {
  const lines: Readonly<Record<string, readonly string[]>> = {
    W: ['ccr-west'],
    E: ['ccr-east'],
    S: ['ccr-south-harbin-changchun', 'ccr-south-changchun-dalian'],
    L: ['ccr-lushun'],
  };
  const rows = readCsv(join(from, 'stations-1942.csv'));
  const all: number[] = [];
  for (const [line, ids] of Object.entries(lines)) {
    const drawn = ids.flatMap((id) => paths(feature('chinese-eastern-railway', id).geometry));
    const far = rows
      .filter((station) => station['line'] === line)
      .map((station) => ({
        name: station['name_zh'] ?? '',
        km: distance([Number(station['lon']), Number(station['lat'])], drawn),
      }));
    all.push(...far.map(({ km }) => km));
    const worst = far.reduce((a, b) => (b.km > a.km ? b : a));
    row(
      `Railway ${line}, from the stations`,
      `${far.length} stations of 1942`,
      `${summary(far.map(({ km }) => km))} (${worst.name})`,
      '8 km, mean 2 km',
    );
  }
  row('Railway, from the stations', `${all.length} stations of 1942`, summary(all), '8 km, mean 2 km');
  const track = collection(join(from, 'railway-west-and-south.geojson')).features.flatMap(({ geometry }) =>
    paths(geometry),
  );
  const points = track.flat();
  for (const [line, ids] of Object.entries({ W: lines['W'] ?? [], S: lines['S'] ?? [] })) {
    const drawn = ids.flatMap((id) => paths(feature('chinese-eastern-railway', id).geometry));
    const near = points.map((at) => distance(at, drawn)).filter((km) => km < 30);
    row(
      `Railway ${line}, from the track`,
      `${near.length} vertices of the real track`,
      summary(near),
      'none',
    );
  }
}

function compared(what: string, shape: Shape, against: Shape, name: string, aim: string): void {
  const common = intersect(featureCollection([shape, against]));
  const both = union(featureCollection([shape, against]));
  const share = common && both ? area(common) / area(both) : 0;
  const only = (a: Shape, b: Shape): string => km2(difference(featureCollection([a, b])));
  const figures = `IoU ${share.toFixed(4)} (ours alone ${only(shape, against)}, theirs alone ${only(against, shape)} km2)`;
  row(what, name, figures, `IoU ${aim}`);
}

function row(what: string, against: string, figure: string, aim: string): void {
  console.log(`| ${what} | ${against} | ${figure} | ${aim} |`);
}

function summary(km: readonly number[]): string {
  const mean = km.reduce((sum, value) => sum + value, 0) / km.length;
  return `at most ${Math.max(...km).toFixed(1)} km, mean ${mean.toFixed(1)} km`;
}

function km2(shape: Shape | null): string {
  return shape ? Math.round(area(shape) / 1e6).toLocaleString('en') : '0';
}

function collection(file: string): FeatureCollection {
  return JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection;
}

function feature(layer: string, id: string): Feature {
  const found = collection(join(PROJECT_FOLDER, 'geo/treaty-1945', `${layer}.geojson`)).features.find(
    (candidate) => candidate.id === id,
  );
  if (!found) throw new Error(`No ${id} in ${layer}.geojson`);
  return found;
}

function committed(layer: string, id: string): Shape {
  return feature(layer, id) as Shape;
}

function reference(from: string, name: string, property?: string, value?: string | number): Shape {
  const { features } = collection(join(from, `${name}.geojson`));
  const found = property ? features.find(({ properties }) => properties?.[property] === value) : features[0];
  if (!found) throw new Error(`No feature with ${property} ${value} in ${name}.geojson`);
  return found as Shape;
}

function paths(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

/** Kilometres from a place to the nearest point of some lines, on a plane that touches the earth there. */
function distance([x = 0, y = 0]: Position, lines: readonly Position[][]): number {
  const shrink = Math.cos((y * Math.PI) / 180);
  let nearest = Infinity;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [ax, ay] = [((line[i - 1]?.[0] ?? 0) - x) * shrink, (line[i - 1]?.[1] ?? 0) - y];
      const [bx, by] = [((line[i]?.[0] ?? 0) - x) * shrink, (line[i]?.[1] ?? 0) - y];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length));
      nearest = Math.min(nearest, Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)));
    }
  }
  return nearest * 111.195;
}
