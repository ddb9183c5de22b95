import { describe, expect, test } from 'vitest';
import { parseTyped } from '../../src/elements/treaty-date-slider/typed-date';
import { isoOf } from '../../src/time/day';

/** What was read, as "ISO reading"; or the key of the error. */
function read(text: string, language?: string): string {
  const typed = parseTyped(text, language);
  return 'error' in typed ? typed.error : `${isoOf(typed.day)} ${typed.reading}`;
}

describe('a typed date is read', () => {
  test.each([
    ['1945-08-14', '1945-08-14 day'],
    ['1945-8-4', '1945-08-04 day'],
    ['14 Aug 1945', '1945-08-14 day'],
    ['14 August 1945', '1945-08-14 day'],
    ['14 AUGUST, 1945', '1945-08-14 day'],
    ['14Aug1945', '1945-08-14 day'],
    ['14th of August 1945', '1945-08-14 day'],
    ['  14   aug.  1945 ', '1945-08-14 day'],
    ['August 14, 1945', '1945-08-14 day'],
    ['Aug 14 1945', '1945-08-14 day'],
    ['14.8.1945', '1945-08-14 day'],
    ['14. 8. 1945', '1945-08-14 day'],
    ['8/14/1945', '1945-08-14 day'],
    ['14/8/1945', '1945-08-14 day'],
    ['5/5/1946', '1946-05-05 day'],
    ['1945年8月14日', '1945-08-14 day'],
    ['１９４５-０８-１４', '1945-08-14 day'],
    ['1945-08', '1945-08-01 month'],
    ['8/1945', '1945-08-01 month'],
    ['08.1945', '1945-08-01 month'],
    ['Aug 1945', '1945-08-01 month'],
    ['Sept 1945', '1945-09-01 month'],
    ['1945年8月', '1945-08-01 month'],
    ['1950', '1950-01-01 year'],
    ['29 Feb 1948', '1948-02-29 day'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['14 août 1945', 'fr', '1945-08-14 day'],
    ['14 августа 1945', 'ru', '1945-08-14 day'],
    ['Август 1945', 'ru', '1945-08-01 month'],
    ['14. März 1947', 'de', '1947-03-14 day'],
    ['14 August 1945', 'ru', '1945-08-14 day'],
  ])('%s in %s', (text, language, expected) => expect(read(text, language)).toBe(expected));
});

describe('what is wrong with a typed date is named', () => {
  test.each([
    ['', 'typed.empty'],
    ['   ', 'typed.empty'],
    ['next week', 'typed.unread'],
    ['1945-08-14T00:00', 'typed.unread'],
    ['194', 'typed.unread'],
    ['0000-00', 'typed.month-number'],
    ['14 Aug', 'typed.no-year'],
    ['14/8', 'typed.no-year'],
    ['14 Aug 45', 'typed.short-year'],
    ['14/8/45', 'typed.short-year'],
    ['14 Foo 1945', 'typed.month-name'],
    ['14 Ju 1945', 'typed.month-name'],
    ['13/1945', 'typed.month-number'],
    ['1945-13-01', 'typed.month-number'],
    ['29 Feb 1945', 'typed.no-day'],
    ['31/4/1946', 'typed.no-day'],
    ['0 Aug 1945', 'typed.no-day'],
    ['3/4/1945', 'typed.ambiguous'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test('with what it needs to say so', () => {
    expect(parseTyped('30 Feb 1945')).toEqual({
      error: 'typed.no-day',
      values: { day: 30, month: '1945-02', last: 28 },
    });
    expect(parseTyped('3/4/1945')).toEqual({
      error: 'typed.ambiguous',
      values: { text: '3/4/1945', first: '1945-04-03', second: '1945-03-04' },
    });
  });
});

test('nothing that can be typed makes it throw', () => {
  const letters = [...'0123456789 /.-,年月日AugFebº’~?\u0000\ud800𝟙[(*+'];
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  for (let run = 0; run < 5000; run += 1) {
    const text = Array.from({ length: random(14) }, () => letters[random(letters.length)]).join('');
    expect(() => parseTyped(text)).not.toThrow();
  }
});
