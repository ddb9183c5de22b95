import { readBack } from './contestant';
import { mapOf } from './maplibre';

declare global {
  interface Window {
    /** Milliseconds from the start of the page to its first complete map. */
    firstMap?: number;
  }
}

/** Bare MapLibre with the same base map: as large, and nothing beside it. */
const { searchParams } = new URL(location.href);
const container = document.querySelector<HTMLElement>('#map');
if (!container) throw new Error('there is no box for the map');
container.style.setProperty('width', `${searchParams.get('width')}px`);
container.style.setProperty('height', `${searchParams.get('height')}px`);
const map = await mapOf(container, new URL('./style.json', location.href).href);
readBack(map.getCanvas());
window.firstMap = performance.now();
