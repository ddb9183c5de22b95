import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { SANS_STACK, SERIF_ITALIC_STACK, SERIF_STACK } from './fonts';
import { mixed } from './color';
import type { NameClass } from './labels';
import type { Palette } from './palette-data';
import { LEADING, SUB_FROM, SUB_SCALE, townSizes } from './names';
import { ANCHORS, anchorsFrom, TIERS, type Anchor } from './places';
import { STRENGTH } from './style-base';
import { hue, UNKNOWN } from './style-layers';

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

/** A name of the base map and, in smaller type, what stands in brackets after it. */
function twoLines(main: ExpressionSpecification): ExpressionSpecification {
  return [
    'format',
    main,
    {},
    ['case', ['==', ['get', 'sub'], ''], '', '\n'],
    {},
    ['get', 'sub'],
    { 'font-scale': ['case', ['<', ['get', 'size'], 12.5], 0.84, 0.72] },
  ];
}

/** Names of land, water, states and territories, from the quietest up. */
export function nameLayers(palette: Palette): LayerSpecification[] {
  const { ink, land, water, border } = palette;
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
      paint: { 'text-color': mixed(border, land, 0.04), 'text-opacity': SHOWN, ...halo(land, 0.8) },
    },
    {
      id: 'names-states',
      type: 'symbol',
      source: 'names',
      filter: isClass('state'),
      layout: { ...PLACED, 'text-field': twoLines(['upcase', ['get', 'text']]), 'text-font': SERIF_STACK },
      paint: { 'text-color': mixed(ink, land, 0.22), 'text-opacity': SHOWN, ...halo(land, 2) },
    },
    {
      id: 'names-governments',
      type: 'symbol',
      source: 'names',
      filter: isClass('government'),
      layout: { ...PLACED, 'text-field': twoLines(['get', 'text']), 'text-font': SERIF_ITALIC_STACK },
      paint: { 'text-color': mixed(ink, land, 0.22), 'text-opacity': SHOWN, ...halo(land, 2) },
    },
    {
      id: 'names-territories',
      type: 'symbol',
      source: 'names',
      filter: isClass('territory'),
      layout: { ...PLACED, 'text-field': ['get', 'text'], 'text-font': SERIF_ITALIC_STACK },
      paint: { 'text-color': hue(palette, 0.35), 'text-opacity': SHOWN, ...halo(palette.paper, 2.2) },
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
  { 'font-scale': SUB_SCALE },
];

// Far out there is room for one name only.
const BESIDE: ExpressionSpecification = [
  'step',
  ['zoom'],
  ['format', ['get', 'text'], {}],
  SUB_FROM,
  TWO_NAMES,
] as unknown as ExpressionSpecification;

/** Where the names of towns may stand by MapLibre's own collision, the side that the base map wants first. */
const AROUND = [
  'match',
  ['get', 'anchor'],
  ...Object.keys(ANCHORS)
    .filter((wanted) => wanted !== 'left')
    .flatMap((wanted) => [wanted, sidesFrom(wanted)]),
  sidesFrom('left'),
] as unknown as ExpressionSpecification;

function sidesFrom(wanted: string): unknown {
  return ['literal', anchorsFrom(wanted).flatMap((anchor) => [anchor, ANCHORS[anchor]])];
}

/** What depends on the side on which a name has found its place, which another zoom may change. */
function byAnchor(value: (anchor: Anchor) => unknown): ExpressionSpecification {
  const all = Object.keys(ANCHORS) as Anchor[];
  const at = (zoom: string): unknown => [
    'match',
    ['get', zoom, ['get', 'anchors']],
    ...all.slice(1).flatMap((anchor) => [anchor, value(anchor)]),
    value('left'),
  ];
  return [
    'step',
    ['zoom'],
    at('2'),
    3,
    at('3'),
    4,
    at('4'),
    5,
    at('5'),
  ] as unknown as ExpressionSpecification;
}

/** Ranks by zoom: four towns in five wait until there is room for them. */
const BY_RANK: ExpressionSpecification = ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 3, 2, 4, 3, 5, 4]];

function byRank(end: 0 | 1): ExpressionSpecification {
  return ['match', ['get', 'rank'], 1, townSizes(1)[end], 2, townSizes(2)[end], townSizes(3)[end]];
}

/**
 * Towns and stations. The most important, and those whose name is dated, stand where `placeTowns` found room and give way
 * to nothing; dated names of one place are all on the same spot, the day shows one. The others find their places by
 * MapLibre's collision and keep clear of them.
 */
export function townLayers(palette: Palette): LayerSpecification[] {
  const { ink, paper } = palette;
  const text: Paint = { 'text-color': ink, ...halo(paper, 1.4) };
  const size: Layout['text-size'] = ['interpolate', ['linear'], ['zoom'], 3, byRank(0), 8, byRank(1)];
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
      paint: {
        'text-color': hue(palette),
        'text-opacity': ['case', UNKNOWN, ['*', 0.55, STRENGTH], STRENGTH],
        ...halo(paper, 2),
      },
    },
    {
      id: 'stations-names',
      type: 'symbol',
      source: 'stations',
      minzoom: 4,
      filter: ['all', ['!=', ['get', 'text'], ''], ['any', ['get', 'main'], ['>=', ['zoom'], 6]]],
      layout: {
        'text-field': BESIDE,
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
      filter: ['all', ['!', ['get', 'sure']], BY_RANK],
      layout: {
        'text-field': BESIDE,
        'text-font': SANS_STACK,
        'text-size': size,
        'text-variable-anchor-offset': AROUND,
        'text-justify': 'auto',
        'text-max-width': 100,
        'text-line-height': LEADING,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: text,
    },
    {
      id: 'towns-sure',
      type: 'symbol',
      source: 'towns',
      filter: [
        'all',
        ['get', 'sure'],
        BY_RANK,
        ['<=', ['get', 'zoom'], ['step', ['zoom'], 2, 3, 3, 4, 4, 5, 5]],
      ],
      layout: {
        'text-field': BESIDE,
        'text-font': SANS_STACK,
        'text-size': size,
        'text-anchor': byAnchor((anchor) => anchor) as never,
        'text-offset': byAnchor((anchor) => ['literal', ANCHORS[anchor]]) as never,
        'text-justify': byAnchor((anchor) => /left|right/.exec(anchor)?.[0] ?? 'center') as never,
        'text-max-width': 100,
        'text-line-height': LEADING,
        'text-allow-overlap': true,
      },
      paint: { ...text, 'text-opacity': ['case', ['get', 'dated'], STRENGTH, 1] },
    },
    // Nothing to see: these keep the names that look for a place off rings and railway, and are placed before all others.
    {
      id: 'towns-clear',
      type: 'symbol',
      source: 'towns',
      filter: ['all', ['get', 'first'], BY_RANK],
      layout: { 'icon-image': CLEAR_IMAGE, 'icon-allow-overlap': true, 'icon-padding': 0 },
    },
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
