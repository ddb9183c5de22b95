import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as analyzer from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type typescript from 'typescript';

/*
 * What the elements offer, read from their source: the manifest of the package (`custom-elements.json`), from which the
 * tables of the README are made too.
 */

/** What the analyzer exports besides the types that it declares: itself, and the compiler it was made for. */
const { create, ts } = analyzer as unknown as {
  readonly ts: typeof typescript;
  create(options: { modules: readonly typescript.SourceFile[]; plugins: readonly object[] }): Manifest;
};

const ELEMENTS = 'src/elements';
const SETTINGS_FILE = 'src/elements/treaty-map/attributes.ts';

/** A thing with a name and a sentence: a slot, a part, an event, a custom property. */
export interface Named {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
}

export interface Attribute extends Named {
  fieldName?: string;
}

export interface Member extends Named {
  kind: 'field' | 'method';
  privacy?: string;
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
  parameters?: (Named & { optional?: boolean })[];
  return?: { type?: { text: string } };
}

export interface Declaration extends Named {
  kind: string;
  summary?: string;
  tagName?: string;
  customElement?: boolean;
  superclass?: { name: string };
  members?: Member[];
  attributes?: Attribute[];
  events?: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
}

export interface Manifest {
  schemaVersion: string;
  readme: string;
  modules: { kind: string; path: string; declarations: Declaration[]; exports: unknown[] }[];
}

/** The one line of a description. */
const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

async function sourceFiles(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const names = (await readdir(ELEMENTS, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(ELEMENTS, name);
      return { path, text: await readFile(path, 'utf8') };
    }),
  );
}

/** The tag of each class, as TypeScript is told of it. */
function tagsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    texts.flatMap((text) => {
      const tags = /interface HTMLElementTagNameMap \{([^}]*)\}/.exec(text)?.[1] ?? '';
      return [...tags.matchAll(/'([a-z-]+)': (\w+);/g)].map(
        ([, tag, name]) => [name as string, tag as string] as const,
      );
    }),
  );
}

/** The attributes of `<treaty-map>` that are settings, with their properties: it is no Lit element, and has a table of them. */
function settingsOf(source: string): readonly (readonly [attribute: string, property: string])[] {
  const table = /const SETTINGS = \{([^}]*)\}/.exec(source)?.[1];
  const rows = [...(table ?? '').matchAll(/^\s*'?([a-z-]+)'?: '(\w+)',$/gm)].map(
    ([, attribute, property]) => [attribute as string, property as string] as const,
  );
  if (rows.length === 0)
    throw new Error(`${SETTINGS_FILE} has no table SETTINGS of attributes and properties.`);
  return rows;
}

/** The fields that a page reads of an event, by the type of the event. */
function eventFields(declarations: readonly Declaration[]): ReadonlyMap<string, readonly Member[]> {
  return new Map(
    declarations.flatMap(({ members = [] }) => {
      const type = members.find(({ name, static: own }) => own && name === 'type')?.default;
      return type ? [[type.replaceAll("'", ''), members.filter(({ static: own }) => !own)] as const] : [];
    }),
  );
}

export interface Docs {
  readonly manifest: Manifest;
  /** The fields of each event. */
  readonly fields: ReadonlyMap<string, readonly Member[]>;
}

/** Set on a shadow root in a constructor, which the analyzer takes for a field of the element. */
const NO_FIELD = 'adoptedStyleSheets';

const isPublic = ({ privacy, name, kind, description }: Member): boolean =>
  name !== NO_FIELD &&
  privacy !== 'private' &&
  privacy !== 'protected' &&
  !/^[_#]/.test(name) &&
  (kind === 'field' || Boolean(description));

/** Reads the source. Throws where something that a page sees has no sentence. */
export async function readDocs(): Promise<Docs> {
  const files = await sourceFiles();
  const modules = files.map(({ path, text }) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
  );
  const read = create({ modules, plugins: litPlugin() });
  const all = read.modules.flatMap(({ declarations }) => declarations);
  const tags = tagsOf(files.map(({ text }) => text));
  const settings = settingsOf(files.find(({ path }) => path === SETTINGS_FILE)?.text ?? '');
  const problems: string[] = [];
  const elements = all
    .filter(({ name }) => tags.has(name))
    .map((declaration): Declaration => {
      const tagName = tags.get(declaration.name) as string;
      const members = (declaration.members ?? []).filter(isPublic);
      const own = tagName === 'treaty-map' ? settings : [];
      const attributes = [
        ...own.map(([name, fieldName]): Attribute => {
          const { description, type } = members.find((member) => member.name === fieldName) ?? {};
          return { name, fieldName, ...(description && { description }), ...(type && { type }) };
        }),
        ...(declaration.attributes ?? []).filter(({ name }) => !own.some(([setting]) => setting === name)),
      ];
      const named = {
        attributes,
        // One is made up by the analyzer from each `new XEvent(…)` that is dispatched.
        events: (declaration.events ?? []).filter(({ name, description }) => name && description),
        slots: declaration.slots ?? [],
        cssParts: declaration.cssParts ?? [],
        cssProperties: declaration.cssProperties ?? [],
      };
      for (const [what, things] of Object.entries({ ...named, members })) {
        for (const thing of things) {
          thing.description = oneLine(thing.description);
          if (!thing.description) problems.push(`${tagName}: ${what}: "${thing.name}" has no sentence`);
        }
      }
      return {
        kind: 'class',
        name: declaration.name,
        tagName,
        customElement: true,
        summary: oneLine(declaration.summary),
        description: oneLine(declaration.description),
        superclass: { name: 'HTMLElement' },
        members: members.map((member) => ({ ...member })),
        ...named,
      };
    })
    .sort(
      (a, b) =>
        Number(b.tagName === 'treaty-map') - Number(a.tagName === 'treaty-map') ||
        (a.tagName ?? '').localeCompare(b.tagName ?? ''),
    );
  if (problems.length > 0) throw new Error(`The documentation has gaps:\n${problems.join('\n')}`);
  const exports = elements.map(({ name }) => ({
    kind: 'js',
    name,
    declaration: { name, module: 'dist/lib/index.js' },
  }));
  const definitions = elements.map(({ name, tagName }) => ({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name, module: 'dist/lib/index.js' },
  }));
  return {
    manifest: {
      schemaVersion: '1.0.0',
      readme: 'README.md',
      modules: [
        { kind: 'javascript-module', path: 'dist/lib/index.js', declarations: elements, exports },
        { kind: 'javascript-module', path: 'dist/lib/define.js', declarations: [], exports: definitions },
      ],
    },
    fields: eventFields(all),
  };
}
