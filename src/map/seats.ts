import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { Atlas } from '../atlas/atlas';

/** A part of the sign of a seat of government: the ring, or the solid middle that lies on it. */
export interface SeatProperties {
  readonly id: string;
  readonly class: 'seat';
  readonly part: 'ring' | 'middle';
  readonly town: string;
  /** Id of the item of the record whose days it follows. */
  readonly item: string;
  readonly from: 0;
}

export type SeatFeature = Feature<Point, SeatProperties>;

/** Ids of the items that say when a town was a seat of government, by town. */
export function seatsByTown(atlas: Atlas): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { item } of atlas.base) {
    if (item.seat) found.set(item.seat, [...(found.get(item.seat) ?? []), item.id]);
  }
  return found;
}

/** Seats of government, as atlases set capitals: a ring with a solid middle, over the ring of the town. */
export function seatFeatures(atlas: Atlas, towns: FeatureCollection<Geometry | null>): SeatFeature[] {
  const places = new Map(towns.features.map(({ properties, geometry }) => [properties?.['id'], geometry]));
  return [...seatsByTown(atlas)].flatMap(([town, items]) => {
    const geometry = places.get(town);
    if (geometry?.type !== 'Point') return [];
    return items.flatMap((item) =>
      (['ring', 'middle'] as const).map((part): SeatFeature => ({
        type: 'Feature',
        properties: { id: `${item}-${part}`, class: 'seat', part, town, item, from: 0 },
        geometry,
      })),
    );
  });
}
