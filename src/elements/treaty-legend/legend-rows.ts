import { phaseOf, seenBy } from '../../atlas/eyes';
import type { Holds, Kind } from '../../atlas/schema';
import type { MessageKey } from '../../language/en';
import { GROUPS, kindGroup, type Group } from '../../map/palette-data';
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

const SHAPES: readonly Shape[] = ['polygon', 'line', 'frontier', 'point'];
const TEXTURE_ORDER: readonly TerritorySign['texture'][] = ['tint', 'hatch', 'zigzag', 'outline', 'unknown'];

function orderOf({ shape, texture, edge }: Swatch): number {
  return SHAPES.indexOf(shape) * 100 + TEXTURE_ORDER.indexOf(texture) * 10 + (edge === 'broken' ? 1 : 0);
}

/**
 * The signs that the map draws on the day in the layers shown, by hue in the palette's order. They are the map's own, so
 * that legend and map cannot disagree.
 */
export function legendRows(view: TreatyView): LegendRow[] {
  const { atlas, moment, layers, viewpoint } = view;
  const { territories } = signsOf(view, atlas);
  const records = [...moment.records, ...moment.possible].filter(({ layer }) => layers.has(layer));
  const layerOf = new Map(records.map(({ territory, layer }) => [territory, layer]));
  const rows = new Map<Group, { readonly kinds: Set<Kind>; readonly swatches: Map<number, Swatch> }>();
  const known = new Set<string>();
  for (const [id, sign] of territories) {
    const shape = shapeOf(atlas.territories.get(id)?.kind, layerOf.get(id) ?? '');
    // A day may have thousands of territories, and a few signs.
    const key = `${sign.group} ${sign.texture} ${sign.edge} ${shape}`;
    if (shape === 'none' || known.has(key)) continue;
    known.add(key);
    const row = rows.get(sign.group) ?? { kinds: new Set(), swatches: new Map() };
    rows.set(sign.group, row);
    const swatch: Swatch = { ...sign, shape, strength: 1 };
    row.swatches.set(orderOf(swatch), swatch);
  }
  for (const record of records) {
    const group = record.territory === null ? undefined : territories.get(record.territory)?.group;
    const row = group && rows.get(group);
    if (!row) continue;
    const seen = seenBy(viewpoint, phaseOf(atlas, record), moment.since);
    if (seen.known && kindGroup(seen.kind) === group) row.kinds.add(seen.kind);
  }
  return GROUPS.flatMap((group): LegendRow[] => {
    const row = rows.get(group);
    if (!row) return [];
    const swatches = [...row.swatches.values()].sort((a, b) => orderOf(a) - orderOf(b));
    return [{ group, kinds: [...row.kinds], swatches }];
  });
}

/** The rows of two days at once: a sign of either is in use. */
export function joinedRows(one: readonly LegendRow[], other: readonly LegendRow[]): LegendRow[] {
  return GROUPS.flatMap((group): LegendRow[] => {
    const rows = [...one, ...other].filter((row) => row.group === group);
    if (rows.length === 0) return [];
    const swatches = new Map(rows.flatMap((row) => row.swatches.map((swatch) => [orderOf(swatch), swatch])));
    return [
      {
        group,
        kinds: [...new Set(rows.flatMap(({ kinds }) => kinds))],
        swatches: [...swatches.values()].sort((a, b) => orderOf(a) - orderOf(b)),
      },
    ];
  });
}

const PLAIN: Swatch = { group: 'province', texture: 'tint', edge: 'line', strength: 1, shape: 'polygon' };

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
