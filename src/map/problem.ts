import { reasonOf } from '../atlas/problem';

/** What the sentence of each problem has to fill in. `reason` is what somebody else said of it, in their words. */
interface ValuesOf {
  /** The browser has no WebGL 2 for the map. */
  webgl: Record<never, string>;
  /** MapLibre's worker did not load. */
  worker: { readonly address: string };
  /** The worker could not load the maths of the conic. */
  conic: { readonly address: string };
  /** MapLibre reports an error. */
  engine: { readonly reason: string };
  /** A file of the drawing could not be read. */
  file: { readonly file: string; readonly reason: string };
  /** A file of the drawing is no FeatureCollection. */
  collection: { readonly file: string };
  'feature-geometry': { readonly file: string; readonly index: string };
  'feature-properties': { readonly file: string; readonly index: string };
  /** The list of the pictures of the relief, or the picture, could not be read. */
  relief: { readonly file: string; readonly reason: string };
  /** The list has no picture for the projection. */
  'relief-picture': { readonly file: string; readonly projection: string };
  'relief-fetch': { readonly address: string; readonly reason: string };
}

/**
 * Something that went wrong with the map: a code and values, since sentences are the owner's, who knows the language
 * (`map-problem.<code>`).
 */
export type MapProblem = {
  [Code in keyof ValuesOf]: { readonly code: Code; readonly values: ValuesOf[Code] };
}[keyof ValuesOf];

/** Who hears of what is missing while the rest goes on. */
export type OnProblem = (problem: MapProblem, cause?: unknown) => void;

/** An error that says as a code what went wrong; its message is for the console. */
export class MapError extends Error {
  override readonly name: string = 'MapError';
  readonly problem: MapProblem;

  constructor(problem: MapProblem, cause?: unknown) {
    super([problem.code, ...Object.values(problem.values)].join(' '), { cause });
    this.problem = problem;
  }
}

/** The problem that anything thrown stands for. */
export function problemOf(cause: unknown): MapProblem {
  return cause instanceof MapError ? cause.problem : { code: 'engine', values: { reason: reasonOf(cause) } };
}
