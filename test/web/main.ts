/**
 * `npm run test:web`: the page of the Echo in a real browser. Without a browser the tests are skipped, and a line says so.
 *
 * These variables are optional: CHROMIUM is the path of a browser, SCREENSHOTS a folder for pictures of the page.
 */
import { spawnSync } from 'node:child_process';
import { browserOfThisMachine } from '../screens/browser.ts';

if (process.argv.includes('--help')) {
  console.log(`npm run test:web

Tries the page of the Echo in a browser. Without a browser the tests are skipped.
What else is given goes to Vitest, such as a part of the name of a file or of a test.

Variables: CHROMIUM (the path of a browser), SCREENSHOTS (a folder for pictures of the page)`);
  process.exit(0);
}
process.exitCode = main();

function main(): number {
  const browser = browserOfThisMachine();
  if (browser.path === null) {
    console.log(`Skipped: the page in a browser, because ${browser.why}.`);
    return 0;
  }
  const run = spawnSync('npx', ['vitest', 'run', 'test/web', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: browser.path },
  });
  return run.status ?? 1;
}
