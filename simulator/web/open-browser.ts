import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { platform } from 'node:process';

/** The command that opens a file in the browser of whoever uses this machine; elsewhere it is `xdg-open`. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  // The empty text is the title of a window, which "start" takes first.
  win32: ['cmd', '/c', 'start', ''],
};

/** Milliseconds after which the browser has read the file. */
const READ = 30_000;

/** Runs a command. @returns whether that worked, as far as can be told */
export type Run = (command: string, args: readonly string[]) => Promise<boolean>;

/**
 * Opens an address in the browser. The address holds a key, and every user of a machine can read the command lines of all:
 * so what is opened is a file that leads there, and that only its owner can read. It is deleted after half a minute, or at
 * the end if that comes first.
 *
 * @param data the data folder, in which the file is written, or `memory`: then it is in a temporary folder. (A browser in a
 *   sandbox, as of snap, may not read temporary folders.)
 * @returns whether that worked, as far as can be told.
 */
export async function openBrowser(address: string, data: string, run: Run = runDetached): Promise<boolean> {
  const [command, ...args] = OPENERS[platform] ?? ['xdg-open'];
  const parent = data === 'memory' ? tmpdir() : resolvePath(data);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(parent, 'open-'));
  const path = join(folder, 'echo.html');
  writeFileSync(path, leadingTo(address), { mode: 0o600 });
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  setTimeout(remove, READ).unref();
  return run(command, [...args, path]);
}

/** A page that leads to an address, which has no character that means anything in HTML. */
const leadingTo = (address: string): string =>
  `<!doctype html>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url=${address}">\n<title>Our Check-In</title>\n`;

const runDetached: Run = (command, args) =>
  new Promise((resolve) => {
    const opener = spawn(command, args, { stdio: 'ignore', detached: true });
    opener.once('error', () => resolve(false));
    opener.once('exit', (code) => resolve(code === 0));
    opener.unref();
  });
