import { Marker, type Map as MapLibreMap } from 'maplibre-gl';

type Place = readonly [lon: number, lat: number] | null;

/** The mark at the place that is asked about: a ring, for the eye alone, since the page beside the map says where it is. */
export class PlaceMark {
  #marker: Marker | null = null;
  #at: Place = null;

  show(map: MapLibreMap, place: Place): void {
    if (place === this.#at) return;
    this.#at = place;
    if (!place) {
      this.remove();
      return;
    }
    this.#marker ??= new Marker({ element: this.#makeElement() });
    this.#marker.setLngLat([place[0], place[1]]).addTo(map);
  }

  remove(): void {
    this.#marker?.remove();
    this.#marker = null;
  }

  #makeElement(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'place-mark';
    element.setAttribute('aria-hidden', 'true');
    return element;
  }
}
