/** How far a finger goes, CSS pixels, before it counts. */
const DISTANCE = 36;

/**
 * Hears a finger or pen that goes up or down over what the listeners are put on, which needs `touch-action: none`. A mouse
 * has buttons for the same.
 */
export class Swipe {
  readonly #onSwipe: (way: 'up' | 'down') => void;
  #from: { readonly pointer: number; readonly x: number; readonly y: number } | null = null;

  constructor(onSwipe: (way: 'up' | 'down') => void) {
    this.#onSwipe = onSwipe;
  }

  start = ({ pointerType, pointerId, clientX, clientY, isPrimary }: PointerEvent): void => {
    this.#from = pointerType !== 'mouse' && isPrimary ? { pointer: pointerId, x: clientX, y: clientY } : null;
  };

  end = ({ pointerId, clientX, clientY }: PointerEvent): void => {
    const from = this.#from;
    this.#from = null;
    if (from?.pointer !== pointerId) return;
    const [across, down] = [clientX - from.x, clientY - from.y];
    if (Math.abs(down) >= DISTANCE && Math.abs(down) > Math.abs(across)) {
      this.#onSwipe(down < 0 ? 'up' : 'down');
    }
  };
}
