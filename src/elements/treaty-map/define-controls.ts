import { fetchLater } from '../fetch-later';
import { TreatyDateSlider } from '../treaty-date-slider/treaty-date-slider';
import { TreatyGlance } from '../treaty-glance/treaty-glance';
import { TreatyLegend } from '../treaty-legend/treaty-legend';
import { TreatyRecordList } from '../treaty-record/treaty-record';
import { type CONTROL_TAGS, isWaiting, PAGE_TAGS, type Tags } from './control-tags';

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

/** Fetches the code that comes with the reader, and defines the tags of the pages. */
export async function fetchPages(): ReturnType<typeof fetchLater> {
  const later = await fetchLater();
  define(later.PAGES);
  return later;
}

/**
 * Defines the tags of the controls that a map always shows, and fetches the pages where some stand by themselves. Resolves when
 * they are there; what goes wrong is said by the map when a page is opened in it.
 */
export async function defineControls({ ownerDocument }: Element): Promise<void> {
  define(CONTROLS);
  if (isWaiting(ownerDocument, PAGE_TAGS)) await fetchPages().catch(() => undefined);
}
