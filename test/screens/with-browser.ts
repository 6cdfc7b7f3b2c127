/** Running tests that need a browser. */
import { spawnSync } from 'node:child_process';
import { vitestWords } from '../vitest-words.ts';
import { browserOfThisMachine } from './browser.ts';

/**
 * Runs test files, with CHROMIUM as the path of the browser of this machine. Without one they are skipped, and a line says
 * so. The rest of the command line goes to Vitest.
 *
 * @param help the page of the script, without what goes to Vitest
 * @param subject what is tried in the browser
 * @returns the exit code
 */
export function testWithBrowser(help: string, subject: string, files: readonly string[]): number {
  const { words } = vitestWords(help, {});
  const browser = browserOfThisMachine();
  if (browser.path === null) {
    console.log(`Skipped: ${subject} in a browser, because ${browser.why}.`);
    return 0;
  }
  const run = spawnSync('npx', ['vitest', 'run', ...files, ...words], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: browser.path },
  });
  return run.status ?? 1;
}
