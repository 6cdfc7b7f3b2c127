/**
 * What is kept of a couple. It is small plain JSON, because it is stored and travels in the session attributes. The
 * only words of theirs in it are their nicknames.
 */
import type { Day } from './calendar.ts';
import type { ExerciseId } from './exercise-id.ts';
import type { AskedDay } from './reminder.ts';

/** The version of the types below. A household that was saved with a higher one is refused, and never overwritten. */
export const SCHEMA = 5;

/** The two partners, in the order in which they gave their names. */
export const PARTNERS = ['a', 'b'] as const;

export type Partner = (typeof PARTNERS)[number];

/** The lengths of exercises, in minutes. Each exercise has some of them. */
export const MINUTES = [2, 5, 10, 20] as const;

export type Minutes = (typeof MINUTES)[number];

/** Milliseconds in a day. */
export const DAY = 86_400_000;

/** The practices that the skill teaches. Each has an exercise of the same name, and questions of its own. */
export const PRACTICES = ['openness', 'listening', 'together', 'validation', 'appreciation'] as const;

export type Practice = (typeof PRACTICES)[number];

/** The depths of questions, the lightest first. The deepest questions need a yes from each partner, every time. */
export const DEPTHS = ['light', 'deeper', 'deepest'] as const;

export type Depth = (typeof DEPTHS)[number];

/** A period of calendar days whose appreciations can be read out. */
export const PERIODS = ['week', 'last-week', 'today', 'yesterday', 'old', 'oldest', 'year-ago'] as const;
export type Period = (typeof PERIODS)[number];

/** The place of an unfinished exercise: which one it is, and how far they have come. */
export interface Place {
  exercise: ExerciseId;
  minutes: Minutes;
  /** The partner who talks first. */
  first: Partner;
  /** How deep the questions should be; null leaves it to the skill. */
  depth: Depth | null;
  /** What the questions should be about; null leaves it to the skill. */
  theme: Practice | null;
  /** True once both partners have said yes to the deepest questions. */
  agreed: boolean;
  /** The id of the step that asked last, or that waits for the couple to be ready. */
  step: string;
  /**
   * The id of the first step of the last reply. The exercise goes on there if it is not known how much of the reply was
   * heard.
   */
  from: string;
  /** True while they were only asked whether they are ready for `step`; absent once it has begun. */
  waiting?: true | undefined;
  /** The id of the last reflection question; null before the first. */
  question: string | null;
  /** The number of the round in which that question was asked. */
  round: number;
  /** When the exercise began, in milliseconds since 1970. */
  began: number;
  /** When the place last moved, in milliseconds since 1970. */
  touched: number;
}

/**
 * The couple and what they chose. It is stored once both have said yes to that. Moments are in milliseconds since 1970.
 */
export interface Household {
  /** Nicknames; null for a partner who would rather not give one. */
  names: Record<Partner, string | null>;
  /** The day on which each partner said yes to storing nicknames and progress; null before that. */
  consent: Record<Partner, Day | null>;
  /**
   * Their usual length. `once`: another length that they asked for the last time; asked for twice in a row, it becomes the
   * usual one. `slow`: they asked for slower speech, and not for the usual pace since. `chimeless`: they want no chimes.
   */
  settings: {
    minutes: Minutes;
    once?: Minutes | undefined;
    slow?: true | undefined;
    chimeless?: true | undefined;
  };
  /** The partner who talks first next time. */
  next: Partner;
  /**
   * For each practice and depth, and for their own ones, the id of the question heard last, with spaces between them, the
   * newest at the end.
   */
  heard: string;
  /** How many exercises were finished, and their minutes in all. */
  counts: { finished: number; listened: number };
  /** How often each practice was part of a finished exercise. */
  tried: Record<Practice, number>;
  /** Since when something is stored for the couple; null before that. */
  since: number | null;
  /** The IANA name of the time zone of their device; null if Alexa did not tell. */
  zone: string | null;
  /** Until when nothing is stored; null if storing is on. */
  unsavedUntil: number | null;
  /** When the week's recap was last heard, and when it was last offered; null before that. */
  recap: { heard: number | null; offered: number | null };
  /** When the newest appreciation was kept; null before the first. */
  appreciated: number | null;
  /** The mark of each partner's voice; null if it is not known, false if they would rather not have it known. */
  voices: Record<Partner, string | false | null>;
  /** Their path of four weeks; false if they would rather not have one or it is over, null before they were asked. */
  path: Path | false | null;
  /** Null if they have none. */
  reminder: Reminder | null;
  /**
   * Up to when the appreciations that each partner said are deleted; null if they never were. Those up to then are not
   * read, even if one is stored late.
   */
  erased: Record<Partner, number | null>;
}

/** All that is stored of a household, except for its appreciations. */
export interface Kept {
  household: Household;
  /** Null if no exercise is unfinished. */
  place: Place | null;
}

/** A path under way. */
export interface Path {
  /** When it began, in milliseconds since 1970. */
  began: number;
  /** The number of the last week whose exercise was offered, from 1. */
  week: number;
}

/**
 * The note of a reminder: as they last asked for it, or as it was last found in Alexa. It can be changed or deleted in the
 * Alexa app, so Alexa is asked before it is spoken of, and only whether there is a note is relied on.
 */
export interface Reminder {
  /** The token by which Alexa's API knows it. */
  token: string;
  day: AskedDay;
  /** Local time, `19:00`. */
  time: string;
}

/** The key of an appreciation in the store. */
export interface AppreciationKey {
  id: string;
  /** The day in UTC. */
  day: Day;
}

/** The key of one of their own questions in the store. */
export interface QuestionKey {
  id: string;
  kind: 'question';
}

/** The key of anything of theirs that is kept in their own words. */
export type KeptKey = AppreciationKey | QuestionKey;

/** The household of a couple that is new. */
export function newHousehold(): Household {
  return {
    names: { a: null, b: null },
    consent: { a: null, b: null },
    settings: { minutes: 20 },
    next: 'a',
    heard: '',
    counts: { finished: 0, listened: 0 },
    tried: { openness: 0, listening: 0, together: 0, validation: 0, appreciation: 0 },
    since: null,
    zone: null,
    unsavedUntil: null,
    recap: { heard: null, offered: null },
    appreciated: null,
    voices: { a: null, b: null },
    path: null,
    reminder: null,
    erased: { a: null, b: null },
  };
}

/**
 * The calendar day in UTC of a moment (milliseconds since 1970), for keys. The days in a time zone are in calendar.ts.
 */
export function dayOf(moment: number): Day {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The other partner. */
export function other(partner: Partner): Partner {
  return partner === 'a' ? 'b' : 'a';
}

/** Whether both partners have said yes to storing nicknames and progress. */
export function bothAgreed(household: Household): boolean {
  return household.consent.a !== null && household.consent.b !== null;
}
