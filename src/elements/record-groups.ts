import type { Atlas, DatedProvision } from '../atlas/atlas';
import { partiesDiffer, seenBy, type Seen } from '../atlas/eyes';
import type { Changes, TreatyRecord } from '../atlas/record';
import type { LanguageMap, Layer, Phase, Provision } from '../atlas/schema';
import type { Holds, Kind, Viewpoint } from '../atlas/vocabulary';
import { addDays, type Day } from '../time/day';
import type { Span, Uncertain } from '../time/span';
import type { TreatyView } from './view';

/** Through whose eyes the record is told, and on which day; left out, it is told as it stands. */
export type Through = Pick<TreatyView, 'viewpoint' | 'day'>;

/** What some of the parties held alike. */
export interface Held {
  /** The parties; empty for a plain fact. */
  readonly viewpoints: readonly Viewpoint[];
  readonly kind: Kind;
  readonly status: LanguageMap;
}

/** The records of one phase of a provision, told once for all its territories and parties. */
export interface RecordGroup {
  /** Provision and phase, for telling groups apart. */
  readonly key: string;
  readonly provision: Provision;
  readonly phase: Phase;
  readonly span: Span;
  readonly kind: Kind;
  readonly holds: Holds;
  readonly uncertain: Uncertain | null;
  /** Ids of the territories that have a shape. */
  readonly territories: readonly string[];
  /** One entry for each thing held; more than one where the parties differ. */
  readonly held: readonly Held[];
  /** Whether the parties held something else than the status of the phase, or not all the same. */
  readonly differs: boolean;
  /** Whose eyes were asked for. */
  readonly viewpoint: Viewpoint;
  /** What it is through them. */
  readonly seen: Seen;
}

/** The groups of one layer. */
export interface LayerGroup {
  readonly layer: Layer;
  readonly groups: readonly RecordGroup[];
}

/** A change of a provision from one phase to another; null on the side where there is none. */
export interface ChangeGroup {
  readonly key: string;
  readonly how: 'began' | 'ended' | 'changed';
  readonly provision: Provision;
  readonly was: Phase | null;
  readonly is: Phase | null;
  /** The same through the eyes asked for. */
  readonly seen: { readonly was: Seen | null; readonly is: Seen | null };
  readonly territories: readonly string[];
}

/** A phase in the series of a territory, with its place among the provision's phases. */
export interface SeriesPhase {
  readonly index: number;
  readonly phase: Phase;
  readonly span: Span;
}

/** All phases of one provision for some of its territories, in order of time. */
export interface Series {
  readonly provision: Provision;
  readonly phases: readonly SeriesPhase[];
}

const byId = new WeakMap<Atlas, ReadonlyMap<string, DatedProvision>>();

function provisionsById(atlas: Atlas): ReadonlyMap<string, DatedProvision> {
  const known = byId.get(atlas) ?? new Map(atlas.provisions.map((each) => [each.item.id, each]));
  byId.set(atlas, known);
  return known;
}

/** What has the same key together, in the order in which it comes. */
function sortInto<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const sorted = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = sorted.get(key);
    if (group) group.push(item);
    else sorted.set(key, [item]);
  }
  return sorted;
}

function territoriesOf(records: readonly TreatyRecord[]): string[] {
  return [...new Set(records.flatMap(({ territory }) => territory ?? []))];
}

function heldOf(records: readonly TreatyRecord[]): Held[] {
  return [...sortInto(records, ({ held }) => `${held.kind} ${held.status.en}`).values()].map((alike) => {
    const { kind, status } = (alike[0] as TreatyRecord).held;
    return { kind, status, viewpoints: [...new Set(alike.flatMap(({ viewpoint }) => viewpoint ?? []))] };
  });
}

/** A group of records of one phase; what takes long is worked out for those that are looked at: a day may have thousands. */
class GroupOfRecords implements RecordGroup {
  readonly provision: Provision;
  readonly phase: Phase;
  readonly span: Span;
  readonly uncertain: Uncertain | null;
  readonly viewpoint: Viewpoint;
  readonly seen: Seen;
  readonly #records: readonly TreatyRecord[];

  constructor(
    { item, spans }: DatedProvision,
    records: readonly TreatyRecord[],
    through: Through | undefined,
  ) {
    const first = records[0] as TreatyRecord;
    this.#records = records;
    this.provision = item;
    this.phase = item.phases[first.phase] as Phase;
    this.span = spans[first.phase] as Span;
    this.uncertain = first.uncertain;
    this.viewpoint = through?.viewpoint ?? 'all';
    this.seen = seenBy(this.viewpoint, this.phase, through?.day ?? null);
  }

  get key(): string {
    return `${this.provision.id}/${this.provision.phases.indexOf(this.phase)}`;
  }

  get kind(): Kind {
    return this.phase.kind;
  }

  get holds(): Holds {
    return this.phase.holds;
  }

