import type { Atlas, ThingKind } from '../atlas/atlas';

/** The pages beside the map that stand on their own: each has an element of its own, and its name is in the address. */
export const PANELS = ['place', 'events', 'tour', 'instruments', 'claims', 'sources', 'days'] as const;
export type Panel = (typeof PANELS)[number];

/** Where a thing of the record is shown; null for what stands above the list of the day. */
const HOME: Readonly<Record<ThingKind, Panel | null>> = {
  territory: null,
  provision: null,
  instrument: 'instruments',
  event: 'events',
  claim: 'claims',
  source: 'sources',
};

/** The panel that shows a thing by itself; null for territories and provisions, and for what the record does not have. */
export function panelOf(atlas: Atlas, id: string | null): Panel | null {
  const kind = id === null ? null : atlas.kindOf(id);
  return kind === null ? null : HOME[kind];
}

/** Whether a thing may stay chosen while a panel is shown. */
export function belongsTo(atlas: Atlas, id: string | null, panel: Panel | null): boolean {
  const home = panelOf(atlas, id);
  return home === panel || (home === 'events' && panel === 'tour') || (home === null && panel === 'place');
}

/**
 * Ids of the territories that a chosen thing is about, to be outlined on the map: none for what only happened or was said.
 * @param pointed whether it was pointed at on the map: who points at a line means all of it, and not one of its parts
 */
export function territoriesOf(atlas: Atlas, id: string | null, pointed = false): ReadonlySet<string> {
  const kind = id === null ? null : atlas.kindOf(id);
  if (id === null || kind === null) return new Set();
  if (kind === 'territory' && !(pointed && atlas.territories.get(id)?.kind === 'line')) return new Set([id]);
  const provisions = provisionsOf(atlas, id);
  if (kind !== 'territory' && kind !== 'provision' && kind !== 'instrument') return new Set();
  return new Set(
    atlas.provisions
      .filter(({ item }) => provisions.includes(item.id))
      .flatMap(({ item }) => item.territories.filter(({ kind: shape }) => shape !== 'none'))
      .map(({ id: territory }) => territory),
  );
}

/** Ids of the provisions that a thing of the record names or is; for a territory those of all its phases. */
export function provisionsOf(atlas: Atlas, id: string): readonly string[] {
  switch (atlas.kindOf(id)) {
    case 'provision':
      return [id];
    case 'territory':
      return atlas.provisions
        .filter(({ item }) => item.phases.some(({ territories }) => territories.includes(id)))
        .map(({ item }) => item.id);
    case 'instrument': {
      const own = atlas.provisions.filter(({ item }) => item.instrument === id).map(({ item }) => item.id);
      const articles = atlas.instruments.find((instrument) => instrument.id === id)?.articles ?? [];
      return [...new Set([...own, ...articles.flatMap(({ provisions }) => provisions)])];
    }
    case 'event':
      return atlas.events.find(({ item }) => item.id === id)?.item.provisions ?? [];
    case 'claim':
      return atlas.claims.find((claim) => claim.id === id)?.provisions ?? [];
    default:
      return [];
  }
}
