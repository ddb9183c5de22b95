import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import type { BaseItem } from '../atlas/schema';
import { inLanguage } from '../atlas/in-language';
import { parseDay } from '../time/day';
import { SANS_STACK, SERIF_STACK } from './fonts';
import {
  languageMapIn,
  near,
  placeOf,
  townSizes,
  LEADING,
  SUB_FROM,
  SUB_SCALE,
  type NameFeature,
} from './names';
import {
  ANCHORS,
  fit,
  nudged,
  placesIn,
  placeTowns,
  RING,
  setName,
  turned,
  type Anchor,
  type Candidate,
  type Obstacles,
  type SetName,
  type TownZoom,
} from './places';
import { positionsOf, type Plane } from './plane';
import type { Group } from './palette-data';
import type { DrawnTerritory } from './shapes';
import type { Signs } from './signs';

/** What a name belongs to, which decides its type. */
export type NameClass =
  'state' | 'government' | 'line' | 'water' | 'range' | 'desert' | 'region' | 'territory';

export interface LabelProperties {
  readonly id: string;
  readonly class: NameClass;
  readonly text: string;
  readonly sub: string;
  readonly size: number;
  readonly spacing: number;
  readonly rotate: number;
}

export type LabelFeature = Feature<Point, LabelProperties>;

/** How a name is drawn on a day; one that is not drawn has none. */
export interface ShownName {
  readonly strength: number;
  /** The tier of zoom from which it is drawn. */
  readonly tier: number;
  /** The hue of a territory's name. */
  readonly group: Group | '';
}

/** A name and whether, and how strong, it is there on a day. */
interface Label {
  readonly candidate: Candidate;
  readonly features: readonly LabelFeature[];
  readonly on: (signs: Signs) => Omit<ShownName, 'tier'> | null;
}

/** All names but those of towns and stations: as features, and as a function of the day. */
export interface Labels {
  readonly features: readonly LabelFeature[];
  shown(signs: Signs): ReadonlyMap<string, ShownName>;
}

/** Size in CSS pixels and letter spacing in ems by class and by the size that the base map gives: 1, 2, 3. */
const TYPE: Readonly<Record<NameClass, readonly (readonly [size: number, spacing: number, tier: number])[]>> = {
  state: [[19, 0.2, 0], [15, 0.16, 0], [11, 0.08, 1]],
  government: [[12, 0.02, 1], [12, 0.02, 1], [12, 0.02, 1]],
  line: [[11, 0.04, 2], [11, 0.04, 2], [10.5, 0.02, 2]],
  water: [[15, 0.12, 0], [12.5, 0.08, 1], [11, 0.03, 2]],
  range: [[13, 0.3, 1], [12, 0.28, 1], [11, 0.22, 2]],
  desert: [[14, 0.45, 1], [12, 0.3, 1], [11, 0.25, 2]],
  region: [[15, 0.2, 1], [14, 0.18, 1], [11.5, 0.14, 2]],
  territory: [[15, 0.06, 0], [13.5, 0.04, 1], [12, 0.02, 1]],
}; // prettier-ignore

/** In which order names take their places: what the treaty is about, then whose land it is, then land and water. */
const PRIORITY: Readonly<Record<NameClass, number>> = {
  state: 0,
  territory: 10,
  government: 20,
  region: 25,
  water: 30,
  desert: 32,
  range: 34,
  line: 36,
};

export interface LabelSources {
  readonly names: FeatureCollection<Geometry | null> | null;
  readonly territories: readonly DrawnTerritory[];
  readonly towns: readonly NameFeature[];
  readonly atlas: Atlas;
  readonly plane: Plane;
  readonly language: string;
}

export function labelsOf(sources: LabelSources): Labels {
  const obstacles: Obstacles = { lines: railwayPoints(sources), towns: townObstacles(sources) };
  const labels = [...baseLabels(sources), ...territoryLabels(sources, obstacles)];
  const kept = new WeakMap<Signs, ReadonlyMap<string, ShownName>>();
  return {
    features: labels.flatMap(({ features }) => features),
    shown(signs) {
      const known = kept.get(signs);
      if (known) return known;
      const there = labels.flatMap((label) => {
        const on = label.on(signs);
        return on ? [{ label, on }] : [];
      });
      const placed = fit(
        there.map(({ label }) => label.candidate),
        obstacles,
      );
      const shown = new Map(
        there.flatMap(({ label, on }): [string, ShownName][] => {
          const found = placed.get(label.candidate.id);
          const feature = found && label.features[found.place];
          return feature ? [[feature.properties.id, { ...on, tier: found.tier }]] : [];
        }),
      );
      kept.set(signs, shown);
      return shown;
    },
  };
}

