import type { LineString, MultiLineString, Position } from 'geojson';
import { area, coded, inProvinces } from './selecting.ts';
import type { Territory } from './territories.ts';
import type { Units } from './units.ts';

export const mongoliaAndSinkiang: readonly Territory[] = [
  {
    id: 'mongolian-peoples-republic',
    provision: 'mongolia-status',
    layer: 'mongolia',
    precisionKm: 15,
    made:
      'Outline of Mongolia in Natural Earth, dissolved from its aimags. The frontier was never surveyed in these ' +
      'years, so expect errors of some 15 km, more in the Altai and at Lake Buir.',
    draw: area(({ country }) => country === 'MNG'),
  },
  {
    id: 'mongolia-china-frontier',
    provision: 'mongolia-borders',
    layer: 'mongolia',
    precisionKm: 15,
    made:
      'The edge that Mongolia and China have in common in Natural Earth. No commission had marked it on the ground, ' +
      'and maps of the time differ.',
    draw: frontier,
  },
  {
    id: 'baitag-bogd-sector',
    provision: 'mongolia-borders',
    layer: 'mongolia',
    precisionKm: 40,
    made:
      'Stretch of the frontier between 89.5° and 91.5° east, round the Baitag Bogd range. Both sides drew it ' +
      'differently here; the line is no more than a guess of 40 km.',
    draw: (units) => within(frontier(units), { west: 89.5, south: 44, east: 91.5, north: 48 }),
  },
  {
    id: 'khalkhin-gol-sector',
    provision: 'mongolia-borders',
    layer: 'mongolia',
    precisionKm: 25,
    made:
      'Stretch of the frontier at the Khalkhin Gol and Lake Buir. It was fought over in 1939 and agreed with ' +
      'Manchukuo only; trust it to some 25 km.',
    draw: (units) => within(frontier(units), { west: 117, south: 46.5, east: 120, north: 48.3 }),
  },
  {
    id: 'sinkiang-province',
    provision: 'sinkiang',
    layer: 'sinkiang',
    precisionKm: 15,
    made: "Today's Xinjiang in Natural Earth. The line towards the Soviet Union and in the Pamirs was partly unsettled.",
    draw: area(inProvinces('CN-XJ')),
  },
  {
    id: 'three-districts',
    provision: 'sinkiang',
    layer: 'sinkiang',
    precisionKm: 40,
    made:
      "Cells of today's Ili, Tacheng, Altay, Bortala and Karamay. The inner edge is estimated from places, areas and " +
      'relief, since no open outline of these units exists.',
    draw: area(coded('6540', '6542', '6543', '6527', '6502')),
  },
];

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** One line from the western tripoint to the eastern one. */
function frontier(units: Units): LineString {
  const parts = units.border(
    ({ country }) => country === 'MNG',
    ({ country }) => country === 'CHN',
  ).coordinates;
  let [line = [], ...open] = parts;
  while (open.length > 0) {
    const next = open.find((part) => touches(line, part));
    if (!next) throw new Error('The frontier of Mongolia and China falls apart');
    open = open.filter((part) => part !== next);
    line = joined(line, next);
  }
  const [west, east] = [line[0]?.[0] ?? 0, line.at(-1)?.[0] ?? 0];
  return { type: 'LineString', coordinates: west < east ? line : line.toReversed() };
}

function touches(line: Position[], part: Position[]): boolean {
  return [line[0], line.at(-1)].some((end) => same(end, part[0]) || same(end, part.at(-1)));
}

function joined(line: Position[], part: Position[]): Position[] {
  if (same(line.at(-1), part[0])) return [...line, ...part.slice(1)];
  if (same(line.at(-1), part.at(-1))) return [...line, ...part.toReversed().slice(1)];
  return joined(line.toReversed(), part);
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** Vertices inside the box; the line is dense enough that cutting between two vertices is not worth the trouble. */
function within({ coordinates }: LineString, box: Box): LineString | MultiLineString {
  const parts: Position[][] = [];
  let current: Position[] = [];
  for (const at of coordinates) {
    const [x = 0, y = 0] = at;
    if (x >= box.west && x <= box.east && y >= box.south && y <= box.north) {
      if (current.length === 0) parts.push(current);
      current.push(at);
    } else {
      current = [];
    }
  }
  const lines = parts.filter((part) => part.length > 1);
  const [only] = lines;
  return lines.length === 1 && only
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: lines };
}
