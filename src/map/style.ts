import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { ALBERS_NAME } from './albers';
import type { Collection, MapData } from './map-data';
import type { Palette } from './palette-data';
import type { Projection } from './plane';
import type { DrawnTerritory } from './shapes';
import { BASE_PARTS, baseId, baseLayers, stateDots, type BasePart } from './style-base';
import { stationLayers, territoryLines } from './style-layers';
import { nameLayers, townLayers } from './style-names';

/** The texts of the map, which change with the language. */
export interface MapTexts {
  readonly stations: FeatureCollection;
  readonly names: FeatureCollection;
}

/** The layers under which what MapLibre does not draw of itself is put: relief, hatching of occupied states, the still base map, areas of territories. */
export const BEFORE_RELIEF = 'lakes';
export const BEFORE_BASE_HATCH = 'borders-solid';
export const BEFORE_STILL = 'dots';
export const BEFORE_AREAS = 'frontier-doubt';

/** Every layer of the plate from the sea up, in the colours of a palette; all that `restyle` has to compare. */
export function layersOf(palette: Palette): LayerSpecification[] {
  return [
    ...baseLayers(palette),
    stateDots(palette),
    ...territoryLines(palette),
    ...stationLayers(palette),
    ...nameLayers(palette),
    ...townLayers(palette),
  ];
}

/**
 * The style of the map. It has neither `glyphs` nor `sprite` nor any address: type is drawn with the reader's own fonts,
 * and the shapes are in it.
 */
export function styleOf(
  palette: Palette,
  projection: Projection,
  data: MapData,
  paths: readonly DrawnTerritory[],
  texts: MapTexts,
): StyleSpecification {
  return {
    version: 8,
    // What a layer is told it shows in the next frame.
    transition: { duration: 0, delay: 0 },
    projection: { type: projection === 'conic' ? ALBERS_NAME : 'mercator' },
    sources: {
      base: source({ type: 'FeatureCollection', features: BASE_PARTS.flatMap((part) => partOf(data, part)) }),
      territories: source({ type: 'FeatureCollection', features: [...paths] }),
      stations: source(texts.stations),
      names: source(texts.names),
    },
    layers: layersOf(palette),
  };
}

/** The features of a part of the base map, as they are in the one source of all parts. */
function partOf(data: MapData, part: BasePart): Feature<Geometry | null>[] {
  return data[part].features.map((feature) => ({
    ...feature,
    properties: { ...feature.properties, part, id: baseId(part, String(feature.properties?.['id'])) },
  }));
}

/**
 * Ids are words, which feature state only finds with `promoteId`. Around a tile the worker cuts as much more as the broadest line
 * needs, not the quarter of a tile that MapLibre has it cut.
 */
function source(data: Collection | FeatureCollection): SourceSpecification {
  return {
    type: 'geojson',
    data: data as FeatureCollection,
    promoteId: 'id',
    maxzoom: 9,
    tolerance: 0.3,
    buffer: 32,
  };
}
