import edtf from 'edtf';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/time/day';
import { readBound, type BoundText } from '../../src/time/edtf';
import { holds, uncertainOn } from '../../src/time/span';
import { parseDay, type Day } from '../../src/time/day';

const days = (text: BoundText, side: 'from' | 'until'): string[] | string | null => {
  const result = readBound(text, side);
  if (!result.ok) return result.message;
  return result.bound && [result.bound.earliest, result.bound.stated, result.bound.latest].map(isoOf);
};

describe('readBound', () => {
  it.each<[BoundText, 'from' | 'until', string[] | null]>([
    ['1945-08-14', 'from', ['1945-08-14', '1945-08-14', '1945-08-14']],
    ['..', 'until', null],
    ['1945-10', 'from', ['1945-10-01', '1945-10-01', '1945-10-31']],
    ['1948-02', 'until', ['1948-02-01', '1948-02-01', '1948-02-29']],
    ['1952', 'from', ['1952-01-01', '1952-01-01', '1952-12-31']],
    ['1945-08-20/1945-08-23', 'from', ['1945-08-20', '1945-08-20', '1945-08-23']],
    ['1945-08-20/1945-08-23', 'until', ['1945-08-20', '1945-08-23', '1945-08-23']],
    ['1949-04/1949-05', 'from', ['1949-04-01', '1949-04-01', '1949-05-31']],
    ['1949-04/1949-05', 'until', ['1949-04-01', '1949-05-01', '1949-05-31']],
    [
      { edtf: '1945-12-01~', earliest: '1945-11-24', latest: '1945-12-08' },
      'until',
      ['1945-11-24', '1945-12-01', '1945-12-08'],
    ],
    [
      { edtf: '1945-08~', earliest: '1945-08-09', stated: '1945-08-09', latest: '1945-08-31' },
      'from',
      ['1945-08-09', '1945-08-09', '1945-08-31'],
    ],
  ])('reads %j as %s', (text, side, expected) => {
    expect(days(text, side)).toEqual(expected);
  });

  it.each<[BoundText, RegExp]>([
    ['1945-12-01~', /"1945-12-01~" is approximate/],
    ['1945-08?', /"1945-08\?" is approximate/],
    ['1945-02-30', /"1945-02-30" is not a date in the calendar/],
    ['1945-21', /"1945-21" is not a date in the calendar/],
    ['194X', /"194X" is not a date this atlas reads/],
    ['[1945,1946]', /"\[1945,1946\]" is not a date this atlas reads/],
    ['1945-08-14T10:00', /is not a date this atlas reads/],
    ['1945/1946/1947', /is not an interval of two dates/],
    ['1946/1945', /"1946\/1945" ends before it begins/],
    ['1945/..', /"\.\." is not a date this atlas reads/],
    ['', /"" is not a date this atlas reads/],
    [{ edtf: '1945-12~', earliest: '1945-12-02', latest: '1945-12-30' }, /states a day that is not between/],
    [{ edtf: '1945-12~', earliest: 'soon', latest: '1945-12-30' }, /earliest "soon" is not a day/],
    [{ edtf: '..', earliest: '1945-12-01', latest: '1945-12-30' }, /open end/],
  ])('refuses %j by name', (text, message) => {
    expect(days(text, 'from')).toMatch(message);
  });

  it.each(['1945-08-14', '1945-10', '1952', '1948-02', '1949-04/1949-05', '1945-08-20/1945-08-23'])(
    'has the limits that the edtf package gives for %s',
    (text) => {
      const oracle = edtf(text);
      const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
      expect(days(text, 'from')).toEqual([iso(oracle.min), iso(oracle.min), iso(oracle.max)]);
    },
  );
});

describe('span', () => {
  const day = (iso: string): Day => parseDay(iso) as Day;
  const bound = (text: BoundText, side: 'from' | 'until') => {
    const result = readBound(text, side);
    if (!result.ok) throw new Error(result.message);
    return result.bound;
  };

  it('gives the day of a hand-over to the new state alone', () => {
    const before = { from: null, until: bound('1946-01-05', 'until') };
    const after = { from: bound('1946-01-05', 'from'), until: null };
    expect([holds(before, day('1946-01-04')), holds(after, day('1946-01-04'))]).toEqual([true, false]);
    expect([holds(before, day('1946-01-05')), holds(after, day('1946-01-05'))]).toEqual([false, true]);
  });

  it('is uncertain from the earliest to the latest day, both included', () => {
    const span = { from: bound('1945-08-20/1945-08-23', 'from'), until: null };
    expect(
      ['1945-08-19', '1945-08-20', '1945-08-23', '1945-08-24'].map((iso) => uncertainOn(span, day(iso))),
    ).toEqual([null, 'beginning', 'beginning', null]);
  });
});
