import { spawn } from 'node:child_process';
import { platform } from 'node:process';

/** The command that opens an address in the browser of whoever uses this machine. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  // The empty text is the title of a window, which "start" takes first.
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/**
 * Opens an address in the browser.
 *
 * @returns whether that worked, as far as can be told.
 */
export function openBrowser(address: string): Promise<boolean> {
  const [command, ...args] = OPENERS[platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const opener = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
    opener.once('error', () => resolve(false));
    opener.once('exit', (code) => resolve(code === 0));
    opener.unref();
  });
}
