export { TreatyMap } from './elements/treaty-map/shell';
export { TreatyDays } from './elements/treaty-days/treaty-days';
export { TreatyDateSlider } from './elements/treaty-date-slider/treaty-date-slider';
export { TreatyTimeline } from './elements/treaty-timeline/treaty-timeline';
export { TreatyPlace } from './elements/treaty-place/treaty-place';
export { TreatyInstruments } from './elements/treaty-instruments/treaty-instruments';
export { TreatyClaims } from './elements/treaty-claims/treaty-claims';
export { TreatySources } from './elements/treaty-sources/treaty-sources';
export { TreatyLegend } from './elements/treaty-legend/treaty-legend';
export { TreatyGlance } from './elements/treaty-glance/treaty-glance';
export { TreatyPanel } from './elements/treaty-panel/treaty-panel';
export { TreatyRecordList } from './elements/treaty-record/treaty-record';
export {
  TreatyDateChangeEvent,
  TreatyDateRequestEvent,
  TreatyDaysRequestEvent,
  TreatyErrorEvent,
  TreatyHighlightRequestEvent,
  TreatyLayersRequestEvent,
  TreatyPanelRequestEvent,
  TreatyPlaceRequestEvent,
  TreatyReadyEvent,
  TreatySelectEvent,
  TreatySelectRequestEvent,
  TreatyViewpointRequestEvent,
} from './elements/events';
export type { AppliedRecord, HistorySpan } from './atlas/applied';
export type { Change, Changes, TreatyRecord } from './atlas/record';
