import type { BodyHost } from './body-host';

/** What opens over the map where there is no room beside it. */
export type Pane = 'list' | 'legend';

/** Which pane is open, and where the focus goes: into the pane that opens, back to the button of the one that closes. */
export class Panes {
  #host: BodyHost;
  #open: Pane | null = null;
  #pulledUp = false;

  constructor(host: BodyHost) {
    this.#host = host;
  }

  /** The element is on a page, which may be another: nothing is open. */
  reset(): void {
    this.#open = null;
  }

  isOpen(pane: Pane): boolean {
    return this.#open === pane;
  }

  /** Whether the list is as high as it can be: it was opened for itself, or a finger has pulled it up. */
  get pulledUp(): boolean {
    return this.#pulledUp;
  }

  pullUp(): void {
    if (this.#open !== 'list') this.toggle('list');
    else {
      this.#pulledUp = true;
      this.#host.requestUpdate();
    }
  }

  /** Opens a pane without taking the focus: for what happens on the map. */
  reveal(pane: Pane): void {
    this.#open = pane;
    this.#pulledUp = false;
    this.#host.requestUpdate();
  }

  toggle(pane: Pane): void {
    if (this.#open === pane) this.close();
    else {
      this.reveal(pane);
      this.#pulledUp = true;
      this.#focus(`.${pane}-close`);
    }
  }

  /** Closes what is open; false where nothing is. */
  close(): boolean {
    const closed = this.#open;
    if (!closed) return false;
    this.#open = null;
    this.#host.requestUpdate();
    // Where only one of the two openers is shown, the focus goes to that one.
    this.#focus(`.${closed}-open, .list-open`);
    return true;
  }

  /** Focuses the first of the elements that is shown. */
  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => {
      const found = [...this.#host.renderRoot.querySelectorAll<HTMLElement>(selector)];
      found.find((element) => element.checkVisibility())?.focus();
    });
  }
}
