import type { Atlas } from '../atlas/atlas';
import type { Moment } from '../atlas/record';
import type { Day } from '../time/day';

/**
 * All that the owner shows, in one value: each control is a function of it. A new object whenever anything in it changes;
 * `moment` stays the same object from one change day to the next.
 */
export interface TreatyView {
  readonly atlas: Atlas;
  readonly day: Day;
  readonly moment: Moment;
  /** Ids of the layers shown. */
  readonly layers: ReadonlySet<string>;
  /** BCP 47 tag of the language of texts. */
  readonly language: string;
  /** Id of the chosen territory, or null. */
  readonly selected: string | null;
  /** Id of the territory pointed out, or null. */
  readonly highlighted: string | null;
}
