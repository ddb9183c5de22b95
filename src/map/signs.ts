import type { Atlas } from '../atlas/atlas';
import type { Moment, TreatyRecord } from '../atlas/record';
import { kindGroup, type Group } from './palette-data';
import type { MapScene } from './scene';

/**
 * What is drawn on a day, without a map: a pure function of the moment and the layers shown, so that map, legend and
 * tests read the same signs. Two channels, never mixed: `group` is the hue and says what kind of status holds, `texture`
 * says how it holds.
 */

/**
 * `tint` in law and in fact · `hatch` in fact only · `outline` claimed or in law only: line and inner band, no fill ·
 * `zigzag` disputed and held in fact: hatching that turns back on itself · `none` over.
 */
export type Texture = 'tint' | 'hatch' | 'zigzag' | 'outline' | 'none';

/** The sign of a territory. */
export interface TerritorySign {
  readonly group: Group;
  readonly texture: Texture;
  /** `broken` where the parties dispute the status itself, or the area is only reached by the end of an advance. */
  readonly edge: 'line' | 'broken';
  /** 1, or the one partial opacity between the earliest and latest day of an uncertain bound. */
  readonly strength: number;
}

/** The signs of a moment. */
export interface Signs {
  readonly moment: Moment;
  /** By territory id; a territory that is not here is not drawn. */
  readonly territories: ReadonlyMap<string, TerritorySign>;
  /** Strength of the states, occupations and lines of the base map, by item id; what is not here is not drawn. */
  readonly base: ReadonlyMap<string, number>;
  /** Which of a place's dated names is the name of the day, by place id: its index in the record. */
  readonly names: ReadonlyMap<string, number>;
}

/** How much of a sign is left where the record cannot say whether it already or still holds. */
export const PARTIAL = 0.45;

const kept = new WeakMap<Moment, { layers: ReadonlySet<string>; signs: Signs }[]>();

/** The signs of a scene: the same object for the same moment and the same layers, so that nothing has to be compared. */
export function signsOf({ moment, layers }: Pick<MapScene, 'moment' | 'layers'>, atlas: Atlas): Signs {
  const entries = kept.get(moment) ?? [];
  kept.set(moment, entries);
  const found = entries.find((entry) => sameSet(entry.layers, layers));
  if (found) return found.signs;
  const signs: Signs = {
    moment,
    territories: territorySigns(moment, layers),
    base: new Map(moment.base.map(({ id, uncertain }) => [id, uncertain ? PARTIAL : 1])),
    names: nameIndices(moment, atlas),
  };
  entries.push({ layers: new Set(layers), signs });
  return signs;
}

/** What is different: the keys whose value is another in `next` than in `last`, those gone included. */
export function differing<T>(
  last: ReadonlyMap<string, T> | null,
  next: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean = Object.is,
): string[] {
  if (last === next) return [];
  const keys = new Set([...(last?.keys() ?? []), ...next.keys()]);
  return [...keys].filter((key) => {
    const [a, b] = [last?.get(key), next.get(key)];
    return a === undefined || b === undefined ? a !== b : !same(a, b);
  });
}

/** Whether two signs look alike, however strong they are. */
function looksLike(a: TerritorySign, b: TerritorySign): boolean {
  return a.group === b.group && a.texture === b.texture && a.edge === b.edge;
}

function territorySigns(moment: Moment, layers: ReadonlySet<string>): Map<string, TerritorySign> {
  const byTerritory = new Map<string, { held: TreatyRecord[]; possible: TreatyRecord[] }>();
  const at = (territory: string) => {
    const known = byTerritory.get(territory) ?? { held: [], possible: [] };
    byTerritory.set(territory, known);
    return known;
  };
  for (const record of moment.records) {
    if (record.territory !== null && layers.has(record.layer)) at(record.territory).held.push(record);
  }
  for (const record of moment.possible) {
    if (record.territory !== null && layers.has(record.layer)) at(record.territory).possible.push(record);
  }
  const signs = new Map<string, TerritorySign>();
  for (const [territory, { held, possible }] of byTerritory) {
    const sign = signOfTerritory(held, possible);
    if (sign.texture !== 'none') signs.set(territory, sign);
  }
  return signs;
}

/**
 * One sign where more than one record speaks: what is in force before what may be, what is sure before what is not, what
 * lasts before what has ended. Two phases that follow each other with the same sign leave no doubt about the sign, only
 * about which of the two it is, so it is drawn whole.
 */
function signOfTerritory(held: readonly TreatyRecord[], possible: readonly TreatyRecord[]): TerritorySign {
  const ranked = [...held].sort((a, b) => rank(a) - rank(b));
  const first = (ranked[0] ?? possible[0]) as TreatyRecord;
  const sign = signOf(first);
  if (ranked.length > 0 && first.uncertain === null) return sign;
  const other = first.uncertain === 'end' ? 'beginning' : 'end';
  const bridged =
    ranked.length > 0 &&
    [...held, ...possible].some(
      (record) =>
        record.phase !== first.phase && record.uncertain === other && looksLike(signOf(record), sign),
    );
  return bridged ? sign : { ...sign, strength: PARTIAL };
}

function rank({ kind, uncertain }: TreatyRecord): number {
  return (kind === 'ended' ? 2 : 0) + (uncertain === null ? 0 : 1);
}

/** The sign of one record, as if it were sure. */
export function signOf({ kind, holds }: Pick<TreatyRecord, 'kind' | 'holds'>): TerritorySign {
  const group = kindGroup(kind);
  return {
    group,
    texture: textureOf(kind, group, holds),
    edge: kind === 'contested' || kind === 'campaign' ? 'broken' : 'line',
    strength: 1,
  };
}

/**
 * A pledge or an agreed regime lies over land that someone holds: it takes no fill, whatever its standing in law, so that
 * no two full tints hide each other.
 */
function textureOf(kind: TreatyRecord['kind'], group: Group, holds: TreatyRecord['holds']): Texture {
  if (kind === 'ended') return 'none';
  if (group === 'assurance' || holds === 'law') return 'outline';
  if (kind === 'contested') return 'zigzag';
  return holds === 'fact' ? 'hatch' : 'tint';
}

function nameIndices(moment: Moment, atlas: Atlas): Map<string, number> {
  return new Map(
    atlas.places.flatMap(({ item, names }): [string, number][] => {
      const index = names.findIndex((name) => name.item === moment.names.get(item.id));
      return index < 0 ? [] : [[item.id, index]];
    }),
  );
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)));
}
