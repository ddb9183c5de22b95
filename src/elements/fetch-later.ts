import { once } from './once';

/** Fetches the code that comes with the reader, `later.ts`. */
export const fetchLater = once(() => import('./later'));

/** What tells that a reader has come to an element. */
const COMING = ['pointerenter', 'focusin'];

/** Does something when a reader first comes to an element: with a pointer, a finger or the focus. */
export function whenSomebodyComes(element: Element, act: () => void): void {
  for (const type of COMING) element.addEventListener(type, act, { once: true });
}
