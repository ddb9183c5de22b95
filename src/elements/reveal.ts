/** The element that scrolls what is in another, across shadow roots; null where nothing does but the page itself. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  let node: Node | null = element.parentNode;
  for (; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (!(node instanceof HTMLElement) || node === node.ownerDocument.documentElement) continue;
    const { overflowY } = getComputedStyle(node);
    if (/auto|scroll/.test(overflowY) && node.scrollHeight > node.clientHeight) return node;
  }
  return null;
}

/** Brings an element into sight in what scrolls it, a third from the top; never scrolls the page around the map. */
export function revealIn(element: HTMLElement): void {
  const scroller = scrollerOf(element);
  if (!scroller || scroller === element.ownerDocument.body) return;
  const [box, place] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
  if (place.top >= box.top && place.bottom <= box.bottom) return;
  scroller.scrollTop += place.top - box.top - Math.max(8, (scroller.clientHeight - place.height) / 3);
}
