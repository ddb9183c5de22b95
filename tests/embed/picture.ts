import sharp from 'sharp';
import type { Frame, Page } from 'playwright';

/** Where a place lies on the page, CSS pixels, on the map that a page or a frame in it has. */
async function placeOf(frame: Frame, at: [number, number]): Promise<{ x: number; y: number }> {
  const inside = await frame.evaluate((lonLat) => {
    const map = document.querySelector('treaty-map');
    const point = map?.project(lonLat);
    if (!map || !point) throw new Error('There is no map to find a place on.');
    const box = map.getBoundingClientRect();
    return { x: point.x + box.x, y: point.y + box.y };
  }, at);
  const holder = frame.parentFrame() && (await (await frame.frameElement()).boundingBox());
  return { x: inside.x + (holder?.x ?? 0), y: inside.y + (holder?.y ?? 0) };
}

/** Places inside Mongolia, apart from each other: a name or a river may lie over one of them. */
const IN_MONGOLIA: readonly [number, number][] = [
  [93, 48.5],
  [96, 46.5],
  [98.5, 49.3],
  [109, 49],
  [112, 46.5],
];

/** Whether a map shows Mongolia in the tint of a recognised state on land: paper alone has more red than green. */
export async function showsMongolia(page: Page, frame: Frame = page.mainFrame()): Promise<boolean> {
  const picture = sharp(await page.screenshot()).removeAlpha();
  let tinted = 0;
  for (const at of IN_MONGOLIA) {
    const { x, y } = await placeOf(frame, at);
    const around = { left: Math.round(x) - 4, top: Math.round(y) - 4, width: 8, height: 8 };
    const pixels = await picture.clone().extract(around).raw().toBuffer();
    const mean = (channel: number): number =>
      pixels.filter((_, index) => index % 3 === channel).reduce((sum, value) => sum + value, 0) / 64;
    if (mean(1) > mean(0) + 2 && mean(1) > mean(2) + 2) tinted += 1;
  }
  return tinted > IN_MONGOLIA.length / 2;
}
