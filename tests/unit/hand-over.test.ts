import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { parseDay, type Day } from '../../src/time/day';
import { readAtlas } from './read-atlas';

/** Written by hand from the history, not from the record: provision, territory, day, and the kind of status that held. */
const TABLE: readonly [provision: string, territory: string | null, day: string, kind: string | null][] = [
  ['mongolia-status', 'mongolian-peoples-republic', '1945-01-01', 'contested'],
  ['mongolia-status', 'mongolian-peoples-republic', '1945-08-13', 'contested'],
  ['mongolia-status', 'mongolian-peoples-republic', '1945-08-14', 'promise'],
  ['mongolia-status', 'mongolian-peoples-republic', '1946-01-04', 'promise'],
  ['mongolia-status', 'mongolian-peoples-republic', '1946-01-05', 'recognised'],
  ['mongolia-status', 'mongolian-peoples-republic', '1953-02-23', 'recognised'],
  ['mongolia-status', 'mongolian-peoples-republic', '1953-02-24', 'contested'],
  ['treaty-in-force', null, '1945-08-13', null],
  ['treaty-in-force', null, '1945-08-23', 'promise'],
  ['treaty-in-force', null, '1945-08-24', 'in-force'],
  ['treaty-in-force', null, '1950-02-13', 'in-force'],
  ['treaty-in-force', null, '1950-02-14', 'contested'],
  ['treaty-in-force', null, '1953-02-24', 'ended'],
  ['ccr', 'ccr-west', '1945-08-08', 'owned'],
  ['ccr', 'ccr-west', '1945-08-09', 'campaign'],
  ['ccr', 'ccr-west', '1945-08-23', 'campaign'],
  ['ccr', 'ccr-west', '1945-08-24', 'joint'],
  ['ccr', 'ccr-lushun', '1946-05-02', 'joint'],
  ['ccr', 'ccr-lushun', '1946-05-03', 'contested'],
  ['ccr', 'ccr-east', '1950-02-13', 'contested'],
  ['ccr', 'ccr-east', '1950-02-14', 'joint'],
  ['ccr', 'ccr-east', '1952-12-30', 'joint'],
  ['ccr', 'ccr-east', '1952-12-31', 'owned'],
  ['soviet-occupation-manchuria', 'soviet-occupied-northeast', '1945-08-08', null],
  ['soviet-occupation-manchuria', 'soviet-occupied-northeast', '1945-08-09', 'campaign'],
  ['soviet-occupation-manchuria', 'soviet-occupied-northeast', '1945-09-03', 'occupation'],
  ['soviet-occupation-manchuria', 'soviet-occupied-from-march-1946', '1946-03-11', null],
  ['soviet-occupation-manchuria', 'soviet-occupied-from-march-1946', '1946-05-02', 'occupation'],
  ['soviet-occupation-manchuria', 'soviet-occupied-northeast', '1946-05-03', 'ended'],
  ['soviet-withdrawal-cities', 'city-harbin', '1945-08-17', null],
  ['soviet-withdrawal-cities', 'city-harbin', '1945-08-18', 'occupation'],
  ['soviet-withdrawal-cities', 'city-harbin', '1946-04-24', 'occupation'],
  ['soviet-withdrawal-cities', 'city-harbin', '1946-04-25', null],
  ['soviet-withdrawal-cities', 'city-mukden', '1946-03-11', 'occupation'],
  ['soviet-withdrawal-cities', 'city-mukden', '1946-03-12', null],
  ['soviet-withdrawal-cities', 'city-yingkou', '1945-08-14', null],
  ['soviet-withdrawal-cities', 'city-yingkou', '1945-08-20', 'occupation'],
  ['soviet-withdrawal-cities', 'city-huludao', '1945-08-19', null],
  ['dalian-free-port', 'dairen-city', '1945-08-22', 'occupation'],
  ['dalian-free-port', 'dairen-city', '1945-08-24', 'free-port'],
  ['dalian-free-port', 'dairen-city', '1950-02-14', 'promise'],
  ['port-arthur-base', 'port-arthur-base-area', '1945-08-21', null],
  ['port-arthur-base', 'port-arthur-base-area', '1945-08-24', 'base'],
  ['port-arthur-base', 'port-arthur-base-area', '1953-12-31', 'base'],
  ['port-arthur-base', 'port-arthur-base-area', '1955-05-24', 'ended'],
  ['mengjiang', 'mengjiang-area', '1945-08-22', 'autonomous'],
  ['mengjiang', 'mengjiang-area', '1945-08-23', null],
  ['impr', 'impr-claimed-area', '1945-09-08', null],
  ['impr', 'impr-claimed-area', '1945-09-09', 'claim'],
  ['inner-mongolia-autonomous', 'im-1947', '1947-04-30', null],
  ['inner-mongolia-autonomous', 'im-1947', '1947-05-01', 'autonomous'],
  ['inner-mongolia-autonomous', 'im-jirim-juu-uda', '1949-03-31', null],
  ['inner-mongolia-autonomous', 'im-jirim-juu-uda', '1949-04-01', 'autonomous'],
  ['inner-mongolia-autonomous', 'im-suiyuan', '1953-12-31', null],
  ['chahar', 'chahar-south', '1952-11-14', 'province'],
  ['chahar', 'chahar-south', '1952-11-15', 'ended'],
  ['sinkiang', 'sinkiang-province', '1945-08-24', 'assurance'],
  ['unga-505', null, '1952-01-31', 'claim'],
  ['unga-505', null, '1952-02-01', 'finding'],
  ['recognition-prc', null, '1949-10-01', 'claim'],
  ['recognition-prc', null, '1949-10-02', 'recognised'],
  ['alxa-west', 'alxa-ejin', '1949-09-22', 'claim'],
  ['alxa-west', 'alxa-ejin', '1949-09-23', 'province'],
];

