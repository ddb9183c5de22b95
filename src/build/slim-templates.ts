import type { Plugin } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';

/** A literal part of a template; whether its place counts what parts it from its neighbours depends on the language. */
interface Part {
  readonly start: number;
  readonly value: { readonly raw: string };
}

type Node = Readonly<Record<string, unknown>>;

const TAG = /^(?:html|svg|css)$/;

/** Takes out of a style sheet what no browser needs; what stands in quotes is left as it is. */
function slimStyles(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .split(/('[^']*'|"[^"]*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,>]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;\}/g, '}'),
    )
    .join('');
}

/**
 * The line ends and indents of markup are one space to a browser, and the first line end in a `pre` is nothing.
 * @param before the parts of the template before this one
 */
function slimMarkup(markup: string, before: string): string {
  const slim = markup.replace(/\s*\n\s*/g, ' ');
  return /<pre\b[^<]*$/.test(before) ? slim.replace('> ', '>') : slim;
}

function* templatesIn(node: unknown): Generator<{ readonly tag: string; readonly parts: readonly Part[] }> {
  if (typeof node !== 'object' || node === null) return;
  const { type, tag, quasi } = node as Node;
  const name = type === 'TaggedTemplateExpression' ? (tag as Node)['name'] : null;
  if (typeof name === 'string' && TAG.test(name))
    yield { tag: name, parts: (quasi as { quasis: Part[] }).quasis };
  for (const child of Object.values(node)) yield* templatesIn(child);
}

/** Takes comments, line ends and indents out of styles and markup in templates, which minifiers leave alone. */
export function slimTemplates(): Plugin {
  return {
    name: 'slim-templates',
    transform: {
      filter: { id: /\/src\/elements\/.*\.ts$/ },
      handler(code) {
        const found = [...templatesIn(parseAst(code, { lang: 'ts' }))].flatMap(({ tag, parts }) =>
          parts.map(({ start, value: { raw } }, index) => {
            const before = parts.slice(0, index).map(({ value }) => value.raw);
            return { at: code.indexOf(raw, start), raw, tag, before: before.join('') };
          }),
        );
        found.sort((a, b) => b.at - a.at);
        return found.reduce((all, { at, raw, tag, before }) => {
          const slim = tag === 'css' ? slimStyles(raw) : slimMarkup(raw, before);
          return all.slice(0, at) + slim + all.slice(at + raw.length);
        }, code);
      },
    },
  };
}
