import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Web } from '../../simulator/web/start-web.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';
import { CHROMIUM, launch, newPerson, openTab } from './browser-tabs.ts';
import { startPage } from './echo-page.ts';

describe.skipIf(CHROMIUM === '')('a check-in in the browser', () => {
  let browser: Browser;
  let real: SkillOnDatabase;
  let web: Web;
  beforeAll(async () => {
    browser = await launch();
    real = await skillOnDatabase();
    web = await startPage(real);
  });
  afterAll(async () => {
    await web.close();
    await real.close();
    await browser.close();
  });

  test('two people do a whole check-in by text, from the first visit to the close', {
    timeout: 180_000,
  }, async () => {
    const context = await newPerson(browser);
    const tab = await openTab(context, web.address);
    expect(new URL(tab.page.url()).hash).toBe('');
    await tab.page.getByRole('button', { name: 'Start' }).click();
    await tab.page.locator('#caption:not(:empty)').waitFor();

    await tab.page.getByLabel('Clock').selectOption('20');
    // A test that runs slowly is somebody who thinks about the answer.
    await tab.page.getByLabel('Wait for my answer').check();
    const answers = ['Ana', 'Bo', 'yes', 'yes', 'the short one'];
    const doings = new Set<string>();
    for (let turns = 0; turns < 60; turns += 1) {
      await tab.until('listening', 'quiet', 'over', 'nothing');
      const doing = await tab.doing();
      doings.add(doing);
      if (doing === 'over' || doing === 'nothing') break;
      if (doing === 'quiet') {
        await tab.until('speaking', 'listening', 'over', 'nothing');
        continue;
      }
      const before = (await tab.lines()).length;
      await tab.say(answers.shift() ?? 'yes');
      await expect
        .poll(async () => (await tab.lines()).length, { timeout: 20_000 })
        .toBeGreaterThan(before + 1);
    }
    const lines = await tab.lines();
    expect(doings).toContain('quiet');
    expect(lines.join('\n')).toContain('Ana, ');
    expect(lines.filter((line) => line.startsWith('!'))).toEqual([]);
    const items = await real.database.items();
    expect(JSON.stringify(items)).toContain('Ana');
    // The close says that it is over, and the skill can be opened again.
    await tab.page.getByRole('button', { name: 'Alexa, start our check-in' }).waitFor();
    expect(tab.complaints).toEqual([]);
    await context.close();
  });
});
