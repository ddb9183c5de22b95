import { TreatyClaims } from '../treaty-claims/treaty-claims';
import { TreatyDateSlider } from '../treaty-date-slider/treaty-date-slider';
import { TreatyDays } from '../treaty-days/treaty-days';
import { TreatyGlance } from '../treaty-glance/treaty-glance';
import { TreatyInstruments } from '../treaty-instruments/treaty-instruments';
import { TreatyLegend } from '../treaty-legend/treaty-legend';
import { TreatyPanel } from '../treaty-panel/treaty-panel';
import { TreatyPlace } from '../treaty-place/treaty-place';
import { TreatyRecordList } from '../treaty-record/treaty-record';
import { TreatySources } from '../treaty-sources/treaty-sources';
import { TreatyTimeline } from '../treaty-timeline/treaty-timeline';
import type { CONTROL_TAGS } from './control-tags';

const CONTROLS: Readonly<Record<(typeof CONTROL_TAGS)[number], CustomElementConstructor>> = {
  'treaty-claims': TreatyClaims,
  'treaty-date-slider': TreatyDateSlider,
  'treaty-days': TreatyDays,
  'treaty-glance': TreatyGlance,
  'treaty-instruments': TreatyInstruments,
  'treaty-legend': TreatyLegend,
  'treaty-panel': TreatyPanel,
  'treaty-place': TreatyPlace,
  'treaty-record': TreatyRecordList,
  'treaty-sources': TreatySources,
  'treaty-timeline': TreatyTimeline,
};

/** Defines the tags of the controls. A tag that is defined already, by a second copy of this code, is left alone. */
export function defineControls(): void {
  for (const [tag, element] of Object.entries(CONTROLS)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
