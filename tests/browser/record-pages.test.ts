import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadAtlas, readOver } from '../../src/atlas/load';
import type { Atlas } from '../../src/atlas/atlas';
import type { PageElement } from '../../src/elements/page-element';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { TreatyState } from '../../src/elements/treaty-map/state';
import { isoOf, type Day } from '../../src/time/day';
import { eventsDuring, show, textOf } from './page';

/*
 * The whole record, walked thing by thing: each has a page on which it is said in full, with its sources or as
 * unconfirmed with the work to consult.
 */

let atlas: Atlas;
let element: TreatyMap;

beforeAll(async () => {
  const address = new URL('../../geo/treaty-1945/atlas.json', import.meta.url);
  const loaded = await loadAtlas(readOver(address), address.href);
  expect(loaded.problems).toEqual([]);
  atlas = loaded.atlas as Atlas;
});

beforeAll(async () => {
  element = await show();
});

afterEach(() => {
  element.layers = null as never;
  element.viewpoint = 'all';
  element.permalink = null;
});

afterAll(() => {
  document.body.innerHTML = '';
});

/** The page beside the map once a thing is chosen, or the one of that name with nothing chosen. */
async function pageOf(id: string | null, panel: TreatyMap['panel'] = null): Promise<PageElement> {
  element.panel = panel;
  element.selected = id;
  await element.updateComplete;
  const page = element.shadowRoot?.querySelector<PageElement>('.page');
  if (!page) throw new Error(`${id}: there is no page`);
  await page.updateComplete;
  return page;
}

