import { TreatyClaims } from '../treaty-claims/treaty-claims';
import { TreatyDays } from '../treaty-days/treaty-days';
import { TreatyInstruments } from '../treaty-instruments/treaty-instruments';
import { TreatyPanel } from '../treaty-panel/treaty-panel';
import { TreatyPlace } from '../treaty-place/treaty-place';
import { TreatySources } from '../treaty-sources/treaty-sources';
import { TreatyTimeline } from '../treaty-timeline/treaty-timeline';
import type { PAGE_TAGS } from './control-tags';
import type { Tags } from './define-controls';

/*
 * The pages beside the map, and what gives references: a third of the code, which comes when a first page is about to be
 * opened. Imported at run time alone, by `define-controls.ts`.
 */
export { CITE_FORMATS, citeView, pageAddress } from '../citing/cite';

export const PAGES: Tags<(typeof PAGE_TAGS)[number]> = {
  'treaty-claims': TreatyClaims,
  'treaty-days': TreatyDays,
  'treaty-instruments': TreatyInstruments,
  'treaty-panel': TreatyPanel,
  'treaty-place': TreatyPlace,
  'treaty-sources': TreatySources,
  'treaty-timeline': TreatyTimeline,
};
