import { parseDay, type Day } from '../time/day';
import type { Atlas } from './atlas';
import type { TreatyRecord } from './record';
import type { LanguageMap, Phase, Provision } from './schema';
import type { Holds, Kind, Viewpoint } from './vocabulary';

/** What a phase is through one party's eyes, or with `all` as it stands. */
export type Seen = Known | Unknown;

export interface Known {
  readonly known: true;
  /** Whose view it is: the party asked for or who spoke for it; null where the phase stands as it is. */
  readonly by: Viewpoint | null;
  readonly kind: Kind;
  readonly status: LanguageMap;
  readonly holds: Holds;
}

export interface Unknown {
  readonly known: false;
  /** Whose view the record does not have. */
  readonly by: Viewpoint;
}

/** A party that came to be within the record, and who speaks for it until then. */
const BEFORE: Readonly<
  Partial<Record<Viewpoint, { readonly proclaimed: string; readonly before: Viewpoint }>>
> = { prc: { proclaimed: '1949-10-01', before: 'cpc' } };

/** Who speaks for a party on a day that it does not yet exist, and from when it speaks itself; null where it exists. */
export function standIn(
  viewpoint: Viewpoint,
  day: Day | null,
): { readonly party: Viewpoint; readonly until: Day } | null {
  const known = BEFORE[viewpoint];
  const until = known ? parseDay(known.proclaimed) : null;
  return known && until !== null && (day === null || day < until) ? { party: known.before, until } : null;
}

/**
 * What a party held of a phase on a day; null for a day before all. A phase that names parties and not this one says
 * nothing of it, so its view is not known and never inferred from what others held. A plain fact, and what all parties
 * held, is the same for everyone, unless the phase says that the party's view was not found.
 */
export function seenBy(viewpoint: Viewpoint, phase: Phase, day: Day | null): Seen {
  const whole: Known = { known: true, by: null, kind: phase.kind, status: phase.status, holds: phase.holds };
  if (viewpoint === 'all') return whole;
  const party = standIn(viewpoint, day)?.party ?? viewpoint;
  const view = phase.views?.find(({ viewpoint: parties }) => parties.includes(party));
  if (view) {
    const { kind, status } = view;
    return { known: true, by: party, kind, status, holds: howHeld(phase, kind) };
  }
  const named = partiesOf(phase);
  if (named.includes(party)) return { ...whole, by: party };
  if (phase.unknown?.includes(party) || phase.unknown?.includes(viewpoint))
    return { known: false, by: party };
  return named.length === 0 || named.includes('all') ? whole : { known: false, by: party };
}

/** Every party that a phase names, as holder of its status or among its views, each once; none for a plain fact. */
export function partiesOf({ viewpoint = [], views = [] }: Phase): Viewpoint[] {
  return [...new Set([...viewpoint, ...views.flatMap((view) => view.viewpoint)])];
}

/** Whether the parties that a phase names did not all hold the same, or held something else than its status. */
export function partiesDiffer(phase: Phase): boolean {
  const key = ({ kind, status }: Pick<Phase, 'kind' | 'status'>): string => `${kind} ${status.en}`;
  return partiesOf(phase).some((party) => {
    const view = phase.views?.find(({ viewpoint }) => viewpoint.includes(party));
    return view !== undefined && key(view) !== key(phase);
  });
}

/** Pledges, claims and findings: what they say holds in law alone, whatever is so on the ground. */
const WORDS: readonly Kind[] = ['claim', 'promise', 'assurance', 'in-force', 'finding', 'contested'];

/**
 * How a party's view holds; the record gives its kind and words alone. A party that agrees with the phase's kind holds it
 * as the phase holds. To recognise is a party's own act, and of what is there: in law and in fact. A claim, a pledge or a
 * denial is in law only. Any other status that the phase disputes, or has in law only, is in law only in the eyes of the
 * party too: it holds the territory to be so, and that is not so in fact. Else as the phase holds.
 */
function howHeld(phase: Pick<Phase, 'kind' | 'holds'>, kind: Kind): Holds {
  if (kind === phase.kind) return phase.holds;
  if (kind === 'recognised') return 'law-and-fact';
  return WORDS.includes(kind) || phase.kind === 'contested' ? 'law' : phase.holds;
}

const provisions = new WeakMap<Atlas, ReadonlyMap<string, Provision>>();

/** The phase that a record is of. */
export function phaseOf(
  atlas: Atlas,
  { provision, phase }: Pick<TreatyRecord, 'provision' | 'phase'>,
): Phase {
  const byId = provisions.get(atlas) ?? new Map(atlas.provisions.map(({ item }) => [item.id, item]));
  provisions.set(atlas, byId);
  const found = byId.get(provision)?.phases[phase];
  if (!found) throw new Error(`no phase ${phase} of ${provision}`);
  return found;
}
