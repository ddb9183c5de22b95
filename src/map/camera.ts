import { boxAround, type Box, type Plane } from './plane';

/** Sides of the map that something of the page covers, CSS pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Where the map looks from. */
export interface Camera {
  readonly center: [lon: number, lat: number];
  readonly zoom: number;
}

/** Where the map is asked to look: the middle, degrees east and north, and MapLibre's zoom. Null: as the first view has it. */
export interface Look {
  readonly at: readonly [lon: number, lat: number] | null;
  readonly zoom: number | null;
}

/** The first view, whatever the size of the box. */
export const HOME: Look = { at: null, zoom: null };

/** A look as it is written: to some ten metres and a hundredth of a zoom, so that it can be read again as the same. */
export function rounded([lon, lat]: readonly [number, number], zoom: number): Look {
  const round = (value: number, places: number): number => Number(value.toFixed(places));
  return { at: [round(lon, 4), round(lat, 4)], zoom: round(zoom, 2) };
}

export function sameLook(a: Look, b: Look): boolean {
  return a.zoom === b.zoom && a.at?.[0] === b.at?.[0] && a.at?.[1] === b.at?.[1];
}

export const MAX_ZOOM = 9;
/** No farther out than the whole plate; a narrow box may go as far as the region demands. */
export const MIN_ZOOM = 2;

/**
 * The camera that shows a box of the plane in a box of the screen. MapLibre's own `fitBounds` takes meridians and
 * parallels, whose corners in a conic are not the corners of what is seen.
 */
export function cameraFor(
  box: Box,
  plane: Plane,
  size: { readonly width: number; readonly height: number },
  insets: Insets,
  maxZoom = MAX_ZOOM,
): Camera {
  const width = Math.max(40, size.width - insets.left - insets.right);
  const height = Math.max(40, size.height - insets.top - insets.bottom);
  const scale = Math.min(
    width / Math.max(1e-9, box.right - box.left),
    height / Math.max(1e-9, box.bottom - box.top),
  );
  const zoom = Math.min(maxZoom, Math.log2(scale / 512));
  const perPixel = 1 / (512 * 2 ** zoom);
  const x = (box.left + box.right) / 2 + ((insets.right - insets.left) / 2) * perPixel;
  const y = (box.top + box.bottom) / 2 + ((insets.bottom - insets.top) / 2) * perPixel;
  return { zoom, center: plane.toLonLat([x, y]) };
}

/** A box grown on all sides by a share of its size. */
export function grown({ left, top, right, bottom }: Box, share: number): Box {
  const [dx, dy] = [(right - left) * share, (bottom - top) * share];
  return { left: left - dx, top: top - dy, right: right + dx, bottom: bottom + dy };
}

/** The region, from the middle of Sinkiang to the Pacific coast, whose far west may lie under the legend: far corners and the middle of each side. */
const REGION = [
  [84, 38],
  [84, 46],
  [88, 34],
  [112, 32.5],
  [131, 38],
  [135.2, 48.5],
  [125, 55.5],
  [100, 56],
] as const;
/** The same without its far west, for a box so narrow that everything else would be tiny. */
const HEART = [
  [88, 47],
  [92, 41],
  [112, 37],
  [135.5, 48],
  [123, 54],
  [125, 37.5],
] as const;
const NARROW = 620;
/** The share of the height to spare that lies north of the region. */
const NORTH = 0.15;

/** The first view: the whole region fills what is free of the box. */
export function homeCamera(
  plane: Plane,
  size: { readonly width: number; readonly height: number },
  insets: Insets,
): Camera {
  const narrow = size.width - insets.left - insets.right < NARROW;
  const box = boxAround((narrow ? HEART : REGION).map((at) => plane.toWorld([...at]))) as Box;
  const camera = cameraFor(box, plane, size, insets);
  const scale = 512 * 2 ** camera.zoom;
  const left = size.height - insets.top - insets.bottom - (box.bottom - box.top) * scale;
  if (!narrow || left <= 0) return camera;
  // What a tall box has left shows China to the south rather than Siberia to the north.
  const [x, y] = plane.toWorld(camera.center);
  return { ...camera, center: plane.toLonLat([x, y + ((0.5 - NORTH) * left) / scale]) };
}
