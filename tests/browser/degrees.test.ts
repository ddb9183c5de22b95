import { expect, it } from 'vitest';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { frames, show } from './page';

function numbersOf(element: TreatyMap): string[] {
  const box = element.shadowRoot?.querySelector('.degrees');
  expect(box?.getAttribute('aria-hidden')).toBe('true');
  return [...(box?.children ?? [])].map(({ textContent }) => textContent);
}

it('numbers the graticule at the edge of what is seen, anew wherever the map comes to rest', async () => {
  const element = await show('<treaty-map style="height: 600px" controls=""></treaty-map>');
  const map = element.maplibre;
  if (!map) throw new Error('there is no map');
  const whole = numbersOf(element);
  expect(whole).toEqual(expect.arrayContaining(['100°', '110°', '120°', '40°', '50°']));
  map.jumpTo({ center: [121, 39], zoom: 5 });
  await frames(2);
  const near = numbersOf(element);
  expect(near).toContain('120°');
  expect(near).not.toContain('90°');
});
