import { TreatyClaims } from './treaty-claims/treaty-claims';
import { TreatyDays } from './treaty-days/treaty-days';
import { TreatyInstruments } from './treaty-instruments/treaty-instruments';
import type { PAGE_TAGS, Tags } from './treaty-map/control-tags';
import { TreatyPanel } from './treaty-panel/treaty-panel';
import { TreatyPlace } from './treaty-place/treaty-place';
import { TreatySources } from './treaty-sources/treaty-sources';
import { TreatyTimeline } from './treaty-timeline/treaty-timeline';

/*
 * What comes with the reader, and nobody needs to look at the map, the list and the slider: the pages beside the map, what
 * gives references, what opens in the slider. Imported at run time alone, by `fetch-later.ts`.
 */
export { CITE_FORMATS, citeView, pageAddress } from './citing/cite';
export { formsStyles } from './treaty-date-slider/forms.styles';
export { PlayOptions } from './treaty-date-slider/play-options';
export { TypedForm } from './treaty-date-slider/typed-form';

export const PAGES: Tags<(typeof PAGE_TAGS)[number]> = {
  'treaty-claims': TreatyClaims,
  'treaty-days': TreatyDays,
  'treaty-instruments': TreatyInstruments,
  'treaty-panel': TreatyPanel,
  'treaty-place': TreatyPlace,
  'treaty-sources': TreatySources,
  'treaty-timeline': TreatyTimeline,
};
