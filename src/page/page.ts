import { pageText, type PageKey } from '../language/page-texts';
import { setUpCopying, setUpDialogs } from './dialogs';
import { setUpEmbedding } from './embed-builder';
import { keepAddress } from './keep-address';
import { notify } from './notice';
import { setUpSharing } from './share';

for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
  element.textContent = pageText(document.documentElement.lang, element.dataset['text'] as PageKey);
}
for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
  element.ariaLabel = pageText(document.documentElement.lang, element.dataset['label'] as PageKey);
}
const say = (key: PageKey): string => pageText(document.documentElement.lang, key);
setUpDialogs(say('page.close'));
setUpCopying(say('page.link-copied'), say('page.link-select'));

/** Says once what an address has that means nothing here. */
function sayUnknown(parts: readonly string[]): void {
  notify(pageText(document.documentElement.lang, 'page.address-unknown', { parts: parts.join(', ') }));
}

const map = document.querySelector('treaty-map');
if (map) {
  keepAddress(map, sayUnknown);
  setUpSharing(map, say('page.cite-failed'));
  setUpEmbedding(map, document.documentElement.lang);
}
