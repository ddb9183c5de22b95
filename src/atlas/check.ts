import { parseDay } from '../time/day.ts';
import type { BoundText, readBound } from '../time/edtf.ts';
import type { Bound } from '../time/span';
import type { SoundRecord } from './dated';
import { misfitsOf, type Parts } from './fit.ts';
import type { Problem } from './problem';
import type { BaseItem, Claim, TreatyEvent, Instrument, Manifest, Place, Provision } from './schema';

/*
 * Holds an atlas to its schema and its references to each other. A build has done so for what it has packed, and nobody who
 * reads a pack fetches this.
 */

/** The contents of the record's files, unchecked; undefined where a file could not be read. */
export interface RawRecord {
  readonly instruments: unknown;
  readonly provisions: unknown;
  readonly events: unknown;
  readonly sources: unknown;
  readonly base: unknown;
  readonly claims: unknown;
}

/** The ids that a file has. */
interface Ids {
  has(id: string): boolean;
}

/** Of a file that could not be read nothing is known: that is reported once, not for every reference into it. */
function idsOf(raw: unknown, items: readonly { readonly id: string }[]): Ids {
  return raw === undefined ? { has: () => true } : new Set(items.map(({ id }) => id));
}

/** Where problems go, and what reads a bound: given, since those who load an atlas have it, and it would be a file by itself. */
interface Checking {
  readonly problems: Problem[];
  readonly readBound: typeof readBound;
}

/** Collects problems of one file. */
class Reporter {
  readonly #file: string;
  readonly #checking: Checking;

  constructor(file: string, checking: Checking) {
    this.#file = file;
    this.#checking = checking;
  }

  add(path: string, message: string): void {
    this.#checking.problems.push({ file: this.#file, path: path.replace(/^\./, ''), message });
  }

  /** The items of an array that fit the schema; the others are reported and left out, so that the rest still works. */
  items<Part extends keyof Parts>(raw: unknown, part: Part, at = ''): { value: Parts[Part]; path: string }[] {
    if (raw === undefined) return [];
    if (!Array.isArray(raw)) {
      this.add(at, 'a list is expected here');
      return [];
    }
    return raw.flatMap((item: unknown, index) => {
      const path = `${at}[${index}]`;
      return this.fits(item, part, path) ? [{ value: item, path }] : [];
    });
  }

  /** Whether something fits its schema; where it does not is reported. */
  fits<Part extends keyof Parts>(raw: unknown, part: Part, at = ''): raw is Parts[Part] {
    const misfits = misfitsOf(part, raw);
    for (const { path, message } of misfits) this.add(at + path, message);
    return misfits.length === 0;
  }

  /** The named lists of an object; what is no object, or has no such list, is reported. */
  lists(raw: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
    if (raw === undefined) return {};
    const found = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
    for (const name of names)
      if (found[name] === undefined) this.add('', `a list "${name}" is expected here`);
    return found;
  }

  /** Whether two bounds can be read and are the right way round. */
  span(from: BoundText, until: BoundText, path: string): boolean {
    const bounds = { from: this.bound(from, 'from', path), until: this.bound(until, 'until', path) };
    if (bounds.from === undefined || bounds.until === undefined) return false;
    if (bounds.from && bounds.until && bounds.from.stated >= bounds.until.stated) {
      this.add(path, `ends (${bounds.until.edtf}) before it begins (${bounds.from.edtf})`);
      return false;
    }
    return true;
  }

  /** A bound; null for an open end, and undefined, which is reported, where it cannot be read. */
  bound(
    text: BoundText,
    side: 'from' | 'until',
    path: string,
    name: string = side,
  ): Bound | null | undefined {
    const result = this.#checking.readBound(text, side);
    if (result.ok) return result.bound;
    this.add(`${path}.${name}`, result.message);
    return undefined;
  }

  /** Reports ids that nothing has. */
  references(ids: readonly string[], known: Ids, what: string, path: string): void {
    for (const id of ids) if (!known.has(id)) this.add(path, `there is no ${what} "${id}"`);
  }

