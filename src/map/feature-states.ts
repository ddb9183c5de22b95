import type { Map as MapLibreMap } from 'maplibre-gl';
import { differing } from './signs';

/** What a feature carries with the day. */
export type State = Readonly<Record<string, string | number | boolean>>;

/**
 * The feature states of a map, as they were last written: writes what differs and nothing else. A feature that is not
 * named any more goes to `strength` 0, which every style layer reads as "not there".
 */
export class FeatureStates {
  readonly #map: MapLibreMap;
  readonly #written = new Map<string, ReadonlyMap<string, State>>();

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /** Makes these the states of a source's features; false where they are already. */
  write(source: string, next: ReadonlyMap<string, State>): boolean {
    const ids = differing(this.#written.get(source) ?? null, next, sameState);
    for (const id of ids) this.#map.setFeatureState({ source, id }, next.get(id) ?? { strength: 0 });
    this.#written.set(source, next);
    return ids.length > 0;
  }

  /** Marks one feature, or takes the mark away, beside what `write` says of it. */
  mark(source: string, id: string, mark: 'selected' | 'highlighted', on: boolean): void {
    this.#map.setFeatureState({ source, id }, { [mark]: on });
  }

  /** Forgets what was written: the map has lost it. */
  forget(): void {
    this.#written.clear();
  }
}

function sameState(a: State, b: State): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
