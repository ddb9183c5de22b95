import { isStep, PARTS, readAddress, writeAddress, type Address } from './address';

function attributesOf(map: HTMLElement): Address {
  return Object.fromEntries(
    PARTS.flatMap((part) => {
      const value = map.getAttribute(part);
      return value === null ? [] : [[part, value]];
    }),
  );
}

/** What a reference to the view leads to: the bibliography is where references are copied, and not what is cited. */
function cited({ panel, ...address }: Address): Address {
  return panel === undefined || (panel === 'sources' && address.select === undefined)
    ? address
    : { ...address, panel };
}

/** What is needed of `<treaty-map>`: its attributes, when it shows them, and where a reference to it leads. */
type Shown = HTMLElement & { settled(): Promise<void>; permalink: (() => string | null) | null };

/**
 * Keeps the address of the page and the attributes of a map in step: opens what the address says, and writes what the map
 * shows. Scrubbing and moving replace the entry in the history, choosing makes one; Back and Forward are obeyed. Nothing
 * is written before anything is done.
 * @param onUnknown called with the parts of an address that mean nothing, each once
 */
export function keepAddress(map: Shown, onUnknown: (parts: readonly string[]) => void): void {
  const said = new Set<string>();
  /** What the page shows without an address. */
  const bare = attributesOf(map);
  let shown = bare;
  /** How many addresses are being opened: what the map makes of one is no step of the reader's. */
  let opening = 0;

  const open = (): void => {
    const { address, unknown } = readAddress(location.hash);
    const news = unknown.filter((part) => !said.has(part));
    for (const part of news) said.add(part);
    if (news.length > 0) onUnknown(news);
    shown = { ...bare, ...address };
    for (const part of PARTS) {
      const value = shown[part];
      if (value === undefined) map.removeAttribute(part);
      else if (value !== map.getAttribute(part)) map.setAttribute(part, value);
    }
    opening += 1;
    void map.settled().finally(() => (opening -= 1));
  };

  const write = (): void => {
    const now = attributesOf(map);
    const step = opening === 0 && isStep(shown, now);
    shown = now;
    const address = writeAddress(now);
    if (address === location.hash) return;
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };

  open();
  map.permalink = () => new URL(writeAddress(cited(attributesOf(map))), location.href).href;
  new MutationObserver(write).observe(map, { attributes: true, attributeFilter: [...PARTS] });
  addEventListener('popstate', open);
}
