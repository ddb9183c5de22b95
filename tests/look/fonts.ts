import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * Fonts for the pictures that guard the look: a machine in CI has others, or none, and would draw other names. They come
 * from npm, are served with the pictures' own copy of the site alone, and go by the names that the house asks for.
 */

const FACES: readonly { readonly font: string; readonly as: string; readonly files: readonly string[] }[] = [
  { font: 'noto-sans', as: 'Noto Sans', files: ['400', '600', '400-italic'] },
  { font: 'noto-serif', as: 'Noto Serif', files: ['400', '600', '400-italic'] },
  { font: 'noto-sans-sc', as: 'Noto Sans CJK SC', files: ['400'] },
  { font: 'noto-sans-sc', as: 'Noto Serif CJK SC', files: ['400'] },
];

/** Every letter beyond ASCII that the atlas may write on the map. */
async function lettersIn(atlas: string): Promise<string> {
  const files = (await readdir(atlas, { recursive: true })).filter((name) => /\.(json|geojson)$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(atlas, name), 'utf8')));
  return [...new Set(texts.join(''))].filter((letter) => letter > '~').join('');
}

/** Gives a built site fonts of its own, and has its page wait for them. */
export async function addFonts(site: string): Promise<void> {
  const folder = join(site, 'fonts');
  await mkdir(folder);
  const styles: string[] = [];
  for (const { font, as, files } of FACES) {
    const from = join('node_modules/@fontsource', font);
    for (const file of files) {
      const css = await readFile(join(from, `${file}.css`), 'utf8');
      styles.push(
        css
          .replace(/font-family: '[^']+'/g, `font-family: '${as}'`)
          .replace(/, url\([^)]+\.woff\) format\('woff'\)/g, '')
          .replaceAll('./files/', `./${font}/`),
      );
    }
    await cp(join(from, 'files'), join(folder, font), {
      recursive: true,
      filter: (path) => !path.endsWith('.woff') && !/-[1235789]00-(?:normal|italic)\./.test(path),
    });
  }
  await writeFile(join(folder, 'fonts.css'), styles.join('\n'));
  const fonts = FACES.flatMap(({ as, files }) =>
    files.map((file) => `${file.endsWith('italic') ? 'italic ' : ''}${file.slice(0, 3)} 16px "${as}"`),
  );
  const page = join(site, 'index.html');
  const html = await readFile(page, 'utf8');
  const scripts = [...html.matchAll(/<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/g)];
  if (scripts.length === 0) throw new Error('index.html has no script to put the fonts before');
  // The map waits for its fonts: what it has drawn in others it does not draw again.
  const waiting = `<link rel="stylesheet" href="./fonts/fonts.css" />
    <script type="module">
      const letters = ${JSON.stringify(`Aa ${await lettersIn(join(site, 'treaty-1945'))}`)};
      await Promise.all(${JSON.stringify(fonts)}.map((font) => document.fonts.load(font, letters)));
      ${scripts.map(([, address]) => `await import('${address}');`).join('\n      ')}
    </script>`;
  const bare = scripts.reduce((rest, [script]) => rest.replace(script, ''), html);
  await writeFile(
    page,
    bare.replace('</head>', () => `${waiting}</head>`),
  );
}
