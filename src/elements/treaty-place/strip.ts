import { partiesDiffer, seenBy } from '../../atlas/eyes';
import type { Viewpoint } from '../../atlas/vocabulary';
import { PARTIAL, signOfSeen, type TerritorySign } from '../../map/signs';
import { addDays, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import { isExact, type Bound } from '../../time/span';
import type { Series, SeriesPhase } from '../record-groups';

/** A stretch of days, `until` exclusive, with the strength of the map's signs: 1, or partial where it may not hold. */
export interface Piece {
  readonly from: Day;
  readonly until: Day;
  readonly strength: number;
}

/** A phase as a band on the strip. */
export interface Band {
  readonly phase: SeriesPhase;
  /** The map's sign, as if it were sure. */
  readonly sign: TerritorySign;
  /** In order and without a gap, inside the range. */
  readonly pieces: readonly Piece[];
}

/** A row of the strip: bands that follow each other. */
export interface Row {
  readonly key: string;
  readonly series: Series;
  readonly bands: readonly Band[];
}

const STEP = (day: Day): Day => addDays(day, 1);

function isDoubtful(bound: Bound | null): bound is Bound {
  return bound !== null && !isExact(bound);
}

/**
 * The days of one phase among its neighbours: whole where it surely held, partial between the earliest and latest day of
 * an uncertain bound. By its stated days it holds its ground against them; what it may have held beyond is its own only
 * where no neighbour states that it held.
 */
function piecesOf({ span }: SeriesPhase, others: readonly SeriesPhase[], range: DayRange): Piece[] {
  const end = STEP(range.last);
  const { from, until } = span;
  const begins = from?.stated ?? range.first;
  const ends = until?.stated ?? end;
  const before = others.flatMap(({ span: other }) =>
    other.until && other.until.stated <= begins ? [other.until.stated] : [],
  );
  const after = others.flatMap(({ span: other }) =>
    other.from && other.from.stated >= ends ? [other.from.stated] : [],
  );
  const earliest = isDoubtful(from) ? Math.max(from.earliest, ...before) : begins;
  const latest = isDoubtful(until) ? Math.min(STEP(until.latest), ...after) : ends;
  const sureFrom = isDoubtful(from) ? Math.min(STEP(from.latest), ends) : begins;
  const sureUntil = isDoubtful(until) ? Math.max(until.earliest, sureFrom) : ends;
  const clip = (day: number): Day => Math.min(Math.max(day, range.first), end) as Day;
  const piece = (first: number, last: number, strength: number): Piece[] =>
    clip(first) < clip(last) ? [{ from: clip(first), until: clip(last), strength }] : [];
  return [
    ...piece(Math.min(earliest, begins), sureFrom, PARTIAL),
    ...piece(sureFrom, sureUntil, 1),
    ...piece(sureUntil, Math.max(latest, ends), PARTIAL),
  ];
}

/** Phases that run side by side lie in rows of their own, one for each set of territories; others in one row. */
function lanesOf(series: Series): { readonly key: string; readonly phases: readonly SeriesPhase[] }[] {
  const { provision, phases } = series;
  if (!provision.parallel) return [{ key: provision.id, phases }];
  const lanes = new Map<string, SeriesPhase[]>();
  for (const phase of phases) {
    const key = `${provision.id} ${phase.phase.territories.join(' ')}`;
    lanes.set(key, [...(lanes.get(key) ?? []), phase]);
  }
  return [...lanes].map(([key, own]) => ({ key, phases: own }));
}

/** The rows of a strip: a phase that lies outside the range has no band, and a series without any has no row. */
export function rowsOf(all: readonly Series[], range: DayRange, viewpoint: Viewpoint): Row[] {
  return all.flatMap((series) =>
    lanesOf(series).flatMap(({ key, phases }): Row[] => {
      const bands = phases.flatMap((phase): Band[] => {
        const others = phases.filter((other) => other !== phase);
        const pieces = piecesOf(phase, others, range);
        const seen = seenBy(viewpoint, phase.phase, phase.span.from?.stated ?? null);
        const sign = signOfSeen(seen, viewpoint === 'all' && partiesDiffer(phase.phase));
        return pieces.length === 0 ? [] : [{ phase, sign, pieces }];
      });
      return bands.length === 0 ? [] : [{ key, series: { ...series, phases }, bands }];
    }),
  );
}
