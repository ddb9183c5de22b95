import type { Feature, FeatureCollection, Geometry, Point, Position } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import { signPlaceOf, type TerritoryCollection } from '../atlas/load';
import type { Moment } from '../atlas/record';
import type { BaseItem, Phase } from '../atlas/schema';
import type { Kind } from '../atlas/vocabulary';
import { parseDay } from '../time/day';
import { isGeometry } from './geometry';
import { boxAround, positionsOf, type Plane } from './plane';

/** What part a territory plays in the drawing, `ring` for the sign of a small area; it does not change with the day. */
export type Role =
  'area' | 'railway' | 'branch' | 'frontier' | 'doubt' | 'seat' | 'harbour' | 'garrison' | 'ring';

export interface DrawnProperties {
  readonly id: string;
  readonly layer: string;
  readonly role: Role;
  /** Whether the line itself is only roughly known: 25 km or more. */
  readonly approximate: boolean;
  /** Of an area, the place of its ring (`signPlaceOf`). */
  readonly signAt: Position | null;
}

export type DrawnTerritory = Feature<Geometry, DrawnProperties>;

const APPROXIMATE_KM = 25;

/**
 * All territories with a shape, the largest first, so that a small one lies on top; of two as large, a province first: what
 * another power holds in it lies on it.
 */
export function drawnTerritories(
  layers: ReadonlyMap<string, TerritoryCollection>,
  atlas: Atlas,
  plane: Plane,
): DrawnTerritory[] {
  const phasesOf = phasesByTerritory(atlas);
  const drawn = [...layers].flatMap(([layer, { features }]) =>
    features.flatMap((feature): DrawnTerritory[] => {
      const { geometry, properties } = feature;
      if (!isGeometry(geometry)) return [];
      const precision = Number(properties['precision_km'] ?? 0);
      const { id } = properties;
      const phases = phasesOf.get(id) ?? [];
      const kinds = phases.map(({ kind }) => kind);
      return [
        {
          type: 'Feature',
          properties: {
            id,
            layer,
            role: roleOf(id, layer, geometry, kinds),
            approximate: precision >= APPROXIMATE_KM,
            signAt: signPlaceOf(feature),
          },
          geometry,
        },
      ];
    }),
  );
  const sizes = new Map(drawn.map((feature) => [feature, extentOf(feature.geometry, plane)]));
  const isProvince = ({ properties: { id } }: DrawnTerritory): number =>
    Number(phasesOf.get(id)?.some(({ kind }) => kind === 'province'));
  return drawn.sort(
    (a, b) => (sizes.get(b) as number) - (sizes.get(a) as number) || isProvince(b) - isProvince(a),
  );
}

/** What MapLibre draws of the territories: lines, points, and the rings of small areas. */
export function linesAndPoints(territories: readonly DrawnTerritory[]): DrawnTerritory[] {
  return territories.flatMap((territory): DrawnTerritory[] => {
    const { role, signAt } = territory.properties;
    if (role !== 'area') return [territory];
    return signAt
      ? [
          {
            type: 'Feature',
            properties: { ...territory.properties, role: 'ring' },
            geometry: { type: 'Point', coordinates: signAt },
          },
        ]
      : [];
  });
}

/** The territories of a role that are points. */
export function pointsOf(territories: readonly DrawnTerritory[], role: Role): Point[] {
  return territories.flatMap(({ properties, geometry }) =>
    properties.role === role && geometry.type === 'Point' ? [geometry] : [],
  );
}

function extentOf(geometry: Geometry, plane: Plane): number {
  const box = boxAround([...positionsOf(geometry)].map((at) => plane.toWorld(at)));
  return box ? (box.right - box.left) * (box.bottom - box.top) : 0;
}

/** Every phase that the record gives each territory at one time or another. */
export function phasesByTerritory(atlas: Atlas): ReadonlyMap<string, readonly Phase[]> {
  const found = new Map<string, Phase[]>();
  for (const phase of atlas.provisions.flatMap(({ item }) => item.phases)) {
    for (const id of phase.territories) {
      const phases = found.get(id);
      if (phases) phases.push(phase);
      else found.set(id, [phase]);
    }
  }
  return found;
}

function roleOf(id: string, layer: string, geometry: Geometry, kinds: readonly Kind[]): Role {
  if (geometry.type.endsWith('Polygon')) return 'area';
  if (geometry.type.endsWith('LineString')) {
    if (layer !== 'chinese-eastern-railway') return id.endsWith('-sector') ? 'doubt' : 'frontier';
    return id.startsWith('branch-') ? 'branch' : 'railway';
  }
  if (kinds.includes('autonomous')) return 'seat';
  return kinds.includes('lease') || kinds.includes('free-port') ? 'harbour' : 'garrison';
}

/** A shape of the base map: whose days it follows, and from which day to which where its item changes its shape. */
export interface BaseShape {
  readonly id: string;
  readonly item: string;
  readonly from: string | null;
  readonly until: string | null;
}

type BaseProperties = Readonly<Record<string, unknown>> & { readonly id: string };

/** The shapes of a file of the base map by feature id; features that share an id are one shape in several parts. */
export function baseShapes(
  { features }: FeatureCollection<Geometry | null>,
  items: ReadonlyMap<string, BaseItem>,
): Map<string, BaseShape> {
  return new Map(
    features.map(({ properties }): [string, BaseShape] => {
      const { id, item, from, until } = properties as BaseProperties;
      // A shape that the record knows by its own name needs no days of its own.
      const own = items.has(id);
      const text = (value: unknown): string | null => (typeof value === 'string' && !own ? value : null);
      return [id, { id, item: own ? id : String(item ?? id), from: text(from), until: text(until) }];
    }),
  );
}

/** How strong a base shape is drawn: what the record says of its item, on the days of the shape; 1 for what has no day. */
export function strengthOf(
  shape: BaseShape,
  base: ReadonlyMap<string, number>,
  moment: Moment,
  items: ReadonlyMap<string, BaseItem>,
): number {
  if (!items.has(shape.item)) return 1;
  const since = moment.since ?? -Infinity;
  const [from, until] = [shape.from, shape.until].map((day) => (day === null ? null : parseDay(day)));
  if ((from && since < from) || (until && since >= until)) return 0;
  return base.get(shape.item) ?? 0;
}
