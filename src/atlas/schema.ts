import * as v from 'valibot';
import { EVIDENCE, HOLDS, KINDS, VIEWPOINTS } from './vocabulary.ts';

/**
 * The shape of the record's files; `fit.ts` holds them to it when they are loaded. Everything a person reads is a language map;
 * everything dated is EDTF as `src/time/edtf.ts` reads it. References between files are checked in `check.ts`.
 */

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'),
);

/** Text in one or more languages, by BCP 47 tag. English is always there. */
export const languageMapSchema = v.objectWithRest({ en: v.pipe(v.string(), v.nonEmpty()) }, v.string());

/** A language by its BCP 47 tag: language, then script, region or variant. */
const languageTagSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is a BCP 47 tag'),
);

/** Where to look: degrees east, degrees north, zoom. */
const focusSchema = v.strictObject({ lon: v.number(), lat: v.number(), zoom: v.number() });

const kindSchema = v.picklist(KINDS);
const viewpointSchema = v.picklist(VIEWPOINTS);
const evidenceSchema = v.picklist(EVIDENCE);

/**
 * A bound: EDTF alone where the day, month or interval says it all; with `earliest` and `latest` where it is
 * approximate, since the record never guesses from `~`. `stated` overrides the day that EDTF would give.
 */
export const boundSchema = v.union([
  v.string(),
  v.strictObject({
    edtf: v.string(),
    earliest: v.string(),
    stated: v.optional(v.string()),
    latest: v.string(),
  }),
]);

const evidenced = {
  certainty: languageMapSchema,
  evidence: evidenceSchema,
  /** True where only weak copies were read: shown as unconfirmed. */
  unconfirmed: v.optional(v.literal(true)),
  /** Other days that sources give for the beginning, in EDTF. */
  alternatives: v.optional(v.array(v.string())),
  sources: v.array(id),
};

const viewSchema = v.strictObject({
  viewpoint: v.array(viewpointSchema),
  kind: kindSchema,
  status: languageMapSchema,
});

export const phaseSchema = v.strictObject({
  from: boundSchema,
  until: boundSchema,
  status: languageMapSchema,
  /** The status in a few words, where there is room for no more: on the map under the name of a state and along a railway. */
  brief: v.optional(languageMapSchema),
  kind: kindSchema,
  holds: v.picklist(HOLDS),
  /** Who held the status; absent for a plain fact. */
  viewpoint: v.optional(v.array(viewpointSchema)),
  /** What each party held, where they differ. */
  views: v.optional(v.array(viewSchema)),
  /** Parties whose view was looked for and not found: shown as not known, never inferred. */
  unknown: v.optional(v.array(viewpointSchema)),
  description: languageMapSchema,
  /** What stands on the map while the phase lasts, in place of the names of its territories. */
  label: v.optional(languageMapSchema),
  note: v.optional(languageMapSchema),
  ...evidenced,
  territories: v.array(id),
  /** True where the phase begins after the end of the slider. */
  beyond: v.optional(v.literal(true)),
});

export const provisionSchema = v.strictObject({
  id,
  title: languageMapSchema,
  layer: id,
  /** The instrument that provides it; absent for what is shown as context. */
  instrument: v.optional(id),
  article: v.optional(languageMapSchema),
  /** True where phases run side by side, one series for each place. */
  parallel: v.optional(v.literal(true)),
  note: v.optional(languageMapSchema),
  territories: v.array(
    v.strictObject({
      id,
      title: languageMapSchema,
      /** What stands on the map, where the title is too long for it. */
      label: v.optional(languageMapSchema),
      kind: v.picklist(['polygon', 'line', 'point', 'none']),
    }),
  ),
  phases: v.array(phaseSchema),
});

/** What one article, point or note of an instrument says about territory. */
export const articleSchema = v.strictObject({
  /** What it is called: "article 1", "annex", "Soviet reply". */
  number: languageMapSchema,
  /** What it says about territory, in the project's own words, or that it says nothing. */
  text: languageMapSchema,
  evidence: evidenceSchema,
  /** True where only weak copies were read: shown as unconfirmed. */
  unconfirmed: v.optional(v.literal(true)),
  /** The provisions that rest on it. */
  provisions: v.array(id),
  sources: v.array(id),
  /** Its own words, where they were read: as they stand, never translated. */
  quotation: v.optional(
    v.strictObject({ text: v.pipe(v.string(), v.nonEmpty()), language: languageTagSchema, source: id }),
  ),
});

export const instrumentSchema = v.strictObject({
  id,
  title: languageMapSchema,
  signed: v.string(),
  place: languageMapSchema,
  parties: v.array(viewpointSchema),
  /** Who signed for whom; absent for what was announced and not signed. */
  signatories: v.optional(languageMapSchema),
  /** What it says about territory, in the project's own words. */
  summary: languageMapSchema,
  /** The same article by article, in the instrument's own order. */
  articles: v.array(articleSchema),
  term: v.optional(languageMapSchema),
  after: v.optional(languageMapSchema),
  evidence: evidenceSchema,
  evidenceNote: v.optional(languageMapSchema),
  sources: v.array(id),
});

export const eventSchema = v.strictObject({
  id,
  date: boundSchema,
  title: languageMapSchema,
  summary: languageMapSchema,
  provisions: v.array(id),
  focus: focusSchema,
  /** What the guided tour says of it, and the territories that it shows whole; absent for what is no screen of the tour. */
  tour: v.optional(v.strictObject({ text: languageMapSchema, territories: v.array(id) })),
  evidence: evidenceSchema,
  unconfirmed: v.optional(v.literal(true)),
  alternatives: v.optional(v.array(v.string())),
  sources: v.array(id),
  beyond: v.optional(v.literal(true)),
});

