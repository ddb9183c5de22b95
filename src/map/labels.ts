import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import type { BaseItem, LanguageMap, Phase } from '../atlas/schema';
import { inLanguage } from '../atlas/in-language';
import { parseDay } from '../time/day';
import { languageMapIn, near, untilText, type StationName, type TownName } from './names';
import {
  Placing,
  tierFrom,
  type At,
  type Candidate,
  type Obstacles,
  type Place,
  type Seen,
  type Spot,
} from './placing';
import { positionsOf, type Plane } from './plane';
import type { Group } from './palette-data';
import { seatsByTown } from './seats';
import { phasesByTerritory, type DrawnTerritory } from './shapes';
import type { Signs } from './signs';
import { nudged, placesIn, stretchesOf } from './spots';
import {
  ANCHORS,
  anchorsFrom,
  LEADING,
  MIDDLE,
  spotAt,
  typeOf,
  typesetOf,
  type NameClass,
  type Stand,
} from './typeset';

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
interface Label {
  readonly candidate: Candidate;
  readonly features: readonly LabelFeature[];
  readonly on: (signs: Signs) => Omit<ShownName, 'tier'> | null;
}

/** A name that is drawn on a day in a view. */
export interface DrawnName extends ShownName {
  readonly feature: LabelFeature;
  readonly spot: Spot;
}

/** All names of the map: as features, one for each spot, and as a function of the day and of what is seen. */
export interface Labels {
  readonly features: readonly LabelFeature[];
  readonly obstacles: Obstacles;
  /** What is drawn by feature id; without a view as if all of the plane were seen. */
  shown(signs: Signs, seen: Seen | null): ReadonlyMap<string, DrawnName>;
}

