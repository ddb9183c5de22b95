import { existsSync } from 'node:fs';
import { chromium as playwrightChromium, type LaunchOptions } from 'playwright';

/** WebGL 2 without a graphics card; a page of the project alone, so no sandbox is needed as root in CI. */
const ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
];

/**
 * How the tests start a browser. On Linux x64 it comes out of an npm package, so that `npm install` is all it takes;
 * elsewhere it is Playwright's own or an installed Chrome. `CHROME_PATH` overrides all.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  return { executablePath: await findBrowser(), args: ARGS };
}

async function findBrowser(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) return named;
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Read when the package is imported: only under this runtime does it unpack the shared libraries it needs.
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
  }
  const found = [playwrightChromium.executablePath(), ...INSTALLED].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium, and none was found. Run "npx playwright install chromium", or install Chrome, ' +
      'or set CHROME_PATH to a Chromium or Chrome program.',
  );
}
