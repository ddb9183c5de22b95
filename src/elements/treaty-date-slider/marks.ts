import type { Atlas } from '../../atlas/atlas';
import { inLanguage } from '../../atlas/in-language';
import { message, writeDay } from '../../language/language';
import { clampDay, type Day } from '../../time/day';
import type { DayRange } from '../../time/scale';
import type { Bound } from '../../time/span';

/** A mark on the track: a day on which something changes or happens, or where that is uncertain, a stretch of days. */
export interface Mark {
  readonly sign: 'change' | 'event';
  readonly day: Day;
  /** The first and last day it may have been, inside the range; the same where the day is known. */
  readonly first: Day;
  readonly last: Day;
  /** The day, and what changes or happens, in words. */
  readonly title: string;
}

/** All marks of an atlas, in order of time: one for each change day of the provisions, one for each event. */
export function marksOf(atlas: Atlas, language: string): readonly Mark[] {
  const { range } = atlas;
  const turning = new Set(atlas.statedChangeDays);
  const changes = new Map<Day, { bounds: Bound[]; titles: Set<string> }>();
  for (const { item, spans } of atlas.provisions) {
    for (const bound of spans.flatMap(({ from, until }) => [from, until])) {
      if (bound === null || !turning.has(bound.stated)) continue;
      const mark = changes.get(bound.stated) ?? { bounds: [], titles: new Set<string>() };
      mark.bounds.push(bound);
      mark.titles.add(inLanguage(item.title, language));
      changes.set(bound.stated, mark);
    }
  }
  const markOf = (
    sign: Mark['sign'],
    day: Day,
    bounds: readonly Bound[],
    titles: readonly string[],
  ): Mark => ({
    sign,
    day,
    ...stretchOf(bounds, range),
    title: message(language, 'slider.mark', { date: writeDay(day, language), titles: titles.join('; ') }),
  });
  const marks: Mark[] = [
    ...[...changes].map(([day, { bounds, titles }]) => markOf('change', day, bounds, [...titles])),
    ...atlas.events
      .filter(({ bound }) => bound.stated >= range.first && bound.stated <= range.last)
      .map(({ item, bound }) => markOf('event', bound.stated, [bound], [inLanguage(item.title, language)])),
  ];
  return marks.sort((a, b) => a.day - b.day);
}

/** From the earliest to the latest day of several bounds, as far as they lie inside the range. */
function stretchOf(bounds: readonly Bound[], { first, last }: DayRange): Pick<Mark, 'first' | 'last'> {
  const earliest = Math.min(...bounds.map((bound) => bound.earliest)) as Day;
  const latest = Math.max(...bounds.map((bound) => bound.latest)) as Day;
  return { first: clampDay(earliest, first, last), last: clampDay(latest, first, last) };
}

/** The days that previous, next and play stop at: change days of the provisions and days of events; sorted, each once. */
export function stopsOf(marks: readonly Mark[]): readonly Day[] {
  return [...new Set(marks.map(({ day }) => day))].sort((a, b) => a - b);
}
