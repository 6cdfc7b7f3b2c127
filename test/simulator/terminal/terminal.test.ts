import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startAlexaServices } from '../../../simulator/cloud/alexa-services.ts';
import type { Echo } from '../../../simulator/device/echo.ts';
import { runTerminal } from '../../../simulator/terminal/terminal.ts';
import { echoWith, silence, speech } from '../scripted-skill.ts';
import { echoCalling, weekly } from '../service-client.ts';
import { evening, OPEN, streams } from './front-end.ts';

async function piped(...lines: string[]): Promise<string[]> {
  return printed(echoWith(evening).echo, lines);
}

async function printed(echo: Echo, lines: readonly string[]): Promise<string[]> {
  const { input, output, written } = streams(lines);
  await runTerminal(echo, { input, output, invocationName: 'our checkin' });
  return written().trimEnd().split('\n').slice(2);
}

describe('the terminal, from a pipe', () => {
  test('prints a conversation, and a blank line skips the quiet', async () => {
    expect(await piped(OPEN, 'yes', '', 'alexa, stop')).toEqual([
      `> ${OPEN}`,
      'Alexa: Welcome. Ready?',
      '> yes',
      'Alexa: Go ahead.',
      '(quiet for 1:00)',
      '> ',
      'Alexa: ♪ Finished?',
      '> alexa, stop',
      'Alexa: Goodbye.',
    ]);
  });

  test('prints all that is heard if the sound fails, also what came before a breath', async () => {
    const { echo } = echoWith({
      LaunchRequest: {
        ssml: '<speak>One breath. <break time="8s"/> Ana, talk.</speak>',
        apla: [silence(60), speech('Finished?')],
      },
      'Alexa.Presentation.APLA.RuntimeError': { say: 'Take your time.', end: true },
    });
    expect(await printed(echo, ['(fault sound)', OPEN])).toEqual([
      '> (fault sound)',
      '(this fails the next time: sound)',
      `> ${OPEN}`,
      'Alexa: One breath.',
      'Alexa: Ana, talk. Take your time.',
    ]);
  });

  test('lets the wake word interrupt the quiet', async () => {
    expect((await piped(OPEN, 'yes', 'alexa, next')).slice(-3)).toEqual([
      '(quiet for 1:00)',
      '> alexa, next',
      'Alexa: Your turn. Ready?',
    ]);
  });

  test('prints all that is heard before words that only begin like the wake word', async () => {
    expect((await piped(OPEN, 'yes', "alexa's idea was good")).slice(-5)).toEqual([
      '(quiet for 1:00)',
      'Alexa: ♪ Finished?',
      "> alexa's idea was good",
      '(not in the model: FallbackIntent)',
      'Alexa: Take your time. Ready?',
    ]);
  });

  test('plays a turn to its end before an answer without the wake word', async () => {
    expect((await piped(OPEN, 'yes', 'stop')).slice(-4)).toEqual([
      '(quiet for 1:00)',
      'Alexa: ♪ Finished?',
      '> stop',
      'Alexa: Goodbye.',
    ]);
  });

  test('reads a blank line at an open microphone as silence', async () => {
    expect((await piped(OPEN, '', '')).slice(2)).toEqual([
      '> ',
      'Alexa: Shall we begin?',
      '> ',
      '(the session is over)',
    ]);
  });

  test('marks words that are not in the model', async () => {
    expect(await piped(OPEN, 'xylophone quartz')).toContain('(not in the model: FallbackIntent)');
  });

  test('shows the card of a response', async () => {
    expect((await piped(OPEN, 'help')).slice(-3)).toEqual([
      '> help',
      '(card in the Alexa app) Your week / Tea on Sunday.',
      'Alexa: I sent you a card.',
    ]);
  });

  test('prints a reminder once, when it sounds', async () => {
    const services = await startAlexaServices('memory');
    const { echo, call } = echoCalling(services, ({ reminders }) => reminders.createReminder(weekly));
    await echo.line('(grant reminders)');
    await call();
    expect(await printed(echo, ['(wait 6h)', '(wait 1h)'])).toEqual([
      '> (wait 6h)',
      "(reminder) Alexa: ♪ Here's your reminder: time for each other",
      '(it is now Monday, November 23 at 1:00 AM)',
      '> (wait 1h)',
      '(it is now Monday, November 23 at 2:00 AM)',
    ]);
    await services.close();
  });

  test('says once how to open the skill', async () => {
    const hint = '(The skill is not open. Say "alexa, start our check-in" to open it.)';
    const printed = await piped('yes', 'no', 'alexa, next');
    expect(printed.filter((line) => line === hint)).toHaveLength(1);
    expect(printed).toContain('(nobody is listening: only you two heard that)');
    expect(printed).toContain('(Alexa answers this herself: the skill is not open.)');
  });
});

