import type { TerritoryCollection } from '../../atlas/load';
import type { ShapeNote } from '../treaty-panel/treaty-panel';

/** How each shape was made and how far it can be trusted, by territory id: what the panel says of it. */
export function shapeNotesOf(
  layers: ReadonlyMap<string, TerritoryCollection>,
): ReadonlyMap<string, ShapeNote> {
  return new Map(
    [...layers.values()].flatMap(({ features }) =>
      features.map(({ properties }) => [properties.id, properties as unknown as ShapeNote] as const),
    ),
  );
}
