import { TreatyDateSlider } from '../treaty-date-slider/treaty-date-slider';
import { TreatyGlance } from '../treaty-glance/treaty-glance';
import { TreatyLegend } from '../treaty-legend/treaty-legend';
import { TreatyRecordList } from '../treaty-record/treaty-record';
import { type CONTROL_TAGS, PAGE_TAGS } from './control-tags';
import type * as pagesCode from './pages';

/** Classes by the tag that each is to have. */
export type Tags<Tag extends string = string> = Readonly<Record<Tag, CustomElementConstructor>>;

const CONTROLS: Tags<(typeof CONTROL_TAGS)[number]> = {
  'treaty-date-slider': TreatyDateSlider,
  'treaty-glance': TreatyGlance,
  'treaty-legend': TreatyLegend,
  'treaty-record': TreatyRecordList,
};

/** Defines tags. One that is defined already, by a second copy of this code, is left alone. */
function define(tags: Tags): void {
  for (const [tag, element] of Object.entries(tags)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}

type Pages = typeof pagesCode;

let pages: Promise<Pages> | null = null;

/** Fetches the code of the pages beside the map, and defines their tags; what failed may be there when it is asked for again. */
export function fetchPages(): Promise<Pages> {
  pages ??= import('./pages').then(
    (loaded) => {
      define(loaded.PAGES);
      return loaded;
    },
    (cause: unknown) => {
      pages = null;
      throw cause;
    },
  );
  return pages;
}

const WAITING = `:is(${PAGE_TAGS.join()}):not(:defined)`;

/** Defines the tags of the controls that a map always shows, and fetches the pages where some stand by themselves. */
export function defineControls({ ownerDocument }: Element): void {
  define(CONTROLS);
  // What goes wrong is said by the map when a page is opened in it.
  if (ownerDocument.querySelector(WAITING)) fetchPages().catch(() => undefined);
}
