import type { TreatyMap } from '../../../src/elements/treaty-map/shell';
import { isoOf, type Day } from '../../../src/time/day';
import { frame, readBack, repaintOf, type Contestant } from './contestant';

/** The element as a page has it: list, slider, legend and labels, its own projection, out of the built site. */
export async function treatyMap(atlas: string): Promise<Contestant & { readonly element: TreatyMap }> {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = new URL('../site/treaty-map.js', location.href).href;
  document.head.append(script);
  const box = document.createElement('div');
  box.className = 'contestant shown';
  const element = document.createElement('treaty-map');
  element.setAttribute('src', atlas);
  box.append(element);
  document.body.append(box);
  await customElements.whenDefined('treaty-map');
  await element.ready;
  const map = element.maplibre;
  if (!map) throw new Error('there is no map');
  // The relief comes after the first picture.
  while (!map.getLayer('relief')) await frame();
  await element.settled();
  return {
    name: 'treaty-map',
    box,
    element,
    async step(day: Day) {
      element.date = isoOf(day);
      // A step that touches no map is settled at once, and yet the list is painted in the next frame.
      await Promise.all([frame(), element.settled()]);
    },
    async repaint() {
      await repaintOf(map);
    },
    finish: (whole) => readBack(map.getCanvas(), whole),
  };
}
