import { html, svg, type TemplateResult } from 'lit';
import { partiesDiffer, type Seen } from '../atlas/eyes';
import type { Phase, Provision } from '../atlas/schema';
import { PARTIAL, signOfSeen, type TerritorySign } from '../map/signs';

/**
 * What geometry a sign is drawn with: `frontier` for a line that is no railway, `harbour` for a point of the ports, `seat` for a
 * seat of government, `left` for a place that an army has left, `none` for what has no shape.
 */
export type Shape = Provision['territories'][number]['kind'] | 'frontier' | 'harbour' | 'seat' | 'left';

/** A sign of the map, small: exactly what the map draws, and with which geometry. */
export interface Swatch extends TerritorySign {
  readonly shape: Shape;
  /** The line itself is approximate, or was never delimited. */
  readonly approximate?: boolean;
}

/** The lines of all other layers are borders. */
const RAILWAY = 'chinese-eastern-railway';
const PORTS = 'ports';

/** With what geometry a territory of a layer is drawn. */
export function shapeOf(kind: Provision['territories'][number]['kind'] | undefined, layer: string): Shape {
  if (kind === 'line' && layer !== RAILWAY) return 'frontier';
  return kind === 'point' && layer === PORTS ? 'harbour' : (kind ?? 'none');
}

/**
 * The sign of a phase, as if it were sure; of the shapes of its territories the largest counts.
 * @param seen through whose eyes; left out, as it stands, with its edge broken where the parties differ
 */
export function swatchOf({ territories, layer }: Provision, phase: Phase, seen?: Seen): Swatch {
  const shapes = territories
    .filter(({ id }) => phase.territories.includes(id))
    .map((territory) => territory.kind);
  const kind = (['polygon', 'line', 'point'] as const).find((known) => shapes.includes(known));
  const whole: Seen = { known: true, by: null, ...phase };
  const sign = signOfSeen(seen ?? whole, seen === undefined && partiesDiffer(phase));
  return { ...sign, shape: shapeOf(kind, layer) };
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

/** How a line is drawn that is not whole. */
function dashes({ edge, approximate }: Swatch): string {
  if (edge === 'line') return approximate ? ' dashed' : '';
  return ` ${edge}`;
}

function renderArea(swatch: Swatch): TemplateResult {
  const { texture } = swatch;
  const banded = texture !== 'none' && texture !== 'unknown';
  return svg`${renderTexture(texture)}
    ${banded ? svg`<rect class="band" x="4" y="4" width="22" height="10" />` : null}
    <rect class="edge${dashes(swatch)}" x="2" y="2" width="26" height="14" />`;
}

/** The railway: a casing in the colour of the status, with light ties where it holds in law and in fact. */
function renderLine(swatch: Swatch): TemplateResult {
  const { texture } = swatch;
  if (texture === 'unknown') return renderFrontier(swatch);
  const open = texture === 'outline' || texture === 'none';
  return svg`<path class="casing${dashes(swatch)}" d="M1 9h28" /><path class=${open ? 'core' : 'ties'} d="M1 9h28" />`;
}

/** A border that was never delimited. */
function renderFrontier(swatch: Swatch): TemplateResult {
  return svg`<path class="edge${dashes({ ...swatch, approximate: true })}" d="M1 9h28" />`;
}

const STAR =
  'M15.0 2.8L16.6 7.2L21.3 7.4L17.6 10.2L18.9 14.7L15.0 12.1L11.1 14.7L12.4 10.2L8.7 7.4L13.4 7.2z';
const DIAMOND = 'M15 3l6 6-6 6-6-6z';

/** Of an army or a fleet a ring; where those who govern, or would, have their seat a star; a diamond for a harbour. */
function renderPoint({ texture, group, shape }: Swatch): TemplateResult {
  const armed = group === 'occupation' || group === 'base';
  const glyph = armed ? null : shape === 'harbour' ? DIAMOND : STAR;
  if (glyph && texture !== 'unknown') return svg`<path class="disc" d=${glyph} />`;
  const open = texture === 'outline' || texture === 'none';
  const form = texture === 'unknown' ? 'edge dotted' : open ? 'ring' : 'disc';
  return svg`<circle class=${form} cx="15" cy="9" r="5" />`;
}

/** A ring with a solid middle. */
function renderSeat(): TemplateResult {
  return svg`<circle class="ring" cx="15" cy="9" r="5.4" /><circle class="disc" cx="15" cy="9" r="3" />`;
}

/** A ring crossed out. */
function renderLeft(): TemplateResult {
  return svg`<circle class="edge" cx="15" cy="9" r="5.4" /><path class="edge" d="M12 6l6 6m0-6l-6 6" />`;
}

/** What has no shape is not on the map: a dotted rule in its hue. */
function renderNone(): TemplateResult {
  return svg`<path class="rule" d="M6 9h18" />`;
}

const DRAWINGS: Readonly<Record<Shape, (swatch: Swatch) => TemplateResult>> = {
  polygon: renderArea,
  line: renderLine,
  frontier: renderFrontier,
  point: renderPoint,
  harbour: renderPoint,
  seat: renderSeat,
  left: renderLeft,
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
