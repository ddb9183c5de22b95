import { createHash } from 'node:crypto';

/** How many words in a row count as somebody else's. */
export const RUN = 12;

/** How much of a run's hash is kept: enough that two runs of a library do not share it by chance. */
const BYTES = 5;

/** Quoted words are not the project's, and mean to be another's. */
const QUOTED = /“[^”]*”|«[^»]*»|「[^」]*」|"[^"\n]*"/gu;

/** The words of a text, in small letters and without signs. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every run of words in a text, as the words themselves. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, index) =>
    words.slice(index, index + RUN).join(' '),
  );
}

/** The same outside quotations: none reaches over one. */
export function ownRunsOf(text: string): string[] {
  return text.split(QUOTED).flatMap(runsOf);
}

/** A run made unreadable: from it the words cannot be had back, but a run can be known again. */
export function hashOf(run: string): string {
  return createHash('sha256').update(run).digest().subarray(0, BYTES).toString('hex');
}

/** Hashes packed in their order, and unpacked. */
export function pack(hashes: Iterable<string>): Buffer {
  return Buffer.from([...new Set(hashes)].sort().join(''), 'hex');
}

export function unpack(packed: Buffer): Set<string> {
  const hex = packed.toString('hex');
  const width = BYTES * 2;
  return new Set(
    Array.from({ length: hex.length / width }, (_, index) => hex.slice(index * width, (index + 1) * width)),
  );
}
