import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { mixed } from './color';
import { GROUPS, type Palette } from './palette-data';
import type { Texture } from './signs';
import { each, everyZoom, STRENGTH } from './style-base';

/**
 * The lines and points of the territories; areas are painted by `areas.ts` and `edges.ts`. Each carries its sign as feature
 * state: `group` chooses the hue, `texture` and `edge` which of these layers draws it, `strength` how much. They are in one source, not one a layer of the atlas: a layer switched off is a
 * sign that is missing, which goes the same way as a change of the day, within a frame and without the worker, and
 * so many style layers are drawn for all instead of so many for each.
 */
const SELECTED: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const HIGHLIGHTED: ExpressionSpecification = ['boolean', ['feature-state', 'highlighted'], false];

const isRole = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];

/** The hue of the sign; for type a little of the ink is mixed in, since thin strokes want more contrast. */
export function hue({ kinds, ink }: Palette, inked = 0): ExpressionSpecification {
  const cases = GROUPS.flatMap((group) => [group, mixed(kinds[group], ink, inked)]);
  return [
    'match',
    ['string', ['feature-state', 'group'], ''],
    ...cases,
    ink,
  ] as unknown as ExpressionSpecification;
}

/** Whether the view asked for is not known of a feature. */
export const UNKNOWN: ExpressionSpecification = [
  '==',
  ['string', ['feature-state', 'texture'], ''],
  'unknown',
];
/** Whether an army has left a place. */
export const LEFT: ExpressionSpecification = ['==', ['string', ['feature-state', 'texture'], ''], 'left'];
/** The strength of what has a sign of a kind; what is not known is drawn by a layer of its own. */
const KNOWN: ExpressionSpecification = ['case', UNKNOWN, 0, STRENGTH];

function when(
  textures: readonly Texture[],
  opacity: number | ExpressionSpecification,
): ExpressionSpecification {
  return [
    'case',
    ['in', ['string', ['feature-state', 'texture'], 'none'], ['literal', [...textures]]],
    ['*', opacity, STRENGTH],
    0,
  ];
}

function whenEdge(edge: string, opacity: number): ExpressionSpecification {
  return ['case', ['==', ['string', ['feature-state', 'edge'], ''], edge], ['*', opacity, STRENGTH], 0];
}

