import type { MessageKey } from '../language/en';
import { message } from '../language/language';

/** The line that puts the map into another page, with the address this page was opened from. */
function embedCode(): string {
  const script = new URL('treaty-map.js', document.baseURI).href;
  return [
    `<script type="module" src="${script}"></script>`,
    '<treaty-map date="1945-08-14"></treaty-map>',
  ].join('\n');
}

for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
  element.textContent = message(document.documentElement.lang, element.dataset['text'] as MessageKey);
}
const code = document.querySelector('#embed-code');
if (code) code.textContent = embedCode();
