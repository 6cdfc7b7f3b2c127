import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Script } from '../simulator/scripted-skill.ts';
import { evening } from '../simulator/terminal/front-end.ts';
import { type Served, serve } from '../simulator/web/page-server.ts';
import { CHROMIUM, launch, newPerson, openTab, type Tab } from './browser-tabs.ts';

/** A browser with a voice, which says each text in one second, and a microphone that hears what a test puts there. */
function withVoice(): void {
  const heard = window as unknown as { said: string[]; hears: string; stopped: number };
  Object.assign(heard, { said: [], hears: '', stopped: 0 });
  let timer = 0;
  class Utterance {
    text: string;
    onend: (() => void) | null = null;
    constructor(text: string) {
      this.text = text;
    }
  }
  const synthesis = {
    getVoices: () => [{ lang: 'en-US', localService: true, name: 'Test' }],
    speak: (utterance: Utterance) => {
      heard.said.push(utterance.text);
      timer = window.setTimeout(() => utterance.onend?.(), 1000);
    },
    cancel: () => {
      window.clearTimeout(timer);
      heard.stopped += 1;
    },
  };
  class Recognition {
    onresult: ((event: object) => void) | null = null;
    onend: (() => void) | null = null;
    start() {
      window.setTimeout(() => {
        if (heard.hears !== '') this.onresult?.({ results: [[{ transcript: heard.hears }]] });
        this.onend?.();
      }, 500);
    }
    abort() {
      this.onend?.();
    }
  }
  for (const [name, value] of Object.entries({
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: Utterance,
    SpeechRecognition: Recognition,
  }))
    Object.defineProperty(window, name, { value, configurable: true });
}

