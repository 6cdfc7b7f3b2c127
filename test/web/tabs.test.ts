import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeServer, listen } from '../../simulator/local-server.ts';
import { openBrowser } from '../../simulator/web/open-browser.ts';
import { evening } from '../simulator/terminal/front-end.ts';
import { type Served, serve } from '../simulator/web/page-server.ts';
import { CHROMIUM, launch, newPerson, openTab } from './browser-tabs.ts';

describe.skipIf(CHROMIUM === '')('tabs', () => {
  let browser: Browser;
  let context: BrowserContext;
  let served: Served;
  let data: string;
  beforeAll(async () => {
    browser = await launch();
    data = mkdtempSync(join(tmpdir(), 'our-check-in-tabs-'));
  });
  afterAll(async () => {
    rmSync(data, { recursive: true, force: true });
    await browser.close();
  });
  beforeEach(async () => {
    served = await serve(evening, { data });
    context = await newPerson(browser);
  });
  afterEach(async () => {
    await context.close();
    await served.close();
  });

  test('two tabs are two speakers of one household', async () => {
    const kitchen = await openTab(context, served.address);
    const pages = context.waitForEvent('page');
    await kitchen.page.getByRole('link', { name: 'Another speaker' }).click();
    const other = await pages;
    await other.locator('#room:not(:empty)').waitFor();
    const rooms = await Promise.all([kitchen.page, other].map((page) => page.locator('#room').textContent()));
    expect(new Set(rooms).size).toBe(2);
    await kitchen.page.getByRole('button', { name: 'Start' }).click();
    await kitchen.page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
    expect(await other.locator('#caption').textContent()).toBe('');
    expect(new URL(other.url()).hash).toBe('');
  });

  test('when the simulator ends the page says so, and when it is back the page is too', async () => {
    const tab = await openTab(context, served.address);
    await tab.page.getByRole('button', { name: 'Start' }).click();
    await tab.page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
    await served.close();
    await tab.page.getByText('The Echo is away.').waitFor();
    expect(await tab.caption()).toBe('');
    served = await serve(evening, { data });
    await tab.page.getByText('The Echo is away.').waitFor({ state: 'hidden' });
    await tab.page.getByRole('status').getByText('(The Echo was started again.').waitFor();
    await tab.page.getByRole('button', { name: 'Alexa, start our check-in' }).click();
    await expect
      .poll(async () => (await tab.lines()).filter((line) => line === 'Alexa: Welcome. Ready?').length)
      .toBe(2);
  });

  test('five tabs can be open at once; a sixth says so, and comes in when one is closed', async () => {
    const tabs = [];
    for (let count = 0; count < 5; count += 1) tabs.push(await openTab(context, served.address));
    const sixth = await context.newPage();
    await sixth.goto(served.address);
    await sixth.getByText('Five tabs are open, and there can be no more: close one.').waitFor();
    expect(await sixth.getByRole('button', { name: 'Start' }).isDisabled()).toBe(true);
    const [first, second] = tabs;
    await first?.page.getByRole('button', { name: 'Start' }).click();
    await first?.page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
    await second?.page.close();
    await sixth.locator('#room:not(:empty)').waitFor();
    await sixth.getByText('Five tabs are open').waitFor({ state: 'hidden' });
  });

  test('without its key the page shows nothing and says what to do', async () => {
    const page = await context.newPage();
    await page.goto(served.address.replace(/#.*$/u, ''));
    await page.getByText('This page has no key.').waitFor();
    expect(await page.getByRole('button', { name: 'Start' }).isDisabled()).toBe(true);
  });

  test('the address that is put into a tab without a key opens it', async () => {
    const page = await context.newPage();
    await page.goto(served.address.replace(/#.*$/u, ''));
    await page.getByText('This page has no key.').waitFor();
    // The same page with another part after the # is not loaded anew.
    await page.goto(served.address);
    await page.locator('#room:not(:empty)').waitFor();
    expect(await page.getByRole('button', { name: 'Start' }).isEnabled()).toBe(true);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('the file by way of which a browser is opened leads to the page', async () => {
    const page = await context.newPage();
    await openBrowser(served.address, data, async (_command, args) => {
      await page.goto(pathToFileURL(args.at(-1) ?? '').href);
      return true;
    });
    await page.locator('#room:not(:empty)').waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });

  test('a microphone that waits for an answer says so when time at another device closes it', async () => {
    const waiting = await openTab(context, served.address);
    await waiting.page.getByLabel('Wait for my answer').check();
    await waiting.page.getByRole('button', { name: 'Start' }).click();
    await waiting.until('listening');
    const other = await openTab(context, served.address);
    await other.page.getByRole('button', { name: 'Start' }).click();
    await other.page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
    await other.say('(wait 60s)');
    await waiting.page.getByText('meanwhile time passed at another device').first().waitFor();
  });

  test('a reload goes on with the same device', async () => {
    const tab = await openTab(context, served.address);
    await tab.page.getByRole('button', { name: 'Start' }).click();
    await tab.page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
    await tab.page.reload();
    await tab.page.getByRole('button', { name: 'Go on' }).click();
    await tab.page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
  });

  test('a page from elsewhere can neither read it, nor speak to it, nor frame it', async () => {
    const elsewhere: Server = createServer((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>elsewhere</title>');
    });
    const port = await listen(elsewhere);
    try {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      const { port: ours, token } = served;
      const outcomes = await page.evaluate(
        async ({ base, key }) => {
          const headers = { authorization: `Bearer ${key}` };
          const tried = async (path: string, init: RequestInit = {}) => {
            try {
              return `${path} ${(await fetch(`${base}${path}`, init)).type}`;
            } catch {
              return 'refused';
            }
          };
          await new Promise((resolve) => {
            const frame = document.createElement('iframe');
            frame.onload = resolve;
            frame.src = `${base}/`;
            document.body.append(frame);
          });
          const script = await new Promise<string>((resolve) => {
            const element = document.createElement('script');
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('refused');
            element.src = `${base}/page.js`;
            document.body.append(element);
          });
          return [
            await tried('/'),
            await tried('/echo/events', { headers }),
            await tried('/echo/rejoin', { method: 'POST', headers }),
            await tried('/echo/act', {
              method: 'POST',
              body: '{}',
              headers: { 'content-type': 'application/json' },
            }),
            script,
          ];
        },
        { base: `http://127.0.0.1:${ours}`, key: token },
      );
      expect(outcomes).toEqual(outcomes.map(() => 'refused'));
      // What Chromium shows in a frame instead of a page that must not be framed.
      expect(page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
    } finally {
      await closeServer(elsewhere);
    }
  });
});
