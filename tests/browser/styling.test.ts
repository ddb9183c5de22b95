import { beforeAll, describe, expect, it } from 'vitest';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { frames, show } from './page';

describe('a page that styles the element', () => {
  let element: TreatyMap;

  beforeAll(async () => {
    element = await show(
      `<treaty-map style="height: 700px; --treaty-radius: 9px; --treaty-spacing: 40px">
        <small slot="credit">Map: The Daily Page</small>
      </treaty-map>`,
    );
  });

  /** A part of the element, or of a control in it. */
  function part(selector: string, control?: string): Element {
    const root = control ? element.shadowRoot?.querySelector(control)?.shadowRoot : element.shadowRoot;
    const found = root?.querySelector(selector);
    if (!found) throw new Error(`there is no ${selector} in ${control ?? 'the map'}`);
    return found;
  }

  it('rounds cards and fields as it says', () => {
    const round = [part('.tools'), part('.legend'), part('select', 'treaty-legend')];
    expect(round.map((box) => getComputedStyle(box).borderTopLeftRadius)).toEqual(['9px', '9px', '9px']);
  });

  it('gives texts the room that it says', () => {
    const record = part('treaty-record');
    const heading = part('h2', 'treaty-record');
    const room = heading.getBoundingClientRect().left - record.getBoundingClientRect().left;
    expect(Math.round(room)).toBe(40);
  });

  it.each([
    [1440, 900],
    [1000, 700],
    [390, 844],
    [480, 320],
  ])('has its credit above the scale at %i x %i, beside those of the map', async (width, height) => {
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    await frames(3);
    const credit = element.querySelector('small')?.getBoundingClientRect();
    const scale = part('.maplibregl-ctrl-scale').getBoundingClientRect();
    expect(credit?.width).toBeGreaterThan(50);
    expect(credit?.bottom).toBeLessThanOrEqual(scale.top);
    expect(part('.maplibregl-ctrl-attrib').textContent).toContain('Natural Earth');
  });
});
