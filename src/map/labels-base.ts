import type { Point } from 'geojson';
import type { BaseItem } from '../atlas/schema';
import { inLanguage } from '../atlas/in-language';
import { parseDay } from '../time/day';
import { labelOf, PRIORITY, THERE, type Label, type LabelSources } from './label';
import { languageMapIn, near } from './names';
import { seatsByTown } from './seats';
import { linesAndPoints, pointsOf, type Role } from './shapes';
import { nudged, stretchesOf } from './spots';
import { ANCHORS, anchorsFrom, MIDDLE, typeOf, typesetOf, type NameClass, type Stand } from './typeset';

/** Names of what lies under the territories: states, lines, land and water, towns and stations. */

/** Priorities of towns: of one that has a sign, then by rank. */
const TOWN_PRIORITY = [3, 4, 8, 40, 50] as const;

/** What a territory has at a town that is looked for far out, and is a riddle without its name. */
const SIGNS: ReadonlySet<Role> = new Set(['seat', 'ring']);

const RAILWAY_LAYER = 'chinese-eastern-railway';

/** Names of the base map: those of states and lines follow their item, the others are always there. */
export function baseLabels(sources: LabelSources): Label[] {
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
          spots: () => places.map((place) => [place, MIDDLE]),
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
export function riverLabels(sources: LabelSources): Label[] {
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
          spots: () => spots.map(({ at, rotate }) => [at, ABOVE_RIVER, rotate]),
        },
        sources,
        () => THERE,
      ),
    ];
  });
}

/** The zoom from which a town is drawn; the least wait for room. */
export function townFrom(rank: number): number {
  return rank > 3 ? 5 : typeOf('town', rank).from;
}

/** Names of towns; on the days on which a government sits there, or a territory has its sign there, before all others. */
export function townLabels(sources: LabelSources): Label[] {
  const { towns, plane, atlas, territories } = sources;
  const seats = seatsByTown(atlas);
  const garrisons = pointsOf(territories, 'garrison');
  const signed = linesAndPoints(territories).filter(({ properties }) => SIGNS.has(properties.role));
  return towns.flatMap((name) => {
    const { town, dated, text, sub, anchor, geometry } = name;
    const at = plane.toWorld(geometry.coordinates);
    const of = seats.get(town) ?? [];
    // Where a garrison's last day will stand beside it, the name comes first.
    const held = garrisons.some((garrison) => near(garrison, geometry, 0.2));
    const least = held ? PRIORITY.until - 0.3 : Infinity;
    const here = signed.filter((sign) => near(sign.geometry as Point, geometry, 0.2));
    return (of.length + here.length > 0 ? [false, true] : [false]).map((asSeat) => {
      const rank = asSeat ? 1 : name.rank;
      const sides = anchorsFrom(anchor).slice(0, rank <= 2 || held ? 8 : 4);
      return labelOf(
        {
          id: `${town}${dated === null ? '' : `~${dated}`}${asSeat ? '~seat' : ''}`,
          cls: 'town',
          size: rank,
          main: text,
          sub,
          rank,
          ring: town,
          priority: Math.min(least, TOWN_PRIORITY[asSeat ? 0 : rank] ?? TOWN_PRIORITY[4]),
          minzoom: townFrom(rank),
          spots: () => sides.map((side) => [at, { anchor: side, offset: ANCHORS[side] }]),
        },
        sources,
        ({ names, base, territories: signs }) => {
          const isSeat =
            of.some((item) => base.has(item)) || here.some(({ properties }) => signs.has(properties.id));
          return isSeat === asSeat && (dated === null || names.get(town) === dated) ? THERE : null;
        },
      );
    });
  });
}

const STATION_SIDES = ['left', 'right', 'bottom-left', 'top-left', 'bottom-right', 'top-right'] as const;

/** Main stations from zoom 4, the others from zoom 6; their rings belong to the railway. */
export function stationLabels(sources: LabelSources): Label[] {
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
          spots: () => STATION_SIDES.map((side) => [at, { anchor: side, offset: ANCHORS[side] }]),
        },
        sources,
        ({ layers }) => (layers.has(RAILWAY_LAYER) ? THERE : null),
      ),
    ];
  });
}
