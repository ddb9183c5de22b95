import { html, nothing, type TemplateResult } from 'lit';
import { laterMessage } from '../../language/later';
import { parseDay, type Day } from '../../time/day';
import { NO_MARKS, type Band, type Mark, type Marks } from './marks';
import { renderLine, renderMarks, type TrackLayout } from './track';

/** A track of ten days, as wide as a sign of the key, CSS pixels. */
const WIDTH = 48;
const FIRST = parseDay('1945-01-01') as Day;
const dayAt = (tenths: number): Day => (FIRST + tenths) as Day;

const mark = (sign: Mark['sign'], at: number, first = at, last = at): Mark => ({
  sign,
  day: dayAt(at),
  first: dayAt(first),
  last: dayAt(last),
  title: '',
});

const EVENTS: Marks = {
  ...NO_MARKS,
  marks: [mark('event', 1), mark('event', 6), mark('event', 7), mark('event', 8)],
};
const CHANGES: Marks = { ...NO_MARKS, marks: [mark('change', 1), mark('change', 7, 5, 10)] };

/** What the signs on the track mean, each drawn by what draws it there. */
export function renderTrackKey({ bands, life }: Marks, rtl: boolean, language: string): TemplateResult {
  const days = { first: FIRST, last: dayAt(10) };
  const layout: TrackLayout = { shown: days, whole: days, width: WIDTH, rtl, language };
  const row = (sign: TemplateResult, words: string): TemplateResult =>
    html`<div>
      <dt aria-hidden="true">${sign}</dt>
      <dd>${words}</dd>
    </div>`;
  const lasting = bands.filter(({ whole }) => whole).at(-1);
  const broken = bands.find(({ whole }) => !whole);
  const line = [
    ...(lasting ? [{ ...lasting, first: FIRST, until: dayAt(broken ? 5 : 10) }] : []),
    ...(broken ? [{ ...broken, first: dayAt(5), until: dayAt(10) }] : []),
  ] satisfies Band[];
  return html`<dl class="key" part="key">
    ${row(renderMarks(EVENTS, layout), laterMessage(language, 'track.event'))}
    ${row(renderMarks(CHANGES, layout), laterMessage(language, 'track.change'))}
    ${
      life === null || line.length === 0
        ? nothing
        : row(
            renderLine({ ...NO_MARKS, bands: line }, layout),
            broken ? laterMessage(language, 'track.life-broken', { title: life }) : life,
          )
    }
  </dl>`;
}
