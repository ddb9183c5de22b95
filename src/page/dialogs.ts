/** Gives a dialog the button that closes it, last in its place and first in sight. */
function addClose(dialog: HTMLDialogElement, label: string): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'close';
  button.ariaLabel = label;
  button.title = label;
  button.textContent = '×';
  button.addEventListener('click', () => dialog.close());
  dialog.prepend(button);
}

/**
 * Buttons that carry `data-opens` open the dialog of that id; it closes by Escape, by its button and by a click beside it, and
 * the focus goes back to where it was.
 * @param closeLabel name of the button that closes
 */
export function setUpDialogs(closeLabel: string): void {
  for (const dialog of document.querySelectorAll('dialog')) {
    addClose(dialog, closeLabel);
    // What is clicked beside the dialog is its backdrop, which counts as itself: all inside is in an element of its own.
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-opens]')) {
    const dialog = document.getElementById(button.dataset['opens'] ?? '');
    if (dialog instanceof HTMLDialogElement) button.addEventListener('click', () => dialog.showModal());
  }
}

/**
 * Buttons that carry `data-copies` copy what stands in the field of that id, and say so in the `.copied` of their section;
 * where the page may not copy, the text is marked for whoever will.
 */
export function setUpCopying(copied: string, marked: string): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copies]')) {
    const field = document.getElementById(button.dataset['copies'] ?? '');
    const said = button.closest('section')?.querySelector('.copied');
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !said) continue;
    button.addEventListener('click', () => {
      field.select();
      // Not there at all in a page without TLS.
      const clipboard = navigator.clipboard as Clipboard | undefined;
      const copying = clipboard?.writeText(field.value) ?? Promise.reject(new Error('no clipboard'));
      copying.then(
        () => (said.textContent = copied),
        () => (said.textContent = marked),
      );
    });
  }
}
