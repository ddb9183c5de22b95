import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Atlas } from '../atlas/atlas';
import { inLanguage } from '../atlas/in-language';
import type { ReadFile, TerritoryCollection } from '../atlas/load';
import { reasonOf } from '../atlas/problem';
import {
  cameraFor,
  grown,
  HOME,
  homeCamera,
  MIN_ZOOM,
  rounded,
  sameLook,
  type Camera,
  type Insets,
  type Look,
} from './camera';
import { Degrees } from './degrees';
import { prepareEngine, readyWorker, warmedWorker, warmWorker } from './engine';
import { Fade } from './fade';
import { readMapData } from './map-data';
import { foldCredits, newMap, NoWebGLError, sharpen, type SayOnMap } from './new-map';
import { readPalette } from './palette';
import { Picture } from './picture';
import { boxAround, PLANES, positionsOf, type Box, type Plane, type Projection } from './plane';
import { PlaceMark } from './place-mark';
import { perPixel, type Seen } from './placing';
import { listenToPointer } from './pointer';
import { MapError, problemOf, type MapProblem, type OnProblem } from './problem';
import type { MapScene } from './scene';
import { Settling } from './settling';

export { NoWebGLError, warmWorker };
export type { Insets, Look, MapProblem, MapScene, Projection };

export interface MapOptions {
  /** Where the map goes, in a box of its own; may lie in a shadow root, which then adopts `mapStyles` of `map-styles.ts`. */
  readonly container: HTMLElement;
  readonly atlas: Atlas;
  /** The shapes of the territories by layer id, loaded and checked. */
  readonly layers: ReadonlyMap<string, TerritoryCollection>;
  /** Reads the files that the manifest names under `drawing`. */
  readonly read: ReadFile;
  /** Address of the manifest; pictures are relative to it. */
  readonly base: URL;
  readonly projection: Projection;
  /** Whether the wheel and one finger are left to the page. */
  readonly cooperative: boolean;
  readonly scene: MapScene;
  /** Where to look first. */
  readonly look: Look;
  /** What stands on the map, in the language of the scene. */
  readonly say: SayOnMap;
  /** Ends the map: at once while it starts, and later as `remove` does. */
  readonly signal: AbortSignal;
  /** What the page covers of the map, asked for whenever the camera looks for a place. */
  insets(): Insets;
  /** Boxes of the page that lie over the map, in the window's CSS pixels: no name is put under them. */
  covers(): readonly DOMRect[];
  /** A click or a tap: degrees east and north, and the kilometres on the ground that it may be off. */
  onPoint(at: readonly [lon: number, lat: number], withinKm: number): void;
  /** Where the pointer is, once a frame at most; null when it has left. */
  onHover(at: readonly [lon: number, lat: number] | null, withinKm: number): void;
  /** Where the map looks, once it has come to rest somewhere else, whoever moved it. */
  onLook(look: Look): void;
  /** Something is missing and the rest goes on. */
  readonly onProblem: OnProblem;
}

/** The corner of the two ports, for a close-up. */
const PORTS = [
  [120.45, 38.55],
  [123.3, 39.75],
] as const;
const FLIGHT_MS = 700;
const STEP_MS = 250;
/** How long at a time shapes are prepared while the page has nothing else to do: nobody waits longer for an answer. */
const PREPARING_MS = 4;
/** How long it waits for a page that always has something to do. */
const STARVED_MS = 50;

/**
 * The map, behind one class: MapLibre is known to this room alone. It is told what to show as one value and touches only
 * what differs. What changes with the day is feature state, and for what fills areas the uniforms of `AreaLayer`, so that
 * nothing goes to the worker, and list, label and map turn over in the same frame.
 */
