import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Day } from '../../time/day';
import { toFraction, type DayRange } from '../../time/scale';
import type { Band, Mark, Marks } from './marks';

/** How the track lies on the page. */
export interface TrackLayout {
  /** The days shown, which may reach over the ends of `whole` while a drag goes slowly. */
  readonly shown: DayRange;
  /** All the days there are. */
  readonly whole: DayRange;
  /** Width between the two ends of the thumb's way, CSS pixels. */
  readonly width: number;
  readonly rtl: boolean;
  readonly language: string;
}

/** Where a day lies on the track, in per cent from the left; two decimals are a tenth of a pixel. */
export function percent(day: number, { shown, rtl }: TrackLayout): number {
  const fraction = toFraction(day as Day, shown);
  return Math.round((rtl ? 1 - fraction : fraction) * 1e4) / 1e2;
}

/** Events whose signs would touch, one after another. */
export type Cluster = readonly Mark[];

/** Room that the sign of an event needs, CSS pixels. */
const EVENT_ROOM = 9;

/** The events shown, those that are nearer to one another than their signs have room in one cluster. */
export function clustersOf(marks: readonly Mark[], { shown, width }: TrackLayout): readonly Cluster[] {
  const perDay = width / Math.max(1, shown.last - shown.first);
  const clusters: Mark[][] = [];
  for (const mark of marks) {
    if (mark.sign !== 'event' || mark.day < shown.first || mark.day > shown.last) continue;
    const last = clusters.at(-1)?.at(-1);
    if (last && (mark.day - last.day) * perDay < EVENT_ROOM) clusters.at(-1)?.push(mark);
    else clusters.push([mark]);
  }
  return clusters;
}

/** From one day to another in per cent, cut off where the track ends; null where nothing of it is shown. */
function along(from: number, to: number, layout: TrackLayout): { x: number; width: number } | null {
  const ends = [from, to].map((day) => Math.min(100, Math.max(0, percent(day, layout)))) as [number, number];
  const [x, end] = [Math.min(...ends), Math.max(...ends)];
  return end === x ? null : { x, width: end - x };
}

function renderStretch(mark: Mark, layout: TrackLayout): TemplateResult | typeof nothing {
  const place = mark.first === mark.last ? null : along(mark.first, mark.last, layout);
  if (!place) return nothing;
  return svg`<rect class="stretch" x="${place.x}%" width="${place.width}%" y="13" height="4" />`;
}

function renderChange(mark: Mark, layout: TrackLayout): TemplateResult {
  const x = `${percent(mark.day, layout)}%`;
  return svg`<g class="mark change"><title>${mark.title}</title>${renderStretch(mark, layout)}
    <line x1=${x} x2=${x} y1="10" y2="17" /></g>`;
}

/** One event is a lozenge; several that would touch are a pod, with a grain for each. */
function renderCluster(cluster: Cluster, layout: TrackLayout): TemplateResult {
  const places = cluster.map(({ day }) => (percent(day, layout) / 100) * layout.width);
  const titles = cluster.map(({ title }) => title).join('\n');
  const [first = 0] = places;
  if (cluster.length === 1) {
    return svg`<g class="mark event"><title>${titles}</title>
      <path d="M${first} 0L${first + 4} 4L${first} 8L${first - 4} 4z" /></g>`;
  }
  const [left, right] = [Math.min(...places), Math.max(...places)];
  return svg`<g class="mark event"><title>${titles}</title>
    <rect x=${left - 4} y="0.5" width=${right - left + 8} height="7" rx="3.5" />
    ${places.map((place) => svg`<circle cx=${place} cy="4" r="1.4" />`)}</g>`;
}

/** The marks: below a line for each change day, above them the events, a stretch where a day is uncertain. */
export function renderMarks({ marks }: Marks, layout: TrackLayout): TemplateResult {
  const { shown } = layout;
  const changes = marks.filter(
    ({ sign, first, last }) => sign === 'change' && last >= shown.first && first <= shown.last,
  );
  return html`<svg class="marks" part="marks" aria-hidden="true">
    ${changes.map((mark) => renderChange(mark, layout))}
    ${clustersOf(marks, layout).map((cluster) => renderCluster(cluster, layout))}
  </svg>`;
}

function renderBand(
  { first, until, group, whole, title }: Band,
  layout: TrackLayout,
): TemplateResult | typeof nothing {
  const place = along(first, until, layout);
  if (!place) return nothing;
  const [from, to] = [`${place.x}%`, `${place.x + place.width}%`];
  return svg`<line class="band kind-${group} ${whole ? 'whole' : 'broken'}" x1=${from} x2=${to} y1="50%" y2="50%"><title>${title}</title></line>`;
}

/** The line along which the thumb goes, as far as there are days, and on it what lasts. */
export function renderLine({ bands }: Marks, layout: TrackLayout): TemplateResult {
  const { first, last } = layout.whole;
  const place = along(first, last, layout) ?? { x: 0, width: 0 };
  return html`<svg class="line" part="line" aria-hidden="true">
    <line class="rail" x1="${place.x}%" x2="${place.x + place.width}%" y1="50%" y2="50%" />
    ${bands.map((band) => renderBand(band, layout))}
  </svg>`;
}

/** A second day on the track: the other end of a stretch, or the day compared with. */
export function renderOther(
  day: Day,
  other: { readonly day: Day; readonly sign: 'span' | 'compare' },
  layout: TrackLayout,
): TemplateResult {
  const place = along(day, other.day, layout);
  const x = `${percent(other.day, layout)}%`;
  return html`<svg class="other ${other.sign}" aria-hidden="true">
    ${other.sign === 'span' && place ? svg`<rect x="${place.x}%" width="${place.width}%" y="0" height="100%" />` : nothing}
    <line x1=${x} x2=${x} y1="0" y2="100%" />
  </svg>`;
}
