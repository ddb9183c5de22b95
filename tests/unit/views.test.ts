import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../src/atlas/atlas';
import { partiesOf, seenBy } from '../../src/atlas/eyes';
import { partyName } from '../../src/elements/eyes-words';
import { EYES } from '../../src/elements/view';
import type { Day } from '../../src/time/day';
import { readAtlas } from './read-atlas';

/* Three views of one border: what each of the four parties held of Mongolia, Manchuria, the railway and the treaty's end. */

const DISPUTED = ['mongolia-status', 'three-eastern-provinces', 'ccr', 'treaty-in-force'] as const;
const PARTIES = EYES.filter((eyes) => eyes !== 'all');

let atlas: Atlas;

beforeAll(async () => {
  atlas = await readAtlas();
});

describe.each(DISPUTED)('%s', (id) => {
  it.each(PARTIES)('has in each phase what %s held, with who says so, or that it is not known', (party) => {
    const provision = atlas.provisions.find(({ item }) => item.id === id);
    expect(provision).toBeDefined();
    provision?.item.phases.forEach((phase, index) => {
      const where = `${id} ${index}`;
      const begins = provision.spans[index]?.from?.stated ?? null;
      const day = begins === null ? atlas.range.first : (Math.max(begins, atlas.range.first) as Day);
      const seen = seenBy(party, phase, day);
      if (!seen.known) {
        // Said of this party, or of who spoke for it; and nobody who is named held it in its place.
        expect(partiesOf(phase), where).not.toContain(seen.by);
        return;
      }
      expect(seen.status.en.trim(), where).not.toBe('');
      expect(phase.sources.length, where).toBeGreaterThan(0);
      for (const source of phase.sources) expect(atlas.sources.has(source), source).toBe(true);
      // A view is a party's own, or the phase is a plain fact that the record gives to nobody.
      if (seen.by === null)
        expect(
          partiesOf(phase).filter((named) => named !== 'all'),
          where,
        ).toEqual([]);
      else expect(partiesOf(phase), where).toContain(seen.by);
    });
  });

  it('has the view of a party in some phase, so that looking through other eyes shows something', () => {
    const phases = atlas.provisions.find(({ item }) => item.id === id)?.item.phases ?? [];
    expect(phases.flatMap(partiesOf)).toEqual(expect.arrayContaining(['roc', 'ussr']));
  });
});

describe('the parties', () => {
  it('each have a name, and all of them together one that takes no side', () => {
    const names = EYES.map((eyes) => partyName(eyes, { atlas, language: 'en' }));
    expect(new Set(names).size).toBe(EYES.length);
    expect(names[0]).toBe('All parties');
  });
});
