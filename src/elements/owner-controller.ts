import type { LitElement, ReactiveController } from 'lit';
import type { CiteFormat } from './citing/cite';
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
  cite(format: CiteFormat): Promise<string>;
}

const OWNER_TAG = 'treaty-map';

/** The controls on the page, so that an owner that comes or goes can be found or given up by those it concerns. */
const onPage = new Set<OwnerController>();

/** Has every control look for its owner anew: an owner may be defined, or put on the page, after its controls. */
export function ownersChanged(): void {
  for (const controller of [...onPage]) controller.join();
}

/** Finds the owner of a control, around it or by `for`, and keeps the two joined while both are on the page. */
export class OwnerController implements ReactiveController {
  #host: TreatyControl;
  #owner: TreatyOwner | null = null;
  #for = '';

  constructor(host: TreatyControl) {
    this.#host = host;
    host.addController(this);
  }

  /** The owner that was found; null for none. */
  get owner(): TreatyOwner | null {
    return this.#owner;
  }

  hostConnected(): void {
    onPage.add(this);
    this.join();
  }

  hostDisconnected(): void {
    onPage.delete(this);
    this.#owner?.removeControl(this.#host);
    this.#owner = null;
  }

  // After an update, so that the view an owner gives asks for the next one.
  hostUpdated(): void {
    if (this.#host.for !== this.#for) this.join();
  }

  /** Leaves the owner for the one there is now, if that is another. */
  join(): void {
    this.#for = this.#host.for;
    const owner = this.#find();
    if (owner === this.#owner) return;
    this.#owner?.removeControl(this.#host);
    this.#owner = owner;
    owner?.addControl(this.#host);
  }

  #find(): TreatyOwner | null {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const found = this.#host.for
      ? root.getElementById?.(this.#host.for)
      : (this.#host.closest(OWNER_TAG) ?? (root instanceof ShadowRoot ? root.host.closest(OWNER_TAG) : null));
    return found?.isConnected && 'addControl' in found ? (found as TreatyOwner) : null;
  }
}
