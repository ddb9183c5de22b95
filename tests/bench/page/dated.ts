import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Atlas } from '../../../src/atlas/atlas';
import type { TerritoryCollection } from '../../../src/atlas/load';
import { kindGroup, PALETTES } from '../../../src/map/palette-data';

/** A shape with the days on which it holds: `from` inclusive, `until` exclusive, days since 1970. */
export interface DatedProperties {
  readonly from: number;
  readonly until: number;
  /** `#rrggbb` */
  readonly color: string;
}

export type DatedCollection = FeatureCollection<Geometry, DatedProperties>;

/** Before and after all days, for an open end. */
export const [EVER, NEVER] = [-100_000, 100_000];

/** Areas and lines of an atlas as the rivals take them: one feature for each phase and territory, in the map's colours. */
export function datedFeatures(
  atlas: Atlas,
  layers: ReadonlyMap<string, TerritoryCollection>,
): DatedCollection {
  const shapes = new Map(
    [...layers.values()].flatMap(({ features }) => features.map((each) => [each.id, each])),
  );
  const features = atlas.provisions.flatMap(({ item, spans }) =>
    item.phases.flatMap((phase, index) =>
      phase.territories.flatMap((id): Feature<Geometry, DatedProperties>[] => {
        const geometry = shapes.get(id)?.geometry;
        if (!geometry || geometry.type.endsWith('Point') || phase.kind === 'ended') return [];
        const span = spans[index];
        const color = PALETTES.light.kinds[kindGroup(phase.kind)];
        const properties = {
          from: span?.from?.stated ?? EVER,
          until: span?.until?.stated ?? NEVER,
          color,
        };
        return [{ type: 'Feature', properties, geometry }];
      }),
    ),
  );
  return { type: 'FeatureCollection', features };
}
