/** The requests to Alexa's reminders, and what is said after each answer. */
import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import { until } from './couple.ts';
import type { Echo } from './envelopes.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';
import { wordsOf } from './responses.ts';

async function met(): Promise<Kitchen> {
  const kitchen = aKitchen();
  await until(kitchen.echo, /talk\.a$/);
  await kitchen.echo.say('AMAZON.StopIntent');
  kitchen.services.asked.length = 0;
  return kitchen;
}

const sunday = (echo: Echo) => echo.say('RemindIntent', { day: 'sunday', time: '19:00' });

function says(words: string, key: LineKey): boolean {
  return [enUS.lines[key]].flat().some((wording) => words.includes(wording));
}

describe('a reminder', () => {
  it('is set only after a yes, in the time zone of the device, with words that are safe for any room', async () => {
    const { echo, services, store, id } = await met();
    await sunday(echo);
    expect(services.asked.map(({ call }) => call)).not.toContain('POST /v1/alerts/reminders');
    await echo.say('AMAZON.YesIntent');
    expect(services.asked.find(({ call }) => call === 'POST /v1/alerts/reminders')?.body).toMatchObject({
      trigger: {
        type: 'SCHEDULED_ABSOLUTE',
        timeZoneId: 'Europe/Berlin',
        recurrence: {
          recurrenceRules: ['FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'],
        },
      },
      alertInfo: { spokenInfo: { content: [{ locale: 'en-US', text: "It's time for your check-in." }] } },
    });
    expect(store.record(id)?.household.reminder).toEqual({ token: 'alert-1', day: 'sunday', time: '19:00' });
  });

  it('is changed if there is one: there are never two', async () => {
    const { echo, services } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    await echo.say('RemindDailyIntent', { time: '20:30' });
    await echo.say('AMAZON.YesIntent');
    const calls = services.asked.map(({ call }) => call);
    expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
    expect(calls).toContain('PUT /v1/alerts/reminders/alert-1');
  });

  it('of which the note was lost is found, and changed', async () => {
    const { echo, services, store } = await met();
    await sunday(echo);
    store.failNext('throttled', 1, ['save']);
    await echo.say('AMAZON.YesIntent');
    await echo.say('RemindDailyIntent', { time: '20:30' });
    await echo.say('AMAZON.YesIntent');
    expect(services.asked.filter(({ call }) => call.startsWith('POST'))).toHaveLength(1);
  });

  it.each<[string, { statusCode: number; code?: string }, LineKey]>([
    ['a speaker without reminders', { statusCode: 403, code: 'DEVICE_NOT_SUPPORTED' }, 'remind.unsupported'],
    ['a full list', { statusCode: 403, code: 'MAX_REMINDERS_EXCEEDED' }, 'remind.full'],
    ['a service that is down', { statusCode: 503 }, 'remind.unreachable'],
    ['a service that is busy', { statusCode: 429 }, 'remind.unreachable'],
  ])('has a kind answer of its own for %s', async (_what, refusal, key) => {
    const { echo, services, store, id, logged } = await met();
    await sunday(echo);
    services.refuse(refusal);
    const response = await echo.say('AMAZON.YesIntent');
    expect(says(wordsOf(response), key)).toBe(true);
    expect(store.record(id)?.household.reminder).toBeNull();
    expect(JSON.stringify(logged)).not.toContain('zebra');
  });

  it.each([false, true])('asks for the permission, and goes on in a new session: %s', async (anew) => {
    const { echo, services, store, id } = await met();
    await sunday(echo);
    services.refuse({ statusCode: 401, code: 'UNAUTHORIZED' });
    const asking = await echo.say('AMAZON.YesIntent');
    expect(asking.response).not.toHaveProperty('shouldEndSession');
    expect(asking.response.directives).toMatchObject([{ type: 'Connections.SendRequest', name: 'AskFor' }]);
    services.refuse(null);
    await echo.permission('ACCEPTED', anew);
    expect(store.record(id)?.household.reminder).toMatchObject({ day: 'sunday', time: '19:00' });
  });

  it.each(['DENIED', 'NOT_ANSWERED'] as const)('is not set if the permission is %s', async (status) => {
    const { echo, services, store, id } = await met();
    await sunday(echo);
    services.refuse({ statusCode: 401 });
    await echo.say('AMAZON.YesIntent');
    const response = await echo.permission(status);
    expect(says(wordsOf(response), 'remind.denied')).toBe(true);
    expect(store.record(id)?.household.reminder).toBeNull();
  });

  it('names the app if the permission was given and is still missing', async () => {
    const { echo, services } = await met();
    await sunday(echo);
    services.refuse({ statusCode: 401 });
    await echo.say('AMAZON.YesIntent');
    const response = await echo.permission('ACCEPTED');
    expect(says(wordsOf(response), 'remind.in-app')).toBe(true);
  });

  it('that was deleted in the app is not there any more', async () => {
    const { echo, services, store, id } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    const client = services.invoke({
      method: 'DELETE',
      url: 'https://a/v1/alerts/reminders/alert-1',
      headers: [],
    });
    await client;
    const response = await echo.say('WhenRemindedIntent');
    expect(says(wordsOf(response), 'remind.none')).toBe(true);
    expect(store.record(id)?.household.reminder).toBeNull();
  });
});
