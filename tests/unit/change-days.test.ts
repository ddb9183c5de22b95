import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import type { TreatyRecord } from '../../src/atlas/record';
import type { BoundJson, Provision } from '../../src/atlas/schema';
import { isoOf, parseDay, type Day } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

/*
 * What must hold is worked out here from the JSON alone, with ISO days compared as text and the calendar of the
 * platform: nothing of src/time takes part in the expectations.
 */

const DAY = 86_400_000;
const shift = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The stated day of a bound as text: '' for an open beginning, '~' (after every digit) for an open end. */
function statedOf(bound: BoundJson, side: 'from' | 'until'): string {
  const edtf = typeof bound === 'string' ? bound : bound.edtf;
  if (edtf === '..') return side === 'from' ? '' : '~';
  if (typeof bound !== 'string' && bound.stated) return bound.stated;
  const parts = edtf.split('/');
  const part = (side === 'from' ? parts.at(0) : parts.at(-1))?.replace(/[~?%]$/, '') ?? '';
  return `${part}-01-01`.slice(0, 10);
}

function lastDayOf(text: string): string {
  if (text.length === 10) return text;
  const [year, month] = [Number(text.slice(0, 4)), text.length === 7 ? Number(text.slice(5)) : 12];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The earliest and the latest day of a bound as text, or null where it is exact or open. */
function doubtOf(bound: BoundJson): [string, string] | null {
  if (typeof bound !== 'string') return bound.earliest < bound.latest ? [bound.earliest, bound.latest] : null;
  if (bound === '..') return null;
  const parts = bound.split('/');
  const limits: [string, string] = [`${parts[0] ?? ''}-01-01`.slice(0, 10), lastDayOf(parts.at(-1) ?? '')];
  return limits[0] < limits[1] ? limits : null;
}

interface Row {
  key: string;
  from: string;
  until: string;
  doubts: [string, string][];
}

function rowsOf(provisions: readonly Provision[]): Row[] {
  return provisions.flatMap((provision) =>
    provision.phases.flatMap((phase, index) => {
      const parties = [
        ...(phase.viewpoint ?? []),
        ...(phase.views ?? []).flatMap(({ viewpoint }) => viewpoint),
      ];
      const viewpoints = parties.length > 0 ? [...new Set<string>(parties)] : ['-'];
      const shapeless = provision.territories.filter(({ kind }) => kind === 'none').map(({ id }) => id);
      return phase.territories.flatMap((territory) =>
        viewpoints.map((viewpoint) => ({
          key: [provision.id, index, shapeless.includes(territory) ? null : territory, viewpoint].join(' '),
          from: statedOf(phase.from, 'from'),
          until: statedOf(phase.until, 'until'),
          doubts: [phase.from, phase.until].map(doubtOf).filter((doubt) => doubt !== null),
        })),
      );
    }),
  );
}

const keyOf = (record: TreatyRecord): string =>
  [record.provision, record.phase, record.territory, record.viewpoint ?? '-'].join(' ');

describe('every change day of the record', () => {
  let atlas: Atlas;
  let rows: Row[];
  let provisions: Provision[];
  let days: string[];

  beforeAll(async () => {
    atlas = await readAtlas();
    provisions = (await readFromDisk('provisions.json')) as Provision[];
    rows = rowsOf(provisions);
    const bounds = provisions.flatMap(({ phases }) => phases.flatMap(({ from, until }) => [from, until]));
    const doubts = bounds.flatMap((bound) => {
      const doubt = doubtOf(bound);
      return doubt ? [doubt[0], shift(doubt[1], 1)] : [];
    });
    const stated = rows.flatMap(({ from, until }) => [from, until]).filter((day) => day.length === 10);
    days = [...new Set([...stated, ...doubts])].sort();
  });

  it('has all the provisions, phases and territories of the dossier', () => {
    expect(provisions).toHaveLength(27);
    // One more than its tables have: the seat of the Federation at Kalgan, which it tells beside them.
    expect(provisions.flatMap(({ phases }) => phases)).toHaveLength(110);
    expect(provisions.flatMap(({ territories }) => territories)).toHaveLength(64);
  });

  it('is a change day of the atlas', () => {
    expect(days.length).toBeGreaterThan(100);
    const known = new Set(atlas.changeDays.map(isoOf));
    expect(days.filter((day) => !known.has(day))).toEqual([]);
  });

  it('is right on the day before, the day and the day after', () => {
    for (const day of days.flatMap((change) => [shift(change, -1), change, shift(change, 1)])) {
      const expected = rows.filter(({ from, until }) => from <= day && day < until).map(({ key }) => key);
      const found = atlas.at(parseDay(day) as Day).records.map(keyOf);
      expect(found.toSorted(), day).toEqual(expected.toSorted());
    }
  });

  it('gives a hand-over to the new state and takes it from the old one', () => {
    for (const row of rows) {
      const inForce = (day: string): boolean =>
        atlas.at(parseDay(day) as Day).records.some((r) => keyOf(r) === row.key);
      if (row.from.length === 10) {
        expect([inForce(shift(row.from, -1)), inForce(row.from)], `${row.key} begins`).toEqual([false, true]);
      }
      if (row.until.length === 10) {
        expect([inForce(shift(row.until, -1)), inForce(row.until)], `${row.key} ends`).toEqual([true, false]);
      }
    }
  });

  it('says what is uncertain from its earliest to its latest day', () => {
    for (const day of days.flatMap((change) => [shift(change, -1), change])) {
      const expected = rows
        .filter(({ doubts }) => doubts.some(([earliest, latest]) => earliest <= day && day <= latest))
        .map(({ key }) => key)
        .toSorted();
      const { records, possible } = atlas.at(parseDay(day) as Day);
      const found = [...records, ...possible].filter(({ uncertain }) => uncertain !== null).map(keyOf);
      expect(found.toSorted(), day).toEqual(expected);
    }
  });

  it('is the same moment on every day up to the next', () => {
    for (const [index, day] of atlas.changeDays.entries()) {
      const next = atlas.changeDays[index + 1];
      if (next === undefined) continue;
      expect(atlas.at(day)).toBe(atlas.at((next - 1) as Day));
      expect(atlas.at(day)).not.toBe(atlas.at(next));
      expect([atlas.at(day).since, atlas.at(day).next]).toEqual([day, next]);
    }
  });
});
