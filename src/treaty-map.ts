import {
  TreatyClaims,
  TreatyDateSlider,
  TreatyDays,
  TreatyInstruments,
  TreatyLegend,
  TreatyMap,
  TreatyPanel,
  TreatyPlace,
  TreatyRecordList,
  TreatySources,
  TreatyTimeline,
} from './index';

/**
 * Where the atlas lies: beside this script once it is built, in `geo` while it is served from the source. The address is
 * put together here, so that the build does not take it for a single file to move.
 */
const ATLAS_FOLDER = import.meta.env.DEV ? '../geo/treaty-1945' : './treaty-1945';
TreatyMap.atlas ??= new URL(`${ATLAS_FOLDER}/atlas.json`, import.meta.url);

/** The tags and their classes. A tag that a second copy of this script has defined already is left alone. */
const TAGS: readonly (readonly [string, CustomElementConstructor])[] = [
  ['treaty-claims', TreatyClaims],
  ['treaty-date-slider', TreatyDateSlider],
  ['treaty-days', TreatyDays],
  ['treaty-instruments', TreatyInstruments],
  ['treaty-legend', TreatyLegend],
  ['treaty-panel', TreatyPanel],
  ['treaty-place', TreatyPlace],
  ['treaty-record', TreatyRecordList],
  ['treaty-sources', TreatySources],
  ['treaty-timeline', TreatyTimeline],
  ['treaty-map', TreatyMap],
];

for (const [tag, element] of TAGS) if (!customElements.get(tag)) customElements.define(tag, element);
