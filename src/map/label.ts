import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import type { StationName, TownName } from './names';
import { tierFrom, type At, type Candidate, type Spot } from './placing';
import type { Group } from './palette-data';
import type { Plane } from './plane';
import type { DrawnTerritory } from './shapes';
import type { Signs } from './signs';
import { spotAt, typeOf, typesetOf, type NameClass, type Stand, type Typeset } from './typeset';

/** One of the spots of a name, as MapLibre sets it. */
export interface LabelProperties {
  readonly id: string;
  readonly class: NameClass;
  readonly text: string;
  readonly sub: string;
  readonly size: number;
  readonly spacing: number;
  readonly rotate: number;
  readonly anchor: Stand['anchor'];
  readonly offset: readonly [x: number, y: number];
  /** The integer zoom before which no tile needs it. */
  readonly from: number;
  /** Rank of a town, which is drawn as a ring with its name; 0 for all else. */
  readonly rank: number;
}

export type LabelFeature = Feature<Point, LabelProperties>;

/** How a spot is drawn on a day; one that is not drawn has none. */
export interface ShownName {
  readonly strength: number;
  /** The tier of zoom from which it is drawn. */
  readonly tier: number;
  /** The hue of a territory's name. */
  readonly group: Group | '';
}

/** A name and whether, and how, it is there on a day. */
export interface Label {
  readonly candidate: Candidate;
  readonly features: readonly LabelFeature[];
  readonly on: (signs: Signs) => Omit<ShownName, 'tier'> | null;
}

/** In which order names take their places: whose land it is, what the treaty is about, then land and water. */
export const PRIORITY: Readonly<Record<NameClass, number>> = {
  state: 0,
  town: 0,
  territory: 10,
  status: 10,
  railway: 10.5,
  until: 9.5,
  government: 20,
  region: 25,
  water: 26,
  desert: 32,
  range: 34,
  line: 36,
  river: 38,
  station: 44,
};
/** What is drawn whole, in no hue of its own. */
export const THERE = { strength: 1, group: '' } as const;

/** All that names are made of. */
export interface LabelSources {
  readonly names: FeatureCollection<Geometry | null>;
  readonly rivers: FeatureCollection<Geometry | null>;
  readonly territories: readonly DrawnTerritory[];
  readonly towns: readonly TownName[];
  readonly stations: readonly StationName[];
  readonly atlas: Atlas;
  readonly plane: Plane;
  readonly language: string;
  /** "until 25 Apr 1946", of a day that is written so. */
  readonly until: (day: string) => string;
}

/** A name that asks for a place, and where it may stand. */
export interface NameToPlace {
  readonly id: string;
  readonly cls: NameClass;
  readonly size: number;
  readonly main: string;
  readonly sub?: string;
  readonly rotate?: number;
  readonly rank?: number;
  readonly ring?: string;
  readonly priority: number;
  /** Zoom before which it is not shown, where it is later than that of its class. */
  readonly minzoom?: number;
  /** Whether one of two that say the same is enough. */
  readonly once?: boolean;
  readonly spots: () => readonly (readonly [At, Stand, rotate?: number])[];
}

/**
 * A name in each of its spots, there on the days on which `on` says so. It is set, and its spots are looked for, when it first
 * asks for a place: most names do so only close up, or on other days.
 */
export function labelOf(name: NameToPlace, { plane, language }: LabelSources, on: Label['on']): Label {
  const { id, cls, size, main, sub = '', rank = 0, ring = null, priority, minzoom = 0, once = false } = name;
  const { size: px, spacing, from } = typeOf(cls, size);
  const first = Math.max(from, minzoom);
  let made: { readonly spots: readonly Spot[]; readonly features: readonly LabelFeature[] } | undefined;
  const make = (): NonNullable<typeof made> => {
    const turned = name.rotate ?? 0;
    const spots = name.spots();
    const setAs = (along: boolean): Typeset | null =>
      spots.some(([, , rotate = turned]) => (rotate !== 0) === along)
        ? typesetOf(cls, size, main, sub, { language, rotate: along ? 1 : 0 })
        : null;
    const [level, along] = [setAs(false), setAs(true)];
    return {
      spots: spots.map(([at, stand, rotate = turned]) =>
        spotAt(at, { ...((rotate === 0 ? level : along) as Typeset), rotate }, stand),
      ),
      features: spots.map(([at, { anchor, offset }, rotate = turned], index): LabelFeature => ({
        type: 'Feature',
        properties: {
          id: `${id}@${index}`,
          class: cls,
          text: asDrawn(((rotate === 0 ? level : along) as Typeset).lines.join('\n')),
          sub: asDrawn(sub),
          size: px,
          spacing,
          rotate,
          anchor,
          offset,
          from: Math.floor(first),
          rank,
        },
        geometry: { type: 'Point', coordinates: plane.toLonLat(at) },
      })),
    };
  };
  return {
    on,
    get features() {
      return (made ??= make()).features;
    },
    candidate: {
      id,
      text: once ? folded(main, language) : '',
      get spots() {
        return (made ??= make()).spots;
      },
      priority,
      tier: tierFrom(first),
      ring,
    },
  };
}

/**
 * MapLibre draws every letter by itself, in the direction of the document: where that reads from the right a bracket is drawn as
 * its mirror image.
 */
function asDrawn(text: string): string {
  if (!/[()]/.test(text) || !globalThis.document) return text;
  const { direction } = getComputedStyle(document.documentElement);
  return direction === 'rtl' ? text.replace(/[()]/g, (bracket) => (bracket === '(' ? ')' : '(')) : text;
}

/** A name as it is compared with others. */
export function folded(name: string, language: string): string {
  return name.toLocaleLowerCase(language).replaceAll('’', "'");
}