test('at a keyboard whose output is a pipe, nothing moves the cursor and no time passes', async () => {
  const { input, output, written } = streams([OPEN, 'yes', 'alexa, next']);
  const keyboard = Object.assign(input, { isTTY: true });
  await runTerminal(echoWith(evening).echo, { input: keyboard, output, invocationName: 'our checkin' });
  expect(written()).toContain('(quiet for 1:00)\n> alexa, next\nAlexa: Your turn. Ready?\n');
  expect(written()).not.toContain('\u001b');
});

describe('a terminal that shows lines from a pipe, or that is dumb', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['a pipe', false, 'xterm'],
    ['a keyboard', true, 'dumb'],
  ])('is given no control sequences: %s, %s, %s', async (_, isTTY, terminal) => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', terminal);
    const { input, output, written } = streams([OPEN, 'yes', 'alexa, next']);
    await runTerminal(echoWith(evening).echo, {
      input: Object.assign(input, { isTTY }),
      output: Object.assign(output, { isTTY: true, columns: 80 }),
      invocationName: 'our checkin',
    });
    expect(written()).toContain('(quiet for 1:00)\n> alexa, next\nAlexa: Your turn. Ready?\n');
    expect(written()).not.toContain('\u001b');
  });
});

describe('the terminal, at a keyboard', () => {
  /** Types each line as soon as the text before it is printed. The clock runs `speed` times as fast as real time. */
  async function live(
    dialogue: readonly (readonly [after: string, type: string])[],
    speed = 100,
  ): Promise<string> {
    const { echo } = echoWith(evening);
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const began = Date.now();
    const steps = [...dialogue];
    let written = '';
    let unread = '';
    output.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      unread += chunk.toString();
      const [step] = steps;
      if (step === undefined || !unread.includes(step[0])) return;
      steps.shift();
      unread = '';
      setImmediate(() => (step[1] === 'END' ? input.end() : input.write(`${step[1]}\r`)));
    });
    await runTerminal(echo, {
      input,
      output,
      invocationName: 'our checkin',
      milliseconds: () => began + (Date.now() - began) * speed,
    });
    return written;
  }

  test('shows a quiet as a progress bar with the time that is left', async () => {
    const printed = await live([
      ['You: ', OPEN],
      ['Ready?', 'yes'],
      ['Finished?', 'alexa, stop'],
      ['Goodbye.', 'END'],
    ]);
    expect(printed).toMatch(/\[·+\] 1:00 left/u);
    expect(printed).toMatch(/█/u);
    expect(printed).toContain('Alexa: ♪ Finished?');
  });

  test('skips the quiet on Enter', async () => {
    const printed = await live(
      [
        ['You: ', OPEN],
        ['Ready?', 'yes'],
        ['left', ''],
        ['Finished?', 'END'],
      ],
      1,
    );
    expect(printed).toContain('Alexa: ♪ Finished?');
  });

  test('hears only the wake word during the quiet', async () => {
    const printed = await live(
      [
        ['You: ', OPEN],
        ['Ready?', 'yes'],
        ['left', 'I felt alone'],
        ['only you two', 'alexa, next'],
        ['Your turn', 'END'],
      ],
      1,
    );
    expect(printed).toContain('(the microphone is closed: only you two heard that)');
    expect(printed).not.toContain('Finished?');
  });

  test('does not let words interrupt the quiet that only begin like the wake word', async () => {
    const printed = await live(
      [
        ['You: ', OPEN],
        ['Ready?', 'yes'],
        ['left', "alexa's idea was good"],
        ['only you two', 'END'],
      ],
      1,
    );
    expect(printed).toContain('(the microphone is closed: only you two heard that)');
  });

  test('reads Enter at a question as silence', async () => {
    const printed = await live([
      ['You: ', OPEN],
      ['You: ', ''],
      ['Shall we begin?', 'END'],
    ]);
    expect(printed).toContain('Alexa: Shall we begin?');
  });
});
