/** The browser of this machine, if it has one: Chromium or Chrome, as a package of the system. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a browser, or the reason why there is none. The variable CHROMIUM names another one. */
export function browserOfThisMachine():
  | { readonly path: string }
  | { readonly path: null; readonly why: string } {
  const named = process.env.CHROMIUM ?? '';
  if (named !== '') {
    return existsSync(named) ? { path: named } : { path: null, why: 'CHROMIUM names no file' };
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((at) => existsSync(at));
  return path === undefined
    ? { path: null, why: 'there is no Chromium on this machine (Debian has it as the package chromium)' }
    : { path };
}

/** Without a window, without a sandbox (which needs rights that a container lacks), and without calls to the outside. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
