/** The database fails in every single exchange of a check-in: nothing is lost, and nobody hears an error. */
import { describe, expect, it } from 'vitest';
import type { Household } from '../../lambda/conversation/model/household.ts';
import type { StoreErrorCode } from '../../lambda/household/errors.ts';
import { answer, EXCHANGES, toTheClose, until } from './couple.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';
import { expectKindSpeech, isHeard, opensMicrophone } from './responses.ts';

const CODES: readonly StoreErrorCode[] = ['throttled', 'timeout', 'unreachable', 'refused'];

/** What must be the same at the end, whatever failed. The chosen questions and the moments can differ. */
function outcome({ store, id }: Kitchen): unknown {
  const household: Household | undefined = store.record(id)?.household;
  return {
    place: store.record(id)?.place,
    household: {
      ...household,
      heard: household?.heard.split(' ').length,
      since: typeof household?.since,
      appreciated: typeof household?.appreciated,
    },
    kept: store.kept(id).map(({ id: _derived, at: _began, ...rest }) => rest),
  };
}

async function undisturbed(): Promise<unknown> {
  const kitchen = aKitchen();
  await toTheClose(kitchen.echo);
  return outcome(kitchen);
}

/**
 * Answers questions and starts new sessions, until the stored check-in is finished.
 *
 * @throws Error after sixty answers
 */
async function finish({ echo, store, id }: Kitchen): Promise<void> {
  for (let exchange = 0; exchange < 60; exchange += 1) {
    if (store.record(id)?.household.counts.finished === 1) return;
    expectKindSpeech(await answer(echo));
  }
  throw new Error(`expected the check-in to be finished within sixty answers, got to ${echo.stateId()}`);
}

const each = Array.from({ length: EXCHANGES }, (_, exchange) => exchange);

describe.each(CODES)('a store that answers %s', (code) => {
  it.each(each)('at exchange %i loses nothing and overwrites nothing', async (exchange) => {
    const kitchen = aKitchen();
    const { echo, store } = kitchen;
    for (let n = 0; n < exchange; n += 1) await answer(echo);
    const before = store.everything();
    store.taken();
    store.failNext(code, 99);
    expectKindSpeech(await answer(echo));
    expect(store.everything()).toBe(before);
    const asked = store.taken();
    if (asked.includes('load')) expect(asked).toEqual(['load']);
    store.heal();
    await finish(kitchen);
    expect(outcome(kitchen)).toEqual(await undisturbed());
  });

  it('through a whole check-in still carries it on, and saves it all when it is back', async () => {
    const kitchen = aKitchen();
    const { echo, store } = kitchen;
    await until(echo, /talk\.a$/);
    const before = store.everything();
    store.failNext(code, 99);
    await until(echo, /appreciate\.a\.confirm/);
    expectKindSpeech(await answer(echo));
    expect(echo.stateId()).toContain('appreciate.a.confirm');
    expect(store.everything()).toBe(before);
    store.heal();
    await finish(kitchen);
    expect(outcome(kitchen)).toEqual(await undisturbed());
  });

  it('at the start of a session closes kindly, and writes nothing after the failed read', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /talk\.b$/);
    const before = store.everything();
    store.taken();
    store.failNext(code, 1);
    const response = await echo.launch();
    expect(opensMicrophone(response)).toBe(false);
    expect(store.taken()).toEqual(['load']);
    expect(store.everything()).toBe(before);
    await echo.launch();
    expect(echo.stateId()).toBe('carry-on');
  });
});

