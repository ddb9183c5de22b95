/**
 * The relief as two quiet grey pictures, one in the conic of the map and one in Mercator.
 *
 * 255 is no shade; the darker, the deeper in shadow. Flat land, the sea and the edge of the picture are 255, so a map
 * that turns darkness into alpha shows no rectangle, no noise on the water and no veil over the plains. The shade is a
 * mix of three scales, as a draughtsman would have it: the lie of the ranges first, then their ridges, then some grain.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Position } from 'geojson';
import sharp from 'sharp';
import { BASE_FOLDER, fromConic, lonLat, toConic } from './base-frame.ts';
import { blurred, coverage, type Plane } from './base-raster.ts';
import { loadHeights, type Heights } from './base-heights.ts';

interface Picture {
  readonly name: 'conic' | 'mercator';
  readonly width: number;
  readonly height: number;
  /** Extent in the units of the projection: left, bottom, right, top. */
  readonly extent: readonly [number, number, number, number];
  readonly project: (lon: number, lat: number) => [number, number];
  readonly unproject: (x: number, y: number) => [number, number];
  /** Width of the fade at the edges, in pixels. */
  readonly fade: number;
}

const DEGREES = 180 / Math.PI;

const PICTURES: readonly Picture[] = [
  {
    name: 'conic',
    width: 1500,
    height: 875,
    extent: [-3600, -2300, 3600, 1900],
    project: toConic,
    unproject: fromConic,
    fade: 70,
  },
  {
    name: 'mercator',
    width: 1240,
    height: 893,
    extent: [62, mercatorY(18), 160, mercatorY(64.5)],
    project: (lon, lat) => [lon, mercatorY(lat)],
    unproject: (x, y) => [x, (2 * Math.atan(Math.exp(y / DEGREES)) - Math.PI / 2) * DEGREES],
    fade: 58,
  },
];

function mercatorY(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + lat / DEGREES / 2)) * DEGREES;
}

/** Scales of the mix: blur in pixels, how much the height counts, share of the whole. */
const SCALES = [
  { blur: 0.9, height: 1, share: 0.36 },
  { blur: 2.2, height: 2, share: 0.36 },
  { blur: 6, height: 4.2, share: 0.28 },
] as const;

/** How steep the shaded land is made: found by looking, not a physical scale. */
const EXAGGERATION = 0.05;

/** Below one, so that the hills of Manchuria show beside the Himalaya. */
const COMPRESSION = 0.75;

const QUALITY = 54;

export async function buildRelief(): Promise<void> {
  const heights = await loadHeights();
  const entries: (readonly [string, object])[] = [];
  for (const picture of PICTURES) {
    const image = `relief-${picture.name}.avif`;
    await encode(shadeOf(picture, heights), join(BASE_FOLDER, image));
    entries.push([picture.name, { image, coordinates: corners(picture) }]);
  }
  const json = JSON.stringify(Object.fromEntries(entries), null, 2);
  const pairsOnOneLine = json.replaceAll(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]');
  writeFileSync(join(BASE_FOLDER, 'relief.json'), `${pairsOnOneLine}\n`);
}

/** Top left, top right, bottom right, bottom left, as an image source takes them. */
function corners({ extent: [left, bottom, right, top], unproject }: Picture): Position[] {
  return (
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ] as const
  ).map(([x, y]) => unproject(x, y).map((value) => Number(value.toFixed(6))));
}

function shadeOf(picture: Picture, heights: Heights): Plane {
  const { width, height } = picture;
  const ground = heightsOn(picture, heights);
  const dark = new Float32Array(width * height);
  for (const { blur, height: steepness, share } of SCALES) {
    const smooth = blurred({ width, height, values: ground }, blur).values;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (dx: number, dy: number): number =>
          smooth[clamp(y + dy, height) * width + clamp(x + dx, width)] ?? 0;
        const east = ((at(1, 0) - at(-1, 0)) / 2) * EXAGGERATION * steepness;
        const south = ((at(0, 1) - at(0, -1)) / 2) * EXAGGERATION * steepness;
        const i = y * width + x;
        dark[i] = (dark[i] ?? 0) + share * darkness(east, south);
      }
    }
  }
  const land = softened(coverage(landRings(picture), width, height));
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) {
    const edge = edgeFade(i % width, Math.floor(i / width), picture);
    values[i] = 255 * (1 - (dark[i] ?? 0) * (land[i] ?? 0) * edge);
  }
  return { width, height, values };
}

/**
 * Light from the upper left at 45 degrees. Only what is darker than flat land counts, and a little for steepness alone,
 * so that lit slopes have body too.
 */
function darkness(east: number, south: number): number {
  const length = Math.hypot(east, south, 1);
  const lit = (Math.SQRT1_2 + (east + south) / 2) / length;
  const shadow = Math.max(0, 1 - lit / Math.SQRT1_2);
  const steep = 1 - 1 / length;
  // A soft shoulder: the deepest gorges of the Himalaya stay drawn and do not run into one blot.
  return 1 - Math.exp(-1.3 * (0.85 * shadow + 0.35 * steep));
}

function heightsOn({ width, height, extent, unproject }: Picture, heights: Heights): Float32Array {
  const [left, bottom, right, top] = extent;
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [lon, lat] = unproject(
        left + ((x + 0.5) / width) * (right - left),
        top - ((y + 0.5) / height) * (top - bottom),
      );
      values[y * width + x] = heights.at(lon, lat) ** COMPRESSION;
    }
  }
  return values;
}

function landRings({ width, height, extent, project }: Picture): [number, number][][] {
  const [left, bottom, right, top] = extent;
  const text = readFileSync(join(BASE_FOLDER, 'land.geojson'), 'utf8');
  const { features } = JSON.parse(text) as FeatureCollection<MultiPolygon>;
  return features
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .map((ring) =>
      ring.map((position) => {
        const [x, y] = project(...lonLat(position));
        return [((x - left) / (right - left)) * width, ((top - y) / (top - bottom)) * height];
      }),
    );
}

/** Pulled back from the coast a little: a pixel is wider than the drawn shore, and shade must not wet its feet. */
function softened(plane: Plane): Float32Array {
  return blurred(plane, 0.8).values.map((value) => Math.max(0, (value - 0.35) / 0.65) ** 1.3);
}

function edgeFade(x: number, y: number, { width, height, fade }: Picture): number {
  const distance = Math.min(x, y, width - 1 - x, height - 1 - y);
  const share = Math.min(1, distance / fade);
  return share * share * (3 - 2 * share);
}

function clamp(index: number, size: number): number {
  return Math.min(size - 1, Math.max(0, index));
}

async function encode({ width, height, values }: Plane, file: string): Promise<void> {
  const bytes = Uint8Array.from(values, (value) => Math.round(Math.min(255, Math.max(0, value))));
  await sharp(bytes, { raw: { width, height, channels: 1 } })
    .avif({ quality: QUALITY, effort: 4 })
    .toFile(file);
}
