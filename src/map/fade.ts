import type { Map as MapLibreMap } from 'maplibre-gl';

const FADE_MS = 200;

/**
 * The picture as it was, fading away over the picture as it is. MapLibre has no transition for what depends on the day, and
 * two pictures laid over each other need none: whatever differs seems to fade and all else stands still. The browser's
 * compositor does it, so neither the map nor a loop of frames has anything to do meanwhile.
 */
export class Fade {
  readonly #map: MapLibreMap;
  #old: HTMLCanvasElement | null = null;

  constructor(map: MapLibreMap) {
    this.#map = map;
    // The old picture does not move with the map.
    map.on('movestart', () => this.stop());
    map.on('resize', () => this.stop());
  }

  /** Keeps the picture as it is now: to be called before the map is told of another. Does nothing for who wants no motion. */
  start(): void {
    this.stop();
    if (document.hidden || this.#map.isMoving() || matchMedia('(prefers-reduced-motion: reduce)').matches)
      return;
    const canvas = this.#map.getCanvas();
    const old = document.createElement('canvas');
    old.className = 'map-fade';
    old.setAttribute('aria-hidden', 'true');
    [old.width, old.height] = [canvas.width, canvas.height];
    // What WebGL has drawn can be read only in the task in which it was drawn.
    this.#map.redraw();
    old.getContext('2d')?.drawImage(canvas, 0, 0);
    canvas.after(old);
    this.#old = old;
    const animation = old.animate([{ opacity: 1 }, { opacity: 0 }], {
      duration: FADE_MS,
      easing: 'ease-out',
    });
    animation.onfinish = () => {
      if (this.#old === old) this.stop();
    };
  }

  stop(): void {
    this.#old?.remove();
    this.#old = null;
  }
}
