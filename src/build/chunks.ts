import { resolve } from 'node:path';
import type { Plugin } from 'rolldown';

interface Group {
  readonly name: string;
  readonly test: (id: string) => boolean;
  readonly includeDependenciesRecursively: false;
}

/** What Rolldown has every chunk import from a file of its own that is imported at run time: one file to fetch, and to wait for, more. */
const FROM_RUNTIME = /import \{ \w+ as __exportAll \} from "[^"]*rolldown-runtime[^"]*";/;
/** The same in the chunk itself: the namespace of a module, of functions that give what is exported. */
const EXPORT_ALL = `function __exportAll(all) {
  const module = {};
  for (const name in all) Object.defineProperty(module, name, { get: all[name], enumerable: true });
  return module;
}`;

/**
 * Keeps code together that is fetched together: every module goes to the first of the given chunks that needs it, so that no
 * chunk has to fetch another but for those before it.
 * @param parts for each chunk its name and the file that is imported for it, in the order in which they are fetched; what
 * the first has is not looked at
 */
export function chunksInOrder(parts: Readonly<Record<string, string>>): {
  readonly plugin: Plugin;
  readonly groups: readonly Group[];
} {
  const homes = new Map<string, string>();
  const plugin: Plugin = {
    name: 'chunks-in-order',
    buildEnd() {
      for (const [name, file] of Object.entries(parts)) {
        const open = [resolve(file)];
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          if (homes.has(id)) continue;
          homes.set(id, name);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      }
    },
    renderChunk: (code) => code.replace(FROM_RUNTIME, EXPORT_ALL),
  };
  const groups = Object.keys(parts)
    .slice(1)
    .map((name) => ({
      name,
      test: (id: string) => homes.get(id) === name,
      includeDependenciesRecursively: false as const,
    }));
  return { plugin, groups };
}
