import { tesselate } from '@turf/turf';
import type { Geometry } from 'geojson';
import type { CustomLayerInterface, CustomRenderMethodInput } from 'maplibre-gl';
import { rgbOf } from './color';
import { deleteMesh, meshIn, movedTo, programIn, type Mesh, type Program } from './gl';
import { polygonsIn, type Plane } from './plane';

/** How one shape is hatched now. */
export interface Hatching {
  /** `#rrggbb` */
  readonly color: string;
  /** 0 to 1 */
  readonly opacity: number;
  readonly pattern: 'hatch' | 'zigzag';
  /** From 0 to 1, how far between two lines they are shifted: two hatchings over one another lie side by side. */
  readonly shift: number;
}

/** From line to line, CSS pixels; one for all, so that two hatchings can lie side by side. */
const SPACING = 6.5;

const UNIFORMS = ['matrix', 'color', 'anchor', 'ratio', 'spacing', 'width', 'fold', 'shift'] as const;

const VERTEX = `#version 300 es
uniform mat4 matrix;
in vec2 position;
void main() { gl_Position = matrix * vec4(position, 0.0, 1.0); }`;

/** Straight lines in CSS pixels; with `fold` they turn back every so many pixels, and the bands so made are the zigzag. */
const FRAGMENT = `#version 300 es
precision highp float;
uniform vec4 color;
uniform vec2 anchor;
uniform float ratio, spacing, width, fold, shift;
out vec4 fragment;
void main() {
  vec2 at = (gl_FragCoord.xy - anchor) / ratio;
  if (fold > 0.0) at.x = abs(mod(at.x, 2.0 * fold) - fold);
  float along = (at.x + at.y) * 0.70710678;
  float away = abs(fract(along / spacing + shift) - 0.5) * spacing;
  float edge = 0.5 / ratio;
  fragment = color * (1.0 - smoothstep(0.5 * width - edge, 0.5 * width + edge, away));
}`;

/**
 * Hatching as an engraver lays it: lines of one width and one spacing at every zoom, whatever the hue. A `fill-pattern`
 * cannot do it: it doubles its spacing between whole zooms and jumps back, it takes a layer for each hue, and feature
 * state cannot choose it. So the shapes that are hatched on a day are cut into triangles once, when first needed, and
 * filled here; a change of the day changes a number and sends nothing to the worker.
 */
export class HatchLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #plane: Plane;
  readonly #shapes: ReadonlyMap<string, Geometry>;
  readonly #origin: readonly [number, number];
  readonly #meshes = new Map<string, Mesh | null>();
  #hatchings: ReadonlyMap<string, Hatching> = new Map();
  #drawing: Program<(typeof UNIFORMS)[number]> | null = null;

  /**
   * @param shapes by the key that `set` uses, in the order in which they are drawn
   */
  constructor(id: string, plane: Plane, shapes: ReadonlyMap<string, Geometry>) {
    this.id = id;
    this.#plane = plane;
    this.#shapes = shapes;
    this.#origin = plane.toWorld([112, 45]);
  }

  /** What is hatched from the next frame on, by shape. */
  set(hatchings: ReadonlyMap<string, Hatching>): void {
    this.#hatchings = hatchings;
  }

  onAdd(_map: unknown, gl: WebGL2RenderingContext): void {
    this.#meshes.clear();
    this.#drawing = programIn(gl, VERTEX, FRAGMENT, UNIFORMS);
  }

  onRemove(_map: unknown, gl: WebGL2RenderingContext): void {
    for (const mesh of this.#meshes.values()) {
      if (mesh) deleteMesh(gl, mesh);
    }
    this.#meshes.clear();
    this.#drawing = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (!this.#drawing || this.#hatchings.size === 0) return;
    const { program, uniforms } = this.#drawing;
    const ratio = gl.drawingBufferWidth / ((gl.canvas as HTMLCanvasElement).clientWidth || gl.drawingBufferWidth);
    const matrix = movedTo(defaultProjectionData.mainMatrix as ArrayLike<number>, this.#origin);
    gl.useProgram(program);
    gl.uniformMatrix4fv(uniforms.matrix, false, matrix);
    gl.uniform2fv(uniforms.anchor, anchorOf(matrix, gl));
    gl.uniform1f(uniforms.ratio, ratio);
    gl.uniform1f(uniforms.spacing, SPACING);
    gl.uniform1f(uniforms.width, 0.95);
    for (const key of this.#shapes.keys()) {
      const hatching = this.#hatchings.get(key);
      const mesh = hatching && this.#meshOf(key, gl);
      if (!mesh) continue;
      const zigzag = hatching.pattern === 'zigzag';
      const [red, green, blue] = rgbOf(hatching.color).map((part) => (part / 255) * hatching.opacity);
      gl.uniform4f(uniforms.color, red as number, green as number, blue as number, hatching.opacity);
      gl.uniform1f(uniforms.shift, hatching.shift);
      gl.uniform1f(uniforms.fold, zigzag ? 13 : 0);
      gl.bindVertexArray(mesh.array);
      gl.drawArrays(gl.TRIANGLES, 0, mesh.count);
    }
    gl.bindVertexArray(null);
  }

  #meshOf(key: string, gl: WebGL2RenderingContext): Mesh | null {
    const known = this.#meshes.get(key);
    if (known !== undefined) return known;
    const geometry = this.#shapes.get(key);
    const mesh = geometry && this.#drawing ? meshIn(gl, this.#drawing.program, this.#triangles(geometry)) : null;
    this.#meshes.set(key, mesh);
    return mesh;
  }

  /** Corners of the triangles, in the plane from the middle of the plate, where single precision is to the metre. */
  #triangles(geometry: Geometry): Float32Array {
    const corners: number[] = [];
    const [x0, y0] = this.#origin;
    for (const rings of polygonsIn(this.#plane, geometry)) {
      const { features } = tesselate({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: rings } });
      for (const triangle of features) {
        for (const [x = 0, y = 0] of triangle.geometry.coordinates[0]?.slice(0, 3) ?? []) corners.push(x - x0, y - y0);
      }
    }
    return new Float32Array(corners);
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
