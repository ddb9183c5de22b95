import type { Atlas } from './atlas';

/** All that names a source: what would have to be looked at again if it were wrong. Ids, and places in lists from 0. */
export interface Resting {
  readonly provisions: readonly { readonly id: string; readonly phases: readonly number[] }[];
  /** `whole` where the instrument itself names it, beside the articles that do. */
  readonly instruments: readonly {
    readonly id: string;
    readonly whole: boolean;
    readonly articles: readonly number[];
  }[];
  readonly events: readonly string[];
  readonly claims: readonly string[];
  /** States, occupations and lines of the base map. */
  readonly base: readonly string[];
  /** Places that change their name. */
  readonly places: readonly string[];
}

/** The places in a list of what names a source. */
function naming(list: readonly { readonly sources: readonly string[] }[], source: string): number[] {
  return list.flatMap(({ sources }, index) => (sources.includes(source) ? [index] : []));
}

function idsNaming(
  list: readonly { readonly item: { readonly id: string; readonly sources: readonly string[] } }[],
  source: string,
): string[] {
  return list.flatMap(({ item }) => (item.sources.includes(source) ? [item.id] : []));
}

/** What of the record rests on a source, or names it for further reading. */
export function restingOn(atlas: Atlas, source: string): Resting {
  return {
    provisions: atlas.provisions
      .map(({ item: { id, phases } }) => ({ id, phases: naming(phases, source) }))
      .filter(({ phases }) => phases.length > 0),
    instruments: atlas.instruments
      .map(({ id, sources, articles }) => ({
        id,
        whole: sources.includes(source),
        articles: articles.flatMap(({ sources: own, quotation }, index) =>
          own.includes(source) || quotation?.source === source ? [index] : [],
        ),
      }))
      .filter(({ whole, articles }) => whole || articles.length > 0),
    events: idsNaming(atlas.events, source),
    claims: atlas.claims.filter(({ sources }) => sources.includes(source)).map(({ id }) => id),
    base: idsNaming(atlas.base, source),
    places: idsNaming(atlas.places, source),
  };
}
