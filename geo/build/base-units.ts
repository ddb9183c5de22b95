/**
 * What the base map shares with the territories: the states that are made of their units, and the vertices along which
 * base map and territories must run together (a frontier drawn twice, half a kilometre apart, looks like a mistake).
 */
import type { MultiPolygon, Position } from 'geojson';
import { half, type Polygons } from './base-clip.ts';
import type { KeptVertices } from './base-simplify.ts';
import { onGrid } from './base-countries.ts';
import { any, but, inProvinces, type Wanted } from './selecting.ts';
import { kwantungLeasedTerritory, manchukuo, mengjiangArea } from './territories.ts';
import { loadUnits } from './units.ts';

export interface UnitStates {
  readonly shapes: Readonly<Record<string, Polygons>>;
  readonly borders: Readonly<Record<string, Position[][]>>;
  readonly kept: KeptVertices;
}

const inChina: Wanted = ({ country }) => country === 'CHN';
const inMongolia: Wanted = ({ country }) => country === 'MNG';

/** Held by Japanese troops at the beginning of 1945 under the government at Nanking; the edge is that of provinces. */
const occupiedEast = inProvinces('CN-HE', 'CN-BJ', 'CN-TJ', 'CN-SD', 'CN-JS', 'CN-SH', 'CN-AH');
/** Hupeh was occupied east of about this meridian. */
const HUPEH_FROM = 112;

export async function loadUnitStates(): Promise<UnitStates> {
  const units = await loadUnits();
  const full = await loadUnits('full');
  const under = any(manchukuo, mengjiangArea, kwantungLeasedTerritory);
  const hupeh = half(units.union(inProvinces('CN-HB')).coordinates, 0, HUPEH_FROM, 'above');
  const along: readonly Wanted[] = [
    inMongolia,
    manchukuo,
    kwantungLeasedTerritory,
    mengjiangArea,
    inProvinces('CN-NM'),
    inProvinces('CN-XJ'),
  ];
  return {
    shapes: {
      manchukuo: units.union(manchukuo).coordinates,
      'kwantung-leased-territory': units.union(kwantungLeasedTerritory).coordinates,
      'mengjiang-base': units.union(mengjiangArea).coordinates,
      'china-occupied': [...units.union(but(occupiedEast, under)).coordinates, ...hupeh],
    },
    borders: {
      // Each stretch goes with the one that lasted longer: Manchukuo ended first, the leased territory last.
      manchukuo: units.border(manchukuo, but(inChina, under)).coordinates,
      'mengjiang-base': units.border(mengjiangArea, but(inChina, mengjiangArea)).coordinates,
      'kwantung-leased-territory': units.border(
        kwantungLeasedTerritory,
        but(inChina, kwantungLeasedTerritory),
      ).coordinates,
    },
    kept: keptAlong(
      along.map((wanted) => full.union(wanted)),
      along.map((wanted) => units.union(wanted)),
    ),
  };
}

function keptAlong(full: readonly MultiPolygon[], simplified: readonly MultiPolygon[]): KeptVertices {
  const known = new Set<string>();
  const kept = new Map<string, Position>();
  for (const shape of full) for (const position of onGrid(shape).flat(2)) known.add(String(position));
  for (const shape of simplified) {
    for (const position of shape.coordinates.flat(2)) {
      const [[[onItsGrid = position] = []] = []] = onGrid({ type: 'Polygon', coordinates: [[position]] }, 0);
      kept.set(String(onItsGrid), position);
    }
  }
  return { known, kept };
}
