import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { until } from './couple.ts';
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
});
