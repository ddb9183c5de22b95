import type { BaseItem } from '../atlas/schema';
import type { Kind } from '../atlas/vocabulary';

/**
 * The colours of the house, in one table for map, legend, slider, list and print. Hue says what kind of status holds:
 * the seventeen kinds share twelve hues, and a grey says that the record does not know. They start from Paul Tol's muted scheme and differ in lightness too: with all
 * three cones and without any one of them no two come closer than ΔE2000 12, the greys aside, and every one
 * has at least 3:1 on land, sea, paper and its own tint (`tests/unit/colors.test.ts`). Knows no MapLibre and no page.
 */
export const GROUPS = [
  'recognised',
  'claim',
  'occupation',
  'joint',
  'base',
  'free-port',
  'autonomous',
  'province',
  'assurance',
  'owned',
  'contested',
  'ended',
  'unknown',
] as const;

/** Kinds that share a hue; `unknown` for none of them. */
export type Group = (typeof GROUPS)[number];

/** Whose land a state of the base map is. */
export type Power = NonNullable<BaseItem['power']>;

const GROUP_OF: Readonly<Record<Kind, Group>> = {
  claim: 'claim',
  promise: 'claim',
  recognised: 'recognised',
  occupation: 'occupation',
  campaign: 'occupation',
  joint: 'joint',
  base: 'base',
  'free-port': 'free-port',
  lease: 'free-port',
  autonomous: 'autonomous',
  province: 'province',
  assurance: 'assurance',
  'in-force': 'assurance',
  finding: 'assurance',
  owned: 'owned',
  contested: 'contested',
  ended: 'ended',
};

/** The hue of a kind. */
export function kindGroup(kind: Kind): Group {
  return GROUP_OF[kind];
}

/** How strongly the land under a hue is tinted with it: that on the map, and that of its sign. */
export function tintOf(group: Group): number {
  // An ordinary province is told more quietly than what the treaty is about, and may lie under it; an autonomous government
  // than a recognised state beside it, since the two are green.
  return group === 'province' ? 0.08 : group === 'autonomous' ? 0.12 : 0.17;
}

export type Theme = 'light' | 'dark';

export interface Palette {
  readonly land: string;
  readonly sea: string;
  readonly river: string;
  /** Type, and the names of states. */
  readonly ink: string;
  readonly border: string;
  /** Halos of type and the light ties of the railway. */
  readonly paper: string;
  /** Names of waters. */
  readonly water: string;
  /** The shade of the relief, laid on by its darkness. */
  readonly relief: string;
  readonly kinds: Readonly<Record<Group, string>>;
  /** What the land of each power is tinted with, very quietly. */
  readonly powers: Readonly<Record<Power, string>>;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    land: '#f4efe3',
    sea: '#d3e0e4',
    river: '#9fbcc6',
    ink: '#3d372e',
    border: '#6b6255',
    paper: '#fbf8f1',
    water: '#3d6478',
    relief: '#4a3620',
    kinds: {
      recognised: '#206e3b',
      claim: '#8f6e00',
      occupation: '#c8536f',
      joint: '#231878',
      base: '#813960',
      'free-port': '#052037',
      autonomous: '#35887e',
      province: '#3c3b38',
      assurance: '#5536b3',
      owned: '#546a9f',
      contested: '#872500',
      ended: '#908a74',
      unknown: '#726c62',
    },
    powers: {
      soviet: '#b98d7a',
      mongolian: '#b8a468',
      chinese: '#d2b96c',
      japanese: '#93999e',
      korean: '#8fa08a',
      american: '#8798ad',
      british: '#b58f99',
      other: '#aca698',
    },
  },
  dark: {
    land: '#2b2823',
    sea: '#1a262e',
    river: '#44697a',
    ink: '#e2d9c6',
    border: '#a89d8b',
    paper: '#1f1d19',
    water: '#84b0c4',
    relief: '#050403',
    kinds: {
      recognised: '#00924f',
      claim: '#ddca4b',
      occupation: '#ee5968',
      joint: '#8c5fff',
      base: '#f597c0',
      'free-port': '#5e83a7',
      autonomous: '#8cf1c8',
      province: '#b0a886',
      assurance: '#ae8dff',
      owned: '#b3cffb',
      contested: '#bb9436',
      ended: '#7b796d',
      unknown: '#a39c90',
    },
    powers: {
      soviet: '#8c6656',
      mongolian: '#847649',
      chinese: '#8f8150',
      japanese: '#7c858c',
      korean: '#6c8366',
      american: '#627b98',
      british: '#94616f',
      other: '#7d776a',
    },
  },
};

/** Every colour of a palette with the custom property that sets it: what the page writes and the map reads. */
export function paletteProperties(palette: Palette): readonly (readonly [property: string, color: string])[] {
  const { kinds, powers, ...plain } = palette;
  return [
    ...Object.entries(plain).map(([name, color]) => [`--treaty-${name}-color`, color] as const),
    ...Object.entries(kinds).map(([group, color]) => [`--treaty-kind-${group}-color`, color] as const),
    ...Object.entries(powers).map(([power, color]) => [`--treaty-power-${power}-color`, color] as const),
  ];
}
