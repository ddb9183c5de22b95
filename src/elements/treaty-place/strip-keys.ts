import type { ReactiveControllerHost } from 'lit';

/**
 * The keys of the strip, as of any toolbar: one stop for Tab, then left and right from band to band in time, up and down
 * to the band of the next row that lies nearest.
 */
export class StripKeys {
  #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
  }

  /** Gives Tab a band to stop at, where it has none: the first. */
  settle(): void {
    const bands = this.#bands;
    if (bands.length > 0 && !bands.some(({ tabIndex }) => tabIndex === 0)) this.#stopAt(bands[0]);
  }

  onFocus = (event: FocusEvent): void => {
    const band = (event.target as HTMLElement).closest<HTMLElement>('.band');
    if (band) this.#stopAt(band);
  };

  onKeydown = (event: KeyboardEvent): void => {
    const now = (event.target as HTMLElement).closest<HTMLElement>('.band');
    const next = now && this.#next(event.key, now);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  get #bands(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.strip .band')];
  }

  #stopAt(band: HTMLElement | undefined): void {
    for (const each of this.#bands) each.tabIndex = each === band ? 0 : -1;
  }

  #next(key: string, now: HTMLElement): HTMLElement | undefined {
    const rows = [...this.#host.renderRoot.querySelectorAll('.row')].map((row) => [
      ...row.querySelectorAll<HTMLElement>('.band'),
    ]);
    const at = rows.findIndex((row) => row.includes(now));
    const row = rows[at] ?? [];
    const index = row.indexOf(now);
    const forward = getComputedStyle(now).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        return row[index + (key === forward ? 1 : -1)];
      case 'Home':
        return row[0];
      case 'End':
        return row.at(-1);
      case 'ArrowUp':
      case 'ArrowDown':
        return nearestTo(now, rows[at + (key === 'ArrowDown' ? 1 : -1)] ?? []);
      default:
        return undefined;
    }
  }
}

/** The band whose beginning lies nearest to that of another. */
function nearestTo(band: HTMLElement, row: readonly HTMLElement[]): HTMLElement | undefined {
  const left = ({ offsetLeft }: HTMLElement): number => Math.abs(offsetLeft - band.offsetLeft);
  return row.toSorted((a, b) => left(a) - left(b))[0];
}
