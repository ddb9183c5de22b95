import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/atlas/problem';
import { loadAtlas, loadLayers, type ReadFile } from '../../src/atlas/load';
import { parseDay, type Day } from '../../src/time/day';
import { readAtlas, readFromDisk } from './read-atlas';

/** Reads the project's atlas with one file changed, or failing. */
const readWith =
  (file: string, change: (content: never) => unknown): ReadFile =>
  async (name) =>
    name === file ? change(structuredClone(await readFromDisk(name)) as never) : readFromDisk(name);

const problemsOf = async (file: string, change: (content: never) => unknown): Promise<string[]> =>
  (await loadAtlas(readWith(file, change))).problems.map(describeProblem);

interface LooseProvision {
  id: string;
  layer: string;
  instrument?: string;
  phases: { from: unknown; until: unknown; kind: string; sources: string[]; territories: string[] }[];
}

const provisions = (change: (list: [LooseProvision, LooseProvision, ...LooseProvision[]]) => void) =>
  problemsOf('provisions.json', (list) => {
    change(list as unknown as [LooseProvision, LooseProvision]);
    return list;
  });

describe('loading', () => {
  it("finds nothing wrong with the project's own atlas", async () => {
    const { atlas, problems } = await loadAtlas(readFromDisk);
    expect(problems.map(describeProblem)).toEqual([]);
    expect(atlas?.events).toHaveLength(40);
  });

  it('names the file and the place of every problem, not of the first alone', async () => {
    const found = await provisions(([first, second]) => {
      Object.assign(first.phases[0] as object, { kind: 'conquest' });
      Object.assign(second.phases[1] as object, { from: '1945-02-30', sources: ['hearsay'] });
      second.layer = 'atlantis';
      second.instrument = 'magna-carta';
      (second.phases[0] as { territories: string[] }).territories.push('nowhere');
    });
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^provisions\.json: \[0\]\.phases\[0\]\.kind: .*conquest/),
        'provisions.json: [1].phases[1].from: "1945-02-30" is not a date in the calendar',
        'provisions.json: [1].phases[1].sources: there is no source "hearsay"',
        'provisions.json: [1].layer: there is no layer "atlantis"',
        'provisions.json: [1].instrument: there is no instrument "magna-carta"',
        'provisions.json: [1].phases[0].territories: there is no territory "nowhere"',
      ]),
    );
  });

  it('refuses an approximate bound that does not say how far', async () => {
    const found = await provisions(([first]) =>
      Object.assign(first.phases[0] as object, { from: '1945-08-14~' }),
    );
    expect(found).toEqual([expect.stringContaining('"1945-08-14~" is approximate')]);
  });

  it('refuses a phase that ends before it begins, and an id that stands twice', async () => {
    const found = await provisions((list) => {
      Object.assign(list[0].phases[0] as object, { until: '1944-01-01' });
      list.push(structuredClone(list[1]));
    });
    expect(found).toContain(
      'provisions.json: [0].phases[0]: ends (1944-01-01) before it begins (1945-08-14)',
    );
    expect(found).toContain('provisions.json: [27].id: "mongolia-status" stands twice');
  });

  it('keeps what is sound', async () => {
    const broken = readWith('provisions.json', (list: unknown) => {
      Object.assign((list as LooseProvision[])[0] as object, { title: 'no language map' });
      return list;
    });
    const { atlas } = await loadAtlas(broken);
    const day = parseDay('1946-01-05') as Day;
    const whole = (await readAtlas())
      .at(day)
      .records.filter(({ provision }) => provision !== 'treaty-in-force');
    expect(atlas?.at(day).records).toEqual(whole);
  });

  it('goes on without a file that cannot be read', async () => {
    const { atlas, problems } = await loadAtlas(
      readWith('events.json', () => {
        throw new Error('could not be fetched: status 404');
      }),
    );
    expect(problems.map(describeProblem)).toEqual(['events.json: could not be fetched: status 404']);
    expect(atlas?.events).toEqual([]);
    expect(atlas?.provisions).toHaveLength(27);
  });

  it.each([[[]], ['text'], [null], [{ items: [] }]])(
    'says that a base map of the wrong shape is none: %j',
    async (base) => {
      expect((await problemsOf('base.json', () => base)).join()).toContain(
        'base.json: a list "places" is expected here',
      );
    },
  );

  it('has no atlas without a manifest, and says what is wrong with it', async () => {
    const { atlas, problems } = await loadAtlas(
      readWith('atlas.json', (manifest: object) => ({ ...manifest, until: '1940-01-01' })),
    );
    expect(atlas).toBeNull();
    expect(problems.map(describeProblem)).toEqual(['atlas.json: until: the range ends before it begins']);
  });

  it('reports a layer whose shapes are missing or are none, and keeps the others', async () => {
    const { manifest } = await readAtlas();
    const read: ReadFile = async (file) => {
      if (file === 'ports.geojson') throw new Error('could not be fetched: status 404');
      if (file === 'sinkiang.geojson') return { type: 'Topology' };
      if (file === 'mongolia.geojson') {
        return {
          type: 'FeatureCollection',
          features: [
            { type: 'Feature', geometry: null, properties: { id: 'x' } },
            null,
            { type: 'Feature', id: 'y', geometry: { type: 'Polygon' }, properties: { id: 'y' } },
          ],
        };
      }
      return { type: 'FeatureCollection', features: [] };
    };
    const { layers, problems } = await loadLayers(manifest, read);
    expect([...layers.keys()]).toEqual([
      'mongolia',
      'inner-mongolia',
      'chinese-eastern-railway',
      'manchuria',
    ]);
    expect(problems.map(describeProblem).toSorted()).toEqual([
      'mongolia.geojson: features[0]: a feature needs the id of its territory, as "id" and as property "id"',
      'mongolia.geojson: features[1]: a feature needs the id of its territory, as "id" and as property "id"',
      'mongolia.geojson: features[2]: the shape of "y" has no coordinates',
      'ports.geojson: could not be fetched: status 404',
      'sinkiang.geojson: a GeoJSON FeatureCollection is expected here',
    ]);
  });
});
