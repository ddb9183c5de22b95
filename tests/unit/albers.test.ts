import { describe, expect, it } from 'vitest';
import { fromConic, toConic } from '../../geo/build/base-frame';
import { forward, inverse } from '../../src/map/albers';
import { boxAround, PLANES } from '../../src/map/plane';

/** Expected metres from GDAL: `gdaltransform -s_srs "+proj=longlat +R=6371007" -t_srs "+proj=aea +lat_1=37 +lat_2=53 +lat_0=45 +lon_0=112 +R=6371007"`. */
const KNOWN: readonly (readonly [string, [number, number], [number, number]])[] = [
  ['Ulan Bator', [106.917, 47.92], [-375184.85, 339459.71]],
  ['Harbin', [126.65, 45.75], [1119645.07, 184714.67]],
  ['Kashgar', [75.99, 39.47], [-2978321.73, 46389.46]],
  ['Moscow', [37.62, 55.75], [-4079576.74, 3193478.38]],
  ['Taipei', [121.53, 25.05], [996141.89, -2142872.64]],
];

describe('the conic of the plate', () => {
  it.each(KNOWN)('puts %s where GDAL does', (_name, at, expected) => {
    const [x, y] = forward(at);
    expect(x).toBeCloseTo(expected[0], 0);
    expect(y).toBeCloseTo(expected[1], 0);
  });

  it('has its middle in the middle', () => {
    expect(forward([112, 45]).map(Math.abs)).toEqual([0, 0]);
  });

  it('comes back to where it started', () => {
    for (let lon = 20; lon <= 170; lon += 7.5) {
      for (let lat = 8; lat <= 75; lat += 3.35) {
        const back = inverse(forward([lon, lat]));
        expect(back?.[0]).toBeCloseTo(lon, 8);
        expect(back?.[1]).toBeCloseTo(lat, 8);
      }
    }
  });

  it('shows equal areas equal, from the Pamirs to Kamchatka', () => {
    const cell = 0.02;
    for (const [lon, lat] of [
      [74, 38],
      [112, 45],
      [112, 24],
      [160, 58],
      [37, 56],
    ] as const) {
      const onGround =
        6371007 ** 2 *
        ((cell * Math.PI) / 180) *
        (Math.sin(((lat + cell) * Math.PI) / 180) - Math.sin((lat * Math.PI) / 180));
      const ring = [
        [lon, lat],
        [lon + cell, lat],
        [lon + cell, lat + cell],
        [lon, lat + cell],
      ].map((at) => forward(at));
      const twice = ring.reduce((sum, [x, y], i) => {
        const [nx, ny] = ring[(i + 1) % ring.length] as [number, number];
        return sum + x * ny - nx * y;
      }, 0);
      expect(twice / 2 / onGround).toBeCloseTo(1, 4);
    }
  });

  it('is that of the pipeline, which cuts the base map and warps the relief', () => {
    for (let lon = 20; lon <= 170; lon += 5) {
      for (let lat = 8; lat <= 75; lat += 2.68) {
        const [x, y] = forward([lon, lat]);
        const [kmX, kmY] = toConic(lon, lat);
        expect(Math.hypot(x - kmX * 1000, y - kmY * 1000), `${lon} ${lat}, metres`).toBeLessThan(0.001);
        const [backLon, backLat] = fromConic(x / 1000, y / 1000);
        expect(inverse([x, y])?.[0]).toBeCloseTo(backLon, 8);
        expect(inverse([x, y])?.[1]).toBeCloseTo(backLat, 8);
      }
    }
  });

  it('has no place behind the tip of the cone', () => {
    expect(inverse([0, 9_500_000])).toBeNull();
  });
});

describe.each(['conic', 'mercator'] as const)('the plane of the %s map', (projection) => {
  const plane = PLANES[projection];

  it('comes back to where it started', () => {
    const [lon, lat] = plane.toLonLat(plane.toWorld([126.64, 45.76]));
    expect(lon).toBeCloseTo(126.64, 8);
    expect(lat).toBeCloseTo(45.76, 8);
  });

  it('has north up and east right', () => {
    const box = boxAround([plane.toWorld([112, 45]), plane.toWorld([113, 46])]);
    expect(box?.left).toBeLessThan(box?.right ?? 0);
    expect(plane.toWorld([112, 46])[1]).toBeLessThan(plane.toWorld([112, 45])[1]);
  });
});
