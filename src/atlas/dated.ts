import { parseDay, type Day } from '../time/day';
import { readBound, type BoundText } from '../time/edtf';
import type { Bound, Span } from '../time/span';
import type { AtlasParts } from './atlas';
import type {
  Alias,
  BaseItem,
  Claim,
  TreatyEvent,
  Instrument,
  Manifest,
  Place,
  Provision,
  Source,
} from './schema';

/** The record as its files have it, sound: all that does not fit, or cannot be read, has been left out (`check.ts`). */
export interface SoundRecord {
  readonly instruments: readonly Instrument[];
  readonly provisions: readonly Provision[];
  readonly events: readonly TreatyEvent[];
  readonly sources: readonly Source[];
  readonly base: {
    readonly items: readonly BaseItem[];
    readonly places: readonly Place[];
    readonly aliases?: readonly Alias[];
  };
  readonly claims: readonly Claim[];
}

function boundOf(text: BoundText, side: 'from' | 'until'): Bound | null {
  const result = readBound(text, side);
  return result.ok ? result.bound : null;
}

function spanOf({ from, until }: { readonly from: BoundText; readonly until: BoundText }): Span {
  return { from: boundOf(from, 'from'), until: boundOf(until, 'until') };
}

/** The parts of an atlas out of a sound record: dates read, what has an order in its order. */
export function datedParts(manifest: Manifest, record: SoundRecord): AtlasParts {
  const { instruments, provisions, events, sources, base, claims } = record;
  return {
    manifest,
    range: { first: parseDay(manifest.from) as Day, last: parseDay(manifest.until) as Day },
    instruments,
    provisions: provisions.map((item) => ({ item, spans: item.phases.map(spanOf) })),
    events: events
      .map((item) => ({ item, bound: boundOf(item.date, 'from') as Bound }))
      .sort((a, b) => a.bound.stated - b.bound.stated),
    base: base.items.map((item) => ({ item, span: spanOf(item) })),
    places: base.places.map((item) => ({
      item,
      names: item.names.map((name) => ({ item: name.name, span: spanOf(name) })),
    })),
    aliases: base.aliases ?? [],
    claims: claims.toSorted((a, b) => a.number - b.number),
    sources,
  };
}
