/** The railway: smooth lines through the stations that GeoNames has, and a few shaping points with a reason each. */
import type { LineString, Position } from 'geojson';
import { readFacts, type Row } from './csv.ts';

export interface Station {
  readonly id: string;
  readonly line: string;
  readonly order: number;
  readonly name: Readonly<Record<string, string>>;
  readonly main: boolean;
  readonly geonamesId: number;
  readonly at: Position;
}

/** Points put between two given ones, so that the line bends and does not break. */
const STEPS = 6;

export function stations(): Station[] {
  const seen = new Set<string>();
  return readFacts('stations.csv').flatMap((row) => {
    const id = `station-${slug(row['name_en'] ?? '')}`;
    if (seen.has(id)) return [];
    seen.add(id);
    const name: Record<string, string> = {
      en: row['name_en'] ?? '',
      'zh-Hant': row['name_zh_hant'] ?? '',
      'zh-Hans': row['name_zh_hans'] ?? '',
    };
    if (row['name_ru']) name['ru'] = row['name_ru'];
    return [
      {
        id,
        line: row['line'] ?? '',
        order: Number(row['order']),
        name,
        main: row['main'] === 'yes',
        geonamesId: Number(row['geonames_id']),
        at: position(row),
      },
    ];
  });
}

/** Line W, E, S or L, in the order of the timetable; for S, a part of it may be asked for by its first and last order. */
export function trunk(line: string, from = 0, to = Infinity): LineString {
  const rows = [...readFacts('stations.csv'), ...readFacts('railway-shaping.csv')]
    .filter((row) => row['line'] === line)
    .sort((a, b) => Number(a['order']) - Number(b['order']));
  const points = rows.map(position);
  const orders = rows.map((row) => Number(row['order']));
  const whole = curve(points);
  const first = Math.max(
    0,
    orders.findIndex((order) => order >= from),
  );
  const last = orders.findLastIndex((order) => order <= to);
  return { type: 'LineString', coordinates: whole.slice(first * STEPS, last * STEPS + 1) };
}

export function branch(territory: string): LineString {
  const rows = readFacts('railway-branches.csv').filter((row) => row['territory'] === territory);
  return { type: 'LineString', coordinates: curve(rows.map(position)) };
}

/** Centripetal Catmull-Rom: passes through every point and makes no loops, however unequal the distances. */
function curve(points: readonly Position[]): Position[] {
  const result: Position[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [p1, p2] = [points[i] ?? [], points[i + 1] ?? []];
    const p0 = points[i - 1] ?? reflected(p2, p1);
    const p3 = points[i + 2] ?? reflected(p1, p2);
    for (let step = 0; step < STEPS; step++) result.push(between(p0, p1, p2, p3, step / STEPS));
  }
  const end = points.at(-1);
  if (end) result.push(end);
  return result;
}

function reflected([x = 0, y = 0]: Position, [aboutX = 0, aboutY = 0]: Position): Position {
  return [2 * aboutX - x, 2 * aboutY - y];
}

function between(p0: Position, p1: Position, p2: Position, p3: Position, share: number): Position {
  if (share === 0) return p1;
  const t1 = knot(p0, p1);
  const t2 = t1 + knot(p1, p2);
  const t3 = t2 + knot(p2, p3);
  const t = t1 + (t2 - t1) * share;
  const a1 = mixed(p0, p1, 0, t1, t);
  const a2 = mixed(p1, p2, t1, t2, t);
  const a3 = mixed(p2, p3, t2, t3, t);
  return mixed(mixed(a1, a2, 0, t2, t), mixed(a2, a3, t1, t3, t), t1, t2, t);
}

function knot([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  return Math.sqrt(Math.hypot(ax - bx, ay - by));
}

function mixed(a: Position, b: Position, from: number, to: number, t: number): Position {
  return a.map((value, i) => (value * (to - t) + (b[i] ?? 0) * (t - from)) / (to - from));
}

function position(row: Row): Position {
  return [Number(row['lon']), Number(row['lat'])];
}

function slug(name: string): string {
  return name
    .replace(/\(.*\)/, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-');
}
