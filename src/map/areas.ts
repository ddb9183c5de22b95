import earcut from 'earcut';
import type { Geometry } from 'geojson';
import { polygonsIn, ringsOf, type Plane } from './plane';
import { ShapeLayer, TEXEL, unitsOf, type Cut } from './shape-layer';

/** A shape of the layer, and from which to which zoom it is wanted. */
export interface AreaShape {
  readonly geometry: Geometry;
  /** Close up it fades out between these zooms. */
  readonly fade?: readonly [from: number, to: number];
}

/** How a shape is painted now. Opacities from 0 to 1. */
export interface AreaPaint {
  /** `#rrggbb` */
  readonly color: string;
  readonly tint: number;
  readonly lines: number;
  readonly pattern: 'hatch' | 'zigzag';
  /** From 0 to 1, how far between two lines they are shifted: two hatchings over one another lie side by side. */
  readonly shift: number;
  /** How many times as far apart its lines are as those of a territory. */
  readonly spacing: number;
}

/** From line to line, and how broad a line is, CSS pixels, the same at every zoom. */
const SPACING = 6.5;
const WIDTH = 0.95;
/** Half the breadth of a zigzag. */
const FOLD = 13;

const VERTEX = `#version 300 es
uniform mat4 matrix;
uniform highp sampler2D paints;
in vec2 position;
in float number;
flat out vec4 tint;
flat out vec4 ink;
void main() {
  ivec2 texel = ${TEXEL};
  tint = texelFetch(paints, texel, 0);
  ink = texelFetch(paints, texel + ivec2(1, 0), 0);
  gl_Position = matrix * vec4(position, 0.0, 1.0);
}`;

/** Lines in CSS pixels over a tint; with a fold they turn back every so many pixels, which makes the zigzag. */
const FRAGMENT = `#version 300 es
precision highp float;
flat in vec4 tint;
flat in vec4 ink;
uniform vec2 anchor;
uniform float ratio;
out vec4 fragment;
void main() {
  float alpha = tint.a;
  if (ink.x > 0.0) {
    vec2 at = (gl_FragCoord.xy - anchor) / ratio;
    if (ink.z > 0.0) at.x = abs(mod(at.x, 2.0 * ink.z) - ink.z);
    float along = (at.x + at.y) * 0.70710678;
    float apart = ${SPACING.toFixed(2)} * ink.w;
    float away = abs(fract(along / apart + ink.y) - 0.5) * apart;
    float edge = 0.5 / ratio;
    float line = 1.0 - smoothstep(${(WIDTH / 2).toFixed(3)} - edge, ${(WIDTH / 2).toFixed(3)} + edge, away);
    alpha += (1.0 - tint.a) * ink.x * line;
  }
  fragment = vec4(tint.rgb, 1.0) * alpha;
}`;

/**
 * Tints, hatching and inner bands: all that fills an area and turns with the day.
 *
 * Hatching as an engraver lays it has one width and one spacing at every zoom, whatever the hue. A `fill-pattern` cannot
 * do that: it doubles its spacing between whole zooms and jumps back, it takes a layer for each hue, and feature state
 * cannot choose it.
 */
export class AreaLayer extends ShapeLayer<AreaShape, AreaPaint> {
  readonly #fades: boolean;

  /** @param shapes by the key that `set` uses, in the order in which they are drawn */
  constructor(id: string, plane: Plane, shapes: ReadonlyMap<string, AreaShape>) {
    super(
      id,
      plane,
      {
        vertex: VERTEX,
        fragment: FRAGMENT,
        attributes: [
          { name: 'position', floats: 2 },
          { name: 'number', floats: 1 },
        ],
        uniforms: ['anchor'],
        mode: 'TRIANGLES',
      },
      [...shapes].map(([key, shape]) => [
        key,
        shape,
        ringsOf(shape.geometry).reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0),
      ]),
    );
    this.#fades = [...shapes.values()].some(({ fade }) => fade !== undefined);
  }

  protected override cut({ geometry }: AreaShape, number: number): Cut {
    const [x0, y0] = this.origin;
    const corners: number[] = [];
    const index: number[] = [];
    for (const rings of polygonsIn(this.plane, geometry)) {
      const flat: number[] = [];
      const holes: number[] = [];
      for (const ring of rings) {
        if (flat.length > 0) holes.push(flat.length / 2);
        // The last position of a ring is the first once more.
        for (const [x, y] of ring.slice(0, -1)) flat.push(x - x0, y - y0);
      }
      const before = corners.length / 3;
      for (const corner of earcut(flat, holes)) index.push(before + corner);
      for (let at = 0; at < flat.length; at += 2) {
        corners.push(flat[at] as number, flat[at + 1] as number, number);
      }
    }
    return { corners, index };
  }

  protected override look(
    looks: Float32Array,
    at: number,
    { color, tint, lines, pattern, shift, spacing }: AreaPaint,
    { fade }: AreaShape,
    zoom: number,
  ): boolean {
    const left = fade ? Math.min(1, Math.max(0, (fade[1] - zoom) / (fade[1] - fade[0]))) : 1;
    if (left === 0) return false;
    [looks[at], looks[at + 1], looks[at + 2]] = unitsOf(color);
    looks[at + 3] = tint * left;
    looks[at + 4] = lines * left;
    looks[at + 5] = shift;
    looks[at + 6] = pattern === 'zigzag' ? FOLD : 0;
    looks[at + 7] = spacing;
    return true;
  }

  protected override looksFor(zoom: number): number {
    return this.#fades ? zoom : 0;
  }

  protected override uniforms(
    gl: WebGL2RenderingContext,
    { anchor }: Readonly<Record<string, WebGLUniformLocation | null>>,
    matrix: Float32Array,
  ): void {
    gl.uniform2fv(anchor ?? null, anchorOf(matrix, gl));
  }
}

/** Where the origin lies on the drawing buffer, so that the lines move with the land and not with the screen. */
function anchorOf(matrix: Float32Array, gl: WebGL2RenderingContext): [number, number] {
  const w = matrix[15] as number;
  return [
    (((matrix[12] as number) / w + 1) / 2) * gl.drawingBufferWidth,
    (((matrix[13] as number) / w + 1) / 2) * gl.drawingBufferHeight,
  ];
}
