import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { until } from './couple.ts';
import { anEcho } from './envelopes.ts';
import { aKitchen } from './kitchen.ts';
import { expectKindSpeech, opensMicrophone, wordsOf } from './responses.ts';

describe('a household that cannot be read', () => {
  it.each([
    ['newer-schema', 'store.newer'],
    ['older-schema', 'store.unreachable'],
    ['malformed', 'store.unreachable'],
    ['throttled', 'store.unreachable'],
    ['timeout', 'store.unreachable'],
    ['unreachable', 'store.unreachable'],
    ['refused', 'store.unreachable'],
  ] as const)('because of %s is left untouched, and they are told kindly', async (code, key) => {
    const { echo, store, logged, id } = aKitchen();
    await until(echo, /talk\.a$/);
    const before = store.everything();
    store.taken();
    logged.length = 0;
    store.failNext(code, 1);
    const response = await echo.launch();
    expectKindSpeech(response);
    expect([enUS.lines[key]].flat()).toContain(wordsOf(response));
    expect(opensMicrophone(response)).toBe(false);
    expect(store.taken()).toEqual(['load']);
    expect(store.everything()).toBe(before);
    expect(logged).toEqual([
      { level: 'warn', message: 'store failed', fields: { operation: 'load', code, household: id } },
    ]);
  });

  it('says nothing and writes nothing afterwards, even when its session ends', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /talk\.a$/);
    const before = store.everything();
    store.failNext('newer-schema', 1);
    await echo.launch();
    expect((await echo.end('USER_INITIATED')).response).toEqual({});
    expect(store.everything()).toBe(before);
  });

  it.each(['what do you keep', 'read us our appreciations', 'forget what Ana said', 'start our check-in'])(
    'is not said to be empty after help was found: "%s"',
    async (words) => {
      const { echo, store, skill } = aKitchen();
      await until(echo, /talk\.a$/);
      await echo.words('stop');
      const before = store.everything();
      const later = anEcho(skill, { now: echo.now, run: 'later' });
      store.failNext('throttled', 1);
      await later.say('SupportIntent');
      expect(later.stateId()).toBe('support');
      await later.words('say that again');
      expect(later.stateId()).toBe('support');
      const response = await later.words(words);
      expect([enUS.lines['store.unreachable']].flat()).toContain(wordsOf(response));
      expect(later.stateId()).toBe('closed');
      expect(store.everything()).toBe(before);
    },
  );

  it.each(['help', 'what can I say', 'louder', 'hang on, let me get a pen', 'forget us'])(
    'closes no session for words that need nothing of it: "%s"',
    async (words) => {
      const { echo, store, skill } = aKitchen();
      await until(echo, /talk\.a$/);
      await echo.words('stop');
      const later = anEcho(skill, { now: echo.now, run: 'later' });
      store.failNext('throttled', 1);
      await later.say('SupportIntent');
      await later.words(words);
      expect(later.stateId()).not.toBe('closed');
    },
  );
});
