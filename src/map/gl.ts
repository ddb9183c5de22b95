/** A program of WebGL and the places of its uniforms. */
export interface Program<Name extends string> {
  readonly program: WebGLProgram;
  readonly uniforms: Readonly<Record<Name, WebGLUniformLocation | null>>;
}

/** Programs of each context: two layers of one kind compile once, and the context takes them with it when it goes. */
const kept = new WeakMap<WebGL2RenderingContext, Map<string, Program<string> | null>>();

/** Compiles and links; null where the context is lost or the driver refuses, since a picture without it is still a map. */
export function programIn<Name extends string>(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
  names: readonly Name[],
): Program<Name> | null {
  const programs = kept.get(gl) ?? new Map<string, Program<string> | null>();
  kept.set(gl, programs);
  const known = programs.get(fragment);
  // A context that was lost and came back is the same object with nothing in it.
  if (known && gl.isProgram(known.program)) return known as Program<Name>;
  const made = compiled(gl, vertex, fragment, names);
  programs.set(fragment, made);
  return made;
}

function compiled<Name extends string>(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
  names: readonly Name[],
): Program<Name> | null {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
  const uniforms = Object.fromEntries(names.map((name) => [name, gl.getUniformLocation(program, name)]));
  return { program, uniforms: uniforms as Program<Name>['uniforms'] };
}

/** Corners of triangles on the graphics card. */
export interface Mesh {
  readonly array: WebGLVertexArrayObject;
  readonly buffer: WebGLBuffer;
  readonly count: number;
}

/** Puts corners (x, y) on the card, for the attribute `position`. */
export function meshIn(gl: WebGL2RenderingContext, program: WebGLProgram, corners: Float32Array): Mesh {
  const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()];
  const position = gl.getAttribLocation(program, 'position');
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, corners, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(position);
  gl.vertexAttribPointer(position, 2, gl.FLOAT, false, 0, 0);
  gl.bindVertexArray(null);
  return { array, buffer, count: corners.length / 2 };
}

export function deleteMesh(gl: WebGL2RenderingContext, { array, buffer }: Mesh): void {
  gl.deleteVertexArray(array);
  gl.deleteBuffer(buffer);
}

/** The matrix for corners that are counted from `origin`; worked out in double precision, which keeps things still. */
export function movedTo(matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float32Array {
  const moved = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++) {
    moved[12 + row] =
      (matrix[row] as number) * x + (matrix[4 + row] as number) * y + (matrix[12 + row] as number);
  }
  return moved;
}
