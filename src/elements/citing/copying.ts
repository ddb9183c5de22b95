import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { laterMessage } from '../../language/later';
import { CITE_FORMATS, type CiteFormat } from './cite';

/** What was asked for last, and what came of it. */
interface Copied {
  readonly key: string;
  readonly format: CiteFormat;
  /** The reference; null until it is written, or where it could not be. */
  readonly text: string | null;
  readonly said: 'copied' | 'select' | 'failed' | null;
}

/**
 * Buttons that write a reference and copy it. What is written stands below them, to be read and, where the browser does
 * not let a page copy, selected.
 */
export class Copying implements ReactiveController {
  #host: ReactiveControllerHost;
  #copied: Copied | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#copied = null;
  }

  /**
   * The buttons for one thing.
   * @param key tells it from others on the same page
   * @param label what the buttons write a reference to
   * @param words what stands before them, and says what is copied
   */
  render(
    key: string,
    label: string,
    words: string,
    language: string,
    write: (format: CiteFormat) => Promise<string>,
  ): TemplateResult {
    const copied = this.#copied?.key === key ? this.#copied : null;
    return html`<div class="cite" role="group" aria-label=${label} part="cite">
      <div class="formats">
        <span>${words}</span>
        ${CITE_FORMATS.map(
          (format) =>
            html`<button
              type="button"
              aria-pressed=${copied?.format === format}
              @click=${() => void this.#copy(key, format, write)}
            >
              ${laterMessage(language, `cite.${format}`)}
            </button>`,
        )}
      </div>
      <p class="said" role="status">
        ${copied?.said ? laterMessage(language, `cite.${copied.said}`) : nothing}
      </p>
      ${
        !copied || copied.text === null
          ? nothing
          : html`<pre class="reference" part="reference" tabindex="0" aria-label=${label}>
${copied.text}</pre>`
      }
    </div>`;
  }

  async #copy(
    key: string,
    format: CiteFormat,
    write: (format: CiteFormat) => Promise<string>,
  ): Promise<void> {
    const asked: Copied = { key, format, text: null, said: null };
    this.#say(asked);
    const text = await write(format).catch(() => null);
    // Another may have been asked for meanwhile.
    if (this.#copied !== asked) return;
    const written: Copied = { ...asked, text, said: text === null ? 'failed' : null };
    this.#say(written);
    if (text === null) return;
    // The browser may ask the reader first, for as long as it takes: what is written stands there all the same.
    const said = await copy(text);
    if (this.#copied === written) this.#say({ ...written, said });
  }

  #say(copied: Copied): void {
    this.#copied = copied;
    this.#host.requestUpdate();
  }
}

/** Not every page may write to the clipboard: one that is not secure, or a frame, may not. */
async function copy(text: string): Promise<'copied' | 'select'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'select';
  }
}
