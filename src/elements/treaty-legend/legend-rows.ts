import type { Shapes } from '../../atlas/applied';
import { phaseOf, seenBy } from '../../atlas/eyes';
import { signPlaceOf } from '../../atlas/load';
import type { TreatyRecord } from '../../atlas/record';
import type { LanguageMap } from '../../atlas/schema';
import type { Holds, Kind } from '../../atlas/vocabulary';
import type { MessageKey } from '../../language/en';
import { kindGroup, type Group } from '../../map/palette-data';
import { PARTIAL, signsOf, type TerritorySign } from '../../map/signs';
import { shapeOf, type Shape, type Swatch } from '../swatch';
import type { TreatyView } from '../view';

/** A hue in use on the day, with the kinds it stands for there and the signs it is drawn with. */
export interface LegendRow {
  readonly group: Group;
  /** None for what is not known. */
  readonly kinds: readonly Kind[];
  readonly swatches: readonly Swatch[];
}

const SHAPES: readonly Shape[] = ['polygon', 'line', 'frontier', 'point', 'harbour', 'seat'];
const TEXTURE_ORDER: readonly TerritorySign['texture'][] = ['tint', 'hatch', 'zigzag', 'outline', 'unknown'];

function orderOf({ shape, texture, edge }: Swatch): number {
  return SHAPES.indexOf(shape) * 100 + TEXTURE_ORDER.indexOf(texture) * 10 + (edge === 'broken' ? 1 : 0);
}

/** The records of the layers shown in the order of the list: what holds, layer by layer, then what may hold as well. */
function inListOrder({ atlas, moment, layers }: TreatyView): TreatyRecord[] {
  const order = atlas.manifest.layers.map(({ id }) => id).filter((id) => layers.has(id));
  return [moment.records, moment.possible].flatMap((records) =>
    order.flatMap((id) => records.filter(({ layer }) => layer === id)),
  );
}

function sortedSwatches(swatches: Iterable<Swatch>): Swatch[] {
  return [...new Map([...swatches].map((swatch) => [orderOf(swatch), swatch])).values()].sort(
    (a, b) => orderOf(a) - orderOf(b),
  );
}

const rings = new WeakMap<Shapes, ReadonlySet<string | null>>();

/** The areas that have a ring on the map as well, by id; none until there are shapes. */
function ringsIn(shapes: Shapes | null): ReadonlySet<string | null> {
  if (!shapes) return new Set();
  const known = rings.get(shapes);
  if (known) return known;
  const features = [...shapes.values()].flatMap((layer) => layer.features);
  const found = new Set(features.filter(signPlaceOf).map(({ properties }) => properties.id));
  rings.set(shapes, found);
  return found;
}

/**
 * The signs that the map draws on the day in the layers shown, by hue, in the order of the list. They are the map's own, so
 * that legend and map cannot disagree.
 */
export function legendRows(view: TreatyView): LegendRow[] {
  const { atlas, moment, viewpoint } = view;
  const { territories } = signsOf(view, atlas);
  const ringed = ringsIn(view.shapes);
  // A day may have thousands of territories, and a few signs.
  const rows = new Map<Group, { readonly kinds: Set<Kind>; readonly swatches: Map<number, Swatch> }>();
  for (const record of inListOrder(view)) {
    const id = record.territory;
    const sign = id === null ? undefined : territories.get(id);
    const shape = shapeOf(atlas.territories.get(id ?? '')?.kind, record.layer);
    if (!sign || shape === 'none') continue;
    const row = rows.get(sign.group) ?? { kinds: new Set(), swatches: new Map() };
    rows.set(sign.group, row);
    const swatch: Swatch = { ...sign, shape, strength: 1 };
    for (const one of ringed.has(record.territory)
      ? [swatch, { ...swatch, shape: 'point' } as const]
      : [swatch])
      row.swatches.set(orderOf(one), one);
    const seen = seenBy(viewpoint, phaseOf(atlas, record), moment.since);
    if (seen.known && kindGroup(seen.kind) === sign.group) row.kinds.add(seen.kind);
  }
  return [...rows].map(([group, { kinds, swatches }]) => ({
    group,
    kinds: [...kinds],
    swatches: sortedSwatches(swatches.values()),
  }));
}

