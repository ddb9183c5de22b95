import '../../src/treaty-map';
import { defineControls, fetchPages } from '../../src/elements/treaty-map/define-controls';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';

// A map brings its controls and pages with it; many a test has one without a map.
void defineControls(document.documentElement);
await fetchPages();

/** Puts an element made of HTML on the page, alone, and gives it back before anything has loaded. */
export function put(html: string): TreatyMap {
  document.body.innerHTML = html;
  const element = document.querySelector('treaty-map');
  if (!element) throw new Error('there is no treaty-map in the page');
  return element;
}

/** The same, shown and settled. */
export async function show(html = '<treaty-map style="height: 800px"></treaty-map>'): Promise<TreatyMap> {
  const element = put(html);
  await element.ready;
  await element.settled();
  return element;
}

/** The same, and with its relief, which comes after the first picture: another frame, and every colour a little darker. */
export async function showWhole(html?: string): Promise<TreatyMap> {
  const element = await show(html);
  while (!element.maplibre?.getLayer('relief')) await frames(1);
  await rest(element);
  return element;
}

/** Settled, and with nothing left that the map does of itself, such as setting the names of other days. */
export async function rest(element: TreatyMap): Promise<void> {
  await element.settled();
  await new Promise((resolve) => {
    element.maplibre?.once('idle', resolve);
    element.maplibre?.triggerRepaint();
  });
}

/** The events of a type that reach the page while `act` runs and the element settles. */
export async function eventsDuring<K extends keyof GlobalEventHandlersEventMap>(
  element: TreatyMap,
  type: K,
  act: () => void,
): Promise<GlobalEventHandlersEventMap[K][]> {
  const heard: GlobalEventHandlersEventMap[K][] = [];
  const hear = (event: GlobalEventHandlersEventMap[K]): number => heard.push(event);
  document.addEventListener(type, hear);
  act();
  await element.settled();
  document.removeEventListener(type, hear);
  return heard;
}

/** The next event of a type that the element fires. */
export function next<K extends keyof GlobalEventHandlersEventMap>(
  element: HTMLElement,
  type: K,
): Promise<GlobalEventHandlersEventMap[K]> {
  return new Promise((resolve) => {
    element.addEventListener(type, resolve, { once: true });
  });
}

/** Resolves after so many frames. */
export async function frames(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await new Promise(requestAnimationFrame);
}

/** What stands in the element as text, shadow roots included. */
export function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement) return '';
  const children =
    node instanceof Element && node.shadowRoot ? [node.shadowRoot, ...node.childNodes] : node.childNodes;
  return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : [...children].map(textOf).join(' ');
}

/** The color of the map at a place, as drawn: red, green, blue, from 0 to 255. */
export async function colorAt(element: TreatyMap, at: [number, number]): Promise<[number, number, number]> {
  const map = element.maplibre;
  if (!map) throw new Error('there is no map');
  const { x, y } = map.project(at);
  return new Promise((resolve) => {
    map.once('render', () => {
      const gl = map.getCanvas().getContext('webgl2') as WebGL2RenderingContext;
      const scale = gl.drawingBufferWidth / map.getCanvas().clientWidth;
      const pixel = new Uint8Array(4);
      gl.readPixels(
        Math.round(x * scale),
        gl.drawingBufferHeight - Math.round(y * scale),
        1,
        1,
        gl.RGBA,
        gl.UNSIGNED_BYTE,
        pixel,
      );
      resolve([pixel[0] as number, pixel[1] as number, pixel[2] as number]);
    });
    map.triggerRepaint();
  });
}
