import { carryFiles } from '../../atlas/fetch-file';

/*
 * The atlas in modules: a bundler moves modules wherever it likes and their code still finds them, which cannot be said of
 * a folder of files. Those that the first picture needs come together, each picture of the relief alone.
 */
const PARTS: readonly {
  readonly files: RegExp;
  readonly load: () => Promise<{ readonly files: Readonly<Record<string, string>> }>;
}[] = [
  { files: /json$/, load: () => import('virtual:atlas/record') },
  { files: /conic\.avif$/, load: () => import('virtual:atlas/relief-conic') },
  { files: /mercator\.avif$/, load: () => import('virtual:atlas/relief-mercator') },
];

async function answer(load: (typeof PARTS)[number]['load'], path: string): Promise<Response> {
  const text = (await load()).files[path];
  if (text === undefined) return new Response(null, { status: 404 });
  if (!path.endsWith('.avif')) return new Response(text);
  return new Response(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
}

/** Where the atlas of the package is found. */
export const atlasAddress = carryFiles((path) => {
  const part = PARTS.find(({ files }) => files.test(path));
  return part ? answer(part.load, path) : null;
}, 'atlas.json');