/** The rows of two days at once: a sign of either is in use. */
export function joinedRows(one: readonly LegendRow[], other: readonly LegendRow[]): LegendRow[] {
  const groups = new Set([...one, ...other].map(({ group }) => group));
  return [...groups].map((group) => {
    const rows = [...one, ...other].filter((row) => row.group === group);
    return {
      group,
      kinds: [...new Set(rows.flatMap(({ kinds }) => kinds))],
      swatches: sortedSwatches(rows.flatMap(({ swatches }) => swatches)),
    };
  });
}

/** What the base map hatches in grey on one of the days: land under occupation, by its titles. */
export function occupiedLand(views: readonly Pick<TreatyView, 'atlas' | 'moment'>[]): LanguageMap[] {
  const titles = views.flatMap(({ atlas, moment }) => {
    const drawn = new Set(moment.base.map(({ id }) => id));
    return atlas.base
      .filter(({ item }) => item.holds === 'occupied' && item.kind === 'polygon' && drawn.has(item.id))
      .map(({ item }) => item.title);
  });
  return [...new Set(titles)];
}

/**
 * The signs of garrisons that are on the map on one of the days, and of cities that one has left, with what to say of them;
 * null for neither. Beside both stands the day on which it leaves.
 */
export function garrisonSigns(
  views: readonly Pick<TreatyView, 'atlas' | 'moment' | 'layers' | 'viewpoint'>[],
): { readonly swatches: readonly Swatch[]; readonly key: MessageKey } | null {
  const signs = views.map((view) => ({ ...signsOf(view, view.atlas), atlas: view.atlas }));
  const gone = signs.some(({ left }) => left.size > 0);
  const there = signs.some(({ territories, atlas, left }) =>
    [...territories].some(
      ([id, { group }]) =>
        group === 'occupation' && atlas.territories.get(id)?.kind === 'point' && !left.has(id),
    ),
  );
  if (there) {
    return gone
      ? { swatches: [GARRISON, LEFT], key: 'legend.garrison-both' }
      : { swatches: [GARRISON], key: 'legend.garrison' };
  }
  return gone ? { swatches: [LEFT], key: 'legend.garrison-left' } : null;
}

/** Whether a government has a seat on the base map on the day. */
export function hasSeat({ atlas, moment }: Pick<TreatyView, 'atlas' | 'moment'>): boolean {
  const drawn = new Set(moment.base.map(({ id }) => id));
  return atlas.base.some(({ item }) => item.seat !== undefined && drawn.has(item.id));
}

const PLAIN: Swatch = { group: 'province', texture: 'tint', edge: 'line', strength: 1, shape: 'polygon' };

/** The hatching of the base map. */
export const OCCUPIED: Swatch = { ...PLAIN, texture: 'hatch' };

const GARRISON: Swatch = { ...PLAIN, group: 'occupation', shape: 'point' };

/** A place that a garrison has left. */
const LEFT: Swatch = { ...GARRISON, shape: 'left' };

/** A seat of government of the base map. */
export const SEAT: Swatch = { ...PLAIN, shape: 'seat' };

/** The textures, without a hue: how something holds, and how sure its line and its dates are. */
export const TEXTURES: readonly {
  readonly label: { readonly holds: Holds } | { readonly key: MessageKey };
  readonly swatch: Swatch;
}[] = [
  { label: { holds: 'law-and-fact' }, swatch: PLAIN },
  { label: { holds: 'fact' }, swatch: { ...PLAIN, texture: 'hatch' } },
  { label: { holds: 'law' }, swatch: { ...PLAIN, texture: 'outline' } },
  { label: { key: 'legend.disputed' }, swatch: { ...PLAIN, texture: 'zigzag', edge: 'broken' } },
  { label: { key: 'legend.differ' }, swatch: { ...PLAIN, edge: 'broken' } },
  { label: { key: 'legend.dashed' }, swatch: { ...PLAIN, approximate: true } },
  { label: { key: 'legend.undelimited' }, swatch: { ...PLAIN, shape: 'frontier' } },
  { label: { key: 'legend.unknown' }, swatch: { ...PLAIN, texture: 'unknown', edge: 'dotted' } },
  { label: { key: 'legend.pale' }, swatch: { ...PLAIN, strength: PARTIAL } },
];
