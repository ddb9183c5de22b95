import { describe, expect, test } from 'vitest';
import { dateWords, spanWords } from '../../src/elements/treaty-record/span-words';
import { readBound, type BoundText } from '../../src/time/edtf';
import type { Bound } from '../../src/time/span';

function bound(text: BoundText, side: 'from' | 'until'): Bound | null {
  const result = readBound(text, side);
  if (!result.ok) throw new Error(result.message);
  return result.bound;
}

function words(from: BoundText, until: BoundText, language = 'en'): string {
  return spanWords({ from: bound(from, 'from'), until: bound(until, 'until') }, language);
}

describe('a span in words', () => {
  test('known to the day', () => {
    expect(words('1945-08-24', '1950-02-14')).toBe('from 24 August 1945 until 14 February 1950');
    expect(words('1953-02-24', '..')).toBe('since 24 February 1953');
    expect(words('..', '1945-08-14')).toBe('until 14 August 1945');
    expect(words('..', '..')).toBe('throughout');
  });

  test('between two days', () => {
    expect(words('1945-08-16/1945-08-17', '1946-04-10')).toBe(
      'from a day between 16 August 1945 and 17 August 1945 until 10 April 1946',
    );
    expect(words('1947-05-01', '1949-04/1949-05')).toBe(
      'from 1 May 1947 until a day between 1 April 1949 and 31 May 1949',
    );
  });

  test('within a month or a year', () => {
    expect(words('1945-10', '..')).toBe('since a day in October 1945');
    expect(words('1952', '..')).toBe('since a day in 1952');
  });

  test('a month narrowed down by the record gives the days', () => {
    expect(words({ edtf: '1945-10', earliest: '1945-10-01', latest: '1945-10-08' }, '..')).toBe(
      'since a day between 1 October 1945 and 8 October 1945',
    );
  });

  test('approximate: always says how far', () => {
    expect(words({ edtf: '1945-08-20~', earliest: '1945-08-20', latest: '1945-08-23' }, '1946-10-11')).toBe(
      'from about 20 August 1945 (between 20 August 1945 and 23 August 1945) until 11 October 1946',
    );
    expect(words({ edtf: '1945-10~', earliest: '1945-09-17', latest: '1945-11-14' }, '..')).toBe(
      'since about October 1945 (between 17 September 1945 and 14 November 1945)',
    );
    expect(words({ edtf: '1947?', earliest: '1947-01-01', latest: '1947-12-31' }, '..')).toBe(
      'since probably 1947 (between 1 January 1947 and 31 December 1947)',
    );
  });

  test('an approximate bound whose limits are one day is known to the day', () => {
    expect(words({ edtf: '1945-08-20~', earliest: '1945-08-20', latest: '1945-08-20' }, '..')).toBe(
      'since 20 August 1945',
    );
  });
});

test('a date of the record in words', () => {
  expect(dateWords('1953-02-25', 'en')).toBe('25 February 1953');
  expect(dateWords('1945-10~', 'en')).toBe('about October 1945');
  expect(dateWords('1949-04/1949-05', 'en')).toBe('April 1949 – May 1949');
  expect(dateWords('1945-02-30', 'en')).toBe('1945-02-30');
});
