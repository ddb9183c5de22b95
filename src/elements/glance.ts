import { html, nothing, type TemplateResult } from 'lit';
import type { Atlas } from '../atlas/atlas';
import { inLanguage } from '../atlas/in-language';
import { listIn } from '../language/language';
import { kindGroup, type Group } from '../map/palette-data';
import { statusWords } from './eyes-words';
import { groupRecords, isOver, type RecordGroup } from './record-groups';
import { onDay, type TreatyView } from './view';

/** What holds on the day of one of the things that a reader wants to know first. */
export interface GlanceLine {
  readonly title: string;
  /** Each status once, in the fewest words there are for it, and the hue that it has on the map. */
  readonly answers: readonly { readonly words: string; readonly group: Group }[];
}

type Asked = NonNullable<Atlas['manifest']['glance']>;

/** What is asked, and for each provision that answers its line and its place in it. */
interface Asking {
  readonly lines: Asked;
  readonly places: ReadonlyMap<string, readonly [line: number, place: number]>;
}

const askings = new WeakMap<Atlas, Asking>();

/** The lines that the record asks for, or one for each layer that is drawn. */
function askingOf(atlas: Atlas): Asking {
  const known = askings.get(atlas);
  if (known) return known;
  const { manifest, provisions } = atlas;
  const lines: Asked =
    manifest.glance ??
    manifest.layers
      .filter(({ geometry }) => geometry !== undefined)
      .map(({ id, title }) => ({
        title,
        provisions: provisions.filter(({ item }) => item.layer === id).map(({ item }) => item.id),
      }));
  const places = new Map(
    lines.flatMap(({ provisions: ids }, line) => ids.map((id, place) => [id, [line, place]] as const)),
  );
  const asking = { lines, places };
  askings.set(atlas, asking);
  return asking;
}

/** A status as short as the record has it. What one party held otherwise is said in its own words. */
function answerOf({ phase, seen }: RecordGroup, view: TreatyView): GlanceLine['answers'][number] {
  const asItStands = seen.known && seen.status === phase.status;
  return {
    words: asItStands && phase.brief ? inLanguage(phase.brief, view.language) : statusWords(seen, view),
    group: seen.known ? kindGroup(seen.kind) : 'unknown',
  };
}

const told = new WeakMap<TreatyView, readonly GlanceLine[]>();

/**
 * The day in a few lines; those to which there is nothing to say are left out, and those of which no layer is shown. A line
 * is whole whatever is shown: half of where soldiers stand would be wrong. Worked out once a view.
 */
export function glanceLines(view: TreatyView): readonly GlanceLine[] {
  const known = told.get(view) ?? linesOf(view);
  told.set(view, known);
  return known;
}

function linesOf(view: TreatyView): GlanceLine[] {
  const { atlas, moment, layers, language } = view;
  const { lines, places } = askingOf(atlas);
  const records = moment.records.filter(({ provision }) => places.has(provision));
  const shown = new Set(
    atlas.provisions.flatMap(({ item: { id, layer } }) => (layers.has(layer) ? [places.get(id)?.[0]] : [])),
  );
  const placeOf = ({ provision }: RecordGroup): number => places.get(provision.id)?.[1] ?? 0;
  const answers = lines.map((): Map<string, GlanceLine['answers'][number]> => new Map());
  for (const group of groupRecords(atlas, records, view).toSorted((a, b) => placeOf(a) - placeOf(b))) {
    if (isOver(group.seen)) continue;
    const answer = answerOf(group, view);
    const line = answers[places.get(group.provision.id)?.[0] ?? 0];
    if (line && !line.has(answer.words)) line.set(answer.words, answer);
  }
  return lines.flatMap(({ title }, index) => {
    const own = [...(answers[index]?.values() ?? [])];
    return own.length === 0 || !shown.has(index)
      ? []
      : [{ title: inLanguage(title, language), answers: own }];
  });
}

/** What of a line has a hue, joined; empty where nothing has. */
export function wordsOfHue(answers: GlanceLine['answers'], hue: Group, language: string): string {
  const own = answers.flatMap(({ group, words }) => (group === hue ? [words] : []));
  return listIn(language, own, 'unit');
}

/** Those of one hue have one dot: a line of a phone has no room for more. */
function renderAnswers(answers: GlanceLine['answers'], language: string): TemplateResult[] {
  return [...new Set(answers.map(({ group }) => group))].map(
    (group) =>
      html`<span class="stands"
        ><span class="dot kind-${group}"></span>${wordsOfHue(answers, group, language)}</span
      > `,
  );
}

/**
 * The lines with the hues of the map, and behind them what a day that is compared with says otherwise; nothing where there
 * are none.
 * @param count how many lines at most, the first
 */
export function renderGlance(view: TreatyView, count = Infinity): TemplateResult | typeof nothing {
  const lines = glanceLines(view).slice(0, count);
  const then = view.compare === null ? lines : glanceLines(onDay(view, view.compare));
  if (lines.length === 0) return nothing;
  return html`<dl class="lines" part="lines">
    ${lines.map(({ title, answers }) => {
      const other = then.find((line) => line.title === title)?.answers;
      return html`<div class="line">
        <dt>${title}</dt>
        <dd>${renderAnswers(answers, view.language)}</dd>
        ${
          other && String(other.map(({ words }) => words)) !== String(answers.map(({ words }) => words))
            ? html`<dd class="then">${renderAnswers(other, view.language)}</dd>`
            : nothing
        }
      </div>`;
    })}
  </dl>`;
}
