import { tesselate } from '@turf/turf';
import type { Geometry } from 'geojson';
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { rgbOf } from './color';
import { deleteMesh, meshIn, movedTo, programIn, type Mesh, type Program } from './gl';
import { polygonsIn, type Plane } from './plane';

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
}

/** From line to line, and how broad a line is, CSS pixels; one for all, so that two hatchings can lie side by side. */
const SPACING = 6.5;
const WIDTH = 0.95;
/** Half the breadth of a zigzag. */
const FOLD = 13;

const UNIFORMS = ['matrix', 'color', 'tint', 'lines', 'anchor', 'ratio', 'fold', 'shift'] as const;

const VERTEX = `#version 300 es
uniform mat4 matrix;
in vec2 position;
void main() { gl_Position = matrix * vec4(position, 0.0, 1.0); }`;

/** Lines in CSS pixels over a tint; with `fold` the lines turn back every so many pixels, which makes the zigzag. */
const FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 color;
uniform vec2 anchor;
uniform float tint, lines, ratio, fold, shift;
out vec4 fragment;
void main() {
  float alpha = tint;
  if (lines > 0.0) {
    vec2 at = (gl_FragCoord.xy - anchor) / ratio;
    if (fold > 0.0) at.x = abs(mod(at.x, 2.0 * fold) - fold);
    float along = (at.x + at.y) * 0.70710678;
    float away = abs(fract(along / ${SPACING.toFixed(2)} + shift) - 0.5) * ${SPACING.toFixed(2)};
    float edge = 0.5 / ratio;
    float line = 1.0 - smoothstep(${(WIDTH / 2).toFixed(3)} - edge, ${(WIDTH / 2).toFixed(3)} + edge, away);
    alpha += (1.0 - tint) * lines * line;
  }
  fragment = vec4(color, 1.0) * alpha;
}`;

/**
 * Tints, hatching and inner bands: all that fills an area and turns with the day.
 *
 * Hatching as an engraver lays it has one width and one spacing at every zoom, whatever the hue. A `fill-pattern` cannot
 * do that: it doubles its spacing between whole zooms and jumps back, it takes a layer for each hue, and feature state
 * cannot choose it. And a `fill` layer draws every shape of its source in every frame, those of the other days at opacity
 * 0; here a frame costs what is in force. Shapes are cut into triangles once, in idle time or when first needed; a change
 * of the day changes a few numbers and sends nothing to the worker.
 */
export class AreaLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #plane: Plane;
  readonly #shapes: ReadonlyMap<string, AreaShape>;
  readonly #origin: readonly [number, number];
  readonly #corners = new Map<string, Float32Array>();
  readonly #meshes = new Map<string, Mesh>();
  #paints: ReadonlyMap<string, AreaPaint> = new Map();
  #drawing: Program<(typeof UNIFORMS)[number]> | null = null;
  #map: MapLibreMap | null = null;

  /** @param shapes by the key that `set` uses, in the order in which they are drawn */
  constructor(id: string, plane: Plane, shapes: ReadonlyMap<string, AreaShape>) {
    this.id = id;
    this.#plane = plane;
    this.#shapes = shapes;
    this.#origin = plane.toWorld([112, 45]);
  }

  /** What is painted from the next frame on, by shape. */
  set(paints: ReadonlyMap<string, AreaPaint>): void {
    this.#paints = paints;
  }

  /** Cuts one more shape into triangles before it is needed; false when all are. */
  prepare(): boolean {
    for (const key of this.#shapes.keys()) {
      if (this.#corners.has(key)) continue;
      this.#cornersOf(key);
      return true;
    }
    return false;
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#meshes.clear();
    this.#drawing = programIn(gl, VERTEX, FRAGMENT, UNIFORMS);
  }

  onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
    for (const mesh of this.#meshes.values()) deleteMesh(gl, mesh);
    this.#meshes.clear();
    this.#drawing = null;
    this.#map = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (!this.#drawing || this.#paints.size === 0) return;
    const { program, uniforms } = this.#drawing;
    const matrix = movedTo(defaultProjectionData.mainMatrix as ArrayLike<number>, this.#origin);
    const zoom = this.#map?.getZoom() ?? 0;
    gl.useProgram(program);
    gl.uniformMatrix4fv(uniforms.matrix, false, matrix);
    gl.uniform2fv(uniforms.anchor, anchorOf(matrix, gl));
    gl.uniform1f(uniforms.ratio, this.#map?.getPixelRatio() ?? 1);
    for (const [key, { fade }] of this.#shapes) {
      const paint = this.#paints.get(key);
      const left = paint && fade ? Math.min(1, Math.max(0, (fade[1] - zoom) / (fade[1] - fade[0]))) : 1;
      if (!paint || left === 0) continue;
      const mesh = this.#meshOf(key, gl, program);
      gl.uniform3fv(
        uniforms.color,
        rgbOf(paint.color).map((part) => part / 255),
      );
      gl.uniform1f(uniforms.tint, paint.tint * left);
      gl.uniform1f(uniforms.lines, paint.lines * left);
      gl.uniform1f(uniforms.fold, paint.pattern === 'zigzag' ? FOLD : 0);
      gl.uniform1f(uniforms.shift, paint.shift);
      gl.bindVertexArray(mesh.array);
      gl.drawArrays(gl.TRIANGLES, 0, mesh.count);
    }
    gl.bindVertexArray(null);
  }

  #meshOf(key: string, gl: WebGL2RenderingContext, program: WebGLProgram): Mesh {
    const mesh = this.#meshes.get(key) ?? meshIn(gl, program, this.#cornersOf(key));
    this.#meshes.set(key, mesh);
    return mesh;
  }

  /** Corners of the triangles, in the plane from the middle of the plate, where single precision is to the metre. */
  #cornersOf(key: string): Float32Array {
    const known = this.#corners.get(key);
    if (known) return known;
    const corners: number[] = [];
    const [x0, y0] = this.#origin;
    for (const rings of polygonsIn(this.#plane, this.#shapes.get(key)?.geometry ?? null)) {
      const { features } = tesselate({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: rings },
      });
      for (const triangle of features) {
        for (const [x = 0, y = 0] of triangle.geometry.coordinates[0]?.slice(0, 3) ?? []) {
          corners.push(x - x0, y - y0);
        }
      }
    }
    const made = new Float32Array(corners);
    this.#corners.set(key, made);
    return made;
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
