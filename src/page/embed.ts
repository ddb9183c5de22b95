import { pageText, type PageKey } from '../language/page-texts';
import { readCommand, readFrame } from './frame';
import { notify } from './notice';

/*
 * The page that goes into an iframe: a map with the attributes that its address gives. It speaks to the page around it,
 * and listens, only if the address declares that page's origin.
 */

/** What the map tells the page around, and what of each event. */
const FACTS = {
  'treaty-ready': [],
  'treaty-date-change': ['date', 'previous', 'began', 'ended', 'changed'],
  'treaty-select': ['id', 'territory', 'provisions'],
  'treaty-error': ['message'],
} as const;

/** The shape of the map where nothing gives it a height, and the least in which it can be used, CSS pixels. */
const RATIO = 16 / 10;
const LEAST_HEIGHT = 320;

type Selecting = HTMLElement & { select(id: string | null): void };

/** The height that the frame would like for its width, CSS pixels. It depends on nothing else, so that it settles. */
function wishedHeight(notice: HTMLElement | null): number {
  return Math.ceil(Math.max(LEAST_HEIGHT, innerWidth / RATIO) + (notice?.offsetHeight ?? 0));
}

/** Tells the page around of the map, and does what it asks. */
function talk(map: Selecting, origin: string, known: readonly string[], say: typeof pageText): void {
  const send = (data: object): void => parent.postMessage(data, origin);
  for (const [type, fields] of Object.entries(FACTS)) {
    map.addEventListener(type, (event) => {
      const told = event as unknown as Readonly<Record<string, unknown>>;
      send({ type, ...Object.fromEntries(fields.map((field) => [field, told[field]])) });
    });
  }

  const notice = document.querySelector<HTMLElement>('#notice');
  let height = 0;
  const tellHeight = (): void => {
    const wished = wishedHeight(notice);
    if (wished === height) return;
    height = wished;
    send({ type: 'treaty-height', height });
  };
  const sizes = new ResizeObserver(tellHeight);
  sizes.observe(document.body);
  if (notice) sizes.observe(notice);

  addEventListener('message', ({ data, origin: from, source }) => {
    if (source !== parent || from !== origin) return;
    const command = readCommand(data, known);
    if (command?.type === 'treaty-select') map.select(command.id);
    else if (command?.type === 'treaty-set') {
      for (const [name, value] of command.attributes) {
        if (value === null) map.removeAttribute(name);
        else map.setAttribute(name, value);
      }
    } else if (command) {
      const words = say(map.lang, 'frame.command', { what: command.what, known: known.join(', ') });
      send({ type: 'treaty-error', message: words });
    }
  });
  tellHeight();
}

const element = await customElements.whenDefined('treaty-map');
const known = (element as typeof element & { observedAttributes: readonly string[] }).observedAttributes;
const frame = readFrame(location.search, known);
const language = frame.attributes.get('lang') ?? 'en';
document.documentElement.lang = language;
for (const text of document.querySelectorAll<HTMLElement>('[data-text]')) {
  text.textContent = pageText(language, text.dataset['text'] as PageKey);
}

const problems = [
  frame.unknown.length > 0 &&
    pageText(language, 'frame.unknown', {
      parameters: frame.unknown.join(', '),
      known: [...known, 'parent'].join(', '),
    }),
  frame.badParent !== null && pageText(language, 'frame.parent', { value: frame.badParent }),
].filter((problem) => problem !== false);
if (problems.length > 0) notify(problems.join(' '));

const map = document.createElement('treaty-map') as Selecting;
for (const [name, value] of frame.attributes) map.setAttribute(name, value);
if (frame.parent !== null && parent !== window) talk(map, frame.parent, known, pageText);
document.body.append(map);
