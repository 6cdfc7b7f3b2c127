/**
 * `npm run pictures`: makes docs/screens/terminal.png, the picture of the terminal in the README, from what the simulator
 * shows in a pseudo-terminal. Without what it needs it makes none, and a line says so.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { scriptOptions } from '../../command-line/script-options.ts';
import { BROWSER_FLAGS, browserOfThisMachine } from '../screens/browser.ts';
import { MAKER } from '../simulator/terminal/pseudo-terminal.ts';
import { firstVisit } from './first-visit.ts';
import { terminalPage } from './terminal-page.ts';

const COLUMNS = 88;

scriptOptions(
  `npm run pictures

Makes docs/screens/terminal.png from a first visit in the simulator. It takes about half a minute. It needs Chromium, and
Python or the script of util-linux; without them it makes nothing.

Variables: CHROMIUM (the path of a browser)`,
  {},
);
const browser = browserOfThisMachine();
if (browser.path === null) console.log(`Skipped: the picture of the terminal, because ${browser.why}.`);
else if (MAKER === null)
  console.log(
    'Skipped: the picture of the terminal, because neither Python nor script of util-linux is here.',
  );
else
  await makePicture(browser.path).catch((error: Error) => {
    console.error(`The picture of the terminal could not be made: ${error.message}.`);
    process.exitCode = 1;
  });

async function makePicture(executablePath: string): Promise<void> {
  const rows = await firstVisit(COLUMNS);
  const opened = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  try {
    const page = await opened.newPage();
    await page.setContent(terminalPage(rows, COLUMNS));
    const path = fileURLToPath(new URL('../../docs/screens/terminal.png', import.meta.url));
    await page.locator('#terminal').screenshot({ path });
    console.log('docs/screens/terminal.png shows the terminal of today.');
  } finally {
    await opened.close();
  }
}
