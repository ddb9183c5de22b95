import type { Holds, Kind } from '../../atlas/schema';
import type { MessageKey } from '../../language/en';
import { GROUPS, kindGroup } from '../../map/palette-data';
import { PARTIAL, signsOf, type TerritorySign } from '../../map/signs';
import type { Shape, Swatch } from '../swatch';
import type { TreatyView } from '../view';

/** A hue in use on the day, with the kinds it stands for there and the signs it is drawn with. */
export interface LegendRow {
  readonly kinds: readonly Kind[];
  readonly swatches: readonly Swatch[];
}

const SHAPES: readonly Shape[] = ['polygon', 'line', 'point'];
const TEXTURE_ORDER: readonly TerritorySign['texture'][] = ['tint', 'hatch', 'zigzag', 'outline'];

function orderOf({ shape, texture, edge }: Swatch): number {
  return SHAPES.indexOf(shape) * 100 + TEXTURE_ORDER.indexOf(texture) * 10 + (edge === 'broken' ? 1 : 0);
}

/**
 * The signs that the map draws on the day in the layers shown, by hue in the palette's order. They are the map's own, so
 * that legend and map cannot disagree.
 */
export function legendRows(view: TreatyView): LegendRow[] {
  const { atlas, moment, layers } = view;
  const { territories } = signsOf(view, atlas);
  const records = [...moment.records, ...moment.possible].filter(({ layer }) => layers.has(layer));
  return GROUPS.flatMap((group): LegendRow[] => {
    const swatches = new Map<string, Swatch>();
    const kinds = new Set<Kind>();
    for (const [id, sign] of territories) {
      const shape = atlas.territories.get(id)?.kind ?? 'none';
      if (sign.group !== group || shape === 'none') continue;
      const swatch: Swatch = { ...sign, shape, strength: 1 };
      swatches.set(String(orderOf(swatch)), swatch);
      for (const { territory, kind } of records)
        if (territory === id && kindGroup(kind) === group) kinds.add(kind);
    }
    if (swatches.size === 0) return [];
    return [{ kinds: [...kinds], swatches: [...swatches.values()].sort((a, b) => orderOf(a) - orderOf(b)) }];
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
  { label: { key: 'legend.dashed' }, swatch: { ...PLAIN, texture: 'outline', edge: 'broken' } },
  { label: { key: 'legend.pale' }, swatch: { ...PLAIN, strength: PARTIAL } },
];
