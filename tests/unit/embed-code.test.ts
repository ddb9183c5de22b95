import { describe, expect, it } from 'vitest';
import { embedCode, frameAddress, type Embed } from '../../src/page/embed-code';

const SITE = 'https://your.site/map/';
const EMBED: Embed = {
  date: '1946-01-05',
  layers: ['mongolia', 'ports'],
  theme: 'dark',
  width: 640,
  height: 400,
};
const ALL: Embed = { ...EMBED, layers: null, theme: null };

describe('the code of an embed', () => {
  it('is a script tag with what differs from the first view', () => {
    const code = embedCode('script', EMBED, SITE, 'Map', '');
    expect(code).toContain('<script type="module" src="https://your.site/map/treaty-map.js"></script>');
    expect(code).toContain(
      '<treaty-map date="1946-01-05" layers="mongolia ports" theme="dark"></treaty-map>',
    );
    expect(code).toContain('inline-size: 640px');
    expect(embedCode('script', ALL, SITE, 'Map', '')).toContain(
      '<treaty-map date="1946-01-05"></treaty-map>',
    );
  });

  it('is an iframe, its address and title escaped', () => {
    expect(frameAddress(EMBED, SITE)).toBe(
      'https://your.site/map/embed.html?date=1946-01-05&layers=mongolia,ports&theme=dark',
    );
    expect(embedCode('iframe', ALL, SITE, 'A "map" & more', '')).toBe(
      '<iframe src="https://your.site/map/embed.html?date=1946-01-05" width="640" height="400" ' +
        'title="A &quot;map&quot; &amp; more" loading="lazy"></iframe>',
    );
  });

  it('is a module for a bundler', () => {
    const code = embedCode('npm', EMBED, SITE, 'Map', '');
    expect(code).toContain("import 'treaty-map/define';");
    expect(code).toContain("map.setAttribute('layers', 'mongolia ports');");
    expect(code).toContain("map.style.blockSize = '400px';");
  });

  it('is the address of the page of the day', () => {
    const page = `${SITE}on/1946-01-05/`;
    expect(embedCode('oembed', EMBED, SITE, 'Map', page)).toBe(page);
  });

  it('shows no layer where none is chosen', () => {
    const none: Embed = { ...ALL, layers: [] };
    expect(frameAddress(none, SITE)).toContain('&layers=');
    expect(embedCode('script', none, SITE, 'Map', '')).toContain(' layers=""');
  });
});
