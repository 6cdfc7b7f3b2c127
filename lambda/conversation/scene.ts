/** What was asked last, and so what a yes means. No word that anybody said is in it, but for an appreciation that waits. */
import type { Weekday } from './calendar.ts';
import type { AppreciationKey, Depth, Minutes, Partner, Period, Practice } from './household.ts';
import type { ExerciseId } from './lines.ts';

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
  | ({ id: 'confirm'; text: string; failed: boolean; tries: number } & Sentence)
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

/** What tells a sentence from others: its id, and its moment. A second try writes the same item. */
export interface Sentence {
  key: string;
  at: number;
}

/** An appreciation on its way, outside of the step that asks for one. */
export interface Adding extends Sentence {
  id: 'adding';
  /** What is asked: the sentence, whose it is, or whether to keep it. */
  part: 'text' | 'who' | 'confirm';
  text: string;
  barbed: boolean;
  from: Partner | null;
  /** A mark of the voice that said it, where Alexa was sure of one. */
  voice: string | null;
  failed: boolean;
  tries: number;
  back: Back;
}

/** Appreciations being read out. */
export interface Recap {
  id: 'recap';
  /** What is asked: who asks, whose words they mean, whether it is a good time, the same at the beginning of a session, whether to read on, or whether to add one. */
  part: 'who' | 'by' | 'ask' | 'offer' | 'more' | 'none';
  period: Period;
  /** Whose words; null for both. Where it is asked who asks, `mine` says which of the two to read. */
  by: Partner | null;
  mine: 'by-me' | 'for-me' | null;
  /** Where the last reading began, and how many it read; where the next one begins. */
  last: Cursor & { read: number };
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
  /** What is asked: the day and the time, the same after a no, whether that is right, or Alexa's own permission. */
  part: 'when' | 'again' | 'sure' | 'permission';
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
