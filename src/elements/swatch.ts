import { html, svg, type TemplateResult } from 'lit';
import type { Holds, Kind, Phase, Provision } from '../atlas/schema';
import { PARTIAL, signOf, type TerritorySign } from '../map/signs';

/** What geometry a sign is drawn with; `none` for what has no shape. */
export type Shape = Provision['territories'][number]['kind'];

/** A sign of the map, small: exactly what the map draws, and with which geometry. */
export interface Swatch extends TerritorySign {
  readonly shape: Shape;
  /** The line itself is approximate, or was never delimited. */
  readonly approximate?: boolean;
}

/** The sign of a phase, as if it were sure; of the shapes of its territories the largest counts. */
export function swatchOf(
  { territories }: Provision,
  phase: Phase,
  { kind, holds }: { readonly kind: Kind; readonly holds: Holds } = phase,
): Swatch {
  const shapes = territories
    .filter(({ id }) => phase.territories.includes(id))
    .map((territory) => territory.kind);
  const shape = (['polygon', 'line', 'point'] as const).find((known) => shapes.includes(known)) ?? 'none';
  return { ...signOf({ kind, holds }), shape };
}

const WIDTH = 30;
const HEIGHT = 18;

/** Lines clipped by an svg of their own, so that no id is needed. */
function renderTexture(texture: TerritorySign['texture']): TemplateResult | null {
  switch (texture) {
    case 'tint':
      return svg`<rect class="tint" x="2" y="2" width="26" height="14" />`;
    case 'hatch':
      return svg`<svg x="2" y="2" width="26" height="14" class="clip">
        ${[-10, -4, 2, 8, 14, 20].map((x) => svg`<path class="hatch" d="M${x} -1l16 16" />`)}</svg>`;
    case 'zigzag':
      return svg`<svg x="2" y="2" width="26" height="14" class="clip">
        ${[-6, -1, 4, 9, 14].map((y) => svg`<path class="hatch" d="M-1 ${y}l7 5 7-5 7 5 7-5" />`)}</svg>`;
    default:
      return null;
  }
}

function renderArea({ texture, edge, approximate }: Swatch): TemplateResult {
  return svg`${renderTexture(texture)}
    ${texture === 'none' ? null : svg`<rect class="band" x="4" y="4" width="22" height="10" />`}
    <rect class=${edge === 'broken' || approximate ? 'edge dashed' : 'edge'} x="2" y="2" width="26" height="14" />`;
}

/** The railway: a casing in the colour of the status, with light ties where it holds in law and in fact. */
function renderLine({ texture, edge, approximate }: Swatch): TemplateResult {
  const dashed = edge === 'broken' || approximate ? ' dashed' : '';
  return svg`<path class="casing${dashed}" d="M1 9h28" />
    ${texture === 'outline' || texture === 'none' ? svg`<path class="core" d="M1 9h28" />` : svg`<path class="ties" d="M1 9h28" />`}`;
}

function renderPoint({ texture }: Swatch): TemplateResult {
  const open = texture === 'outline' || texture === 'none';
  return svg`<circle class=${open ? 'ring' : 'disc'} cx="15" cy="9" r="5" />`;
}

/** What has no shape is not on the map: a dotted rule in its hue. */
function renderNone(): TemplateResult {
  return svg`<path class="rule" d="M6 9h18" />`;
}

const DRAWINGS: Readonly<Record<Shape, (swatch: Swatch) => TemplateResult>> = {
  polygon: renderArea,
  line: renderLine,
  point: renderPoint,
  none: renderNone,
};

/** A small picture of a sign, for the eye alone: the words beside it say the same. */
export function renderSwatch(swatch: Swatch, neutral = false): TemplateResult {
  return html`<svg
    class="swatch ${neutral ? '' : `kind-${swatch.group}`}"
    part="swatch"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    width=${WIDTH}
    height=${HEIGHT}
    opacity=${swatch.strength}
    aria-hidden="true"
  >
    ${DRAWINGS[swatch.shape](swatch)}
  </svg>`;
}

/** How strong the sign of something is that may or may not hold: as on the map. */
export function strengthOf(uncertain: unknown): number {
  return uncertain ? PARTIAL : 1;
}
