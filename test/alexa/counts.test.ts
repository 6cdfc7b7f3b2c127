/** The metrics in the log: they are only numbers, and there are none for private events. */
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../lambda/alexa/intents.ts';
import { stepsOf } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { Metrics } from '../../lambda/conversation/metrics.ts';
import { events } from '../../lambda/conversation/model/event.ts';
import { answer, toTheClose, until } from './couple.ts';
import { eventOf, UNASKED } from './decoded.ts';
import { anEcho, anEnvelope, EVENING, USER } from './envelopes.ts';
import { aKitchen, type Logged } from './kitchen.ts';

const DAY = 86_400_000;
const COUNTS = ['started', 'resumed', 'steps', 'finished', 'unclear'] as const;
const WHOLE = stepsOf({ exercise: 'check-in', minutes: 20, first: 'a' }).length;

function sumOf(logged: readonly Logged[]): Metrics {
  const sum = { started: 0, resumed: 0, steps: 0, finished: 0, unclear: 0 };
  for (const { fields } of logged) for (const count of COUNTS) sum[count] += fields[count] ?? 0;
  return sum;
}

describe('a whole check-in', () => {
  it('is one beginning, each of its steps once, and one close', async () => {
    const { echo, logged } = aKitchen();
    await toTheClose(echo);
    expect(sumOf(logged)).toEqual({ started: 1, resumed: 0, steps: WHOLE, finished: 1, unclear: 0 });
  });

  it('is the same in three evenings, with two returns', async () => {
    const { echo, logged } = aKitchen();
    for (const step of [/talk\.a$/, /talk\.b$/]) {
      await until(echo, step);
      await echo.say('AMAZON.StopIntent');
      echo.now += DAY;
    }
    await toTheClose(echo);
    expect(sumOf(logged)).toEqual({ started: 1, resumed: 2, steps: WHOLE, finished: 1, unclear: 0 });
  });

  it('is the same if it goes on and ends on a second speaker', async () => {
    const { echo, skill, logged } = aKitchen();
    await until(echo, /talk\.b$/);
    await echo.say('AMAZON.StopIntent');
    await toTheClose(anEcho(skill, { device: 'bedroom', now: echo.now + 60_000 }));
    expect(sumOf(logged)).toEqual({ started: 1, resumed: 1, steps: WHOLE, finished: 1, unclear: 0 });
  });

  it('is not counted on another speaker that only keeps an appreciation meanwhile', async () => {
    const { echo, skill, logged } = aKitchen();
    await until(echo, /talk\.b$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await bedroom.words('thank you for the soup you made');
    await toTheClose(echo);
    logged.length = 0;
    bedroom.now = echo.now;
    await bedroom.say('AMAZON.YesIntent');
    await bedroom.say('AMAZON.YesIntent');
    expect(sumOf(logged)).toEqual({ started: 0, resumed: 0, steps: 0, finished: 0, unclear: 0 });
  });

  it('counts words that mean nothing if something was asked, and not while they are talking', async () => {
    const { echo, logged } = aKitchen();
    await echo.say('AMAZON.FallbackIntent');
    await until(echo, /talk\.a$/);
    await echo.say('AMAZON.FallbackIntent');
    await toTheClose(echo);
    expect(sumOf(logged)).toEqual({ started: 1, resumed: 0, steps: WHOLE, finished: 1, unclear: 1 });
  });

  it('counts nothing of what a session loses to another speaker', async () => {
    const { echo, skill, logged } = aKitchen();
    await until(echo, /talk\.a$/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await bedroom.launch();
    await bedroom.say('AMAZON.YesIntent');
    logged.length = 0;
    await answer(echo);
    expect(echo.stateId()).toBe('closed');
    expect(sumOf(logged)).toEqual({ started: 0, resumed: 0, steps: 0, finished: 0, unclear: 0 });
  });
});

/** The intents whose events are private, if they come without slots. */
const UNLOGGED = INTENTS.filter(
  (name) => events[eventOf({ name, confirmationStatus: 'NONE' }, UNASKED).type].unlogged,
);

describe('what is nobody’s business', () => {
  it('is at least what they skip, decline, delete, do not save, and need help with', () => {
    const known = [
      ...['SkipIntent', 'RatherNotIntent', 'ForgetUsIntent', 'TakeBackIntent', 'RewordIntent'],
      ...['DeleteItIntent', 'StopRemindingIntent', 'DontSaveIntent', 'SaveAgainIntent', 'SupportIntent'],
    ];
    expect(UNLOGGED).toEqual(expect.arrayContaining(known));
  });

  it.each(UNLOGGED)('leaves the same line, with no event, no state and no count: %s', async (intent) => {
    const { echo, logged, id } = aKitchen();
    await until(echo, /get-it\.a$/);
    logged.length = 0;
    await echo.say(intent);
    expect(logged).toEqual([{ level: 'info', message: 'answered', fields: { household: id } }]);
  });

  it('is what is taken back, and even whether that failed: the line is that of any change', async () => {
    const { echo, store, logged, id } = aKitchen();
    await until(echo, /appreciate\.b@/);
    expect(store.kept(id)).toHaveLength(1);
    logged.length = 0;
    store.failNext('throttled', 1, ['takeBack']);
    await echo.say('TakeBackIntent');
    await echo.say('AMAZON.YesIntent');
    const names = logged.flatMap(({ message, fields }) => [
      message,
      fields.operation,
      fields.event,
      fields.state,
    ]);
    expect(names).toContain('change');
    expect(JSON.stringify(names)).not.toMatch(/take|back|delete|retract/i);
  });

  it('is what is deleted of an evening before: neither the event, nor what was asked, nor the answer', async () => {
    const { echo, store, logged, id } = aKitchen();
    await toTheClose(echo);
    echo.now += DAY;
    logged.length = 0;
    await echo.say('TakeBackIntent');
    expect(echo.stateId()).toContain('take-back');
    await echo.say('DeleteItIntent');
    expect(store.kept(id)).toHaveLength(1);
    expect(logged.map(({ fields }) => fields)).toEqual([{ household: id }, { household: id }]);
  });

  it('is not taken for a close if everything is forgotten in the middle of a check-in', async () => {
    const { echo, logged } = aKitchen();
    await until(echo, /talk\.a$/);
    logged.length = 0;
    await echo.say('ForgetUsIntent');
    await echo.say('AMAZON.YesIntent');
    expect(sumOf(logged)).toEqual({ started: 0, resumed: 0, steps: 0, finished: 0, unclear: 0 });
  });
});

describe('an error', () => {
  it.each(['zebra marker: the tea', 'ä', '', 'x'.repeat(99)])(
    'that Alexa reports under something that is no code is unknown: %s',
    async (type) => {
      const { skill, logged, id } = aKitchen();
      const session = { id: 'session-1', isNew: false, attributes: {} };
      const request = { requestId: 'request-1', timestamp: new Date(EVENING).toISOString(), locale: 'en-US' };
      const reported = { type: 'Alexa.Presentation.APLA.RuntimeError', token: 'sound', errors: [{ type }] };
      await skill(
        anEnvelope({ request: { ...request, ...reported }, session, user: USER, device: 'kitchen' }),
      );
      expect(logged).toContainEqual({
        level: 'warn',
        message: 'sound error',
        fields: { code: 'unknown', household: id },
      });
    },
  );

  it('of the sound is logged with its code, one line each', async () => {
    const { echo, logged, id } = aKitchen();
    await until(echo, /talk\.a$/);
    await echo.soundError();
    expect(logged).toContainEqual({
      level: 'warn',
      message: 'sound error',
      fields: { code: 'AUDIO_SOURCE_ERROR', household: id },
    });
  });
});