/** Lines, the railway, points: everything over the filled areas (`areas.ts`) and under the names. */
export function territoryLines(palette: Palette): LayerSpecification[] {
  const color = hue(palette);
  const chosen: ExpressionSpecification = ['any', SELECTED, HIGHLIGHTED];
  const railway: ExpressionSpecification = [
    'interpolate',
    ['linear'],
    ['zoom'],
    2,
    ['case', chosen, 4.8, 3.4],
    3,
    ['case', chosen, 5.4, 4.2],
    5,
    ['case', chosen, 6.2, 4.8],
    8,
    ['case', chosen, 7.5, 6],
  ];
  return [
    {
      id: 'frontier-doubt',
      type: 'line',
      source: 'territories',
      filter: isRole('doubt'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, each(6), 7, each(24)],
        'line-blur': ['interpolate', ['linear'], ['zoom'], 3, 5, 7, 20],
        'line-opacity': ['case', HIGHLIGHTED, ['*', 0.7, KNOWN], ['*', 0.34, KNOWN]],
      },
    },
    // A border that was never delimited is dashed, whoever held what; where the parties differ on it, dash and dot.
    ...(
      [
        ['frontier', 'line', [4, 3]],
        ['frontier-broken', 'broken', [7, 2.5, 1.5, 2.5]],
      ] as const
    ).map(([id, edge, dashes]): LayerSpecification => ({
      id,
      type: 'line',
      source: 'territories',
      filter: ['any', isRole('frontier'), isRole('doubt')],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': everyZoom(['case', SELECTED, 2.8, HIGHLIGHTED, 2.2, 1.2]),
        'line-dasharray': [...dashes],
        'line-opacity': whenEdge(edge, 1),
      },
    })),
    {
      id: 'railway-halo',
      type: 'line',
      source: 'territories',
      filter: ['any', isRole('railway'), isRole('branch')],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['case', chosen, color, palette.paper],
        'line-width': everyZoom(['case', chosen, 13, 6]),
        'line-blur': 2.5,
        'line-opacity': ['*', 0.6, KNOWN],
      },
    },
    {
      id: 'railway-branches',
      type: 'line',
      source: 'territories',
      filter: isRole('branch'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': everyZoom(['case', SELECTED, 3, 1.8]),
        'line-opacity': KNOWN,
      },
    },
    {
      id: 'railway-casing',
      type: 'line',
      source: 'territories',
      filter: isRole('railway'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': railway, 'line-opacity': whenEdge('line', 1) },
    },
    // Where the parties differ its casing is cut, as the edge of an area is.
    {
      id: 'railway-casing-broken',
      type: 'line',
      source: 'territories',
      filter: isRole('railway'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': railway,
        'line-dasharray': [3.6, 0.9, 0.9, 0.9],
        'line-opacity': whenEdge('broken', 1),
      },
    },
    // How the railway is held shows in its ties: short in law and in fact, close-set in fact only, long in law only.
    ...(
      [
        ['tint', [2.2, 3.2]],
        ['hatch', [1.1, 1.1]],
        ['zigzag', [1.1, 1.1]],
        ['outline', [4.6, 1.6]],
      ] as const
    ).map(([texture, dashes]): LayerSpecification => ({
      id: `railway-ties-${texture}`,
      type: 'line',
      source: 'territories',
      filter: isRole('railway'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': each(palette.paper),
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          ...[2, 1.4, 3, 1.9, 5, 2.2, 8, 2.8].map((part, index) => (index % 2 ? each(part) : part)),
        ] as unknown as ExpressionSpecification,
        'line-dasharray': [...dashes],
        'line-opacity': when([texture], 1),
      },
    })),
    {
      id: 'unknown',
      type: 'line',
      source: 'territories',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': each(palette.kinds.unknown),
        'line-width': everyZoom(['case', SELECTED, 2.8, HIGHLIGHTED, 2.4, 1.5]),
        'line-dasharray': [0.1, 2.6],
        'line-opacity': when(['unknown'], 0.8),
      },
    },
    {
      id: 'points-halo',
      type: 'circle',
      source: 'territories',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': everyZoom(each(13)),
        'circle-blur': 0.8,
        'circle-color': color,
        'circle-opacity': ['case', chosen, ['*', 0.6, KNOWN], 0],
        'circle-stroke-color': color,
        'circle-stroke-width': each(0),
        'circle-stroke-opacity': each(0),
      },
    },
    {
      id: 'garrisons',
      type: 'circle',
      source: 'territories',
      filter: ['any', isRole('garrison'), isRole('ring')],
      paint: {
        // Round that of the town; the ring of a small area is all that is seen of it.
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['case', isRole('ring'), 6.5, 4.2],
          7,
          each(7),
        ],
        'circle-color': color,
        'circle-opacity': ['case', LEFT, 0, ['*', 0.3, KNOWN]],
        'circle-stroke-color': color,
        'circle-stroke-width': ['case', SELECTED, 2.6, UNKNOWN, 0.8, LEFT, 1, isRole('ring'), 2, 1.5],
        'circle-stroke-opacity': STRENGTH,
      },
    },
  ];
}

export function stationLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'stations',
      type: 'circle',
      source: 'stations',
      minzoom: 5,
      paint: {
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          5,
          ['case', ['get', 'main'], 2.4, 1.5],
          8,
          ['case', ['get', 'main'], 4, 3],
        ],
        'circle-color': each(palette.paper),
        'circle-stroke-color': each(palette.ink),
        'circle-stroke-width': ['case', ['get', 'main'], 1.1, 0.8],
        'circle-opacity': STRENGTH,
        'circle-stroke-opacity': STRENGTH,
      },
    },
  ];
}
