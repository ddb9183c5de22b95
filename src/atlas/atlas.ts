import { changeDaysOf, countUpTo } from '../time/change-days';
import { parseDay, type Day } from '../time/day';
import type { DayRange } from '../time/scale';
import { holds, holdsDuring, uncertainDuring, uncertainOn, type Bound, type Span } from '../time/span';
import type { BaseState, Change, Changes, Moment, TreatyRecord } from './record';
import type {
  Alias,
  BaseItem,
  Claim,
  Instrument,
  LanguageMap,
  Manifest,
  Phase,
  Place,
  Provision,
  Source,
  TreatyEvent,
} from './schema';
import type { Viewpoint } from './vocabulary';

/** What an id of the record may stand for; an id stands for one thing alone. */
export type ThingKind = 'territory' | 'provision' | 'instrument' | 'event' | 'claim' | 'source';

/** Something dated, with its span read. */
export interface Dated<T> {
  readonly item: T;
  readonly span: Span;
}

/** A provision with the spans of its phases, in the order of `item.phases`. */
export interface DatedProvision {
  readonly item: Provision;
  readonly spans: readonly Span[];
}

/** An event with its day read; `bound.earliest` to `bound.latest` is where it may lie. */
export interface DatedEvent {
  readonly item: TreatyEvent;
  readonly bound: Bound;
}

/** A place with each of its names and the span in which it was the name of the day. */
export interface DatedPlace {
  readonly item: Place;
  readonly names: readonly Dated<LanguageMap>[];
}

/** The whole record, checked and with its dates read: what `load.ts` makes of the files. */
export interface AtlasParts {
  readonly manifest: Manifest;
  readonly range: DayRange;
  readonly instruments: readonly Instrument[];
  readonly provisions: readonly DatedProvision[];
  readonly events: readonly DatedEvent[];
  readonly base: readonly Dated<BaseItem>[];
  readonly places: readonly DatedPlace[];
  /** Names beyond those that are drawn. */
  readonly aliases: readonly Alias[];
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
}

/** One phase for one territory and one viewpoint. */
interface Entry {
  readonly span: Span;
  /** What it says on a day that is sure: one object for all such days, however many are asked for. */
  readonly record: TreatyRecord;
  /** The entry that follows it without a gap, if there is one. */
  next: Entry | null;
}

function entriesOf({ item: provision, spans }: DatedProvision, layerOrder: readonly string[]): Entry[] {
  if (!layerOrder.includes(provision.layer)) return [];
  const shapeless = new Set(provision.territories.filter(({ kind }) => kind === 'none').map(({ id }) => id));
  const entries: Entry[] = [];
  const series = new Map<string, Entry[][]>();
  provision.phases.forEach((phase, index) => {
    for (const territory of phase.territories) {
      const group = viewpointsOf(phase).map((viewpoint): Entry => {
        const view = phase.views?.find((held) => viewpoint !== null && held.viewpoint.includes(viewpoint));
        return {
          span: spans[index] as Span,
          next: null,
          record: {
            provision: provision.id,
            phase: index,
            territory: shapeless.has(territory) ? null : territory,
            layer: provision.layer,
            kind: phase.kind,
            status: phase.status,
            from: edtfOf((spans[index] as Span).from),
            until: edtfOf((spans[index] as Span).until),
            certainty: phase.certainty,
            evidence: phase.evidence,
            unconfirmed: phase.unconfirmed === true,
            viewpoint,
            held: view
              ? { kind: view.kind, status: view.status }
              : { kind: phase.kind, status: phase.status },
            holds: phase.holds,
            uncertain: null,
            sources: phase.sources,
          },
        };
      });
      entries.push(...group);
      series.set(territory, [...(series.get(territory) ?? []), group]);
    }
  });
  for (const groups of series.values()) {
    groups.slice(1).forEach((group, index) => link(groups[index] as Entry[], group));
  }
  return entries;
}

/** Every party that a phase names, as holder of its status or among its views; a plain fact has the one viewpoint null. */
function viewpointsOf(phase: Phase): (Viewpoint | null)[] {
  const named = [...(phase.viewpoint ?? []), ...(phase.views ?? []).flatMap(({ viewpoint }) => viewpoint)];
  return named.length === 0 ? [null] : [...new Set(named)];
}

/**
 * Joins the entries of two successive phases of a territory, party by party. What has no partner of its own is followed
 * by what all parties held or a plain fact, else by what the first party named holds: something always follows, unless
 * there is a gap between the phases.
 */
