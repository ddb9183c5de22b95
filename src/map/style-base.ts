import type {
  BackgroundLayerSpecification,
  ExpressionSpecification,
  FillLayerSpecification,
  LayerSpecification,
  LineLayerSpecification,
} from 'maplibre-gl';
import { mixed } from './color';
import type { Palette, Power } from './palette-data';

/** How strong the paper of a state is tinted with the colour of its power: enough to tell two neighbours apart. */
const STATE_TINT = 0.13;

/** The strength that the day gives to a feature, 0 until it is told. */
export const STRENGTH: ExpressionSpecification = ['number', ['feature-state', 'strength'], 0];

/**
 * What the base map is made of. It is one source: for each change from one source to another MapLibre cuts the tiles out of
 * the picture anew, in every frame.
 */
export const BASE_PARTS = ['land', 'states', 'lakes', 'rivers', 'graticule', 'borders'] as const;
export type BasePart = (typeof BASE_PARTS)[number];

/** The id of a feature among those of all parts. */
export function baseId(part: BasePart, id: string): string {
  return `${part}/${id}`;
}

/**
 * The same value for every feature, told as if each had its own. For every set of properties that depend on the feature
 * MapLibre links another program, which takes longer than anything that a program saves; so the layers of a kind keep to one set.
 */
export function each(value: string | number): ExpressionSpecification {
  return ['case', ['has', 'id'], value, value];
}

/** The same at every zoom, told as if it depended on it, for the same reason. */
export function everyZoom(value: ExpressionSpecification): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 3, value, 8, value];
}

const isPart = (part: BasePart): ExpressionSpecification => ['==', ['get', 'part'], part];

export type BaseLayer = BackgroundLayerSpecification | FillLayerSpecification | LineLayerSpecification;

/**
 * The base map under the territories, from the sea up to the borders: what `Still` stands in for. What has a day carries
 * its strength as feature state; the hatching of occupied states is an `AreaLayer`. States are opaque, each paper of its
 * own, since an occupied land lies over the state it is cut from and two tints would mix.
 */
export function baseLayers(palette: Palette): BaseLayer[] {
  const { land, sea, river, border, ink } = palette;
  const coast = mixed(sea, ink, 0.42);
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sea } },
    {
      id: 'land',
      type: 'fill',
      source: 'base',
      filter: isPart('land'),
      // Its edge is under the coast.
      paint: { 'fill-color': land, 'fill-antialias': false },
    },
    {
      id: 'states',
      type: 'fill',
      source: 'base',
      filter: ['all', isPart('states'), ['!=', ['geometry-type'], 'Point']],
      layout: { 'fill-sort-key': ['number', ['get', 'order'], 0] },
      paint: { 'fill-color': powerColor(palette), 'fill-opacity': STRENGTH, 'fill-antialias': false },
    },
    {
      id: 'lakes',
      type: 'fill',
      source: 'base',
      filter: isPart('lakes'),
      paint: { 'fill-color': sea, 'fill-outline-color': mixed(sea, river, 0.9) },
    },
    {
      id: 'rivers',
      type: 'line',
      source: 'base',
      filter: isPart('rivers'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': river,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['-', 1.3, ['*', 0.3, ['number', ['get', 'rank'], 3]]],
          8,
          ['-', 3, ['*', 0.5, ['number', ['get', 'rank'], 3]]],
        ],
        'line-opacity': each(1),
      },
    },
    {
      id: 'coast',
      type: 'line',
      source: 'base',
      filter: isPart('land'),
      paint: { 'line-color': coast, 'line-width': everyZoom(each(0.7)), 'line-opacity': each(1) },
    },
    {
      id: 'graticule',
      type: 'line',
      source: 'base',
      filter: isPart('graticule'),
      paint: { 'line-color': ink, 'line-width': everyZoom(each(0.6)), 'line-opacity': each(0.1) },
    },
    ...(['solid', 'dashed'] as const).map((edge): BaseLayer => ({
      id: `borders-${edge}`,
      type: 'line',
      source: 'base',
      filter: ['all', isPart('borders'), ['==', ['get', 'dashed'], edge === 'dashed']],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, each(0.9), 7, each(1.5)],
        'line-opacity': ['*', 0.85, STRENGTH],
        ...(edge === 'dashed' && { 'line-dasharray': [4, 2.5] }),
      },
    })),
  ];
}

/** States too small for an area. */
export function stateDots(palette: Palette): LayerSpecification {
  return {
    id: 'dots',
    type: 'circle',
    source: 'base',
    filter: ['all', isPart('states'), ['==', ['geometry-type'], 'Point']],
    paint: {
      'circle-radius': everyZoom(each(2.4)),
      'circle-color': powerColor(palette),
      'circle-stroke-color': each(palette.border),
      'circle-stroke-width': each(1),
      'circle-opacity': STRENGTH,
      'circle-stroke-opacity': STRENGTH,
    },
  };
}

/** Features carry the power of their item, put in when the map is made; what has none is plain land. */
function powerColor({ land, powers }: Palette): ExpressionSpecification {
  const cases = (Object.keys(powers) as Power[]).flatMap((power) => [
    power,
    mixed(land, powers[power], STATE_TINT),
  ]);
  return ['match', ['get', 'power'], ...cases, land] as unknown as ExpressionSpecification;
}
