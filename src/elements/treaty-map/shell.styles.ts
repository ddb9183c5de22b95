/** The box of the element, there before anything else is, so that nothing on the page moves when the rest comes. */
const BOX = `
  :host {
    display: block;
    position: relative;
    box-sizing: border-box;
    inline-size: 100%;
    aspect-ratio: 16 / 10;
    min-block-size: 320px;
    container: treaty-map / size;
    overflow: hidden;
    isolation: isolate;
  }

  :host([hidden]) {
    display: none;
  }
`;

let sheet: CSSStyleSheet | null = null;

/** The style sheet of the box, one for all elements. */
export function boxSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(BOX);
  }
  return sheet;
}
