import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { hashOf, ownRunsOf, pack, RUN, runsOf, unpack } from '../own-words/runs';
import { ownTexts } from '../own-words/texts';

const guard = unpack(await readFile('tests/own-words/guard.bin'));
const numbers = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`).join(' ');

describe('a run of words', () => {
  it('is twelve in a row, whatever stands between them', () => {
    expect(RUN).toBe(12);
    expect(runsOf(numbers(1, 11))).toEqual([]);
    expect(runsOf(`${numbers(1, 6)}, (${numbers(7, 12)})!`)).toEqual([numbers(1, 12)]);
    expect(runsOf(numbers(1, 13).toUpperCase())).toEqual([numbers(1, 12), numbers(2, 13)]);
  });

  it('does not reach over a quotation, nor is it one', () => {
    expect(ownRunsOf(`${numbers(1, 11)} “${numbers(12, 30)}” ${numbers(31, 41)}`)).toEqual([]);
    expect(ownRunsOf(`“said” ${numbers(1, 12)}`)).toEqual([numbers(1, 12)]);
  });

  it('is known again by its hash alone', () => {
    const known = unpack(pack(runsOf(numbers(1, 20)).map(hashOf)));
    expect(known.size).toBe(9);
    expect(runsOf(numbers(5, 16)).every((run) => known.has(hashOf(run)))).toBe(true);
    expect(runsOf(numbers(10, 21)).some((run) => known.has(hashOf(run)))).toBe(false);
  });
});

describe("the project's words", () => {
  it('are its own: none of its texts has a run in common with the article or the notes it was made from', async () => {
    expect(guard.size).toBeGreaterThan(9000);
    const texts = await ownTexts();
    expect(texts.length).toBeGreaterThan(1500);
    const common = texts.flatMap(({ where, text }) =>
      ownRunsOf(text)
        .filter((run) => guard.has(hashOf(run)))
        .map((run) => `${where}: ${run}`),
    );
    expect(common).toEqual([]);
  }, 60_000);
});