function link(before: readonly Entry[], after: readonly Entry[]): void {
  const until = before[0]?.span.until;
  const from = after[0]?.span.from;
  if (!until || !from || from.stated > until.stated) return;
  const general =
    after.find(({ record }) => record.viewpoint === null || record.viewpoint === 'all') ?? after[0];
  for (const entry of before) {
    entry.next = after.find(({ record }) => record.viewpoint === entry.record.viewpoint) ?? general ?? null;
  }
}

function edtfOf(bound: Bound | null): string {
  return bound?.edtf ?? '..';
}

function on({ span, record }: Entry, day: Day): TreatyRecord {
  const uncertain = uncertainOn(span, day);
  return uncertain === null ? record : { ...record, uncertain };
}

/** Moments that an atlas keeps: more than the treaty has, and a bound for one with thousands of change days. */
const MOMENTS_KEPT = 300;

/** Whether a bound's stated day lies in `(from, to]`. */
function passes({ stated }: Bound, from: Day, to: Day): boolean {
  return from < stated && stated <= to;
}

/** The whole record, and what it says on a day. Knows no page and no map. */
export class Atlas {
  readonly manifest: Manifest;
  readonly range: DayRange;
  readonly instruments: readonly Instrument[];
  readonly provisions: readonly DatedProvision[];
  readonly events: readonly DatedEvent[];
  /** The events of the guided tour, in order of time. */
  readonly tour: readonly DatedEvent[];
  readonly base: readonly Dated<BaseItem>[];
  readonly places: readonly DatedPlace[];
  readonly aliases: readonly Alias[];
  /** What the encyclopedia article says, claim by claim in its order; every day is a day of the range. */
  readonly claims: readonly Claim[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Every day on which anything changes, base map included; sorted, some outside the range. */
  readonly changeDays: readonly Day[];
  /** The days within the range on which a phase of a provision begins or ends, by its stated day; sorted. */
  readonly statedChangeDays: readonly Day[];
  /** Title and kind of each territory, by id. */
  readonly territories: ReadonlyMap<
    string,
    Provision['territories'][number] & { readonly provision: string }
  >;

  #entries: readonly Entry[];
  #kinds: ReadonlyMap<string, ThingKind>;
  #moments = new Map<number, Moment>();
  /** The last stretch asked for. */
  #stretch: { readonly key: string; readonly moment: Moment } | null = null;

  constructor(parts: AtlasParts) {
    this.manifest = parts.manifest;
    this.range = parts.range;
    this.instruments = parts.instruments;
    this.provisions = parts.provisions;
    this.events = parts.events;
    this.tour = parts.events.filter(({ item }) => item.tour);
    this.base = parts.base;
    this.places = parts.places;
    this.aliases = parts.aliases;
    this.claims = parts.claims;
    this.sources = new Map(parts.sources.map((source) => [source.id, source]));
    const layerOrder = parts.manifest.layers.map(({ id }) => id);
    this.#entries = parts.provisions
      .toSorted((a, b) => layerOrder.indexOf(a.item.layer) - layerOrder.indexOf(b.item.layer))
      .flatMap((provision) => entriesOf(provision, layerOrder));
    this.changeDays = changeDaysOf([
      ...this.#entries.map(({ span }) => span),
      ...parts.base.map(({ span }) => span),
      ...parts.places.flatMap(({ names }) => names.map(({ span }) => span)),
    ]);
    const stated = this.#entries.flatMap(({ span }) => [span.from?.stated, span.until?.stated]);
    this.statedChangeDays = [...new Set(stated)]
      .filter((day): day is Day => day !== undefined && day >= this.range.first && day <= this.range.last)
      .sort((a, b) => a - b);
    this.territories = new Map(
      parts.provisions.flatMap(({ item }) =>
        item.territories.map((territory) => [territory.id, { ...territory, provision: item.id }]),
      ),
    );
    const kindsOf = (kind: ThingKind, ids: Iterable<string>): [string, ThingKind][] =>
      [...ids].map((id) => [id, kind]);
    this.#kinds = new Map([
      ...kindsOf('source', this.sources.keys()),
      ...kindsOf(
        'claim',
        parts.claims.map(({ id }) => id),
      ),
      ...kindsOf(
        'event',
        parts.events.map(({ item }) => item.id),
      ),
      ...kindsOf(
        'instrument',
        parts.instruments.map(({ id }) => id),
      ),
      ...kindsOf(
        'provision',
        parts.provisions.map(({ item }) => item.id),
      ),
      ...kindsOf('territory', this.territories.keys()),
    ]);
  }

  /** The day on which the map shows a claim; null where the record's date is none of the range. */
  dayOfClaim({ day }: Claim): Day | null {
    const read = parseDay(day);
    return read !== null && read >= this.range.first && read <= this.range.last ? read : null;
  }

  /** What an id stands for; null where the record does not have it. */
  kindOf(id: string): ThingKind | null {
    return this.#kinds.get(id) ?? null;
  }

  /** All that holds on a day. The same object for every day up to the next change day. */
  at(day: Day): Moment {
    const index = countUpTo(this.changeDays, day);
    const since = this.changeDays[index - 1] ?? null;
    const moment = this.#moments.get(index) ?? this.#momentOf(since, this.changeDays[index] ?? null, day);
    // The one asked for longest ago is the first, and the first to go.
    this.#moments.delete(index);
    this.#moments.set(index, moment);
    if (this.#moments.size > MOMENTS_KEPT) this.#moments.delete(this.#moments.keys().next().value as number);
    return moment;
  }

  /**
   * The moment of the last day, with all that held on any day from `first` to `last`, both inclusive: what is uncertain is
   * so on every one of them. The same object while neither day crosses a change day.
   */
  during(first: Day, last: Day): Moment {
    const [from, to] = [countUpTo(this.changeDays, first), countUpTo(this.changeDays, last)];
    if (from >= to) return this.at(last);
    const key = `${from} ${to}`;
    if (this.#stretch?.key === key) return this.#stretch.moment;
    const records: TreatyRecord[] = [];
    const possible: TreatyRecord[] = [];
    for (const { span, record } of this.#entries) {
      const uncertain = uncertainDuring(span, first, last);
      if (holdsDuring(span, first, last))
        records.push(uncertain === null ? record : { ...record, uncertain });
      else if (uncertain) possible.push({ ...record, uncertain });
    }
    const moment = { ...this.at(last), records, possible };
    this.#stretch = { key, moment };
    return moment;
  }

  /**
   * What is different on `to` from `from`: `began` the records whose stated beginning lies in `(from, to]`, `ended` those
   * whose stated end does, those that came and went between included, and `changed` the pairs in which one follows
   * another. Going back in time it is the other way round.
   */
  changes(from: Day, to: Day): Changes {
    if (to < from) {
      const { began, ended, changed } = this.changes(to, from);
      return { began: ended, ended: began, changed: changed.map(({ was, is }) => ({ was: is, is: was })) };
    }
    const began: TreatyRecord[] = [];
    const ended: TreatyRecord[] = [];
    const changed: Change[] = [];
    // One plain pass: every step of the slider asks, and an atlas may have tens of thousands.
    for (const entry of this.#entries) {
      const { span, next } = entry;
      const begins = next?.span.from;
      if (span.from && passes(span.from, from, to)) began.push(on(entry, span.from.stated));
      if (!span.until) continue;
      if (passes(span.until, from, to)) ended.push(on(entry, span.until.stated));
      if (!next || !begins) continue;
      const completed = span.until.stated > begins.stated ? span.until : begins;
      if (passes(completed, from, to)) {
        changed.push({ was: on(entry, span.until.stated), is: on(next, begins.stated) });
      }
    }
    return { began, ended, changed };
  }

  #momentOf(since: Day | null, next: Day | null, day: Day): Moment {
    const records: TreatyRecord[] = [];
    const possible: TreatyRecord[] = [];
    for (const entry of this.#entries) {
      if (holds(entry.span, day)) records.push(on(entry, day));
      else if (uncertainOn(entry.span, day)) possible.push(on(entry, day));
    }
    const base = this.base.flatMap(({ item, span }): BaseState[] => {
      const uncertain = uncertainOn(span, day);
      return holds(span, day) || uncertain ? [{ id: item.id, uncertain }] : [];
    });
    const names = new Map(
      this.places.flatMap(({ item, names }): [string, LanguageMap][] => {
        const named = names.find(({ span }) => holds(span, day));
        return named ? [[item.id, named.item]] : [];
      }),
    );
    const changes =
      since === null ? { began: [], ended: [], changed: [] } : this.changes((since - 1) as Day, since);
    return { since, next, records, possible, base, names, ...changes };
  }
}