describe('what held', () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = await readAtlas();
  });

  it.each(TABLE)('%s at %s on %s: %s', (provision, territory, day, kind) => {
    const found = atlas
      .at(parseDay(day) as Day)
      .records.filter((record) => record.provision === provision && record.territory === territory);
    expect([...new Set(found.map((record) => record.kind))]).toEqual(kind === null ? [] : [kind]);
  });

  it('says what each party held', () => {
    const held = (day: string): Record<string, string> =>
      Object.fromEntries(
        atlas
          .at(parseDay(day) as Day)
          .records.filter(({ provision }) => provision === 'mongolia-status')
          .map((record) => [record.viewpoint, record.held.kind]),
      );
    expect(held('1945-08-13')).toEqual({ roc: 'claim', ussr: 'recognised', mpr: 'recognised' });
    expect(held('1946-01-05')).toEqual({ roc: 'recognised', ussr: 'recognised', mpr: 'recognised' });
    expect(held('1953-02-24')).toMatchObject({ roc: 'claim', prc: 'recognised', ussr: 'recognised' });
  });
});

describe('changes', () => {
  let atlas: Atlas;
  const day = (iso: string): Day => parseDay(iso) as Day;
  beforeAll(async () => {
    atlas = await readAtlas();
  });

  it('is empty where no change day is crossed', () => {
    expect(atlas.changes(day('1948-02-01'), day('1948-02-20'))).toEqual({
      began: [],
      ended: [],
      changed: [],
    });
    expect(atlas.changes(day('1946-01-05'), day('1946-01-05'))).toEqual({
      began: [],
      ended: [],
      changed: [],
    });
  });

  it('pairs what follows what, party by party', () => {
    const { began, ended, changed } = atlas.changes(day('1946-01-04'), day('1946-01-05'));
    expect(began.map(({ provision }) => provision)).toContain('mongolia-status');
    expect(ended.map(({ provision }) => provision)).toContain('mongolia-status');
    const pairs = changed.filter(({ is }) => is.provision === 'mongolia-status');
    expect(pairs.map(({ was, is }) => [was.viewpoint, was.kind, is.viewpoint, is.kind])).toContainEqual([
      'roc',
      'promise',
      'roc',
      'recognised',
    ]);
  });

  it('pairs every phase of a territory with the one that follows it without a gap', () => {
    const { changed } = atlas.changes(day('1900-01-01'), day('1970-01-01'));
    const paired = new Set(
      changed.map(({ was, is }) => `${was.provision} ${was.phase} ${is.phase} ${was.territory}`),
    );
    const missing = atlas.provisions.flatMap(({ item, spans }) =>
      item.territories
        .filter(({ kind }) => kind !== 'none')
        .flatMap(({ id }) => {
          const series = item.phases.flatMap((phase, index) =>
            phase.territories.includes(id) ? [index] : [],
          );
          return series.slice(1).flatMap((after, index) => {
            const before = series[index] as number;
            const [until, from] = [spans[before]?.until, spans[after]?.from];
            const follows = until && from && from.stated <= until.stated;
            const key = `${item.id} ${before} ${after} ${id}`;
            return follows && !paired.has(key) ? [key] : [];
          });
        }),
    );
    expect(missing).toEqual([]);
  });

  it('counts what came and went between', () => {
    const { began, ended } = atlas.changes(day('1945-09-08'), day('1946-01-01'));
    expect(began.map(({ provision }) => provision)).toContain('impr');
    expect(ended.map(({ provision }) => provision)).toContain('impr');
  });

  it('is the other way round going back', () => {
    const there = atlas.changes(day('1945-08-13'), day('1950-02-14'));
    const back = atlas.changes(day('1950-02-14'), day('1945-08-13'));
    expect(back.began).toEqual(there.ended);
    expect(back.ended).toEqual(there.began);
    expect(back.changed).toEqual(there.changed.map(({ was, is }) => ({ was: is, is: was })));
  });

  it('adds up: the days between two days bring what the two days differ by', () => {
    const [first, last] = [atlas.range.first, atlas.range.last];
    const key = ({ provision, phase, territory, viewpoint }: Record<string, unknown>): string =>
      [provision, phase, territory, viewpoint].join(' ');
    const held = new Set(atlas.at(first).records.map((record) => key({ ...record })));
    const reports = new Map<string, number>();
    for (let at = first; at < last; at = (at + 1) as Day) {
      const { began, ended } = atlas.changes(at, (at + 1) as Day);
      for (const record of ended) held.delete(key({ ...record }));
      for (const record of began) {
        held.add(key({ ...record }));
        reports.set(key({ ...record }), (reports.get(key({ ...record })) ?? 0) + 1);
      }
    }
    expect([...held].toSorted()).toEqual(
      atlas
        .at(last)
        .records.map((record) => key({ ...record }))
        .toSorted(),
    );
    expect([...reports.values()].every((count) => count === 1)).toBe(true);
    expect(
      atlas
        .changes(first, last)
        .began.map((record) => key({ ...record }))
        .toSorted(),
    ).toEqual([...reports.keys()].toSorted());
  });
});
