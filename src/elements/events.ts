import type { LonLat } from '../atlas/applied';
import type { Change, TreatyRecord } from '../atlas/record';
import type { Panel } from './panels';
import type { Eyes } from './view';

/**
 * The events of the house. Requests come from controls: they bubble, cross shadow roots and can be cancelled; the owner
 * alone decides. Facts come from the owner, whoever caused the change, and never when nothing changed.
 */
const REQUEST = { bubbles: true, composed: true, cancelable: true } as const;
const FACT = { bubbles: true, composed: true } as const;

/** A control asks for a day. */
export class TreatyDateRequestEvent extends Event {
  static readonly type = 'treaty-date-request';
  /** The day asked for, `YYYY-MM-DD`. */
  readonly date: string;
  /** Whether it is a step of its own, which may fade in, and not one of many in a drag or in play. */
  readonly step: boolean;

  constructor(date: string, { step = false }: { readonly step?: boolean } = {}) {
    super(TreatyDateRequestEvent.type, REQUEST);
    this.date = date;
    this.step = step;
  }
}

/** A control asks for other layers to be shown. */
export class TreatyLayersRequestEvent extends Event {
  static readonly type = 'treaty-layers-request';
  /** Ids of all the layers to show. */
  readonly layers: readonly string[];

  constructor(layers: readonly string[]) {
    super(TreatyLayersRequestEvent.type, REQUEST);
    this.layers = layers;
  }
}

/**
 * A control asks to choose a thing of the record by its id (territory, provision, instrument, event, claim, source), or
 * with null to choose none. The map goes there; an event or a claim sets its day.
 */
export class TreatySelectRequestEvent extends Event {
  static readonly type = 'treaty-select-request';
  readonly id: string | null;

  constructor(id: string | null) {
    super(TreatySelectRequestEvent.type, REQUEST);
    this.id = id;
  }
}

/** A control asks for a page beside the map, or with null for the list of the day. */
export class TreatyPanelRequestEvent extends Event {
  static readonly type = 'treaty-panel-request';
  readonly panel: Panel | null;

  constructor(panel: Panel | null) {
    super(TreatyPanelRequestEvent.type, REQUEST);
    this.panel = panel;
  }
}

/** A control asks what applied at a place. The map goes there if it is out of sight. */
export class TreatyPlaceRequestEvent extends Event {
  static readonly type = 'treaty-place-request';
  /** Degrees east and north. */
  readonly place: LonLat;

  constructor(place: LonLat) {
    super(TreatyPlaceRequestEvent.type, REQUEST);
    this.place = place;
  }
}

/** A control asks for a second day: to compare the day shown with, or to show all that held between the two. */
export class TreatyDaysRequestEvent extends Event {
  static readonly type = 'treaty-days-request';
  /** The day to compare with, `YYYY-MM-DD`; null for none. */
  readonly compareDate: string | null;
  /** The other end of the stretch of days, `YYYY-MM-DD`; null for none. */
  readonly spanFrom: string | null;

  constructor({ compareDate, spanFrom }: Pick<TreatyDaysRequestEvent, 'compareDate' | 'spanFrom'>) {
    super(TreatyDaysRequestEvent.type, REQUEST);
    this.compareDate = compareDate;
    this.spanFrom = spanFrom;
  }
}

/** A control asks to look through one party's eyes, or with `all` through everyone's. */
export class TreatyViewpointRequestEvent extends Event {
  static readonly type = 'treaty-viewpoint-request';
  readonly viewpoint: Eyes;

  constructor(viewpoint: Eyes) {
    super(TreatyViewpointRequestEvent.type, REQUEST);
    this.viewpoint = viewpoint;
  }
}

/** A control asks to point out a territory, or with null to stop: what lies under the pointer or has the focus. */
export class TreatyHighlightRequestEvent extends Event {
  static readonly type = 'treaty-highlight-request';
  readonly territory: string | null;

  constructor(territory: string | null) {
    super(TreatyHighlightRequestEvent.type, REQUEST);
    this.territory = territory;
  }
}

/** The element shows its date: the map too, where a map can be drawn. */
export class TreatyReadyEvent extends Event {
  static readonly type = 'treaty-ready';

  constructor() {
    super(TreatyReadyEvent.type, FACT);
  }
}

/** The date has changed. */
export class TreatyDateChangeEvent extends Event {
  static readonly type = 'treaty-date-change';
  /** The day now shown and the one shown before, `YYYY-MM-DD`. */
  readonly date: string;
  readonly previous: string;
  readonly began: readonly TreatyRecord[];
  readonly ended: readonly TreatyRecord[];
  readonly changed: readonly Change[];

  constructor(change: Pick<TreatyDateChangeEvent, 'date' | 'previous' | 'began' | 'ended' | 'changed'>) {
    super(TreatyDateChangeEvent.type, FACT);
    this.date = change.date;
    this.previous = change.previous;
    this.began = change.began;
    this.ended = change.ended;
    this.changed = change.changed;
  }
}

/** A thing of the record was chosen, or with null none is any more. */
export class TreatySelectEvent extends Event {
  static readonly type = 'treaty-select';
  readonly id: string | null;
  /** The same id where it is a territory's, else null. */
  readonly territory: string | null;
  /** Ids of the provisions: in force there on the day shown for a territory, else those that the thing names. */
  readonly provisions: readonly string[];

  constructor(choice: Pick<TreatySelectEvent, 'id' | 'territory' | 'provisions'>) {
    super(TreatySelectEvent.type, FACT);
    this.id = choice.id;
    this.territory = choice.territory;
    this.provisions = choice.provisions;
  }
}

/** Something is wrong; the rest goes on. The message says what, where and what to do. */
export class TreatyErrorEvent extends Event {
  static readonly type = 'treaty-error';
  readonly message: string;
  readonly cause: unknown;

  constructor(message: string, cause?: unknown) {
    super(TreatyErrorEvent.type, FACT);
    this.message = message;
    this.cause = cause;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'treaty-date-request': TreatyDateRequestEvent;
    'treaty-days-request': TreatyDaysRequestEvent;
    'treaty-layers-request': TreatyLayersRequestEvent;
    'treaty-select-request': TreatySelectRequestEvent;
    'treaty-highlight-request': TreatyHighlightRequestEvent;
    'treaty-panel-request': TreatyPanelRequestEvent;
    'treaty-place-request': TreatyPlaceRequestEvent;
    'treaty-viewpoint-request': TreatyViewpointRequestEvent;
    'treaty-ready': TreatyReadyEvent;
    'treaty-date-change': TreatyDateChangeEvent;
    'treaty-select': TreatySelectEvent;
    'treaty-error': TreatyErrorEvent;
  }
}
