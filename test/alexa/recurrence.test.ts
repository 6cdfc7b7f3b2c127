/** When a reminder comes, in each pattern in which Alexa's Reminders API may return it. */
import { describe, expect, it } from 'vitest';
import { ruleFor, timeOf } from '../../lambda/alexa/recurrence.ts';
import type { Rhythm } from '../../lambda/conversation/model/reminder.ts';

/** A Sunday. */
const BEGINS = '2026-11-22T07:05:00.000';

const withRules = (...recurrenceRules: string[]) =>
  timeOf({
    type: 'SCHEDULED_ABSOLUTE',
    timeZoneId: 'Europe/Berlin',
    recurrence: { startDateTime: BEGINS, recurrenceRules },
  });

const AT_SEVEN = 'BYHOUR=19;BYMINUTE=0;BYSECOND=0;';

describe('a recurrence rule', () => {
  it.each<[string, Rhythm]>([
    ['FREQ=DAILY;INTERVAL=1', 'every-day'],
    ['FREQ=DAILY', 'every-day'],
    ['FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA', 'every-day'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']],
    ['FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO', ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']],
    ['FREQ=WEEKLY;BYDAY=SU,SA', ['saturday', 'sunday']],
    ['FREQ=WEEKLY;BYDAY=SU;INTERVAL=1', 'sunday'],
    ['FREQ=WEEKLY;INTERVAL=1;WKST=MO', 'sunday'],
    ['FREQ=DAILY;INTERVAL=2', { every: 'days', interval: 2 }],
    ['FREQ=WEEKLY;BYDAY=SU;INTERVAL=2', { every: 'weeks', interval: 2, days: ['sunday'] }],
    ['FREQ=WEEKLY;INTERVAL=3', { every: 'weeks', interval: 3, days: ['sunday'] }],
    ['FREQ=MONTHLY;BYMONTHDAY=15', { every: 'month', date: 15 }],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', { every: 'month', date: -1 }],
    ['FREQ=MONTHLY', { every: 'month', date: 22 }],
    ['FREQ=MONTHLY;BYDAY=1SU', { every: 'month', weekday: 'sunday', nth: 'first' }],
    ['FREQ=MONTHLY;BYDAY=+2MO', { every: 'month', weekday: 'monday', nth: 'second' }],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', { every: 'month', weekday: 'friday', nth: 'last' }],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', { every: 'year', date: '02-29' }],
    ['FREQ=YEARLY', { every: 'year', date: '11-22' }],
  ])('%s is read', (rule, day) => {
    expect(withRules(`${rule};${AT_SEVEN}`)).toEqual({ day, time: '19:00' });
  });

  it.each([
    'FREQ=HOURLY',
    'FREQ=DAILY;INTERVAL=2;BYDAY=SU',
    'FREQ=DAILY;BYMONTH=11',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=3',
    'FREQ=DAILY;UNTIL=20261231T000000Z',
    'FREQ=WEEKLY;BYDAY=1SU',
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYDAY=SU',
    'FREQ=MONTHLY;BYDAY=5SU',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYDAY=1SU;BYMONTH=3',
    'BYDAY=SU',
  ])('%s has no words, and is not taken for another one', (rule) => {
    expect(withRules(`${rule};${AT_SEVEN}`)).toBeNull();
  });

  it('takes the time and the day that it leaves out from its beginning', () => {
    expect(withRules('FREQ=WEEKLY')).toEqual({ day: 'sunday', time: '07:05' });
    expect(
      timeOf({ scheduledTime: '2026-11-23T19:00:00.000', recurrence: { recurrenceRules: ['FREQ=WEEKLY'] } }),
    ).toEqual({ day: 'monday', time: '19:00' });
    expect(timeOf({ recurrence: { recurrenceRules: ['FREQ=WEEKLY;BYDAY=SU'] } })).toBeNull();
  });

  it('that sounds more than once a day has no words', () => {
    expect(withRules('FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0')).toBeNull();
  });

  it('may be broken into lines', () => {
    expect(withRules('RRULE:FREQ=DAILY;\n BYHOUR=6;\n BYMINUTE=10;')).toEqual({
      day: 'every-day',
      time: '06:10',
    });
  });

  it.each(['sunday', 'every-day', ['monday', 'wednesday'] as const])(
    'that the skill sets is read again: %s',
    (day) => {
      const planned = { day: typeof day === 'string' ? day : [...day], time: '08:05' };
      expect(withRules(ruleFor(planned as Parameters<typeof ruleFor>[0]))).toEqual(planned);
    },
  );
});

describe('several recurrence rules', () => {
  it('are their days together, at the same time', () => {
    expect(withRules(`FREQ=WEEKLY;BYDAY=SA;${AT_SEVEN}`, `FREQ=WEEKLY;BYDAY=FR;${AT_SEVEN}`)).toEqual({
      day: ['friday', 'saturday'],
      time: '19:00',
    });
  });

  it('have no words at different times, or in different weeks', () => {
    expect(
      withRules(`FREQ=WEEKLY;BYDAY=SA;${AT_SEVEN}`, 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=20;BYMINUTE=0'),
    ).toBeNull();
    expect(
      withRules(`FREQ=WEEKLY;BYDAY=SA;${AT_SEVEN}`, `FREQ=WEEKLY;BYDAY=FR;INTERVAL=2;${AT_SEVEN}`),
    ).toBeNull();
  });
});

describe('the deprecated freq and byDay', () => {
  const scheduledTime = '2026-11-23T19:00:00.000';

  it('are read with the time for which it is scheduled', () => {
    expect(timeOf({ scheduledTime, recurrence: { freq: 'DAILY' } })).toEqual({
      day: 'every-day',
      time: '19:00',
    });
    expect(timeOf({ scheduledTime, recurrence: { freq: 'WEEKLY' } })).toEqual({
      day: 'monday',
      time: '19:00',
    });
    expect(timeOf({ scheduledTime, recurrence: { freq: 'WEEKLY', byDay: ['SU', 'SA'] } })).toEqual({
      day: ['saturday', 'sunday'],
      time: '19:00',
    });
    expect(timeOf({ scheduledTime, recurrence: { freq: 'WEEKLY', byDay: ['SU'], interval: 2 } })).toEqual({
      day: { every: 'weeks', interval: 2, days: ['sunday'] },
      time: '19:00',
    });
  });

  it('give way to the rules', () => {
    const recurrence = {
      freq: 'DAILY',
      startDateTime: BEGINS,
      recurrenceRules: [`FREQ=MONTHLY;${AT_SEVEN}`],
    } as const;
    expect(
      timeOf({
        scheduledTime,
        recurrence: { ...recurrence, recurrenceRules: [...recurrence.recurrenceRules] },
      }),
    ).toEqual({
      day: { every: 'month', date: 22 },
      time: '19:00',
    });
  });
});

describe('a reminder that sounds once', () => {
  it('has a day, also if the parts for recurring are there and empty', () => {
    const once = { day: { every: 'never', on: '2026-11-29' }, time: '06:00' };
    expect(timeOf({ scheduledTime: '2026-11-29T6:00:00.000' })).toEqual(once);
    // Alexa may write null for what is not there.
    const empty = { freq: null, byDay: null, recurrenceRules: null, endDateTime: null } as object;
    expect(timeOf({ scheduledTime: '2026-11-29T06:00:00.000', recurrence: empty })).toEqual(once);
    expect(timeOf({ scheduledTime: '2026-11-29T06:00:00.000', recurrence: { recurrenceRules: [] } })).toEqual(
      once,
    );
  });

  it('is told in the local time of its zone, if its time has one', () => {
    expect(timeOf({ scheduledTime: '2026-11-29T23:30:00.000Z', timeZoneId: 'Europe/Berlin' })).toEqual({
      day: { every: 'never', on: '2026-11-30' },
      time: '00:30',
    });
  });

  it('has no words without a time of the calendar', () => {
    expect(timeOf({ offsetInSeconds: 60 })).toBeNull();
    expect(timeOf({ scheduledTime: '2026-02-30T19:00:00' })).toBeNull();
    expect(timeOf({ scheduledTime: '2026-11-29T25:00:00' })).toBeNull();
    expect(timeOf({ scheduledTime: '2026-11-29T19:00:00Z', timeZoneId: 'Moon/Sea' })).toBeNull();
  });
});

it('a reminder that ends some day has no words', () => {
  expect(
    timeOf({
      recurrence: { recurrenceRules: [`FREQ=DAILY;${AT_SEVEN}`], endDateTime: '2026-12-24T19:00:00' },
    }),
  ).toBeNull();
});
