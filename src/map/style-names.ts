import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { SANS_STACK, SERIF_ITALIC_STACK, SERIF_STACK } from './fonts';
import { mixed } from './color';
import type { Palette } from './palette-data';
import { each, STRENGTH } from './style-base';
import { hue, LEFT, UNKNOWN } from './style-layers';
import { LEADING, SCALES, SUB_FROM, SUB_SCALE, subScale, type NameClass } from './typeset';

type Layout = NonNullable<SymbolLayerSpecification['layout']>;
type Paint = NonNullable<SymbolLayerSpecification['paint']>;

/** Places are found beforehand (`placing.ts`), so nothing is left to collide. */
const PLACED: Layout = {
  'text-allow-overlap': true,
  'text-ignore-placement': true,
  'text-max-width': 100,
  'text-line-height': LEADING,
  'text-padding': 0,
  'text-letter-spacing': ['get', 'spacing'],
  'text-rotate': ['get', 'rotate'],
  'text-rotation-alignment': 'map',
  'text-pitch-alignment': 'map',
  'text-anchor': ['get', 'anchor'],
  'text-offset': ['get', 'offset'],
  'text-size': [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...SCALES.flatMap(([zoom, scale]) => [zoom, ['*', scale, ['get', 'size']]]),
  ] as unknown as ExpressionSpecification,
};

function isClass(...classes: (NameClass | 'seat')[]): ExpressionSpecification {
  return ['all', ['in', ['get', 'class'], ['literal', classes]], ['>=', ['zoom'], ['get', 'from']]];
}

function halo(color: string | ExpressionSpecification, width: number): Paint {
  return {
    'text-halo-color': typeof color === 'string' ? each(color) : color,
    'text-halo-width': each(width),
    'text-halo-blur': 0.6,
  };
}

/** A name and, in smaller type, what stands beneath it. */
function twoLines(
  main: ExpressionSpecification,
  scale: number | ExpressionSpecification,
): ExpressionSpecification {
  return [
    'format',
    main,
    {},
    ['case', ['==', ['get', 'sub'], ''], '', '\n'],
    {},
    ['get', 'sub'],
    { 'font-scale': scale },
  ];
}

const SERIF_SUB: ExpressionSpecification = [
  'case',
  ['<', ['get', 'size'], 12.5],
  subScale(0, false),
  subScale(99, false),
];

// Far out there is room for one name only.
const BESIDE: ExpressionSpecification = [
  'step',
  ['zoom'],
  ['format', ['get', 'text'], {}],
  SUB_FROM,
  twoLines(['get', 'text'], SUB_SCALE),
] as unknown as ExpressionSpecification;

/** Lines begin at the town, whichever side it is on. */
const JUSTIFY = [
  'match',
  ['get', 'anchor'],
  ['left', 'top-left', 'bottom-left'],
  'left',
  ['right', 'top-right', 'bottom-right'],
  'right',
  'center',
] as unknown as 'left';

/** Names of land, water, states and territories, from the quietest up. */
export function nameLayers(palette: Palette): LayerSpecification[] {
  const { ink, land, water, border } = palette;
  const layer = (
    id: string,
    filter: ExpressionSpecification,
    layout: Layout,
    paint: Paint,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'names',
    filter,
    layout: { ...PLACED, ...layout },
    paint: { 'text-opacity': STRENGTH, ...paint },
  });
  const text: Layout = { 'text-field': ['get', 'text'] };
  return [
    layer(
      'names-water',
      isClass('water', 'river'),
      { ...text, 'text-font': SERIF_ITALIC_STACK },
      {
        'text-color': each(water),
        ...halo(['match', ['get', 'class'], 'river', land, palette.sea], 0.8),
      },
    ),
    layer(
      'names-land',
      isClass('range', 'desert', 'region', 'line'),
      { ...text, 'text-font': SERIF_ITALIC_STACK },
      { 'text-color': each(mixed(border, land, 0.04)), ...halo(land, 0.8) },
    ),
    layer(
      'names-states',
      isClass('state'),
      { 'text-field': twoLines(['upcase', ['get', 'text']], SERIF_SUB), 'text-font': SERIF_STACK },
      { 'text-color': each(mixed(ink, land, 0.22)), ...halo(land, 2) },
    ),
    layer(
      'names-governments',
      isClass('government'),
      { 'text-field': twoLines(['get', 'text'], SERIF_SUB), 'text-font': SERIF_ITALIC_STACK },
      { 'text-color': each(mixed(ink, land, 0.22)), ...halo(land, 2) },
    ),
    layer(
      'names-territories',
      isClass('territory', 'status', 'railway', 'until'),
      { ...text, 'text-font': SERIF_ITALIC_STACK },
      { 'text-color': hue(palette, 0.35), ...halo(palette.paper, 2.2) },
    ),
  ];
}

