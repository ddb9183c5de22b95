import type { Declaration, Docs, Member, Named } from './manifest.ts';

/** A cell of a table in Markdown: on one line, and without a sign that would end it. */
const cell = (text: string | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

const code = (text: string | undefined): string => (text ? `\`${cell(text)}\`` : '');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const named = (head: string, things: readonly Named[] | undefined): string =>
  table(
    [head, 'what it is'],
    (things ?? []).map(({ name, description }) => [code(name || '(default)'), cell(description)]),
  );

function signature({ name, parameters, kind }: Member): string {
  if (kind !== 'method') return name;
  return `${name}(${(parameters ?? []).map((given) => (given.optional || given.default ? `${given.name}?` : given.name)).join(', ')})`;
}

function attributes({ attributes: all = [] }: Declaration): string {
  return table(
    ['attribute', 'property', 'means'],
    all.map(({ name, fieldName, description }) => [code(name), code(fieldName), cell(description)]),
  );
}

/** Properties that are no attribute, and methods. */
function properties({ members = [], attributes: shown = [] }: Declaration): string {
  const own = members.filter(({ name }) => !shown.some(({ fieldName }) => fieldName === name));
  return table(
    ['property or method', 'means'],
    own.map((member) => [
      code(`${member.static ? 'TreatyMap.' : ''}${signature(member)}`),
      cell(member.description),
    ]),
  );
}

function events({ events: all = [] }: Declaration, fields: Docs['fields']): string {
  return table(
    ['event', 'fields', 'says'],
    all.map(({ name, description }) => [
      code(name),
      (fields.get(name) ?? []).map((field) => code(field.name)).join(', '),
      cell(description),
    ]),
  );
}

function others(elements: readonly Declaration[]): string {
  return table(
    ['element', 'what it is', 'asks by', 'parts'],
    elements.map(({ tagName, summary, description, events: asks = [], cssParts = [] }) => [
      code(tagName),
      cell(summary || description),
      asks.map(({ name }) => code(name)).join(', '),
      cssParts.map(({ name }) => code(name)).join(', '),
    ]),
  );
}

/** The tables of the README by the name between whose markers they stand. */
export function tablesOf({ manifest, fields }: Docs): ReadonlyMap<string, string> {
  const elements = manifest.modules[0]?.declarations ?? [];
  const [map, ...rest] = elements;
  if (!map) throw new Error('No element was found.');
  return new Map([
    ['attributes', attributes(map)],
    ['properties', properties(map)],
    ['events', events(map, fields)],
    ['slots', named('slot', map.slots)],
    ['parts', named('part', map.cssParts)],
    [
      'custom-properties',
      named('custom property', [
        ...(map.cssProperties ?? []),
        ...rest.flatMap(({ cssProperties }) => cssProperties ?? []),
      ]),
    ],
    ['elements', others(rest)],
  ]);
}
