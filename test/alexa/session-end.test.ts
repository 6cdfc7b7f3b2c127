import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { householdId } from '../../lambda/household/identity.ts';
import { answer, EXCHANGES, toTheClose, until } from './couple.ts';
import { anEcho, skillDisabled } from './envelopes.ts';
import { aKitchen } from './kitchen.ts';
import { expectKindSpeech, opensMicrophone, secondsOf, soundsIn, wordsOf } from './responses.ts';

describe('the end of a session', () => {
  it('after silence saves the place of the silent reply', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /talk\.a$/);
    expect(store.record(id)?.place?.step).toBe('talk.a');
    store.taken();
    echo.now += 150_000;
    const ended = await echo.end();
    expect(ended.response).toEqual({});
    expect(store.taken()).toEqual(['save']);
    expect(store.record(id)?.place).toMatchObject({ step: 'get-it.a', from: 'say-back.b' });
    await echo.launch();
    expect(echo.stateId()).toBe('carry-on');
  });

  it('in the middle of the quiet keeps the step that was being heard', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /talk\.a$/);
    const { now } = echo;
    const response = await answer(echo);
    expect(echo.stateId()).toBe('check-in/get-it.a');
    echo.now = now + 20_000;
    expect(secondsOf(response)).toBeGreaterThan(40);
    await echo.end('USER_INITIATED');
    expect(store.record(id)?.place).toMatchObject({ step: 'say-back.b', from: 'say-back.b' });
  });

  it.each(['USER_INITIATED', 'ERROR', 'EXCEEDED_MAX_REPROMPTS'] as const)(
    'by %s is answered with nothing at all, in every state',
    async (reason) => {
      for (let exchange = 1; exchange < EXCHANGES; exchange += 1) {
        const { echo } = aKitchen();
        for (let n = 0; n < exchange; n += 1) await answer(echo);
        expect((await echo.end(reason)).response).toEqual({});
      }
    },
  );

  it.each(['throttled', 'timeout', 'unreachable'] as const)(
    'is answered with nothing if the store is %s',
    async (code) => {
      const { echo, store } = aKitchen();
      await until(echo, /talk\.a$/);
      const before = store.everything();
      store.failNext(code, 9);
      echo.now += 150_000;
      expect((await echo.end()).response).toEqual({});
      expect(store.everything()).toBe(before);
    },
  );

  it('of which nothing is known reads and writes nothing', async () => {
    const { echo, store } = aKitchen();
    expect((await echo.end('ERROR')).response).toEqual({});
    expect(store.taken()).toEqual([]);
  });
});

describe('a skill that is disabled', () => {
  it('forgets everything and says nothing', async () => {
    const { echo, skill, store } = aKitchen();
    await toTheClose(echo);
    const other = anEcho(skill, { user: 'amzn1.ask.account.OTHER' });
    await toTheClose(other);
    const response = await skill(skillDisabled());
    expect(response.response).toEqual({});
    expect(response.sessionAttributes ?? {}).toEqual({});
    expect(store.everything()).not.toContain(householdId('amzn1.ask.account.ANA-AND-BO'));
    expect(store.record(householdId('amzn1.ask.account.OTHER'))?.household.counts.finished).toBe(1);
  });

  it.each([
    ['a save', /talk\.a$/],
    ['an appreciation and its save', /appreciate\.a\.confirm/],
  ])('is not brought back by %s late in the same old session', async (_what, asked) => {
    const { echo, skill, store, id } = aKitchen();
    await until(echo, asked);
    await skill(skillDisabled());
    const response = await answer(echo);
    expect([enUS.lines['conflict.gone']].flat()).toContain(wordsOf(response));
    expect(opensMicrophone(response)).toBe(false);
    expect(store.record(id)).toBeNull();
    expect(store.kept(id)).toEqual([]);
    echo.now += 60_000;
    await echo.end();
    expect(store.record(id)).toBeNull();
  });

  it('leaves no appreciation behind if the late save fails too', async () => {
    const { echo, skill, store, id } = aKitchen();
    await until(echo, /appreciate\.a\.confirm/);
    await skill(skillDisabled());
    store.failNext('throttled', 1, ['save']);
    await answer(echo);
    await answer(echo);
    expect(store.record(id)).toBeNull();
    expect(store.kept(id)).toEqual([]);
  });

  it('does not claim that it has forgotten if the store failed: the event must come again', async () => {
    const { echo, skill, store, id } = aKitchen();
    await toTheClose(echo);
    store.failNext('throttled', 1, ['forget']);
    const claimed = await skill(skillDisabled()).then(
      () => true,
      () => false,
    );
    expect({ claimed, forgotten: store.record(id) === null }).toEqual({ claimed: false, forgotten: false });
  });
});

describe('a device that cannot play the sound', () => {
  it('hears kind plain speech, and the place is kept', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /talk\.b$/);
    const { now } = echo;
    await answer(echo);
    const place = store.record(id)?.place;
    echo.now = now + 500;
    const response = await echo.soundError();
    expectKindSpeech(response);
    expect(opensMicrophone(response)).toBe(false);
    expect(soundsIn(response.response.directives)).toEqual([]);
    expect(store.record(id)?.place).toMatchObject({ step: place?.from, exercise: 'check-in' });
    await echo.launch();
    expect(echo.stateId()).toBe('carry-on');
  });
});

describe('a session that breaks off unannounced', () => {
  it.each([
    ['more.a', 20_000],
    ['more-back.b', 65_000],
    ['sense.b', 105_000],
    ['feeling.b', 150_000],
  ])('is taken up at %s, when that was being heard', async (step, heard) => {
    const { echo } = aKitchen();
    await until(echo, /talk\.b\.ready/);
    const began = (echo.attributes as { checkIn: { spoken: { at: number } } }).checkIn.spoken.at;
    echo.now = began + heard;
    await echo.launch();
    expect(echo.attributes).toMatchObject({
      checkIn: { state: { stack: { exercise: { place: { step } } } } },
    });
  });

  it('is taken up at the step that silence had led to, when that was being heard', async () => {
    const { echo } = aKitchen();
    await until(echo, /talk\.a$/);
    echo.now += 30_000;
    await echo.launch();
    expect(echo.attributes).toMatchObject({
      checkIn: { state: { stack: { exercise: { place: { step: 'say-back.b' } } } } },
    });
  });

  it('is taken up at the beginning of its last reply the next day', async () => {
    const { echo } = aKitchen();
    await until(echo, /talk\.b\.ready/);
    echo.now += 86_400_000;
    await echo.launch();
    expect(echo.attributes).toMatchObject({
      checkIn: { state: { stack: { exercise: { place: { step: 'more.a' } } } } },
    });
  });
});
