import type { TreatyControl } from '../owner-controller';
import type { TreatyView } from '../view';
import type {
  TreatyDateRequestEvent,
  TreatyHighlightRequestEvent,
  TreatyLayersRequestEvent,
  TreatySelectRequestEvent,
} from '../events';

/** What a control may ask for. */
export type TreatyRequest =
  TreatyDateRequestEvent | TreatyHighlightRequestEvent | TreatyLayersRequestEvent | TreatySelectRequestEvent;

const REQUESTS = [
  'treaty-date-request',
  'treaty-layers-request',
  'treaty-select-request',
  'treaty-highlight-request',
] as const;

/** The controls of an owner: gives them the view, and hears what they ask, wherever on the page they stand. */
export class Controls {
  #owner: HTMLElement;
  #answer: (request: TreatyRequest) => void;
  #controls = new Set<TreatyControl>();
  #heard = new WeakSet<Event>();
  #view: TreatyView | null = null;

  /** @param answer called once for each request, when everybody has had the chance to cancel it and nobody has */
  constructor(owner: HTMLElement, answer: (request: TreatyRequest) => void) {
    this.#owner = owner;
    this.#answer = answer;
    for (const type of REQUESTS) owner.addEventListener(type, this.#onRequest);
  }

  add(control: TreatyControl): void {
    this.#controls.add(control);
    control.view = this.#view;
    for (const type of REQUESTS) control.addEventListener(type, this.#onRequest);
  }

  remove(control: TreatyControl): void {
    this.#controls.delete(control);
    control.view = null;
    for (const type of REQUESTS) control.removeEventListener(type, this.#onRequest);
  }

  show(view: TreatyView | null): void {
    this.#view = view;
    for (const control of this.#controls) control.view = view;
  }

  /** Resolves when every control shows the last view. */
  async settled(): Promise<void> {
    await Promise.all([...this.#controls].map((control) => control.updateComplete));
  }

  // A request of a control inside comes by twice: from the control, and bubbling.
  #onRequest = (event: Event): void => {
    if (this.#heard.has(event) || !this.#concerns(event)) return;
    this.#heard.add(event);
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.#answer(event as TreatyRequest);
    });
  };

  /** Whether the event is not one of a control inside this owner that belongs to another. */
  #concerns(event: Event): boolean {
    const [control] = event.composedPath() as Partial<TreatyControl>[];
    return !control?.for || control.for === this.#owner.id;
  }
}
