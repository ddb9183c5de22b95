import type { Position } from 'geojson';
import type { TerritoryCollection, TerritoryFeature } from '../../src/atlas/load';
import type { Manifest, Phase, Provision } from '../../src/atlas/schema';
import { VIEWPOINTS, type Kind } from '../../src/atlas/vocabulary';
import { isoOf, parseDay, type Day } from '../../src/time/day';
import { randomFrom } from './random.ts';

/** Phases of a place; each has a polygon of its own, so that an atlas of n polygons has n / 4 places. */
export const PHASES = 4;
const LAYERS = 6;
/** Where places lie, degrees: within what both projections show of the region at first. */
const FIELD = { west: 82, east: 142, south: 30, north: 55 } as const;
const CORNERS = { least: 14, most: 32 } as const;
const DAYS = { least: 200, most: 1200 } as const;
const FIRST_BEGINNING = parseDay('1941-01-01') as Day;
const LAST_BEGINNING = parseDay('1947-12-31') as Day;

const KINDS_DRAWN: readonly Kind[] = [
  'recognised',
  'claim',
  'occupation',
  'joint',
  'autonomous',
  'province',
  'assurance',
  'contested',
];
const HOLDS_DRAWN: readonly Phase['holds'][] = ['law-and-fact', 'law-and-fact', 'fact', 'law'];

/** What of an atlas is made: its manifest, its provisions, and the shapes of each layer by the name of their file. */
export interface GeneratedAtlas {
  readonly manifest: Manifest;
  readonly provisions: readonly Provision[];
  readonly shapes: ReadonlyMap<string, TerritoryCollection>;
}

/**
 * Makes an atlas of dated polygons, the same for the same seed: places side by side, as a political map has them, each of
 * which changes its shape and status three times. On any day about a fifth of the polygons is in force.
 * @param count of polygons, a multiple of 4
 * @param like the manifest of the atlas whose base map, kinds and range it takes
 * @param source id of a source that every phase names
 */
export function generateAtlas(count: number, seed: number, like: Manifest, source: string): GeneratedAtlas {
  // What the other atlas asks first is answered by provisions that this one does not have.
  const { glance: _, ...manifest } = like;
  const random = randomFrom(seed);
  const places = count / PHASES;
  const columns = Math.ceil(Math.sqrt(places * 1.6));
  const rows = Math.ceil(places / columns);
  const provisions: Provision[] = [];
  const features: TerritoryFeature[][] = Array.from({ length: LAYERS }, () => []);
  for (let place = 0; place < places; place++) {
    const [column, row] = [place % columns, Math.floor(place / columns)];
    const layer = Math.floor((row * LAYERS) / rows);
    const middle: Position = [
      FIELD.west + ((column + 0.3 + 0.4 * random()) / columns) * (FIELD.east - FIELD.west),
      FIELD.south + ((row + 0.3 + 0.4 * random()) / rows) * (FIELD.north - FIELD.south),
    ];
    const size: Position = [(FIELD.east - FIELD.west) / columns / 2, (FIELD.north - FIELD.south) / rows / 2];
    const id = `place-${place + 1}`;
    const territories = Array.from({ length: PHASES }, (_, index) => `${id}-${index + 1}`);
    provisions.push({
      id,
      title: { en: `Place ${place + 1}` },
      layer: layerId(layer),
      territories: territories.map((territory, index) => ({
        id: territory,
        title: { en: `Place ${place + 1}, shape ${index + 1}` },
        kind: 'polygon',
      })),
      phases: phasesOf(territories, source, random),
    });
    for (const territory of territories) {
      features[layer]?.push({
        type: 'Feature',
        id: territory,
        properties: { id: territory, provision: id, precision_km: random() < 0.2 ? 40 : 5 },
        geometry: { type: 'Polygon', coordinates: [ringAround(middle, size, random)] },
      });
    }
  }
  const layers = features.map((_, index) => ({
    id: layerId(index),
    title: { en: `Row ${index + 1}` },
    geometry: `${layerId(index)}.geojson`,
  }));
  return {
    manifest: {
      ...manifest,
      life: 'place-1',
      id: `generated-${count}`,
      title: { en: `${count} dated polygons` },
      layers,
    },
    provisions,
    shapes: new Map(
      features.map((own, index) => [
        `${layerId(index)}.geojson`,
        { type: 'FeatureCollection', features: own },
      ]),
    ),
  };
}

function layerId(index: number): string {
  return `row-${index + 1}`;
}

function phasesOf(territories: readonly string[], source: string, random: () => number): Phase[] {
  const between = (least: number, most: number): number => Math.floor(least + random() * (most - least));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let day = between(FIRST_BEGINNING, LAST_BEGINNING);
  return territories.map((territory): Phase => {
    const from = isoOf(day as Day);
    day += between(DAYS.least, DAYS.most);
    const kind = pick(KINDS_DRAWN);
    return {
      from,
      until: isoOf(day as Day),
      status: { en: `${kind} from ${from}` },
      kind,
      holds: pick(HOLDS_DRAWN),
      viewpoint: [pick(VIEWPOINTS)],
      description: { en: `What held at this place from ${from}, as the generator has it.` },
      certainty: { en: 'exact day' },
      evidence: 'general',
      sources: [source],
      territories: [territory],
    };
  });
}

/** A ring around a place, uneven as a real one is, counter-clockwise and closed. */
function ringAround(
  [x = 0, y = 0]: Position,
  [width = 0, height = 0]: Position,
  random: () => number,
): Position[] {
  const corners = Math.floor(CORNERS.least + random() * (CORNERS.most - CORNERS.least + 1));
  const ring = Array.from({ length: corners }, (_, corner): Position => {
    const angle = (corner / corners) * 2 * Math.PI;
    const reach = 0.75 + 0.35 * random();
    return [
      Math.round((x + Math.cos(angle) * width * reach) * 1e4) / 1e4,
      Math.round((y + Math.sin(angle) * height * reach) * 1e4) / 1e4,
    ];
  });
  return [...ring, ring[0] as Position];
}
