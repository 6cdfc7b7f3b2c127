/// <reference lib="dom" />
/** Tabs of a real browser that show the page. */
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from '../screens/browser.ts';

/** The path of the browser; empty if there is none, so that the tests are skipped. */
export const CHROMIUM = process.env.CHROMIUM ?? '';

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: [...BROWSER_FLAGS] });

/** Milliseconds that a tab may take for anything. */
const PATIENCE = 20_000;

/** A tab with the page. */
export interface Tab {
  readonly page: Page;
  /** What the console and the browser complained about. */
  readonly complaints: string[];
  /** What the Echo is doing: "listening", "quiet" and so on. */
  doing(): Promise<string>;
  /** Waits until it is doing one of these. */
  until(...doing: string[]): Promise<void>;
  /** Types something and says it. */
  say(words: string): Promise<void>;
  /** What is being said, or was said last. */
  caption(): Promise<string>;
  /** All lines of the conversation so far. */
  lines(): Promise<string[]>;
  /** The frame of the screen. */
  screen(): Frame;
}

/** A browser of one person: its tabs share nothing with those of another one. */
export const newPerson = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });

/** Opens the page in a new tab, and waits until it is connected. */
export async function openTab(context: BrowserContext, address: string): Promise<Tab> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  await page.locator('#room:not(:empty)').waitFor();
  return tabOn(page, complaints);
}

/** The tab of a page that is open. */
export function tabOn(page: Page, complaints: string[] = []): Tab {
  const words = page.getByLabel('What you say');
  const textOf = async (selector: string) => (await page.locator(selector).textContent()) ?? '';
  return {
    page,
    complaints,
    doing: async () => (await page.locator('#stage').getAttribute('data-doing')) ?? '',
    until: async (...doing) => {
      await page.locator(doing.map((it) => `#stage[data-doing="${it}"]`).join(', ')).waitFor();
    },
    say: async (said) => {
      await words.fill(said);
      await words.press('Enter');
    },
    caption: () => textOf('#caption'),
    lines: () => page.locator('#log li').allTextContents(),
    screen: () => {
      const frame = page.frames().find((it) => it.url().endsWith('/screen'));
      if (frame === undefined) throw new Error('The page shows no screen.');
      return frame;
    },
  };
}
