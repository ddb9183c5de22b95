import type { Atlas } from '../atlas/atlas';
import { partiesDiffer, phaseOf, seenBy, type Seen } from '../atlas/eyes';
import type { Moment, TreatyRecord } from '../atlas/record';
import type { Phase } from '../atlas/schema';
import type { Viewpoint } from '../atlas/vocabulary';
import type { Uncertain } from '../time/span';
import { kindGroup, type Group } from './palette-data';
import type { MapScene } from './scene';

/**
 * What is drawn on a day, without a map: a pure function of the moment, the layers shown and the viewpoint, so that map,
 * legend and tests read the same signs. Two channels, never mixed: `group` is the hue and says what kind of status holds,
 * `texture` says how it holds.
 *
 * With the viewpoint `all` a phase is drawn as it stands, its edge broken where the parties differ. Through one party's
 * eyes it is drawn as what that party held (`seenBy`). The record gives a party's view a kind and no more, so its texture
 * follows one rule (`howHeld` there): it agrees with the kind of the phase: as the phase holds; it recognises: in law and in
 * fact; it claims, pledges or denies, or holds a territory to be what the phase disputes: in law only, an outline. For the
 * party there is nothing to dispute then, so the edge is whole unless its own view is that the matter is contested. What
 * a party held to be over is not drawn; what the record does not know has a sign of its own and no hue.
 */

/**
 * `tint` in law and in fact · `hatch` in fact only · `outline` claimed or in law only: line and inner band, no fill ·
 * `zigzag` disputed and held in fact: hatching that turns back on itself · `unknown` what the party held is not known: a
 * faint dotted line alone · `none` over.
 */
export type Texture = 'tint' | 'hatch' | 'zigzag' | 'outline' | 'unknown' | 'none';

/** The sign of a territory. */
export interface TerritorySign {
  readonly group: Group;
  readonly texture: Texture;
  /**
   * `broken` where the parties differ or the status itself is disputed, or the area is only reached by the end of an
   * advance; `dotted` where the view asked for is not known.
   */
  readonly edge: 'line' | 'broken' | 'dotted';
  /** 1, or the one partial opacity between the earliest and latest day of an uncertain bound. */
  readonly strength: number;
}

/** The signs of a moment. */
export interface Signs {
  readonly moment: Moment;
  /** Ids of the layers shown. */
  readonly layers: ReadonlySet<string>;
  /** By territory id; a territory that is not here is not drawn. */
  readonly territories: ReadonlyMap<string, TerritorySign>;
  /**
   * The phase whose sign a territory has, by territory id: what it says may be written on the map. Through one party's eyes
   * a phase of several views is missing, since its words are not those of the party.
   */
  readonly phases: ReadonlyMap<string, Phase>;
  /** Ids of the places that an army has left while it stands elsewhere still: evacuated cities of a withdrawal. */
  readonly left: ReadonlySet<string>;
  /** Strength of the states, occupations and lines of the base map, by item id; what is not here is not drawn. */
  readonly base: ReadonlyMap<string, number>;
  /** Which of a place's dated names is the name of the day, by place id: its index in the record. */
  readonly names: ReadonlyMap<string, number>;
}

/** How much of a sign is left where the record cannot say whether it already or still holds. */
export const PARTIAL = 0.45;

type Asked = Pick<MapScene, 'moment' | 'layers'> & Partial<Pick<MapScene, 'viewpoint'>>;

const kept = new WeakMap<Moment, { layers: ReadonlySet<string>; viewpoint: Viewpoint; signs: Signs }[]>();

/**
 * The signs of a scene: the same object for the same moment, layers and viewpoint, so that nothing has to be compared.
 * Without a viewpoint that of all.
 */