  /** Reports an id that stands twice. */
  unique(items: readonly { readonly value: { readonly id: string }; readonly path: string }[]): void {
    const seen = new Set<string>();
    for (const { value, path } of items) {
      if (seen.has(value.id)) this.add(`${path}.id`, `"${value.id}" stands twice`);
      seen.add(value.id);
    }
  }
}

/** Checks the manifest. Without it there is no atlas, so nothing is left out: it is whole or it is null. */
export function checkManifest(raw: unknown, file: string, checking: Checking): Manifest | null {
  const reporter = new Reporter(file, checking);
  if (!reporter.fits(raw, 'manifest')) return null;
  const [from, until] = [parseDay(raw.from), parseDay(raw.until)];
  if (from === null) reporter.add('from', `"${raw.from}" is not a day YYYY-MM-DD`);
  if (until === null) reporter.add('until', `"${raw.until}" is not a day YYYY-MM-DD`);
  if (from === null || until === null) return null;
  if (from >= until) {
    reporter.add('until', 'the range ends before it begins');
    return null;
  }
  return raw;
}

/** Checks the record against its schema and itself. What is wrong is reported and left out; the rest stands. */
export function checkRecord(
  manifest: Manifest,
  raw: RawRecord,
  checking: Checking,
  manifestFile: string,
): SoundRecord {
  const files = manifest.record;
  const sourceItems = new Reporter(files.sources, checking).items(raw.sources, 'source');
  new Reporter(files.sources, checking).unique(sourceItems);
  const sources = sourceItems.map(({ value }) => value);
  const instruments = new Reporter(files.instruments, checking);
  const instrumentItems = instruments.items(raw.instruments, 'instrument');
  instruments.unique(instrumentItems);
  const first: Known = {
    sources: idsOf(raw.sources, sources),
    instruments: idsOf(
      raw.instruments,
      instrumentItems.map(({ value }) => value),
    ),
    layers: new Set(manifest.layers.map(({ id }) => id)),
  };
  const provisions = checkProvisions(raw.provisions, first, new Reporter(files.provisions, checking));
  const known: KnownProvisions = {
    ...first,
    provisions: idsOf(raw.provisions, provisions),
    territories: idsOf(
      raw.provisions,
      provisions.flatMap(({ territories }) => territories),
    ),
  };
  if (manifest.life !== undefined) {
    new Reporter(manifestFile, checking).references([manifest.life], known.provisions, 'provision', 'life');
  }
  manifest.glance?.forEach(({ provisions: asked }, index) => {
    const reporter = new Reporter(manifestFile, checking);
    reporter.references(asked, known.provisions, 'provision', `glance[${index}].provisions`);
  });
  // Instruments and provisions refer to each other, so instruments are looked at when both are known.
  for (const { value, path } of instrumentItems) checkInstrument(value, known, instruments, path);
  const events = checkEvents(raw.events, known, new Reporter(files.events, checking));
  const eventIds = idsOf(raw.events, events);
  const base = new Reporter(files.base, checking);
  const baseRaw = base.lists(raw.base, ['items', 'places']);
  return {
    instruments: instrumentItems.map(({ value }) => value),
    provisions,
    events,
    base: {
      items: checkBaseItems(baseRaw['items'], known, base),
      places: checkPlaces(baseRaw['places'], known, base),
      aliases: base.items(baseRaw['aliases'], 'alias', '.aliases').map(({ value }) => value),
    },
    claims: checkClaims(raw.claims, manifest, known, eventIds, new Reporter(files.claims, checking)),
    sources,
  };
}

/** What the provisions may refer to. */
interface Known {
  readonly sources: Ids;
  readonly layers: Ids;
  readonly instruments: Ids;
}

/** What the rest may refer to. */
interface KnownProvisions extends Known {
  readonly provisions: Ids;
  readonly territories: Ids;
}

