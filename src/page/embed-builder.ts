import { dateFormat } from '../language/language';
import { pageText, type PageKey } from '../language/page-texts';
import { embedCode, FORMS, frameAddress, type Embed, type Form } from './embed-code';

/** What is needed of `<treaty-map>`. */
type Shown = HTMLElement & {
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly layers: readonly string[];
};

/** What is needed of a layer in the record. */
interface Layer {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
}

async function json<Content>(address: string | URL): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${String(address)}: status ${response.status}`);
  return response.json() as Promise<Content>;
}

const clamped = (input: HTMLInputElement): number => {
  const [least, most, value] = [Number(input.min), Number(input.max), Math.round(Number(input.value))];
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
};

/**
 * The part of the dialog that puts an embed together: what it shows is chosen, seen at once in an iframe, and copied in any
 * of the four forms. It begins with what the map shows.
 */
class EmbedBuilder {
  readonly #map: Shown;
  readonly #language: string;
  readonly #form: HTMLFormElement;
  readonly #preview: HTMLIFrameElement;
  readonly #code: HTMLTextAreaElement;
  readonly #note: HTMLElement;
  /** Where the script lies; from the source there is no script yet, so its address is made up in what is copied. */
  readonly #site = new URL('.', document.baseURI).href;
  readonly #written = import.meta.env.DEV ? 'https://your.site/treaty-map/' : this.#site;

  /** The days that have pages; null for none. */
  #days: readonly string[] | null = null;

  constructor(root: HTMLElement, map: Shown, language: string) {
    const find = <T extends HTMLElement>(selector: string): T => root.querySelector<T>(selector) as T;
    this.#map = map;
    this.#language = language;
    this.#form = find('form');
    this.#preview = find('iframe');
    this.#code = find('textarea');
    this.#note = find('.embed-note');
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('change', () => this.#show());
    new ResizeObserver(() => this.#fit()).observe(this.#preview.parentElement as HTMLElement);
    this.#preview.title = this.#say('embed.preview');
  }

  /** Begins with what the map shows. */
  async open(): Promise<void> {
    const date = this.#field('date');
    [date.min, date.max, date.value] = [this.#map.from, this.#map.until, this.#map.date];
    await Promise.all([this.#boxes().length === 0 && this.#showLayers(), this.#findDays()]);
    const shown = this.#map.layers;
    for (const box of this.#boxes()) box.checked = shown.includes(box.value);
    this.#show();
  }

  /** Lets the map of the preview go. */
  close(): void {
    this.#preview.src = 'about:blank';
  }

  #say(key: PageKey, values?: Readonly<Record<string, string>>): string {
    return pageText(this.#language, key, values);
  }

  #field(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('input[name="layer"]')];
  }

  /** Without their names there is nothing to choose from, and the embed shows all. */
  async #showLayers(): Promise<void> {
    const place = this.#form.querySelector('.embed-layers');
    const { atlas } = this.#map.constructor as unknown as { readonly atlas: URL };
    try {
      const { layers } = await json<{ readonly layers: readonly Layer[] }>(atlas);
      place?.replaceChildren(...layers.map(({ id, title }) => this.#box(id, title)));
    } catch {
      place?.replaceChildren(this.#say('embed.failed'));
    }
  }

  #box(id: string, title: Layer['title']): HTMLElement {
    const label = document.createElement('label');
    const box = Object.assign(document.createElement('input'), {
      type: 'checkbox',
      name: 'layer',
      value: id,
    });
    label.append(box, title[this.#language] ?? title['en'] ?? id);
    return label;
  }

  #chosen(): Embed {
    const boxes = this.#boxes();
    const layers = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const { value: theme } = this.#field('theme');
    const date = this.#field('date');
    return {
      date: date.value && date.validity.valid ? date.value : this.#map.date,
      layers: layers.length === boxes.length ? null : layers,
      theme: theme === 'light' || theme === 'dark' ? theme : null,
      width: clamped(this.#field('width')),
      height: clamped(this.#field('height')),
    };
  }

  #show(): void {
    const embed = this.#chosen();
    const form = FORMS.find((known) => known === this.#field('form').value) ?? ('script' satisfies Form);
    const src = frameAddress(embed, this.#site);
    if (this.#preview.src !== src) this.#preview.src = src;
    [this.#preview.style.inlineSize, this.#preview.style.blockSize] = [
      `${embed.width}px`,
      `${embed.height}px`,
    ];
    this.#fit();
    const words = { date: dateFormat(this.#language, 'long').format(Date.parse(embed.date)) };
    const page =
      form === 'oembed' ? this.#dayPage(embed.date) : { address: '', note: `embed.about-${form}` as const };
    this.#note.textContent = this.#say(page.note, words);
    this.#code.value = embedCode(form, embed, this.#written, this.#say('embed.title', words), page.address);
    // Where there is nothing to copy, as the note says.
    this.#code.parentElement?.classList.toggle('empty', this.#code.value === '');
  }

  /** The embed is drawn as large as it will be, and shown as small as its place. */
  #fit(): void {
    const place = this.#preview.parentElement as HTMLElement;
    const scale = Math.min(1, place.clientWidth / (this.#preview.offsetWidth || 1));
    this.#preview.style.scale = String(scale);
    place.style.blockSize = `${this.#preview.offsetHeight * scale}px`;
  }

  /** A site that was built for its address has pages for some days, and says of itself how it is embedded. */
  async #findDays(): Promise<void> {
    if (!document.querySelector('link[type="application/json+oembed"]')) return;
    this.#days ??= await json<readonly string[]>(`${this.#site}on/days.json`).catch(() => null);
  }

  /** The address that stands for a day, and what to say of it. */
  #dayPage(date: string): { readonly address: string; readonly note: PageKey } {
    if (!this.#days) return { address: '', note: 'embed.no-pages' };
    return this.#days.includes(date)
      ? { address: `${this.#site}on/${date}/`, note: 'embed.about-oembed' }
      : { address: this.#site, note: 'embed.no-page' };
  }
}

/** Makes the part of the dialog ready. It costs nothing until it is opened: its preview is a map of its own. */
export function setUpEmbedding(map: Shown, language: string): void {
  const root = document.querySelector<HTMLDetailsElement>('#embed');
  if (!root) return;
  const builder = new EmbedBuilder(root, map, language);
  root.addEventListener('toggle', () => void (root.open ? builder.open() : builder.close()));
  root.closest('dialog')?.addEventListener('close', () => (root.open = false));
}
