/** A promise that is settled from outside, and whose rejection never counts as unhandled; another follows by `renew`. */
export class Deferred {
  #promise!: Promise<void>;
  #settled = true;
  #resolve!: () => void;
  #reject!: (reason: Error) => void;

  constructor() {
    this.renew();
  }

  get promise(): Promise<void> {
    return this.#promise;
  }

  /** Starts waiting anew, where what was waited for has come or failed. */
  renew(): void {
    if (!this.#settled) return;
    this.#settled = false;
    this.#promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#promise.catch(() => undefined);
  }

  resolve(): void {
    this.#settled = true;
    this.#resolve();
  }

  reject(reason: Error): void {
    this.#settled = true;
    this.#reject(reason);
  }
}
