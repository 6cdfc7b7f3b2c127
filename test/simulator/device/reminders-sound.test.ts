import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AlexaServices, startAlexaServices } from '../../../simulator/cloud/alexa-services.ts';
import { respond, START, say } from '../scripted-skill.ts';
import { clientsFor, echoCalling, once, type ReminderRequest, weekly } from '../service-client.ts';

const REMINDER = "Here's your reminder: time for each other";

let services: AlexaServices;
beforeEach(async () => {
  services = await startAlexaServices('memory');
});
afterEach(() => services.close());

/** An Echo in New York, at two on a Sunday afternoon, with a reminder. */
async function reminded(reminder: ReminderRequest = weekly) {
  const { echo, call, envelopes } = echoCalling(services, ({ reminders }) =>
    reminders.createReminder(reminder),
  );
  await say(echo, '(grant reminders)');
  await call();
  return { echo, envelopes };
}

describe('a reminder', () => {
  test('sounds at its time although no session is open, and the skill is not told', async () => {
    const { echo, envelopes } = await reminded();
    expect((await say(echo, '(wait 4h)')).spoken).toBe('');
    const exchange = await say(echo, '(wait 2h)');
    expect(exchange).toMatchObject({
      heard: null,
      spoken: REMINDER,
      mic: 'closed',
      session: 'ended',
      error: null,
    });
    expect(exchange.seconds).toBeGreaterThan(3);
    expect(echo.played()).toEqual([{ segments: expect.any(Array), isReminder: true }]);
    expect(envelopes).toHaveLength(1);
  });

  test('sounds every week, in the order of time', async () => {
    const { echo } = await reminded();
    const { spoken } = await say(echo, '(wait 15d)');
    expect(spoken.split(REMINDER)).toHaveLength(4);
    expect((await say(echo, '(wait 7d)')).spoken).toBe(REMINDER);
  });

  test('without a recurrence sounds once and is completed', async () => {
    const { echo, call } = echoCalling(services, async ({ reminders }) => {
      if ((await reminders.getReminders()).totalCount === '0')
        await reminders.createReminder(once('2026-11-23T08:00:00'));
      return (await reminders.getReminders()).alerts?.[0]?.status;
    });
    await say(echo, '(grant reminders)');
    expect(await call()).toBe('ON');
    expect((await say(echo, '(wait 9d)')).spoken).toBe(REMINDER);
    expect((await say(echo, '(wait 9d)')).spoken).toBe('');
    expect(await call()).toBe('COMPLETED');
  });

  test('sounds on the device on which it was created', async () => {
    const { echo } = await reminded();
    await say(echo, '(on bedroom)');
    expect((await say(echo, '(wait 7h)')).spoken).toBe('');
    await say(echo, '(on kitchen)');
    expect((await say(echo, '(wait 7d)')).spoken).toBe(REMINDER);
  });

  test('sounds during a session, which continues as it was', async () => {
    const { echo } = echoCalling(services, async () => {}, {
      handler: async (envelope) => {
        if (envelope.request.type === 'IntentRequest') return respond({ say: 'Thank you.', end: true });
        await clientsFor(envelope).reminders.createReminder(once('2026-11-22T14:00:01'));
        return respond({ say: 'Welcome. Are you ready to begin?' });
      },
    });
    await say(echo, '(grant reminders)');
    await say(echo, 'alexa, start our check-in');
    const exchange = await say(echo, '(wait 2s)');
    expect(exchange).toMatchObject({ spoken: REMINDER, session: 'open', mic: 'open' });
    expect(echo.playing()?.segments.map(({ text }) => text)).toEqual(['Welcome. Are you ready to begin?']);
    expect((await say(echo, 'yes')).spoken).toBe('Thank you.');
  });

  test('does not sound after the skill has deleted it', async () => {
    const { echo, call } = echoCalling(services, async ({ reminders }) => {
      const [known] = (await reminders.getReminders()).alerts ?? [];
      if (known?.alertToken === undefined) await reminders.createReminder(weekly);
      else await reminders.deleteReminder(known.alertToken);
    });
    await say(echo, '(grant reminders)');
    await call();
    await call();
    expect((await say(echo, '(wait 30d)')).spoken).toBe('');
  });

  test('counts as having sounded if its time passed before the Echo was set up', async () => {
    await reminded(once('2026-11-23T08:00:00'));
    const { echo, call } = echoCalling(services, ({ reminders }) => reminders.getReminders(), {
      start: new Date(START.getTime() + 3 * 86_400_000),
    });
    expect(await call()).toMatchObject({ alerts: [{ status: 'COMPLETED' }] });
    expect((await say(echo, '(wait 30d)')).spoken).toBe('');
  });
});
