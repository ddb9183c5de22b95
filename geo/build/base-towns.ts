/** Towns with their names of the day; positions are those of GeoNames, names and ranks of facts/base-towns.json. */
import { readFileSync } from 'node:fs';
import type { Feature, Point } from 'geojson';
import { loadPlaces } from './inputs.ts';
import { rounded, writeFeatures } from './base-frame.ts';
import type { Name } from './base-waters.ts';

type Side = 'left' | 'right' | 'top' | 'bottom' | 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

interface Town {
  readonly id: string;
  readonly rank: 1 | 2 | 3 | 4;
  readonly geonames: number;
  readonly name: Name;
  /** Name in English on today's maps, where it is another. */
  readonly today?: string;
  readonly side?: Side;
}

interface TownProperties {
  readonly id: string;
  readonly rank: number;
  readonly name: Name;
  readonly today?: { readonly en: string };
  readonly label_side: Side;
}

export async function buildTowns(): Promise<void> {
  const towns = JSON.parse(readFileSync(new URL('facts/base-towns.json', import.meta.url), 'utf8')) as Town[];
  const places = new Map((await loadPlaces()).map((place) => [place.id, place]));
  const features = towns.map(
    ({ id, rank, geonames, name, today, side = 'right' }): Feature<Point, TownProperties> => {
      const place = places.get(geonames);
      if (!place) throw new Error(`GeoNames has no ${geonames} for the town "${id}"`);
      return {
        type: 'Feature',
        properties: {
          id,
          rank,
          name,
          ...(today && { today: { en: today } }),
          label_side: side,
        },
        geometry: { type: 'Point', coordinates: rounded([place.lon, place.lat]) },
      };
    },
  );
  writeFeatures('towns.geojson', features);
}
