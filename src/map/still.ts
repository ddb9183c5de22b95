import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import type { BaseLayer } from './style-base';

/** A layer of our own that can be left out of a frame. */
export interface Hideable {
  hidden: boolean;
}

/**
 * The zoom from which on a layer that is left out would be drawn: the last that a style may name, beyond any of the map. It is
 * written into MapLibre's own layer, which looks at it in every frame: each way of telling the map has it draw a second frame
 * after the one of the step, or has the worker lay out the tiles anew.
 */
const AWAY = 24;

interface Kept {
  readonly frame: WebGLFramebuffer;
  readonly texture: WebGLTexture;
  readonly width: number;
  readonly height: number;
  readonly matrix: string;
}

/**
 * The base map as it was last drawn, laid under the areas while nobody moves the map. It lies over the base map in the
 * order of layers: the first frame of a new day copies what has been drawn so far, and from the next on that copy stands
 * in for sea, land, states, relief, rivers and borders, which are most of the work of a frame and rarely differ from one day
 * to the next. Any move of the map, and any change beneath, lets go of it.
 */
export class Still implements CustomLayerInterface {
  readonly id = 'still';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #layers: readonly BaseLayer[];
  /** Layers of our own among those beneath. */
  readonly #own: () => readonly (CustomLayerInterface & Hideable)[];
  #map: MapLibreMap | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #kept: Kept | null = null;
  /** Whether the next frame is to be kept. */
  #wanted = false;
  #hidden = true;
  #begun = false;
  #subscriptions: readonly { unsubscribe(): void }[] = [];

  constructor(layers: readonly BaseLayer[], own: () => readonly (CustomLayerInterface & Hideable)[]) {
    this.#layers = layers;
    this.#own = own;
  }

  /**
   * To be called once all tiles are there: MapLibre draws a frame for each that comes, which nobody sees. Also before the style
   * is changed: the workers are told of a layer as it is then.
   */
  begin(): void {
    this.#begun = true;
    this.drop();
  }

  /** To be called before a frame that shows something else over the same base map. */
  keep(): void {
    if (!this.#begun || !this.#map || this.#map.isMoving()) return;
    this.#wanted = this.#kept === null;
    this.#hide(this.#kept !== null);
  }

  /** To be called when something beneath becomes another. */
  drop(): void {
    if (!this.#begun) return;
    this.#wanted = false;
    this.#hide(false);
    if (this.#kept) {
      this.#gl?.deleteFramebuffer(this.#kept.frame);
      this.#gl?.deleteTexture(this.#kept.texture);
    }
    this.#kept = null;
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#leave();
    this.#map = map;
    this.#gl = gl;
    this.#kept = null;
    this.#hidden = false;
    // A style that comes back with a lost context comes as it was, and so do the workers know it.
    for (const { id } of this.#layers.filter(({ id }) => map.getLayer(id)?.minzoom === AWAY)) {
      map.setLayerZoomRange(id, 0, 24);
      this.#begun = true;
    }
    if (!this.#begun) this.#hide(true);
    const drop = (): void => this.drop();
    this.#subscriptions = [map.on('movestart', drop), map.on('move', drop), map.on('resize', drop)];
  }

  onRemove(): void {
    this.#leave();
    this.#map = null;
    this.drop();
    this.#gl = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    const matrix = String(defaultProjectionData.mainMatrix);
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const kept = this.#kept;
    if (kept?.matrix === matrix && kept.width === width && kept.height === height) {
      if (this.#hidden) copy(gl, kept.frame, null, width, height);
      return;
    }
    if (this.#hidden) this.drop();
    else if (this.#wanted && this.#isWhole()) this.#take(gl, width, height, matrix);
  }

  #leave(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
  }

  /** Whether all that is beneath is there, and known. */
  #isWhole(): boolean {
    const map = this.#map;
    if (!map?.areTilesLoaded()) return false;
    const known = new Set([...this.#layers, ...this.#own()].map(({ id }) => id));
    const order = map.getLayersOrder();
    return order.slice(0, order.indexOf(this.id)).every((id) => known.has(id));
  }

  #take(gl: WebGL2RenderingContext, width: number, height: number, matrix: string): void {
    this.#wanted = false;
    const [frame, texture] = [gl.createFramebuffer(), gl.createTexture()];
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    copy(gl, null, frame, width, height);
    // It stands in from the next step on: to hide what is beneath at once would ask for one more frame.
    this.#kept = { frame, texture, width, height, matrix };
  }

  #hide(on: boolean): void {
    if (on === this.#hidden) return;
    this.#hidden = on;
    for (const layer of this.#own()) layer.hidden = on;
    if (!this.#map) return;
    for (const { id } of this.#layers) {
      const layer = this.#map.getLayer(id);
      if (layer) layer.minzoom = on ? AWAY : 0;
    }
  }
}

/** Copies a picture from one buffer to another; null is the map's own. */
function copy(
  gl: WebGL2RenderingContext,
  from: WebGLFramebuffer | null,
  to: WebGLFramebuffer | null,
  width: number,
  height: number,
): void {
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, from);
  gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, to);
  gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
}
