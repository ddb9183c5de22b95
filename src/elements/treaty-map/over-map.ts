import type { Insets } from '../../map/treaty-map-view';

/** The least share of the height of the map that a list over it leaves in sight, if it is to be counted at all. */
const IN_SIGHT = 0.3;

/** Where the list comes to lie in the window: a sheet takes a moment to come up. Null where it is not shown. */
function listBox(root: ParentNode): DOMRect | null {
  const [stage, list] = ['.stage', '.list'].map((part) => root.querySelector<HTMLElement>(part));
  if (!stage || !list?.offsetWidth) return null;
  const { left, top } = stage.getBoundingClientRect();
  const [x, y] = [list.offsetLeft - stage.offsetLeft, list.offsetTop - stage.offsetTop];
  return new DOMRect(left + x, top + y, list.offsetWidth, list.offsetHeight);
}

/**
 * What lies over the map, CSS pixels from its edges: the legend where it stands there always, else the heading; and a list
 * that leaves the map in sight.
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
  // Below the map where that is narrow, beside it where it is low.
  const list = listBox(root);
  const isBelow = list && list.left <= map.left && list.right >= map.right;
  let [left, right] = [0, 0];
  // Which side that is depends on which way the page is read.
  for (const box of [legend, isBelow ? null : list]) {
    if (!box) continue;
    if (box.left - map.left < map.right - box.right) left = Math.max(left, box.right - map.left);
    else right = Math.max(right, map.right - box.left);
  }
  return {
    top: Math.max(0, heading ? heading.bottom - map.top : 0),
    right,
    bottom: isBelow && list.top - map.top > IN_SIGHT * map.height ? Math.max(0, map.bottom - list.top) : 0,
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
