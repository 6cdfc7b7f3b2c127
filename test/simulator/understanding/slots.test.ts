import { describe, expect, it } from 'vitest';
import { normalise } from '../../../interaction-models/words.ts';
import { dateSlot } from '../../../simulator/understanding/slots/date.ts';
import { dayOfWeekSlot } from '../../../simulator/understanding/slots/day-of-week.ts';
import { durationSlot } from '../../../simulator/understanding/slots/duration.ts';
import { numberSlot } from '../../../simulator/understanding/slots/number.ts';
import { timeSlot } from '../../../simulator/understanding/slots/time.ts';

const wordsIn = (text: string): string[] => normalise(text).split(' ');
// Sunday, half past two in the afternoon.
const MOMENT = { now: new Date('2026-11-22T19:30:00Z'), timezone: 'America/New_York' };

describe('AMAZON.NUMBER', () => {
  it.each([
    ['twenty', '20'],
    ['20', '20'],
    ['twenty-five', '25'],
    ['a hundred and five', '105'],
    ['two thousand three hundred', '2300'],
    ['1,500', '1500'],
    ['zero', '0'],
  ])('is %s → %s', (said, value) => expect(numberSlot(wordsIn(said))).toBe(value));

  it.each(['twenty twenty', 'five twenty', 'many', 'a', 'hundred', 'two two', 'thousand million'])(
    'is not "%s"',
    (said) => expect(numberSlot(wordsIn(said))).toBeNull(),
  );
});

describe('AMAZON.DURATION', () => {
  it.each([
    ['one minute', 'PT1M'],
    ['a minute', 'PT1M'],
    ['half a minute', 'PT30S'],
    ['half an hour', 'PT30M'],
    ['thirty seconds', 'PT30S'],
    ['90 seconds', 'PT90S'],
    ['a couple of minutes', 'PT2M'],
    ['couple minutes', 'PT2M'],
    ['two and a half minutes', 'PT2M30S'],
    ['2.5 minutes', 'PT2M30S'],
    ['a minute and a half', 'PT1M30S'],
    ['one minute and thirty seconds', 'PT1M30S'],
    ['an hour and a quarter of an hour', 'PT1H15M'],
    ['three quarters of an hour', 'PT45M'],
    ['5min', 'PT5M'],
    ['eight weeks', 'P8W'],
    ['two years three hours ten minutes', 'P2YT3H10M'],
    ['half a year', 'P6M'],
  ])('is %s → %s', (said, value) => expect(durationSlot(wordsIn(said))).toBe(value));

  it.each([
    'one more minute',
    'minute',
    'minutes',
    'ten',
    'seconds ten',
    'ten seconds two minutes',
    'half',
    'a m',
  ])('is not "%s"', (said) => expect(durationSlot(wordsIn(said))).toBeNull());
});

describe('AMAZON.DATE', () => {
  it.each([
    ['today', '2026-11-22'],
    ['tomorrow', '2026-11-23'],
    ['yesterday', '2026-11-21'],
    ['now', 'PRESENT_REF'],
    ['this week', '2026-W47'],
    ['last week', '2026-W46'],
    ['next weekend', '2026-W48-WE'],
    ['last month', '2026-10'],
    ['next year', '2027'],
    ['sunday', '2026-11-22'],
    ['on friday', '2026-11-27'],
    ['last friday', '2026-11-20'],
    ['next tuesday', '2026-11-24'],
    ['next sunday', '2026-11-29'],
    ['November 22nd', '2026-11-22'],
    ['the twenty-first of november', '2027-11-21'],
    ['february twenty ninth', '2028-02-29'],
    ['november 20th 2026', '2026-11-20'],
    ['the 5th', '2026-12-05'],
    ['in two weeks', '2026-12-06'],
    ['three days ago', '2026-11-19'],
    ['may', '2027-05'],
    ['2026-11-20', '2026-11-20'],
  ])('is %s → %s', (said, value) => expect(dateSlot(wordsIn(said), MOMENT)).toBe(value));

  it.each(['november 31st', 'two days', 'the dog', 'someday', 'the', '2026-13-40', 'on'])(
    'is not "%s"',
    (said) => expect(dateSlot(wordsIn(said), MOMENT)).toBeNull(),
  );

  it('is the local day of the time zone', () => {
    const now = new Date('2026-11-23T02:00:00Z');
    expect(dateSlot(['today'], { now, timezone: 'America/New_York' })).toBe('2026-11-22');
    expect(dateSlot(['today'], { now, timezone: 'UTC' })).toBe('2026-11-23');
  });

  it('assigns the week of New Year to the year of its Thursday', () => {
    expect(dateSlot(['this', 'week'], { now: new Date('2027-01-02T12:00:00Z'), timezone: 'UTC' })).toBe(
      '2026-W53',
    );
  });
});

describe('AMAZON.TIME', () => {
  it.each([
    ['seven p.m.', '19:00'],
    ['seven a.m.', '07:00'],
    ['7pm', '19:00'],
    ['7:30 pm', '19:30'],
    ['19:00', '19:00'],
    ['seven', '19:00'],
    ['two', '02:00'],
    ["seven o'clock", '19:00'],
    ['half past six', '18:30'],
    ['quarter to seven in the evening', '18:45'],
    ['ten past eight in the morning', '08:10'],
    ['seven thirty', '19:30'],
    ['seven oh five', '19:05'],
    ['ten at night', '22:00'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['twelve a.m.', '00:00'],
    ['twelve thirty p.m.', '12:30'],
    ['this evening', 'EV'],
    ['half past eight in the evening', '20:30'],
    ['nineteen thirty', '19:30'],
    ['twenty fifteen', '20:15'],
    ['twenty two thirty', '22:30'],
    ['nineteen oh five', '19:05'],
    ['zero thirty', '00:30'],
    ['nineteen hundred', '19:00'],
    ['twenty one hundred hours', '21:00'],
  ])('is %s → %s', (said, value) => expect(timeSlot(wordsIn(said), MOMENT)).toBe(value));

  it.each([
    'thirteen',
    '25:00',
    'seven minutes',
    'seven five',
    'late',
    'at',
    'twenty five',
    'nineteen ninety',
    'twenty five hundred',
    'seven hundred',
  ])('is not "%s"', (said) => expect(timeSlot(wordsIn(said), MOMENT)).toBeNull());
});

describe('AMAZON.DayOfWeek', () => {
  it('is the name of the day, in the singular', () => {
    expect(dayOfWeekSlot(['sundays'])).toBe('sunday');
    expect(dayOfWeekSlot(['on', 'monday'])).toBe('monday');
    expect(dayOfWeekSlot(['someday'])).toBeNull();
  });
});
