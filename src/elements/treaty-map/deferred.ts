/** A promise that is settled from outside, and whose rejection never counts as unhandled. */
export class Deferred {
  readonly promise: Promise<void>;
  settled = false;
  #resolve!: () => void;
  #reject!: (reason: Error) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.promise.catch(() => undefined);
  }

  resolve(): void {
    this.settled = true;
    this.#resolve();
  }

  reject(reason: Error): void {
    this.settled = true;
    this.#reject(reason);
  }
}