export function signsOf({ moment, layers, viewpoint = 'all' }: Asked, atlas: Atlas): Signs {
  const entries = kept.get(moment) ?? [];
  kept.set(moment, entries);
  const found = entries.find((entry) => entry.viewpoint === viewpoint && sameSet(entry.layers, layers));
  if (found) return found.signs;
  const signs: Signs = {
    moment,
    layers: new Set(layers),
    ...territorySigns({ moment, layers, viewpoint }, atlas),
    left: placesLeft({ moment, layers }, atlas),
    base: new Map(moment.base.map(({ id, uncertain }) => [id, uncertain ? PARTIAL : 1])),
    names: nameIndices(moment, atlas),
  };
  entries.push({ layers: signs.layers, viewpoint, signs });
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

/** A phase that speaks of a territory, with its sign as if it were sure. */
interface Speaking {
  readonly provision: string;
  readonly phase: number;
  readonly sign: TerritorySign;
  readonly uncertain: Uncertain | null;
  /** Whether it is in force by its stated days, or may be. */
  readonly held: boolean;
}

function territorySigns(
  { moment, layers, viewpoint }: Required<Asked>,
  atlas: Atlas,
): Pick<Signs, 'territories' | 'phases'> {
  const speaking = new Map<string, Speaking | Speaking[]>();
  for (const records of [moment.records, moment.possible]) {
    for (const record of records) {
      const { territory, layer, provision, phase, uncertain } = record;
      if (territory === null || !layers.has(layer)) continue;
      const known = speaking.get(territory);
      // One for all the parties of a phase.
      const isSame = (other: Speaking): boolean => other.phase === phase && other.provision === provision;
      if (known && (Array.isArray(known) ? known.some(isSame) : isSame(known))) continue;
      const sign = signThrough(viewpoint, record, moment, atlas);
      const one: Speaking = { provision, phase, uncertain, sign, held: records === moment.records };
      // Most territories have one phase to speak of, and an atlas may have thousands of them.
      speaking.set(territory, known === undefined ? one : [known, one].flat());
    }
  }
  const signs = new Map<string, TerritorySign>();
  const told = new Map<string, Phase>();
  for (const [territory, known] of speaking) {
    const phases = [known].flat();
    const first = foremost(phases);
    const sign = signOfTerritory(first, phases);
    if (sign.texture === 'none') continue;
    signs.set(territory, sign);
    const phase = phaseOf(atlas, first);
    const seen = seenBy(viewpoint, phase, moment.since);
    if (seen.known && seen.by === null) told.set(territory, phase);
  }
  return { territories: signs, phases: told };
}

/** What was occupied in a series of places, one ended after the other, while any of them lasts. */
function placesLeft({ moment, layers }: Pick<Asked, 'moment' | 'layers'>, atlas: Atlas): Set<string> {
  const held = [...moment.records, ...moment.possible];
  const lasting = new Set(moment.records.map(({ provision }) => provision));
  const since = moment.since ?? -Infinity;
  return new Set(
    atlas.provisions
      .filter(({ item: { id, layer, parallel } }) => parallel && layers.has(layer) && lasting.has(id))
      .flatMap(({ item: { id, phases }, spans }) =>
        phases.flatMap(({ kind, territories }, index) => {
          const until = spans[index]?.until;
          return kind === 'occupation' && until && until.stated <= since
            ? territories.filter(
                (place) => !held.some(({ provision, territory }) => provision === id && territory === place),
              )
            : [];
        }),
      )
      .filter((place) => atlas.territories.get(place)?.kind === 'point'),
  );
}

/** The sign of each record that is sure, as it stands: the record is one object on all its days. */
const asTheyStand = new WeakMap<TreatyRecord, TerritorySign>();

function signThrough(
  viewpoint: Viewpoint,
  record: TreatyRecord,
  { since }: Moment,
  atlas: Atlas,
): TerritorySign {
  const known = viewpoint === 'all' ? asTheyStand.get(record) : undefined;
  if (known) return known;
  const phase = phaseOf(atlas, record);
  const sign = signOfSeen(seenBy(viewpoint, phase, since), viewpoint === 'all' && partiesDiffer(phase));
  if (viewpoint === 'all') asTheyStand.set(record, sign);
  return sign;
}

/**
 * One phase where more than one speaks: what is in force before what may be, what is sure before what is not, what lasts
 * before what has ended.
 */
function foremost(phases: readonly Speaking[]): Speaking {
  if (phases.length === 1) return phases[0] as Speaking;
  const ranked = phases.filter(({ held }) => held).sort((a, b) => rank(a) - rank(b) || lastFirst(a, b));
  return (ranked[0] ?? phases[0]) as Speaking;
}

/**
 * The sign of the foremost phase. Two phases that follow each other with the same sign leave no doubt about the sign,
 * only about which of the two it is, so it is drawn whole.
 */
function signOfTerritory(first: Speaking, phases: readonly Speaking[]): TerritorySign {
  const { sign } = first;
  if (first.held && first.uncertain === null) return sign;
  const other = first.uncertain === 'end' ? 'beginning' : 'end';
  const bridged =
    first.held &&
    phases.some((phase) => phase !== first && phase.uncertain === other && looksLike(phase.sign, sign));
  return bridged ? sign : { ...sign, strength: PARTIAL };
}

/** In a stretch of days a territory may go through phases that are all sure: the last has the word. */
function lastFirst(a: Speaking, b: Speaking): number {
  if (a.uncertain !== null || b.uncertain !== null || a.provision !== b.provision) return 0;
  return b.phase - a.phase;
}

function rank({ sign, uncertain }: Speaking): number {
  return (sign.texture === 'none' ? 2 : 0) + (uncertain === null ? 0 : 1);
}

/** What the record does not know: no hue, no fill, no band. */
const UNKNOWN: TerritorySign = { group: 'unknown', texture: 'unknown', edge: 'dotted', strength: 1 };

/** The sign of a phase as it is seen, as if it were sure. */
export function signOfSeen(seen: Seen, differs = false): TerritorySign {
  if (!seen.known) return UNKNOWN;
  return signOf(seen, differs);
}

const signs = new Map<string, TerritorySign>();

/** The sign of a status, as if it were sure; its edge broken where the parties differ. One object for signs that are alike. */
export function signOf(
  { kind, holds }: Pick<TreatyRecord, 'kind' | 'holds'>,
  differs = false,
): TerritorySign {
  const key = `${kind} ${holds} ${differs}`;
  const known = signs.get(key);
  if (known) return known;
  const group = kindGroup(kind);
  const sign: TerritorySign = {
    group,
    texture: textureOf(kind, group, holds),
    edge: differs || kind === 'contested' || kind === 'campaign' ? 'broken' : 'line',
    strength: 1,
  };
  signs.set(key, sign);
  return sign;
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