describe('an answer of the store that is lost', () => {
  it.each(each)('at exchange %i loses nothing and doubles nothing', async (exchange) => {
    const kitchen = aKitchen();
    const { echo, store } = kitchen;
    for (let n = 0; n < exchange; n += 1) await answer(echo);
    store.failAfter(1);
    expectKindSpeech(await answer(echo));
    store.heal();
    await finish(kitchen);
    expect(outcome(kitchen)).toEqual(await undisturbed());
  });

  it('of every write of a whole check-in loses nothing and doubles nothing', async () => {
    const kitchen = aKitchen();
    const { echo, store } = kitchen;
    for (let n = 0; n < 60 && store.record(kitchen.id)?.household.counts.finished !== 1; n += 1) {
      store.heal();
      store.failAfter(1, n % 2 === 0 ? ['save'] : ['keep', 'save']);
      expectKindSpeech(await answer(echo));
    }
    expect(outcome(kitchen)).toEqual(await undisturbed());
  });

  it('costs no more than four requests, for the time-outs are counted so', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /appreciate\.a@/);
    // One save fails. The next one succeeds, but the answer of the database is lost.
    store.failNext('throttled', 1, ['save']);
    await echo.say('AMAZON.NoIntent');
    store.failAfter(1, ['save']);
    await answer(echo);
    expect(echo.stateId()).toContain('appreciate.b.confirm');
    store.taken();
    await answer(echo);
    expect(store.taken().length).toBeLessThanOrEqual(4);
  });

  it('does not keep what they then decline: "it is not kept" is true', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /appreciate\.a\.confirm/);
    store.failAfter(1, ['keep']);
    await echo.say('AMAZON.YesIntent');
    expect(echo.stateId()).toContain('.confirm');
    await echo.say('AMAZON.NoIntent');
    expect(echo.stateId()).not.toContain('.confirm');
    expect(store.kept(id)).toEqual([]);
  });

  it('writes the same item when it is tried again after midnight', async () => {
    const { echo, store, id } = aKitchen({ now: Date.parse('2026-11-22T23:30:00Z') });
    await until(echo, /appreciate\.a\.confirm/);
    echo.now = Date.parse('2026-11-22T23:59:55Z');
    store.failAfter(1, ['keep']);
    await echo.say('AMAZON.YesIntent');
    echo.now = Date.parse('2026-11-23T00:00:08Z');
    await echo.say('AMAZON.YesIntent');
    expect(store.kept(id)).toHaveLength(1);
  });
});

describe('a place that could not be saved', () => {
  it('is not said to be saved when they stop', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /talk\.a$/);
    store.failNext('throttled', 99);
    const response = await echo.say('AMAZON.StopIntent');
    expect(opensMicrophone(response)).toBe(false);
    expectKindSpeech(response);
    expect(isHeard(response, 'stop.saved')).toBe(false);
  });

  it('is not said to be kept when the sound fails too', async () => {
    const { echo, store } = aKitchen();
    await until(echo, /consent\.b/);
    const { now } = echo;
    await answer(echo);
    store.failNext('throttled', 99);
    echo.now = now + 500;
    const response = await echo.soundError();
    expectKindSpeech(response);
    expect(isHeard(response, 'sound.failed')).toBe(false);
  });

  it('is said to be saved when they stop and it was', async () => {
    const { echo } = aKitchen();
    await until(echo, /talk\.a$/);
    expect(isHeard(await echo.say('AMAZON.StopIntent'), 'stop.saved')).toBe(true);
  });

  it('is saved with the next reply, even if that changes nothing', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /talk\.a$/);
    store.failNext('throttled', 1);
    await echo.say('AMAZON.YesIntent');
    expect(store.record(id)?.place?.step).toBe('talk.a');
    store.taken();
    await echo.say('AMAZON.HelpIntent');
    expect(store.taken()).toEqual(['save']);
    expect(store.record(id)?.place?.step).toBe('get-it.a');
    await echo.say('AMAZON.HelpIntent');
    expect(store.taken()).toEqual([]);
  });
});

describe('an appreciation that may have been kept, and was then declined', () => {
  it('is taken back as well when nothing that follows is understood', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /appreciate\.a\.confirm/);
    store.failAfter(1, ['keep']);
    await echo.say('AMAZON.YesIntent');
    expect(store.kept(id)).toHaveLength(1);
    for (let times = 0; times < 3; times += 1) await echo.say('AMAZON.FallbackIntent');
    expect(echo.stateId()).toBe('closed');
    expect(store.kept(id)).toEqual([]);
    expect(store.record(id)?.place?.step).toBe('appreciate.a');
  });

  it('is not said to be gone until it is, and goes as soon as the store answers', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /appreciate\.a\.confirm/);
    store.failAfter(1, ['keep']);
    await echo.say('AMAZON.YesIntent');
    expect(store.kept(id)).toHaveLength(1);
    store.failNext('timeout', 1, ['takeBack']);
    const declined = await echo.say('AMAZON.NoIntent');
    expect(isHeard(declined, 'confirm.dropped')).toBe(false);
    await echo.say('SkipIntent');
    expect(store.kept(id)).toEqual([]);
  });
});
