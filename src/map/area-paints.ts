import type { Geometry, Position } from 'geojson';
import type { BaseItem } from '../atlas/schema';
import type { AreaPaint, AreaShape } from './areas';
import { mixed } from './color';
import type { MapData } from './map-data';
import type { EdgePaint } from './edges';
import { tintOf, type Palette } from './palette-data';
import { boxAround, holds, positionsOf, type Box } from './plane';
import type { BaseShape, DrawnTerritory } from './shapes';
import type { Signs, TerritorySign } from './signs';

/** Bands are in two breadths, one within the other; features are named after the territory and the place in this list. */
const BANDS = [1, 2] as const;
/** A pledge lies over land that others colour: its band must not dye theirs. */
const BAND = { assurance: 0.08, other: 0.13 } as const;
const NO_LINES = { lines: 0, pattern: 'hatch', shift: 0, spacing: 1 } as const;
/** The base map recedes: its hatching is twice as wide, and so lies on every second gap of a territory's. */
const BASE_SPACING = 2;
/** How many times as far apart as in hatching the lines of a zigzag are. */
const ZIGZAG_SPACING = 1.8;
/** Close up, a band of the breadth of a county hides more than it shows; those of the ports are drawn for that. */
const WIDE_BAND_KM = 5;
const WIDE_BAND_FADES = { 1: [4.8, 6.6], 2: [4, 5.4] } as const;

function fillOf({ group, texture, edge, strength }: TerritorySign, wash: number): Omit<AreaPaint, 'color'> {
  if (texture === 'tint') return { ...NO_LINES, tint: tintOf(group) * strength + wash };
  if (texture !== 'hatch' && texture !== 'zigzag') return { ...NO_LINES, tint: wash };
  // A zigzag is restless: wide apart and light it says the same. An advance reaches the area only by its end.
  if (texture === 'zigzag')
    return { tint: wash, lines: 0.34 * strength, pattern: texture, spacing: ZIGZAG_SPACING, shift: 0 };
  const lines = (edge === 'broken' && group === 'occupation' ? 0.4 : 0.55) * strength;
  return { tint: wash, lines, pattern: texture, spacing: 1, shift: group === 'occupation' ? 0 : 0.5 };
}

/** The areas of territories, the largest first, each followed by its bands. */
export function areaShapes(
  territories: readonly DrawnTerritory[],
  bands: MapData['bands']['features'],
): Map<string, AreaShape> {
  const byId = new Map(bands.map((feature) => [String(feature.id), feature]));
  return new Map(
    territories.flatMap(({ properties: { id, role }, geometry }): [string, AreaShape][] => {
      if (role !== 'area') return [];
      const inner = BANDS.flatMap((place): [string, AreaShape][] => {
        const band = byId.get(`${id}-${place}`);
        if (!band?.geometry) return [];
        const wide = Number(band.properties?.['width_km']) > WIDE_BAND_KM;
        return [
          [`${id}-${place}`, { geometry: band.geometry, ...(wide && { fade: WIDE_BAND_FADES[place] }) }],
        ];
      });
      return [[id, { geometry }], ...inner];
    }),
  );
}

/** The edges of the areas of territories, by id. */
export function edgeShapes(territories: readonly DrawnTerritory[]): Map<string, Geometry> {
  return new Map(
    territories.flatMap(({ properties: { id, role }, geometry }) =>
      role === 'area' ? [[id, geometry] as const] : [],
    ),
  );
}

/** States under occupation, which are hatched. */
export function occupiedShapes(
  features: MapData['states']['features'],
  shapes: ReadonlyMap<string, BaseShape>,
  items: ReadonlyMap<string, BaseItem>,
): Map<string, AreaShape> {
  return new Map(
    features.flatMap(({ properties, geometry }): [string, AreaShape][] => {
      const id = String(properties?.['id']);
      const occupied = items.get(shapes.get(id)?.item ?? '')?.holds === 'occupied';
      return occupied && geometry?.type.endsWith('Polygon') ? [[id, { geometry }]] : [];
    }),
  );
}

/** Points to a side of the grid by which it is judged how much of a shape another covers. */
const GRID = 9;

/**
 * Which areas of territories lie over at least half of each shape, by its key: where one of them is filled, the quiet
 * hatching of the base map beneath would only blur it.
 */
export function covering(
  shapes: ReadonlyMap<string, AreaShape>,
  territories: readonly DrawnTerritory[],
): ReadonlyMap<string, readonly string[]> {
  const areas = territories.filter(({ properties }) => properties.role === 'area');
  const boxes = areas.map(({ geometry }) => boxOf(geometry));
  return new Map(
    [...shapes].map(([key, { geometry }]) => {
      const points = pointsIn(geometry);
      const over = areas.filter(({ geometry: area }, index) => {
        const box = boxes[index];
        const covered = points.filter(
          ([lon = 0, lat = 0]) =>
            box &&
            lon > box.left &&
            lon < box.right &&
            lat > box.top &&
            lat < box.bottom &&
            holds(area, [lon, lat]),
        );
        return covered.length > 0 && covered.length >= points.length / 2;
      });
      return [key, over.map(({ properties }) => properties.id)];
    }),
  );
}

