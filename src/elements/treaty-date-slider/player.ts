import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long each stop is shown while playing: time to read a line, in milliseconds. */
const DWELL = 1200;

/**
 * Steps from stop to stop, in one loop of animation frames that runs only while something plays: a hidden page stands
 * still, and a page that is not shown costs nothing.
 */
export class Player implements ReactiveController {
  #host: ReactiveControllerHost;
  #step: () => boolean;
  #frame = 0;
  #last = 0;

  /** @param step goes one stop on; false where it cannot, which ends the play */
  constructor(host: ReactiveControllerHost, step: () => boolean) {
    this.#host = host;
    this.#step = step;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  get playing(): boolean {
    return this.#frame !== 0;
  }

  /** Begins with a step, so that pressing play is answered at once; or with a wait, where something else answers it. */
  start(first: 'step' | 'wait'): void {
    if (this.playing || (first === 'step' && !this.#step())) return;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#onFrame);
    this.#host.requestUpdate();
  }

  stop(): void {
    if (!this.playing) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#host.requestUpdate();
  }

  #onFrame = (now: number): void => {
    if (now - this.#last >= DWELL) {
      this.#last = now;
      if (!this.#step()) {
        this.stop();
        return;
      }
    }
    // A listener of the step may have stopped the play.
    if (this.playing) this.#frame = requestAnimationFrame(this.#onFrame);
  };
}
