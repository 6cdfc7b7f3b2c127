import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../simulator/device/exchange.ts';
import { runJsonLines } from '../../../simulator/terminal/json-lines.ts';
import { echoWith } from '../scripted-skill.ts';
import { evening, OPEN, streams } from './front-end.ts';

async function jsonLines(...lines: string[]): Promise<Exchange[]> {
  const { echo } = echoWith(evening);
  const { input, output, written } = streams(lines);
  await runJsonLines(echo, input, output);
  return written()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('the JSON front end', () => {
  test('prints one object with the same keys for each command, and nothing for comments', async () => {
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

  test('waits for a slow reader', async () => {
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

  test('stops if nobody reads its output any more', async () => {
    const { echo } = echoWith(evening);
    const { input, output } = streams([OPEN, OPEN]);
    output.destroy();
    await runJsonLines(echo, input, output);
  });
});
