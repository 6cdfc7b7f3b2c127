import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../simulator/device/exchange.ts';

interface Played {
  readonly first: Exchange;
  readonly second: Exchange;
}

/** Plays the skills, and returns what the Echo did with each. */
async function played(...args: string[]) {
  const script = join(import.meta.dirname, 'throwing-skills.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args]);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = await once(child, 'close');
  const lines = output.split('\n').filter((line) => line !== '');
  const all = new Map<string, Played>(lines.map((line) => [JSON.parse(line).name, JSON.parse(line)]));
  return { code, of: (name: string) => all.get(name) ?? expect.fail(`${name} was not played`) };
}

describe('an error that the skill throws outside of the promise of its handler', () => {
  const all = played('--own');
  const problem = "There was a problem with the requested skill's response.";

  test.each(['timer', 'promise'])('fails the request, and the Echo goes on: a %s', async (name) => {
    const { first, second } = (await all).of(name);
    expect(first).toMatchObject({ error: problem, session: 'ended' });
    expect(first.violations[0]).toBe(
      'The skill failed on LaunchRequest: it threw outside of the promise of its handler: lost.',
    );
    expect(second.error).toBeNull();
  });

  test('is reported with the next line if the answer came first', async () => {
    const { first, second } = (await all).of('later');
    expect(first).toMatchObject({ error: null, spoken: 'Ready?', violations: [] });
    expect(second.violations).toEqual([
      'Once LaunchRequest was over, the skill threw outside of the promise of its handler: lost.',
    ]);
  });

  test('is none if a handler calls back: it is named as one that takes a callback', async () => {
    const { first, second } = (await all).of('callback');
    expect(first.violations[0]).toBe(
      'The skill failed on LaunchRequest: its handler takes a callback, which is not simulated, and returned no promise of an answer.',
    );
    expect(second.violations).toEqual([]);
  });

  test('is told from an error of anybody else, which ends the process', async () => {
    expect((await all).code).not.toBe(0);
  });
});