/** Radii of the sign of a seat of government, CSS pixels: broader than the ring of any town, which lies beneath. */
const SEAT = { ring: 4.6, middle: 2 } as const;

/** Towns and stations: a ring for every town that is named, seats, harbours and places that were left, and the names. */
export function townLayers(palette: Palette): LayerSpecification[] {
  const { ink, paper } = palette;
  const rank = ['get', 'rank'];
  const part = ['get', 'part'];
  return [
    {
      id: 'town-dots',
      type: 'circle',
      source: 'names',
      // Seats come last in their source, and so lie over the rings of towns.
      filter: isClass('town', 'seat'),
      paint: {
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['match', part, 'ring', SEAT.ring, 'middle', SEAT.middle, ['match', rank, 1, 3, 2, 2.4, 1.8]],
          8,
          [
            'match',
            part,
            'ring',
            SEAT.ring * 1.5,
            'middle',
            SEAT.middle * 1.5,
            ['match', rank, 1, 5, 2, 4, 3],
          ],
        ] as unknown as ExpressionSpecification,
        'circle-color': ['match', part, 'middle', ink, paper] as unknown as ExpressionSpecification,
        'circle-stroke-color': each(ink),
        'circle-stroke-width': [
          'match',
          part,
          'ring',
          1.4,
          'middle',
          0,
          ['match', rank, 1, 1.5, 1.1],
        ] as unknown as ExpressionSpecification,
        'circle-opacity': STRENGTH,
        'circle-stroke-opacity': STRENGTH,
      },
    },
    {
      id: 'seats',
      type: 'symbol',
      source: 'territories',
      filter: ['in', ['get', 'role'], ['literal', ['seat', 'harbour', 'garrison']]],
      layout: {
        'icon-image': ['get', 'role'],
        'icon-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['match', ['get', 'role'], 'seat', 0.56, 'harbour', 0.52, 0.28],
          8,
          ['match', ['get', 'role'], 'garrison', 0.42, 0.85],
        ],
        // Far out the harbour of Dairen makes room for that of Port Arthur.
        'icon-offset': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['match', ['get', 'role'], 'harbour', ['literal', [14, 0]], ['literal', [0, 0]]],
          5,
          ['literal', [0, 0]],
        ],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: {
        'icon-color': hue(palette),
        // A garrison has a ring; only a place that it has left is crossed out.
        'icon-opacity': [
          'case',
          UNKNOWN,
          ['*', 0.55, STRENGTH],
          ['all', ['==', ['get', 'role'], 'garrison'], ['!', LEFT]],
          0,
          STRENGTH,
        ],
        'icon-halo-color': each(paper),
        // A halo ends where the picture of a sign does, which a small one reaches soon.
        'icon-halo-width': ['match', ['get', 'role'], 'garrison', 1.3, 2],
      },
    },
    {
      id: 'names-towns',
      type: 'symbol',
      source: 'names',
      filter: isClass('town', 'station'),
      layout: {
        ...PLACED,
        'text-field': BESIDE,
        'text-font': SANS_STACK,
        'text-justify': JUSTIFY,
      },
      paint: { 'text-color': each(ink), 'text-opacity': STRENGTH, ...halo(paper, 1.4) },
    },
  ];
}
