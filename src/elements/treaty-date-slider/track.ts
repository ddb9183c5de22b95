import { nothing, svg, html, type TemplateResult } from 'lit';
import { dateFormat } from '../../language/language';
import { civilOf, dayOf, isoOf, type Day } from '../../time/day';
import { ticksOf, toFraction, type DayRange, type Tick } from '../../time/scale';
import type { Mark } from './marks';

/** How the track lies on the page. */
export interface TrackLayout {
  readonly range: DayRange;
  /** Width between the two ends of the thumb's way, CSS pixels. */
  readonly width: number;
  readonly rtl: boolean;
  readonly language: string;
}

/** Room that a year in figures and a short month name need, CSS pixels. */
const YEAR_ROOM = 29;
const MONTH_ROOM = 30;
/** Below this room the lines between years would touch their figures. */
const TIGHT = 44;

/** Where a day lies on the track, in per cent from the left. */
function percent(day: Day, { range, rtl }: TrackLayout): number {
  const fraction = toFraction(day, range);
  return Math.round((rtl ? 1 - fraction : fraction) * 1e5) / 1e3;
}

function at(day: Day, layout: TrackLayout): string {
  return `${percent(day, layout)}%`;
}

function renderStretch(mark: Mark, layout: TrackLayout, y: number, height: number): TemplateResult | null {
  if (mark.first === mark.last) return null;
  const ends = [percent(mark.first, layout), percent(mark.last, layout)];
  const left = Math.min(...ends);
  return svg`<rect class="stretch" x="${left}%" width="${Math.max(...ends) - left}%" y=${y} height=${height} rx="1.5" />`;
}

/**
 * The marks: a line down to the track for a change day, a lozenge above it for an event, a stretch where the day is
 * uncertain. They are a help for the pointer; the buttons and keys do the same for everyone.
 */
export function renderMarks(
  marks: readonly Mark[],
  current: Day | null,
  layout: TrackLayout,
): TemplateResult {
  return html`<svg class="marks" part="marks" aria-hidden="true">
    ${marks.map((mark) => {
      const x = at(mark.day, layout);
      const now = mark.day === current ? ' current' : '';
      return mark.sign === 'change'
        ? svg`<g class="mark change${now}" data-date=${isoOf(mark.day)}><title>${mark.title}</title>
            ${renderStretch(mark, layout, 19, 5)}
            <line class="aim" x1=${x} x2=${x} y1="13" y2="24" /><line class="line" x1=${x} x2=${x} y1="15" y2="24" /></g>`
        : svg`<g class="mark event${now}" data-date=${isoOf(mark.day)}><title>${mark.title}</title>
            ${renderStretch(mark, layout, 5, 3)}
            <svg x=${x} y="6.5" class="place"><circle class="aim" r="6.5" /><path class="lozenge" d="M0 -4.5L4.5 0L0 4.5L-4.5 0z" /></svg></g>`;
    })}
  </svg>`;
}

/** The first day after the year, quarter or month that a tick opens. */
function endOf(tick: Tick, next: Tick | undefined, range: DayRange): Day {
  if (tick.unit === 'year')
    return Math.min(range.last, dayOf(civilOf(tick.day).year + 1, 1, 1) ?? range.last) as Day;
  return next?.day ?? range.last;
}

/** The years, and where there is room the months, under the track: each name in the middle of its time. */
export function renderScale(layout: TrackLayout): TemplateResult {
  const { range, width, language } = layout;
  const ticks = ticksOf(range, width);
  const perDay = width / Math.max(1, range.last - range.first);
  const yearRoom = perDay * 365.25;
  // The range may begin within a year, which then has no tick of its own.
  const years: Tick[] = ticks.filter(({ unit }) => unit === 'year');
  if (years[0]?.day !== range.first) years.unshift({ day: range.first, unit: 'year' });
  const every = Math.ceil(YEAR_ROOM / yearRoom);
  const tight = yearRoom < TIGHT;
  const months = perDay * 30.44 >= MONTH_ROOM ? ticks : [];
  const name = dateFormat(language, 'month');
  const middle = (tick: Tick, next: Tick | undefined): Day =>
    ((tick.day + endOf(tick, next, range)) / 2) as Day;
  return html`<svg class="scale" part="scale" aria-hidden="true">
    ${ticks.map(({ day, unit }) => {
      const x = at(day, layout);
      return svg`<line class=${unit} x1=${x} x2=${x} y1="0" y2=${unit === 'year' ? (tight ? 5 : 16) : unit === 'quarter' ? 5 : 3} />`;
    })}
    ${years.map((tick, index) => {
      const room = (endOf(tick, years[index + 1], range) - tick.day) * perDay;
      const small = months.length > 0;
      return index % every === 0 && room * every >= YEAR_ROOM
        ? svg`<text class=${tight ? 'year tight' : 'year'} x=${at(middle(tick, years[index + 1]), layout)} y=${small ? 26 : 14}>${civilOf(tick.day).year}</text>`
        : nothing;
    })}
    ${months.map(
      (tick, index) =>
        svg`<text class="month" x=${at(((tick.day + (months[index + 1]?.day ?? range.last)) / 2) as Day, layout)} y="13">${name.format(tick.day * 86_400_000)}</text>`,
    )}
  </svg>`;
}
