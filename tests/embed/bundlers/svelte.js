/* Compiles Svelte's components, `node svelte.js`: what is tried here is what the bundlers do with the package. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { compile } from 'svelte/compiler';

await mkdir('hosts/built', { recursive: true });
for (const name of ['Element', 'Frame']) {
  const source = await readFile(`hosts/${name}.svelte`, 'utf8');
  await writeFile(`hosts/built/${name}.js`, compile(source, { generate: 'client' }).js.code);
}
