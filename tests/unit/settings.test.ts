import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import type { Wrong } from '../../src/elements/treaty-map/settings';
import { TreatyState } from '../../src/elements/treaty-map/state';
import { message } from '../../src/language/language';
import { isoOf, parseDay, type Day } from '../../src/time/day';
import { readAtlas } from './read-atlas';

const inWords = (wrong: Wrong | null | undefined): string =>
  wrong ? message('en', wrong.key, wrong.values) : '';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await readAtlas();
});

describe('the state of the element', () => {
  it('keeps the last good date and says what is wrong with a bad one', () => {
    const state = new TreatyState();
    state.adopt(atlas);
    expect(state.setDate('1946-01-05')).toBeNull();
    for (const bad of ['1944-12-31', '1946-02-30', 'soon', {}, Object.create(null), Symbol('day'), 17.5]) {
      expect(inWords(state.setDate(bad))).toContain('is not a day between 1945-01-01 and 1953-12-31');
    }
    expect(isoOf(state.day)).toBe('1946-01-05');
    expect(state.setDate(undefined)).toBeNull();
    expect(isoOf(state.day)).toBe('1945-08-14');
  });

  it('outlines all of a railway that was pointed at, and one part where that has a page of its own', () => {
    const state = new TreatyState();
    state.adopt(atlas);
    const outlined = (selected: string, panel: 'place' | null): string[] => {
      state.setSelected(selected);
      state.setPanel(panel);
      return [...(state.view()?.chosen ?? [])].sort();
    };
    const whole = [
      'ccr-east',
      'ccr-lushun',
      'ccr-south-changchun-dalian',
      'ccr-south-harbin-changchun',
      'ccr-west',
    ];
    expect(outlined('ccr-west', 'place')).toEqual(whole);
    expect(outlined('ccr-west', null)).toEqual(['ccr-west']);
    expect(outlined('ccr', null)).toEqual(whole);
    expect(outlined('mongolian-peoples-republic', 'place')).toEqual(['mongolian-peoples-republic']);
  });

  it('takes layers as a list, as spaced text, and anything else as text', () => {
    const state = new TreatyState();
    state.adopt(atlas);
    expect(state.setLayers(' ports  mongolia ')).toBeNull();
    expect(state.layers).toEqual(['mongolia', 'ports']);
    expect(state.setLayers([])).toBeNull();
    expect(state.layers).toEqual([]);
    expect(inWords(state.setLayers(7 as never))).toContain('There is no layer "7"');
    expect(state.setLayers(null)).toBeNull();
    expect(state.layers).toHaveLength(7);
  });

  it('reports what was asked for before the atlas came and does not fit it', () => {
    const state = new TreatyState();
    state.setLayers('mongolia atlantis');
    expect(state.adopt(atlas).map(([, wrong]) => inWords(wrong))).toEqual([
      expect.stringContaining('There is no layer "atlantis"'),
    ]);
  });

  it('waits for the atlas before it refuses a day of another range, and refuses only what was asked for', () => {
    const asked = new TreatyState();
    expect(asked.setDate('1955-05-24')).toBeNull();
    expect(asked.adopt(atlas).map(([, wrong]) => inWords(wrong))).toEqual([
      expect.stringContaining('"1955-05-24" is not a day between'),
    ]);
    expect(isoOf(asked.day)).toBe('1945-08-14');
    const older = Object.assign(Object.create(atlas) as Atlas, {
      range: { first: parseDay('1930-01-01') as Day, last: parseDay('1944-12-31') as Day },
    });
    const named = new TreatyState();
    expect(named.setDate('1935-05-05')).toBeNull();
    expect(named.adopt(older)).toEqual([]);
    expect(isoOf(named.day)).toBe('1935-05-05');
    const silent = new TreatyState();
    expect(silent.adopt(older)).toEqual([]);
    expect(isoOf(silent.day)).toBe('1944-12-31');
  });

  it('waits for the atlas with the other days too, and refuses what none of its days is', () => {
    const seventies = Object.assign(Object.create(atlas) as Atlas, {
      range: { first: parseDay('1970-01-01') as Day, last: parseDay('1979-12-31') as Day },
    });
    const state = new TreatyState();
    expect([state.setCompare('1975-05-05'), state.setSpanFrom('1970-01-01')]).toEqual([null, null]);
    expect(state.adopt(seventies)).toEqual([]);
    expect([state.compare, state.spanFrom]).toEqual([parseDay('1975-05-05'), parseDay('1970-01-01')]);
    expect(state.setEnd('first', '1976-01-01')).toBeNull();
    expect([state.compare, state.spanFrom].map((day) => isoOf(day as Day))).toEqual([
      '1976-01-01',
      '1976-01-01',
    ]);
    const other = new TreatyState();
    expect(other.setCompare('1975-05-05')).toBeNull();
    expect(other.adopt(atlas).map(([, wrong]) => inWords(wrong))).toEqual([
      expect.stringContaining('"1975-05-05" is not a day between'),
    ]);
    expect(other.compare).toBeNull();
  });

  it('has the whole range of an atlas that has nothing between the ends that were asked for', () => {
    const seventies = { first: parseDay('1970-01-01') as Day, last: parseDay('1979-12-31') as Day };
    const state = new TreatyState();
    expect([state.setEnd('first', '1945-01-01'), state.setEnd('last', '1946-12-31')]).toEqual([null, null]);
    const wrong = state.adopt(Object.assign(Object.create(atlas) as Atlas, { range: seventies }));
    expect(wrong).toEqual([['until', expect.objectContaining({ key: 'error.range' })]]);
    expect(state.range).toEqual(seventies);
    expect(isoOf(state.day)).toBe('1970-01-01');
  });

  it('gives one view while nothing in it changes, and one moment between two change days', () => {
    const state = new TreatyState();
    expect(state.view()).toBeNull();
    state.adopt(atlas);
    state.setDate('1948-02-01');
    const view = state.view();
    expect(state.view()).toBe(view);
    state.setDate('1948-02-20');
    expect(state.view()).not.toBe(view);
    expect(state.view()?.moment).toBe(view?.moment);
    expect(state.view()?.layers).toBe(view?.layers);
  });

  it('tells a change of date once, with all that lies between', () => {
    const state = new TreatyState();
    state.adopt(atlas);
    expect(state.takeDateChange()).toBeNull();
    state.setDate('1946-01-05');
    expect(state.takeDateChange()).toMatchObject({
      ended: expect.arrayContaining([expect.objectContaining({ provision: 'impr' })]),
    });
    expect(state.takeDateChange()).toBeNull();
  });
});
