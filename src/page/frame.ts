/**
 * What stands between `embed.html` and the page that holds it in an iframe: the parameters in its address, each an
 * attribute of `<treaty-map>`, and the messages that go between the two pages.
 */

/** The parameter that is no attribute: the origin of the page that may hear of the map and set it. */
export const PARENT = 'parent';

/** Attributes that are lists, which an address may write with commas. */
const LISTS: readonly string[] = ['layers', 'controls'];

/** What the address of a frame asks for, and what in it means nothing. */
export interface Frame {
  readonly attributes: ReadonlyMap<string, string>;
  /** The origin declared, or null for none. */
  readonly parent: string | null;
  /** Parameters that are no attribute. */
  readonly unknown: readonly string[];
  /** What is declared as the parent and is no origin, or null. */
  readonly badParent: string | null;
}

/** An origin as browsers write it, from an address that has nothing else; null for anything else. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, href, protocol } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/` ? origin : null;
}

/**
 * Reads the query of an address.
 * @param known the attributes of the element
 */
export function readFrame(query: string, known: readonly string[]): Frame {
  const attributes = new Map<string, string>();
  const unknown: string[] = [];
  let parent: string | null = null;
  let badParent: string | null = null;
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === PARENT) {
      parent = originOf(value);
      badParent = parent === null ? value : null;
    } else if (known.includes(name)) {
      attributes.set(name, LISTS.includes(name) ? value.replaceAll(',', ' ') : value);
    } else unknown.push(name);
  }
  return { attributes, parent, unknown, badParent };
}

/** What the page around may ask for: attributes by name, null to take one off; or a thing of the record by its id. */
export type Command =
  | { readonly type: 'treaty-set'; readonly attributes: ReadonlyMap<string, string | null> }
  | { readonly type: 'treaty-select'; readonly id: string | null };

/** A message as read: a command, what is wrong with it, or null for what is none of ours. */
export type Read = Command | { readonly type: 'bad'; readonly what: string } | null;

function textOf(value: unknown): string | null | undefined {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(' ');
  return undefined;
}

/**
 * Reads what another page has sent. Never throws, whatever it is.
 * @param known the attributes of the element
 */
export function readCommand(data: unknown, known: readonly string[]): Read {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  const { type, id, attributes } = data as { type: unknown; id?: unknown; attributes?: unknown };
  if (typeof type !== 'string' || !type.startsWith('treaty-')) return null;
  if (type === 'treaty-select') {
    return id === null || typeof id === 'string' ? { type, id } : { type: 'bad', what: 'id' };
  }
  if (type !== 'treaty-set') return { type: 'bad', what: type };
  if (typeof attributes !== 'object' || attributes === null) return { type: 'bad', what: 'attributes' };
  const read = new Map<string, string | null>();
  for (const [name, value] of Object.entries(attributes)) {
    const text = textOf(value);
    if (!known.includes(name) || text === undefined) return { type: 'bad', what: name };
    read.set(name, text);
  }
  return { type, attributes: read };
}
