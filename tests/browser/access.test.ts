import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from './page';

afterEach(() => {
  document.body.innerHTML = '';
});

describe('access', () => {
  it('has nothing that axe finds at three sizes, with legend, list and panel', async () => {
    const element = await show('<main><treaty-map style="height: 900px"></treaty-map></main>');
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
      [480, 320],
    ] as const) {
      await page.viewport(width, height);
      element.style.height = `${height}px`;
      await element.settled();
      const { violations } = await axe.run(element);
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        `${width} x ${height}`,
      ).toEqual([]);
    }
  });
});
