import { any, area, but, coded, inProvinces, nothing, point, type Wanted } from './selecting.ts';
import { BASE_ISLANDS, BASE_MAINLAND, DAIREN, DALIAN_NORTH, LEASE_STRIP } from './ports.ts';
import type { Territory } from './territories.ts';

/** Three provinces of today and the east of Inner Mongolia, but not Chifeng and Chengde (most of Jehol). */
const wholeNortheast: Wanted = any(inProvinces('CN-HL', 'CN-JL', 'CN-LN'), coded('1507', '1522', '1505'));

const southOfMukden = coded(
  '2103', '2105', '2106', '2107', '2108', '2110', '2111', '2114', DALIAN_NORTH, LEASE_STRIP,
); // prettier-ignore
const leftInMarch1946 = coded('2101', '2104', '2109', '2112', '2113', '2203', '2204');

export const kwantungLeasedTerritory: Wanted = coded(DAIREN, BASE_MAINLAND, BASE_ISLANDS, LEASE_STRIP);

/** Wholly Japanese-held Northeast as Manchukuo claimed it: with Jehol, without the leased territory. */
export const manchukuo: Wanted = but(any(wholeNortheast, coded('1504', '1308')), kwantungLeasedTerritory);

const CITY = 'Position of the city in GeoNames, rounded; good to about 3 km.';

function city(id: string, lat: number, lon: number): Territory {
  return {
    id,
    provision: 'soviet-withdrawal-cities',
    layer: 'manchuria',
    precisionKm: 3,
    made: CITY,
    draw: point(lat, lon),
  };
}

export const manchuria: readonly Territory[] = [
  {
    id: 'three-eastern-provinces-area',
    provision: 'three-eastern-provinces',
    layer: 'manchuria',
    precisionKm: 30,
    made:
      "Today's Heilongjiang, Jilin and Liaoning with the east of Inner Mongolia, less Chaoyang, which was Jehol then. " +
      "An outline of today's units; the western edge may be 30 km off.",
    draw: area(but(wholeNortheast, coded('2113'))),
  },
  {
    id: 'soviet-occupied-northeast',
    provision: 'soviet-occupation-manchuria',
    layer: 'manchuria',
    precisionKm: 30,
    made:
      "Today's Heilongjiang, Jilin and Liaoning with the east of Inner Mongolia: the whole Northeast, Dairen and Port " +
      'Arthur included. Edges follow units of today.',
    draw: area(wholeNortheast),
  },
  {
    id: 'soviet-occupied-from-december-1945',
    provision: 'soviet-occupation-manchuria',
    layer: 'manchuria',
    precisionKm: 50,
    made:
      'The whole Northeast without the prefectures south of Mukden, but with the base area. The sources name no line, ' +
      'so the edge is only a rough one.',
    draw: area(but(wholeNortheast, southOfMukden)),
  },
  {
    id: 'soviet-occupied-from-march-1946',
    provision: 'soviet-occupation-manchuria',
    layer: 'manchuria',
    precisionKm: 50,
    made:
      'What was left after Mukden, Siping and the prefectures around them were given up, and the base area at Port ' +
      'Arthur. The edge is rough: the sources name towns, not lines.',
    draw: area(but(wholeNortheast, any(southOfMukden, leftInMarch1946))),
  },
  city('city-mudanjiang', 44.58, 129.6),
  city('city-jiamusi', 46.81, 130.35),
  city('city-harbin', 45.75, 126.63),
  city('city-qiqihar', 47.35, 123.95),
  city('city-mukden', 41.8, 123.43),
  city('city-siping', 43.17, 124.37),
  city('city-changchun', 43.88, 125.32),
  city('city-jilin', 43.84, 126.55),
  city('city-beian', 48.24, 126.51),
  city('city-yingkou', 40.67, 122.23),
  city('city-huludao', 40.72, 120.99),
  {
    id: 'south-of-mukden',
    provision: 'soviet-withdrawal-cities',
    layer: 'manchuria',
    precisionKm: 50,
    made:
      'Prefectures of Liaoning from Huludao to Dandong and south to the edge of the base area. The sources say no more ' +
      'than south of Mukden: read it as a hint, not as a line.',
    draw: area(southOfMukden),
  },
  {
    id: 'northeast-withdrawal',
    provision: 'soviet-withdrawal-cities',
    layer: 'manchuria',
    made: 'Has no shape of its own; the occupied area shows it.',
    draw: nothing,
  },
  {
    id: 'cinc-zone',
    provision: 'cinc-civil',
    layer: 'manchuria',
    precisionKm: 30,
    made: "The same shape as the occupied Northeast, made from today's units; edges good to some 30 km.",
    draw: area(wholeNortheast),
  },
];
