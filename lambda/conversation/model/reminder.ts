/** When a reminder comes. The skill sets some of these patterns; in the Alexa app it can be changed to any of them. */
import type { Day, Weekday } from './calendar.ts';

/** The days that can be asked for by voice. */
export type AskedDay = Weekday | 'every-day';

/**
 * The days that the skill can set: those that can be asked for, and several days of every week, Monday first, as they
 * were chosen in the app. So a new hour keeps them.
 */
export type ReminderDays = AskedDay | Weekday[];

/** The pattern in which a reminder comes. */
export type Rhythm =
  | ReminderDays
  /** Every second day, every third, and so on. */
  | { every: 'days'; interval: number }
  /** On these days of every second week, every third, and so on. */
  | { every: 'weeks'; interval: number; days: Weekday[] }
  /** On a date of every month: 1 to 31, or -1 for the last. */
  | { every: 'month'; date: number }
  /** On the first such weekday of every month, the second, and so on. */
  | { every: 'month'; weekday: Weekday; nth: Nth }
  /** On a date of every year, `11-22`. */
  | { every: 'year'; date: string }
  /** On one day alone. */
  | { every: 'never'; on: Day };

/** Which of the weekdays of a month. */
export const NTH = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Nth = (typeof NTH)[number];

/** When a reminder comes: its pattern, and its local time, `19:00`. */
export interface ReminderTime {
  day: Rhythm;
  time: string;
}

/** A reminder that the skill sets. */
export interface PlannedReminder extends ReminderTime {
  day: ReminderDays;
}

/** The pattern as days that the skill can set; null if it is another one. */
export function daysToSet(rhythm: Rhythm): ReminderDays | null {
  return typeof rhythm === 'string' || Array.isArray(rhythm) ? rhythm : null;
}
