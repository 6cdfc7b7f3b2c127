/**
 * `npm run test:screens`: renders every kind of screen on every size of screen with Amazon's engine, in a real browser.
 * Without a browser the tests are skipped, and a line says so.
 *
 * These variables are optional: CHROMIUM is the path of a browser, SCREENSHOTS a folder for a picture of each screen.
 */
import { spawnSync } from 'node:child_process';
import { vitestWords } from '../vitest-words.ts';
import { browserOfThisMachine } from './browser.ts';

const { words } = vitestWords(
  `npm run test:screens

Renders every kind of screen on every size of screen in a browser. Without a browser the tests are skipped.

Variables: CHROMIUM (the path of a browser), SCREENSHOTS (a folder for a picture of each screen)`,
  {},
);
process.exitCode = main();

function main(): number {
  const browser = browserOfThisMachine();
  if (browser.path === null) {
    console.log(`Skipped: the screens in a browser, because ${browser.why}.`);
    return 0;
  }
  const files = ['layout', 'behaviour', 'every-screen'].map((name) => `test/screens/${name}.test.ts`);
  const run = spawnSync('npx', ['vitest', 'run', ...files, ...words], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: browser.path },
  });
  return run.status ?? 1;
}
