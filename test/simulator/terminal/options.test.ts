import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../simulator/terminal/options.ts';

const defaults = { now: new Date('2026-11-22T08:00:00Z'), timezone: 'Europe/Vienna', seed: 'random' };
const read = (...args: string[]) => readOptions(args, defaults);

describe('the command line', () => {
  test('defaults to a speaker in the kitchen, the current time, and data on disk', () => {
    expect(read()).toEqual({
      help: false,
      version: false,
      json: false,
      parse: null,
      state: null,
      data: '.local/data',
      device: 'echo',
      deviceId: 'kitchen',
      locale: 'en-US',
      user: 'demo',
      start: defaults.now,
      timezone: 'Europe/Vienna',
      seed: 'random',
      strict: false,
      noElicit: false,
      noWeb: false,
      script: null,
    });
  });

  test('reads --at as a local time in --timezone', () => {
    const { start } = read('--at', '2026-11-22T19:00:00', '--timezone', 'America/New_York');
    expect(start.toISOString()).toBe('2026-11-23T00:00:00.000Z');
  });

  test('derives other ids from the same seed at another --at', () => {
    const seeds = ['2026-11-22', '2026-11-22', '2026-11-29'].map(
      (at) => read('--seed', '7', '--at', at).seed,
    );
    expect(seeds[0]).toBe(seeds[1]);
    expect(seeds[0]).not.toBe(seeds[2]);
  });

  test.each([
    [['--jsn'], "Unknown option '--jsn'."],
    [['hello'], "Unexpected argument 'hello'. This command does not take positional arguments."],
    [['--device', 'tv'], '--device tv is not one of echo, show, show-round, alexa-plus.'],
    [['--timezone', 'Mars'], '--timezone Mars is not a time zone such as America/New_York.'],
    [['--timezone', '+05:00'], '--timezone +05:00 is not a time zone such as America/New_York.'],
    [['--at', '2026-02-30T10:00'], '--at 2026-02-30T10:00 is not a local time such as 2026-11-22T19:00:00.'],
    [['--locale', 'english'], '--locale english is not a locale such as en-US.'],
    [['--seed', 'x'], '--seed x is not a whole number.'],
    [['--seed', '-5'], "Option '--seed' argument is ambiguous. Write --seed=-5 if that is its value."],
    [['--state', 'x'], '--state goes with --parse only.'],
    [['--data', ''], '--data is empty.'],
    [['--data'], "Option '--data <value>' argument missing."],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ code: 'bad-option', message: sentence }));
  });
});
