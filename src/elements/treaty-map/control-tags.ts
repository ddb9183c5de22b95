/** The tags of the controls that a map always shows, which come with its body. */
export const CONTROL_TAGS = [
  'treaty-date-slider',
  'treaty-glance',
  'treaty-legend',
  'treaty-record',
] as const;

/** The tags of the pages beside the map, which come when a first one is to be opened. */
export const PAGE_TAGS = [
  'treaty-claims',
  'treaty-days',
  'treaty-instruments',
  'treaty-panel',
  'treaty-place',
  'treaty-sources',
  'treaty-timeline',
] as const;
