import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { rgbOf } from './color';
import { movedTo, programIn, type Program } from './gl';
import type { Plane } from './plane';

/** A vertex attribute: its name in the shader, and how it lies among the bytes of a corner. */
interface Attribute {
  readonly name: string;
  readonly floats: number;
}

/** How a kind of layer draws. */
interface Drawing {
  /** Gets the paint of its shape by `texelFetch(paints, texel + ivec2(n, 0), 0)`, where `texel` is `TEXEL`. */
  readonly vertex: string;
  readonly fragment: string;
  /** All floats; the last of the last is the number of the shape. */
  readonly attributes: readonly Attribute[];
  /** Uniforms beside `matrix`, `paints` and `ratio`. */
  readonly uniforms: readonly string[];
  readonly mode: 'TRIANGLES' | 'TRIANGLE_STRIP';
}

/** Shapes to a row of the texture of paints, and texels to a shape. */
const ROW = 512;
const TEXELS = 2;
/** In GLSL: where the paint of the shape `number` begins. */
export const TEXEL = `ivec2(int(number) % ${ROW} * ${TEXELS}, int(number) / ${ROW})`;
/** Ends a strip of triangles in an index. */
export const STRIP_ENDS = 0xffffffff;

/** What a shape is made of: corners, each as many floats as the attributes have, and an index that counts from 0. */
export interface Cut {
  readonly corners: readonly number[];
  readonly index: readonly number[];
}

/** A shape's place among all: its number, where its corners begin, and its index once it has been cut. */
interface Placed<Shape> {
  readonly shape: Shape;
  readonly number: number;
  readonly first: number;
  index: Uint32Array | null;
}

/** What is on the graphics card. */
interface Card {
  readonly drawing: Program<string>;
  readonly array: WebGLVertexArrayObject;
  readonly corners: WebGLBuffer;
  readonly index: WebGLBuffer;
  readonly paints: WebGLTexture;
}

/**
 * A layer of our own for shapes that turn with the day, tens of thousands of them. A `fill` or `line` layer of MapLibre
 * draws every shape of its source in every frame, those of the other days at opacity 0; here a frame costs what is in
 * force, in one call however many shapes that is.
 *
 * The corners of all shapes lie on the graphics card; each shape is cut once, in idle time or when it is first needed. A
 * change of the day writes which of them are drawn, and in what paint, and sends nothing to the worker.
 */