/** Text without what only sets it out. */
const said = (node: Node): string => textOf(node).replace(/\s+/g, ' ');
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const inPage = (page: PageElement, selector: string): HTMLElement[] => [
  ...page.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const valuesOf = (page: PageElement, selector: string): string[] =>
  inPage(page, selector).map((button) => (button as HTMLButtonElement).value);

/** What stands in a part of the page for each of the sources named. */
function expectSources(words: string, ids: readonly string[], where: string): void {
  expect(ids.length, where).toBeGreaterThan(0);
  for (const id of ids)
    expect(words, where).toContain(squeezed(atlas.sources.get(id)?.title ?? `no source ${id}`));
}

describe('the provisions', () => {
  it('have each phase of the range in the list of its first day, with what it means and who says so', async () => {
    const list = element.shadowRoot?.querySelector('treaty-record');
    let walked = 0;
    for (const { item, spans } of atlas.provisions) {
      for (const [index, phase] of item.phases.entries()) {
        const span = spans[index];
        const where = `${item.id} ${index}`;
        if (phase.beyond) continue;
        if (span?.until && span.until.stated <= atlas.range.first) continue;
        const day = Math.max(span?.from?.stated ?? atlas.range.first, atlas.range.first) as Day;
        element.date = isoOf(day);
        await pageOf(null).catch(() => null);
        await list?.updateComplete;
        const entries = [...(list?.shadowRoot?.querySelectorAll<HTMLElement>('.entry') ?? [])].map(said);
        const words = entries.find((entry) => entry.includes(squeezed(phase.description.en))) ?? '';
        expect(words, where).toContain(squeezed(phase.status.en));
        expectSources(words, phase.sources, where);
        if (phase.note) expect(words, where).toContain(squeezed(phase.note.en));
        if (phase.unconfirmed) expect(words, where).toContain('Unconfirmed');
        if (phase.evidence === 'general') expect(words, where).toContain('general knowledge');
        expect(words.includes('Sources also give'), where).toBe((phase.alternatives ?? []).length > 0);
        walked += 1;
      }
    }
    expect(walked).toBeGreaterThan(95);
  });

  it('have every phase, those beyond the slider too, on the page of a territory', async () => {
    for (const { item } of atlas.provisions) {
      for (const [index, phase] of item.phases.entries()) {
        const [territory = ''] = phase.territories;
        const page = await pageOf(territory);
        expect(said(page), `${item.id} ${index}`).toContain(squeezed(phase.status.en));
      }
    }
  });
});

describe('the events', () => {
  it('each have a page with what happened and who says so', async () => {
    for (const { item } of atlas.events) {
      const page = await pageOf(item.id);
      const words = said(page);
      expect(words, item.id).toContain(squeezed(item.title.en));
      expect(words, item.id).toContain(squeezed(item.summary.en));
      expectSources(words, item.sources, item.id);
      if (item.unconfirmed) expect(words, item.id).toContain('Unconfirmed');
      if (item.evidence === 'general') expect(words, item.id).toMatch(/general knowledge/i);
    }
  });
});

describe('the instruments', () => {
  it('are all in the list, by the day they were signed', async () => {
    const page = await pageOf(null, 'instruments');
    expect(valuesOf(page, '.choose')).toEqual(atlas.instruments.map(({ id }) => id));
    expect(inPage(page, 'h3')[0]?.textContent).toBe('14 August 1945');
    expect(inPage(page, '.day')[0]?.querySelectorAll('li')).toHaveLength(9);
  });

  it('each say on a page of their own what every article says, by whom, in force how long, and who says so', async () => {
    for (const instrument of atlas.instruments) {
      const page = await pageOf(instrument.id);
      const text = said(page);
      for (const part of [instrument.title, instrument.place, instrument.summary]) {
        expect(text, instrument.id).toContain(squeezed(part.en));
      }
      for (const part of [
        instrument.signatories,
        instrument.term,
        instrument.after,
        instrument.evidenceNote,
      ]) {
        if (part) expect(text, instrument.id).toContain(squeezed(part.en));
      }
      for (const [language, title] of Object.entries(instrument.title)) {
        if (language === 'en') continue;
        const set = inPage(page, `[lang="${language}"]`).map(({ textContent }) => textContent);
        expect(set, `${instrument.id} ${language}`).toContain(title);
      }
      const articles = inPage(page, '.article');
      expect(articles.length).toBe(instrument.articles.length);
      instrument.articles.forEach((article, index) => {
        const where = `${instrument.id}, ${article.number.en}`;
        const shown = articles[index] as HTMLElement;
        const words = said(shown);
        expect(words, where).toContain(squeezed(article.text.en));
        expectSources(words, article.sources, where);
        if (article.unconfirmed) expect(words, where).toContain('Unconfirmed');
        if (article.evidence === 'general') expect(words, where).toContain('General knowledge');
        const quotation = shown.querySelector('blockquote');
        expect(quotation?.textContent, where).toBe(article.quotation?.text);
        expect(quotation?.lang, where).toBe(article.quotation?.language);
        const links = [...shown.querySelectorAll<HTMLButtonElement>('.thing')].map(({ value }) => value);
        expect(links, where).toEqual(article.provisions);
      });
    }
  });

  it('lead to what they are about, and a button of theirs sets the day', async () => {
    const page = await pageOf('agreement-dairen-1945');
    element.date = '1950-03-01';
    await element.updateComplete;
    await eventsDuring(element, 'treaty-date-change', () => inPage(page, '.to-day')[0]?.click());
    expect(element.date).toBe('1945-08-14');
    const [selected] = await eventsDuring(element, 'treaty-select', () =>
      inPage(page, '.thing[value="dairen-city"]')[0]?.click(),
    );
    expect(selected?.territory).toBe('dairen-city');
    expect(element.panel).toBeNull();
  });

  it('have no day to go to where they lie beyond the slider', async () => {
    const page = await pageOf('communique-port-arthur-1954');
    expect(inPage(page, '.to-day')).toEqual([]);
  });
});

describe('the tour', () => {
  it('leads back to the day that was shown before it', async () => {
    element.date = '1950-03-01';
    const page = await pageOf(null, 'events');
    const press = async (selector: string): Promise<void> => {
      inPage(page, selector)[0]?.click();
      await element.updateComplete;
      await page.updateComplete;
    };
    expect(inPage(page, '.to-day')).toEqual([]);
    await press('.start');
    expect([element.panel, element.date]).toEqual(['tour', '1945-02-11']);
    await press('.exit');
    expect([element.panel, element.date]).toEqual(['events', '1945-02-11']);
    await press('.to-day');
    expect(element.date).toBe('1950-03-01');
    expect(valuesOf(page, '.to-day')).not.toContain('1950-03-01');
  });
});

describe('the claims', () => {
  it('stand one after the other, each with what the record says, its nuance, its things and its sources', async () => {
    const page = await pageOf(null, 'claims');
    const cards = inPage(page, '.card');
    expect(cards).toHaveLength(16);
    atlas.claims.forEach((claim, index) => {
      const card = cards[index] as HTMLElement;
      const text = said(card);
      for (const part of [claim.claim, claim.record, claim.nuance]) expect(text).toContain(squeezed(part.en));
      const links = [...card.querySelectorAll<HTMLButtonElement>('.thing')].map(({ value }) => value);
      expect(links).toEqual([...claim.provisions, ...claim.events]);
      expectSources(text, claim.sources, claim.id);
    });
  });

  it('are shown on the map on their day when asked for, one by one, and left again', async () => {
    let page = await pageOf(null, 'claims');
    inPage(page, '.to-day')[14]?.click();
    await element.settled();
    expect([element.selected, element.date, element.panel]).toEqual(['claim-15', '1953-02-24', 'claims']);
    page = await pageOf('claim-15');
    expect(inPage(page, 'h2')[0]?.textContent?.trim()).toBe('Claim 15 of 16');
    inPage(page, '.step')[1]?.click();
    await element.settled();
    expect([element.selected, element.date]).toEqual(['claim-16', '1950-02-14']);
    page = await pageOf('claim-16');
    expect(inPage(page, '.step')).toHaveLength(1);
    inPage(page, '.up')[0]?.click();
    await element.settled();
    expect([element.selected, element.panel]).toEqual([null, 'claims']);
  });

  it('are printed with what is folded', async () => {
    const page = await pageOf(null, 'claims');
    const open = (): number => inPage(page, 'details[open]').length;
    expect(open()).toBe(0);
    dispatchEvent(new Event('beforeprint'));
    expect(open()).toBe(inPage(page, 'details').length);
    dispatchEvent(new Event('afterprint'));
    expect(open()).toBe(0);
  });
});

describe('the sources', () => {
  it('are all in the bibliography, those not consulted apart, and no address of a weak copy with them', async () => {
    const page = await pageOf(null, 'sources');
    expect(new Set(valuesOf(page, '.work'))).toEqual(new Set(atlas.sources.keys()));
    const further = inPage(page, '.part').at(-1) as HTMLElement;
    const apart = [...further.querySelectorAll<HTMLButtonElement>('.work')].map(({ value }) => value);
    const unread = [...atlas.sources.values()].filter(({ custom }) => custom.read === 'no');
    expect(new Set(apart)).toEqual(new Set(unread.map(({ id }) => id)));
    expect(further.querySelector('h3')?.textContent).toContain('not consulted');
  });

  it('each tell how far they were read, and all that rests on them', async () => {
    // By itself, since no map has to follow two hundred works.
    const page = document.body.appendChild(document.createElement('treaty-sources'));
    const state = new TreatyState();
    state.adopt(atlas);
    for (const source of atlas.sources.values()) {
      state.setSelected(source.id);
      page.view = state.view();
      await page.updateComplete;
      const text = said(page);
      expect(text, source.id).toContain(squeezed(source.title));
      const read = { yes: 'It was read.', partly: 'It was read in part.', no: 'It was not consulted.' };
      expect(text, source.id).toContain(read[source.custom.read]);
      const links = inPage(page, 'a').map((link) => (link as HTMLAnchorElement).href);
      if (source.custom.tier === 'weak') expect(links, source.id).toEqual([]);
      const resting = valuesOf(page, '.thing');
      const named = [
        ...atlas.provisions.filter(({ item }) =>
          item.phases.some(({ sources }) => sources.includes(source.id)),
        ),
        ...atlas.events.filter(({ item }) => item.sources.includes(source.id)),
      ].map(({ item }) => item.id);
      for (const id of named) expect(resting, source.id).toContain(id);
      const titles = atlas.base
        .filter(({ item }) => item.sources.includes(source.id))
        .map(({ item }) => item.title.en);
      for (const title of titles) expect(text, source.id).toContain(title);
      // What was read as a whole is there because something rests on it.
      const rests = resting.length + inPage(page, '.details li').length;
      if (source.custom.read === 'yes') expect(rests, source.id).toBeGreaterThan(0);
    }
    page.remove();
  });

  it('can be looked for', async () => {
    const page = await pageOf(null, 'sources');
    const field = inPage(page, 'input')[0] as HTMLInputElement;
    field.value = 'wang zhao';
    field.dispatchEvent(new InputEvent('input'));
    await page.updateComplete;
    expect(valuesOf(page, '.work')).toEqual(['wangzhao']);
    expect(said(page)).toContain('1 found');
  });
});

describe('a map of fewer days', () => {
  it('leads to none that its slider does not reach', async () => {
    [element.date, element.from, element.until] = ['1947-05-01', '1946-01-01', '1950-12-31'];
    const inside = (days: readonly string[]): boolean[] =>
      days.map((day) => day >= element.from && day <= element.until);
    const errors = await eventsDuring(element, 'treaty-error', async () => {
      inPage(await pageOf(null, 'days'), 'input[value=span]')[0]?.click();
    });
    expect(element.spanFrom).toBe('1950-12-31');
    element.spanFrom = null;
    const phases = valuesOf(await pageOf('mongolian-peoples-republic'), 'button.step');
    expect(phases).toContain('1946-01-05');
    expect(inside(phases)).not.toContain(false);
    element.place = [106.92, 47.92];
    const bands = valuesOf(await pageOf(null, 'place'), 'button.band');
    expect(bands).toContain('1946-01-05');
    expect(inside(bands)).not.toContain(false);
    element.place = null;
    expect(inPage(await pageOf('treaty-1945'), '.to-day')).toEqual([]);
    const events = await pageOf(null, 'events');
    errors.push(
      ...(await eventsDuring(element, 'treaty-error', () =>
        inPage(events, '.choose[value=e05]')[0]?.click(),
      )),
    );
    expect([element.selected, element.date]).toEqual(['e05', '1947-05-01']);
    expect(inPage(events, '.to-day')).toEqual([]);
    expect(said(events)).toContain('The slider goes from 1 January 1946 to 31 December 1950');
    expect(errors).toEqual([]);
    element.from = element.until = null as never;
  });
});

describe('references', () => {
  const ofFormat = async (page: PageElement, name: string): Promise<string> => {
    const button = inPage(page, '.cite:last-of-type button').find(
      ({ textContent }) => textContent?.trim() === name,
    );
    button?.click();
    await page.updateComplete;
    await expect.poll(() => inPage(page, '.reference').length, { timeout: 20_000 }).toBe(1);
    return inPage(page, '.reference')[0]?.textContent ?? '';
  };

  it('are written to a source as text, BibTeX and CSL-JSON', async () => {
    const page = await pageOf('frus45-685');
    expect(await ofFormat(page, 'Text')).toBe(
      "U.S. Department of State: Harriman to Truman and Byrnes: 'the existing frontiers'. " +
        'Foreign Relations of the United States, 1945, vol. VII, no. 685, U.S. Government Printing Office, 1969. ' +
        'https://history.state.gov/historicaldocuments/frus1945v07/d685',
    );
    const [item] = JSON.parse(await ofFormat(page, 'CSL-JSON')) as Record<string, unknown>[];
    expect(item).toMatchObject({ id: 'frus45-685', 'container-title': expect.any(String), number: '685' });
    expect(item).not.toHaveProperty('custom');
    const bibtex = await ofFormat(page, 'BibTeX');
    expect(bibtex).toMatch(/^@\w+\{frus45-685,/);
    expect(bibtex).toContain('url = {https://history.state.gov/historicaldocuments/frus1945v07/d685}');
  });

  it('carry no address of a weak copy', async () => {
    const page = await pageOf('zhengqi');
    for (const name of ['Text', 'BibTeX', 'CSL-JSON'])
      expect(await ofFormat(page, name)).not.toContain('http');
  });

  it('are written to the view as it stands', async () => {
    element.date = '1949-10-02';
    element.layers = ['mongolia', 'ports'];
    element.viewpoint = 'ussr';
    const text = await element.cite('text');
    for (const part of [
      '2 October 1949',
      'As the Soviet Union held it',
      'layers: Mongolia and Dairen (Dalian) and Port Arthur',
      location.href,
    ]) {
      expect(text).toContain(part);
    }
    const [item] = JSON.parse(await element.cite('csl-json')) as Record<string, unknown>[];
    expect(item).toMatchObject({ type: 'map', id: 'treaty-map-1949-10-02', URL: location.href });
    expect(await element.cite('bibtex')).toMatch(/^@\w+\{treaty-map-1949-10-02,/);
    element.permalink = () => 'https://example.org/#date=1949-10-02';
    expect(await element.cite('text')).toMatch(/: https:\/\/example\.org\/#date=1949-10-02$/);
    element.permalink = () => null;
    expect(await element.cite('text')).not.toContain('http');
  });

  it('are refused in a format that there is not', async () => {
    await expect(element.cite('ris' as 'text')).rejects.toThrow(
      '"ris". The formats are: text, bibtex, csl-json.',
    );
  });
});