describe.skipIf(CHROMIUM === '')('talking to it', () => {
  let browser: Browser;
  let served: Served;
  let context: BrowserContext;
  const card = { type: 'Simple', title: 'Your week', content: 'Tea on Sunday.' };
  const asked: { at: number; intent: string }[] = [];
  /** The answer of the evening, once the moment was noted. */
  const noted =
    (intent: string): Script[string] =>
    (envelope) => {
      const answer = evening[`AMAZON.${intent}Intent`] ?? {};
      asked.push({ at: Date.parse(envelope.request.timestamp) / 1000, intent });
      return typeof answer === 'function' ? answer(envelope) : answer;
    };
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    asked.length = 0;
    served = await serve({
      ...evening,
      'AMAZON.YesIntent': noted('Yes'),
      'AMAZON.NextIntent': noted('Next'),
      'AMAZON.NoIntent': { say: 'As you like. Ready?', card },
    });
    context = await newPerson(browser);
  });
  afterEach(async () => {
    await context.close();
    await served.close();
  });

  /** Opens the page, with a clock that stands still until the test lets time pass. */
  const open = async (): Promise<Tab & { pass(seconds: number): Promise<void> }> => {
    await context.clock.install({ time: 0 });
    // An installed clock goes on by itself until it is paused.
    await context.clock.pauseAt(1000);
    const tab = await openTab(context, served.address);
    return { ...tab, pass: (seconds) => tab.page.clock.runFor(seconds * 1000) };
  };
  const begin = async () => {
    const tab = await open();
    await tab.page.getByRole('button', { name: 'Start' }).click();
    await tab.page.getByText('Welcome. Ready?', { exact: true }).first().waitFor();
    return tab;
  };
  const said = (tab: Tab): Promise<string[]> =>
    tab.page.evaluate(() => (window as unknown as { said: string[] }).said);

  test('words are spoken, and a silence is silent', async () => {
    await context.addInitScript(withVoice);
    const tab = await begin();
    await tab.pass(1.2);
    await tab.until('listening');
    expect(await said(tab)).toEqual(['Welcome. Ready?']);
    await tab.say('yes');
    await tab.page.getByText('Go ahead.', { exact: true }).first().waitFor();
    await tab.pass(1.2);
    await tab.until('quiet');
    await tab.pass(57);
    expect(await tab.doing()).toBe('quiet');
    expect(await said(tab)).toEqual(['Welcome. Ready?', 'Go ahead.']);
    await tab.pass(6);
    expect(await said(tab)).toEqual(['Welcome. Ready?', 'Go ahead.', 'Finished?']);
    expect(tab.complaints).toEqual([]);
  });

  test('"Speak aloud" and the clock hold for what is being said too', async () => {
    await context.addInitScript(withVoice);
    const tab = await begin();
    const stopped = () => tab.page.evaluate(() => (window as unknown as { stopped: number }).stopped);
    const before = await stopped();
    await tab.pass(0.5);
    await tab.page.getByLabel('Speak aloud').uncheck();
    expect(await stopped()).toBe(before + 1);
    // Without a voice the words take their assumed time, and not the second of this voice.
    await tab.pass(0.7);
    expect(await tab.doing()).toBe('speaking');
    expect(await said(tab)).toEqual(['Welcome. Ready?']);
    await tab.page.getByLabel('Speak aloud').check();
    expect(await said(tab)).toEqual(['Welcome. Ready?', 'Ready?']);
    await tab.page.getByLabel('Clock').selectOption('20');
    await expect.poll(stopped).toBe(before + 2);
    await tab.pass(0.1);
    await tab.until('listening');
  });

  test('the wake word stops what plays, and exactly that much time has passed', async () => {
    const tab = await begin();
    await tab.pass(3);
    await tab.until('listening');
    await tab.say('yes');
    await tab.page.getByText('Go ahead.', { exact: true }).first().waitFor();
    await tab.pass(31);
    await tab.until('quiet');
    await tab.page.getByRole('button', { name: 'Alexa, next' }).click();
    await tab.page.getByText('Your turn. Ready?', { exact: true }).first().waitFor();
    const [yes, next] = asked;
    expect((next?.at ?? 0) - (yes?.at ?? 0)).toBe(31);
    expect(asked.map(({ intent }) => intent)).toEqual(['Yes', 'Next']);
  });

  test('what is said without the wake word in a quiet is heard by nobody but the two', async () => {
    const tab = await begin();
    await tab.pass(3);
    await tab.say('yes');
    await tab.page.getByText('Go ahead.', { exact: true }).first().waitFor();
    await tab.pass(10);
    await tab.page.getByLabel('Say Alexa first').uncheck({ force: true });
    await tab.say('I was so tired');
    await tab.page.getByText('Say “Alexa” first.').waitFor();
    await tab.until('quiet');
    await tab.pass(5);
    expect(await tab.doing()).toBe('quiet');
    expect(asked.map(({ intent }) => intent)).toEqual(['Yes']);
  });

  test('a double click on what can be said says it once', async () => {
    const tab = await begin();
    await tab.pass(3);
    await tab.until('listening');
    await tab.page.getByRole('button', { name: 'yes', exact: true }).dblclick();
    await tab.page.getByText('Go ahead.', { exact: true }).first().waitFor();
    expect((await tab.lines()).filter((line) => line.startsWith('You: yes'))).toEqual(['You: yes']);
    expect(asked.map(({ intent }) => intent)).toEqual(['Yes']);
  });

  test('the microphone button stops it at once, and what is heard is said with the wake word', async () => {
    await context.addInitScript(withVoice);
    const tab = await begin();
    await tab.pass(1.2);
    await tab.say('yes');
    await tab.page.getByText('Go ahead.', { exact: true }).first().waitFor();
    await tab.pass(21);
    await tab.page.evaluate(() => Object.assign(window, { hears: 'next' }));
    await tab.page.getByRole('button', { name: 'Talk' }).click();
    // The half second of listening is no time of the turn.
    await tab.pass(0.6);
    await tab.page.getByText('Your turn. Ready?', { exact: true }).first().waitFor();
    const [yes, next] = asked;
    expect(Math.abs((next?.at ?? 0) - (yes?.at ?? 0) - 21)).toBeLessThanOrEqual(1);
    // The next question opens the microphone by itself, once the Echo is done with the last answer.
    await tab.page.evaluate(() => Object.assign(window, { hears: 'stop' }));
    await tab.pass(1.2);
    await tab.until('listening');
    await tab.pass(0.6);
    await tab.page.getByText('Goodbye.', { exact: true }).first().waitFor();
  });

  test('if nothing is heard, it goes on where it was', async () => {
    await context.addInitScript(withVoice);
    const tab = await begin();
    await tab.pass(1.2);
    await tab.say('yes');
    await tab.page.getByText('Go ahead.', { exact: true }).first().waitFor();
    await tab.pass(11);
    await tab.page.getByRole('button', { name: 'Talk' }).click();
    await tab.pass(0.6);
    await tab.until('quiet');
    await tab.pass(45);
    expect(await tab.doing()).toBe('quiet');
    expect(asked.map(({ intent }) => intent)).toEqual(['Yes']);
  });

  test('without an answer the reprompt comes, and then the session ends; who types is waited for', async () => {
    const tab = await begin();
    await tab.pass(3);
    await tab.until('listening');
    await tab.page.getByLabel('What you say').pressSequentially('y');
    await tab.pass(5);
    expect(await tab.doing()).toBe('listening');
    await tab.page.getByLabel('What you say').fill('');
    await tab.pass(9);
    await tab.page.getByText('Shall we begin?', { exact: true }).first().waitFor();
    await tab.pass(11);
    await tab.page.getByRole('status').getByText('(the session is over)').waitFor();
    await tab.page.getByRole('button', { name: 'Alexa, start our check-in' }).waitFor();
  });

  test('while the simulator is away, nothing plays on, whatever is typed or skipped', async () => {
    const tab = await begin();
    await served.close();
    await tab.page.getByText('The Echo is away.').waitFor();
    await tab.say('yes');
    await tab.page.getByText('The Echo cannot be reached.').waitFor();
    await tab.page.getByRole('button', { name: 'Skip ahead' }).click();
    await tab.pass(5);
    expect(await tab.doing()).toBe('speaking');
  });

  test('what has to be read stays there when the microphone opens by itself', async () => {
    await context.addInitScript(withVoice);
    const tab = await begin();
    await tab.pass(1.2);
    await tab.until('listening');
    await tab.page.evaluate(() => Object.assign(window, { hears: 'no' }));
    await tab.page.getByRole('button', { name: 'Talk' }).click();
    await tab.pass(0.6);
    await tab.page.getByText('As you like. Ready?', { exact: true }).first().waitFor();
    await tab.pass(1.2);
    await tab.until('listening');
    await tab.page.getByRole('button', { name: 'Talk', pressed: true }).waitFor();
    await tab.page.getByRole('status').getByText('(card in the Alexa app) Your week').waitFor();
    // Whoever presses the button has read it.
    await tab.page.getByRole('button', { name: 'Talk' }).click();
    await tab.page.getByRole('button', { name: 'Talk' }).click();
    expect(await tab.page.locator('#note').textContent()).toBe('');
  });

  test('without speech recognition there is no button, and the page says why', async () => {
    await context.addInitScript(() => {
      for (const name of ['SpeechRecognition', 'webkitSpeechRecognition'])
        Object.defineProperty(window, name, { value: undefined });
    });
    const tab = await open();
    await tab.page.getByText('This browser has no speech recognition').waitFor();
    expect(await tab.page.getByRole('button', { name: 'Talk' }).count()).toBe(0);
  });
});
