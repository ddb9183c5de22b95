/**
 * Which pieces make which state, and which stretch of border belongs to whom: the base facts of the record as recipes.
 *
 * Drawing order. A shape may lie under another that is in force at the same time: China is drawn whole, and Manchukuo,
 * Mengjiang, Kwantung and Tibet lie over it on paper of their own while they last; Japan is drawn with its outer
 * islands, and those under American administration lie over it. So no shape has to know the day. `order`, low to high:
 * 10 states, 15 a hatch that may be left out (occupied China), 20 what lies over a state, 90 dots.
 *
 * Variants. Where one item changes its shape on a day, it has one feature a shape: the feature is in force while its
 * `item` is, from the day `from` and before the day `until` where it has them.
 */
import type { Position } from 'geojson';
import type { BorderRule } from './base-borders.ts';
import { UNION_REPUBLICS, pieceId } from './base-countries.ts';

export interface Days {
  readonly from?: string;
  readonly until?: string;
}

interface State extends Days {
  readonly id: string;
  readonly item?: string;
  readonly order: number;
  readonly parts: readonly string[];
}

const USSR = ['russia', ...UNION_REPUBLICS.map(pieceId)];
const CHINA = ['china'];
const JAPAN = ['japan', 'tokara', 'amami', 'ryukyus', 'bonins'];
const NORTH_OF_38 = ['korea-a-north', 'korea-b-north'];
const SOUTH_OF_38 = ['korea-a-south', 'korea-b-south'];
const INDIA = ['india', 'siachen-glacier'];
const PAKISTAN = ['pakistan', 'bangladesh'];
const INDOCHINA = ['vietnam', 'laos', 'cambodia'];

const ARMISTICE = '1953-07-27';
const FALL_OF_CHAMDO = '1950-10-19';

/** Shapes come from the units of the territories, see base-units.ts. */
export const UNIT_STATES: readonly Omit<State, 'parts'>[] = [
  { id: 'china-occupied', order: 15 },
  { id: 'manchukuo', order: 20 },
  { id: 'mengjiang-base', order: 20 },
  { id: 'kwantung-leased-territory', order: 20 },
];

export const STATES: readonly State[] = [
  { id: 'ussr', order: 10, parts: USSR },
  { id: 'tuva', order: 20, parts: ['tuva'] },
  { id: 'mpr', order: 10, parts: ['mongolia'] },
  { id: 'china-roc', order: 10, parts: CHINA },
  { id: 'china-prc', order: 10, parts: CHINA },
  { id: 'tibet-de-facto', order: 20, parts: ['tibet'], until: FALL_OF_CHAMDO },
  {
    id: 'tibet-de-facto-1950',
    item: 'tibet-de-facto',
    order: 20,
    parts: ['tibet-west-of-97'],
    from: FALL_OF_CHAMDO,
  },
  { id: 'taiwan-japan', order: 10, parts: ['taiwan'] },
  { id: 'taiwan-roc', order: 10, parts: ['taiwan'] },
  { id: 'korea-japan', order: 10, parts: [...NORTH_OF_38, ...SOUTH_OF_38] },
  { id: 'korea-north-soviet', order: 20, parts: NORTH_OF_38 },
  { id: 'korea-south-us', order: 20, parts: SOUTH_OF_38 },
  { id: 'dprk', order: 20, parts: NORTH_OF_38, until: ARMISTICE },
  { id: 'dprk-1953', item: 'dprk', order: 20, parts: ['korea-a-north', 'korea-a-south'], from: ARMISTICE },
  { id: 'rok', order: 20, parts: SOUTH_OF_38, until: ARMISTICE },
  { id: 'rok-1953', item: 'rok', order: 20, parts: ['korea-b-north', 'korea-b-south'], from: ARMISTICE },
  { id: 'japan', order: 10, parts: JAPAN },
  { id: 'japan-occupied', order: 10, parts: JAPAN },
  { id: 'japan-sovereign', order: 10, parts: JAPAN },
  { id: 'ryukyus-us', order: 20, parts: ['ryukyus'] },
  { id: 'amami-us', order: 20, parts: ['amami'] },
  { id: 'tokara-us', order: 20, parts: ['tokara'] },
  { id: 'karafuto', order: 10, parts: ['south-sakhalin'] },
  { id: 'south-sakhalin-occupied', order: 10, parts: ['south-sakhalin'] },
  { id: 'south-sakhalin-ussr', order: 10, parts: ['south-sakhalin'] },
  { id: 'kurils-japan', order: 10, parts: ['kurils'] },
  { id: 'kurils-occupied', order: 10, parts: ['kurils'] },
  { id: 'kurils-ussr', order: 10, parts: ['kurils'] },
  { id: 'british-india', order: 10, parts: [...INDIA, ...PAKISTAN] },
  { id: 'india', order: 10, parts: INDIA },
  { id: 'pakistan', order: 10, parts: PAKISTAN },
  { id: 'sikkim', order: 20, parts: ['sikkim'] },
  { id: 'nepal', order: 10, parts: ['nepal'] },
  { id: 'bhutan', order: 10, parts: ['bhutan'] },
  { id: 'afghanistan', order: 10, parts: ['afghanistan'] },
  { id: 'burma-british', order: 10, parts: ['myanmar'] },
  { id: 'burma', order: 10, parts: ['myanmar'] },
  { id: 'indochina', order: 10, parts: INDOCHINA },
];

