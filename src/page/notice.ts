/** Says something over the map, in words that a reader can put away. A later notice takes the place of an earlier one. */
export function notify(words: string): void {
  const notice = document.querySelector<HTMLElement>('#notice');
  const place = notice?.querySelector('span');
  if (!notice || !place) return;
  place.textContent = words;
  notice.hidden = false;
  notice.querySelector('button')?.addEventListener('click', () => (notice.hidden = true), { once: true });
}
