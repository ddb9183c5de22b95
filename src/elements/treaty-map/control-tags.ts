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

/** Classes by the tag that each is to have. */
export type Tags<Tag extends string = string> = Readonly<Record<Tag, CustomElementConstructor>>;

/** Whether any of the tags stands in a document and waits for the code that it is made of. */
export function isWaiting(document: Document, tags: readonly string[]): boolean {
  return document.querySelector(`:is(${tags.join()}):not(:defined)`) !== null;
}
