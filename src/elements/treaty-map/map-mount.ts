import type * as styles from '../../map/map-styles';
import type * as map from '../../map/treaty-map-view';
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

/** Fetches the map, and MapLibre with it, and nothing before it is called. */
async function fetchMap(): Promise<[typeof map, typeof styles]> {
  return Promise.all([import('../../map/treaty-map-view'), import('../../map/map-styles')]);
}

/** Fetches the map and starts its worker, while that which it is to show is still on its way. What fails is told by `start`. */
export function expectMap(): void {
  fetchMap().then(
    ([{ warmWorker }]) => warmWorker(),
    () => undefined,
  );
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
      const [{ TreatyMapView }, { mapStyles }] = await fetchMap();
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
