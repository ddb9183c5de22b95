import type { Geometry } from 'geojson';
import { ringsOf, type Plane } from './plane';
import { ShapeLayer, STRIP_ENDS, TEXEL, unitsOf, type Cut } from './shape-layer';

/** How the edge of an area is drawn now. Lengths in CSS pixels, opacities from 0 to 1. */
export interface EdgePaint {
  /** `#rrggbb` */
  readonly color: string;
  readonly opacity: number;
  readonly width: number;
  /** How soft its sides are. */
  readonly blur: number;
  readonly dashes: keyof typeof DASHES;
}

/** Stroke, gap, stroke and gap again, CSS pixels; dots are round. */
const DASHES = {
  whole: [0, 0, 0, 0],
  dashed: [4.8, 3.3, 4.8, 3.3],
  broken: [8.4, 3, 1.8, 3],
  dotted: [0, 4, 0, 4],
} as const satisfies Readonly<Record<string, readonly [number, number, number, number]>>;

/** As far as the point of a sharp corner may stand out, in half widths. */
const MITRE = 2;

/**
 * A corner is two points of a ribbon, one on each side, moved apart in the plane: the map is never turned or tilted. A
 * ribbon is broad enough for its soft sides.
 */
const VERTEX = `#version 300 es
uniform mat4 matrix;
uniform highp sampler2D paints;
uniform vec2 pixel;
uniform float scale, ratio;
in vec2 position;
in vec2 aside;
in float along;
in float number;
flat out vec4 color;
flat out vec3 shape;
out vec2 at;
void main() {
  ivec2 texel = ${TEXEL};
  color = texelFetch(paints, texel, 0);
  shape = texelFetch(paints, texel + ivec2(1, 0), 0).xyz;
  float reach = 0.5 * shape.x + shape.y + 0.5 / ratio;
  float side = gl_VertexID % 2 == 0 ? 1.0 : -1.0;
  at = vec2(along * scale, side * reach);
  gl_Position = matrix * vec4(position, 0.0, 1.0);
  gl_Position.xy += aside * vec2(side, -side) * reach * pixel * gl_Position.w;
}`;

const FRAGMENT = `#version 300 es
precision highp float;
flat in vec4 color;
flat in vec3 shape;
in vec2 at;
uniform float ratio;
out vec4 fragment;
const vec4 DASHES[4] = vec4[4](${Object.values(DASHES)
  .map((dashes) => `vec4(${dashes.map((part) => part.toFixed(1)).join(', ')})`)
  .join(', ')});
void main() {
  float soft = shape.y + 0.5 / ratio;
  float away = abs(at.y);
  vec4 dashes = DASHES[int(shape.z)];
  float whole = dashes.x + dashes.y + dashes.z + dashes.w;
  float cover = 1.0;
  if (whole > 0.0) {
    float part = mod(at.x, whole);
    float gap = dashes.x + dashes.y;
    float first = part < gap ? part : part - gap;
    float stroke = part < gap ? dashes.x : dashes.z;
    float rest = part < gap ? dashes.y : dashes.w;
    // How far outside the stroke, before it or after.
    float outside = max(0.0, min(first - stroke, stroke + rest - first));
    if (first < stroke) outside = 0.0;
    if (stroke == 0.0) away = length(vec2(outside, away));
    else cover = 1.0 - smoothstep(-0.5 / ratio, 0.5 / ratio, outside - 0.5 / ratio);
  }
  float alpha = color.a * cover * (1.0 - smoothstep(0.5 * shape.x - soft, 0.5 * shape.x + soft, away));
  fragment = vec4(color.rgb, 1.0) * alpha;
}`;

/**
 * The edges of areas, which turn with the day as what fills them does, and are drawn the same way. The dashes have one
 * length at every zoom.
 */
export class EdgeLayer extends ShapeLayer<Geometry, EdgePaint> {
  /** @param shapes by the key that `set` uses, in the order in which they are drawn */
  constructor(id: string, plane: Plane, shapes: ReadonlyMap<string, Geometry>) {
    super(
      id,
      plane,
      {
        vertex: VERTEX,
        fragment: FRAGMENT,
        attributes: [
          { name: 'position', floats: 2 },
          { name: 'aside', floats: 2 },
          { name: 'along', floats: 1 },
          { name: 'number', floats: 1 },
        ],
        uniforms: ['pixel', 'scale'],
        mode: 'TRIANGLE_STRIP',
      },
      [...shapes].map(([key, geometry]) => [
        key,
        geometry,
        2 * ringsOf(geometry).reduce((sum, ring) => sum + ring.length, 0),
      ]),
    );
  }

  protected override cut(geometry: Geometry, number: number): Cut {
    const [x0, y0] = this.origin;
    const corners: number[] = [];
    const index: number[] = [];
    for (const ring of ringsOf(geometry)) {
      const points = ring.map((at) => this.plane.toWorld(at));
      // From each point to the next, of length one; round the ring, whose last point is its first.
      const ways = points.slice(0, -1).map((from, at) => wayBetween(from, points[at + 1] ?? from));
      let along = 0;
      points.forEach(([x, y], at) => {
        const before = ways[(at + ways.length - 1) % ways.length] ?? NO_WAY;
        const after = ways[at % ways.length] ?? NO_WAY;
        const [dx, dy] = asideOf(before, after);
        if (at > 0) along += before.length;
        for (let side = 0; side < 2; side++) {
          index.push(corners.length / 6);
          corners.push(x - x0, y - y0, dx, dy, along, number);
        }
      });
      index.push(STRIP_ENDS);
    }
    return { corners, index };
  }

  protected override look(
    looks: Float32Array,
    at: number,
    { color, opacity, width, blur, dashes }: EdgePaint,
  ): boolean {
    [looks[at], looks[at + 1], looks[at + 2]] = unitsOf(color);
    looks[at + 3] = opacity;
    looks[at + 4] = width;
    looks[at + 5] = blur;
    looks[at + 6] = Object.keys(DASHES).indexOf(dashes);
    return true;
  }

  protected override uniforms(
    gl: WebGL2RenderingContext,
    { pixel, scale }: Readonly<Record<string, WebGLUniformLocation | null>>,
    _matrix: Float32Array,
    zoom: number,
    ratio: number,
  ): void {
    const { drawingBufferWidth, drawingBufferHeight } = gl;
    gl.uniform2f(pixel ?? null, (2 * ratio) / drawingBufferWidth, (2 * ratio) / drawingBufferHeight);
    gl.uniform1f(scale ?? null, 512 * 2 ** zoom);
  }
}

interface Way {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

const NO_WAY: Way = { x: 1, y: 0, length: 0 };

function wayBetween([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): Way {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? NO_WAY : { x: (bx - ax) / length, y: (by - ay) / length, length };
}

/** Where the side of the ribbon lies at a corner between two ways: across both, and longer the sharper the corner. */
function asideOf(before: Way, after: Way): [number, number] {
  const [x, y] = [-(before.y + after.y), before.x + after.x];
  const length = Math.hypot(x, y);
  if (length < 1e-6) return [-after.y, after.x];
  // Half the sum of two normals is as long as the cosine of half the angle between them.
  const mitre = Math.min(MITRE, 2 / length);
  return [(x / length) * mitre, (y / length) * mitre];
}
