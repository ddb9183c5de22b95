import type { Atlas, DatedProvision } from '../../atlas/atlas';
import { inLanguage } from '../../atlas/in-language';
import { message, writeDay } from '../../language/language';
import { kindGroup, type Group } from '../../map/palette-data';
import { clampDay, parseDay, type Day } from '../../time/day';
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

/** A band along the track: how long something lasts, such as the treaty. */
export interface Band {
  readonly first: Day;
  /** The first day on which it is over, or the last of the range. */
  readonly until: Day;
  readonly group: Group;
  /** Whether all hold it to be so: a band that only some grant is broken. */
  readonly whole: boolean;
  readonly title: string;
}

/** All that is marked on a track, in order of time, and the days that previous, next and play stop at, each once. */
export interface Marks {
  readonly marks: readonly Mark[];
  readonly bands: readonly Band[];
  readonly stops: readonly Day[];
  /** What the bands are the life of, in words; null where a page has given them. */
  readonly life: string | null;
}

/** A mark as a page gives it to a slider without a map. */
export interface SliderMark {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly title: string;
  /** The day on which it is over, `YYYY-MM-DD`, for what lasts: it is then a band along the track. */
  readonly until?: string;
}

export const NO_MARKS: Marks = { marks: [], bands: [], stops: [], life: null };

/** The marks of an atlas: one for each change day of the provisions, one for each event, and the treaty's life. */
export function marksOf(atlas: Atlas, language: string, range: DayRange = atlas.range): Marks {
  const turning = new Set(atlas.statedChangeDays);
  const changes = new Map<Day, { bounds: Bound[]; titles: Set<string> }>();
  for (const { item, spans } of atlas.provisions) {
    for (const bound of spans.flatMap(({ from, until }) => [from, until])) {
      if (bound === null || !turning.has(bound.stated)) continue;
      if (bound.stated < range.first || bound.stated > range.last) continue;
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
    title: titleOf(day, titles.join('; '), language),
  });
  const marks = [
    ...[...changes].map(([day, { bounds, titles }]) => markOf('change', day, bounds, [...titles])),
    ...atlas.events
      .filter(({ bound }) => bound.stated >= range.first && bound.stated <= range.last)
      .map(({ item, bound }) => markOf('event', bound.stated, [bound], [inLanguage(item.title, language)])),
  ];
  const life = atlas.provisions.find(({ item }) => item.id === atlas.manifest.life);
  return {
    ...sorted(marks, life ? lifeOf(life, atlas.range, language) : []),
    life: life ? inLanguage(life.item.title, language) : null,
  };
}

/** The marks that a page has given; those whose dates are none, or lie outside the range, are left out. */
export function marksGiven(given: readonly SliderMark[], range: DayRange, language: string): Marks {
  const inside = (day: Day | null): day is Day => day !== null && day >= range.first && day <= range.last;
  const dated = given.map((mark) => ({ ...mark, day: parseDay(String(mark.date)) }));
  const marks = dated.flatMap(({ day, title, until }): Mark[] =>
    inside(day) && until === undefined
      ? [{ sign: 'event', day, first: day, last: day, title: titleOf(day, title, language) }]
      : [],
  );
  const bands = dated.flatMap(({ day, title, until }): Band[] => {
    const end = until === undefined ? null : parseDay(until);
    if (day === null || end === null || day >= end || end <= range.first || day > range.last) return [];
    const [first, last] = [day, end].map((one) => clampDay(one, range.first, range.last)) as [Day, Day];
    return [{ first, until: last, group: 'assurance', whole: true, title: titleOf(day, title, language) }];
  });
  return sorted(marks, bands);
}

function sorted(marks: readonly Mark[], bands: readonly Band[]): Marks {
  return {
    marks: marks.toSorted((a, b) => a.day - b.day),
    bands,
    stops: [...new Set(marks.map(({ day }) => day))].sort((a, b) => a - b),
    life: null,
  };
}

function titleOf(day: Day, titles: string, language: string): string {
  return message(language, 'slider.mark', { date: writeDay(day, language), titles });
}

/** The life of the treaty: the phases of the provision that the atlas names for it, but for those in which it is over. */
function lifeOf(life: DatedProvision, range: DayRange, language: string): Band[] {
  return life.item.phases.flatMap(({ kind, status }, index): Band[] => {
    const { from, until } = life.spans[index] ?? { from: null, until: null };
    const [first, end] = [from?.stated ?? range.first, until?.stated ?? range.last];
    if (kind === 'ended' || end <= range.first || first > range.last) return [];
    const title = titleOf(
      first,
      `${inLanguage(life.item.title, language)}: ${inLanguage(status, language)}`,
      language,
    );
    return [
      {
        first: clampDay(first, range.first, range.last),
        until: clampDay(end, range.first, range.last),
        group: kindGroup(kind === 'contested' ? 'in-force' : kind),
        whole: kind !== 'contested',
        title,
      },
    ];
  });
}

/** From the earliest to the latest day of several bounds, as far as they lie inside the range. */
function stretchOf(bounds: readonly Bound[], { first, last }: DayRange): Pick<Mark, 'first' | 'last'> {
  const earliest = Math.min(...bounds.map((bound) => bound.earliest)) as Day;
  const latest = Math.max(...bounds.map((bound) => bound.latest)) as Day;
  return { first: clampDay(earliest, first, last), last: clampDay(latest, first, last) };
}