/** A statement of the encyclopedia article behind the map, set against the record. */
export const claimSchema = v.strictObject({
  id,
  /** Its place in the article, from 1. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** What the article says, in the project's own words. */
  claim: languageMapSchema,
  /** What the record says. */
  record: languageMapSchema,
  /** Wording that does justice to both. */
  nuance: languageMapSchema,
  /** The day within the slider on which the map shows it. */
  day: v.string(),
  focus: focusSchema,
  provisions: v.array(id),
  events: v.array(id),
  sources: v.array(id),
});

/** A state, occupation, line or seat of government of the base map, with its name of the day. */
export const baseItemSchema = v.strictObject({
  id,
  group: id,
  kind: v.picklist(['polygon', 'line', 'point']),
  title: languageMapSchema,
  from: boundSchema,
  until: boundSchema,
  name: languageMapSchema,
  /** Whose colour it takes on the map; absent for lines and for what takes none. */
  power: v.optional(
    v.picklist(['soviet', 'mongolian', 'chinese', 'japanese', 'korean', 'american', 'british', 'other']),
  ),
  /** How the power holds it: its own land, or under occupation; a seat of government is a place and no land. */
  holds: v.picklist(['state', 'occupied', 'disputed', 'line', 'seat']),
  /** The town of the base map that is a seat of government; `name` is the government's. Absent for all else. */
  seat: v.optional(id),
  note: v.optional(languageMapSchema),
  ...evidenced,
});

/** A place whose name changes within the slider. */
export const placeSchema = v.strictObject({
  id,
  names: v.array(v.strictObject({ from: boundSchema, until: boundSchema, name: languageMapSchema })),
  note: v.optional(languageMapSchema),
  evidence: evidenceSchema,
  unconfirmed: v.optional(v.literal(true)),
  sources: v.array(id),
});

/** What else a town, a territory or a name on the map was called: found when it is typed, and never drawn. */
export const aliasSchema = v.strictObject({ id, names: v.array(v.pipe(v.string(), v.nonEmpty())) });

/** A work cited: CSL-JSON, with how far it was read and its rank under `custom`. */
export const sourceSchema = v.looseObject({
  id,
  type: v.string(),
  title: v.pipe(v.string(), v.nonEmpty()),
  custom: v.strictObject({
    read: v.picklist(['yes', 'partly', 'no']),
    tier: v.picklist(['primary', 'secondary', 'wiki', 'weak']),
  }),
});

export const layerSchema = v.strictObject({
  id,
  title: languageMapSchema,
  /** The GeoJSON file beside the manifest; absent for a layer that draws nothing. */
  geometry: v.optional(v.string()),
});

const labelled = v.strictObject({ title: languageMapSchema, meaning: languageMapSchema });

/** The manifest: what the atlas is, and which file holds what. */
export const manifestSchema = v.strictObject({
  id,
  title: languageMapSchema,
  introduction: languageMapSchema,
  /** First and last day of the slider, both inclusive. */
  from: v.string(),
  until: v.string(),
  layers: v.array(layerSchema),
  /** The provision whose phases are the life of the treaty: a band along the slider. */
  life: v.optional(id),
  /** What a reader wants to know first, in a line each, and the provisions that answer; without it, a line for each layer. */
  glance: v.optional(v.array(v.strictObject({ title: languageMapSchema, provisions: v.array(id) }))),
  kinds: v.strictObject(v.entriesFromList(KINDS, labelled)),
  viewpoints: v.strictObject(v.entriesFromList(VIEWPOINTS, languageMapSchema)),
  evidence: v.strictObject(v.entriesFromList(EVIDENCE, languageMapSchema)),
  holds: v.strictObject(v.entriesFromList(HOLDS, languageMapSchema)),
  record: v.strictObject({
    instruments: v.string(),
    provisions: v.string(),
    events: v.string(),
    sources: v.string(),
    base: v.string(),
    claims: v.string(),
  }),
  drawing: v.strictObject({
    stations: v.string(),
    bands: v.string(),
    land: v.string(),
    states: v.string(),
    borders: v.string(),
    rivers: v.string(),
    lakes: v.string(),
    towns: v.string(),
    graticule: v.string(),
    names: v.string(),
    relief: v.string(),
  }),
  credits: v.array(languageMapSchema),
});

export type LanguageMap = v.InferOutput<typeof languageMapSchema>;
export type BoundJson = v.InferOutput<typeof boundSchema>;
export type Phase = v.InferOutput<typeof phaseSchema>;
export type Provision = v.InferOutput<typeof provisionSchema>;
export type Article = v.InferOutput<typeof articleSchema>;
export type Instrument = v.InferOutput<typeof instrumentSchema>;
export type TreatyEvent = v.InferOutput<typeof eventSchema>;
export type Claim = v.InferOutput<typeof claimSchema>;
export type BaseItem = v.InferOutput<typeof baseItemSchema>;
export type Place = v.InferOutput<typeof placeSchema>;
export type Alias = v.InferOutput<typeof aliasSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Layer = v.InferOutput<typeof layerSchema>;
export type Manifest = v.InferOutput<typeof manifestSchema>;
