import { resolve } from 'node:path';
import type { Plugin } from 'rolldown';

interface Group {
  readonly name: string;
  readonly test: (id: string) => boolean;
  readonly includeDependenciesRecursively: false;
}

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
