/**
 * When a reminder comes, in the terms of Alexa's Reminders API: a recurrence rule of iCalendar (RFC 5545). The skill
 * writes a few of them, and reads whatever the Alexa app may have made of one.
 *
 * A reminder that recurs has `recurrence.recurrenceRules`, or the deprecated `recurrence.freq` and `byDay`; any other one
 * sounds once, at `scheduledTime`. [?] Amazon does not say which rules the app writes.
 * https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-reminders-api-reference.html
 */
import type { services } from 'ask-sdk-model';
import {
  type Day,
  isDay,
  isZone,
  WEEKDAYS,
  type Weekday,
  wallClock,
} from '../conversation/model/calendar.ts';
import {
  daysToSet,
  NTH,
  type PlannedReminder,
  type ReminderDays,
  type ReminderTime,
  type Rhythm,
} from '../conversation/model/reminder.ts';

type Trigger = services.reminderManagement.Trigger;

/** The days in a rule, Monday first. */
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const WEEKDAY: Readonly<Record<(typeof DAYS)[number], Weekday>> = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
};

/** The rule for a reminder that the skill sets. */
export function ruleFor({ day, time }: PlannedReminder): string {
  const [hour, minute] = time.split(':').map(Number);
  const days = [day].flat();
  const by = DAYS.filter((one) => days.includes(WEEKDAY[one])).join();
  const on = day === 'every-day' ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${by}`;
  return `${on};BYHOUR=${hour};BYMINUTE=${minute};BYSECOND=0;INTERVAL=1;`;
}

/** When a reminder comes; null if its pattern is none that the skill has words for. */
export function timeOf(trigger: Trigger): ReminderTime | null {
  const { recurrence, scheduledTime } = trigger;
  const zone = trigger.timeZoneId ?? 'UTC';
  const scheduled = localTime(scheduledTime, zone);
  const begins = localTime(recurrence?.startDateTime, zone);
  const rules = recurrence?.recurrenceRules ?? [];
  if (recurrence?.endDateTime) return null;
  if (rules.length > 0) return together(rules.map((rule) => read(rule, begins ?? scheduled)));
  if (recurrence?.freq) {
    const { freq, byDay, interval } = recurrence;
    const on = byDay?.length ? `;BYDAY=${byDay.join()}` : '';
    return read(`FREQ=${freq}${on};INTERVAL=${interval ?? 1}`, scheduled ?? begins);
  }
  return scheduled && { day: { every: 'never', on: scheduled.day }, time: scheduled.time };
}

/** A local day and time. */
interface Local {
  day: Day;
  /** `19:00` */
  time: string;
}

/** A time of the API, which is local unless it says its zone; null if it is none. */
function localTime(text: string | undefined, zone: string): Local | null {
  const isMoment = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text ?? '');
  if (isMoment && (Number.isNaN(Date.parse(text ?? '')) || !isZone(zone))) return null;
  const local = isMoment ? wallClock(Date.parse(text ?? ''), zone) : (text ?? '');
  // Amazon's own example has an hour of one digit.
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{1,2}):(\d{2})/.exec(local) ?? [];
  const isTime = isDay(day) && isNumber(hour, 0, 23) && isNumber(minute, 0, 59);
  return isTime ? { day, time: `${hour.padStart(2, '0')}:${minute}` } : null;
}

/** The pattern of several rules: all of their days if they are of every week, and at the same time. */
function together(times: readonly (ReminderTime | null)[]): ReminderTime | null {
  const [first] = times;
  if (first === undefined || first === null || times.length === 1) return first ?? null;
  const days: Weekday[] = [];
  for (const one of times) {
    const these = one === null || one.time !== first.time ? null : daysToSet(one.day);
    if (these === null) return null;
    days.push(...(these === 'every-day' ? WEEKDAYS : [these].flat()));
  }
  return { day: inEveryWeek(days), time: first.time };
}

/** The parts of a rule that are understood. A second of a minute is not said, and no rule here depends on WKST. */
const PARTS: ReadonlySet<string> = new Set([
  'FREQ',
  'INTERVAL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'BYSETPOS',
  'BYHOUR',
  'BYMINUTE',
  'BYSECOND',
  'WKST',
]);

/** What a rule says. What it leaves out comes from when the reminder begins. */
function read(rule: string, begins: Local | null): ReminderTime | null {
  const written = rule
    .replace(/\s/g, '')
    .replace(/^RRULE:/i, '')
    .split(';');
  const parts = new Map<string, string>();
  for (const part of written) {
    const [name = '', value = ''] = part.toUpperCase().split('=');
    if (part === '') continue;
    if (!PARTS.has(name) || parts.has(name)) return null;
    parts.set(name, value);
  }
  const time = timeIn(parts, begins);
  const day = time === null ? null : rhythmIn(parts, begins?.day ?? null);
  return time === null || day === null ? null : { day, time };
}

type Parts = ReadonlyMap<string, string>;

/** The time of day. More than one a day has no words. */
function timeIn(parts: Parts, begins: Local | null): string | null {
  const [beginsHour, beginsMinute] = begins?.time.split(':') ?? [];
  const hour = parts.get('BYHOUR') ?? beginsHour;
  const minute = parts.get('BYMINUTE') ?? beginsMinute ?? '0';
  if (hour === undefined || !isNumber(hour, 0, 23) || !isNumber(minute, 0, 59)) return null;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

function rhythmIn(parts: Parts, begins: Day | null): Rhythm | null {
  const every = parts.get('INTERVAL') ?? '1';
  if (!isNumber(every, 1, 999)) return null;
  const interval = Number(every);
  const has = (...names: readonly string[]): boolean => names.some((name) => parts.has(name));
  switch (parts.get('FREQ')) {
    case 'DAILY':
      if (has('BYMONTHDAY', 'BYMONTH', 'BYSETPOS')) return null;
      if (!has('BYDAY')) return interval === 1 ? 'every-day' : { every: 'days', interval };
      return interval === 1 ? weekly(parts, 1, begins) : null;
    case 'WEEKLY':
      return has('BYMONTHDAY', 'BYMONTH', 'BYSETPOS') ? null : weekly(parts, interval, begins);
    case 'MONTHLY':
      return has('BYMONTH') || interval > 1 ? null : monthly(parts, begins);
    case 'YEARLY':
      return has('BYDAY', 'BYSETPOS') || interval > 1 ? null : yearly(parts, begins);
    default:
      return null;
  }
}

function weekly(parts: Parts, interval: number, begins: Day | null): Rhythm | null {
  const by = parts.get('BYDAY')?.split(',').map(weekdayIn) ?? [begins === null ? null : weekdayOf(begins)];
  const days = by.filter((day) => day !== null);
  if (days.length < by.length) return null;
  return interval === 1 ? inEveryWeek(days) : { every: 'weeks', interval, days: inOrder(days) };
}

function monthly(parts: Parts, begins: Day | null): Rhythm | null {
  const by = parts.get('BYDAY');
  const date = parts.get('BYMONTHDAY');
  if (by !== undefined) {
    const [, place = '', name = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(by) ?? [];
    const nth = nthOf(parts.get('BYSETPOS') ?? place);
    const weekday = weekdayIn(name);
    const isOne = date === undefined && !(place !== '' && parts.has('BYSETPOS'));
    return isOne && nth !== null && weekday !== null ? { every: 'month', weekday, nth } : null;
  }
  if (parts.has('BYSETPOS')) return null;
  const on = date ?? begins?.slice(8);
  return on !== undefined && (on === '-1' || isNumber(on, 1, 31))
    ? { every: 'month', date: Number(on) }
    : null;
}

function yearly(parts: Parts, begins: Day | null): Rhythm | null {
  const month = parts.get('BYMONTH') ?? begins?.slice(5, 7) ?? '';
  const day = parts.get('BYMONTHDAY') ?? begins?.slice(8) ?? '';
  const date = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A leap year has every date.
  return isDay(`2028-${date}`) ? { every: 'year', date } : null;
}

/** Days of every week, in the way in which the skill would set them. */
function inEveryWeek(days: readonly Weekday[]): ReminderDays {
  const all = inOrder(days);
  const [only] = all;
  if (all.length === DAYS.length) return 'every-day';
  return all.length === 1 && only !== undefined ? only : all;
}

/** Each day once, Monday first. */
function inOrder(days: readonly Weekday[]): Weekday[] {
  return DAYS.map((day) => WEEKDAY[day]).filter((day) => days.includes(day));
}

function weekdayIn(name: string): Weekday | null {
  const day = DAYS.find((one) => one === name);
  return day === undefined ? null : WEEKDAY[day];
}

function weekdayOf(day: Day): Weekday | null {
  return WEEKDAYS[new Date(day).getUTCDay()] ?? null;
}

function nthOf(place: string): (typeof NTH)[number] | null {
  if (place === '-1') return 'last';
  return /^\+?[1-4]$/.test(place) ? (NTH[Number(place) - 1] ?? null) : null;
}

function isNumber(text: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;
}
