import type { Moment } from '../atlas/record';

/** All that the map shows, in one value: what holds, and how it is looked at. */
export interface MapScene {
  readonly moment: Moment;
  /** Ids of the layers shown. */
  readonly layers: ReadonlySet<string>;
  /** BCP 47 tag of the language of names. */
  readonly language: string;
  /** Id of the chosen territory, or null. */
  readonly selected: string | null;
  /** Id of the territory pointed out, or null. */
  readonly highlighted: string | null;
}
