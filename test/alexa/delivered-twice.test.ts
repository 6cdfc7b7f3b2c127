import { describe, expect, it } from 'vitest';
import { answer, EXCHANGES, until } from './couple.ts';
import { resolvedSlot } from './envelopes.ts';
import { aKitchen } from './kitchen.ts';

describe('a request that is delivered twice', () => {
  it.each(Array.from({ length: EXCHANGES }, (_, exchange) => exchange))(
    'at exchange %i is answered the same and applied once',
    async (exchange) => {
      const { echo, store } = aKitchen();
      for (let n = 0; n < exchange; n += 1) await answer(echo);
      const first = await answer(echo);
      const before = store.everything();
      expect(await echo.deliverAgain()).toEqual(first);
      expect(store.everything()).toBe(before);
    },
  );

  it('and begins a check-in at once is applied once, and offers to carry on with it', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /^closed$/);
    echo.now += 86_400_000;
    const listening = resolvedSlot('exercise', 'listening', 'listening');
    await echo.say('ChooseIntent', { exercise: listening, minutes: '5' });
    const before = store.everything();
    const again = await echo.deliverAgain();
    expect(again.sessionAttributes?.stateId).toBe('carry-on');
    expect(store.everything()).toBe(before);
  });

  it('while the first is still under way is applied once', async () => {
    const { echo, skill, store, id } = aKitchen();
    await until(echo, /appreciate\.a\.confirm/);
    const version = store.record(id)?.version ?? 0;
    const { attributes } = echo;
    const request = structuredClone(echo.exchanges.at(-1)?.request);
    if (request?.session === undefined) throw new Error('expected a session');
    request.session.attributes = attributes;
    request.request = {
      ...request.request,
      requestId: 'twice',
      timestamp: new Date(echo.now).toISOString(),
      intent: { name: 'AMAZON.YesIntent', confirmationStatus: 'NONE', slots: {} },
    } as typeof request.request;
    const [one, two] = await Promise.all([skill(request), skill(structuredClone(request))]);
    expect(two).toEqual(one);
    expect(store.kept(id)).toHaveLength(1);
    expect(store.record(id)?.version).toBe(version + 1);
  });

  it("and is the second one's yes to being remembered changes nothing that was saved since", async () => {
    const { echo, skill, store, id } = aKitchen();
    await until(echo, /consent\.b/);
    await answer(echo);
    const consent = echo.exchanges.at(-1)?.request;
    await until(echo, /^closed$/);
    await echo.launch();
    await echo.say('RenameIntent', { name: 'Bo', other: 'Bob' });
    await echo.say('AMAZON.StopIntent');
    const before = store.record(id);
    await skill(consent);
    expect(store.record(id)?.household).toEqual(before?.household);
    expect(store.record(id)?.place).toBeNull();
  });

  it('after a later one is not applied any more', async () => {
    const { echo, skill, store } = aKitchen();
    await until(echo, /talk\.a$/);
    await answer(echo);
    const late = echo.exchanges.at(-1)?.request;
    await answer(echo);
    await answer(echo);
    const before = store.everything();
    const response = await skill(late);
    expect(response.response.shouldEndSession).toBe(true);
    expect(store.everything()).toBe(before);
  });
});
