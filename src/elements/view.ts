import type { LonLat, Shapes } from '../atlas/applied';
import type { Atlas } from '../atlas/atlas';
import type { ReadFile } from '../atlas/load';
import type { Moment } from '../atlas/record';
import type { Viewpoint } from '../atlas/vocabulary';
import type { Day } from '../time/day';
import type { DayRange } from '../time/scale';
import type { Panel } from './panels';

/** Through whose eyes the record is shown: one party's, or all of them with their disagreement marked. */
export const EYES = ['all', 'roc', 'prc', 'ussr', 'mpr'] as const satisfies readonly Viewpoint[];
export type Eyes = (typeof EYES)[number];

/**
 * All that the owner shows, in one value: each control is a function of it. A new object whenever anything in it changes;
 * `moment` stays the same object from one change day to the next.
 */
export interface TreatyView {
  readonly atlas: Atlas;
  /** The days that can be shown: those of the atlas, or what the page leaves of them. */
  readonly range: DayRange;
  readonly day: Day;
  readonly moment: Moment;
  /** Where a day alone is not all that is shown: the other end of the stretch of days whose records are shown. */
  readonly spanFrom: Day | null;
  /** The day that the one shown is compared with; null for none. */
  readonly compare: Day | null;
  /** Ids of the layers shown. */
  readonly layers: ReadonlySet<string>;
  /** BCP 47 tag of the language of texts. */
  readonly language: string;
  /** Id of what is chosen: a territory, provision, instrument, event, claim or source; null for nothing. */
  readonly selected: string | null;
  /** Ids of the territories that the chosen thing is about. */
  readonly chosen: ReadonlySet<string>;
  /** The page open beside the map; null for the list of the day, with what is chosen above it. */
  readonly panel: Panel | null;
  /** The place that is asked about, degrees east and north; null for none. */
  readonly place: LonLat | null;
  readonly viewpoint: Eyes;
  /** The shapes by layer; null until they are loaded. */
  readonly shapes: Shapes | null;
  /** Reads what else the atlas names, where a control needs it; null until the shapes are loaded. */
  readonly read: ReadFile | null;
  /** Id of the territory pointed out, or null. */
  readonly highlighted: string | null;
}

/** The same of another day alone. */
export function onDay(view: TreatyView, day: Day): TreatyView {
  return { ...view, day, moment: view.atlas.at(day), spanFrom: null, compare: null };
}

/** The stretch of days shown, from the earlier to the later; null where a day alone is. */
export function stretchOf({ day, spanFrom }: Pick<TreatyView, 'day' | 'spanFrom'>): [Day, Day] | null {
  if (spanFrom === null) return null;
  return spanFrom < day ? [spanFrom, day] : [day, spanFrom];
}
