/** How often a reply is decided: once, and once more if the answer needs something from outside. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { INTENTS } from '../../lambda/alexa/intents.ts';
import type { Context } from '../../lambda/conversation/model/context.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { Reply } from '../../lambda/conversation/model/reply.ts';
import type { State } from '../../lambda/conversation/model/state.ts';
import { answer, toTheClose, until } from './couple.ts';
import { type Echo, resolvedSlot, type Said, skillEvent } from './envelopes.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';

interface Decision {
  state: State;
  event: Event;
  context: Context;
  reply: Reply;
}

const { decisions } = vi.hoisted(() => ({ decisions: [] as Decision[] }));

vi.mock('../../lambda/conversation/respond.ts', async (original) => {
  const whole = await original<typeof import('../../lambda/conversation/respond.ts')>();
  return {
    ...whole,
    respond(state: State, event: Event, context: Context): Reply {
      const reply = whole.respond(state, event, context);
      decisions.push({ state, event, context, reply });
      return reply;
    },
  };
});

const YES = 'AMAZON.YesIntent';

beforeEach(() => {
  decisions.length = 0;
});

/** The decisions for the last request, and whether the store or Alexa's services were asked for them. */
function taken({ store, services }: Kitchen): { decided: Decision[]; asked: string[] } {
  // Whoever is forgotten is asked for reminders too, but only after the decision.
  const forgotten = decisions.some(({ reply }) => reply.effects.some(({ effect }) => effect === 'forget'));
  const reminders = forgotten ? [] : services.asked.filter(({ call }) => call.includes('/reminders'));
  const asked = [
    ...store.taken().filter((operation) => operation === 'appreciations' || operation === 'questions'),
    ...(reminders.length > 0 ? ['reminders'] : []),
  ];
  services.asked.length = 0;
  return { decided: decisions.splice(0), asked };
}

/** Ana and Bo, who stopped in the middle of a check-in, before an appreciation was kept. */
async function met(): Promise<Kitchen> {
  const kitchen = aKitchen();
  await until(kitchen.echo, /talk\.a$/);
  await kitchen.echo.say('AMAZON.StopIntent');
  kitchen.echo.now += 3_600_000;
  taken(kitchen);
  return kitchen;
}

/** Ana and Bo after a whole check-in, in which each kept an appreciation. */
async function finished(): Promise<Kitchen> {
  const kitchen = aKitchen();
  await toTheClose(kitchen.echo);
  kitchen.echo.now += 3_600_000;
  taken(kitchen);
  return kitchen;
}

describe('a reply', () => {
  it('is decided once for each request of a whole check-in', async () => {
    const kitchen = aKitchen();
    do {
      await answer(kitchen.echo);
      const { decided, asked } = taken(kitchen);
      expect([kitchen.echo.stateId(), decided.length, asked]).toEqual([kitchen.echo.stateId(), 1, []]);
    } while (kitchen.echo.stateId() !== 'closed');
    await kitchen.echo.launch();
    await kitchen.echo.end();
    expect(taken(kitchen)).toMatchObject({ decided: { length: 2 }, asked: [] });
  });

  it.each(INTENTS)(
    'is decided twice for %s if something was brought back, and otherwise once',
    async (intent) => {
      const said: Said = {
        name: 'Ana',
        day: 'sunday',
        time: '19:00',
        utterance: 'thank you for the soup you made',
      };
      const launched = async (): Promise<Kitchen> => {
        const kitchen = await met();
        await kitchen.echo.launch();
        return kitchen;
      };
      for (const beginning of [finished, launched]) {
        const kitchen = await beginning();
        taken(kitchen);
        for (const next of [intent, YES, YES]) {
          await kitchen.echo.say(next, next === intent ? said : {});
          const { decided, asked } = taken(kitchen);
          expect([next, kitchen.echo.stateId(), decided.length]).toEqual([
            next,
            kitchen.echo.stateId(),
            asked.length + 1,
          ]);
        }
      }
    },
  );

  it.each<[string, (echo: Echo) => Promise<unknown>]>([
    ['a recap', (echo) => echo.say('RecapIntent')],
    [
      'the weekly check-in',
      (echo) => echo.say('ChooseIntent', { exercise: resolvedSlot('exercise', 'weekly', 'weekly') }),
    ],
  ])('that needs what was kept is decided again with it: %s', async (_what, ask) => {
    const kitchen = await finished();
    await ask(kitchen.echo);
    const { decided, asked } = taken(kitchen);
    expect(asked).toEqual(['appreciations']);
    const [first, second] = decided;
    expect(decided).toHaveLength(2);
    expect(first?.reply.effects).toContainEqual(expect.objectContaining({ effect: 'recall' }));
    expect(second).toMatchObject({ state: first?.state, event: first?.event });
    expect(second?.context).toEqual({ ...first?.context, recalled: expect.anything() });
    expect(first?.context.recalled).toBeNull();
  });

  it('that needs all that was kept is decided with each of them in turn: a card', async () => {
    const kitchen = await finished();
    await kitchen.echo.say('SendIntent');
    const { decided, asked } = taken(kitchen);
    expect(asked).toEqual(['appreciations', 'questions']);
    expect(decided.map(({ context: { recalled, own } }) => [recalled !== null, own !== null])).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });

  it('that sets a reminder is decided again with what Alexa answered', async () => {
    const kitchen = await met();
    await kitchen.echo.say('RemindIntent', { day: 'sunday', time: '19:00' });
    expect(taken(kitchen)).toMatchObject({ decided: { length: 1 }, asked: [] });
    await kitchen.echo.say(YES);
    const { decided, asked } = taken(kitchen);
    expect(asked).toEqual(['reminders']);
    const [first, second] = decided;
    expect(decided).toHaveLength(2);
    expect(second).toMatchObject({ state: first?.state, event: first?.event });
    expect(second?.context).toEqual({ ...first?.context, reminded: expect.anything() });
    expect(first?.context.reminded).toBeNull();
  });

  it('that needs what was kept is decided twice as well if the store does not answer', async () => {
    const kitchen = await finished();
    kitchen.store.failNext('timeout', 1, ['appreciations']);
    await kitchen.echo.say('RecapIntent');
    const { decided } = taken(kitchen);
    expect(decided.map(({ context }) => context.recalled)).toEqual([null, 'unreachable']);
  });

  it('is not decided at all if nobody would hear it', async () => {
    const kitchen = await finished();
    await kitchen.skill(skillEvent({ type: 'AlexaSkillEvent.SkillDisabled' }));
    expect(decisions).toEqual([]);
  });
});
