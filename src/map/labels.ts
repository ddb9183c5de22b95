import { baseLabels, riverLabels, stationLabels, townFrom, townLabels } from './labels-base';
import type { Label, LabelFeature, LabelSources, ShownName } from './label';
import { marks, railwayLabels, territoryLabels } from './labels-territories';
import {
  bundlesOf,
  Placing,
  tierAt,
  tierFrom,
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
  /**
   * What is drawn by feature id; without a view as if all of the plane were seen.
   * @param whole whether also what there is room for from a closer zoom on, as where somebody may go closer at once
   */
  shown(signs: Signs, seen: Seen | null, whole?: boolean): ReadonlyMap<string, DrawnName>;
  /** Sets what will ask for a place in a view, name by name: all at once take longer than anybody may be kept waiting. */
  setting(signs: Signs, seen: Seen): Generator<undefined, void>;
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
      fit: (last?: number) => ReadonlyMap<string, Place>;
      /** What was shown in the view that was asked about last. */
      last: {
        readonly seen: Seen | null;
        readonly whole: boolean;
        readonly shown: ReadonlyMap<string, DrawnName>;
      } | null;
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
    const day = { there, candidates, fit: placing.fitting(candidates), last: null };
    kept.set(signs, day);
    return day;
  };
  return {
    get features() {
      return labels.flatMap(({ features }) => features);
    },
    obstacles,
    shown(signs, seen, whole = true) {
      const day = ofDay(signs);
      const { there, candidates, fit, last } = day;
      if (last?.seen === seen && (last.whole || !whole)) return last.shown;
      const placed = fit(seen && !whole ? tierAt(seen.zoom) : undefined);
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
      day.last = { seen, whole, shown };
      return shown;
    },
    *setting(signs, { zoom }) {
      const last = tierAt(zoom);
      for (const candidate of ofDay(signs).candidates) {
        if (candidate.tier > last) continue;
        // A name is set when it is first asked for its spots.
        void candidate.spots;
        yield;
      }
    },
  };
}

/** The railway and the rings of towns, which no name may cover. */
function obstaclesIn({ territories, towns, plane }: LabelSources): Obstacles {
  const lines = territories
    .filter(({ properties }) => properties.role === 'railway')
    .flatMap(({ geometry }) => {
      const parts =
        geometry.type === 'LineString'
          ? [geometry.coordinates]
          : geometry.type === 'MultiLineString'
            ? geometry.coordinates
            : [];
      return parts.flatMap((part) => bundlesOf(part.map((at) => plane.toWorld(at))));
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
