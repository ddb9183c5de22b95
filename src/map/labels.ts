import { baseLabels, riverLabels, stationLabels, townFrom, townLabels } from './labels-base';
import type { Label, LabelFeature, LabelSources, ShownName } from './label';
import { marks, railwayLabels, territoryLabels } from './labels-territories';
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
import type { Signs } from './signs';

/** A name that is drawn on a day in a view. */
export interface DrawnName extends ShownName {
  readonly feature: LabelFeature;
  readonly spot: Spot;
  /** The town whose ring it stands beside, if any. */
  readonly ring: string | null;
}

/** All names of the map: as features, one for each spot, and as a function of the day and of what is seen. */
export interface Labels {
  readonly features: readonly LabelFeature[];
  readonly obstacles: Obstacles;
  /** What is drawn by feature id; without a view as if all of the plane were seen. */
  shown(signs: Signs, seen: Seen | null): ReadonlyMap<string, DrawnName>;
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
      /** What was shown in the view that was asked about last. */
      last: { readonly seen: Seen | null; readonly shown: ReadonlyMap<string, DrawnName> } | null;
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
    const day = { there, candidates, placed: placing.fit(candidates), last: null };
    kept.set(signs, day);
    return day;
  };
  return {
    get features() {
      return labels.flatMap(({ features }) => features);
    },
    obstacles,
    shown(signs, seen) {
      const day = ofDay(signs);
      const { there, candidates, placed } = day;
      if (day.last?.seen === seen) return day.last.shown;
      const places = seen ? placing.fitView(candidates, placed, seen) : placed;
      const shown = new Map(
        [...places].flatMap(([id, { spot, tier }]): [string, DrawnName][] => {
          const [label, on] = there.get(id) as [Label, Omit<ShownName, 'tier'>];
          const feature = label.features[spot];
          if (!feature) return [];
          const { spots, ring } = label.candidate;
          return [[feature.properties.id, { ...on, tier, feature, spot: spots[spot] as Spot, ring }]];
        }),
      );
      day.last = { seen, shown };
      return shown;
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
