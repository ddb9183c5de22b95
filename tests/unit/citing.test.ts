import { describe, expect, it } from 'vitest';
import { citationOf, citationText } from '../../src/elements/citation';
import { toBibtex } from '../../src/elements/citing/bibtex';
import { citeView, pageAddress } from '../../src/elements/citing/cite';
import { cslOf } from '../../src/elements/citing/csl';
import { TreatyState } from '../../src/elements/treaty-map/state';
import type { TreatyView } from '../../src/elements/view';
import { readAtlas } from './read-atlas';

/** BibTeX in plain words: without what it puts around capitals and signs. */
const plain = (bibtex: string): string =>
  bibtex
    .replaceAll('\\textunderscore', '_')
    .replace(/[{}\\]/g, '')
    .replace(/-{2,3}/g, '-');

describe('references to the sources', () => {
  it('have the work that each stands in, its title and its own id, in BibTeX', async () => {
    const { sources } = await readAtlas();
    for (const source of sources.values()) {
      const bibtex = plain(toBibtex([cslOf(source)]));
      const { container, author, issued } = citationOf(source);
      expect(bibtex).toMatch(new RegExp(`^@[a-z]+${source.id},`));
      for (const part of [container, author, source.title]) {
        // Letters and quotation marks may be written as commands.
        const [plainWords = ''] = /^[\p{Script=Han}\p{Script=Cyrillic}A-Za-z0-9 ,.]*/u.exec(part ?? '') ?? [];
        expect(bibtex, source.id).toContain(plainWords.trim().slice(0, 40));
      }
      if (/^\d{4}/.test(issued ?? '')) expect(bibtex, source.id).toContain(issued?.slice(0, 4));
    }
  });

  it('never print the address of a weak copy', async () => {
    const { sources } = await readAtlas();
    const weak = [...sources.values()].filter(({ custom }) => custom.tier === 'weak');
    expect(weak.length).toBeGreaterThan(40);
    for (const source of weak) {
      const withAddress = { ...source, URL: 'https://mirror.example/copy' };
      const written = [
        citationText(citationOf(withAddress), 'en'),
        toBibtex([cslOf(withAddress)]),
        JSON.stringify(cslOf(withAddress)),
      ];
      expect(written.join(' '), source.id).not.toContain('mirror.example');
    }
  });

  it('say where and when a work appeared, once', async () => {
    const { sources } = await readAtlas();
    const text = (id: string): string => {
      const source = sources.get(id);
      if (!source) throw new Error(`there is no ${id}`);
      return citationText(citationOf(source), 'en');
    };
    expect(text('atwood2005')).toContain('p. 1-10, Harrassowitz, 2005.');
    expect(text('paperspast')).toBe(
      'Russians Leave Mukden. Wanganui Chronicle, 11 March 1946 (Papers Past). ' +
        'https://paperspast.natlib.govt.nz/newspapers/WC19460311.2.37',
    );
    expect(text('coldwar270852')).toContain('27 August 1952');
  });

  it('to the view end with its address, and have who made the map and when it was seen', async () => {
    const state = new TreatyState();
    state.adopt(await readAtlas());
    const [view, seen] = [state.view() as TreatyView, new Date(2026, 10, 26)];
    const link = 'https://example.org/#date=1945-08-14';
    expect(await citeView(view, 'text', link, seen)).toMatch(
      /^The Sino-Soviet Treaty of 14 August 1945: 14 August 1945\. .*\. Seen on 26 November 2026: https:\/\/example\.org\/#date=1945-08-14$/,
    );
    expect(await citeView(view, 'text', null, seen)).toMatch(/Seen on 26 November 2026\.$/);
    const bibtex = plain(await citeView(view, 'bibtex', link, seen));
    expect(bibtex).toContain('author = The Treaty Map authors');
    expect(bibtex).toContain('Seen on 26 November 2026.');
    expect(bibtex).toContain(link);
  });

  it('name the page only where another can open it', () => {
    expect(pageAddress({ href: 'https://example.org/a#b' })).toBe('https://example.org/a#b');
    expect(pageAddress({ href: 'about:srcdoc' })).toBeNull();
    expect(pageAddress({ href: 'file:///tmp/a.html' })).toBeNull();
  });
});
