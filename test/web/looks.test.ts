import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hold, type Script } from '../simulator/scripted-skill.ts';
import { evening } from '../simulator/terminal/front-end.ts';
import { type Served, serve } from '../simulator/web/page-server.ts';
import { CHROMIUM, launch, newPerson, openTab, type Tab } from './browser-tabs.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A screen with a sentence and a button, as APL and as the data that a document is given. */
const screenWith = (text: string, label: string) => ({
  type: 'Alexa.Presentation.APL.RenderDocument',
  token: text,
  document: {
    type: 'APL',
    version: '1.4',
    mainTemplate: {
      parameters: ['payload'],
      items: [
        {
          type: 'Container',
          paddingLeft: 60,
          paddingTop: 120,
          items: [
            { type: 'Text', text, fontSize: 60 },
            {
              type: 'TouchWrapper',
              id: 'yes',
              width: 300,
              height: 120,
              accessibilityLabel: label,
              onPress: { type: 'SendEvent', arguments: ['yes'] },
              item: { type: 'Text', text: label, fontSize: 50 },
            },
          ],
        },
      ],
    },
  },
  datasources: { screen: { kind: 'words', heading: '', text, items: [], choices: [{ id: 'yes', label }] } },
});

/** The tokens of the documents that were touched. */
const touched: string[] = [];

const script: Script = {
  ...evening,
  LaunchRequest: ({ context }) => {
    const has = 'Alexa.Presentation.APL' in (context.System.device?.supportedInterfaces ?? {});
    return { say: 'Welcome. Ready?', ...(has ? { directives: [screenWith('Are you ready?', 'Yes')] } : {}) };
  },
  'Alexa.Presentation.APL.UserEvent': ({ request }) => {
    const { token, arguments: args } = request as unknown as { token: string; arguments: string[] };
    touched.push(token);
    return { ...hold(60), directives: [screenWith('Go on?', args[0] === 'yes' ? 'More' : 'Yes')] };
  },
};

