import type { Day } from '../time/day';
import type { Uncertain } from '../time/span';
import type { LanguageMap } from './schema';
import type { Evidence, Holds, Kind, Viewpoint } from './vocabulary';

/**
 * What the record says of one provision, phase, territory and viewpoint: plain JSON, made for the day it was asked for.
 */
export interface TreatyRecord {
  /** Id of the provision. */
  readonly provision: string;
  /** Place of the phase among the provision's phases, from 0. */
  readonly phase: number;
  /** Id of the territory, or null for a phase without a shape. */
  readonly territory: string | null;
  /** Id of the layer. */
  readonly layer: string;
  /** Kind of status of the phase as a whole. */
  readonly kind: Kind;
  /** Status of the phase as a whole, in words. */
  readonly status: LanguageMap;
  /** Bounds as the record writes them, in EDTF: `from` inclusive, `until` exclusive, `..` for an open end. */
  readonly from: string;
  readonly until: string;
  readonly certainty: LanguageMap;
  readonly evidence: Evidence;
  /** Whether only weak copies were read. */
  readonly unconfirmed: boolean;
  /** Whose claim or law this is; null for a plain fact. */
  readonly viewpoint: Viewpoint | null;
  /** What this viewpoint held: the same as `kind` and `status` unless the parties differ. */
  readonly held: { readonly kind: Kind; readonly status: LanguageMap };
  /** In law, in fact, or both. */
  readonly holds: Holds;
  /** Which end may still, or may already, have turned over on the day asked for; null when the day is sure. */
  readonly uncertain: Uncertain | null;
  /** Ids of the sources. */
  readonly sources: readonly string[];
}

/** One record followed by another of the same provision and territory; of the same viewpoint where both phases name it. */
export interface Change {
  readonly was: TreatyRecord;
  readonly is: TreatyRecord;
}

/** What is different between two days. */
export interface Changes {
  readonly began: readonly TreatyRecord[];
  readonly ended: readonly TreatyRecord[];
  readonly changed: readonly Change[];
}

/** A state, occupation or line of the base map on a day. */
export interface BaseState {
  readonly id: string;
  readonly uncertain: Uncertain | null;
}

/**
 * All that holds from one change day until the next. Between two change days it is one and the same object, so that a
 * holder who has it already knows that nothing has to be done.
 */
export interface Moment extends Changes {
  /** The change day it dates from; null before the first. */
  readonly since: Day | null;
  /** The next change day; null after the last. */
  readonly next: Day | null;
  /** The records in force by their stated days. */
  readonly records: readonly TreatyRecord[];
  /** Records not in force by their stated days that may already, or may still, be so. */
  readonly possible: readonly TreatyRecord[];
  /** The base map: what is drawn, with what is possible included and marked uncertain. */
  readonly base: readonly BaseState[];
  /** Names of the day of the places whose name changes, by place id. */
  readonly names: ReadonlyMap<string, LanguageMap>;
}
