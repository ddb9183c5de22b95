import { html, type TemplateResult } from 'lit';
import { styleMap } from '../style-map';
import { seenBy } from '../../atlas/eyes';
import { inLanguage } from '../../atlas/in-language';
import { writeDay } from '../../language/language';
import { laterMessage } from '../../language/later';
import { civilOf, clampDay, dayOf, isoOf, type Day } from '../../time/day';
import { toFraction, type DayRange } from '../../time/scale';
import { statusWords } from '../eyes-words';
import { askForDay } from '../asking';
import { titleOf } from '../record-entry';
import { spanWords } from '../treaty-record/span-words';
import type { TreatyView } from '../view';
import type { Band, Row } from './strip';

/** Share of the strip from its beginning to a day, in per cent; the day after the last is its end. */
function percent(day: Day, { first, last }: DayRange): number {
  return toFraction(day, { first, last: (last + 1) as Day }) * 100;
}

function place(from: Day, until: Day, range: DayRange): Record<string, string> {
  const start = percent(from, range);
  return {
    'inset-inline-start': `${start.toFixed(3)}%`,
    'inline-size': `${(percent(until, range) - start).toFixed(3)}%`,
  };
}

/** The provision and, where its phases run side by side, the territories of the row. */
function rowTitle({ series: { provision }, bands }: Row, view: TreatyView): string {
  const own = titleOf(provision, bands[0]?.phase.phase.territories ?? [], view);
  if (!provision.parallel) return own;
  return laterMessage(view.language, 'place.lane', {
    title: inLanguage(provision.title, view.language),
    own,
  });
}

function renderBand({ phase, sign, pieces }: Band, row: Row, view: TreatyView): TemplateResult {
  const { range, language, viewpoint } = view;
  const [from, until] = [pieces[0]?.from ?? range.first, pieces.at(-1)?.until ?? range.last];
  const own: DayRange = { first: from, last: (until - 1) as Day };
  const first = clampDay(phase.span.from?.stated ?? range.first, range.first, range.last);
  const seen = seenBy(viewpoint, phase.phase, phase.span.from?.stated ?? null);
  const words = laterMessage(language, 'place.phase', {
    title: rowTitle(row, view),
    status: statusWords(seen, view),
    span: spanWords(phase.span, language),
    date: writeDay(first, language),
  });
  return html`<button
    type="button"
    class="band kind-${sign.group} ${sign.texture} ${sign.edge}"
    part="band"
    value=${isoOf(first)}
    data-phase="${row.series.provision.id}/${phase.index}"
    aria-label=${words}
    title=${words}
    tabindex="-1"
    style=${styleMap(place(from, until, range))}
    @click=${askForDay}
  >
    ${pieces.map(
      (piece) =>
        html`<span
          class=${piece.strength < 1 ? 'piece faint' : 'piece'}
          style=${styleMap({ ...place(piece.from, piece.until, own), opacity: String(piece.strength) })}
        ></span>`,
    )}
  </button>`;
}

function renderYears({ first, last }: DayRange): TemplateResult {
  const years: number[] = [];
  for (let { year } = civilOf(first); year <= civilOf(last).year; year += 1) years.push(year);
  const range = { first, last };
  return html`<div class="years" aria-hidden="true">
    ${years.map((year) => {
      const from = clampDay(dayOf(year, 1, 1) ?? first, first, last);
      const until = dayOf(year + 1, 1, 1) ?? last;
      const end = Math.min(until, last + 1) as Day;
      return html`<span style=${styleMap(place(from, end, range))}
        ><span class="century">${String(year).slice(0, -2)}</span>${String(year).slice(-2)}</span
      >`;
    })}
  </div>`;
}

/** The rows of bands over the years of the range. The cursor is drawn apart, since it alone moves with the day. */
export function renderStrip(rows: readonly Row[], view: TreatyView): TemplateResult {
  return html`${rows.map((row) => {
    const title = rowTitle(row, view);
    return html`<div class="row" role="group" aria-label=${title} part="row">
      <p class="row-title" aria-hidden="true">${title}</p>
      <div class="bands">${row.bands.map((each) => renderBand(each, row, view))}</div>
    </div>`;
  })}
  ${renderYears(view.range)}`;
}

/** The line at the day shown, through all rows. */
export function renderCursor(day: Day, range: DayRange): TemplateResult {
  return html`<div
    class="cursor"
    part="cursor"
    style=${styleMap({ 'inset-inline-start': `${percent(day, range).toFixed(3)}%` })}
  ></div>`;
}