/** Names of the base map: those of states and lines follow their item, the others are always there. */
function baseLabels({ names, atlas, plane, language }: LabelSources): Label[] {
  const items = new Map(atlas.base.map(({ item }) => [item.id, item]));
  return (names?.features ?? []).flatMap(({ geometry, properties }): Label[] => {
    const { id, kind, size, rotate, from } = (properties ?? {}) as Readonly<Record<string, unknown>>;
    const cls = (kind === 'state' && size === 4 ? 'government' : kind) as NameClass;
    if (geometry?.type !== 'Point' || !Object.hasOwn(TYPE, String(cls))) return [];
    const fromRecord = cls === 'state' || cls === 'government' || cls === 'line';
    const item: BaseItem | undefined = fromRecord ? items.get(String(id)) : undefined;
    const name = item?.name ?? languageMapIn(properties ?? {}, 'name');
    if (!name) return [];
    const whole = inLanguage(name, language);
    const [, main = whole, sub = ''] = /^(.*?)\s*[(（](.*)[)）]$/.exec(whole) ?? [];
    const since = typeof from === 'string' ? parseDay(from) : null;
    const style = { cls, size: Math.min(3, Number(size)), rotate: Number(rotate ?? 0) };
    const at = plane.toWorld(geometry.coordinates);
    // What is written along a range or a strait has one place; the names of states were put where they are by hand.
    const shy = style.size > (cls === 'state' ? 2 : 1);
    const places = shy && style.rotate === 0 ? nudged(at) : [at];
    const label = labelAt(`name-${String(id)}`, main, sub, style, language, places, plane);
    return [
      {
        features: label.features,
        candidate: { ...label.candidate, shy },
        on: ({ base, moment }) => {
          if (since !== null && (moment.since ?? -Infinity) < since) return null;
          return item && !base.has(item.id) ? null : { strength: 1, group: '' };
        },
      },
    ];
  });
}

/**
 * So many areas, the largest, have a name on the map: more than the treaty has, and as many as anybody can read. For each
 * its places are looked for beforehand, and each day all that are in force are fitted against each other.
 */
const NAMED = 200;

/** Names of areas, and of points that no town stands for. */
function territoryLabels(
  { territories, atlas, plane, language, towns }: LabelSources,
  obstacles: Obstacles,
): Label[] {
  return territories.flatMap(({ properties: { id, role }, geometry }, index): Label[] => {
    const territory = atlas.territories.get(id);
    const isPoint = geometry.type === 'Point';
    if (!territory || (role === 'area' ? index >= NAMED : !isPoint)) return [];
    if (isPoint && towns.some((town) => near(town.geometry, geometry, 0.2))) return [];
    const text = inLanguage(territory.label ?? territory.title, language);
    const size = isPoint ? 3 : Math.min(3, 1 + Math.floor(index / 8));
    const style = { cls: 'territory' as const, size, rotate: 0 };
    const set = measured(text, style, language);
    const places = placesIn(geometry, plane, set, obstacles);
    const label = labelAt(id, text, '', style, language, places, plane);
    const candidate = { ...label.candidate, priority: PRIORITY.territory + index / 100, shy: true };
    return [
      {
        features: label.features,
        candidate: isPoint ? { ...candidate, tier: 2 } : candidate,
        on: ({ territories: signs }) => {
          const sign = signs.get(id);
          // A name is read or it is not: doubt is drawn by the sign, not by the name.
          return sign ? { strength: 1, group: sign.group } : null;
        },
      },
    ];
  });
}

interface LabelStyle {
  readonly cls: NameClass;
  readonly size: number;
  readonly rotate: number;
}

function labelAt(
  id: string,
  main: string,
  sub: string,
  style: LabelStyle,
  language: string,
  places: readonly [number, number][],
  plane: Plane,
): Omit<Label, 'on'> {
  const { cls, size, rotate } = style;
  const [px, spacing, tier] = TYPE[cls][size - 1] ?? (TYPE[cls][2] as readonly [number, number, number]);
  const set = measured(main, style, language);
  const whole = sub ? { ...set, height: set.height + px } : set;
  const features = places.map((at, index): LabelFeature => ({
    type: 'Feature',
    properties: {
      id: `${id}@${index}`,
      class: cls,
      text: set.lines.join('\n'),
      sub,
      size: px,
      spacing,
      rotate,
    },
    geometry: { type: 'Point', coordinates: plane.toLonLat(at) },
  }));
  const text = main.toLocaleLowerCase(language).replaceAll('’', "'");
  return {
    features,
    candidate: {
      id,
      text,
      set: turned(whole, rotate),
      places,
      priority: PRIORITY[cls] + size,
      tier,
      shy: false,
    },
  };
}

