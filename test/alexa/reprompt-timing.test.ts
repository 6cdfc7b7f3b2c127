/** An event answers the last reply or its reprompt, depending on its time. */
import { describe, expect, it } from 'vitest';
import { windowsOf } from '../../lambda/alexa/reprompt-timing.ts';
import type { Session } from '../../lambda/alexa/session.ts';
import type { Timeline } from '../../lambda/speech/timeline.ts';
import { answer, EXCHANGES, until } from './couple.ts';
import type { Echo } from './envelopes.ts';
import { aKitchen } from './kitchen.ts';
import { repromptOf } from './responses.ts';

/** Seconds for which Alexa listens after a question. Amazon's developer forum, article 242597. */
const WINDOW = 8;

const lasting = (seconds: number): Timeline => ({ seconds, steps: [] });

const waitingIn = (echo: Echo): Session => echo.attributes.checkIn as Session;
const placeIn = (echo: Echo): unknown => waitingIn(echo).state.stack.exercise?.place ?? null;

describe('the windows of a reply', () => {
  it('put the reprompt after the question and its window', () => {
    expect(windowsOf(lasting(30), lasting(60)).repromptAt).toBe(30 + WINDOW);
  });

  it('leave a long answer to the first question time to be heard', () => {
    expect(windowsOf(lasting(30), lasting(60)).silentFromLong).toBe(30 + WINDOW + 12);
  });

  it('let a short reprompt be answered as soon as its middle', () => {
    expect(windowsOf(lasting(30), lasting(6)).silentFrom).toBe(30 + WINDOW + 3);
  });

  it('end after the window of the reprompt', () => {
    expect(windowsOf(lasting(30), lasting(60)).endsAt).toBe(30 + WINDOW + 60 + WINDOW);
    expect(windowsOf(lasting(30), null).endsAt).toBe(30 + WINDOW);
  });
});

describe('an answer', () => {
  it.each([
    ['right after the question', 0],
    ['at the end of its window', 8],
    ['a moment before the other reply begins to count', 19.9],
  ])('%s is an answer to the question', async (_when, seconds) => {
    const { echo } = aKitchen();
    await until(echo, /talk\.a$/);
    const { spoken } = waitingIn(echo);
    echo.now = spoken.at + (spoken.timeline.seconds + seconds) * 1000;
    await echo.say('AMAZON.YesIntent');
    expect(echo.stateId()).toBe('check-in/get-it.a');
  });

  it('from the very moment on is an answer to what followed the silence', async () => {
    for (const late of [0, 1000, 60_000]) {
      const { echo, store, id } = aKitchen();
      await until(echo, /talk\.a$/);
      expect(repromptOf(echo.exchanges.at(-1)?.response ?? never())).not.toBe('');
      echo.now = (waitingIn(echo).silent?.from ?? 0) + late;
      // In the reprompt the listener says it back. Depending on the time, the event comes during that or after it.
      const place = store.record(id)?.place;
      await echo.say('WhereAreWeIntent');
      expect(place?.step).toBe('talk.a');
      expect(store.record(id)?.place).toMatchObject({ step: 'get-it.a', from: 'say-back.b' });
    }
  });

  it('after all of the reprompt was heard is an answer to its question', async () => {
    const { echo } = aKitchen();
    await until(echo, /talk\.a$/);
    const { spoken, silent } = waitingIn(echo);
    echo.now = spoken.at + (spoken.timeline.seconds + WINDOW + (silent?.timeline.seconds ?? 0) + 2) * 1000;
    await echo.say('AMAZON.NoIntent');
    expect(echo.stateId()).toBe('check-in/get-it.a');
    expect(echo.attributes).toMatchObject({
      checkIn: { state: { stack: { exercise: { phase: { at: 'step', tries: 1 } }, dialogs: [] } } },
    });
  });

  it('one millisecond before and at the moment differ, in every state that silence leads on from', async () => {
    let moves = 0;
    for (let exchange = 2; exchange < EXCHANGES; exchange += 1) {
      const reached = async (offset: number): Promise<{ echo: Echo; writes: string[] }> => {
        const { echo, store } = aKitchen({ run: `windows-${exchange}` });
        for (let n = 0; n < exchange; n += 1) await answer(echo);
        echo.now = (waitingIn(echo).silent?.from ?? never()) + offset;
        store.taken();
        await echo.say('WhereAreWeIntent');
        return { echo, writes: store.taken() };
      };
      const [before, after] = [await reached(-1), await reached(0)];
      expect(before.writes).toEqual([]);
      // If silence only asks again, there is nothing to save.
      const moved = JSON.stringify(placeIn(before.echo)) !== JSON.stringify(placeIn(after.echo));
      expect([exchange, after.writes]).toEqual([exchange, moved ? ['save'] : []]);
      if (moved) moves += 1;
    }
    expect(moves).toBeGreaterThan(4);
  });

  it('of one word during the reprompt is about what is being heard there', async () => {
    const { echo } = aKitchen();
    await until(echo, /appreciate\.a@/);
    const { spoken } = waitingIn(echo);
    echo.now = spoken.at + (spoken.timeline.seconds + WINDOW + 8) * 1000;
    await echo.say('SkipIntent');
    // The reprompt asked for the appreciation of the other partner.
    expect(echo.stateId()).toBe('closed');
  });

  it('to what shall be kept may be a long sentence, and is still the answer of the one who was asked', async () => {
    const { echo } = aKitchen();
    await until(echo, /appreciate\.a@/);
    const { spoken } = waitingIn(echo);
    echo.now = spoken.at + (spoken.timeline.seconds + WINDOW + 18) * 1000;
    await echo.words('thank you so much for the long evening you gave us when I was tired');
    expect(echo.stateId()).toBe('check-in/appreciate.a.confirm');
  });

  it('never comes before the first window is over, in every state of a check-in', async () => {
    const { echo } = aKitchen();
    await echo.launch();
    while (echo.stateId() !== 'closed') {
      const { spoken, silent } = waitingIn(echo);
      const from = ((silent?.from ?? never()) - spoken.at) / 1000;
      expect(from).toBeGreaterThan(spoken.timeline.seconds + WINDOW);
      expect(from).toBeLessThan(spoken.timeline.seconds + WINDOW + (silent?.timeline.seconds ?? 0));
      await answer(echo);
    }
  });
});

function never(): never {
  throw new Error('expected a reply that waits for an answer');
}