export abstract class ShapeLayer<Shape, Paint> implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  hidden = false;
  protected readonly plane: Plane;
  /** Corners are counted from the middle of the plate, where single precision is to the metre. */
  protected readonly origin: readonly [number, number];
  readonly #drawing: Drawing;
  readonly #stride: number;
  readonly #shapes: ReadonlyMap<string, Placed<Shape>>;
  readonly #order: readonly Placed<Shape>[];
  readonly #corners: Float32Array;
  readonly #looks: Float32Array;
  readonly #uncut: Placed<Shape>[];
  /** Cut, and not yet on the card. */
  #fresh: Placed<Shape>[] = [];
  #paints: ReadonlyMap<string, Paint> = new Map();
  #card: Card | null = null;
  #map: MapLibreMap | null = null;
  /** The key of `looksFor` with which what is on the card was written; null where it is that of another day. */
  #written: number | null = null;
  #count = 0;

  /** @param shapes by the key that `set` uses, in the order in which they are drawn, each with its number of corners */
  constructor(
    id: string,
    plane: Plane,
    drawing: Drawing,
    shapes: Iterable<readonly [key: string, shape: Shape, corners: number]>,
  ) {
    this.id = id;
    this.plane = plane;
    this.origin = plane.toWorld([112, 45]);
    this.#drawing = drawing;
    this.#stride = drawing.attributes.reduce((sum, { floats }) => sum + floats, 0);
    const placed = new Map<string, Placed<Shape>>();
    let first = 0;
    for (const [key, shape, corners] of shapes) {
      placed.set(key, { shape, number: placed.size, first, index: null });
      first += corners;
    }
    this.#shapes = placed;
    this.#corners = new Float32Array(first * this.#stride);
    this.#looks = new Float32Array(Math.max(1, Math.ceil(placed.size / ROW)) * ROW * TEXELS * 4);
    this.#order = [...placed.values()];
    this.#uncut = this.#order.toReversed();
  }

  /** What a shape is made of; its corners as many as were said of it. */
  protected abstract cut(shape: Shape, number: number): Cut;

  /** Writes two texels, eight floats, for a shape; false where it is not to be seen at this zoom. */
  protected abstract look(looks: Float32Array, at: number, paint: Paint, shape: Shape, zoom: number): boolean;

  /** A number that is another when `look` would write something else for the same paints. */
  protected looksFor(_zoom: number): number {
    return 0;
  }

  protected abstract uniforms(
    gl: WebGL2RenderingContext,
    places: Readonly<Record<string, WebGLUniformLocation | null>>,
    matrix: Float32Array,
    zoom: number,
    ratio: number,
  ): void;

  has(key: string): boolean {
    return this.#shapes.has(key);
  }

  /** What is painted from the next frame on, by shape. */
  set(paints: ReadonlyMap<string, Paint>): void {
    this.#paints = paints;
    this.#written = null;
    // What is wanted now is cut first.
    if (this.#uncut.length === 0) return;
    for (const key of paints.keys()) {
      const placed = this.#shapes.get(key);
      if (placed) this.#uncut.push(placed);
    }
  }

  /** Cuts one more shape before it is needed; false when all are. */
  prepare(): boolean {
    let placed = this.#uncut.pop();
    while (placed?.index) placed = this.#uncut.pop();
    if (placed) this.#cut(placed);
    return placed !== undefined;
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#written = null;
    const { vertex, fragment, uniforms } = this.#drawing;
    const drawing = programIn(gl, vertex, fragment, ['matrix', 'paints', 'ratio', ...uniforms]);
    this.#card = drawing && this.#furnish(gl, drawing);
  }

  onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
    if (this.#card) {
      gl.deleteVertexArray(this.#card.array);
      gl.deleteBuffer(this.#card.corners);
      gl.deleteBuffer(this.#card.index);
      gl.deleteTexture(this.#card.paints);
    }
    this.#card = null;
    this.#map = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    const card = this.#card;
    if (this.hidden || !card || !this.#map || this.#paints.size === 0) return;
    const { program, uniforms } = card.drawing;
    const zoom = this.#map.getZoom();
    gl.bindVertexArray(card.array);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, card.paints);
    const looks = this.looksFor(zoom);
    if (this.#written !== looks) this.#write(gl, card, zoom);
    this.#written = looks;
    const matrix = movedTo(defaultProjectionData.mainMatrix as ArrayLike<number>, this.origin);
    gl.useProgram(program);
    gl.uniformMatrix4fv(uniforms['matrix'] ?? null, false, matrix);
    gl.uniform1i(uniforms['paints'] ?? null, 0);
    const ratio = this.#map.getPixelRatio();
    gl.uniform1f(uniforms['ratio'] ?? null, ratio);
    this.uniforms(gl, uniforms, matrix, zoom, ratio);
    gl.disable(gl.CULL_FACE);
    gl.drawElements(gl[this.#drawing.mode], this.#count, gl.UNSIGNED_INT, 0);
    gl.bindVertexArray(null);
  }

  /** Writes what is drawn, in the order of the shapes, and in which paints. */
  #write(gl: WebGL2RenderingContext, { corners }: Card, zoom: number): void {
    const numbers = new Uint32Array(this.#paints.size);
    let drawn = 0;
    for (const [key, paint] of this.#paints) {
      const placed = this.#shapes.get(key);
      if (placed && this.look(this.#looks, placed.number * TEXELS * 4, paint, placed.shape, zoom)) {
        numbers[drawn] = placed.number;
        drawn += 1;
      }
    }
    const indices = Array.from(numbers.subarray(0, drawn).sort(), (number) => {
      const placed = this.#order[number] as Placed<Shape>;
      return placed.index ?? this.#cut(placed);
    });
    this.#count = indices.reduce((sum, { length }) => sum + length, 0);
    const index = new Uint32Array(this.#count);
    let at = 0;
    for (const own of indices) {
      index.set(own, at);
      at += own.length;
    }
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, index, gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, corners);
    for (const { first, index: own } of this.#fresh) {
      const last = own?.reduce(
        (most, corner) => (corner === STRIP_ENDS ? most : Math.max(most, corner)),
        first,
      );
      const part = this.#corners.subarray(first * this.#stride, ((last ?? first) + 1) * this.#stride);
      gl.bufferSubData(gl.ARRAY_BUFFER, first * this.#stride * 4, part);
    }
    this.#fresh = [];
    // MapLibre leaves these as its last texture wanted them.
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, ROW * TEXELS, this.#rows, gl.RGBA, gl.FLOAT, this.#looks);
  }

  get #rows(): number {
    return this.#looks.length / (ROW * TEXELS * 4);
  }

  #cut(placed: Placed<Shape>): Uint32Array {
    const { first, shape, number } = placed;
    const { corners, index } = this.cut(shape, number);
    this.#corners.set(corners, first * this.#stride);
    placed.index = Uint32Array.from(index, (corner) => (corner === STRIP_ENDS ? corner : corner + first));
    this.#fresh.push(placed);
    return placed.index;
  }

  #furnish(gl: WebGL2RenderingContext, drawing: Program<string>): Card {
    const card: Card = {
      drawing,
      array: gl.createVertexArray(),
      corners: gl.createBuffer(),
      index: gl.createBuffer(),
      paints: gl.createTexture(),
    };
    gl.bindVertexArray(card.array);
    gl.bindBuffer(gl.ARRAY_BUFFER, card.corners);
    gl.bufferData(gl.ARRAY_BUFFER, this.#corners, gl.STATIC_DRAW);
    this.#fresh = [];
    let offset = 0;
    for (const { name, floats } of this.#drawing.attributes) {
      const place = gl.getAttribLocation(drawing.program, name);
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, floats, gl.FLOAT, false, this.#stride * 4, offset);
      offset += floats * 4;
    }
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, card.index);
    gl.bindVertexArray(null);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, card.paints);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, ROW * TEXELS, this.#rows);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    return card;
  }
}

const units = new Map<string, readonly [number, number, number]>();

/** A colour `#rrggbb` in parts of one; there are few, and every shape asks for one on every change of the day. */
export function unitsOf(color: string): readonly [number, number, number] {
  const known = units.get(color);
  if (known) return known;
  const [red, green, blue] = rgbOf(color);
  const made = [red / 255, green / 255, blue / 255] as const;
  units.set(color, made);
  return made;
}
