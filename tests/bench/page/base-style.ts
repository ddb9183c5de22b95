import type { Feature } from 'geojson';
import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  Map as MapLibreMap,
  StyleSpecification,
} from 'maplibre-gl';

/** The first layer of type, under which the rivals put their shapes, as the atlas does. */
export const BEFORE_NAMES = 'names-water';

/** What has days of its own, or a sign that they give it: not of the base map. */
const DATED_SOURCES = ['territories', 'stations'];
/** Parts of the base map that are the same on every day. */
const UNDATED = ['land', 'lakes', 'rivers', 'graticule'];

/**
 * The base map and its names as the map shows them now, as a style that any MapLibre can draw: what depends on the day is
 * as it is, so nothing in it asks for feature state.
 */
export function baseStyleOf(map: MapLibreMap): StyleSpecification {
  const { sources, layers } = map.getStyle();
  const layersKept = layers.filter(
    (layer) =>
      layer.type !== ('custom' as string) && !('source' in layer && DATED_SOURCES.includes(layer.source)),
  );
  const kept = new Set(layersKept.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
  const text = JSON.stringify(layersKept);
  const dated = (id: string): boolean =>
    layersKept.some(
      (layer) => 'source' in layer && layer.source === id && JSON.stringify(layer).includes('feature-state'),
    );
  return {
    version: 8,
    projection: { type: 'mercator' },
    sources: Object.fromEntries(
      Object.entries(sources)
        .filter(([id]) => kept.has(id))
        .map(([id, source]) => {
          const { data, ...rest } = source as GeoJSONSourceSpecification & { data: { features: Feature[] } };
          const features = data.features.filter(
            ({ properties }) =>
              !dated(id) ||
              UNDATED.includes(String(properties?.['part'])) ||
              shows(map.getFeatureState({ source: id, id: String(properties?.['id']) })),
          );
          return [id, { ...rest, data: { type: 'FeatureCollection', features } }];
        }),
    ),
    layers: JSON.parse(
      text
        .replaceAll('["number",["feature-state","strength"],0]', '1')
        // What the map leaves out at the moment, because a picture of it stands in.
        .replaceAll(/"minzoom":24,/g, ''),
    ) as LayerSpecification[],
  };
}

function shows(state: unknown): boolean {
  const { strength } = state as { strength?: number };
  return strength !== undefined && strength > 0;
}