export class TreatyMapView {
  readonly maplibre: MapLibreMap;
  readonly #options: MapOptions;
  /** The map's own, since MapLibre takes its mark off the container when it goes, whoever is in it by then. */
  readonly #box: HTMLElement;
  readonly #plane: Plane;
  readonly #settling: Settling;
  readonly #fade: Fade;
  readonly #stopPointer: () => void;
  readonly #mark = new PlaceMark();
  #picture: Picture | null = null;
  #degrees: Degrees | null = null;
  #scene: MapScene;
  /** Where the map was last asked to look, or last said that it looks. */
  #look: Look;
  /** Whether the whole region is shown, so that it is kept in view when the box changes. */
  #atHome: boolean;
  /** Whether what MapLibre says of a move is not to be passed on. */
  #quiet = false;
  /** Resolves when the names of the first picture have gone to the worker. */
  #telling: Promise<void> | null = null;
  /** Whether the first picture has been shown. */
  #drawn = false;
  /** Aborted when the map is removed. */
  readonly #life = new AbortController();

  /**
   * Makes a map and waits for its first picture, which shows the scene. Rejects where no map can be made (`NoWebGLError`
   * where the browser cannot) and with the signal's reason where it is ended, and leaves nothing behind then.
   */
  static async create(options: MapOptions): Promise<TreatyMapView> {
    const { signal } = options;
    await prepareEngine();
    signal.throwIfAborted();
    const view = new TreatyMapView(options);
    const ended = new Promise<void>((resolve) => {
      const end = (): void => {
        resolve();
        view.remove();
      };
      signal.addEventListener('abort', end, { once: true, signal: view.#life.signal });
    });
    try {
      await Promise.race([view.#draw(), ended]);
      signal.throwIfAborted();
    } catch (error) {
      view.remove();
      throw error;
    }
    void view.#drawRelief();
    return view;
  }

  private constructor(options: MapOptions) {
    this.#options = options;
    this.#scene = options.scene;
    this.#look = options.look;
    this.#atHome = sameLook(options.look, HOME);
    this.#plane = PLANES[options.projection];
    const credits = options.atlas.manifest.credits.map((credit) =>
      inLanguage(credit, options.scene.language),
    );
    this.#box = document.createElement('div');
    this.#box.className = 'map-box';
    options.container.append(this.#box);
    const note = options.say(`projection.${options.projection}`);
    let map: MapLibreMap;
    try {
      map = newMap(this.#box, [note, ...credits], this.#plane, options.say, options.cooperative);
    } catch (error) {
      this.#box.remove();
      throw error;
    }
    this.maplibre = map;
    this.#settling = new Settling(map);
    this.#fade = new Fade(map);
    this.#stopPointer = listenToPointer(map, options);
    map.on('error', ({ error }) => this.#report(problemOf(error), error));
    map.on('resize', () => {
      this.#stayHome();
      this.#see();
    });
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) this.#atHome = false;
      this.#degrees?.show(null);
    });
    map.on('zoom', () => {
      const touched = this.#picture?.zoomTo(map.getZoom()) ?? 'nothing';
      if (touched !== 'nothing') this.#settling.owe(touched);
    });
    map.on('moveend', () => {
      this.#see();
      this.#tellLook();
    });
    // Also after a lost context has come back: MapLibre then rebuilds the style, without what it cannot hold.
    map.on('style.load', () => this.#furnish());
    map.on('webglcontextlost', () => this.#picture?.lose());
  }

  /**
   * Shows a scene; does nothing where it is shown already.
   * @param fade whether what held before fades away over what holds now
   */
  set(scene: MapScene, fade = false): void {
    const seen = scene.moment === this.#scene.moment;
    this.#scene = scene;
    if (this.#removed || !this.#picture) return;
    if (!seen) this.#fade.stop();
    if (fade && !seen && this.#drawn) this.#fade.start();
    this.#mark.show(this.maplibre, scene.place);
    const touched = this.#picture.show(scene);
    if (touched === 'nothing') return;
    this.#settling.owe(touched);
    // At once: whoever asks in a frame's own callback would else see the map a frame after list and label.
    if (touched === 'frame') this.maplibre.redraw();
  }

  /** Resolves in the frame in which the map shows the last scene; at once if it does already. Never rejects or hangs. */
  settled(): Promise<void> {
    return this.#removed ? Promise.resolve() : this.#settling.settled();
  }

  /** Where a place lies in the container, CSS pixels. */
  project(at: readonly [lon: number, lat: number]): { x: number; y: number } {
    const { x, y } = this.maplibre.project([at[0], at[1]]);
    return { x, y };
  }

  /** Looks somewhere at once; does nothing where it was told so already, or has said so itself. */
  look({ at, zoom }: Look): void {
    const look = { at, zoom };
    if (sameLook(look, this.#look) || this.#removed) return;
    this.#look = look;
    this.#atHome = sameLook(look, HOME);
    this.#toLook();
  }

  /** Where the map looks now, whatever it was asked. */
  get camera(): Look {
    const { lng, lat } = this.maplibre.getCenter();
    return { at: [lng, lat], zoom: this.maplibre.getZoom() };
  }

  /** Has this map and another look at the same place, whichever is moved. Gives back how to part them. */
  link(other: TreatyMapView): () => void {
    let following = false;
    const follow = (leader: MapLibreMap, follower: MapLibreMap) => (): void => {
      if (following) return;
      following = true;
      follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
      following = false;
    };
    const subscriptions = [
      this.maplibre.on('move', follow(this.maplibre, other.maplibre)),
      other.maplibre.on('move', follow(other.maplibre, this.maplibre)),
      // What moves the other map by hand has moved this one, which then is at home no longer.
      other.maplibre.on('movestart', ({ originalEvent }) => {
        if (originalEvent) this.#atHome = false;
      }),
    ];
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }

  /** Goes to territories, so that the whole of them is seen; stays where it is for none. */
  fit(territories: ReadonlySet<string>): void {
    const shapes =
      this.#picture?.territories.filter(({ properties }) => territories.has(properties.id)) ?? [];
    const positions = shapes.flatMap(({ geometry }) => [...positionsOf(geometry)]);
    const box = boxAround(positions.map((at) => this.#plane.toWorld(at)));
    if (box) this.#goTo(grown(box, 0.1), 7.5);
  }

  /** Goes to a place, so that it lies in the middle of what is free. */
  goTo(at: readonly [lon: number, lat: number], zoom: number): void {
    const [x, y] = this.#plane.toWorld([...at]);
    const half = 1 / (512 * 2 ** zoom);
    this.#goTo({ left: x - half, right: x + half, top: y - half, bottom: y + half }, zoom);
  }

  /** Whether a place is in what is free of the map. */
  shows(at: readonly [lon: number, lat: number]): boolean {
    const { x, y } = this.project(at);
    const { width, height } = this.#size();
    const { top, right, bottom, left } = this.#options.insets();
    return x >= left && x <= width - right && y >= top && y <= height - bottom;
  }

  /** Goes to Dairen and Port Arthur, which are tiny in the whole region. */
  portsCloseUp(): void {
    this.#goTo(boxAround(PORTS.map((at) => this.#plane.toWorld([...at]))) as Box);
  }

  /** Goes back to the whole region. */
  home(): void {
    this.#atHome = true;
    this.#look = HOME;
    this.maplibre.flyTo({ ...this.#homeCamera(), duration: FLIGHT_MS });
    this.#options.onLook(HOME);
  }

  zoomIn(): void {
    this.#atHome = false;
    this.maplibre.zoomIn({ duration: STEP_MS });
  }

  zoomOut(): void {
    this.#atHome = false;
    this.maplibre.zoomOut({ duration: STEP_MS });
  }

  setCursorPointer(on: boolean): void {
    this.maplibre.getCanvas().style.cursor = on ? 'pointer' : '';
  }

  /** Leaves the wheel and one finger to the page, or takes them. */
  setCooperative(on: boolean): void {
    const { cooperativeGestures } = this.maplibre;
    if (this.#removed || on === cooperativeGestures.isEnabled()) return;
    if (on) cooperativeGestures.enable();
    else cooperativeGestures.disable();
  }

  /** Whether the browser has taken the context away: from the oldest where a page has too many. */
  get lost(): boolean {
    return this.maplibre.getCanvas().getContext('webgl2')?.isContextLost() ?? true;
  }

  /** The picture as it is, to stand in for the map; null before there is one. */
  still(): HTMLCanvasElement | null {
    if (this.#removed || !this.#drawn || this.lost) return null;
    const live = this.maplibre.getCanvas();
    const still = document.createElement('canvas');
    still.className = 'still';
    [still.width, still.height] = [live.width, live.height];
    // The drawing is only to be had in the task that has drawn it.
    this.maplibre.redraw();
    still.getContext('2d')?.drawImage(live, 0, 0);
    return still;
  }

  /** Fits the names anew, where the page covers something else of the map than it did. */
  makeRoom(): void {
    this.#see();
  }

  /** Reads the palette again: custom properties or the colour scheme may have changed. Does nothing where they have not. */
  restyle(): void {
    if (this.#removed || !this.#picture) return;
    const touched = this.#picture.restyle(readPalette(this.#options.container));
    if (touched !== 'nothing') this.#settling.owe(touched);
  }

  /** Gives everything back: listeners, worker, WebGL context, the picture of the relief, the box. */
  remove(): void {
    if (this.#removed) return;
    this.#life.abort();
    this.#stopPointer();
    this.#settling.stop();
    this.#fade.stop();
    this.#mark.remove();
    this.maplibre.remove();
    this.#picture?.close();
    this.#box.remove();
  }

  get #removed(): boolean {
    return this.#life.signal.aborted;
  }

  #report: OnProblem = (problem, cause) => {
    if (!this.#removed) this.#options.onProblem(problem, cause);
  };

  async #draw(): Promise<void> {
    const { atlas, layers, read, projection, container } = this.#options;
    const [data] = await Promise.all([readMapData(atlas, read, this.#report), warmedWorker()]);
    if (this.#removed) return;
    const palette = readPalette(container);
    this.#picture = new Picture({
      map: this.maplibre,
      atlas,
      layers,
      projection,
      data,
      palette,
      scene: this.#scene,
      say: this.#options.say,
    });
    this.#degrees = new Degrees(this.#box, data.graticule, this.#plane, this.#scene.language);
    this.#settling.owe('work');
    // The style is ours, and a test has it checked.
    this.maplibre.setStyle(this.#picture.style(), { diff: false, validate: false });
    await this.#settling.settled();
    await this.#telling;
    await this.#settling.settled();
    if (this.#removed) return;
    this.#picture.begin();
    sharpen(this.maplibre);
    // The page may have laid itself out anew.
    this.#see();
    this.#settling.owe('frame');
    await this.#settling.settled();
    this.#drawn = true;
    this.#mark.show(this.maplibre, this.#scene.place);
  }

  /** Does something over and over while the page has nothing else to do, until it says that nothing is left. */
  #idly(act: () => boolean | undefined): Promise<void> {
    const later = (slice: () => void): void => {
      if ('requestIdleCallback' in globalThis) requestIdleCallback(slice, { timeout: STARVED_MS });
      else setTimeout(slice, STARVED_MS);
    };
    return new Promise((resolve) => {
      const slice = (): void => {
        const end = performance.now() + PREPARING_MS;
        let more = true;
        while (more && performance.now() < end) more = !this.#removed && act() === true;
        if (more) later(slice);
        else resolve();
      };
      later(slice);
    });
  }

  #furnish(): void {
    if (this.#removed || !this.#picture) return;
    this.maplibre.setMinZoom(Math.min(MIN_ZOOM, this.#homeCamera().zoom));
    if (this.#atHome || !this.#drawn) this.#toLook();
    this.#picture.furnish();
    if (!this.#drawn) {
      foldCredits(this.maplibre);
      // While the worker cuts the base map.
      this.#telling = this.#tell(this.#picture);
    }
    this.#see();
    this.#settling.owe('work');
    if (this.#drawn) void this.#recover();
  }

  async #tell(picture: Picture): Promise<void> {
    const parts = picture.telling();
    await this.#idly(() => !parts.next().done);
    this.#see();
    void this.#idly(() => picture.prepare());
  }

  /**
   * After a lost context or a lost worker MapLibre starts new workers, and may hand them the shapes before they have
   * learnt the projection: everything would lie in the wrong place. So they get them once more.
   */
  async #recover(): Promise<void> {
    try {
      await readyWorker();
    } catch (cause) {
      this.#report(problemOf(cause), cause);
      return;
    }
    if (this.#removed) return;
    this.#picture?.resend();
    this.#settling.owe('work');
  }

  /** Comes after the first picture, code and all: it is a large file, and the map says everything without it. */
  async #drawRelief(): Promise<void> {
    const { atlas, read, base, projection } = this.#options;
    const file = atlas.manifest.drawing.relief;
    try {
      // With the names of other days, so that one frame shows both.
      const [relief] = await Promise.all([
        import('./relief').then(({ loadRelief }) =>
          loadRelief(read, file, base, projection, this.#life.signal),
        ),
        this.#idly(() => this.#picture?.nameAhead()),
      ]);
      if (this.#removed) relief.close();
      else this.#picture?.addRelief(relief);
    } catch (cause) {
      const problem: MapProblem =
        cause instanceof MapError
          ? cause.problem
          : { code: 'relief', values: { file, reason: reasonOf(cause) } };
      this.#report(problem, cause);
    }
  }

  #goTo(box: Box, maxZoom?: number): void {
    this.#atHome = false;
    const camera = cameraFor(box, this.#plane, this.#size(), this.#options.insets(), maxZoom);
    this.maplibre.flyTo({ ...camera, duration: FLIGHT_MS });
  }

  #stayHome(): void {
    if (this.#atHome) this.#toLook();
  }

  #toLook(): void {
    if (this.#removed || !this.#picture) return;
    const home = this.#homeCamera();
    const { at, zoom } = this.#look;
    // A flight that is broken off says where it was: that is not where the map is to look.
    this.#quiet = true;
    this.maplibre.stop();
    this.#quiet = false;
    this.maplibre.jumpTo({ center: at ? [at[0], at[1]] : home.center, zoom: zoom ?? home.zoom });
  }

  #tellLook(): void {
    if (this.#removed || !this.#drawn || this.#quiet) return;
    const { lng, lat } = this.maplibre.getCenter();
    const look = this.#atHome ? HOME : rounded([lng, lat], this.maplibre.getZoom());
    if (sameLook(look, this.#look)) return;
    this.#look = look;
    this.#options.onLook(look);
  }

  /** Fits the numbers of the graticule and the names into what is seen now. */
  #see(): void {
    if (this.#removed || !this.#picture || this.maplibre.isMoving()) return;
    const seen = this.#seen();
    const numbers = this.#degrees?.show(seen) ?? [];
    this.#settling.owe(this.#picture.see({ ...seen, covers: [...seen.covers, ...numbers] }));
    if (this.#drawn) void this.#idly(() => this.#picture?.nameAhead());
  }

  #seen(): Seen {
    const { width, height } = this.#size();
    const zoom = this.maplibre.getZoom();
    const { lng, lat } = this.maplibre.getCenter();
    const [x, y] = this.#plane.toWorld([lng, lat]);
    const scale = perPixel(zoom);
    const map = this.#options.container.getBoundingClientRect();
    const inPlane = (left: number, top: number, right: number, bottom: number): Box => ({
      left: x + (left - width / 2) * scale,
      right: x + (right - width / 2) * scale,
      top: y + (top - height / 2) * scale,
      bottom: y + (bottom - height / 2) * scale,
    });
    const own = [...this.#box.querySelectorAll('.maplibregl-ctrl')].map((part) =>
      part.getBoundingClientRect(),
    );
    const covers = [...own, ...this.#options.covers()]
      .filter((box) => box.width > 0 && box.height > 0)
      .map((box) =>
        inPlane(box.left - map.left, box.top - map.top, box.right - map.left, box.bottom - map.top),
      );
    return { zoom, whole: inPlane(0, 0, width, height), covers };
  }

  #homeCamera(): Camera {
    return homeCamera(this.#plane, this.#size(), this.#options.insets());
  }

  #size(): { width: number; height: number } {
    const { clientWidth: width, clientHeight: height } = this.#options.container;
    return { width, height };
  }
}
