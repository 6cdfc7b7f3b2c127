import { describe, expect, test } from 'vitest';
import { nextTime, readReminderRequest } from '../../../simulator/cloud/reminder-request.ts';
import { once, weekly } from '../service-client.ts';

const NOW = Date.parse('2026-11-22T19:00:00Z');
const { trigger } = weekly;
const recurring = (recurrence: object) => ({
  ...weekly,
  trigger: { ...trigger, recurrence: { ...trigger.recurrence, ...recurrence } },
});
const rule = (text: string) => recurring({ recurrenceRules: [text] });
/** A recurrence as it was written before there were rules. */
const deprecated = (recurrence: object, scheduledTime: unknown = '2026-11-24T08:30:00.000') => ({
  ...weekly,
  trigger: { ...trigger, scheduledTime, recurrence },
});
const said = (content: unknown) => ({ ...weekly, alertInfo: { spokenInfo: { content } } });

describe('a reminder is accepted', () => {
  test.each([
    ['every week', weekly],
    ['every day', rule('FREQ=DAILY;BYHOUR=20;BYMINUTE=30;BYSECOND=0;INTERVAL=1;')],
    ['on several days', rule('FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=7;BYMINUTE=0;BYSECOND=0;INTERVAL=2')],
    ['once', once('2026-11-23T08:00:00')],
    ['once, with milliseconds', once('2026-11-23T08:00:00.000')],
    ['with an end', recurring({ endDateTime: '2026-12-31T00:00:00' })],
    ['without a beginning', recurring({ startDateTime: undefined })],
    ['in lines', rule('FREQ=DAILY;\n  BYHOUR=20;\n  BYMINUTE=30;')],
    ['with the deprecated freq', deprecated({ freq: 'DAILY' })],
    ['with the deprecated byDay', deprecated({ freq: 'WEEKLY', byDay: ['MO', 'TH'], interval: 2 })],
  ])('%s', (_, body) => {
    expect(readReminderRequest(body, NOW)).toEqual({
      trigger: body.trigger,
      alertInfo: body.alertInfo,
      pushNotification: body.pushNotification,
    });
  });
});

describe('a reminder is refused', () => {
  test.each([
    ['that is not an object', [], 'INVALID_REQUEST'],
    ['without a request time', { ...weekly, requestTime: undefined }, 'INVALID_REQUEST_TIME'],
    ['without a trigger', { ...weekly, trigger: undefined }, 'INVALID_TRIGGER'],
    [
      'of another type',
      { ...weekly, trigger: { ...trigger, type: 'SCHEDULED_RELATIVE' } },
      'INVALID_TRIGGER',
    ],
    ['with a zone in its time', once('2026-11-23T08:00:00Z'), 'INVALID_TRIGGER_TIME'],
    [
      'with an offset in its start',
      recurring({ startDateTime: '2026-11-22T19:00:00-05:00' }),
      'INVALID_TRIGGER_TIME',
    ],
    ['on a day that does not exist', once('2026-11-31T08:00:00'), 'INVALID_TRIGGER_TIME'],
    ['in the past', once('2026-11-22T13:59:59'), 'TRIGGER_TIME_IN_PAST'],
    ['that ends before it begins', recurring({ endDateTime: '2026-11-22T18:00:00' }), 'TRIGGER_TIME_IN_PAST'],
    [
      'without a time zone',
      { ...weekly, trigger: { ...trigger, timeZoneId: undefined } },
      'INVALID_TIME_ZONE_ID',
    ],
    [
      'in an unknown time zone',
      { ...weekly, trigger: { ...trigger, timeZoneId: 'America/Nowhere' } },
      'INVALID_TIME_ZONE_ID',
    ],
    [
      'with an offset as its time zone',
      { ...weekly, trigger: { ...trigger, timeZoneId: '+05:00' } },
      'INVALID_TIME_ZONE_ID',
    ],
    ['without rules', recurring({ recurrenceRules: [] }), 'INVALID_RECURRENCE'],
    ['with an unknown freq', deprecated({ freq: 'MONTHLY' }), 'INVALID_RECURRENCE'],
    ['with an unknown byDay', deprecated({ freq: 'WEEKLY', byDay: ['XX'] }), 'INVALID_RECURRENCE'],
    ['with a freq at no time', deprecated({ freq: 'DAILY' }, null), 'INVALID_TRIGGER_TIME'],
    ['of an unknown type', { ...weekly, trigger: { ...trigger, type: 'SOME_DAY' } }, 'INVALID_TRIGGER'],
    ['with an unknown frequency', rule('FREQ=MONTHLY;BYHOUR=19'), 'INVALID_RECURRENCE'],
    ['with an unknown part', rule('FREQ=DAILY;BYHOUR=19;COUNT=3'), 'INVALID_RECURRENCE'],
    ['with a part twice', rule('FREQ=DAILY;BYHOUR=19;BYHOUR=20'), 'INVALID_RECURRENCE'],
    ['weekly without a day', rule('FREQ=WEEKLY;BYHOUR=19'), 'INVALID_RECURRENCE'],
    ['on an unknown day of the week', rule('FREQ=WEEKLY;BYDAY=XX;BYHOUR=19'), 'INVALID_RECURRENCE'],
    ['at hour 24', rule('FREQ=DAILY;BYHOUR=24'), 'INVALID_RECURRENCE'],
    ['without an hour', rule('FREQ=DAILY'), 'INVALID_RECURRENCE'],
    ['without content', said([]), 'INVALID_ALERT_INFO'],
    ['without a locale', said([{ text: 'hello' }]), 'INVALID_ALERT_INFO'],
    ['without a text', said([{ locale: 'en-US' }]), 'INVALID_ALERT_INFO'],
    [
      'without a status of the push notification',
      { ...weekly, pushNotification: {} },
      'INVALID_PUSH_NOTIFICATION',
    ],
  ])('%s', (_, body, code) => {
    expect(readReminderRequest(body, NOW)).toEqual({ code, message: expect.stringMatching(/^[A-Z].*\.$/u) });
  });
});

