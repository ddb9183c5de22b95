import { inLanguage } from '../../atlas/in-language';
import { message, writeDay } from '../../language/language';
import { statusWords } from '../eyes-words';
import { titleOf } from '../record-entry';
import { groupChanges, type ChangeGroup } from '../record-groups';
import type { TreatyView } from '../view';

/** How many changes are read out before the rest is counted; under the date there is room for one. */
const READ_OUT = 3;

function changeText({ how, provision, seen, territories }: ChangeGroup, view: TreatyView): string {
  const { language } = view;
  const status = seen.is ?? seen.was;
  return message(language, `change.${how}`, {
    title: titleOf(provision, territories, view),
    status: status ? statusWords(status, view) : '',
  });
}

/**
 * What happens and changes on the day itself, short: `spoken` to be read out with the date (empty where nothing does),
 * `note` to stand under it, which otherwise says since when nothing has changed.
 */
export function changeWords(view: TreatyView | null): { readonly spoken: string; readonly note: string } {
  if (!view) return { spoken: '', note: '' };
  const { atlas, day, moment, layers, language, viewpoint } = view;
  const events = atlas.events.filter(({ bound }) => bound.stated === day);
  const changes = moment.since === day ? groupChanges(atlas, moment, layers, viewpoint) : [];
  const told = [
    ...events.map(({ item }) => inLanguage(item.title, language)),
    ...changes.map((change) => changeText(change, view)),
  ];
  if (told.length > 0) {
    const first = (count: number): string => {
      const list = told.slice(0, count).join('; ');
      const rest = told.length - count;
      return rest > 0 ? message(language, 'slider.more', { list, count: rest }) : list;
    };
    return { spoken: first(READ_OUT), note: first(1) };
  }
  const since = atlas.statedChangeDays.findLast((turning) => turning <= day);
  const note =
    since === undefined ? '' : message(language, 'slider.unchanged', { date: writeDay(since, language) });
  return { spoken: '', note };
}
