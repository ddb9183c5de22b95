import type { CustomLayerInterface, CustomRenderMethodInput } from 'maplibre-gl';
import { fetchFile } from '../atlas/fetch-file';
import type { ReadFile } from '../atlas/load';
import { reasonOf } from '../atlas/problem';
import { rgbOf, type Rgb } from './color';
import { deleteMesh, meshIn, movedTo, programIn, type Mesh, type Program } from './gl';
import { boxAround, PLANES, type Box, type Plane, type Projection } from './plane';
import { MapError } from './problem';

type Corners = [[number, number], [number, number], [number, number], [number, number]];

/** Loads the relief that was built for a projection; rejects where it cannot. */
export async function loadRelief(
  read: ReadFile,
  file: string,
  base: URL,
  projection: Projection,
  signal: AbortSignal,
): Promise<ReliefLayer> {
  const pictures = (await read(file)) as Partial<
    Record<Projection, { image?: unknown; coordinates?: unknown }>
  > | null;
  const picture = pictures?.[projection];
  if (typeof picture?.image !== 'string' || !isCorners(picture.coordinates)) {
    throw new MapError({ code: 'relief-picture', values: { file, projection } });
  }
  // Pictures are named from the folder of the file that lists them.
  const url = new URL(picture.image, new URL(file, base));
  const lost = (reason: string, cause?: unknown): MapError =>
    new MapError({ code: 'relief-fetch', values: { address: url.href, reason } }, cause);
  const response = await fetchFile(url, { signal }).catch((cause: unknown) => {
    throw lost(reasonOf(cause), cause);
  });
  if (!response.ok) throw lost(String(response.status));
  return new ReliefLayer(
    await createImageBitmap(await response.blob()),
    picture.coordinates,
    PLANES[projection],
  );
}

function isCorners(value: unknown): value is Corners {
  return (
    Array.isArray(value) &&
    value.length === 4 &&
    value.every((at) => Array.isArray(at) && at.length === 2 && at.every(Number.isFinite))
  );
}

const UNIFORMS = ['matrix', 'picture', 'color', 'size'] as const;

const VERTEX = `#version 300 es
uniform mat4 matrix;
uniform vec2 size;
in vec2 position;
out vec2 at;
void main() {
  at = position;
  gl_Position = matrix * vec4(position * size, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D picture;
uniform vec4 color;
in vec2 at;
out vec4 fragment;
void main() { fragment = color * (1.0 - texture(picture, at).r); }`;

/**
 * The relief as shade alone: one warm colour, with the darkness of the grey picture as its alpha; white is level ground,
 * the sea and the edge. Laid on as it is, the picture would whiten the paper and show its rectangle. It is a layer of its
 * own rather than an image source, because the colour is then a number to change, no canvas has to be filled pixel by
 * pixel, and no `blob:` or `data:` address is needed.
 */
export class ReliefLayer implements CustomLayerInterface {
  readonly id = 'relief';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  hidden = false;
  readonly #image: ImageBitmap;
  readonly #box: Box;
  #color: Rgb = [0, 0, 0];
  #strength = 0;
  #drawing: Program<(typeof UNIFORMS)[number]> | null = null;
  #mesh: Mesh | null = null;
  #texture: WebGLTexture | null = null;

  /** @param image the grey picture, of which the layer disposes */
  constructor(image: ImageBitmap, corners: Corners, plane: Plane) {
    this.#image = image;
    this.#box = boxAround(corners.map(plane.toWorld)) as Box;
  }

  /**
   * In which colour, none before.
   * @param strength how dark the deepest shade is, 0 to 1
   */
  shade(color: string, strength: number): void {
    this.#color = rgbOf(color);
    this.#strength = strength;
  }

  /** Gives the picture back. A lost context asks for it anew, so that it is held until the map goes. */
  close(): void {
    this.#image.close();
  }

  onAdd(_map: unknown, gl: WebGL2RenderingContext): void {
    this.#drawing = programIn(gl, VERTEX, FRAGMENT, UNIFORMS);
    if (!this.#drawing) return;
    this.#mesh = meshIn(gl, this.#drawing.program, new Float32Array([0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1]));
    this.#texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    // MapLibre leaves these as its last texture wanted them.
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, this.#image);
    gl.generateMipmap(gl.TEXTURE_2D);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }

  onRemove(_map: unknown, gl: WebGL2RenderingContext): void {
    if (this.#mesh) deleteMesh(gl, this.#mesh);
    gl.deleteTexture(this.#texture);
    this.#mesh = this.#drawing = this.#texture = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (this.hidden || !this.#drawing || !this.#mesh) return;
    const { program, uniforms } = this.#drawing;
    const { left, top, right, bottom } = this.#box;
    const [red, green, blue] = this.#color.map((part) => (part / 255) * this.#strength) as [
      number,
      number,
      number,
    ];
    gl.useProgram(program);
    gl.uniformMatrix4fv(
      uniforms.matrix,
      false,
      movedTo(defaultProjectionData.mainMatrix as ArrayLike<number>, [left, top]),
    );
    gl.uniform2f(uniforms.size, right - left, bottom - top);
    gl.uniform4f(uniforms.color, red, green, blue, this.#strength);
    gl.uniform1i(uniforms.picture, 0);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.bindVertexArray(this.#mesh.array);
    gl.drawArrays(gl.TRIANGLES, 0, this.#mesh.count);
    gl.bindVertexArray(null);
  }
}
