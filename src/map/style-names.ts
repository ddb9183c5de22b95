import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { SANS_STACK, SERIF_ITALIC_STACK, SERIF_STACK } from './fonts';
import { mixed } from './color';
import type { NameClass } from './labels';
import type { Palette } from './palette-data';
import { TIERS } from './places';
import { STRENGTH } from './style-base';
import { hue } from './style-layers';

type Layout = NonNullable<SymbolLayerSpecification['layout']>;
type Paint = NonNullable<SymbolLayerSpecification['paint']>;

/** The image of nothing that stands along the railway. */
export const CLEAR_IMAGE = 'clear';

/** From the tier at which the name found its place; the tiers are steps of zoom. */
const SHOWN: ExpressionSpecification = [
  'step',
  ['zoom'],
  upTo(0),
  ...TIERS.slice(1).flatMap((zoom, index) => [zoom, upTo(index + 1)]),
] as unknown as ExpressionSpecification;

function upTo(tier: number): ExpressionSpecification {
  return ['case', ['<=', ['number', ['feature-state', 'tier'], 9], tier], STRENGTH, 0];
}

/** Places are found beforehand (`places.ts`), so nothing is left to collide. */
const PLACED: Layout = {
  'text-allow-overlap': true,
  'text-ignore-placement': true,
  'text-max-width': 100,
  'text-line-height': 1.2,
  'text-padding': 0,
  'text-letter-spacing': ['get', 'spacing'],
  'text-rotate': ['get', 'rotate'],
  'text-rotation-alignment': 'map',
  'text-pitch-alignment': 'map',
  'text-size': [
    'interpolate',
    ['linear'],
    ['zoom'],
    2,
    ['*', 0.85, ['get', 'size']],
    3.4,
    ['get', 'size'],
    8,
    ['*', 1.3, ['get', 'size']],
  ],
};

const isClass = (...classes: NameClass[]): ExpressionSpecification => [
  'in',
  ['get', 'class'],
  ['literal', classes],
];

function halo(color: string, width: number): Paint {
  return { 'text-halo-color': color, 'text-halo-width': width, 'text-halo-blur': 0.6 };
}

/** Names of land, water, states and territories, from the quietest up. */
export function nameLayers(palette: Palette): LayerSpecification[] {
  const { ink, land, water, border } = palette;
  const state: Layout['text-field'] = [
    'format',
    ['upcase', ['get', 'text']],
    {},
    ['case', ['==', ['get', 'sub'], ''], '', '\n'],
    {},
    ['get', 'sub'],
    { 'font-scale': ['case', ['<', ['get', 'size'], 12], 0.84, 0.72] },
  ];
  return [
    {
      id: 'names-water',
      type: 'symbol',
      source: 'names',
      filter: isClass('water'),
      layout: { ...PLACED, 'text-field': ['get', 'text'], 'text-font': SERIF_ITALIC_STACK },
      paint: { 'text-color': water, 'text-opacity': SHOWN, ...halo(palette.sea, 0.8) },
    },
    {
      id: 'names-land',
      type: 'symbol',
      source: 'names',
      filter: isClass('range', 'desert', 'region', 'line'),
      layout: { ...PLACED, 'text-field': ['get', 'text'], 'text-font': SERIF_ITALIC_STACK },
      paint: { 'text-color': mixed(border, land, 0.15), 'text-opacity': SHOWN, ...halo(land, 0.8) },
    },
    {
      id: 'names-states',
      type: 'symbol',
      source: 'names',
      filter: isClass('state'),
      layout: { ...PLACED, 'text-field': state, 'text-font': SERIF_STACK },
      paint: { 'text-color': mixed(ink, land, 0.22), 'text-opacity': SHOWN, ...halo(land, 1.1) },
    },
    {
      id: 'names-territories',
      type: 'symbol',
      source: 'names',
      filter: isClass('territory'),
      layout: { ...PLACED, 'text-field': ['get', 'text'], 'text-font': SERIF_ITALIC_STACK },
      paint: { 'text-color': hue(palette, 0.25), 'text-opacity': SHOWN, ...halo(palette.paper, 1.5) },
    },
  ];
}

const TWO_NAMES: ExpressionSpecification = [
  'format',
  ['get', 'text'],
  {},
  ['case', ['==', ['get', 'sub'], ''], '', '\n'],
  {},
  ['get', 'sub'],
  { 'font-scale': 0.78 },
];

const BESIDE: Layout = {
  // Far out there is room for one name only.
  'text-field': ['step', ['zoom'], ['format', ['get', 'text'], {}], 3, TWO_NAMES],
  'text-anchor': ['get', 'anchor'],
  'text-justify': ['match', ['get', 'anchor'], 'left', 'left', 'right', 'right', 'center'],
  'text-max-width': 100,
  'text-line-height': 1.15,
  'text-radial-offset': 0.6,
};