function measured(text: string, { cls, size }: LabelStyle, language: string): SetName {
  const [px, spacing] = TYPE[cls][size - 1] ?? (TYPE[cls][2] as readonly [number, number, number]);
  const shown = cls === 'state' ? text.toLocaleUpperCase(language) : text;
  return setName(shown, { size: px, spacing, measure });
}

function railwayPoints({
  territories,
  plane,
}: Pick<LabelSources, 'territories' | 'plane'>): [number, number][] {
  return territories
    .filter(({ properties }) => properties.role === 'railway')
    .flatMap(({ geometry }) => [...positionsOf(geometry)].map((at) => plane.toWorld(at)));
}

/** Towns as what names of land make way for: the ring, and the name where it will stand. */
function townObstacles({ towns, plane }: LabelSources): Obstacles['towns'] {
  return towns.flatMap(({ properties, geometry }) => {
    const { rank, zoom, first } = properties;
    const at = plane.toWorld(geometry.coordinates);
    const ring = {
      at,
      set: (): SetName => ({ lines: [], width: 2 * RING, height: 2 * RING }),
      tier: rank - 1,
    };
    const lines = [0, 1].map((line) => ({
      at,
      set: (z: number): SetName => besideTown(properties, anchorAt(properties, z), z)[line] ?? NOTHING,
      tier: Math.max(rank - 1, zoom - 2),
    }));
    return first ? [ring, ...lines] : lines;
  });
}

/** The towns with the side of each sure name found, which is held back until it has room; judged by all names of its place. */
export function withPlaces(
  towns: readonly NameFeature[],
  territories: readonly DrawnTerritory[],
  plane: Plane,
): NameFeature[] {
  const places = new Map<string, NameFeature[]>();
  for (const town of towns) {
    const id = placeOf(town.properties.id);
    places.set(id, [...(places.get(id) ?? []), town]);
  }
  const all = [...places].flatMap(([id, [first, ...more]]) =>
    first
      ? [
          {
            id,
            at: plane.toWorld(first.geometry.coordinates),
            wanted: first.properties.anchor,
            rank: first.properties.rank,
            sure: first.properties.sure,
            far: first.properties.far,
            fixed: first.properties.fixed,
            sets: (anchor: Anchor, zoom: number) =>
              [first, ...more].flatMap(({ properties }) => besideTown(properties, anchor, zoom)),
          },
        ]
      : [],
  );
  const found = placeTowns(
    all.filter(({ sure }) => sure),
    all,
    railwayPoints({ territories, plane }),
  );
  return towns.map((town) => {
    const place = found.get(placeOf(town.properties.id));
    return place ? { ...town, properties: { ...town.properties, ...place } } : town;
  });
}

function anchorAt({ anchor, anchors }: NameFeature['properties'], zoom: number): Anchor {
  return anchors?.[Math.min(5, Math.max(2, Math.floor(zoom))) as TownZoom] ?? anchor;
}

const NOTHING: SetName = { lines: [], width: 0, height: 0 };

/** The one or two lines of a town's name at a zoom, counted from the town. */
function besideTown({ text, sub, rank }: NameFeature['properties'], anchor: Anchor, zoom: number): SetName[] {
  const [near, far] = townSizes(rank);
  const size = near + (far - near) * Math.min(1, Math.max(0, (zoom - 3) / 5));
  const lines = [
    { text, size },
    ...(sub !== '' && zoom >= SUB_FROM ? [{ text: sub, size: size * SUB_SCALE }] : []),
  ];
  const whole = lines.reduce((sum, line) => sum + line.size, 0) * LEADING;
  const [x, y] = ANCHORS[anchor];
  let top = y * size - (anchor.startsWith('top') ? 0 : anchor.startsWith('bottom') ? whole : whole / 2);
  return lines.map((line) => {
    const width = measure(line.text, SANS_STACK) * line.size;
    const height = line.size * LEADING;
    const across = anchor.endsWith('left') ? width / 2 : anchor.endsWith('right') ? -width / 2 : 0;
    const shift = [x * size + across, top + height / 2] as const;
    top += height;
    return { lines: [], width, height, shift };
  });
}

const pens = new Map<readonly string[], CanvasRenderingContext2D | null>();

/** Width of a text in ems, in the serif of the plate or the sans of the towns; a guess where there is no canvas. */
function measure(text: string, stack: readonly string[] = SERIF_STACK): number {
  let pen = pens.get(stack);
  if (pen === undefined) {
    pen = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
    // A generic family in quotes would be a font of that name.
    const families = stack.map((name) => (/^(serif|sans-serif|system-ui)$/.test(name) ? name : `"${name}"`));
    if (pen) pen.font = `100px ${families.join(', ')}`;
    pens.set(stack, pen);
  }
  return pen ? pen.measureText(text).width / 100 : text.length * 0.52;
}
