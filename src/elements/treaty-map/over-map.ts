import type { Insets } from '../../map/treaty-map-view';

/**
 * What lies over the map, CSS pixels from its edges: the legend where it stands there always, else the heading; and the tour.
 * @param open whether the legend is a pane that is open
 */
export function insetsOf(root: ParentNode, canvas: Element, open: boolean): Insets {
  const map = canvas.getBoundingClientRect();
  const boxOf = (selector: string): DOMRect | undefined => {
    const box = root.querySelector(selector)?.getBoundingClientRect();
    return box?.width && box.height ? box : undefined;
  };
  const legend = open ? undefined : boxOf('.legend');
  const heading = legend ? undefined : boxOf('.heading');
  // The tour leaves the map in sight: below it where that is narrow, beside it where it is low.
  const tour = boxOf('.list[data-tour]');
  const isBelow = tour && tour.left <= map.left && tour.right >= map.right;
  let [left, right] = [0, 0];
  // Which side that is depends on which way the page is read.
  for (const box of [legend, isBelow ? undefined : tour]) {
    if (!box) continue;
    if (box.left - map.left < map.right - box.right) left = Math.max(left, box.right - map.left);
    else right = Math.max(right, map.right - box.left);
  }
  return {
    top: Math.max(0, heading ? heading.bottom - map.top : 0),
    right,
    bottom: Math.max(0, isBelow ? map.bottom - tour.top : 0),
    left,
  };
}

/**
 * The boxes in the window that stand over the map all the time; a pane that is open comes and goes too often to make names move.
 * @param open whether the legend is one
 */
export function coversOf(root: ParentNode, canvas: Element, open: boolean): DOMRect[] {
  const map = canvas.getBoundingClientRect();
  const actions = root.querySelector<HTMLSlotElement>('slot[name=actions]')?.assignedElements() ?? [];
  const parts = root.querySelectorAll(`${open ? '' : '.legend, '}.heading, .credit, .tools, .openers`);
  return [...parts, ...actions].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    // The legend is as long as the day has signs.
    return new DOMRect(x, y, width, part.className === 'legend' && height > 0 ? map.bottom - y : height);
  });
}
