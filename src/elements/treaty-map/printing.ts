import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TreatyMapView } from '../../map/treaty-map-view';

/**
 * Puts the map on paper. What WebGL has drawn is gone when a page is laid out for print, so a picture of it takes its place,
 * as large as the map is on the screen; the styles scale it to the sheet by `--_printed-width` and `--_printed-height`.
 */
export class Printing implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #maps: () => readonly (TreatyMapView | null)[];
  #pictures: HTMLCanvasElement[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, maps: () => readonly (TreatyMapView | null)[]) {
    this.#host = host;
    this.#maps = maps;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.#end);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.#end);
    this.#end();
  }

  #begin = (): void => {
    this.#end();
    for (const map of this.#maps()) {
      if (map) this.#pictures.push(pictureOf(map));
    }
    const [first] = this.#pictures;
    if (!first) return;
    const { clientWidth, clientHeight } = first;
    this.#host.style.setProperty('--_printed-width', `${clientWidth}px`);
    this.#host.style.setProperty('--_printed-height', `${clientHeight}px`);
    // The breadth of what is left of a sheet between its margins; either size of paper has it.
    this.#host.style.setProperty('--_printed-zoom', String(680 / clientWidth));
  };

  #end = (): void => {
    for (const picture of this.#pictures) picture.remove();
    this.#pictures = [];
    for (const name of ['width', 'height', 'zoom']) this.#host.style.removeProperty(`--_printed-${name}`);
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