describe('a reminder recurs', () => {
  const times = (body: { trigger?: object }, count: number): string[] => {
    const found: string[] = [];
    let after: number | null = NOW;
    while (found.length < count && after !== null) {
      after = nextTime(body.trigger as Record<string, unknown>, after);
      if (after !== null) found.push(new Date(after).toISOString().slice(0, 16));
    }
    return found;
  };

  test('at the same local time before and after a clock change', () => {
    const autumn = recurring({ startDateTime: '2027-03-01T19:00:00' });
    expect(times(autumn, 2)).toEqual(['2027-03-08T00:00', '2027-03-14T23:00']);
  });

  test('first on the day on which it begins, if the time is not past', () => {
    expect(times(weekly, 2)).toEqual(['2026-11-23T00:00', '2026-11-30T00:00']);
  });

  test('on each of its days', () => {
    expect(times(rule('FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=8'), 3)).toEqual([
      '2026-11-23T13:00',
      '2026-11-26T13:00',
      '2026-11-30T13:00',
    ]);
  });

  test('as the deprecated freq says, at the time for which it is scheduled', () => {
    expect(times(deprecated({ freq: 'DAILY' }), 2)).toEqual(['2026-11-24T13:30', '2026-11-25T13:30']);
    expect(times(deprecated({ freq: 'WEEKLY' }), 2)).toEqual(['2026-11-24T13:30', '2026-12-01T13:30']);
    expect(times(deprecated({ freq: 'WEEKLY', byDay: ['MO', 'TH'] }), 3)).toEqual([
      '2026-11-26T13:30',
      '2026-11-30T13:30',
      '2026-12-03T13:30',
    ]);
  });

  test('as its rules say, if there is a deprecated freq too', () => {
    const both = recurring({ freq: 'DAILY', byDay: ['MO'] });
    const scheduled = { ...both, trigger: { ...both.trigger, scheduledTime: '2026-11-24T08:30:00' } };
    expect(times(scheduled, 2)).toEqual(['2026-11-23T00:00', '2026-11-30T00:00']);
  });

  test('from now on, if it has no beginning', () => {
    expect(times(recurring({ startDateTime: undefined }), 2)).toEqual([
      '2026-11-23T00:00',
      '2026-11-30T00:00',
    ]);
  });

  test('every other week, counted from the week in which it begins', () => {
    expect(times(rule('FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;INTERVAL=2'), 2)).toEqual([
      '2026-11-23T00:00',
      '2026-12-07T00:00',
    ]);
  });

  test('every third day', () => {
    expect(times(rule('FREQ=DAILY;BYHOUR=19;INTERVAL=3'), 2)).toEqual([
      '2026-11-23T00:00',
      '2026-11-26T00:00',
    ]);
  });

  test('at the earliest time of several rules', () => {
    const both = recurring({ recurrenceRules: ['FREQ=DAILY;BYHOUR=20', 'FREQ=DAILY;BYHOUR=19'] });
    expect(times(both, 2)).toEqual(['2026-11-23T00:00', '2026-11-23T01:00']);
  });

  test('until it ends', () => {
    expect(times(recurring({ endDateTime: '2026-11-29T19:00:00' }), 5)).toEqual([
      '2026-11-23T00:00',
      '2026-11-30T00:00',
    ]);
  });
});
