/**
 * What is kept of two people, as small plain JSON: it survives a round trip through session attributes and the store,
 * and nothing in it is a word that anybody said, except for nicknames.
 */
import type { Day, Weekday } from './calendar.ts';
import type { ExerciseId } from './exercise-id.ts';

/** The version of the shapes below. What a newer version of the skill wrote is refused, not overwritten. */
export const SCHEMA = 3;

/** The two people, in the order in which they gave their names. */
export type Partner = 'a' | 'b';

/** Lengths of an exercise, in minutes. Each exercise has some of them. */
export const MINUTES = [2, 5, 10, 20] as const;

export type Minutes = (typeof MINUTES)[number];

/** Milliseconds in a day. */
export const DAY = 86_400_000;

/** What the skill rests on: each is an exercise, and each has questions of its own. */
export const PRACTICES = ['openness', 'listening', 'together', 'validation', 'appreciation'] as const;

export type Practice = (typeof PRACTICES)[number];

/** From the lightest on. The last needs a yes from each, every time. */
export const DEPTHS = ['light', 'deeper', 'deepest'] as const;

export type Depth = (typeof DEPTHS)[number];

/** A stretch of the household's own days whose appreciations can be heard. */
export type Period = 'week' | 'last-week' | 'today' | 'yesterday';

/** Where an unfinished exercise stands. */
export interface Place {
  exercise: ExerciseId;
  minutes: Minutes;
  /** Who talks first. */
  first: Partner;
  /** How deep they want to go; null leaves it to the skill. */
  depth: Depth | null;
  /** What they want to be asked about; null leaves it to the skill. */
  theme: Practice | null;
  /** True once both have said yes to the deepest questions. */
  agreed: boolean;
  /** Id of the step whose question was asked last, or that is about to be entered. */
  step: string;
  /** Id of the first step of the last reply: where to go on if nobody knows how much of it was heard. */
  from: string;
  /** Id of the reflection question they are on, or were on last; null before the first. */
  question: string | null;
  /** The round of questions that it belongs to. */
  round: number;
  /** When the exercise began: milliseconds since 1970. An appreciation's id derives from it. */
  began: number;
  /** When the place last moved: milliseconds since 1970. */
  touched: number;
}

/** The two people and what they chose. It is kept once both have said yes to it. */
export interface Household {
  /** Nicknames; null for someone who would rather not say. */
  names: Record<Partner, string | null>;
  /** The day on which each said yes to keeping nicknames and progress; null before that. */
  consent: Record<Partner, Day | null>;
  /** The length they asked for last. */
  settings: { minutes: Minutes };
  /** Who talks first next time. */
  next: Partner;
  /** Of each practice and depth the id of the question heard last, spaced, the newest at the end. */
  heard: string;
  /** Exercises finished, and their minutes. */
  counts: { finished: number; listened: number };
  /** How often each practice was part of a finished exercise. */
  tried: Record<Practice, number>;
  /** The day of the last finished exercise. */
  met: Day | null;
  /** Since when something is kept for these two; null before that. Moments are milliseconds since 1970. */
  since: number | null;
  /** The time zone of their device, as the IANA names it; null if Alexa did not tell. */
  zone: string | null;
  /** Until when nothing shall be saved; null if saving is on. */
  unsavedUntil: number | null;
  /** When the week was heard last, and when it was last offered. */
  recap: { heard: number | null; offered: number | null };
  /** When the newest appreciation was kept. */
  appreciated: number | null;
  /** A mark of each one's voice; null if none was learnt, false if they would rather not. */
  voices: Record<Partner, string | false | null>;
  reminder: Reminder | null;
  /** Up to when what each of them said is deleted: it is not read any more, and no late write brings it back. */
  erased: Record<Partner, number | null>;
}

/** All that is kept of a household, except for its appreciations: the people, and where their exercise stands. */
export interface Kept {
  household: Household;
  /** Null if no exercise is unfinished. */
  place: Place | null;
}

/** A reminder as they asked for it. The time is of their own clock, `19:00`. */
export interface Reminder {
  /** Alexa's name for it. */
  token: string;
  day: Weekday | 'every-day';
  time: string;
}

/** What it takes to find an appreciation again. */
export interface AppreciationKey {
  id: string;
  /** The day in UTC: a part of the key. */
  day: Day;
}

/** A household nobody has met yet. */
export function newHousehold(): Household {
  return {
    names: { a: null, b: null },
    consent: { a: null, b: null },
    settings: { minutes: 20 },
    next: 'a',
    heard: '',
    counts: { finished: 0, listened: 0 },
    tried: { openness: 0, listening: 0, together: 0, validation: 0, appreciation: 0 },
    met: null,
    since: null,
    zone: null,
    unsavedUntil: null,
    recap: { heard: null, offered: null },
    appreciated: null,
    voices: { a: null, b: null },
    reminder: null,
    erased: { a: null, b: null },
  };
}

/** The calendar day of a moment in UTC, in milliseconds since 1970: for keys. Their own days are in calendar.ts. */
export function dayOf(moment: number): Day {
  return new Date(moment).toISOString().slice(0, 10);
}

export function other(partner: Partner): Partner {
  return partner === 'a' ? 'b' : 'a';
}

/** Whether both have agreed that nicknames and progress are kept. */
export function bothAgreed(household: Household): boolean {
  return household.consent.a !== null && household.consent.b !== null;
}
