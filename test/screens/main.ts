/**
 * `npm run test:screens`: renders every kind of screen on every size of screen with Amazon's engine, in a real browser.
 * Without a browser the tests are skipped, and a line says so.
 *
 * These variables are optional: CHROMIUM is the path of a browser, SCREENSHOTS a folder for a picture of each screen.
 */
import { testWithBrowser } from './with-browser.ts';

process.exitCode = testWithBrowser(
  `npm run test:screens

Renders every kind of screen on every size of screen in a browser. Without a browser the tests are skipped.

Variables: CHROMIUM (the path of a browser), SCREENSHOTS (a folder for a picture of each screen)`,
  'the screens',
  ['layout', 'behaviour', 'every-screen'].map((name) => `test/screens/${name}.test.ts`),
);
