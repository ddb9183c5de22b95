/**
 * The address of the page: the attributes of `<treaty-map>` after the `#`, so that what is seen can be copied and opened
 * again: `#date=1946-01-05&at=103.8,46.8&zoom=4&select=mongolia-status&panel=events`. Commas and colons stand as they are
 * and layers are joined by commas, so that it can be read, and written, by hand.
 */

/** The attributes that an address carries, in the order in which they are written and set: what depends on another comes after it. */
export const PARTS = [
  'date',
  'span-from',
  'compare-date',
  'at',
  'zoom',
  'select',
  'panel',
  'place',
  'viewpoint',
  'layers',
] as const;
export type Part = (typeof PARTS)[number];

/** Values by attribute; an attribute that is not there is not set. */
export type Address = Readonly<Partial<Record<Part, string>>>;

/** Choosing is a step that Back undoes; scrubbing and moving the map are not. */
const STEPS: readonly Part[] = ['compare-date', 'select', 'panel', 'place', 'viewpoint'];

function escaped(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** What stands in an address in plain words, or as it is where it is no encoding. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Writes the part of the address from the `#` on; nothing at all for no attribute. */
export function writeAddress(address: Address): string {
  const parts = PARTS.flatMap((part) => {
    const value = address[part];
    if (value === undefined) return [];
    return `${part}=${escaped(part === 'layers' ? value.trim().split(/\s+/).join(',') : value)}`;
  });
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/** Reads it; `unknown` names what is no part of an address, and is left out. */
export function readAddress(hash: string): {
  readonly address: Address;
  readonly unknown: readonly string[];
} {
  const address: Partial<Record<Part, string>> = {};
  const unknown: string[] = [];
  for (const pair of hash.replace(/^#/, '').split('&').filter(Boolean)) {
    const [name = '', ...rest] = pair.split('=');
    const part = PARTS.find((known) => known === plain(name));
    const value = plain(rest.join('='));
    if (!part || rest.length === 0) unknown.push(plain(pair));
    else address[part] = part === 'layers' ? value.replaceAll(',', ' ') : value;
  }
  return { address, unknown };
}

/** Whether going from one address to another is a step of its own in the history. */
export function isStep(from: Address, to: Address): boolean {
  return STEPS.some((part) => from[part] !== to[part]);
}
