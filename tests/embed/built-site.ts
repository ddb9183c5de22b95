import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launchOptions } from '../chromium';
import { buildSite } from './build';
import { serve, type Host } from './serve';

/** The built site on a static host, and a browser. */
export interface BuiltSite {
  /** What the host serves. */
  readonly folder: string;
  readonly host: Host;
  readonly browser: Browser;
}

/**
 * Has them ready before the tests of a file, and gone after them: what is given back is filled by then.
 * @param within the folder of the host that the site lies in; at its root by default
 * @param headersOf headers that a file has beyond its type
 * @param args further arguments of the browser
 */
export function useBuiltSite({
  within = '',
  headersOf,
  args = [],
}: {
  readonly within?: string;
  readonly headersOf?: Parameters<typeof serve>[1];
  readonly args?: readonly string[];
} = {}): BuiltSite {
  const built = {} as { -readonly [Part in keyof BuiltSite]: BuiltSite[Part] };
  beforeAll(async () => {
    built.folder = await mkdtemp(join(tmpdir(), 'treaty-map-'));
    await buildSite(join(built.folder, within));
    built.host = await serve(built.folder, headersOf);
    const options = await launchOptions();
    built.browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...args] });
  });
  afterAll(async () => {
    await built.browser.close();
    await built.host.close();
    await rm(built.folder, { recursive: true });
  });
  return built;
}
