import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What opens over the map where there is no room beside it. */
export type Pane = 'list' | 'legend';

/** Which pane is open, and where the focus goes: into the pane that opens, back to the button of the one that closes. */
export class Panes implements ReactiveController {
  #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  #open: Pane | null = null;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#open = null;
  }

  isOpen(pane: Pane): boolean {
    return this.#open === pane;
  }

  /** Opens a pane without taking the focus: for what happens on the map. */
  reveal(pane: Pane): void {
    this.#open = pane;
    this.#host.requestUpdate();
  }

  toggle(pane: Pane): void {
    if (this.#open === pane) this.close();
    else {
      this.reveal(pane);
      this.#focus(`.${pane}-close`);
    }
  }

  close(): void {
    const closed = this.#open;
    if (!closed) return;
    this.#open = null;
    this.#host.requestUpdate();
    this.#focus(`.${closed}-open`);
  }

  onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.close();
  };

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
