import { describe, expect, it } from 'vitest';
import { anaAndBo, answer, EXCHANGES, toTheClose, until } from './couple.ts';
import { aKitchen } from './kitchen.ts';
import { expectKindSpeech, stateIdOf } from './responses.ts';

describe('a first visit', () => {
  it('goes from hello to the close, with no more requests of the store than each reply is allowed', async () => {
    const { echo, store, id } = aKitchen();
    const requests: [asked: string, operations: string][] = [];
    do {
      const asked = echo.stateId();
      const response = await answer(echo);
      expectKindSpeech(response);
      requests.push([asked, store.taken().join(' ')]);
    } while (echo.stateId() !== 'closed');

    expect(requests.map(([asked]) => asked)).toEqual([
      '',
      'names.a@NamesIntent.name',
      'names.b@NamesIntent.name',
      'consent.a',
      'consent.b',
      'length',
      'check-in/talk.a',
      'check-in/get-it.a',
      'check-in/talk.b.ready',
      'check-in/talk.b',
      'check-in/get-it.b',
      'check-in/question.a.ready',
      'check-in/appreciate.a.ready',
      'check-in/appreciate.a@AppreciationIntent.appreciation',
      'check-in/appreciate.a.confirm',
      'check-in/appreciate.b@AppreciationIntent.appreciation',
      'check-in/appreciate.b.confirm',
    ]);
    expect(requests).toHaveLength(EXCHANGES);
    const operations = new Map(requests);
    for (const asked of ['names.a@NamesIntent.name', 'names.b@NamesIntent.name', 'consent.a'])
      expect(operations.get(asked)).toBe('');
    expect(operations.get('')).toBe('load');
    for (const [asked, taken] of requests)
      if (asked.endsWith('.confirm')) expect(taken).toBe('keep save');
      else if (asked.endsWith('.appreciation')) expect(['', 'save']).toContain(taken);
      else if (asked.startsWith('check-in/')) expect(taken).toBe('save');
    expect(store.record(id)?.household).toMatchObject({
      names: { a: 'Ana', b: 'Bo' },
      consent: { a: '2026-11-22', b: '2026-11-22' },
      next: 'b',
      counts: { finished: 1, listened: 20 },
    });
    expect(store.record(id)?.place).toBeNull();
    expect(store.kept(id).map(({ text, from, to }) => [text, from, to])).toEqual([
      ['thank you for the tea you made', 'a', 'b'],
      ['I love how you listened', 'b', 'a'],
    ]);
  });

  it.each(['AMAZON.HelpIntent', 'AMAZON.RepeatIntent', 'WhereAreWeIntent', 'TimeLeftIntent'])(
    'asks nothing of the store for %s, whatever was asked last',
    async (intent) => {
      const { echo, store } = aKitchen();
      await echo.launch();
      for (let exchange = 1; exchange < EXCHANGES; exchange += 1) {
        store.taken();
        const before = echo.stateId();
        const response = await echo.say(intent);
        expectKindSpeech(response);
        expect([before, store.taken()]).toEqual([before, []]);
        expect(stateIdOf(response)).toBe(before);
        await answer(echo);
      }
    },
  );

  it('saves the place before it is spoken: what the reply says is what the store holds', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /talk\.a$/);
    expect(store.record(id)?.place).toMatchObject({ step: 'talk.a', from: 'arrive' });
    expect(store.record(id)?.household.names).toEqual({ a: 'Ana', b: 'Bo' });
  });

  it('leaves nothing behind for two who say no to keeping', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /consent\.b/);
    await echo.say('AMAZON.NoIntent');
    expect(echo.stateId()).toBe('length');
    await toTheClose(echo);
    expect(store.everything()).toBe('[[],[],[]]');
    expect(store.taken()).toEqual(['load']);
  });

  it('keeps nothing of a conversation that ends before both have said yes', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /consent\.b/);
    await echo.end('USER_INITIATED');
    expect(store.everything()).toBe('[[],[],[]]');
  });

  it('welcomes them back, and the other one talks first', async () => {
    const { echo, store, id } = aKitchen();
    await toTheClose(echo);
    store.taken();
    await echo.launch();
    expect(echo.stateId()).toBe('welcome');
    expect(store.taken()).toEqual(['load']);
    await toTheClose(echo, anaAndBo);
    expect(store.record(id)?.household.counts).toEqual({ finished: 2, listened: 40 });
    expect(store.record(id)?.household.next).toBe('a');
    expect(store.kept(id)).toHaveLength(4);
  });
});
