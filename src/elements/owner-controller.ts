import type { LitElement, ReactiveController } from 'lit';
import type { TreatyView } from './view';

/** A control that shows a view: gets it from its owner, asks by request events. */
export interface TreatyControl extends LitElement {
  view: TreatyView | null;
  /** Id of the owner elsewhere on the page; empty for a control inside its owner. */
  for: string;
}

/** What a control needs of the element that owns the state. */
export interface TreatyOwner extends HTMLElement {
  addControl(control: TreatyControl): void;
  removeControl(control: TreatyControl): void;
}

const OWNER_TAG = 'treaty-map';

/** Finds the owner of a control, inside it or by `for`, and keeps the two joined while the control is on the page. */
export class OwnerController implements ReactiveController {
  #host: TreatyControl;
  #owner: TreatyOwner | null = null;
  #for = '';

  constructor(host: TreatyControl) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#join();
    // An owner may be defined, or parsed, after its control.
    if (!this.#owner)
      void customElements.whenDefined(OWNER_TAG).then(() => this.#host.isConnected && this.#join());
  }

  hostDisconnected(): void {
    this.#leave();
  }

  hostUpdate(): void {
    if (this.#host.for !== this.#for) this.#join();
  }

  #join(): void {
    this.#for = this.#host.for;
    const owner = this.#find();
    if (owner === this.#owner) return;
    this.#leave();
    this.#owner = owner;
    owner?.addControl(this.#host);
  }

  #leave(): void {
    this.#owner?.removeControl(this.#host);
    this.#owner = null;
  }

  #find(): TreatyOwner | null {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const found = this.#host.for
      ? root.getElementById?.(this.#host.for)
      : (this.#host.closest(OWNER_TAG) ?? (root instanceof ShadowRoot ? root.host.closest(OWNER_TAG) : null));
    return found && 'addControl' in found ? (found as TreatyOwner) : null;
  }
}
