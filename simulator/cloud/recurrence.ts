import { readLocalTime } from '../clock/local-time.ts';

/** When a reminder recurs: on which days, and at what time of day. */
export interface RecurrenceRule {
  readonly every: 'DAILY' | 'WEEKLY';
  /** Days of the week, 0 for Sunday; an empty list stands for all of them. */
  readonly days: readonly number[];
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 1 for every day or week, 2 for every other one, and so on. */
  readonly interval: number;
}

/** The days as they are written in a rule, Sunday first. */
const DAYS: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const MILLISECONDS_PER_DAY = 86_400_000;

/** The longest interval that is accepted: 52 days, or a year of weeks. */
const LONGEST_INTERVAL = 52;

/**
 * Reads a rule such as `FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;`.
 * Only the parts in Amazon's Reminders API reference are accepted. [?] It does not say which others of RFC 5545 are.
 *
 * @returns the rule; or what is wrong with it, as one sentence, which ends with "is not simulated." for the rest of
 *   RFC 5545.
 */
export function readRecurrenceRule(text: string): RecurrenceRule | string {
  const parts = new Map<string, string>();
  for (const part of text.replace(/\s/gu, '').replace(/;$/u, '').split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=([A-Z0-9,+-]+)$/u.exec(part) ?? [];
    if (OTHER_PARTS.has(name)) return `The part ${name} of the recurrence rule "${text}" is not simulated.`;
    if (!PARTS.has(name)) return `The recurrence rule "${text}" has the part "${part}", which is not known.`;
    if (parts.has(name)) return `The recurrence rule "${text}" has ${name} twice.`;
    parts.set(name, value);
  }
  const every = parts.get('FREQ');
  if (OTHER_FREQUENCIES.has(every ?? ''))
    return `FREQ=${every} of the recurrence rule "${text}" is not simulated.`;
  if (every !== 'DAILY' && every !== 'WEEKLY') {
    return `The recurrence rule "${text}" needs FREQ=DAILY or FREQ=WEEKLY.`;
  }
  const days = (parts.get('BYDAY')?.split(',') ?? []).map((day) => DAYS.indexOf(day));
  if (days.includes(-1)) return `The recurrence rule "${text}" has a BYDAY that is no day.`;
  if (every === 'WEEKLY' && days.length === 0) return `The weekly recurrence rule "${text}" needs BYDAY.`;
  const number = (name: string, standard: number | null, least: number, most: number): number => {
    const value = parts.get(name) ?? standard;
    const read = value === null ? Number.NaN : Number(value);
    return Number.isInteger(read) && read >= least && read <= most ? read : Number.NaN;
  };
  const hour = number('BYHOUR', null, 0, 23);
  const minute = number('BYMINUTE', 0, 0, 59);
  const second = number('BYSECOND', 0, 0, 59);
  const interval = number('INTERVAL', 1, 1, LONGEST_INTERVAL);
  if ([hour, minute, second, interval].some(Number.isNaN)) {
    return `The recurrence rule "${text}" needs a BYHOUR, and its numbers within their bounds.`;
  }
  return { every, days, hour, minute, second, interval };
}

const PARTS: ReadonlySet<string> = new Set(['FREQ', 'BYDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND', 'INTERVAL']);

/** What else RFC 5545 has. */
const OTHER_PARTS: ReadonlySet<string> = new Set([
  ...['UNTIL', 'COUNT', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYMONTH', 'BYSETPOS', 'WKST'],
]);
const OTHER_FREQUENCIES: ReadonlySet<string> = new Set([
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'MONTHLY',
  'YEARLY',
]);

/**
 * Reads the deprecated `freq`, `byDay` and `interval`, which Alexa still takes if there are no rules: "This change is
 * backward compatible". Source: Alexa Reminders API Reference, "In-session and out of session behavior".
 *
 * @param begins the local time for which the reminder is scheduled: it has the time of day, and the weekday if `byDay`
 *   names none.
 * @returns as `readRecurrenceRule`.
 */
export function readDeprecatedRecurrence(
  { freq, byDay, interval }: Readonly<Record<string, unknown>>,
  begins: string,
): RecurrenceRule | string {
  const [hour, minute, second] = begins.slice(11, 19).split(':').map(Number);
  const named = Array.isArray(byDay) ? byDay.map(String) : [];
  const days =
    named.length > 0 || freq !== 'WEEKLY' ? named : [DAYS[new Date(begins.slice(0, 10)).getUTCDay()]];
  const on = days.length > 0 ? `BYDAY=${days.join()};` : '';
  return readRecurrenceRule(
    `FREQ=${String(freq)};${on}BYHOUR=${hour};BYMINUTE=${minute};BYSECOND=${second};INTERVAL=${String(interval ?? 1)}`,
  );
}

/** The period in which a rule applies. */
export interface RecurrenceSpan {
  /** The local date of its beginning, e.g. `2026-11-22`, from which intervals are counted. */
  readonly startDate: string;
  /** Its beginning, in milliseconds since 1970. */
  readonly begins: number;
  /** Its end, in milliseconds since 1970; null if it never ends. */
  readonly ends: number | null;
  readonly timezone: string;
}

/**
 * The first occurrence after a moment, at the rule's time of day in the local time of that day.
 *
 * @param after milliseconds since 1970.
 * @returns milliseconds since 1970; null if there is no further occurrence.
 */
export function nextOccurrence(rule: RecurrenceRule, span: RecurrenceSpan, after: number): number | null {
  const start = Date.parse(`${span.startDate}T00:00:00Z`);
  // A local date differs from the date in UTC by at most one day.
  const from = Math.max(after, span.begins) - MILLISECONDS_PER_DAY;
  const first = Math.max(0, Math.floor((from - start) / MILLISECONDS_PER_DAY));
  const time = [rule.hour, rule.minute, rule.second].map((part) => String(part).padStart(2, '0')).join(':');
  const last = first + 7 * (rule.interval + 1) + 2;
  for (let day = first; day <= last; day += 1) {
    const date = new Date(start + day * MILLISECONDS_PER_DAY);
    if (!isOn(rule, date, start, day)) continue;
    const at = readLocalTime(`${date.toISOString().slice(0, 10)}T${time}`, span.timezone)?.getTime();
    if (at === undefined || at <= after || at < span.begins) continue;
    return span.ends !== null && at > span.ends ? null : at;
  }
  return null;
}

/** Whether a rule applies on a day. Weeks begin on Monday, as in RFC 5545. */
function isOn(rule: RecurrenceRule, date: Date, start: number, day: number): boolean {
  if (rule.days.length > 0 && !rule.days.includes(date.getUTCDay())) return false;
  if (rule.every === 'DAILY') return day % rule.interval === 0;
  const intoWeek = (new Date(start).getUTCDay() + 6) % 7;
  return Math.floor((day + intoWeek) / 7) % rule.interval === 0;
}
