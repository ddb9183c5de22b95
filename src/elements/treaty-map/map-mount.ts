import type { MapOptions, TreatyMapView } from '../../map/treaty-map-view';

let sheet: CSSStyleSheet | null = null;

/** Gives MapLibre's styles to the shadow root that holds the map, once. */
function adopt(container: HTMLElement, styles: string): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  const root = container.getRootNode() as ShadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) {
    // Before the element's own sheets, which have the last word.
    root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
  }
}

/**
 * Holds the live map: made by `start`, released by `stop`. MapLibre is fetched only here. A later start or stop makes an
 * earlier start void, whenever its answer comes.
 */
export class MapMount {
  #view: TreatyMapView | null = null;
  #turn = 0;

  /** The map, or null while there is none. */
  get view(): TreatyMapView | null {
    return this.#view;
  }

  /**
   * Makes the map; false where this start was made void meanwhile. Rejects if no map can be made.
   * @param options asked for when MapLibre is there, so that they are of that moment
   */
  async start(options: () => MapOptions): Promise<boolean> {
    const turn = this.stop();
    const [{ TreatyMapView }, { mapStyles }] = await Promise.all([
      import('../../map/treaty-map-view'),
      import('../../map/map-styles'),
    ]);
    if (turn !== this.#turn) return false;
    adopt(options().container, mapStyles);
    let view: TreatyMapView;
    try {
      view = await TreatyMapView.create(options());
    } catch (error) {
      if (turn !== this.#turn) return false;
      throw error;
    }
    if (turn !== this.#turn) {
      view.remove();
      return false;
    }
    this.#view = view;
    return true;
  }

  /** Releases the map, and makes a start under way void. */
  stop(): number {
    this.#view?.remove();
    this.#view = null;
    this.#turn += 1;
    return this.#turn;
  }
}
