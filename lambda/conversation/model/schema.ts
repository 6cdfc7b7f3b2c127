/**
 * Schemas of the types of the model, for validating data that comes back from the session attributes and the store
 * (docs/decisions/0007).
 */
import * as z from 'zod/mini';
import { WEEKDAYS } from './calendar.ts';
import type { Wish } from './dialog-state.ts';
import { EXERCISES } from './exercise-id.ts';
import { DEPTHS, type Household, MINUTES, type Place, PRACTICES } from './household.ts';
import { NTH, type ReminderDays, type ReminderTime } from './reminder.ts';

export const partner = z.enum(['a', 'b']);
export const exercise = z.enum(EXERCISES);
export const minutes = z.literal(MINUTES);
export const depth = z.nullable(z.enum(DEPTHS));
export const practice = z.nullable(z.enum(PRACTICES));
export const reminderDay = z.enum([...WEEKDAYS, 'every-day']);
const weekday = z.enum(WEEKDAYS);
export const reminderDays: z.ZodMiniType<ReminderDays> = z.union([reminderDay, z.array(weekday)]);
export const reminderTime: z.ZodMiniType<ReminderTime> = z.lazy(() =>
  z.object({
    day: z.union([
      reminderDays,
      z.object({ every: z.literal('days'), interval: z.number() }),
      z.object({ every: z.literal('weeks'), interval: z.number(), days: z.array(weekday) }),
      z.object({ every: z.literal('month'), date: z.number() }),
      z.object({ every: z.literal('month'), weekday, nth: z.literal(NTH) }),
      z.object({ every: z.literal('year'), date: z.string() }),
      z.object({ every: z.literal('never'), on: z.string() }),
    ]),
    time: z.string(),
  }),
);
/** The mark of a voice; null if it is not known, false if they would rather not have it known. */
export const voice = z.union([z.string(), z.literal(false), z.null()]);
export const appreciationKey = z.object({ id: z.string(), day: z.string() });
export const questionKey = z.object({ id: z.string(), kind: z.literal('question') });

export const wish: z.ZodMiniType<Wish> = z.lazy(() =>
  z.object({
    exercise,
    minutes: z.nullable(minutes),
    depth,
    theme: practice,
    first: z.nullable(partner),
    own: z.optional(z.literal(true)),
  }),
);

export const place: z.ZodMiniType<Place> = z.lazy(() =>
  z.object({
    exercise,
    minutes,
    first: partner,
    depth,
    theme: practice,
    agreed: z.boolean(),
    step: z.string(),
    from: z.string(),
    waiting: z.optional(z.literal(true)),
    question: z.nullable(z.string()),
    round: z.number(),
    began: z.number(),
    touched: z.number(),
  }),
);

export const household: z.ZodMiniType<Household> = z.lazy(() =>
  z.object({
    names: z.object({ a: z.nullable(z.string()), b: z.nullable(z.string()) }),
    consent: z.object({ a: z.nullable(z.string()), b: z.nullable(z.string()) }),
    settings: z.object({ minutes, once: z.optional(minutes), slow: z.optional(z.literal(true)) }),
    next: partner,
    heard: z.string(),
    counts: z.object({ finished: z.number(), listened: z.number() }),
    tried: z.object({
      openness: z.number(),
      listening: z.number(),
      together: z.number(),
      validation: z.number(),
      appreciation: z.number(),
    }),
    met: z.nullable(z.string()),
    since: z.nullable(z.number()),
    zone: z.nullable(z.string()),
    unsavedUntil: z.nullable(z.number()),
    recap: z.object({ heard: z.nullable(z.number()), offered: z.nullable(z.number()) }),
    appreciated: z.nullable(z.number()),
    voices: z.object({ a: voice, b: voice }),
    path: z.nullable(z.union([z.literal(false), z.object({ began: z.number(), week: z.number() })])),
    reminder: z.nullable(z.object({ token: z.string(), day: reminderDay, time: z.string() })),
    erased: z.object({ a: z.nullable(z.number()), b: z.nullable(z.number()) }),
  }),
);
