import { AttributionControl, LngLat, Map as MapLibreMap, ScaleControl, type MapOptions } from 'maplibre-gl';
import { MAX_ZOOM, MIN_ZOOM } from './camera';
import { boxAround, type Plane, type Projection } from './plane';
import { giveSigns } from './point-signs';
import { MapError } from './problem';

/** This browser gives the map no WebGL 2 to draw with. */
export class NoWebGLError extends MapError {
  override readonly name = 'NoWebGLError';

  constructor(cause: unknown) {
    super({ code: 'webgl', values: {} }, cause);
  }
}

/** The strings of MapLibre's own that this map shows; every other is of a control or a gesture that it does not have. */
const OF_MAPLIBRE = [
  'CooperativeGesturesHandler.WindowsHelpText',
  'CooperativeGesturesHandler.MacHelpText',
  'CooperativeGesturesHandler.MobileHelpText',
  'Map.Title',
  'ScaleControl.Meters',
  'ScaleControl.Kilometers',
  'AttributionControl.ToggleAttribution',
] as const;

/** The texts of the interface that stand on the map, by the keys that the owner has for them. */
export type SayOnMap = (
  key: `maplibre.${(typeof OF_MAPLIBRE)[number]}` | `projection.${Projection}` | 'span.until',
  values?: Record<string, string>,
) => string;

/** How far the middle of the view may go: the lands and seas of the record, from Moscow to the Pacific. */
const ROAM = [
  [35, 60],
  [60, 66],
  [112, 62],
  [150, 55],
  [140, 19],
  [112, 18],
  [80, 20],
] as const;

/**
 * Pixels to a CSS pixel until the first picture is complete. MapLibre draws a frame for every tile that arrives, and
 * nobody sees those: in a browser without a graphics card they would take most of the time to the first picture.
 */
const WHILE_LOADING = 0.1;

/** Draws sharply from now on, as sharply as the screen is, also when it becomes another. */
export function sharpen(map: MapLibreMap): void {
  map.setPixelRatio(undefined as unknown as number);
}

/** Folds the credits behind their button where they would lie over a small map; MapLibre does so at the first drag only. */
export function foldCredits(map: MapLibreMap): void {
  const credits = map.getContainer().querySelector('.maplibregl-ctrl-attrib.maplibregl-compact');
  credits?.classList.remove('maplibregl-compact-show');
}

/**
 * A MapLibre map as the plate wants it: north up, bounded, without fades, which would let label and list disagree, and
 * without buttons, which are the owner's. It has no style yet.
 */
export function newMap(
  container: HTMLElement,
  credits: readonly string[],
  plane: Plane,
  say: SayOnMap,
  cooperative: boolean,
): MapLibreMap {
  const options: MapOptions = {
    container,
    locale: Object.fromEntries(OF_MAPLIBRE.map((key) => [key, say(`maplibre.${key}`)])),
    attributionControl: false,
    cooperativeGestures: cooperative,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    pixelRatio: WHILE_LOADING,
    renderWorldCopies: false,
    minZoom: 0,
    maxZoom: MAX_ZOOM,
    maxTileCacheSize: 60,
    transformConstrain: withinRoam(plane),
  };
  let map: MapLibreMap;
  try {
    map = new MapLibreMap(options);
  } catch (cause) {
    if ((cause as { name?: unknown }).name !== 'GPUInitializationError') throw cause;
    throw new NoWebGLError(cause);
  }
  giveSigns(map);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 110 }), 'bottom-left');
  map.addControl(new AttributionControl({ customAttribution: credits.map(escaped) }), 'bottom-right');
  return map;
}

type Constrain = NonNullable<MapOptions['transformConstrain']>;

/**
 * Keeps the middle of the view over the base map. MapLibre's own `maxBounds` is a box of parallels and meridians, which
 * in the conic is none.
 */
function withinRoam(plane: Plane): Constrain {
  const box = boxAround(ROAM.map((at) => plane.toWorld([...at])));
  return (lngLat, zoom) => {
    const held = Math.min(MAX_ZOOM, Math.max(zoom, MIN_ZOOM - 2));
    const [x, y] = plane.toWorld([lngLat.lng, lngLat.lat]);
    if (!box || !Number.isFinite(x + y)) return { center: lngLat, zoom: held };
    const inside: [number, number] = [
      Math.min(box.right, Math.max(box.left, x)),
      Math.min(box.bottom, Math.max(box.top, y)),
    ];
    if (inside[0] === x && inside[1] === y) return { center: lngLat, zoom: held };
    return { center: new LngLat(...plane.toLonLat(inside)), zoom: held };
  };
}

/** Credits are text, and MapLibre takes HTML. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] as string);
}
