import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, it } from 'vitest';
import { PALETTES, type Theme } from '../../src/map/palette-data';
import { BASE_PARTS } from '../../src/map/style-base';
import { styleOf } from '../../src/map/style';
import type { Collection, MapData } from '../../src/map/map-data';

// The map itself does not have it checked, which takes a while.
it.each(Object.keys(PALETTES) as Theme[])('the style of the %s theme is one', (theme) => {
  const nothing: Collection = { type: 'FeatureCollection', features: [] };
  const data = Object.fromEntries(BASE_PARTS.map((part) => [part, nothing])) as unknown as MapData;
  const texts = { stations: nothing, names: nothing } as Parameters<typeof styleOf>[4];
  const style = styleOf(PALETTES[theme], 'mercator', data, [], texts);
  expect(style.layers.length).toBeGreaterThan(20);
  expect(validateStyleMin(style as Parameters<typeof validateStyleMin>[0])).toEqual([]);
});
