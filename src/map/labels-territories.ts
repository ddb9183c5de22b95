import type { Geometry, Point } from 'geojson';
import type { Atlas } from '../atlas/atlas';
import { inLanguage } from '../atlas/in-language';
import type { LanguageMap, Phase } from '../atlas/schema';
import { folded, labelOf, PRIORITY, THERE, type Label, type LabelSources, type NameToPlace } from './label';
import { townFrom } from './labels-base';
import { lastDayText, near, type TownName } from './names';
import { tierFrom, type At, type Obstacles, type Spot } from './placing';
import { positionsOf } from './plane';
import { seatsByTown } from './seats';
import { phasesByTerritory } from './shapes';
import type { Signs } from './signs';
import { placesIn } from './spots';
import { LEADING, MIDDLE, spotAt, typeOf, typesetOf, type Stand } from './typeset';

/** What is written of territories, and the marks that names keep clear of. */

/** Where what is said of a place, or the day of a garrison, may stand: under or over the name of its town of one line or two, or on the other side. */
const BESIDE_TOWN: readonly Stand[] = [
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
 * what there is to see then. Neither before its town is named: a day alone says nothing.
 */
function garrisonLabels(
  id: string,
  geometry: Geometry,
  town: TownName | undefined,
  sources: LabelSources,
): Label[] {
  const { atlas, plane, language } = sources;
  const named = Math.max(4, townFrom(town?.rank ?? 4));
  const day = atlas.provisions
    .map((provision) => lastDayText(provision, id, language))
    .find((said) => said !== '');
  if (!day || geometry.type !== 'Point') return [];
  const at = plane.toWorld(geometry.coordinates);
  const until = (name: Pick<NameToPlace, 'id' | 'minzoom'>, there: (signs: Signs) => boolean): Label =>
    labelOf(
      {
        ...name,
        cls: 'until',
        size: 1,
        main: sources.until(day),
        // The greater cities first.
        priority: PRIORITY.until + (town?.rank ?? 5) / 100,
        ...(town && { ring: town.town }),
        spots: () => BESIDE_TOWN.map((stand) => [at, stand]),
      },
      sources,
      (signs) => (there(signs) ? { strength: 1, group: 'occupation' } : null),
    );
  return [
    until({ id: `until-${id}`, minzoom: named }, ({ territories }) => territories.has(id)),
    until({ id: `left-${id}`, minzoom: town?.rank === 1 ? 0 : named }, ({ left }) => left.has(id)),
  ];
}

/** What a phase has stand beside a town, whose own name is on the map. */
function besideTown(
  id: string,
  { coordinates }: Point,
  { town }: TownName,
  phases: readonly Phase[] | undefined,
  sources: LabelSources,
  on: Label['on'],
): Label[] {
  const { plane, language } = sources;
  const said: Said = ({ label }) => label;
  const at = plane.toWorld(coordinates);
  return wordsOf(phases, said).map((words, place) =>
    labelOf(
      {
        id: `${id}~${place}`,
        cls: 'territory',
        size: 3,
        main: inLanguage(words, language),
        priority: PRIORITY.territory,
        ring: town,
        spots: () => BESIDE_TOWN.map((stand) => [at, stand]),
      },
      sources,
      whileSaid(id, words, said, on),
    ),
  );
}

/** Beside a railway: so far off, ems, that the type is clear of its ties. */
const BESIDE_RAILWAY: readonly Stand[] = [
  { anchor: 'left', offset: [0.9, 0] },
  { anchor: 'right', offset: [-0.9, 0] },
];
/** Where along each of its parts, from 0 to 1. */
const ALONG = [0.5, 0.25, 0.75, 0.4, 0.6, 0.1, 0.9];

/** Whose the railway is, in a few words beside it, once for all its parts that say the same, after the name that the record has for it. */
export function railwayLabels(sources: LabelSources): Label[] {
  const { territories, atlas, plane, language } = sources;
  const phasesOf = phasesByTerritory(atlas);
  const said: Said = ({ brief }) => brief;
  const parts = territories.filter(({ properties }) => properties.role === 'railway');
  const phases = parts.flatMap(({ properties: { id } }) => phasesOf.get(id) ?? []);
  const words = wordsOf(phases, said);
  // Beside a town its words alone would be read as the town's.
  const subject = atlas.manifest.glance?.find(({ provisions: asked }) =>
    atlas.provisions.some(
      ({ item }) => asked.includes(item.id) && item.phases.some((phase) => phases.includes(phase)),
    ),
  )?.title;
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
        main: [...(subject ? [subject] : []), wording].map((text) => inLanguage(text, language)).join(': '),
        priority: PRIORITY.railway,
        spots: () => places.flatMap((at) => BESIDE_RAILWAY.map((stand) => [at, stand] as const)),
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

/** How much sooner territories are named whose provisions the record says are asked first: the first question most. */
function askedFirst({ manifest, provisions }: Atlas): ReadonlyMap<string, number> {
  const { glance = [] } = manifest;
  return new Map(
    provisions.flatMap(({ item: { id, phases } }) => {
      const place = glance.findIndex((line) => line.provisions.includes(id));
      if (place < 0) return [];
      const sooner = Math.max(0, 0.9 - place / 10);
      return phases.flatMap(({ territories }) => territories.map((asked) => [asked, sooner] as const));
    }),
  );
}

/** Names of areas, and of points that no town stands for; what is said of garrisons. */
export function territoryLabels(
  sources: LabelSources,
  obstacles: Obstacles,
  base: readonly Label[],
): Label[] {
  const { territories, atlas, plane, language, towns } = sources;
  const phasesOf = phasesByTerritory(atlas);
  const first = askedFirst(atlas);
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
    if (town) return [...labels, ...besideTown(id, geometry as Point, town, phasesOf.get(id), sources, on)];
    const own = folded(inLanguage(territory.label ?? territory.title, language), language);
    // A state whose name is on the base map: what is said of it stands under that. What has the name of a region is only part of it.
    const state = base.find(
      ({ candidate }) => candidate.text === own && candidate.priority < PRIORITY.territory,
    );
    const cls = state ? 'status' : 'territory';
    const size = isPoint ? 3 : Math.min(3, 1 + Math.floor(index / 8));
    const armed = phasesOf.get(id)?.some(({ kind }) => kind === 'occupation' || kind === 'campaign');
    const said: Said = state ? ({ label, brief }) => label ?? brief : ({ label }) => label;
    // Its own name, and what phases have stand there instead.
    const written = [undefined, ...wordsOf(phasesOf.get(id), said)];
    written.forEach((label, place) => {
      const text = inLanguage(label ?? territory.label ?? territory.title, language);
      const there = whileSaid(id, label, said, on);
      const spots: NameToPlace['spots'] = () => {
        const typeset = typesetOf(cls, size, text, '', { language });
        const places = placesIn(geometry, plane, (at) => spotAt(at, typeset), obstacles);
        return [...(state ? placesUnder(state) : []), ...places.map((at) => [at, MIDDLE] as const)];
      };
      const name: NameToPlace = {
        id: place === 0 ? id : `${id}~${place}`,
        cls,
        size,
        main: text,
        // Where soldiers stand is what readers look for first, then what else is asked first of a day, in its order.
        priority: PRIORITY[cls] + index / 100 - (armed ? 1 : (first.get(id) ?? 0)),
        once: true,
        ...(isPoint && { minzoom: 4 }),
        spots,
      };
      labels.push(labelOf(name, sources, there));
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

/** Half the breadth that a mark takes, CSS pixels: its own town's name stands close to it. */
const MARK = 3;

/**
 * Seats of government and garrisons, marked however far out. On their days names keep clear of them; over a garrison the
 * names of states and of the greater towns go first.
 */
export function marks({ towns, territories, plane, atlas }: LabelSources): Label[] {
  const box = { left: -MARK, top: -MARK, right: MARK, bottom: MARK };
  const mark = (
    id: string,
    priority: number,
    { coordinates }: Point,
    ring: string | null,
    on: Label['on'],
    tier = 0,
  ): Label => ({
    features: [],
    candidate: {
      id,
      text: '',
      spots: [{ at: plane.toWorld(coordinates), boxes: () => [box] }],
      priority,
      tier,
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
    if ((role !== 'garrison' && role !== 'seat') || geometry.type !== 'Point') return [];
    const town = towns.find((place) => near(place.geometry, geometry, 0.2));
    const on: Label['on'] = ({ territories: signs, left }) => (signs.has(id) || left.has(id) ? THERE : null);
    const ring = town?.town ?? null;
    if (role === 'seat') return [mark(`mark-${id}`, -1, geometry, ring, on)];
    return [
      mark(`mark-${id}`, PRIORITY.until - 0.2, geometry, ring, on),
      // Nearer by there is room beside it for what soldiers are called, too.
      mark(`near-${id}`, PRIORITY.territory - 1.1, geometry, ring, on, tierFrom(4)),
    ];
  });
  return [...seats, ...garrisons];
}
