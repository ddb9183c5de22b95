import sharp from 'sharp';
import type { Frame, Page } from 'playwright';

/** Red, green and blue, 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** What a page shows around a point, CSS pixels from its top left corner: the mean of a few pixels. */
export async function colorAt(page: Page, { x, y }: { x: number; y: number }): Promise<Color> {
  const png = await page.screenshot({
    clip: { x: Math.round(x) - 4, y: Math.round(y) - 4, width: 8, height: 8 },
  });
  const { channels } = await sharp(png).removeAlpha().stats();
  return channels.map(({ mean }) => mean) as unknown as Color;
}

/** Where a place lies on the page, CSS pixels, on the map that a page or a frame in it has. */
export async function placeOf(frame: Frame, at: [number, number]): Promise<{ x: number; y: number }> {
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

/** Whether a colour is the tint of a recognised state on land: paper alone has more red than green. */
const isTinted = ([red, green, blue]: Color): boolean => green > red + 2 && green > blue + 2;

/** Whether a map shows Mongolia as a recognised state. */
export async function showsMongolia(page: Page, frame: Frame = page.mainFrame()): Promise<boolean> {
  let tinted = 0;
  for (const at of IN_MONGOLIA) if (isTinted(await colorAt(page, await placeOf(frame, at)))) tinted += 1;
  return tinted > IN_MONGOLIA.length / 2;
}
