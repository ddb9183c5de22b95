export { TreatyMap } from './elements/treaty-map/treaty-map';
export { TreatyDateSlider } from './elements/treaty-date-slider/treaty-date-slider';
export { TreatyLegend } from './elements/treaty-legend/treaty-legend';
export { TreatyPanel } from './elements/treaty-panel/treaty-panel';
export { TreatyRecordList } from './elements/treaty-record/treaty-record';
export {
  TreatyDateChangeEvent,
  TreatyDateRequestEvent,
  TreatyErrorEvent,
  TreatyHighlightRequestEvent,
  TreatyLayersRequestEvent,
  TreatyReadyEvent,
  TreatySelectEvent,
  TreatySelectRequestEvent,
} from './elements/events';
export type { AppliedRecord, HistorySpan } from './atlas/applied';
export type { Change, Changes, TreatyRecord } from './atlas/record';
