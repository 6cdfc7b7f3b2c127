import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runTerminal } from '../../../simulator/terminal/terminal.ts';
import type { ServePage } from '../../../simulator/terminal/web-page.ts';
import { echoWith } from '../scripted-skill.ts';
import { evening, OPEN, streams } from './front-end.ts';

const ADDRESS = 'http://127.0.0.1:1234/#key';

/** A terminal at a keyboard, with a page whose browser opens, does not open, or cannot even be tried. */
function atKeyboard(opens: boolean | Error, isServed: true | Error = true) {
  const { echo, requests } = echoWith(evening);
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true });
  let written = '';
  output.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  let served = 0;
  let opened = 0;
  const open = async () => {
    opened += 1;
    if (opens instanceof Error) throw opens;
    return opens;
  };
  let fail = (_error: unknown) => {};
  const serve: ServePage = async (onError) => {
    served += 1;
    fail = onError;
    if (isServed instanceof Error) throw isServed;
    return { address: ADDRESS, open };
  };
  const ended = runTerminal(echo, { input, output, invocationName: 'our checkin', serve });
  const until = async (text: string) => {
    for (let turns = 0; turns < 2000 && !written.includes(text); turns += 1)
      await new Promise((resolve) => setImmediate(resolve));
    expect(written).toContain(text);
  };
  return {
    ...{ input, until, ended, requests },
    written: () => written,
    counts: () => ({ served, opened }),
    fail: (error: unknown) => fail(error),
  };
}

describe('the page beside the terminal', () => {
  test('its address is printed after the first prompt, and w opens it without the Echo hearing that', async () => {
    const { input, until, ended, requests, written, counts } = atKeyboard(true);
    await until(ADDRESS);
    expect(written().indexOf('You: ')).toBeLessThan(written().indexOf(ADDRESS));
    input.write('w\n');
    input.write(`${OPEN}\n`);
    await until('Alexa: Welcome. Ready?');
    expect(counts()).toEqual({ served: 1, opened: 1 });
    expect(requests.map(({ request }) => request.type)).toEqual(['LaunchRequest']);
    input.write('\u0004');
    await ended;
  });

  test.each([false, new Error('the disk is full')])(
    'if no browser can be opened, it says what to do (%s)',
    async (opens) => {
      const { input, until, ended } = atKeyboard(opens);
      await until(ADDRESS);
      input.write('w\n');
      await until(`No browser could be opened here: open ${ADDRESS} in one.`);
      input.write('\u0004');
      await ended;
    },
  );

  test('if it cannot be served, or does not answer once, it says why', async () => {
    const none = atKeyboard(true, new Error('the disk is full'));
    await none.until('(the page in the browser cannot be served: the disk is full)');
    const one = atKeyboard(true);
    await one.until(ADDRESS);
    one.fail(new Error('the table is away'));
    await one.until('(the page in the browser was not answered: the table is away)');
    for (const { input, ended } of [none, one]) {
      input.write('\u0004');
      await ended;
    }
  });

  test('a terminal that is left at once prints nothing more', async () => {
    const { input, ended, written } = atKeyboard(true);
    input.write('\u0004');
    await ended;
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(written()).not.toContain(ADDRESS);
  });

  test('input from a pipe starts none, and w is something that is said', async () => {
    const { echo } = echoWith(evening);
    const { input, output, written } = streams([OPEN, 'w']);
    let served = 0;
    const serve = async () => {
      served += 1;
      return { address: ADDRESS, open: async () => true };
    };
    await runTerminal(echo, { input, output, invocationName: 'our checkin', serve });
    expect(served).toBe(0);
    expect(written()).toContain('> w\n');
  });
});
