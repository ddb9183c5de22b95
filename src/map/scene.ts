import type { LonLat } from '../atlas/applied';
import type { Moment } from '../atlas/record';
import type { Viewpoint } from '../atlas/vocabulary';

/** All that the map shows, in one value: what holds, and how it is looked at. */
export interface MapScene {
  readonly moment: Moment;
  /** Ids of the layers shown. */
  readonly layers: ReadonlySet<string>;
  /** BCP 47 tag of the language of names. */
  readonly language: string;
  /** Ids of the chosen territories. */
  readonly chosen: ReadonlySet<string>;
  /** The place that is asked about, degrees east and north; null for none. */
  readonly place: LonLat | null;
  /** Through whose eyes: one party's, or `all`. */
  readonly viewpoint: Viewpoint;
  /** Id of the territory pointed out, or null. */
  readonly highlighted: string | null;
}
