import type { TreatyControl } from '../owner-controller';
import type { TreatyView } from '../view';
import type {
  TreatyDateRequestEvent,
  TreatyDaysRequestEvent,
  TreatyHighlightRequestEvent,
  TreatyLayersRequestEvent,
  TreatyPanelRequestEvent,
  TreatyPlaceRequestEvent,
  TreatySelectRequestEvent,
  TreatyViewpointRequestEvent,
} from '../events';

/** How the owner answers each kind of request. */
export interface Answers {
  'treaty-date-request': (request: TreatyDateRequestEvent) => void;
  'treaty-days-request': (request: TreatyDaysRequestEvent) => void;
  'treaty-layers-request': (request: TreatyLayersRequestEvent) => void;
  'treaty-select-request': (request: TreatySelectRequestEvent) => void;
  'treaty-highlight-request': (request: TreatyHighlightRequestEvent) => void;
  'treaty-panel-request': (request: TreatyPanelRequestEvent) => void;
  'treaty-place-request': (request: TreatyPlaceRequestEvent) => void;
  'treaty-viewpoint-request': (request: TreatyViewpointRequestEvent) => void;
}

/** The controls of an owner: gives them the view, and hears what they ask, wherever on the page they stand. */
export class Controls {
  #owner: HTMLElement;
  #answers: Readonly<Record<string, (request: Event) => void>>;
  #controls = new Set<TreatyControl>();
  #heard = new WeakSet<Event>();
  #view: TreatyView | null = null;

  /** @param answers called once for each request, when everybody has had the chance to cancel it and nobody has */
  constructor(owner: HTMLElement, answers: Answers) {
    this.#owner = owner;
    this.#answers = answers as unknown as Record<string, (request: Event) => void>;
    for (const type of this.#types) owner.addEventListener(type, this.#onRequest);
  }

  add(control: TreatyControl): void {
    this.#controls.add(control);
    control.view = this.#view;
    for (const type of this.#types) control.addEventListener(type, this.#onRequest);
  }

  remove(control: TreatyControl): void {
    this.#controls.delete(control);
    control.view = null;
    for (const type of this.#types) control.removeEventListener(type, this.#onRequest);
  }

  show(view: TreatyView | null): void {
    this.#view = view;
    for (const control of this.#controls) control.view = view;
  }

  /** Resolves when every control shows the last view. */
  async settled(): Promise<void> {
    await Promise.all([...this.#controls].map((control) => control.updateComplete));
  }

  get #types(): string[] {
    return Object.keys(this.#answers);
  }

  // A request of a control inside comes by twice: from the control, and bubbling.
  #onRequest = (event: Event): void => {
    if (this.#heard.has(event) || !this.#concerns(event)) return;
    this.#heard.add(event);
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.#answers[event.type]?.(event);
    });
  };

  /** Whether the event is not one of a control inside this owner that belongs to another. */
  #concerns(event: Event): boolean {
    // A request comes from a control, or from a button inside one.
    const path = event.composedPath() as Partial<TreatyControl>[];
    const control = path.find((node) => typeof node.for === 'string');
    return !control?.for || control.for === this.#owner.id;
  }
}
