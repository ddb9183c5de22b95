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
 * Holds the live map: made by `start`, released by `stop`. MapLibre is fetched only here. A later start or stop ends an
 * earlier start, however far it has come.
 */
export class MapMount {
  #view: TreatyMapView | null = null;
  #starting: AbortController | null = null;

  /** The map, or null while there is none. */
  get view(): TreatyMapView | null {
    return this.#view;
  }

  /**
   * Makes the map; false where this start was ended meanwhile. Rejects if no map can be made.
   * @param options asked for when MapLibre is there, so that they are of that moment
   */
  async start(options: () => Omit<MapOptions, 'signal'>): Promise<boolean> {
    this.stop();
    const starting = new AbortController();
    const { signal } = starting;
    this.#starting = starting;
    try {
      const [{ TreatyMapView }, { mapStyles }] = await Promise.all([
        import('../../map/treaty-map-view'),
        import('../../map/map-styles'),
      ]);
      if (signal.aborted) return false;
      const given = options();
      adopt(given.container, mapStyles);
      const view = await TreatyMapView.create({ ...given, signal });
      if (signal.aborted) view.remove();
      else this.#view = view;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return !signal.aborted;
  }

  /** Releases the map, and ends a start under way. */
  stop(): void {
    this.#starting?.abort();
    this.#starting = null;
    this.#view?.remove();
    this.#view = null;
  }
}
