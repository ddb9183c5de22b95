import { inLanguage } from '../../atlas/in-language';
import { message, writeDay } from '../../language/language';
import { statusWords } from '../eyes-words';
import { titleOf } from '../record-entry';
import { groupChanges, type ChangeGroup } from '../record-groups';
import type { TreatyView } from '../view';

/** How many changes are read out before the rest is counted; under the date there is room for one. */
const READ_OUT = 3;

/** A title of the record names its subject, and behind a colon what about it: "Port Arthur: local administration". */
const ASPECT = /\s*[:：].*$/;

/** @param short what holds from now on, or did until now, of the subject: under the date there is no room for more */
function changeText(
  { how, provision, seen, territories }: ChangeGroup,
  view: TreatyView,
  short: boolean,
): string {
  const title = titleOf(provision, territories, view);
  const status = seen.is ?? seen.was;
  return message(view.language, `change.${short && how === 'began' ? 'changed' : how}`, {
    title: short ? title.replace(ASPECT, '') : title,
    status: status ? statusWords(status, view) : '',
  });
}

interface ChangeWords {
  readonly spoken: string;
  readonly note: string;
}

const known = new WeakMap<TreatyView, ChangeWords>();

/**
 * What happens and changes on the day itself, short: `spoken` to be read out with the date (empty where nothing does),
 * `note` to stand under it, which otherwise says since when nothing has changed. Worked out once a view: play asks in every frame.
 */
export function changeWords(view: TreatyView | null): ChangeWords {
  if (!view) return { spoken: '', note: '' };
  const words = known.get(view) ?? wordsOf(view);
  known.set(view, words);
  return words;
}

function wordsOf(view: TreatyView): ChangeWords {
  const { atlas, day, moment, layers, language, viewpoint } = view;
  const events = atlas.events.filter(({ bound }) => bound.stated === day);
  const changes = moment.since === day ? groupChanges(atlas, moment, layers, viewpoint) : [];
  const count = events.length + changes.length;
  if (count > 0) {
    const first = (most: number, short: boolean): string => {
      const told = [
        ...events.slice(0, most).map(({ item }) => inLanguage(item.title, language)),
        ...changes
          .slice(0, Math.max(0, most - events.length))
          .map((change) => changeText(change, view, short)),
      ];
      const list = told.join('; ');
      return count > most ? message(language, 'slider.more', { list, count: count - most }) : list;
    };
    return { spoken: first(READ_OUT, false), note: first(1, true) };
  }
  const since = atlas.statedChangeDays.findLast((turning) => turning <= day);
  const note =
    since === undefined ? '' : message(language, 'slider.unchanged', { date: writeDay(since, language) });
  return { spoken: '', note };
}
