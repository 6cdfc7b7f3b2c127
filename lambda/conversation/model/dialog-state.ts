/**
 * What is asked outside of a step, and so what a yes means. Plain JSON with explicit ids. No word that anybody said is in
 * it, except for an appreciation that waits for its yes.
 */
import type { Weekday } from './calendar.ts';
import type { Concern } from './event.ts';
import type { ExerciseId } from './exercise-id.ts';
import type { AppreciationKey, Depth, Minutes, Partner, Period, Practice } from './household.ts';

/** Every dialog by its id, with what its state holds. */
interface Fields {
  names: Names;
  consent: { who: Partner };
  'without-keeping': Nothing;
  welcome: Nothing;
  /** `last`: the other way on was declined already, so a no ends here. */
  'carry-on': { last: boolean };
  fresh: { last: boolean };
  elsewhere: Nothing;
  /** What there is to do, a few at a time. */
  menu: { page: number };
  /** After something was told about it: would they like to try it? */
  try: { exercise: ExerciseId };
  /** Which of the two starts; `wish`: what begins then. */
  'who-starts': { wish: Wish };
  'start-over': { wish: Wish };
  paused: Nothing;
  support: { about: Concern };
  appreciation: OneAppreciation;
  recap: Recap;
  remind: Remind;
  /** Whether a voice shall be known as somebody's. `sure`: they asked for it themselves. */
  voice: { who: Partner; mark: string; sure: boolean };
  forget: Forget;
  /** Whether the newest appreciation shall go. */
  'take-back': { key: AppreciationKey };
  /** Whether the appreciations shall be put on a card. */
  send: Nothing;
}

type Nothing = Record<never, never>;

export type DialogId = keyof Fields;

/** The state of a dialog, or of those named. */
export type DialogState<Id extends DialogId = DialogId> = { [K in Id]: { id: K } & Fields[K] }[Id];

/** Nicknames. `renaming`: they are known already, and want to be called something else. */
interface Names {
  who: Partner;
  /** How many times this name was asked for once more. */
  tries: number;
  renaming: boolean;
}

/** What tells an appreciation from others: its id, and its moment (ms since 1970). A second try writes the same item. */
export interface SentenceKey {
  key: string;
  at: number;
}

/** An appreciation on its way. */
interface OneAppreciation extends SentenceKey {
  /** Whether a step of an exercise asked for it, or somebody said it on their own. */
  origin: 'step' | 'anywhere';
  /** What is asked: the sentence, whose it is, or whether to keep it. */
  part: 'text' | 'who' | 'confirm';
  text: string;
  barbed: boolean;
  from: Partner | null;
  /** A mark of the voice that said it, if Alexa was sure of one. */
  voice: string | null;
  failed: boolean;
  tries: number;
}

/** Appreciations being read out. */
interface Recap {
  /**
   * What is asked: who asks, whose words they mean, whether it is a good time, the same at the beginning of a session,
   * whether to read on, or whether to add one.
   */
  part: 'who' | 'by' | 'ask' | 'offer' | 'more' | 'none';
  period: Period;
  /** Whose words; null for both. While it is asked who asks, `mine` says which of the two to read. */
  by: Partner | null;
  mine: 'by-me' | 'for-me' | null;
  /** Where the last reading began, and how many it read; where the next one begins. */
  last: Cursor & { read: number };
  next: Cursor;
}

/** A point in a reading: the last appreciation of the page before, and how many of this page were read. */
export interface Cursor {
  after: AppreciationKey | null;
  done: number;
}

/** A reminder being agreed on. */
interface Remind {
  /** What is asked: the day and the time, the same after a no, whether that is right, or Alexa's own permission. */
  part: 'when' | 'again' | 'sure' | 'permission';
  day: Weekday | 'every-day' | null;
  time: string | null;
  tries: number;
}

/** Something being deleted. `who` is null for everything, and while it is not known yet whom they mean. */
interface Forget {
  what: 'us' | 'person' | 'words';
  who: Partner | null;
  failed: boolean;
}

/** What they wish for; null leaves it to the skill. It is kept until the way is free to begin it. */
export interface Wish {
  exercise: ExerciseId;
  minutes: Minutes | null;
  depth: Depth | null;
  theme: Practice | null;
  first: Partner | null;
}
