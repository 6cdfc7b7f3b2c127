/**
 * What the conversation remembers, as small plain JSON: it survives a round trip through session attributes and
 * the store, and nothing in it is a word that anybody said, but for nicknames and an appreciation that waits for
 * its yes.
 */

import type { Day, Weekday } from './calendar.ts';
import type { ExerciseId } from './lines.ts';

/** The version of the shape below. A store or session written by a newer version is refused, not overwritten. */
export const SCHEMA = 3;

/** The two people, in the order in which they gave their names. */
export type Partner = 'a' | 'b';

/** Lengths of an exercise, in minutes. Each exercise says which of them it has. */
export type Minutes = 2 | 5 | 10 | 20;

export const MINUTES: readonly Minutes[] = [2, 5, 10, 20];

/** Milliseconds in a day. */
export const DAY = 86_400_000;

/** What the skill rests on: each is an exercise, and each has questions of its own. */
export type Practice = 'openness' | 'listening' | 'together' | 'validation' | 'appreciation';

export const PRACTICES: readonly Practice[] = [
  'openness',
  'listening',
  'together',
  'validation',
  'appreciation',
];

export type Depth = 'light' | 'deeper' | 'deepest';

/** From the lightest on. The last needs a yes from each, every time. */
export const DEPTHS: readonly Depth[] = ['light', 'deeper', 'deepest'];

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

/** What is kept for a household, once both have said yes to it. */
export interface Household {
  /** Nicknames; null where someone would rather not say. */
  names: Record<Partner, string | null>;
  /** The day on which each said yes to keeping nicknames and progress; null before that. */
  consent: Record<Partner, Day | null>;
  /** The length they asked for last. */
  settings: { minutes: Minutes };
  /** Who talks first next time. */
  next: Partner;
  place: Place | null;
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
  /** The time zone of their device, as the IANA names it; null where Alexa did not tell. */
  zone: string | null;
  /** Until when nothing shall be saved; null when saving is on. */
  unsavedUntil: number | null;
  /** When the week was heard last, and when it was last offered. */
  recap: { heard: number | null; offered: number | null };
  /** When the newest appreciation was kept. */
  appreciated: number | null;
  /** A mark of each one's voice; null where none was learnt, false where they would rather not. */
  voices: Record<Partner, string | false | null>;
  reminder: Reminder | null;
  /** Up to when what each of them said is deleted: it is not read any more, and no late write brings it back. */
  erased: Record<Partner, number | null>;
}

/** A reminder as they asked for it. The time is of their own clock, `19:00`. */
export interface Reminder {
  /** Alexa's name for it. */
  token: string;
  day: Weekday | 'every-day';
  time: string;
}

/** What was asked last, and so what a yes means. */
export type Scene =
  | { id: 'closed' }
  /** `renaming`: they are known already, and want to be called something else. */
  | { id: 'names'; who: Partner; tries: number; renaming: boolean }
  | { id: 'consent'; who: Partner }
  | { id: 'without-keeping' }
  | { id: 'welcome' }
  /** `last`: the other way on was declined already, so a no ends here. */
  | { id: 'carry-on'; last: boolean }
  | { id: 'fresh'; last: boolean }
  | { id: 'elsewhere' }
  /** What there is to do, a few at a time. */
  | { id: 'menu'; page: number }
  /** After something was told about it: would they like to try it? `back`: what was asked before. */
  | { id: 'try'; exercise: ExerciseId; back: Before | null }
  | { id: 'start-over'; wish: Wish; back: Interrupted }
  | { id: 'paused'; back: Interrupted }
  /** `back`: what was asked before, where no exercise was under way. */
  | { id: 'support'; about: Concern; back: Before | null }
  /** `tries`: how often its question was answered without moving on. */
  | { id: 'step'; tries: number }
  | { id: 'door' }
  | { id: 'confirm'; text: string; failed: boolean; tries: number }
  | Adding
  | Recap
  | Reminding
  /** Whether a voice shall be known as somebody's. `sure`: they asked for it themselves. */
  | { id: 'voice'; who: Partner; mark: string; sure: boolean; back: Back }
  | Forgetting
  /** Whether the newest appreciation shall go. */
  | { id: 'take-back'; key: AppreciationKey; back: Back }
  /** Whether the appreciations shall be put on a card. */
  | { id: 'send'; back: Back };

/** An appreciation on its way, outside of the step that asks for one. */
export interface Adding {
  id: 'adding';
  /** What is asked: the sentence, whose it is, or whether to keep it. */
  part: 'text' | 'who' | 'confirm';
  text: string;
  barbed: boolean;
  from: Partner | null;
  /** A mark of the voice that said it, where Alexa was sure of one. */
  voice: string | null;
  /** Its id and its moment: a second try writes the same item. */
  key: string;
  at: number;
  failed: boolean;
  tries: number;
  back: Back;
}

/** Appreciations being read out. */
export interface Recap {
  id: 'recap';
  /** What is asked: who asks, whether it is a good time, the same at the beginning of a session, whether to read on, or whether to add one. */
  part: 'who' | 'ask' | 'offer' | 'more' | 'none';
  period: Period;
  /** Whose words; null for both. Where it is asked who asks, `mine` says which of the two to read. */
  by: Partner | null;
  mine: 'by-me' | 'for-me' | null;
  /** Where the last reading began, and where the next one does. */
  last: Cursor;
  next: Cursor;
  back: Back;
}

