/** Answers for files that a package carries in its own modules; null for one that it does not have. */
export type CarriedFiles = (path: string) => Promise<Response> | null;

/** The scheme of addresses under which nothing lies on the web. */
const SCHEME = 'carried:';

let carried: CarriedFiles = () => null;

/**
 * Says where the files under an address `carried:/…` are: for a package, whose bundler moves modules but no folder.
 * Gives the address of one of them.
 */
export function carryFiles(files: CarriedFiles, path: string): URL {
  carried = files;
  return new URL(path, `${SCHEME}/`);
}

/** Answers that nobody has asked for yet, by address. */
const ahead = new Map<string, Promise<Response>>();

/** Fetches a file for the first who will ask for it, who is told what goes wrong, were it that the address is none. */
export function fetchAhead(address: string): void {
  if (ahead.has(address)) return;
  const answer = (async () => fetchFile(new URL(address)))();
  answer.catch(() => undefined);
  ahead.set(address, answer);
}

/** Fetches a file of an atlas, from wherever it is. Rejects as `fetch` does. */
export function fetchFile(url: URL, options?: RequestInit): Promise<Response> {
  const fetched = ahead.get(url.href);
  if (fetched) {
    ahead.delete(url.href);
    return fetched;
  }
  if (url.protocol !== SCHEME) return fetch(url, options);
  return carried(url.pathname.slice(1)) ?? Promise.resolve(new Response(null, { status: 404 }));
}