/** Sides of a town where its name may stand, with the distance in ems; the one that the base map wants is tried first. */
const SIDES: readonly (readonly [anchor: string, offset: readonly [number, number]])[] = [
  ['left', [0.6, 0]],
  ['right', [-0.6, 0]],
  ['bottom-left', [0.45, -0.35]],
  ['top-left', [0.45, 0.35]],
  ['bottom', [0, -0.6]],
  ['top', [0, 0.6]],
  ['bottom-right', [-0.45, -0.35]],
  ['top-right', [-0.45, 0.35]],
];
const AROUND = [
  'match',
  ['get', 'anchor'],
  ...['right', 'top', 'bottom'].flatMap((wanted) => [wanted, sidesFrom(wanted)]),
  sidesFrom('left'),
] as unknown as ExpressionSpecification;

function sidesFrom(wanted: string): unknown {
  const sorted = [...SIDES].sort((a, b) => Number(b[0] === wanted) - Number(a[0] === wanted));
  return ['literal', sorted.flat()];
}

/** Ranks by zoom: four towns in five wait until there is room for them. */
const BY_RANK: ExpressionSpecification = ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 3, 2, 4, 3, 5, 4]];

/**
 * Towns and stations. Those with one name for all days find their places by MapLibre's collision. The few whose name is
 * dated have each name on the same spot, the day shows one: they give way to nothing, and the others keep clear of them.
 */
export function townLayers(palette: Palette): LayerSpecification[] {
  const { ink, paper } = palette;
  const text: Paint = { 'text-color': ink, ...halo(paper, 1.4) };
  const size: Layout['text-size'] = [
    'interpolate',
    ['linear'],
    ['zoom'],
    3,
    ['match', ['get', 'rank'], 1, 12.5, 2, 11.5, 10.5],
    8,
    ['match', ['get', 'rank'], 1, 16, 2, 14.5, 13],
  ];
  return [
    {
      id: 'town-dots',
      type: 'circle',
      source: 'towns',
      filter: ['all', ['get', 'first'], BY_RANK],
      paint: {
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['match', ['get', 'rank'], 1, 3, 2, 2.4, 1.8],
          8,
          ['match', ['get', 'rank'], 1, 5, 2, 4, 3],
        ],
        'circle-color': paper,
        'circle-stroke-color': ink,
        'circle-stroke-width': ['match', ['get', 'rank'], 1, 1.5, 1.1],
      },
    },
    {
      id: 'seats',
      type: 'symbol',
      source: 'territories',
      filter: ['in', ['get', 'role'], ['literal', ['seat', 'harbour']]],
      layout: {
        'text-field': ['match', ['get', 'role'], 'seat', '★', '◆'],
        'text-font': SANS_STACK,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['match', ['get', 'role'], 'seat', 15, 11],
          8,
          22,
        ],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': hue(palette), 'text-opacity': STRENGTH, ...halo(paper, 2) },
    },
    {
      id: 'stations-names',
      type: 'symbol',
      source: 'stations',
      minzoom: 4,
      filter: ['all', ['!=', ['get', 'text'], ''], ['any', ['get', 'main'], ['>=', ['zoom'], 6]]],
      layout: {
        'text-field': BESIDE['text-field'] as never,
        'text-font': SANS_STACK,
        'text-size': ['case', ['get', 'main'], 11, 10],
        'text-variable-anchor': ['left', 'right', 'top-left', 'bottom-left', 'top-right', 'bottom-right'],
        'text-radial-offset': 0.7,
        'text-justify': 'auto',
        'text-max-width': 100,
      },
      paint: { ...text, 'text-opacity': STRENGTH },
    },
    {
      id: 'towns',
      type: 'symbol',
      source: 'towns',
      filter: ['all', ['!', ['get', 'dated']], BY_RANK],
      layout: {
        'text-field': BESIDE['text-field'] as never,
        'text-font': SANS_STACK,
        'text-size': size,
        'text-variable-anchor-offset': AROUND,
        'text-justify': 'auto',
        'text-max-width': 100,
        'text-line-height': 1.15,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: text,
    },
    {
      id: 'towns-dated',
      type: 'symbol',
      source: 'towns',
      filter: [
        'all',
        ['get', 'dated'],
        BY_RANK,
        ['<=', ['get', 'zoom'], ['step', ['zoom'], 2, 3, 3, 4, 4, 5, 5]],
      ],
      layout: { ...BESIDE, 'text-font': SANS_STACK, 'text-size': size, 'text-allow-overlap': true },
      paint: { ...text, 'text-opacity': STRENGTH },
    },
    // Nothing to see: it keeps the names that look for a place off the railway, and is placed before all others.
    {
      id: 'railway-clear',
      type: 'symbol',
      source: 'territories',
      filter: ['==', ['get', 'role'], 'railway'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 8,
        'icon-image': CLEAR_IMAGE,
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'icon-rotation-alignment': 'viewport',
      },
    },
  ];
}