/** A point in a reading: the last appreciation of the page before, and how many of this page were read. */
export interface Cursor {
  after: AppreciationKey | null;
  done: number;
}

/** A reminder being agreed on. */
export interface Reminding {
  id: 'remind';
  /** What is asked: the day and the time, whether that is right, or Alexa's own permission. */
  part: 'when' | 'sure' | 'permission';
  day: Weekday | 'every-day' | null;
  time: string | null;
  tries: number;
  back: Back;
}

/** Something being deleted. `who` is null for everything, and where it is not known yet whom they mean. */
export interface Forgetting {
  id: 'forget';
  what: 'us' | 'person' | 'words';
  who: Partner | null;
  failed: boolean;
  back: Back;
}

/** What it takes to find an appreciation again. */
export interface AppreciationKey {
  id: string;
  /** The day in UTC: a part of the key. */
  day: Day;
}

/** Where to go on after something that was asked in between; null where the session was opened for that alone. */
export type Back = ({ to: 'exercise' } & Interrupted) | ({ to: 'scene' } & Before) | null;

/** Scenes in which it is only asked how to begin: nothing of the session is lost by asking again. */
export const BEGINNING: ReadonlySet<Scene['id']> = new Set(['welcome', 'carry-on', 'fresh', 'menu', 'try']);

/** What was asked outside of an exercise, enough to ask it again. */
export interface Before {
  id: 'names' | 'consent' | 'without-keeping' | 'welcome' | 'carry-on' | 'fresh' | 'elsewhere' | 'menu';
  who: Partner;
}

/** Where an exercise was set aside. */
export interface Interrupted {
  /** Seconds of quiet that were left in its step; null when everything had been heard. */
  left: number | null;
  /** True when the question was whether they are ready for that step. */
  door: boolean;
  /** How often the step's question had been answered without moving on. */
  tries: number;
}

/** Why support is offered: it decides the wording, and is never kept. */
export type Concern = 'asked' | 'self-harm' | 'unsafe' | 'emergency';

/** What they wish for; null leaves it to the skill. Kept for as long as the way is not free to begin it. */
export interface Wish {
  exercise: ExerciseId;
  minutes: Minutes | null;
  depth: Depth | null;
  theme: Practice | null;
  first: Partner | null;
}

export interface State {
  schema: typeof SCHEMA;
  /** Goes up with each accepted event. */
  counter: number;
  household: Household;
  scene: Scene;
  /** False for two people who said no to keeping: nothing is saved then. */
  keeping: boolean;
  /** True while something that should be saved could not be. */
  unsaved: boolean;
  /** True once this session has led an exercise: only then may it say that none runs any more. */
  leading: boolean;
  /** How many times in a row nothing was understood. */
  unclear: number;
  wish: Wish | null;
  /** The appreciation kept last in this session, and whose it is: what "take that back" means. */
  last: (AppreciationKey & { from: Partner }) | null;
  /** The household as it was when they asked not to save: what is changed on purpose since is in it, nothing else. */
  frozen: Household | null;
}

/** A household nobody has met yet. */
export function newHousehold(): Household {
  return {
    names: { a: null, b: null },
    consent: { a: null, b: null },
    settings: { minutes: 20 },
    next: 'a',
    place: null,
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

/** A state in which nothing was asked yet, for a household as it is kept (null: none is). */
export function newState(household: Household | null): State {
  return {
    schema: SCHEMA,
    counter: 0,
    household: household ?? newHousehold(),
    scene: { id: 'closed' },
    keeping: true,
    unsaved: false,
    leading: false,
    unclear: 0,
    wish: null,
    last: null,
    frozen: null,
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

/**
 * A readable id of what was asked last, such as `check-in/talk.a`. Where a slot is elicited it ends with
 * `@Intent.slot`, so that a program that sees only the id knows what the next words are listened to as.
 */
export function stateId(state: State): string {
  const { scene } = state;
  const place = state.household.place;
  const at = place === null ? '' : `${place.exercise}/${place.step}`;
  switch (scene.id) {
    case 'names':
      return `names.${scene.who}@NamesIntent.name`;
    case 'consent':
      return `consent.${scene.who}`;
    case 'step':
      return place?.step.startsWith('appreciate.') && state.keeping
        ? `${at}@AppreciationIntent.appreciation`
        : at;
    case 'door':
      return `${at}.ready`;
    case 'confirm':
      return `${at}.confirm`;
    case 'adding':
      return `adding.${scene.part}${{ text: '@AppreciationIntent.appreciation', who: '@NamesIntent.name', confirm: '' }[scene.part]}`;
    case 'recap':
      return scene.part === 'who' ? 'recap.who@NamesIntent.name' : `recap.${scene.part}`;
    case 'remind': {
      const known = [scene.day !== null, scene.time !== null];
      if (scene.part !== 'when' || known[0] === known[1]) return `remind.${scene.part}`;
      return known[0] ? 'remind.time@RemindIntent.time' : 'remind.day@RemindIntent.day';
    }
    case 'forget':
      return scene.what !== 'us' && scene.who === null
        ? `forget.${scene.what}.who@NamesIntent.name`
        : `forget.${scene.what}`;
    default:
      return scene.id;
  }
}

/** Changes the household on purpose: where nothing is being saved, what was saved before is changed too. */
export function changeHousehold(state: State, change: (household: Household) => Household): State {
  return {
    ...state,
    household: change(state.household),
    frozen: state.frozen === null ? null : change(state.frozen),
  };
}