/** In which order names take their places: whose land it is, what the treaty is about, then land and water. */
const PRIORITY: Readonly<Record<NameClass, number>> = {
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
/** Towns among them, by rank. */
const TOWN_PRIORITY = [3, 4, 8, 40, 50] as const;

const RAILWAY_LAYER = 'chinese-eastern-railway';
const THERE = { strength: 1, group: '' } as const;

export interface LabelSources {
  readonly names: FeatureCollection<Geometry | null>;
  readonly rivers: FeatureCollection<Geometry | null>;
  readonly territories: readonly DrawnTerritory[];
  readonly towns: readonly TownName[];
  readonly stations: readonly StationName[];
  readonly atlas: Atlas;
  readonly plane: Plane;
  readonly language: string;
}

export function labelsOf(sources: LabelSources): Labels {
  const obstacles = obstaclesIn(sources);
  const base = baseLabels(sources);
  const labels = [
    ...base,
    ...riverLabels(sources),
    ...territoryLabels(sources, obstacles, base),
    ...railwayLabels(sources),
    ...marks(sources),
    ...townLabels(sources),
    ...stationLabels(sources),
  ];
  const placing = new Placing(obstacles);
  const kept = new WeakMap<
    Signs,
    {
      there: Map<string, [Label, Omit<ShownName, 'tier'>]>;
      candidates: Candidate[];
      placed: Map<string, Place>;
    }
  >();
  const ofDay = (signs: Signs): NonNullable<ReturnType<typeof kept.get>> => {
    const known = kept.get(signs);
    if (known) return known;
    const there = new Map(
      labels.flatMap((label): [string, [Label, Omit<ShownName, 'tier'>]][] => {
        const on = label.on(signs);
        return on ? [[label.candidate.id, [label, on]]] : [];
      }),
    );
    const candidates = [...there.values()].map(([{ candidate }]) => candidate);
    const day = { there, candidates, placed: placing.fit(candidates) };
    kept.set(signs, day);
    return day;
  };
  return {
    features: labels.flatMap(({ features }) => features),
    obstacles,
    shown(signs, seen) {
      const { there, candidates, placed } = ofDay(signs);
      const places = seen ? placing.fitView(candidates, placed, seen) : placed;
      return new Map(
        [...places].flatMap(([id, { spot, tier }]): [string, DrawnName][] => {
          const [label, on] = there.get(id) as [Label, Omit<ShownName, 'tier'>];
          const feature = label.features[spot];
          if (!feature) return [];
          return [
            [feature.properties.id, { ...on, tier, feature, spot: label.candidate.spots[spot] as Spot }],
          ];
        }),
      );
    },
  };
}

/** The railway and the rings of towns, which no name may cover. */
function obstaclesIn({ territories, towns, plane }: LabelSources): Obstacles {
  const lines = territories
    .filter(({ properties }) => properties.role === 'railway')
    .flatMap(({ geometry }): (readonly [At, At])[] => {
      const parts =
        geometry.type === 'LineString'
          ? [geometry.coordinates]
          : geometry.type === 'MultiLineString'
            ? geometry.coordinates
            : [];
      return parts.flatMap((part) => {
        const points = part.map((at) => plane.toWorld(at));
        return points.slice(1).map((at, index) => [points[index] as At, at] as const);
      });
    });
  const rings = towns
    .filter(({ dated }) => !dated)
    .map(({ town, rank, geometry }) => ({
      id: town,
      at: plane.toWorld(geometry.coordinates),
      tier: tierFrom(townFrom(rank)),
    }));
  return { lines, rings };
}

interface NameToPlace {
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
  readonly spots: readonly (readonly [At, Stand, rotate?: number])[];
}

function labelOf(name: NameToPlace, { plane, language }: LabelSources, on: Label['on']): Label {
  const { id, cls, size, main, sub = '', rank = 0, ring = null, priority, minzoom = 0, once = false } = name;
  const { size: px, spacing, from } = typeOf(cls, size);
  const typeset = typesetOf(cls, size, main, sub, { language });
  const along = typesetOf(cls, size, main, sub, { language, rotate: 1 });
  const features = name.spots.map(
    ([at, { anchor, offset }, rotate = name.rotate ?? 0], index): LabelFeature => ({
      type: 'Feature',
      properties: {
        id: `${id}@${index}`,
        class: cls,
        text: (rotate === 0 ? typeset : along).lines.join('\n'),
        sub,
        size: px,
        spacing,
        rotate,
        anchor,
        offset,
        from: Math.floor(Math.max(from, minzoom)),
        rank,
      },
      geometry: { type: 'Point', coordinates: plane.toLonLat(at) },
    }),
  );
  const spots = name.spots.map(([at, stand, rotate = name.rotate ?? 0]) =>
    spotAt(at, rotate === 0 ? typeset : { ...along, rotate }, stand),
  );
  const text = once ? folded(main, language) : '';
  const tier = tierFrom(Math.max(from, minzoom));
  return { features, on, candidate: { id, text, spots, priority, tier, ring } };
}

/** A name as it is compared with others. */
function folded(name: string, language: string): string {
  return name.toLocaleLowerCase(language).replaceAll('’', "'");
}

/** Names of the base map: those of states and lines follow their item, the others are always there. */
function baseLabels(sources: LabelSources): Label[] {
  const { names, atlas, plane, language } = sources;
  const items = new Map(atlas.base.map(({ item }) => [item.id, item]));
  return names.features.flatMap(({ geometry, properties }): Label[] => {
    const { id, kind, size, rotate, from, minzoom } = (properties ?? {}) as Readonly<Record<string, unknown>>;
    const cls = (kind === 'state' && size === 4 ? 'government' : kind) as NameClass;
    if (geometry?.type !== 'Point' || !Object.hasOwn(PRIORITY, String(cls))) return [];
    const fromRecord = cls === 'state' || cls === 'government' || cls === 'line';
    const item: BaseItem | undefined = fromRecord ? items.get(String(id)) : undefined;
    const name = item?.name ?? languageMapIn(properties ?? {}, 'name');
    if (!name) return [];
    const whole = inLanguage(name, language);
    const [, main = whole, sub = ''] = /^(.*?)\s*[(（](.*)[)）]$/.exec(whole) ?? [];
    const since = typeof from === 'string' ? parseDay(from) : null;
    const at = plane.toWorld(geometry.coordinates);
    const turn = Number(rotate ?? 0);
    const places = turn === 0 ? nudged(at, Number(minzoom ?? 0)) : [at];
    return [
      labelOf(
        {
          id: `name-${String(id)}`,
          cls,
          size: Number(size),
          main,
          sub,
          rotate: turn,
          minzoom: Number(minzoom ?? 0),
          priority: PRIORITY[cls] + Number(size),
          once: true,
          spots: places.map((place) => [place, MIDDLE]),
        },
        sources,
        ({ base, moment }) => {
          if (since !== null && (moment.since ?? -Infinity) < since) return null;
          return item && !base.has(item.id) ? null : THERE;
        },
      ),
    ];
  });
}

/** How far above its river a name is written, ems. */
const ABOVE_RIVER: Stand = { anchor: 'center', offset: [0, -0.8] };

/** Names along the rivers, where they run straight enough. */
function riverLabels(sources: LabelSources): Label[] {
  const { rivers, plane, language } = sources;
  return rivers.features.flatMap(({ geometry, properties }): Label[] => {
    const { id, rank } = (properties ?? {}) as Readonly<Record<string, unknown>>;
    const name = languageMapIn(properties ?? {}, 'name');
    if (!geometry || !name) return [];
    const size = Number(rank);
    const { size: px, from } = typeOf('river', size);
    const main = inLanguage(name, language).replace(/\s*[(（].*$/, '');
    const [width = 0] = typesetOf('river', size, main, '', { language, rotate: 1 }).widths;
    const spots = stretchesOf(geometry, plane, width * px * 1.1, from + 0.3);
    if (spots.length === 0) return [];
    return [
      labelOf(
        {
          id: `river-${String(id)}`,
          cls: 'river',
          size,
          main,
          priority: PRIORITY.river + size,
          once: true,
          spots: spots.map(({ at, rotate }) => [at, ABOVE_RIVER, rotate]),
        },
        sources,
        () => THERE,
      ),
    ];
  });
}

/** Where the day of a garrison may stand: under or over the name of its town of one line or two, or on the other side. */
const BESIDE_GARRISON: readonly Stand[] = [
  { anchor: 'left', offset: [0.7, 1.25] },
  { anchor: 'right', offset: [-0.7, 1.25] },
  { anchor: 'left', offset: [0.8, 0] },
  { anchor: 'right', offset: [-0.8, 0] },
  { anchor: 'left', offset: [0.7, -1.25] },
  { anchor: 'right', offset: [-0.7, -1.25] },
  { anchor: 'left', offset: [0.7, 2.2] },
  { anchor: 'right', offset: [-0.7, 2.2] },
  { anchor: 'left', offset: [0.7, -2.55] },
  { anchor: 'right', offset: [-0.7, -2.55] },
  { anchor: 'left', offset: [0.7, -3.8] },
  { anchor: 'right', offset: [-0.7, -3.8] },
  { anchor: 'left', offset: [0.7, 3.4] },
  { anchor: 'right', offset: [-0.7, 3.4] },
];

/**
 * So many areas, the largest, have a name on the map: more than the treaty has, and as many as anybody can read. For each
 * its places are looked for beforehand, and each day all that are in force are fitted against each other.
 */
const NAMED = 200;

/** The places under a name of the base map, for what is said of the same land in smaller type. */
function placesUnder({ features, candidate }: Label): (readonly [At, Stand])[] {
  const { size: px } = typeOf('status', 1);
  return features.map(({ properties: { text, size: above } }, index) => {
    const height = text.split('\n').length * above * LEADING;
    const stand: Stand = { anchor: 'top', offset: [0, (height / 2 + 3) / px] };
    return [(candidate.spots[index] as Spot).at, stand];
  });
}

/**
 * Beside a garrison until when it stood, close up; beside a city that was evacuated the same day, from farther out: that is
 * what there is to see then.
 */
function garrisonLabels(
  id: string,
  geometry: Geometry,
  town: TownName | undefined,
  sources: LabelSources,
): Label[] {
  const { atlas, plane, language } = sources;
  const text = atlas.provisions
    .map((provision) => untilText(provision, id, language))
    .find((said) => said !== '');
  if (!text || geometry.type !== 'Point') return [];
  const at = plane.toWorld(geometry.coordinates);
  const until = (name: Pick<NameToPlace, 'id' | 'minzoom'>, there: (signs: Signs) => boolean): Label =>
    labelOf(
      {
        ...name,
        cls: 'until',
        size: 1,
        main: text,
        // The greater cities first.
        priority: PRIORITY.until + (town?.rank ?? 5) / 100,
        ...(town && { ring: town.town }),
        spots: BESIDE_GARRISON.map((stand) => [at, stand]),
      },
      sources,
      (signs) => (there(signs) ? { strength: 1, group: 'occupation' } : null),
    );
  return [
    until({ id: `until-${id}`, minzoom: 3.5 }, ({ territories }) => territories.has(id)),
    until({ id: `left-${id}` }, ({ left }) => left.has(id)),
  ];
}

/** Beside a railway: so far off, ems, that the type is clear of its ties. */
const BESIDE_RAILWAY: readonly Stand[] = [
  { anchor: 'left', offset: [0.9, 0] },
  { anchor: 'right', offset: [-0.9, 0] },
];
/** Where along each of its parts, from 0 to 1. */
const ALONG = [0.5, 0.25, 0.75];

/** Whose the railway is, in a few words beside it, once for all its parts that say the same. */
function railwayLabels(sources: LabelSources): Label[] {
  const { territories, atlas, plane, language } = sources;
  const phasesOf = phasesByTerritory(atlas);
  const said: Said = ({ brief }) => brief;
  const parts = territories.filter(({ properties }) => properties.role === 'railway');
  const words = wordsOf(
    parts.flatMap(({ properties: { id } }) => phasesOf.get(id) ?? []),
    said,
  );
  const points = parts.map(({ geometry }) => [...positionsOf(geometry)].map((at) => plane.toWorld(at)));
  const places = ALONG.flatMap((share) =>
    points.flatMap((part) => {
      const at = part[Math.round(share * (part.length - 1))];
      return at ? [at] : [];
    }),
  );
  return words.map((wording, index) =>
    labelOf(
      {
        id: `railway~${index}`,
        cls: 'railway',
        size: 1,
        main: inLanguage(wording, language),
        priority: PRIORITY.railway,
        spots: places.flatMap((at) => BESIDE_RAILWAY.map((stand) => [at, stand] as const)),
      },
      sources,
      ({ territories: signs, phases }) => {
        const part = parts.find(({ properties: { id } }) => {
          const phase = phases.get(id);
          return phase !== undefined && said(phase)?.en === wording.en;
        });
        const sign = part && signs.get(part.properties.id);
        return sign ? { strength: 1, group: sign.group } : null;
      },
    ),
  );
}

/** Names of areas, and of points that no town stands for; what is said of garrisons. */
function territoryLabels(sources: LabelSources, obstacles: Obstacles, base: readonly Label[]): Label[] {
  const { territories, atlas, plane, language, towns } = sources;
  const phasesOf = phasesByTerritory(atlas);
  return territories.flatMap(({ properties: { id, role }, geometry }, index): Label[] => {
    const territory = atlas.territories.get(id);
    const isPoint = geometry.type === 'Point';
    if (!territory || (role === 'area' ? index >= NAMED : !isPoint)) return [];
    const town = isPoint ? towns.find((place) => near(place.geometry, geometry, 0.2)) : undefined;
    const on: Label['on'] = ({ territories: signs }) => {
      const sign = signs.get(id);
      // A name is read or it is not: doubt is drawn by the sign, not by the name.
      return sign ? { strength: 1, group: sign.group } : null;
    };
    const labels: Label[] = [];
    if (role === 'garrison') labels.push(...garrisonLabels(id, geometry, town, sources));
    if (town) return labels;
    const own = folded(inLanguage(territory.label ?? territory.title, language), language);
    // A state whose name is on the base map: what is said of it stands under that.
    const state = base.find(({ candidate }) => candidate.text === own);
    const cls = state ? 'status' : 'territory';
    const size = isPoint ? 3 : Math.min(3, 1 + Math.floor(index / 8));
    const armed = phasesOf.get(id)?.some(({ kind }) => kind === 'occupation' || kind === 'campaign');
    const said: Said = state ? ({ label, brief }) => label ?? brief : ({ label }) => label;
    // Its own name, and what phases have stand there instead.
    const written = [undefined, ...wordsOf(phasesOf.get(id), said)];
    written.forEach((label, place) => {
      const text = inLanguage(label ?? territory.label ?? territory.title, language);
      const typeset = typesetOf(cls, size, text, '', { language });
      labels.push(
        labelOf(
          {
            id: place === 0 ? id : `${id}~${place}`,
            cls,
            size,
            main: text,
            // Where soldiers stand is what readers look for first.
            priority: PRIORITY[cls] + index / 100 - (armed ? 1 : 0),
            once: true,
            ...(isPoint && { minzoom: 4 }),
            spots: [
              ...(state ? placesUnder(state) : []),
              ...placesIn(geometry, plane, (at) => spotAt(at, typeset), obstacles).map(
                (at) => [at, MIDDLE] as const,
              ),
            ],
          },
          sources,
          whileSaid(id, label, said, on),
        ),
      );
    });
    return labels;
  });
}

/** What a phase writes on the map, if anything. */
type Said = (phase: Phase) => LanguageMap | undefined;

/** What the phases of a territory write, each wording once. */
function wordsOf(phases: readonly Phase[] = [], said: Said): LanguageMap[] {
  const words = phases.flatMap((phase) => said(phase) ?? []);
  return words.filter(({ en }, index) => words.findIndex((other) => other.en === en) === index);
}

/** On the days on which a phase writes these words, or none. */
function whileSaid(id: string, words: LanguageMap | undefined, said: Said, on: Label['on']): Label['on'] {
  return (signs) => {
    const phase = signs.phases.get(id);
    return (phase && said(phase)?.en) === words?.en ? on(signs) : null;
  };
}

/** The zoom from which a town is drawn; the least wait for room. */
function townFrom(rank: number): number {
  return rank > 3 ? 5 : typeOf('town', rank).from;
}

/** Half the breadth that a mark takes, CSS pixels: its own town's name stands close to it. */
const MARK = 4;

/**
 * Seats of government and garrisons, marked however far out. On their days names keep clear of them; over a garrison the
 * names of states and of the greater towns go first.
 */
function marks({ towns, territories, plane, atlas }: LabelSources): Label[] {
  const box = { left: -MARK, top: -MARK, right: MARK, bottom: MARK };
  const mark = (
    id: string,
    priority: number,
    { coordinates }: Point,
    ring: string | null,
    on: Label['on'],
  ): Label => ({
    features: [],
    candidate: {
      id,
      text: '',
      spots: [{ at: plane.toWorld(coordinates), boxes: () => [box] }],
      priority,
      tier: 0,
      ring,
    },
    on,
  });
  const seats = [...seatsByTown(atlas)].flatMap(([town, items]): Label[] => {
    const place = towns.find((name) => name.town === town);
    const on: Label['on'] = ({ base }) => (items.some((item) => base.has(item)) ? THERE : null);
    return place ? [mark(`seat-${town}`, -1, place.geometry, town, on)] : [];
  });
  const garrisons = territories.flatMap(({ properties: { id, role }, geometry }): Label[] => {
    if (role !== 'garrison' || geometry.type !== 'Point') return [];
    const town = towns.find((place) => near(place.geometry, geometry, 0.2));
    const on: Label['on'] = ({ territories: signs, left }) => (signs.has(id) || left.has(id) ? THERE : null);
    return [mark(`mark-${id}`, PRIORITY.until - 0.2, geometry, town?.town ?? null, on)];
  });
  return [...seats, ...garrisons];
}

/** Names of towns; on the days on which a government sits there, as those of the first rank. */
function townLabels(sources: LabelSources): Label[] {
  const { towns, plane, atlas } = sources;
  const seats = seatsByTown(atlas);
  return towns.flatMap((name) => {
    const { town, dated, text, sub, anchor, geometry } = name;
    const at = plane.toWorld(geometry.coordinates);
    const of = seats.get(town) ?? [];
    return (of.length > 0 ? [false, true] : [false]).map((asSeat) => {
      const rank = asSeat ? 1 : name.rank;
      const sides = anchorsFrom(anchor).slice(0, rank <= 2 ? 8 : 4);
      return labelOf(
        {
          id: `${town}${dated === null ? '' : `~${dated}`}${asSeat ? '~seat' : ''}`,
          cls: 'town',
          size: rank,
          main: text,
          sub,
          rank,
          ring: town,
          priority: TOWN_PRIORITY[rank] ?? TOWN_PRIORITY[4],
          minzoom: townFrom(rank),
          spots: sides.map((side) => [at, { anchor: side, offset: ANCHORS[side] }]),
        },
        sources,
        ({ names, base }) => {
          const isSeat = of.some((item) => base.has(item));
          return isSeat === asSeat && (dated === null || names.get(town) === dated) ? THERE : null;
        },
      );
    });
  });
}

/** Main stations from zoom 4, the others from zoom 6; their rings belong to the railway. */
function stationLabels(sources: LabelSources): Label[] {
  const { stations, plane } = sources;
  return stations.flatMap(({ id, main, text, sub, geometry }): Label[] => {
    if (text === '') return [];
    const at = plane.toWorld(geometry.coordinates);
    return [
      labelOf(
        {
          id,
          cls: 'station',
          size: main ? 1 : 3,
          main: text,
          sub,
          priority: PRIORITY.station + (main ? 0 : 10),
          spots: (['left', 'right', 'bottom-left', 'top-left', 'bottom-right', 'top-right'] as const).map(
            (side) => [at, { anchor: side, offset: ANCHORS[side] }],
          ),
        },
        sources,
        ({ layers }) => (layers.has(RAILWAY_LAYER) ? THERE : null),
      ),
    ];
  });
}
