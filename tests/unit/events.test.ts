import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { describeProblem } from '../../src/atlas/problem';
import { loadAtlas } from '../../src/atlas/load';
import { showingOf } from '../../src/elements/treaty-map/choosing';
import { around, byYear, isBeyond } from '../../src/elements/treaty-timeline/event-order';
import { parseDay, type Day } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

let atlas: Atlas;

beforeAll(async () => {
  atlas = await readAtlas();
});

const day = (iso: string): Day => parseDay(iso) as Day;
const at = (iso: string) => {
  const { now, previous, next } = around(atlas.events, day(iso));
  return [previous, now, next].map((event) => event?.item.id ?? null);
};

describe('the events', () => {
  it('are forty, in order of time, by year', () => {
    const years = byYear(atlas.events);
    expect(years.flatMap(([, events]) => events.map(({ item }) => item.id))).toHaveLength(40);
    expect(years.map(([year]) => year)).toEqual([1945, 1946, 1947, 1949, 1950, 1952, 1953, 1955]);
  });

  it.each([
    ['1945-01-01', [null, null, 'e01']],
    ['1945-02-10', [null, null, 'e01']],
    ['1945-02-11', [null, 'e01', 'e02']],
    ['1945-02-12', ['e01', 'e01', 'e02']],
    ['1945-08-14', ['e04', 'e05', 'e07']],
    ['1945-08-15', ['e05', 'e05', 'e07']],
    ['1953-12-31', ['e39', 'e39', 'e40']],
  ] as const)('on %s are these before it, at it and after it', (iso, expected) => {
    expect(at(iso)).toEqual(expected);
  });

  it('know what lies beyond the slider', () => {
    const beyond = atlas.events.filter(({ bound }) => isBeyond(bound, atlas.range));
    expect(beyond.map(({ item }) => item.id)).toEqual(['e40']);
    expect(beyond.every(({ item }) => item.beyond)).toBe(true);
    expect(showingOf(atlas, 'e40', day('1950-01-01'), atlas.range).day).toBeNull();
    // The page may leave less of the range.
    const one = { first: day('1950-01-01'), last: day('1950-12-31') };
    expect(['e15', 'e31'].map((id) => showingOf(atlas, id, day('1950-01-01'), one).day)).toEqual([
      null,
      day('1950-02-14'),
    ]);
  });
});

describe('the tour', () => {
  it('goes through twelve events, from before the treaty to its end, all within the slider', () => {
    expect(atlas.tour.map(({ item }) => item.id)).toEqual([
      'e01',
      'e03',
      'e05',
      'e15',
      'e21',
      'e22',
      'e24',
      'e28',
      'e31',
      'e33',
      'e37',
      'e38',
    ]);
    expect(atlas.tour.filter(({ bound }) => isBeyond(bound, atlas.range))).toEqual([]);
  });

  it('shows territories that have a shape and, of each screen but those that say so, one that is drawn that day', () => {
    for (const { item, bound } of atlas.tour) {
      const {
        territories,
        day: shown,
        focus,
      } = showingOf(atlas, item.id, day('1950-01-01'), atlas.range, true);
      expect([...territories].every((id) => atlas.territories.get(id)?.kind !== 'none')).toBe(true);
      const drawn = new Set(atlas.at(bound.stated).records.map(({ territory }) => territory));
      expect(
        [...territories].some((id) => drawn.has(id)),
        item.id,
      ).toBe(true);
      expect([shown, focus]).toEqual([bound.stated, null]);
    }
  });

  it('leaves an event its own place outside the tour', () => {
    const { territories, focus } = showingOf(atlas, 'e05', day('1950-01-01'), atlas.range);
    expect([territories.size, focus]).toEqual([0, atlas.tour[2]?.item.focus]);
  });

  it('names a territory that there is none of', async () => {
    const { problems } = await loadAtlas(async (file) => {
      const content = structuredClone(await readFromDisk(file));
      if (file === 'events.json') {
        const [first] = content as [{ tour: { territories: string[] } }];
        first.tour.territories.push('atlantis');
      }
      return content;
    });
    expect(problems.map(describeProblem)).toEqual([
      'events.json: [0].tour.territories: there is no territory "atlantis"',
    ]);
  });
});
