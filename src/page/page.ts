import type { MessageKey } from '../language/en';
import { message } from '../language/language';

/** The lines that put the map into another page; from the source there is no script yet, so its address is made up. */
function embedCode(): string {
  const folder = import.meta.env.DEV ? 'https://your.site/treaty-map/' : document.baseURI;
  const script = new URL('treaty-map.js', folder).href;
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
