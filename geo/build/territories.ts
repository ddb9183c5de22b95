/**
 * The territories: every id of the record with its geometry, put together from units (`units.ts`), the railway and
 * a few points.
 *
 * For the base map, which needs the same shapes as states:
 *
 *     const units = await loadUnits();                  // or loadUnits('full'); one shared topology
 *     units.union(manchukuo)                            // Northeast with Jehol, without the leased territory
 *     units.union(kwantungLeasedTerritory)
 *     units.union(mengjiangArea)
 *     units.union(({ province }) => province === 'CN-XZ')      // any province, cell or country
 *     units.border(({ country }) => country === 'MNG', ({ country }) => country === 'CHN')
 *
 * Shapes that are unions of the same units share their edges to the last digit. The whole topology, unsimplified, is
 * left in `.cache/geo/units.topojson` (object `units`; properties unit, province, country, name).
 */
import type { Geometry } from 'geojson';
import { innerMongolia } from './territories-inner-mongolia.ts';
import { manchuria } from './territories-manchuria.ts';
import { mongoliaAndSinkiang } from './territories-mongolia-sinkiang.ts';
import { portsAndRailway } from './territories-ports-railway.ts';
import { loadUnits, type Units } from './units.ts';

export { manchukuo, kwantungLeasedTerritory } from './territories-manchuria.ts';
export { mengjiangArea } from './territories-inner-mongolia.ts';

export type Layer =
  'mongolia' | 'inner-mongolia' | 'chinese-eastern-railway' | 'manchuria' | 'ports' | 'sinkiang';

/** Layers that have a file; territories of the layer `context` have nothing to draw and none. */
export const LAYERS: readonly Layer[] = [
  'mongolia',
  'inner-mongolia',
  'chinese-eastern-railway',
  'manchuria',
  'ports',
  'sinkiang',
];

export interface Territory {
  readonly id: string;
  readonly provision: string;
  readonly layer: Layer;
  /** Error to be expected of the outline; undefined where there is nothing to draw. */
  readonly precisionKm?: number;
  /** How it was made and how far it can be trusted, in one or two sentences for readers. */
  readonly made: string;
  /** Where a sign stands for it as long as it is too small to be seen: degrees east, degrees north. */
  readonly signAt?: readonly [number, number];
  /** Nothing to draw when it gives null. */
  readonly draw: (units: Units) => Geometry | null;
}

export interface DrawnTerritory extends Omit<Territory, 'draw'> {
  readonly geometry: Geometry | null;
}

export async function buildTerritories(): Promise<DrawnTerritory[]> {
  const units = await loadUnits();
  return [...mongoliaAndSinkiang, ...innerMongolia, ...portsAndRailway, ...manchuria].map(
    ({ draw, ...territory }) => ({ ...territory, geometry: draw(units) }),
  );
}
