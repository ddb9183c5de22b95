import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from './page';

afterEach(() => {
  document.body.innerHTML = '';
});

describe('access', () => {
  it.each([
    [1440, 900],
    [390, 844],
    [480, 320],
  ])('has nothing that axe finds at %i x %i', async (width, height) => {
    await page.viewport(width, height);
    const element = await show(`<main><treaty-map style="height: ${height}px"></treaty-map></main>`);
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: true } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
});
