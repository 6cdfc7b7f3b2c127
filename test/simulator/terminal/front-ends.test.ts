import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { startAlexaServices } from '../../../simulator/cloud/alexa-services.ts';
import type { Echo } from '../../../simulator/device/echo.ts';
import type { Exchange } from '../../../simulator/device/exchange.ts';
import { runJsonLines } from '../../../simulator/terminal/json-lines.ts';
import { runTerminal } from '../../../simulator/terminal/terminal.ts';
import { echoWith, hold, type Script } from '../scripted-skill.ts';
import { echoCalling, weekly } from '../service-client.ts';

const OPEN = 'alexa, start our check-in';
const evening: Script = {
  LaunchRequest: { say: 'Welcome. Ready?', reprompt: 'Shall we begin?' },
  'AMAZON.YesIntent': hold(60),
  'AMAZON.NextIntent': { say: 'Your turn. Ready?' },
  'AMAZON.FallbackIntent': { say: 'Take your time. Ready?' },
  'AMAZON.StopIntent': { say: 'Goodbye.', end: true },
  'AMAZON.HelpIntent': {
    say: 'I sent you a card.',
    end: true,
    card: { type: 'Simple', title: 'Your week', content: 'Tea on Sunday.' },
  },
};

/** A stream that ends with the given lines, and one that keeps what is written to it. */
function streams(lines: readonly string[]) {
  const input = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const output = new PassThrough();
  let written = '';
  output.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  return { input, output, written: () => written };
}

async function jsonLines(...lines: string[]): Promise<Exchange[]> {
  const { echo } = echoWith(evening);
  const { input, output, written } = streams(lines);
  await runJsonLines(echo, input, output);
  return written()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

async function piped(...lines: string[]): Promise<string[]> {
  return printed(echoWith(evening).echo, lines);
}

async function printed(echo: Echo, lines: readonly string[]): Promise<string[]> {
  const { input, output, written } = streams(lines);
  await runTerminal(echo, { input, output, invocationName: 'our checkin' });
  return written().trimEnd().split('\n').slice(2);
}

describe('the JSON front end', () => {
  test('answers each command with one object of the same keys, and comments with nothing', async () => {
    const exchanges = await jsonLines(OPEN, '# a comment', '', 'yes', '(dance)', 'alexa, stop');
    expect(exchanges.map(({ line }) => line)).toEqual([OPEN, 'yes', '(dance)', 'alexa, stop']);
    for (const exchange of exchanges) {
      expect(Object.keys(exchange)).toEqual(
        'line heard spoken ssml silence seconds mic session reprompt directives screen state database violations error'.split(
          ' ',
        ),
      );
    }
    expect(exchanges[1]).toMatchObject({ silence: 60, mic: 'open', spoken: 'Go ahead. Finished?' });
    expect(exchanges[2]?.error).toContain('(dance) is not a command.');
    expect(exchanges[3]).toMatchObject({ session: 'ended', spoken: 'Goodbye.' });
  });

  test('waits for a reader that is slow', async () => {
    const { echo } = echoWith(evening);
    const input = new PassThrough();
    input.end(`${OPEN}\n`.repeat(50));
    const output = new PassThrough({ highWaterMark: 16 });
    const running = runJsonLines(echo, input, output).then(() => output.end());
    let lines = 0;
    for await (const chunk of output) lines += String(chunk).split('\n').length - 1;
    await running;
    expect(lines).toBe(50);
  });

  test('stops when nobody reads any more', async () => {
    const { echo } = echoWith(evening);
    const { input, output } = streams([OPEN, OPEN]);
    output.destroy();
    await runJsonLines(echo, input, output);
  });
});

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

  test('lets the wake word break into the quiet', async () => {
    expect((await piped(OPEN, 'yes', 'alexa, next')).slice(-3)).toEqual([
      '(quiet for 1:00)',
      '> alexa, next',
      'Alexa: Your turn. Ready?',
    ]);
  });

  test('plays a turn out before an answer without the wake word', async () => {
    expect((await piped(OPEN, 'yes', 'stop')).slice(-4)).toEqual([
      '(quiet for 1:00)',
      'Alexa: ♪ Finished?',
      '> stop',
      'Alexa: Goodbye.',
    ]);
  });

  test('takes a blank line at an open microphone for silence', async () => {
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

  test('shows the card that came with an answer', async () => {
    expect((await piped(OPEN, 'help')).slice(-3)).toEqual([
      '> help',
      '(card in the Alexa app) Your week / Tea on Sunday.',
      'Alexa: I sent you a card.',
    ]);
  });

  test('prints a reminder when it sounds, and nothing over again', async () => {
    const services = await startAlexaServices('memory');
    const { echo, call } = echoCalling(services, ({ reminders }) => reminders.createReminder(weekly));
    await echo.line('(grant reminders)');
    await call();
    expect(await printed(echo, ['(wait 6h)', '(wait 1h)'])).toEqual([
      '> (wait 6h)',
      "(reminder) Alexa: ♪ Here's your reminder: time for each other",
      '> (wait 1h)',
    ]);
    await services.close();
  });

  test('hints once how to open the skill', async () => {
    const hint = '(The skill is not open. Say "alexa, start our check-in" to open it.)';
    const printed = await piped('yes', 'no', 'alexa, next');
    expect(printed.filter((line) => line === hint)).toHaveLength(1);
    expect(printed).toContain('(nobody is listening: only you two heard that)');
    expect(printed).toContain('(Alexa answers this herself: the skill is not open.)');
  });
});

describe('the terminal, at a keyboard', () => {
  /** Types each line once the text before it was printed; a minute passes in the time of a few ticks. */
  async function live(
    dialogue: readonly (readonly [after: string, type: string])[],
    speed = 100,
  ): Promise<string> {
    const { echo } = echoWith(evening);
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = Object.assign(new PassThrough(), { columns: 80 });
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

  test('shows a quiet as a bar with the time left, and asks when it is over', async () => {
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

  test('takes Enter at a question for silence', async () => {
    const printed = await live([
      ['You: ', OPEN],
      ['You: ', ''],
      ['Shall we begin?', 'END'],
    ]);
    expect(printed).toContain('Alexa: Shall we begin?');
  });
});
