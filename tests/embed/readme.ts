import { readFileSync } from 'node:fs';

/** The address that stands for the reader's own in README and example pages. */
export const YOUR_SITE = 'https://your.site/treaty-map/';

/** A block of code in the README. */
export interface Block {
  /** The heading it stands under. */
  readonly heading: string;
  readonly language: string;
  readonly code: string;
}

/** The blocks of code of the README, in order. */
export function readmeBlocks(): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  for (const [, title, language, code] of readFileSync('README.md', 'utf8').matchAll(
    /^#+ (.+)$|^```(\w+)\n([^]*?)^```$/gm,
  )) {
    if (title) heading = title;
    else if (language && code !== undefined) blocks.push({ heading, language, code });
  }
  return blocks;
}

/** The blocks under a heading in one language. */
export const blocksUnder = (heading: string, language: string): string[] =>
  readmeBlocks()
    .filter((block) => block.heading === heading && block.language === language)
    .map(({ code }) => code);
