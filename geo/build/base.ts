/** The base map: everything under the territories. Written into geo/treaty-1945/base/. */
import { buildGraticule } from './base-graticule.ts';
import { buildLabels } from './base-labels.ts';
import { buildRelief } from './base-relief.ts';
import { buildStates } from './base-states.ts';
import { buildTowns } from './base-towns.ts';
import { buildWaters } from './base-waters.ts';

export async function buildBase(): Promise<void> {
  buildGraticule();
  buildLabels();
  await buildTowns();
  await buildStates();
  await buildWaters();
  await buildRelief();
}
