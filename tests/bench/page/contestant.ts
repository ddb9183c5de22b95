import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Day } from '../../../src/time/day';

/** One way of showing polygons on the days on which they hold. */
export interface Contestant {
  readonly name: string;
  /** What of the page is its; shown alone while it is measured. */
  readonly box: HTMLElement;
  /** Shows a day. Resolves within the frame in which the picture is complete, before that frame is painted. */
  step(day: Day): Promise<void>;
  /** Draws the same picture once more with nothing changed: what a step costs at the least. Resolves as `step` does. */
  repaint(): Promise<void>;
  /** Waits until what was drawn is drawn, and gives back a number that stands for the picture. */
  finish(whole?: boolean): number;
}

/** A box over the whole page for a contestant, and in it one for its map, as large as that of the others. */
export function boxFor(size: {
  readonly width: number;
  readonly height: number;
}): [HTMLElement, HTMLElement] {
  const box = document.createElement('div');
  box.className = 'contestant';
  const inner = document.createElement('div');
  inner.style.setProperty('width', `${size.width}px`);
  inner.style.setProperty('height', `${size.height}px`);
  box.append(inner);
  document.body.append(box);
  return [box, inner];
}

/** Resolves in the next frame. */
export function frame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}

/** Resolves when the frame under way has been laid out and painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Reads back what WebGL has drawn, which waits for all of it: one pixel is enough for that, the whole picture gives a
 * number that is another for another picture.
 */
export function readBack(canvas: HTMLCanvasElement, whole = false): number {
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext;
  const [width, height] = whole ? [gl.drawingBufferWidth, gl.drawingBufferHeight] : [1, 1];
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return sumOf(pixels);
}

/** FNV-1a. */
export function sumOf(bytes: Uint8Array | Uint8ClampedArray): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/** Resolves in the next frame that MapLibre draws. */
export function rendered(map: MapLibreMap): Promise<unknown> {
  return new Promise((resolve) => void map.once('render', resolve));
}

/** Resolves in the frame after which MapLibre has nothing left to do, workers included. */
export function idle(map: MapLibreMap): Promise<unknown> {
  return new Promise((resolve) => void map.once('idle', resolve));
}

/** A bare repaint of a MapLibre map, within the frame to come. */
export async function repaintOf(map: MapLibreMap): Promise<void> {
  map.redraw();
  await frame();
}
