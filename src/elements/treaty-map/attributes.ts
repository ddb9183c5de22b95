import { isoOf } from '../../time/day';
import { writePlace } from './settings';
import type { TreatyMap } from './shell';
import type { TreatyState } from './state';

/** The attributes that are settings, and their properties. */
export const SETTINGS = {
  date: 'date',
  'span-from': 'spanFrom',
  'compare-date': 'compareDate',
  layers: 'layers',
  projection: 'projection',
  at: 'at',
  zoom: 'zoom',
  select: 'selected',
  panel: 'panel',
  place: 'place',
  viewpoint: 'viewpoint',
  src: 'src',
  from: 'from',
  until: 'until',
  theme: 'theme',
  controls: 'controls',
  gestures: 'gestures',
} as const satisfies Readonly<Record<string, keyof TreatyMap>>;
export type SettingName = keyof typeof SETTINGS;

/** The attributes of the element that show its state: what an address or another page needs to show the same. */
export class Attributes {
  #element: HTMLElement;
  #writing = false;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Whether an attribute changes because the state is shown, and not because a page has set it. */
  get writing(): boolean {
    return this.#writing;
  }

  /** Writes what differs; nothing where an attribute says the same in its absence. */
  show(state: TreatyState): void {
    const { ends, namedControls, theme, gestures, projection } = state;
    const { day, spanFrom, compare, names, at, zoom, selected, panel, place, viewpoint } = state;
    this.#write('date', isoOf(day));
    this.#write('span-from', spanFrom === null ? null : isoOf(spanFrom));
    this.#write('compare-date', compare === null ? null : isoOf(compare));
    this.#write('layers', names?.join(' ') ?? null);
    this.#write('at', writePlace(at));
    this.#write('zoom', zoom === null ? null : String(zoom));
    this.#write('select', selected);
    this.#write('panel', panel);
    this.#write('place', writePlace(place));
    this.#write('from', ends.first === null ? null : isoOf(ends.first));
    this.#write('until', ends.last === null ? null : isoOf(ends.last));
    this.#write('controls', namedControls?.join(' ') ?? null);
    this.#write('theme', theme);
    this.#writeUnless('viewpoint', viewpoint, 'all');
    this.#writeUnless('projection', projection, 'conic');
    this.#writeUnless('gestures', gestures, 'cooperative');
  }

  /** Where the attribute is missing its default is meant; one that a page has written stays. */
  #writeUnless(name: string, value: string, otherwise: string): void {
    if ((this.#element.getAttribute(name) ?? otherwise) !== value)
      this.#write(name, value === otherwise ? null : value);
  }

  #write(name: string, value: string | null): void {
    if (value === this.#element.getAttribute(name)) return;
    this.#writing = true;
    if (value === null) this.#element.removeAttribute(name);
    else this.#element.setAttribute(name, value);
    this.#writing = false;
  }
}
