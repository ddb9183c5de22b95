/** Something wrong in a file of the atlas: which file, where in it, and what. */
export interface Problem {
  /** The file as the manifest names it. */
  readonly file: string;
  /** Where in the file, as `[3].phases[0].from`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** What anything thrown says of itself. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** Writes a problem in one line: file, place, message. */
export function describeProblem({ file, path, message }: Problem): string {
  return path ? `${file}: ${path}: ${message}` : `${file}: ${message}`;
}