interface Dot extends Days {
  readonly id: string;
  readonly item?: string;
  readonly at: Position;
}

export const POINTS: readonly Dot[] = [
  { id: 'hong-kong', at: [114.17, 22.3] },
  { id: 'macau', at: [113.55, 22.2] },
  { id: 'matsu', item: 'roc-offshore-islands', at: [119.93, 26.15] },
  { id: 'dachen', item: 'roc-offshore-islands', at: [121.9, 28.46] },
  { id: 'zhoushan', item: 'roc-offshore-islands', at: [122.2, 30], until: '1950-05-16' },
  { id: 'kinmen', item: 'roc-offshore-islands', at: [118.33, 24.44] },
  { id: 'bonin-islands', item: 'bonins-us', at: [142.2, 27.1] },
  { id: 'iwo-jima', item: 'bonins-us', at: [141.3, 24.8] },
  { id: 'liancourt-rocks', at: [131.87, 37.24] },
];

/** Where the line of Radcliffe ends and that of the cease-fire begins. */
const JAMMU = 32.85;
/** East of this meridian Tibet was lost in October 1950. */
const CHAMDO = 97;
const TIBET_IN_CHINA = {
  ids: ['tibet-de-facto'],
  between: [['tibet'], CHINA],
  inside: true,
  dashed: true,
} as const;

const KOREA = [...NORTH_OF_38, ...SOUTH_OF_38];

/**
 * Every stretch of land border belongs to one item that is in force whenever the border is, so that no line is drawn
 * twice (two dashed lines one over the other are no dashes). Within an item the first rule that fits takes the arc.
 * `china` names both states that were China, one after the other; so do the two Burmas.
 */
export const BORDERS: readonly BorderRule[] = [
  { ids: ['mpr-china'], between: [['mongolia'], CHINA], dashed: true },
  { ids: ['karafuto', 'south-sakhalin-occupied'], between: [['russia'], ['south-sakhalin']] },
  { ids: ['ussr'], between: [USSR, 'any'] },
  { ids: ['tuva'], between: [['tuva'], ['russia']], inside: true },
  {
    ids: ['mcmahon'],
    between: [CHINA, ['india']],
    where: { west: 91.5, south: 26, east: 98, north: 30 },
    dashed: true,
  },
  { ids: ['burma-british', 'burma'], between: [['myanmar'], CHINA], dashed: true },
  { ids: ['burma-british', 'burma'], between: [['myanmar'], 'any'] },
  { ids: ['bhutan'], between: [['bhutan'], CHINA], dashed: true },
  { ids: ['bhutan'], between: [['bhutan'], ['india']] },
  { ids: ['nepal'], between: [['nepal'], ['india']] },
  { ids: ['nepal'], between: [['nepal'], CHINA], dashed: true },
  { ids: ['sikkim'], between: [['sikkim'], ['india']], inside: true },
  { ids: ['afghanistan'], between: [['afghanistan'], 'any'] },
  { ids: ['indochina'], between: [INDOCHINA, ['china', 'thailand']] },
  {
    ids: ['china-roc', 'china-prc'],
    between: [CHINA, ['india']],
    where: { west: 88, south: 27, east: 90, north: 28.5 },
  },
  {
    ids: ['china-roc', 'china-prc'],
    between: [CHINA, ['india', 'pakistan', 'siachen-glacier']],
    dashed: true,
  },
  { ids: ['china-roc', 'china-prc'], between: [CHINA, KOREA] },
  { ids: ['korea-38'], between: [NORTH_OF_38, SOUTH_OF_38] },
  {
    ids: ['korea-mdl'],
    between: [
      ['korea-a-north', 'korea-a-south'],
      ['korea-b-north', 'korea-b-south'],
    ],
  },
  {
    ids: ['kashmir-line'],
    between: [['india'], ['pakistan']],
    clip: { west: 70, south: JAMMU, east: 80, north: 38 },
    dashed: true,
  },
  {
    ids: ['pakistan'],
    between: [PAKISTAN, ['india']],
    clip: { west: 60, south: 8, east: 100, north: JAMMU },
  },
  { ids: ['british-india', 'pakistan'], between: [['pakistan'], ['iran']] },
  { ...TIBET_IN_CHINA, clip: { west: 70, south: 20, east: CHAMDO, north: 45 } },
  { ...TIBET_IN_CHINA, clip: { west: CHAMDO, south: 20, east: 105, north: 45 }, until: FALL_OF_CHAMDO },
];
