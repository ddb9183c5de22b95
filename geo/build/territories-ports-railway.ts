import { BASE_ISLANDS, BASE_MAINLAND, DAIREN } from './ports.ts';
import { branch, trunk } from './railway.ts';
import { area, coded, point } from './selecting.ts';
import type { Territory } from './territories.ts';

/** Order of Changchun in the timetable of the southern line, where the two old companies met. */
const CHANGCHUN = 4;

export const portsAndRailway: readonly Territory[] = [
  line(
    'ccr-west',
    5,
    'Smooth line through the stations from Manzhouli to Harbin that GeoNames has, and over the Hinggan pass.',
    () => trunk('W'),
  ),
  line(
    'ccr-east',
    5,
    'Smooth line through the stations from Harbin to Suifenhe that GeoNames has, and two bends that texts describe.',
    () => trunk('E'),
  ),
  line(
    'ccr-south-harbin-changchun',
    5,
    'Smooth line from Harbin to Changchun through the few places known, with the bridge over the Sungari.',
    () => trunk('S', 0, CHANGCHUN),
  ),
  line(
    'ccr-south-changchun-dalian',
    5,
    'Smooth line through the stations from Changchun to Dalian that GeoNames has, and places named in texts.',
    () => trunk('S', CHANGCHUN),
  ),
  line(
    'ccr-lushun',
    5,
    'Smooth line from the junction at Zhoushuizi round the hills to Lüshun, through places named in texts.',
    () => trunk('L'),
  ),
  branchLine('branch-liaoyang-benxi', 10, 'Line between the two towns by the valley of the Taizi.'),
  branchLine('branch-sujiatun-fushun', 8, 'Line between the two towns by the valley of the Hun.'),
  branchLine('branch-dashiqiao-yingkou', 4, 'Straight line between the two towns, over the plain.'),
  branchLine('branch-jinzhou-chengzitan', 8, 'Line along the coast through the four harbour towns.'),
  {
    id: 'dairen-city',
    provision: 'dalian-free-port',
    layer: 'ports',
    precisionKm: 4,
    made:
      'Land of Natural Earth within a box round the old town and its harbour. The agreement fixed no line: the box is ' +
      'chosen so that the areas of town and base add up to the recorded figure.',
    draw: area(coded(DAIREN)),
  },
  {
    id: 'dairen-harbour',
    provision: 'dalian-port-lease',
    layer: 'ports',
    precisionKm: 1,
    made: 'Position of the old quays; good to about 1 km.',
    draw: point(38.93, 121.65),
  },
  {
    id: 'port-arthur-base-area',
    provision: 'port-arthur-base',
    layer: 'ports',
    precisionKm: 10,
    made:
      'Land of Natural Earth south of a line due east and west through Shihe station, as the annex describes it, ' +
      'without the town of Dairen. Its area agrees with the recorded one; the northern line may be 10 km off.',
    // The naval port.
    signAt: [121.26, 38.82],
    draw: area(coded(BASE_MAINLAND)),
  },
  {
    id: 'port-arthur-base-islands',
    provision: 'port-arthur-base',
    layer: 'ports',
    precisionKm: 5,
    made:
      'The Changshan islands south of the line of the annex, as far as Natural Earth has them: three large ones. ' +
      'Haiyang and the islets are missing.',
    draw: area(coded(BASE_ISLANDS)),
  },
  {
    id: 'luda-mainland',
    provision: 'luda-admin',
    layer: 'ports',
    precisionKm: 10,
    made: 'The mainland of the base area and the town of Dairen together; the northern edge may be 10 km off.',
    draw: area(coded(BASE_MAINLAND, DAIREN)),
  },
  {
    id: 'luda-changshan',
    provision: 'luda-admin',
    layer: 'ports',
    precisionKm: 5,
    made: 'The same three islands as those of the base area; smaller ones are missing.',
    draw: area(coded(BASE_ISLANDS)),
  },
];

function line(id: string, precisionKm: number, made: string, draw: Territory['draw']): Territory {
  return { id, provision: 'ccr', layer: 'chinese-eastern-railway', precisionKm, made, draw };
}

function branchLine(id: string, precisionKm: number, made: string): Territory {
  return {
    id,
    provision: 'ccr-branches',
    layer: 'chinese-eastern-railway',
    precisionKm,
    made: `${made} Meant to show that there was a branch, not its exact course.`,
    draw: () => branch(id),
  };
}