/** Serious faults that axe finds on the page, and in the frame of its screen. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const frame of page.frames()) faults.push(...(await faultsIn(frame)));
  return faults;
}

async function faultsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    interface Result {
      violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
    }
    const { axe } = window as unknown as { axe: { run(options: object): Promise<Result> } };
    const { violations } = await axe.run({ resultTypes: ['violations'], iframes: false, preload: false });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(CHROMIUM === '')('how the page looks', () => {
  let browser: Browser;
  let context: BrowserContext;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    touched.length = 0;
    served = await serve(script);
    context = await newPerson(browser);
  });
  afterEach(async () => {
    await context.close();
    await served.close();
  });

  const begin = async (kind: 'echo' | 'show' | 'show-round'): Promise<Tab> => {
    const tab = await openTab(context, served.address);
    await tab.page.locator(`#kinds input[value="${kind}"]`).check();
    await tab.page.locator(`#stage[data-kind="${kind}"]`).waitFor();
    await tab.page.getByRole('button', { name: 'Start' }).click();
    await tab.page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
    if (kind !== 'echo') await tab.page.frameLocator('iframe').getByText('Are you ready?').waitFor();
    return tab;
  };
  const picture = async (page: Page, name: string) => {
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
  };

  test.each(['echo', 'show', 'show-round'] as const)(
    'axe finds no serious fault on a %s, and its console is empty',
    { timeout: 60_000 },
    async (kind) => {
      const tab = await begin(kind);
      await tab.page.getByText('The conversation so far').click();
      await tab.page.getByText('For developers').click();
      await tab.page.locator('#request:not(:empty)').waitFor();
      expect(await faultsOf(tab.page)).toEqual([]);
      await picture(tab.page, kind);
      expect(tab.complaints).toEqual([]);
    },
  );

  test.each(['show', 'show-round'] as const)('a touch on a %s reaches the skill', async (kind) => {
    const tab = await begin(kind);
    // A finger rests a moment, and the engine looks at it once a frame.
    await tab.screen().getByRole('button', { name: 'Yes' }).click({ delay: 150 });
    await tab.page.getByText('Go ahead.', { exact: true }).first().waitFor();
    expect(tab.complaints).toEqual([]);
  });

  test('what the engine runs can reach neither the page nor what that keeps', async () => {
    const tab = await begin('show');
    const reached = await tab.screen().evaluate(() => {
      const tried = (reach: () => unknown) => {
        try {
          return String(reach());
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [tried(() => window.sessionStorage.length), tried(() => window.parent.document.title)];
    });
    expect(reached).toEqual(['SecurityError', 'SecurityError']);
  });

  test('what was touched with a key keeps the focus when the next screen comes', async () => {
    const tab = await begin('show');
    const screen = tab.screen();
    await screen.getByRole('button', { name: 'Yes' }).focus();
    await tab.page.keyboard.press('Enter');
    await screen.getByText('Go on?').waitFor();
    await expect
      .poll(() => screen.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('More');
  });

  test('a speaker with Alexa+ is a kind of its own, which can be left and chosen again', async () => {
    await served.close();
    served = await serve(script, { device: 'alexa-plus' });
    const { page } = await openTab(context, served.address);
    const plus = page.getByRole('radio', { name: 'Alexa+' });
    await expect.poll(() => plus.isChecked()).toBe(true);
    for (const [name, kind] of [
      ['Show', 'show'],
      ['Alexa+', 'alexa-plus'],
    ] as const) {
      await page.getByRole('radio', { name, exact: true }).check();
      await page.locator(`#stage[data-kind="${kind}"]`).waitFor();
    }
  });

  test('a double touch is no answer to the question that comes next', async () => {
    const tab = await begin('show');
    await tab.screen().getByRole('button', { name: 'Yes' }).dblclick({ delay: 60 });
    await tab.page.getByText('Go ahead.', { exact: true }).first().waitFor();
    await tab.screen().getByText('Go on?').waitFor();
    expect(touched).toEqual(['Are you ready?']);
  });

  test('when all is over, nothing of what was said is left on view', async () => {
    const tab = await begin('echo');
    await tab.say('stop');
    await tab.page.getByText('Goodbye.', { exact: true }).first().waitFor();
    await expect.poll(() => tab.caption(), { timeout: 10_000 }).toBe('');
    expect(await tab.lines()).toContain('Alexa: Goodbye.');
  });

  test('a setting that cannot be changed says so, and shows what still holds', async () => {
    const tab = await begin('echo');
    await tab.page.route('**/echo/act', (route) => route.abort());
    await tab.page.getByLabel('Clock').selectOption('20');
    await tab.page.getByText('The Echo cannot be reached.').waitFor();
    expect(await tab.page.getByLabel('Clock').inputValue()).toBe('1');
  });

  test('what the simulator refuses or fails to do is said in its own words', async () => {
    const tab = await begin('echo');
    const body = 'That did not work. Try it again.\n';
    await tab.page.route('**/echo/act', (route) => route.fulfill({ status: 500, body }));
    await tab.page.getByLabel('Clock').selectOption('20');
    await tab.page.getByText('That did not work. Try it again.').waitFor();
    expect(await tab.page.getByLabel('Clock').inputValue()).toBe('1');
  });

  test.each(
    [320, 640].flatMap((width) =>
      (['echo', 'show', 'show-round'] as const).map((kind) => [width, kind] as const),
    ),
  )('%i pixels wide, nothing of a %s has to be scrolled sideways', async (width, kind) => {
    const tab = await begin(kind);
    await tab.page.setViewportSize({ width, height: 800 });
    for (const summary of ['The conversation so far', 'For developers'])
      await tab.page.getByText(summary).click();
    await tab.page.locator('#request:not(:empty)').waitFor();
    await picture(tab.page, `${kind}-${width}`);
    expect(await sidewaysOf(tab.page)).toBe(0);
  });

  test('it can be used with the keyboard alone, and where the focus is can be seen', async () => {
    const tab = await openTab(context, served.address);
    const { page } = tab;
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    for (let tabs = 0; tabs < 8 && (await focused()) !== 'Start'; tabs += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Start');
    const outline = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at === null ? '' : getComputedStyle(at).outlineStyle;
      });
    expect(await outline()).toBe('solid');
    await page.keyboard.press('Enter');
    await page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
    // The focus is in the text field, so that the answer can be typed at once.
    await tab.until('listening');
    await page.keyboard.type('yes');
    await page.keyboard.press('Enter');
    await tab.until('quiet');
    for (let tabs = 0; tabs < 8 && (await focused()) !== 'Alexa, next'; tabs += 1)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Your turn. Ready?', { exact: true }).first().waitFor();
  });

  test('nothing is animated for those who do not want it, and what it does is in words', async () => {
    await context.close();
    context = await newPerson(browser, { reducedMotion: 'reduce' });
    const tab = await begin('echo');
    await tab.until('listening');
    expect(await tab.page.locator('#doing').textContent()).toContain('The microphone is open');
    await tab.say('yes');
    await tab.until('quiet');
    expect(await tab.page.locator('#doing').textContent()).toContain('The microphone is closed');
    const moving = await tab.page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
    expect(await tab.page.getByRole('img').getAttribute('aria-label')).toContain('quiet');
  });

  test('a conversation is recorded, and saved as a transcript', async () => {
    const { page, until, say } = await openTab(context, served.address);
    await page.getByText('For developers').click();
    await page.getByRole('button', { name: 'Record' }).click();
    await page.getByRole('button', { name: 'Stop recording' }).waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    await until('listening');
    await say('yes');
    await until('quiet');
    await page.getByRole('button', { name: 'Alexa, next' }).click();
    await page.getByText('Your turn. Ready?', { exact: true }).first().waitFor();
    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a transcript test' }).click();
    const text = readFileSync(await (await downloads).path(), 'utf8');
    expect(text).toMatch(
      /^# Recorded in the browser\.\n\nYou: alexa, start our check-in\n {2}Alexa: Welcome\. Ready\?\n/u,
    );
    expect(text).toMatch(/\n\n(?:\(wait \d+s\)\n\n)?You: alexa, next\n {2}Alexa: Your turn\. Ready\?\n/u);
  });

  test('new people are asked for twice, and the conversation so far is gone', async () => {
    const tab = await begin('echo');
    await tab.page.getByRole('button', { name: 'Begin as new people' }).click();
    await tab.page.getByRole('button', { name: 'Keep it' }).click();
    expect((await tab.lines()).length).toBeGreaterThan(0);
    await tab.page.getByRole('button', { name: 'Begin as new people' }).click();
    await tab.page.getByRole('button', { name: 'Delete it' }).click();
    await expect.poll(() => tab.lines()).toEqual([]);
  });
});
