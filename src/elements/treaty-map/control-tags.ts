/** The tags of the controls, which come with the rest of the code. */
export const CONTROL_TAGS = [
  'treaty-claims',
  'treaty-date-slider',
  'treaty-days',
  'treaty-glance',
  'treaty-instruments',
  'treaty-legend',
  'treaty-panel',
  'treaty-place',
  'treaty-record',
  'treaty-sources',
  'treaty-timeline',
] as const;
