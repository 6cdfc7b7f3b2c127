import { readLocalTime } from '../clock/virtual-clock.ts';

/** When something comes back: the days of a rule, at its time of day. */
export interface RecurrenceRule {
  readonly every: 'DAILY' | 'WEEKLY';
  /** Days of the week, 0 for Sunday; all of them when empty. */
  readonly days: readonly number[];
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Every how many days or weeks. */
  readonly interval: number;
}

/** Days as rules write them, Sunday first. */
const DAYS: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const MILLISECONDS_PER_DAY = 86_400_000;

/** The longest interval that is taken: a year of weeks. */
const LONGEST_INTERVAL = 52;

/**
 * Reads a rule such as `FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;`.
 * The parts are those of Amazon's Reminders API reference; [?] it does not say which others of RFC 5545 it takes, so
 * none are taken here.
 * @returns the rule, or one sentence that says what is wrong with it.
 */
export function readRecurrenceRule(text: string): RecurrenceRule | string {
  const parts = new Map<string, string>();
  for (const part of text.replace(/;$/u, '').split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=([A-Z0-9,]+)$/u.exec(part) ?? [];
    if (!PARTS.has(name)) return `The recurrence rule "${text}" has the part "${part}", which is not known.`;
    if (parts.has(name)) return `The recurrence rule "${text}" has ${name} twice.`;
    parts.set(name, value);
  }
  const every = parts.get('FREQ');
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

/** The stretch in which rules hold. */
export interface RecurrenceSpan {
  /** The local date of the beginning, e.g. `2026-11-22`, from which intervals are counted. */
  readonly startDate: string;
  /** Milliseconds since 1970: nothing comes earlier. */
  readonly begins: number;
  /** Milliseconds since 1970: nothing comes later; null when it never ends. */
  readonly ends: number | null;
  readonly timezone: string;
}

/**
 * The first time that a rule gives after a moment, in milliseconds since 1970, its time of day being that of the
 * time zone on that day.
 * @returns null when there is none any more.
 */
export function nextOccurrence(rule: RecurrenceRule, span: RecurrenceSpan, after: number): number | null {
  const start = Date.parse(`${span.startDate}T00:00:00Z`);
  // Local dates lie at most a day off those of UTC.
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

/** Whether a rule gives a day; weeks are counted from Monday, as RFC 5545 does. */
function isOn(rule: RecurrenceRule, date: Date, start: number, day: number): boolean {
  if (rule.days.length > 0 && !rule.days.includes(date.getUTCDay())) return false;
  if (rule.every === 'DAILY') return day % rule.interval === 0;
  const intoWeek = (new Date(start).getUTCDay() + 6) % 7;
  return Math.floor((day + intoWeek) / 7) % rule.interval === 0;
}