function checkInstrument(item: Instrument, known: KnownProvisions, reporter: Reporter, path: string): void {
  if (parseDay(item.signed) === null)
    reporter.add(`${path}.signed`, `"${item.signed}" is not a day YYYY-MM-DD`);
  reporter.references(item.sources, known.sources, 'source', `${path}.sources`);
  item.articles.forEach(({ provisions, sources, quotation }, index) => {
    const at = `${path}.articles[${index}]`;
    reporter.references(provisions, known.provisions, 'provision', `${at}.provisions`);
    reporter.references(sources, known.sources, 'source', `${at}.sources`);
    if (quotation) {
      reporter.references([quotation.source], known.sources, 'source', `${at}.quotation.source`);
    }
  });
}

function checkProvisions(raw: unknown, known: Known, reporter: Reporter): Provision[] {
  const items = reporter.items(raw, 'provision');
  reporter.unique(items);
  return items.map(({ value: item, path }) => {
    reporter.references([item.layer], known.layers, 'layer', `${path}.layer`);
    if (item.instrument) {
      reporter.references([item.instrument], known.instruments, 'instrument', `${path}.instrument`);
    }
    const territories = new Set(item.territories.map(({ id }) => id));
    const phases = item.phases.filter((phase, index) => {
      const at = `${path}.phases[${index}]`;
      reporter.references(phase.sources, known.sources, 'source', `${at}.sources`);
      reporter.references(phase.territories, territories, 'territory', `${at}.territories`);
      return reporter.span(phase.from, phase.until, at);
    });
    return { ...item, phases };
  });
}

function checkEvents(raw: unknown, known: KnownProvisions, reporter: Reporter): TreatyEvent[] {
  const items = reporter.items(raw, 'event');
  reporter.unique(items);
  return items.flatMap(({ value: item, path }) => {
    reporter.references(item.sources, known.sources, 'source', `${path}.sources`);
    reporter.references(item.provisions, known.provisions, 'provision', `${path}.provisions`);
    const shown = item.tour?.territories ?? [];
    reporter.references(shown, known.territories, 'territory', `${path}.tour.territories`);
    return reporter.bound(item.date, 'from', path, 'date') ? [item] : [];
  });
}

function checkBaseItems(raw: unknown, known: Known, reporter: Reporter): BaseItem[] {
  const items = reporter.items(raw, 'baseItem', '.items');
  reporter.unique(items);
  return items.flatMap(({ value: item, path }) => {
    reporter.references(item.sources, known.sources, 'source', `${path}.sources`);
    return reporter.span(item.from, item.until, path) ? [item] : [];
  });
}

function checkPlaces(raw: unknown, known: Known, reporter: Reporter): Place[] {
  const items = reporter.items(raw, 'place', '.places');
  reporter.unique(items);
  return items.map(({ value: item, path }) => {
    reporter.references(item.sources, known.sources, 'source', `${path}.sources`);
    const names = item.names.filter(({ from, until }, index) =>
      reporter.span(from, until, `${path}.names[${index}]`),
    );
    return { ...item, names };
  });
}

/** A claim whose day is none, or lies outside the slider, could not be shown on the map: it is left out. */
function checkClaims(
  raw: unknown,
  { from, until }: Manifest,
  known: KnownProvisions,
  events: Ids,
  reporter: Reporter,
): Claim[] {
  const items = reporter.items(raw, 'claim');
  reporter.unique(items);
  return items.flatMap(({ value: claim, path }) => {
    reporter.references(claim.provisions, known.provisions, 'provision', `${path}.provisions`);
    reporter.references(claim.events, events, 'event', `${path}.events`);
    reporter.references(claim.sources, known.sources, 'source', `${path}.sources`);
    // Days as they are written come one after another as their texts do.
    if (parseDay(claim.day) === null) reporter.add(`${path}.day`, `"${claim.day}" is not a day YYYY-MM-DD`);
    else if (claim.day < from || claim.day > until) {
      reporter.add(`${path}.day`, `${claim.day} lies outside the range of the atlas`);
    } else return [claim];
    return [];
  });
}
