/**
 * `npm run test:web`: the page of the Echo in a real browser. Without a browser the tests are skipped, and a line says so.
 *
 * These variables are optional: CHROMIUM is the path of a browser, SCREENSHOTS a folder for pictures of the page.
 */
import { testWithBrowser } from '../screens/with-browser.ts';

process.exitCode = testWithBrowser(
  `npm run test:web

Tries the page of the Echo in a browser. Without a browser the tests are skipped.

Variables: CHROMIUM (the path of a browser), SCREENSHOTS (a folder for pictures of the page)`,
  'the page',
  ['test/web'],
);
