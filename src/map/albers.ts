/**
 * The projection of the plate: Albers' equal-area conic on the sphere of the Earth's surface, standard parallels 37 and
 * 53 north, centre 112 east 45 north (Snyder, Map Projections, formulas 14-1 to 14-11). The relief is warped into it
 * when it is built. Knows neither page nor MapLibre: the map and its worker both import this file.
 */
const RADIUS = 6371007;
const RADIANS = Math.PI / 180;
const CENTRE_LON = 112;

const CONE = (Math.sin(37 * RADIANS) + Math.sin(53 * RADIANS)) / 2;
const CONSTANT = Math.cos(37 * RADIANS) ** 2 + 2 * CONE * Math.sin(37 * RADIANS);
const RHO_CENTRE = rho(45);

/** Distance from the tip of the cone, metres. */
function rho(lat: number): number {
  return (RADIUS * Math.sqrt(CONSTANT - 2 * CONE * Math.sin(lat * RADIANS))) / CONE;
}

/** Degrees east and north to metres in the plane, y northwards. */
export function forward([lon = 0, lat = 0]: readonly number[]): [x: number, y: number] {
  const r = rho(lat);
  const theta = CONE * (lon - CENTRE_LON) * RADIANS;
  return [r * Math.sin(theta), RHO_CENTRE - r * Math.cos(theta)];
}

/** Metres in the plane to degrees east and north; null where the plane has no place, behind the tip and past the rim. */
export function inverse([x = 0, y = 0]: readonly number[]): [lon: number, lat: number] | null {
  const down = RHO_CENTRE - y;
  const sine = (CONSTANT - (Math.hypot(x, down) * (CONE / RADIUS)) ** 2) / (2 * CONE);
  const lon = CENTRE_LON + Math.atan2(x, down) / CONE / RADIANS;
  if (Math.abs(sine) > 1 || Math.abs(lon - CENTRE_LON) > 180) return null;
  return [lon, Math.asin(sine) / RADIANS];
}

/** The name by which MapLibre knows it; a colon marks a projection that is not built in. */
export const ALBERS_NAME = 'custom:treaty-albers';

/** The string by which the worker knows that it is asked for this projection and no other. */
export const ALBERS_DEFINITION = 'treaty-albers 37 53 112 45';

/** The square of the plane that stands for MapLibre's world at zoom 0, half of Mercator's in each direction. */
export const ALBERS_SQUARE: { readonly origin: [number, number]; readonly extentAtZoom0: number } = {
  origin: [-10018754, 10018754],
  extentAtZoom0: 20037508,
};
