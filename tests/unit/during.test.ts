import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import type { TreatyRecord } from '../../src/atlas/record';
import { parseDay, type Day } from '../../src/time/day';
import { readAtlas } from './read-atlas';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await readAtlas();
});

const day = (iso: string): Day => parseDay(iso) as Day;
const keyOf = ({ provision, phase, territory, viewpoint }: TreatyRecord): string =>
  [provision, phase, territory, viewpoint].join(' ');

/** The same worked out day by day. */
function dayByDay(first: Day, last: Day): { held: Set<string>; sure: Set<string>; perhaps: Set<string> } {
  const [held, sure, perhaps] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (let on = first; on <= last; on = (on + 1) as Day) {
    const { records, possible } = atlas.at(on);
    for (const record of records) {
      held.add(keyOf(record));
      if (record.uncertain === null) sure.add(keyOf(record));
    }
    for (const record of possible) perhaps.add(keyOf(record));
  }
  return { held, sure, perhaps: new Set([...perhaps].filter((key) => !held.has(key))) };
}

describe('a stretch of days', () => {
  it.each([
    ['1945-08-01', '1945-09-15'],
    ['1945-08-14', '1945-08-15'],
    ['1945-11-01', '1946-05-10'],
    ['1946-04-20', '1946-04-26'],
    ['1949-03-15', '1949-12-31'],
    ['1952-01-01', '1952-12-31'],
    ['1945-01-01', '1953-12-31'],
  ])('from %s to %s has all that any of its days has', (from, to) => {
    const { held, sure, perhaps } = dayByDay(day(from), day(to));
    const { records, possible } = atlas.during(day(from), day(to));
    expect(new Set(records.map(keyOf))).toEqual(held);
    expect(new Set(records.filter(({ uncertain }) => uncertain === null).map(keyOf))).toEqual(sure);
    expect(new Set(possible.map(keyOf))).toEqual(perhaps);
  });

  it('finds what was short-lived', () => {
    const [before, after] = [day('1945-09-01'), day('1946-06-01')];
    const ids = (records: readonly TreatyRecord[]): string[] => records.map(({ provision }) => provision);
    const ends = [...ids(atlas.at(before).records), ...ids(atlas.at(after).records)];
    const during = ids(atlas.during(before, after).records);
    expect(during.filter((id) => !ends.includes(id)).length).toBeGreaterThan(0);
  });

  it('is the moment of its day where no change day is crossed, and one object between change days', () => {
    expect(atlas.during(day('1948-02-01'), day('1948-02-01'))).toBe(atlas.at(day('1948-02-01')));
    expect(atlas.during(day('1948-02-02'), day('1948-02-01'))).toBe(atlas.at(day('1948-02-01')));
    const one = atlas.during(day('1945-08-01'), day('1948-02-01'));
    expect(atlas.during(day('1945-08-02'), day('1948-02-09'))).toBe(one);
  });
});
