import { describe, expect, test } from 'vitest';
import { readLocalTime } from '../../../simulator/clock/virtual-clock.ts';
import { elicitationOfState, readOptions } from '../../../simulator/terminal/options.ts';

const chances = { now: new Date('2026-11-22T08:00:00Z'), timezone: 'Europe/Vienna', seed: 'chance' };
const read = (...args: string[]) => readOptions(args, chances);

describe('the command line', () => {
  test('without options talks to a speaker in the kitchen, now, on data that stays', () => {
    expect(read()).toEqual({
      help: false,
      json: false,
      parse: null,
      state: null,
      data: '.local/data',
      device: 'echo',
      deviceId: 'kitchen',
      locale: 'en-US',
      user: 'demo',
      start: chances.now,
      timezone: 'Europe/Vienna',
      seed: 'chance',
      strict: false,
      script: null,
    });
  });

  test('takes --at for a local time in --timezone', () => {
    const { start } = read('--at', '2026-11-22T19:00:00', '--timezone', 'America/New_York');
    expect(start.toISOString()).toBe('2026-11-23T00:00:00.000Z');
  });

  test('lets a given seed give the same ids at the same --at, and others at another', () => {
    const seeds = ['2026-11-22', '2026-11-22', '2026-11-29'].map(
      (at) => read('--seed', '7', '--at', at).seed,
    );
    expect(seeds[0]).toBe(seeds[1]);
    expect(seeds[0]).not.toBe(seeds[2]);
  });

  test.each([
    [['--jsn'], "Unknown option '--jsn'."],
    [['hello'], "Unexpected argument 'hello'. This command does not take positional arguments."],
    [['--device', 'tv'], '--device tv is not one of echo, show, show-round.'],
    [['--timezone', 'Mars'], '--timezone Mars is not a time zone such as America/New_York.'],
    [['--at', '2026-02-30T10:00'], '--at 2026-02-30T10:00 is not a local time such as 2026-11-22T19:00:00.'],
    [['--locale', 'english'], '--locale english is not a locale such as en-US.'],
    [['--seed', 'x'], '--seed x is not a whole number.'],
    [['--state', 'x'], '--state goes with --parse only.'],
    [['--data', ''], '--data is empty.'],
    [['--data'], "Option '--data <value>' argument missing."],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ code: 'bad-option', message: sentence }));
  });
});

describe('the state given to --parse', () => {
  test('names the slot it asks for after an @', () => {
    expect(elicitationOfState('names.first@NameIntent.name')).toEqual({ intent: 'NameIntent', slot: 'name' });
    expect(elicitationOfState('talk@AMAZON.YesIntent.slot')).toEqual({
      intent: 'AMAZON.YesIntent',
      slot: 'slot',
    });
    expect(elicitationOfState('welcome')).toBeNull();
    expect(elicitationOfState(null)).toBeNull();
  });
});

describe('a local time', () => {
  test.each([
    ['2026-07-01T12:00', 'Europe/London', '2026-07-01T11:00:00.000Z'],
    ['2026-11-22', 'UTC', '2026-11-22T00:00:00.000Z'],
    ['2026-03-29T03:30:00', 'Europe/Vienna', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s is %s', (text, timezone, moment) => {
    expect(readLocalTime(text, timezone)?.toISOString()).toBe(moment);
  });

  test.each(['yesterday', '2026-13-01', '2026-11-22T25:00', '2026-11-22T19:00:00Z'])('%s is none', (text) => {
    expect(readLocalTime(text, 'UTC')).toBeNull();
  });
});
