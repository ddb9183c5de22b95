import * as v from 'valibot';
import {
  aliasSchema,
  baseItemSchema,
  claimSchema,
  eventSchema,
  instrumentSchema,
  manifestSchema,
  placeSchema,
  provisionSchema,
  sourceSchema,
} from './schema.ts';

const SCHEMAS = {
  alias: aliasSchema,
  baseItem: baseItemSchema,
  claim: claimSchema,
  event: eventSchema,
  instrument: instrumentSchema,
  manifest: manifestSchema,
  place: placeSchema,
  provision: provisionSchema,
  source: sourceSchema,
} as const satisfies Record<string, v.GenericSchema>;

/** What each part of an atlas is when it fits its schema. */
export type Parts = { readonly [Part in keyof typeof SCHEMAS]: v.InferOutput<(typeof SCHEMAS)[Part]> };

/** Where something does not fit, as `.phases[0].from`, and what is wrong there. */
export interface Misfit {
  readonly path: string;
  readonly message: string;
}

/** Holds a part of an atlas to its schema; gives nothing where it fits. */
export type Fit = (part: keyof Parts, raw: unknown) => readonly Misfit[];

/** Where a part of an atlas does not fit its schema. Apart from all else, since what a build has checked needs no valibot. */
export const misfitsOf: Fit = (part, raw) =>
  (v.safeParse(SCHEMAS[part] as v.GenericSchema, raw).issues ?? []).map(({ path = [], message }) => ({
    path: path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join(''),
    message,
  }));
