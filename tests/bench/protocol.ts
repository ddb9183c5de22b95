import type { StyleSpecification } from 'maplibre-gl';

/** What the page of the bench can be told to do; all times are milliseconds. */
export interface Arena {
  /** Puts every contestant on the page with an atlas. */
  open(atlas: string): Promise<void>;
  names(): Promise<readonly string[]>;
  /** So many days spread over the range, in order, each with another picture than the one before. */
  days(count: number): Promise<readonly number[]>;
  /** Names of those whose picture is not another on another day, there and back. */
  unfaithful(days: readonly number[]): Promise<readonly string[]>;
  /**
   * Shows one contestant alone on the first of some days, and steps through the others, each step followed by a bare repaint,
   * until patience is at its end.
   */
  measure(name: string, days: readonly number[], patience: number): Promise<Measured>;
  show(name: string): Promise<void>;
  /** The same steps of who is shown, with nobody waiting for the graphics: what a page does. */
  steps(name: string, days: readonly number[]): Promise<void>;
  /** How many steps of so many days are settled one after another within a time, in a second. */
  drag(name: string, days: number, time: number): Promise<number>;
  /** Steps from day to day where no change day lies between. */
  untouched(count: number): Promise<Untouched>;
  /** The base map of the map as it stands, for a bare MapLibre. */
  baseStyle(): Promise<StyleSpecification>;
  /** Size of the map of the element, CSS pixels. */
  size(): Promise<{ readonly width: number; readonly height: number }>;
}

export interface Measured {
  /** From the call to the settled picture. */
  readonly steps: readonly number[];
  readonly floors: readonly number[];
  /** Messages to workers during the steps. */
  readonly messages: number;
}

export interface Untouched {
  readonly steps: number;
  /** Messages to workers, and frames of the map. */
  readonly messages: number;
  readonly renders: number;
}

/** What one contestant did with one set of data; times are milliseconds. */
export interface Row {
  readonly data: string;
  readonly name: string;
  readonly steps: number;
  readonly p50: number;
  readonly p95: number;
  readonly floor: number;
  /** Work of the main thread for one step, layout and painting included. */
  readonly mainThread: number;
  /** Messages to workers for one step. */
  readonly messages: number;
  /** Steps a second. */
  readonly drag: number;
}

/** All of it; null for what has not been measured. */
export interface Results {
  readonly date: string;
  readonly cores: number;
  readonly browser: string;
  readonly load: number;
  readonly seed: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly rows: readonly Row[];
  readonly untouched: (Untouched & { /** Script for one step. */ readonly script: number }) | null;
  /** Bytes that 1,000 steps of the element leave on the heap, on the treaty's data. */
  readonly growth: number | null;
  /** Time to the first map. */
  readonly first: { readonly treatyMap: readonly number[]; readonly bare: readonly number[] } | null;
}
