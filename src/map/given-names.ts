import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
import type { LabelFeature } from './label';
import type { SeatFeature } from './seats';

/**
 * Which spots of names MapLibre has. Every spot is a feature of its own, thousands of them, of which a day shows fifty; each
 * that MapLibre has is set by the worker and takes part in every frame, drawn or not. So it is given those that are wanted,
 * and more when others are: what was given once stays.
 */
export class GivenNames {
  readonly #seats: readonly SeatFeature[];
  readonly #given = new Set<LabelFeature>();
  #sent = 0;

  constructor(seats: readonly SeatFeature[]) {
    this.#seats = seats;
  }

  /** Adds spots, to go with what is sent next. */
  give(spots: Iterable<LabelFeature>): void {
    for (const spot of spots) this.#given.add(spot);
  }

  /** Sends all that has been given to the worker; false where it has all of them. */
  send(source: GeoJSONSource | undefined): boolean {
    if (!source || this.#sent === this.#given.size) return false;
    source.setData(this.take());
    return true;
  }

  /** All that has been given, as sent; seats come last, and so lie over the rings of towns. */
  take(): FeatureCollection {
    this.#sent = this.#given.size;
    return { type: 'FeatureCollection', features: [...this.#given, ...this.#seats] };
  }
}