  get territories(): readonly string[] {
    return territoriesOf(this.#records);
  }

  get held(): readonly Held[] {
    return heldOf(this.#records);
  }

  get differs(): boolean {
    return partiesDiffer(this.phase);
  }
}

/** A group as if its day were sure. */
export function asSure(group: RecordGroup): RecordGroup {
  const { provision, phase, span, viewpoint, seen, key, kind, holds, territories, held, differs } = group;
  return {
    provision,
    phase,
    span,
    viewpoint,
    seen,
    key,
    kind,
    holds,
    territories,
    held,
    differs,
    uncertain: null,
  };
}

/** Joins records of one provision and phase, in the order in which they come. */
export function groupRecords(
  atlas: Atlas,
  records: readonly TreatyRecord[],
  through?: Through,
): RecordGroup[] {
  const provisions = provisionsById(atlas);
  const sorted = sortInto(records, (record) => provisions.get(record.provision)?.item.phases[record.phase]);
  return [...sorted.values()].flatMap((alike): RecordGroup[] => {
    const provision = provisions.get((alike[0] as TreatyRecord).provision);
    return provision ? [new GroupOfRecords(provision, alike, through)] : [];
  });
}

/** Whether something is over in the eyes asked for. */
export function isOver(seen: Seen): boolean {
  return seen.known && seen.kind === 'ended';
}

/** Sorts groups by layer, in the manifest's order, only the layers shown; what has ended comes last in each. */
export function groupByLayer(
  atlas: Atlas,
  groups: readonly RecordGroup[],
  layers: ReadonlySet<string>,
): LayerGroup[] {
  const sorted = sortInto(groups, ({ provision }) => provision.layer);
  return atlas.manifest.layers.flatMap((layer) => {
    const own = layers.has(layer.id) ? (sorted.get(layer.id) ?? []) : [];
    const ended = own.filter(({ seen }) => isOver(seen));
    const others = own.filter(({ seen }) => !isOver(seen));
    return own.length === 0 ? [] : [{ layer, groups: [...others, ...ended] }];
  });
}

/**
 * Tells each change once: a phase that follows another is `changed` (or `ended`, where the new one says that it is over),
 * and its records do not stand again under what began and ended. Through one party's eyes only what is another thing to
 * that party has changed.
 */
export function groupChanges(
  atlas: Atlas,
  changes: Changes,
  layers: ReadonlySet<string>,
  viewpoint: Viewpoint = 'all',
): ChangeGroup[] {
  const provisions = provisionsById(atlas);
  const partOf = ({ provision, phase, territory }: TreatyRecord): string =>
    `${provision}/${phase}/${territory ?? ''}`;
  const joined = new Set(changes.changed.flatMap(({ was, is }) => [partOf(was), partOf(is)]));
  const pairs: { was: TreatyRecord | null; is: TreatyRecord | null }[] = [
    ...changes.changed,
    ...changes.began.filter((record) => !joined.has(partOf(record))).map((is) => ({ was: null, is })),
    ...changes.ended.filter((record) => !joined.has(partOf(record))).map((was) => ({ was, is: null })),
  ];
  const sorted = sortInto(pairs, ({ was, is }) => {
    const provision = (is ?? was)?.provision ?? '';
    return `${provision}/${was?.phase ?? ''}>${is?.phase ?? ''}`;
  });
  return [...sorted].flatMap(([key, alike]): ChangeGroup[] => {
    const { was, is } = alike[0] as (typeof pairs)[number];
    const record = (is ?? was) as TreatyRecord;
    const provision = provisions.get(record.provision);
    if (!provision || !layers.has(record.layer)) return [];
    const at = (of: TreatyRecord | null): { phase: Phase; span: Span } | null => {
      const phase = of && provision.item.phases[of.phase];
      const span = of && provision.spans[of.phase];
      return phase && span ? { phase, span } : null;
    };
    const [before, after] = [at(was), at(is)];
    const seen = {
      was: before && seenBy(viewpoint, before.phase, eveOf(before.span)),
      is: after && seenBy(viewpoint, after.phase, after.span.from?.stated ?? null),
    };
    if (viewpoint !== 'all' && isUnchanged(seen)) return [];
    const over = seen.is === null || isOver(seen.is);
    return [
      {
        key,
        how: over ? 'ended' : was === null ? 'began' : 'changed',
        provision: provision.item,
        was: before?.phase ?? null,
        is: after?.phase ?? null,
        seen,
        territories: territoriesOf(alike.flatMap((pair) => pair.is ?? pair.was ?? [])),
      },
    ];
  });
}

/** The last day of a span. */
function eveOf({ until }: Span): Day | null {
  return until && addDays(until.stated, -1);
}

/** Whether a change is none to the party: the same to it before and after, or not known at all. */
function isUnchanged({ was, is }: ChangeGroup['seen']): boolean {
  if (!was?.known || !is?.known) return !was?.known && !is?.known;
  return was.kind === is.kind && was.holds === is.holds && was.status.en === is.status.en;
}

function byBeginning(phases: readonly SeriesPhase[]): SeriesPhase[] {
  const begin = ({ span }: SeriesPhase): number => span.from?.stated ?? -Infinity;
  return phases.toSorted((a, b) => begin(a) - begin(b));
}

function phasesOf({ item, spans }: DatedProvision): SeriesPhase[] {
  return item.phases.map((phase, index) => ({ index, phase, span: spans[index] as Span }));
}

/** Every phase of a provision, in force or not. */
export function wholeSeries(provision: DatedProvision): Series {
  return { provision: provision.item, phases: byBeginning(phasesOf(provision)) };
}

/** Every phase of every provision that some territories belong to, in force or not. */
export function seriesOf(atlas: Atlas, territories: ReadonlySet<string>): Series[] {
  return atlas.provisions.flatMap((provision): Series[] => {
    const phases = phasesOf(provision).filter(({ phase }) =>
      phase.territories.some((id) => territories.has(id)),
    );
    return phases.length === 0 ? [] : [{ provision: provision.item, phases: byBeginning(phases) }];
  });
}
