import { beforeAll, describe, expect, test } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { glanceLines } from '../../src/elements/glance';
import { TreatyState } from '../../src/elements/treaty-map/state';
import type { TreatyView } from '../../src/elements/view';
import { isoOf } from '../../src/time/day';
import { readAtlas } from './read-atlas';

/** The longest line of a phone, in characters: about 280 CSS pixels. */
const ROOM = 45;

let atlas: Atlas;

beforeAll(async () => {
  atlas = await readAtlas();
});

function viewOf(date: string, set: (state: TreatyState) => void = () => undefined): TreatyView {
  const state = new TreatyState();
  state.adopt(atlas);
  state.setDate(date);
  set(state);
  return state.view() as TreatyView;
}

const answersOf = (view: TreatyView): Record<string, readonly string[]> =>
  Object.fromEntries(
    glanceLines(view).map(({ title, answers }) => [title, answers.map(({ words }) => words)]),
  );

describe('the day at a glance', () => {
  test.each([
    [
      '1945-08-13',
      'state in fact; China (ROC) claims it',
      ['Manchuria', 'Inner Mongolia'],
      'being taken by Soviet troops',
      'government at Kalgan, Japan-backed',
    ],
    [
      '1945-08-14',
      'China (ROC) promises to recognise it',
      ['Manchuria', 'Inner Mongolia'],
      'being taken by Soviet troops',
      'government at Kalgan, Japan-backed',
    ],
    [
      '1946-01-05',
      'recognised by China (ROC)',
      ['Manchuria', 'Jehol', 'Port Arthur'],
      'joint in law; run by the USSR',
      'Communist-led autonomy movement',
    ],
    [
      '1947-05-01',
      'recognised by USSR and ROC',
      ['Port Arthur'],
      'split by the civil war; joint in law',
      'has an autonomous government',
    ],
    [
      '1949-10-02',
      'recognised by USSR and ROC',
      ['Port Arthur'],
      'in Communist hands; Soviet staff',
      'has an autonomous government',
    ],
    [
      '1950-02-14',
      'recognised by USSR, PRC and ROC',
      ['Port Arthur'],
      'joint: China (PRC) and the USSR',
      'autonomous region of China (PRC)',
    ],
    [
      '1952-12-31',
      'recognised by USSR, PRC and ROC',
      ['Port Arthur'],
      'owned by China (PRC)',
      'autonomous region of China (PRC)',
    ],
    [
      '1953-02-24',
      'recognised by USSR and PRC, not ROC',
      ['Port Arthur'],
      'owned by China (PRC)',
      'autonomous region of China (PRC)',
    ],
  ])(
    'says on %s what Mongolia is, where Soviet troops are, who has the railway, what Inner Mongolia is',
    (date, mongolia, troops, railway, inner) => {
      const answers = answersOf(viewOf(date));
      expect(Object.keys(answers).slice(0, 4)).toEqual([
        'Mongolia',
        'Inner Mongolia',
        'Railway',
        'Soviet troops',
      ]);
      expect(answers).toMatchObject({
        Mongolia: [mongolia],
        'Inner Mongolia': [inner],
        Railway: [railway],
        'Soviet troops': troops,
      });
    },
  );

  test('has no line longer than a phone is wide, on any day', () => {
    for (const day of atlas.changeDays) {
      for (const { title, answers } of glanceLines(viewOf(isoOf(day))).slice(0, 4)) {
        const words = answers.map(({ words }) => words).join('  ');
        expect(words.length, `${title}: ${words}`).toBeLessThanOrEqual(ROOM);
      }
    }
  });

  test('tells what a party held in its own words, and what is not known as not known', () => {
    const roc = answersOf(viewOf('1945-08-13', (state) => state.setViewpoint('roc')));
    expect(roc['Mongolia']).toEqual(['Chinese territory']);
    const mpr = answersOf(viewOf('1947-05-01', (state) => state.setViewpoint('mpr')));
    expect(mpr['Railway']).toEqual(['Not known']);
  });

  test('leaves out the layers that are not shown', () => {
    const answers = answersOf(viewOf('1946-01-05', (state) => state.setLayers(['mongolia'])));
    expect(Object.keys(answers)).toEqual(['Mongolia']);
  });

  test('has a line for each layer where the record asks for none', () => {
    const { glance: _, ...manifest } = atlas.manifest;
    const lines = glanceLines({
      ...viewOf('1947-05-01'),
      atlas: { ...atlas, provisions: atlas.provisions, manifest } as Atlas,
    });
    expect(lines.map(({ title }) => title)).toContain('Dairen (Dalian) and Port Arthur');
  });
});
