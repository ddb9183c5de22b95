import { html, svg, type TemplateResult } from 'lit';
import { dateFormat } from '../../language/language';
import { civilOf, type Day } from '../../time/day';
import { ticksOf, type Tick } from '../../time/scale';
import { percent, type TrackLayout } from './track';

/** Room that a year in figures and a month's short name need, CSS pixels, with a gap behind them. */
const ROOM = { year: 30, month: 32 } as const;
/** Width of a character, and the gap between two names, CSS pixels. */
const CHARACTER = 6.3;
const GAP = 5;
const HEIGHT = { year: 5, quarter: 5, month: 4, day: 3 } as const;
/** The line of a year that is named goes down beside its name. */
const NAMED = 14;

/** A name below the track, beginning at the line of the day that it names. */
export interface ScaleName {
  readonly day: Day;
  readonly unit: 'year' | 'month' | 'day';
  readonly text: string;
}

/** The lines of a scale, each at its day. */
function ticksIn({ shown, whole, width }: TrackLayout): readonly Tick[] {
  return ticksOf(shown, width).filter(({ day }) => day >= whole.first && day <= whole.last);
}

/**
 * The names for which a scale has room: years, every second or third where they would touch; months where all of them fit,
 * the first with its year; every fifth day of a month where there are days, but for those that a longer name covers.
 */
export function scaleNames(layout: TrackLayout): readonly ScaleName[] {
  const { shown, width, language } = layout;
  const perDay = width / Math.max(1, shown.last - shown.first);
  const every = Math.ceil(ROOM.year / (perDay * 365.25));
  const months = perDay * 30.44 >= ROOM.month;
  const month = dateFormat(language, 'month');
  const names: ScaleName[] = [];
  let end = -Infinity;
  for (const { day, unit } of ticksIn(layout)) {
    const civil = civilOf(day);
    const place = (day - shown.first) * perDay;
    const add = (name: ScaleName): void => {
      names.push(name);
      end = place + name.text.length * CHARACTER + GAP;
    };
    if (unit === 'day') {
      if (civil.day % 5 === 0 && civil.day < 30 && place - CHARACTER >= end) {
        add({ day, unit, text: String(civil.day) });
      }
    } else if (unit === 'year') {
      if (civil.year % every === 0) add({ day, unit, text: String(civil.year) });
    } else if (months) {
      const name = month.format(day * 86_400_000);
      const bare = names.every((known) => known.unit === 'day');
      add({ day, unit: 'month', text: bare ? `${name} ${civil.year}` : name });
    }
  }
  return names;
}

/** Years, months and days under the track, as the room allows: a line for each, and its name beside the line. */
export function renderScale(layout: TrackLayout): TemplateResult {
  const gap = layout.rtl ? -3 : 3;
  const names = scaleNames(layout);
  const years = new Set(names.filter(({ unit }) => unit === 'year').map(({ day }) => day));
  return html`<svg class="scale" part="scale" aria-hidden="true">
    ${ticksIn(layout).map(({ day, unit }) => {
      const x = `${percent(day, layout)}%`;
      return svg`<line class=${unit} x1=${x} x2=${x} y1="0" y2=${years.has(day) ? NAMED : HEIGHT[unit]} />`;
    })}
    ${names.map(
      ({ day, unit, text }) =>
        svg`<text class=${unit} x="${percent(day, layout)}%" dx=${unit === 'day' ? 0 : gap} y="14">${text}</text>`,
    )}
  </svg>`;
}
