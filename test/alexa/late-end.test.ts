/** The end of a session that is told late: minutes later, or after a newer session began. It changes nothing newer. */
import type { ResponseEnvelope } from 'ask-sdk-model';
import { describe, expect, it } from 'vitest';
import { answer, until } from './couple.ts';
import { anEcho, anEnvelope, type Echo, USER } from './envelopes.ts';
import { aKitchen, type Kitchen, keptIn } from './kitchen.ts';
import { wordsOf } from './responses.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Ana and Bo after so many answers, in a session that they leave without a word. */
async function leftAfter(answers: number): Promise<Kitchen> {
  const kitchen = aKitchen();
  for (let n = 0; n < answers; n += 1) await answer(kitchen.echo);
  return kitchen;
}

/** Tells the skill that the last session of an Echo has ended, which can be long after. */
function tellOfTheEnd({ skill, echo }: Kitchen, now: number): Promise<ResponseEnvelope> {
  const id = echo.exchanges.at(-1)?.request.session?.sessionId ?? '';
  return skill(
    anEnvelope({
      request: {
        type: 'SessionEndedRequest',
        requestId: `end-of-${id}`,
        timestamp: new Date(now).toISOString(),
        locale: 'en-US',
        reason: 'USER_INITIATED',
      },
      session: { id, isNew: false, attributes: echo.attributes },
      user: USER,
      device: 'kitchen',
    }),
  );
}

/** What they do in the newer session before the end of the older one is told, and whether it is saved. */
const NEWER: Readonly<Record<string, { saves: boolean; does(echo: Echo): Promise<unknown> }>> = {
  'was opened': { saves: false, does: async () => {} },
  'gave help': { saves: false, does: (echo) => echo.say('AMAZON.HelpIntent') },
  'went on': { saves: true, does: (echo) => echo.say('AMAZON.YesIntent') },
  'went on twice': {
    saves: true,
    does: async (echo) => {
      await answer(echo);
      await answer(echo);
    },
  },
  'changed a name': { saves: true, does: (echo) => echo.say('RenameIntent', { name: 'Bo', other: 'Bob' }) },
  'went on and was stopped': {
    saves: true,
    does: async (echo) => {
      await answer(echo);
      await echo.say('AMAZON.StopIntent');
    },
  },
};

/** What is heard in the newer session, and what is stored once the end of the older one was told, or was not. */
async function played(answers: number, what: string, device: string, after: number, told: boolean) {
  const kitchen = await leftAfter(answers);
  const newer = anEcho(kitchen.skill, { device, run: 'newer', now: kitchen.echo.now + after });
  await newer.launch();
  await NEWER[what]?.does(newer);
  if (told) expect((await tellOfTheEnd(kitchen, newer.now)).response).toEqual({});
  const stored = kitchen.store.everything();
  const heard: string[] = [];
  for (let n = 0; n < 3; n += 1) heard.push(wordsOf(await answer(newer)));
  return { stored, heard, later: keptIn(kitchen), state: newer.stateId(), logged: kitchen.logged };
}

describe.each([
  [6, 'kitchen', 4 * MINUTE],
  [9, 'bedroom', 4 * MINUTE],
  [9, 'kitchen', 10 * SECOND],
  [13, 'bedroom', 10 * SECOND],
])(
  'an end that is told after a newer session (left after %i answers; in the %s, %i ms later)',
  (answers, device, after) => {
    it.each(Object.keys(NEWER))('%s changes nothing of it', async (what) => {
      const without = await played(answers, what, device, after, false);
      const withEnd = await played(answers, what, device, after, true);
      expect(withEnd.heard).toEqual(without.heard);
      expect(withEnd.state).toBe(without.state);
      expect(withEnd.later).toEqual(without.later);
      if (NEWER[what]?.saves) expect(withEnd.stored).toBe(without.stored);
      expect(withEnd.logged.filter(({ level }) => level !== 'info')).toEqual([]);
    });
  },
);

describe('an end that is told late', () => {
  it('of a session that nobody followed saves what silence leads to, as if it had come in time', async () => {
    const [inTime, late] = [await leftAfter(6), await leftAfter(6)];
    await tellOfTheEnd(inTime, inTime.echo.now + 3 * MINUTE);
    await tellOfTheEnd(late, late.echo.now + 7 * MINUTE);
    expect(keptIn(late)?.place?.step).toBe(keptIn(inTime)?.place?.step);
    expect(late.store.record(late.id)?.running).toBeNull();
  });

  it('twice is the same as once', async () => {
    const kitchen = await leftAfter(6);
    await tellOfTheEnd(kitchen, kitchen.echo.now + 4 * MINUTE);
    const once = kitchen.store.everything();
    await tellOfTheEnd(kitchen, kitchen.echo.now + 4 * MINUTE);
    expect(kitchen.store.everything()).toBe(once);
  });

  it('does not end a session that goes on', async () => {
    const told = await leftAfter(6);
    const untold = await leftAfter(6);
    await tellOfTheEnd(told, told.echo.now);
    for (let n = 0; n < 3; n += 1)
      expect(wordsOf(await answer(told.echo))).toBe(wordsOf(await answer(untold.echo)));
    expect(keptIn(told)).toEqual(keptIn(untold));
  });

  it('leaves alone what another speaker changed meanwhile, and the place with it', async () => {
    const kitchen = await leftAfter(6);
    const bedroom = anEcho(kitchen.skill, { device: 'bedroom', now: kitchen.echo.now });
    await bedroom.launch();
    await bedroom.say('RenameIntent', { name: 'Bo', other: 'Bob' });
    const stored = kitchen.store.everything();
    await tellOfTheEnd(kitchen, kitchen.echo.now + 4 * MINUTE);
    expect(kitchen.store.everything()).toBe(stored);
    expect(keptIn(kitchen)?.household.names.b).toBe('Bob');
  });

  it('brings back nobody who was forgotten meanwhile', async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /appreciate\.a\.confirm$/);
    const bedroom = anEcho(kitchen.skill, { device: 'bedroom', now: kitchen.echo.now });
    await bedroom.say('ForgetUsIntent');
    await bedroom.say('AMAZON.YesIntent');
    await tellOfTheEnd(kitchen, kitchen.echo.now + 4 * MINUTE);
    expect(kitchen.store.record(kitchen.id)).toBeNull();
    expect(kitchen.store.kept(kitchen.id)).toEqual([]);
  });
});
