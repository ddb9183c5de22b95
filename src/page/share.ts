/** What is needed of `<treaty-map>`: a reference to what it shows. */
type Citable = HTMLElement & { cite(format: 'text' | 'bibtex' | 'csl-json'): Promise<string> };
type Format = Parameters<Citable['cite']>[0];

/**
 * Fills the fields of the dialog with what the map shows at the moment when it is opened: its address, and a reference to it
 * in the form that is chosen.
 * @param failed said in place of a reference that could not be written
 */
export function setUpSharing(map: Citable, failed: string): void {
  const link = document.querySelector<HTMLInputElement>('#link');
  const citation = document.querySelector<HTMLTextAreaElement>('#citation');
  const format = document.querySelector<HTMLSelectElement>('#cite-format');
  if (!link || !citation || !format) return;
  const cite = (): void => {
    const asked = format.value as Format;
    map.cite(asked).then(
      (text) => {
        if (format.value === asked) citation.value = text;
      },
      () => (citation.value = failed),
    );
  };
  format.addEventListener('change', cite);
  document.querySelector('[data-opens="share"]')?.addEventListener('click', () => {
    link.value = location.href;
    cite();
  });
}
