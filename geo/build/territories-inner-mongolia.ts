import { any, area, but, coded, nothing, point, type Wanted } from './selecting.ts';
import type { Territory } from './territories.ts';

const HUADE = '150922';
const SHANGDU = '150923';
const SIZIWANG = '150929';
const DUOLUN = '152531';
const BAOCHANG = '152527';
const YANQING = '110119';
/** Zhangbei, Kangbao, Guyuan, Shangyi: Zhangjiakou above the edge of the plateau. */
const NORTH_OF_KALGAN: readonly string[] = ['130722', '130723', '130724', '130725'];
/** Ar Horqin, Bairin Left and Right, Linxi, Hexigten. */
const JUU_UDA: readonly string[] = ['150421', '150422', '150423', '150424', '150425'];
/** Kailu, Hure, Naiman, Jarud. */
const REHE_IN_TONGLIAO: readonly string[] = ['150523', '150524', '150525', '150526'];
/** Zhalantun, Arun, Morin Dawa, Oroqen: the eastern slope of the Greater Hinggan. */
const EAST_OF_HINGGAN: readonly string[] = ['150783', '150721', '150722', '150723'];
const DENGKOU = '150822';

/**
 * All of Shuozhou, since the thirteen counties of North Shanxi under Mengjiang had Shuo and Pinglu among them; of
 * Bayannur only the end towards Baotou, since the front stood there.
 */
export const mengjiangArea: Wanted = coded(
  '1307',
  '1402',
  '1406',
  '1525',
  '1509',
  '1501',
  '1502',
  '1508239',
  YANQING,
);

const threeCounties = coded(DUOLUN, BAOCHANG, HUADE);
const juuUda = coded(...JUU_UDA);
const suiyuan = but(coded('1501', '1502', '1506', '1508', '1509'), coded(HUADE, SHANGDU, DENGKOU));
const chaharSouth = coded('1307', '1402', '1406', YANQING, SHANGDU);

const CELLS = "Put together from cells of today's counties, drawn from places, areas and relief";

export const innerMongolia: readonly Territory[] = [
  polygon('soviet-mongol-zone-1945', 'soviet-mongol-occupation-im', 50,
    `${CELLS}: Xilingol, the plateau north of Kalgan, Chifeng, Chengde and Chaoyang. The armies moved through it; no line was ever drawn.`,
    coded('1525', ...NORTH_OF_KALGAN, HUADE, SHANGDU, SIZIWANG, '1504', '1308', '2113')),
  place('chihfeng-post', 'soviet-mongol-occupation-im', 42.27, 118.96),
  polygon('mengjiang-area', 'mengjiang', 40,
    `${CELLS}: today's units under its authority, without the Yellow River bend and Ordos. Where it ended in the west is a guess.`,
    mengjiangArea),
  polygon('impr-claimed-area', 'impr', 50,
    `${CELLS}: Xilingol with the Chahar banners, and Siziwang. It shows who sent delegates, not who obeyed.`,
    coded('1525', SIZIWANG)),
  polygon('empag-claimed-area', 'empag', 60,
    `${CELLS}: the eastern leagues and single banners in Rehe, Jilin, Heilongjiang and Liaoning. It shows who was represented, not who obeyed.`,
    coded('1522', '1505', '150783', '150721', '150722', '150421', '150422', '150423', '150430', '220821', '220822', '220721', '230624', '210921')),
  polygon('hulunbuir-west', 'hulunbuir', 40,
    `${CELLS}: Hulunbuir without the counties of the eastern slope. The eastern edge keeps to the crest of the Greater Hinggan as the relief has it.`,
    but(coded('1507'), coded(...EAST_OF_HINGGAN))),
  {
    id: 'im-no-fixed-extent', provision: 'inner-mongolia-autonomous', layer: 'inner-mongolia',
    made: 'No territory was fixed before May 1947, so there is nothing to draw.', draw: nothing,
  },
  polygon('im-1947', 'inner-mongolia-autonomous', 50,
    `${CELLS}: Hulunbuir, Hinggan and Xilingol without Duolun and Baochang. The leagues of 1947 had other edges, which may lie 50 km off.`,
    but(coded('1507', '1522', '1525'), coded(DUOLUN, BAOCHANG))),
  polygon('im-jirim-juu-uda', 'inner-mongolia-autonomous', 50,
    `${CELLS}: Tongliao and the north of Chifeng. It stands for the two leagues added in 1949; edges may lie 50 km off.`,
    any(coded('1505'), juuUda)),
  polygon('im-three-counties', 'inner-mongolia-autonomous', 30,
    `${CELLS}: Duolun, Taibus for Baochang, and Huade. Fair for a small county: expect 15 to 30 km.`, threeCounties),
  polygon('im-suiyuan', 'inner-mongolia-autonomous', 30,
    'The same shape as the province of Suiyuan, which joined after the years shown here.', suiyuan),
  polygon('im-south-chifeng-alxa', 'inner-mongolia-autonomous', 40,
    `${CELLS}: the south of Chifeng, and Alxa with Dengkou and the left bank at Wuda. Joined in 1955 and 1956, after the years shown here.`,
    any(but(coded('1504'), juuUda), coded('1529', DENGKOU))),
  place('seat-wangyemiao', 'im-capital', 46.08, 122.08),
  place('seat-kalgan', 'im-capital', 40.81, 114.88),
  place('seat-guisui', 'im-capital', 40.81, 111.66),
  polygon('chahar-roc-province', 'chahar', 40,
    `${CELLS}: Zhangjiakou, Xilingol, Huade, Shangdu and Yanqing. The province of the law books, larger than what was governed.`,
    coded('1307', '1525', HUADE, SHANGDU, YANQING)),
  polygon('chahar-south', 'chahar', 40,
    `${CELLS}: Zhangjiakou, Datong, Shuozhou, Shangdu and Yanqing. It stands for the province of 1949 to 1952.`, chaharSouth),
  polygon('chahar-north-counties', 'chahar', 30,
    'The same shape as the three counties that went to Inner Mongolia in 1950.', threeCounties),
  polygon('suiyuan-province', 'suiyuan', 30,
    `${CELLS}: Hohhot, Baotou, Ordos, most of Ulanqab and Bayannur, and Wuhai east of the river. Meant for ROC law before 1949; the west was loosely held.`, suiyuan),
  polygon('rehe-south', 'rehe', 40,
    `${CELLS}: Chengde, Chaoyang, Jianchang and the south of Chifeng. It stands for Rehe of 1949 to 1955.`,
    coded('1308', '2113', '211422', '150402', '150426', '150428', '150429', '150430')),
  polygon('rehe-juu-uda', 'rehe', 50,
    `${CELLS}: the north of Chifeng, and Kailu, Naiman, Hure and Jarud. League and county rule overlapped here.`,
    any(juuUda, coded(...REHE_IN_TONGLIAO))),
  polygon('alxa-ejin', 'alxa-west', 40,
    `${CELLS}: Alxa League with Dengkou and the left bank at Wuda. Desert for the most part: the edge within it meant little.`,
    coded('1529', DENGKOU)),
]; // prettier-ignore

function polygon(
  id: string,
  provision: string,
  precisionKm: number,
  made: string,
  wanted: Wanted,
): Territory {
  return { id, provision, layer: 'inner-mongolia', precisionKm, made, draw: area(wanted) };
}

function place(id: string, provision: string, lat: number, lon: number): Territory {
  const made = 'Position of the town in GeoNames, rounded; good to about 3 km.';
  return { id, provision, layer: 'inner-mongolia', precisionKm: 3, made, draw: point(lat, lon) };
}
