import { afterEach, expect, it } from 'vitest';
import { showWhole } from './page';

afterEach(() => document.documentElement.removeAttribute('dir'));

/** Every pixel of the map alone. */
async function drawn(dir: 'ltr' | 'rtl'): Promise<Uint8Array> {
  document.documentElement.dir = dir;
  const { maplibre: map } = await showWhole(
    '<treaty-map style="height: 500px" date="1946-01-05" controls="" theme="light"></treaty-map>',
  );
  if (!map) throw new Error('there is no map');
  map.redraw();
  const gl = map.getCanvas().getContext('webgl2') as WebGL2RenderingContext;
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  const picture = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  return picture;
}

it('draws the same names, with their brackets, on a page that reads from the right', async () => {
  const [left, right] = [await drawn('ltr'), await drawn('rtl')];
  expect(right.length).toBe(left.length);
  expect(right.filter((value, index) => value !== left[index]).length).toBe(0);
});
