/** `npm run geo`: packages and facts in, GeoJSON out. */
import { join } from 'node:path';
import { buildBands } from './bands.ts';
import { buildBase } from './base.ts';
import { PROJECT_FOLDER } from './inputs.ts';
import { stations } from './railway.ts';
import { LAYERS, buildTerritories } from './territories.ts';
import { writeFeatures } from './write.ts';

const OUT = join(PROJECT_FOLDER, 'geo/treaty-1945');

const territories = await buildTerritories();
for (const layer of LAYERS) {
  writeFeatures(
    join(OUT, `${layer}.geojson`),
    territories
      .filter((territory) => territory.layer === layer)
      .map(({ id, provision, precisionKm, made, signAt, geometry }) => ({
        id,
        properties: {
          id,
          provision,
          precision_km: precisionKm ?? null,
          made: { en: made },
          ...(signAt && { sign_at: signAt }),
        },
        geometry,
      })),
  );
}
writeFeatures(
  join(OUT, 'stations.geojson'),
  stations().map(({ id, line, order, name, main, geonamesId, at }) => ({
    id,
    properties: { id, name, line, order, main, geonames_id: geonamesId },
    geometry: { type: 'Point', coordinates: at },
  })),
);
writeFeatures(join(OUT, 'bands.geojson'), buildBands(territories));
if (!process.argv.includes('--no-base')) await buildBase();