const boxOf = (geometry: Geometry): Box | null => boxAround([...positionsOf(geometry)] as [number, number][]);

/** Points in rows and columns over an area, those that it holds. */
function pointsIn(geometry: Geometry): Position[] {
  const box = boxOf(geometry);
  if (!box) return [];
  const steps = Array.from({ length: GRID }, (_, index) => (index + 0.5) / GRID);
  return steps
    .flatMap((x) =>
      steps.map((y): Position => [
        box.left + x * (box.right - box.left),
        box.top + y * (box.bottom - box.top),
      ]),
    )
    .filter((at) => holds(geometry, at));
}

/** Whether an area of a sign is filled. */
export function isFilled(sign: TerritorySign | undefined): boolean {
  return sign !== undefined && ['tint', 'hatch', 'zigzag'].includes(sign.texture);
}

/**
 * How the areas of a day are filled: tint or hatching, and the bands along the inside of their edge.
 * @param shapes those that can be filled
 */
export function areaPaints(
  { territories }: Pick<Signs, 'territories'>,
  { kinds }: Palette,
  highlighted: string | null,
  shapes: { has(key: string): boolean },
): Map<string, AreaPaint> {
  const paints = new Map<string, AreaPaint>();
  const known = new Map<TerritorySign, { readonly fill: AreaPaint; readonly band: AreaPaint }>();
  for (const [id, sign] of territories) {
    if (!shapes.has(id)) continue;
    const color = kinds[sign.group];
    let look = known.get(sign);
    if (!look) {
      const tint = BAND[sign.group === 'assurance' ? 'assurance' : 'other'] * sign.strength;
      look = { fill: { color, ...fillOf(sign, 0) }, band: { ...NO_LINES, color, tint } };
      known.set(sign, look);
    }
    paints.set(id, id === highlighted ? { color, ...fillOf(sign, 0.1) } : look.fill);
    if (sign.texture === 'unknown') continue;
    for (const place of BANDS) {
      const key = `${id}-${place}`;
      if (shapes.has(key)) paints.set(key, look.band);
    }
  }
  return paints;
}

/** Widths of an edge, CSS pixels. */
const WIDTHS = {
  known: { plain: 1.2, highlighted: 2, chosen: 2.8 },
  approximate: { plain: 1.2, highlighted: 2, chosen: 2.8 },
  unknown: { plain: 1.5, highlighted: 2.4, chosen: 2.8 },
} as const;

/**
 * How the edges of a day are drawn: whole where the line is known, dashed and soft where it is approximate, dash and dot
 * where the parties differ or the status is disputed, dotted where what a party held is not known.
 * @param edges those that can be drawn
 * @param approximate ids of the areas whose line is only roughly known
 */
export function edgePaints(
  { territories }: Signs,
  { kinds }: Palette,
  edges: { has(key: string): boolean },
  approximate: ReadonlySet<string>,
  highlighted: string | null,
  chosen: ReadonlySet<string>,
): Map<string, EdgePaint> {
  const paints = new Map<string, EdgePaint>();
  const known = new Map<TerritorySign, Map<boolean, EdgePaint>>();
  for (const [id, sign] of territories) {
    if (!edges.has(id)) continue;
    const rough = approximate.has(id);
    const look = chosen.has(id) ? 'chosen' : id === highlighted ? 'highlighted' : 'plain';
    const alike = known.get(sign) ?? new Map<boolean, EdgePaint>();
    known.set(sign, alike);
    const paint = (look === 'plain' && alike.get(rough)) || edgePaint(sign, kinds[sign.group], rough, look);
    if (look === 'plain') alike.set(rough, paint);
    paints.set(id, paint);
  }
  return paints;
}

function edgePaint(
  { edge, texture, strength }: TerritorySign,
  color: string,
  approximate: boolean,
  look: keyof (typeof WIDTHS)['known'],
): EdgePaint {
  const unknown = texture === 'unknown';
  const rough = !unknown && edge === 'line' && approximate;
  return {
    color,
    width: WIDTHS[unknown ? 'unknown' : rough ? 'approximate' : 'known'][look],
    blur: rough ? 0.35 : 0,
    opacity: (unknown ? 0.8 : rough ? 0.9 : 0.95) * strength,
    dashes: unknown ? 'dotted' : edge === 'broken' ? 'broken' : rough ? 'dashed' : 'whole',
  };
}

/** The quiet hatching of an occupied state, beside which that of a territory can lie. */
export function occupiedPaint(
  { power }: BaseItem,
  strength: number,
  { powers, border, land }: Palette,
): AreaPaint {
  const color = mixed(border, power ? powers[power] : land, 0.5);
  return { color, tint: 0, lines: 0.24 * strength, pattern: 'hatch', shift: 0.25, spacing: BASE_SPACING };
}
