/**
 * `npm run test:web`: the page of the Echo in a real browser. Without a browser the tests are skipped, and a line says so.
 *
 * These variables are optional: CHROMIUM is the path of a browser, SCREENSHOTS a folder for pictures of the page.
 */
import { spawnSync } from 'node:child_process';
import { browserOfThisMachine } from '../screens/browser.ts';
import { vitestWords } from '../vitest-words.ts';

const { words } = vitestWords(
  `npm run test:web

Tries the page of the Echo in a browser. Without a browser the tests are skipped.

Variables: CHROMIUM (the path of a browser), SCREENSHOTS (a folder for pictures of the page)`,
  {},
);
process.exitCode = main();

function main(): number {
  const browser = browserOfThisMachine();
  if (browser.path === null) {
    console.log(`Skipped: the page in a browser, because ${browser.why}.`);
    return 0;
  }
  const run = spawnSync('npx', ['vitest', 'run', 'test/web', ...words], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: browser.path },
  });
  return run.status ?? 1;
}
