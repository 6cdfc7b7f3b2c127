/** The requests to Alexa's reminders, and what is said after each answer. */
import { describe, expect, it } from 'vitest';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import type { FakeServices } from './alexa-services.ts';
import { until } from './couple.ts';
import type { Echo } from './envelopes.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';
import { isHeard, wordsOf } from './responses.ts';

async function met(): Promise<Kitchen> {
  const kitchen = aKitchen();
  await until(kitchen.echo, /talk\.a$/);
  await kitchen.echo.say('AMAZON.StopIntent');
  kitchen.services.asked.length = 0;
  return kitchen;
}

const TRIGGER = { type: 'SCHEDULED_ABSOLUTE', timeZoneId: 'Europe/Berlin' };

/** A reminder with this rule, as Alexa returns it. */
const recurring = (rule: string) => ({
  trigger: {
    ...TRIGGER,
    recurrence: { startDateTime: '2026-11-22T19:00:00.000', recurrenceRules: [rule] },
  },
});

/** The rule of the last reminder that was set or changed. */
function lastRule({ asked }: FakeServices): unknown {
  const body = asked.findLast(({ call }) => /^(?:POST|PUT)/.test(call))?.body as
    | { trigger: { recurrence: { recurrenceRules: string[] } } }
    | undefined;
  return body?.trigger.recurrence.recurrenceRules[0];
}

const sunday = (echo: Echo) => echo.say('RemindIntent', { day: 'sunday', time: '19:00' });

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
    expect(isHeard(response, key)).toBe(true);
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
    expect(isHeard(response, 'remind.denied')).toBe(true);
    expect(store.record(id)?.household.reminder).toBeNull();
  });

  it('names the app if the permission was given and is still missing', async () => {
    const { echo, services } = await met();
    await sunday(echo);
    services.refuse({ statusCode: 401 });
    await echo.say('AMAZON.YesIntent');
    const response = await echo.permission('ACCEPTED');
    expect(isHeard(response, 'remind.in-app')).toBe(true);
  });

  it.each<[string, string]>([
    [
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=18;BYMINUTE=30;BYSECOND=0;INTERVAL=1;',
      'from Monday to Friday at 6:30 PM',
    ],
    ['FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=2;', 'every second Sunday at 7 PM'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=15;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;',
      'on the 15th of every month at 7 PM',
    ],
  ])('that was changed in the app to %s is said as it is', async (rule, words) => {
    const { echo, services } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    services.changeInApp('alert-1', recurring(rule));
    expect(wordsOf(await echo.say('WhenRemindedIntent'))).toContain(words);
  });

  it('that was changed in the app to sound once is said with its day, also if that is over soon', async () => {
    const { echo, services, store, id } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    services.changeInApp('alert-1', { trigger: { ...TRIGGER, scheduledTime: '2026-11-29T19:00:00.000' } });
    expect(wordsOf(await echo.say('WhenRemindedIntent'))).toContain(
      'only once, on Sunday, November 29, at 7 PM',
    );
    expect(store.record(id)?.household.reminder).toMatchObject({ token: 'alert-1' });
  });

  it('that was changed in the app to what has no words is said to be changed, never to be missing', async () => {
    const { echo, services } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    services.changeInApp('alert-1', recurring('FREQ=HOURLY;INTERVAL=3;'));
    expect(isHeard(await echo.say('WhenRemindedIntent'), 'remind.changed')).toBe(true);
    services.changeInApp('alert-1', { ...recurring('FREQ=HOURLY;INTERVAL=3;'), status: 'OFF' });
    expect(isHeard(await echo.say('WhenRemindedIntent'), 'remind.changed')).toBe(true);
    expect(isHeard(await echo.say('StopRemindingIntent'), 'remind.cancelled')).toBe(true);
  });

  it('keeps its days of the app if only the hour is changed', async () => {
    const { echo, services, store, id } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    services.changeInApp(
      'alert-1',
      recurring('FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'),
    );
    const plan = wordsOf(await echo.say('RemindIntent', { time: '20:00' }));
    expect(plan).toContain('very Monday and Wednesday at 8 PM');
    expect(plan).toContain('every Monday and Wednesday at 7 PM');
    await echo.say('AMAZON.YesIntent');
    expect(lastRule(services)).toBe('FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=20;BYMINUTE=0;BYSECOND=0;INTERVAL=1;');
    expect(store.record(id)?.household.reminder).toEqual({ token: 'alert-1', day: 'sunday', time: '20:00' });
  });

  it('keeps its days of the app over the question for the permission, also in a new session', async () => {
    const { echo, services } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    services.changeInApp(
      'alert-1',
      recurring('FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'),
    );
    await echo.say('RemindIntent', { time: '20:00' });
    services.refuse({ statusCode: 401, code: 'UNAUTHORIZED' });
    await echo.say('AMAZON.YesIntent');
    services.refuse(null);
    await echo.permission('ACCEPTED', true);
    expect(lastRule(services)).toBe('FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=20;BYMINUTE=0;BYSECOND=0;INTERVAL=1;');
  });

  it('asks for the day if only the hour is changed, and the skill cannot set its pattern of the app', async () => {
    const { echo, services } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    services.changeInApp(
      'alert-1',
      recurring('FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=2;'),
    );
    const asking = await echo.say('RemindIntent', { time: '20:00' });
    expect(wordsOf(asking)).toContain('every second Sunday at 7 PM');
    expect(isHeard(asking, 'remind.which-day')).toBe(true);
    await echo.say('RemindIntent', { day: 'sunday' });
    await echo.say('AMAZON.YesIntent');
    expect(lastRule(services)).toBe('FREQ=WEEKLY;BYDAY=SU;BYHOUR=20;BYMINUTE=0;BYSECOND=0;INTERVAL=1;');
  });

  it('that was deleted in the app leaves no second one: another that is there is changed', async () => {
    const { echo, services, store, id } = await met();
    await sunday(echo);
    await echo.say('AMAZON.YesIntent');
    services.changeInApp('other', {
      ...recurring('FREQ=DAILY;BYHOUR=9;BYMINUTE=0;'),
      alertToken: 'other',
      status: 'ON',
    });
    await services.invoke({ method: 'DELETE', url: 'https://a/v1/alerts/reminders/alert-1', headers: [] });
    await echo.say('RemindDailyIntent', { time: '20:30' });
    await echo.say('AMAZON.YesIntent');
    expect(services.asked.filter(({ call }) => call.startsWith('POST'))).toHaveLength(1);
    expect(store.record(id)?.household.reminder).toEqual({ token: 'other', day: 'every-day', time: '20:30' });
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
    expect(isHeard(response, 'remind.none')).toBe(true);
    expect(store.record(id)?.household.reminder).toBeNull();
  });
});
