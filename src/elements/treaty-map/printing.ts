import type { TreatyMapView } from '../../map/treaty-map-view';

/** The breadth of a sheet between its margins, CSS pixels: A4 and Letter both have it. */
const SHEET = 680;

/** As high as a map may be, so that title and signs have room on the same sheet; one of two, so that title and the other have. */
const HIGHEST = 520;
const HIGHEST_OF_TWO = 390;

/**
 * Puts the maps on paper. What WebGL has drawn is gone when a page is laid out for print, so a picture of it takes its place,
 * as large as the map is on the screen; the styles bring it to the sheet by `--_printed-zoom`.
 */
export class Printing {
  #element: HTMLElement;
  #maps: () => readonly TreatyMapView[];
  #pictures: readonly HTMLCanvasElement[] = [];

  /** @param maps all of one size, that of the element's own map */
  constructor(element: HTMLElement, maps: () => readonly TreatyMapView[]) {
    this.#element = element;
    this.#maps = maps;
  }

  connected(): void {
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.#end);
  }

  release(): void {
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.#end);
    this.#end();
  }

  #begin = (): void => {
    this.#end();
    const maps = this.#maps();
    const [map] = maps;
    if (!map) return;
    this.#pictures = maps.map(pictureOf);
    const { clientWidth, clientHeight } = map.maplibre.getContainer();
    const highest = maps.length > 1 ? HIGHEST_OF_TWO : HIGHEST;
    const { style } = this.#element;
    style.setProperty('--_printed-width', `${clientWidth}px`);
    style.setProperty('--_printed-height', `${clientHeight}px`);
    style.setProperty('--_printed-zoom', String(Math.min(SHEET / clientWidth, highest / clientHeight)));
  };

  #end = (): void => {
    for (const picture of this.#pictures) picture.remove();
    this.#pictures = [];
    for (const name of ['width', 'height', 'zoom']) this.#element.style.removeProperty(`--_printed-${name}`);
  };
}

/** What the map shows, drawn at once and laid over it. */
function pictureOf({ maplibre }: TreatyMapView): HTMLCanvasElement {
  maplibre.redraw();
  const drawn = maplibre.getCanvas();
  const picture = document.createElement('canvas');
  picture.className = 'printed';
  [picture.width, picture.height] = [drawn.width, drawn.height];
  picture.getContext('2d')?.drawImage(drawn, 0, 0);
  drawn.after(picture);
  return picture;
}
