/**
 * Schemas of the types of the model, for validating data that comes back from the session attributes and the store
 * (docs/decisions/0007).
 */
import * as v from 'valibot';
import { WEEKDAYS } from './calendar.ts';
import type { Wish } from './dialog-state.ts';
import { EXERCISES } from './exercise-id.ts';
import { DEPTHS, type Household, MINUTES, type Place, PRACTICES } from './household.ts';
import { NTH, type ReminderDays, type ReminderTime } from './reminder.ts';

/** A finite number: JSON can hold one that is too large to be one. */
export const number = v.pipe(v.number(), v.finite());
export const partner = v.picklist(['a', 'b']);
export const exercise = v.picklist(EXERCISES);
export const minutes = v.picklist(MINUTES);
export const depth = v.nullable(v.picklist(DEPTHS));
export const practice = v.nullable(v.picklist(PRACTICES));
export const reminderDay = v.picklist([...WEEKDAYS, 'every-day']);
const weekday = v.picklist(WEEKDAYS);
export const reminderDays: v.GenericSchema<unknown, ReminderDays> = v.union([reminderDay, v.array(weekday)]);
export const reminderTime: v.GenericSchema<unknown, ReminderTime> = v.object({
  day: v.union([
    reminderDays,
    v.object({ every: v.literal('days'), interval: number }),
    v.object({ every: v.literal('weeks'), interval: number, days: v.array(weekday) }),
    v.object({ every: v.literal('month'), date: number }),
    v.object({ every: v.literal('month'), weekday, nth: v.picklist(NTH) }),
    v.object({ every: v.literal('year'), date: v.string() }),
    v.object({ every: v.literal('never'), on: v.string() }),
  ]),
  time: v.string(),
});
/** The mark of a voice; null if it is not known, false if they would rather not have it known. */
export const voice = v.union([v.string(), v.literal(false), v.null()]);
export const appreciationKey = v.object({ id: v.string(), day: v.string() });
export const questionKey = v.object({ id: v.string(), kind: v.literal('question') });

export const wish: v.GenericSchema<unknown, Wish> = v.object({
  exercise,
  minutes: v.nullable(minutes),
  depth,
  theme: practice,
  first: v.nullable(partner),
  own: v.optional(v.literal(true)),
});

export const place: v.GenericSchema<unknown, Place> = v.object({
  exercise,
  minutes,
  first: partner,
  depth,
  theme: practice,
  agreed: v.boolean(),
  step: v.string(),
  from: v.string(),
  waiting: v.optional(v.literal(true)),
  question: v.nullable(v.string()),
  round: number,
  began: number,
  touched: number,
});

export const household: v.GenericSchema<unknown, Household> = v.object({
  names: v.object({ a: v.nullable(v.string()), b: v.nullable(v.string()) }),
  consent: v.object({ a: v.nullable(v.string()), b: v.nullable(v.string()) }),
  settings: v.object({
    minutes,
    once: v.optional(minutes),
    slow: v.optional(v.literal(true)),
    chimeless: v.optional(v.literal(true)),
  }),
  next: partner,
  heard: v.string(),
  counts: v.object({ finished: number, listened: number }),
  tried: v.object({
    openness: number,
    listening: number,
    together: number,
    validation: number,
    appreciation: number,
  }),
  since: v.nullable(number),
  zone: v.nullable(v.string()),
  unsavedUntil: v.nullable(number),
  recap: v.object({ heard: v.nullable(number), offered: v.nullable(number) }),
  appreciated: v.nullable(number),
  voices: v.object({ a: voice, b: voice }),
  path: v.nullable(v.union([v.literal(false), v.object({ began: number, week: number })])),
  reminder: v.nullable(v.object({ token: v.string(), day: reminderDay, time: v.string() })),
  erased: v.object({ a: v.nullable(number), b: v.nullable(number) }),
});
