/**
 * The states of the dialogs: what is being asked outside of a step, and so what a yes means. They are plain JSON,
 * because they travel in the session attributes. The only words of the couple in them are an appreciation, a question
 * and a nickname that wait for their yes.
 */
import type { Concern } from './event.ts';
import type { ExerciseId } from './exercise-id.ts';
import type {
  AppreciationKey,
  Depth,
  KeptKey,
  Minutes,
  Partner,
  Period,
  Place,
  Practice,
} from './household.ts';
import type { ReminderDays, ReminderTime } from './reminder.ts';

/** Every dialog by its id, with the fields of its state. */
interface Fields {
  names: Names;
  /** Whether `name` is the new nickname of `who`. `last`: it is not that of the other partner. */
  rename: { who: Partner; name: string; last: boolean };
  consent: { who: Partner };
  /** Whether the first check-in should be long or short. */
  length: Nothing;
  /** `recapped`: they have just heard a recap of this period, and may be talking about it. */
  welcome: { recapped?: Period | undefined };
  /** `last`: a fresh exercise was declined already, so a no ends the session. */
  'carry-on': { last: boolean };
  /**
   * `last`: carrying on was declined already, so a no ends the session. `dropped`: the place that was dropped for it, until
   * they have answered: "no, I didn't want it gone".
   */
  fresh: { last: boolean; dropped?: Place | undefined };
  elsewhere: Nothing;
  /** Offers the exercises, a few on each page. */
  menu: { page: number };
  /** Whether they would like to try the exercise that shows what they were told about. */
  try: { exercise: ExerciseId };
  /** Which partner starts. `wish`: what begins then. */
  'who-starts': { wish: Wish };
  /** Whether to leave the exercise under way. `wish`: what begins in its place. */
  'start-over': { wish: Wish };
  /** `gently`: it had become too much, so after it they are asked again whether they are ready for what comes next. */
  paused: { gently?: true | undefined };
  /**
   * `byText`: they asked where they can write, and heard that last. `told`: it was said a second time, or offered again,
   * although nobody asked for that.
   */
  support: {
    about: Concern;
    doubtful?: true | undefined;
    byText?: true | undefined;
    told?: true | undefined;
  };
  /**
   * What would help, if it is too much. `choices`: a pause, something lighter, or the end of it. `instead`: whether to
   * take light questions in place of the exercise. `on`: whether to go on with what was asked.
   * `after`: the concern for which help was offered before, so that it can be heard again.
   */
  'hard-moment': { part: 'choices' | 'instead' | 'on'; after?: Concern | undefined };
  /** Whether to do something short, or nothing. `wish`: what begins then. */
  'short-one': { wish: Wish };
  /**
   * The path of four weeks. `offer`: whether to begin it. `week`: whether to do the exercise of the week. `over`: whether
   * to begin it again. `number`: the number of that week. `opens`: it is asked at the beginning of a session.
   */
  path: { part: 'offer' | 'week' | 'over'; number: 1 | 2 | 3 | 4; opens: boolean };
  /** Whether to delete everything, since they are no couple any more. `anew`: one of the two is new. */
  parting: { anew?: true | undefined };
  appreciation: OneAppreciation;
  'keep-question': OneQuestion;
  recap: Recap;
  remind: Remind;
  /** Whether to remember a voice as that of `who`. `guess`: they said no name, so it may be the other one's. */
  voice: { who: Partner; mark: string; guess?: 'first' | 'second' | undefined };
  forget: Forget;
  /** Whether to delete the newest appreciation, or the newest of their own questions. */
  'take-back': { key: KeptKey };
  /** Whether to put the appreciations on a card in the Alexa app. */
  send: Nothing;
}

type Nothing = Record<never, never>;

export type DialogId = keyof Fields;

/** The state of any dialog, or of those with these ids. */
export type DialogState<Id extends DialogId = DialogId> = { [K in Id]: { id: K } & Fields[K] }[Id];

/** The question for a nickname. */
interface Names {
  who: Partner;
  /** How many times another name was asked for, because both would have the same. */
  tries: number;
  /** True if the couple is known, and wants other nicknames. */
  renaming: boolean;
}

/** What identifies an appreciation before it is stored, so that a second try writes the same item. */
export interface SentenceKey {
  /** Its id. */
  key: string;
  /** When it was said, in milliseconds since 1970. */
  at: number;
}

/** An appreciation before it is kept. */
interface OneAppreciation extends SentenceKey {
  /** `step`: a step of an exercise asked for it. `anywhere`: somebody said it unasked. */
  origin: 'step' | 'anywhere';
  /** What is asked: for the sentence, who said it, or whether to keep it. */
  part: 'text' | 'who' | 'confirm';
  text: string;
  /** True if it contains a reproach. */
  barbed: boolean;
  from: Partner | null;
  /** The mark of the voice that said it, if Alexa was sure of it. */
  voice: string | null;
  /** True if it could not be stored. */
  failed: boolean;
  /** How often this sentence was asked for again. */
  tries: number;
  /** The exercise that they asked for meanwhile. */
  wish?: Wish | undefined;
  /** The stored one that it takes the place of, once it is kept. */
  replaces?: AppreciationKey | undefined;
}

/** A question of their own before it is kept. */
interface OneQuestion extends SentenceKey {
  /** What is asked: for the question, or whether to keep it. */
  part: 'text' | 'confirm';
  text: string;
  /** Who asked it; null if that is not known. */
  from: Partner | null;
  /** True if it could not be stored. */
  failed: boolean;
  /** How often it was asked for again. */
  tries: number;
  /** The exercise that they asked for meanwhile. */
  wish?: Wish | undefined;
}

/** A recap: appreciations that are read out. */
interface Recap {
  /**
   * What is asked. `who`: which partner is asking. `by`: whose appreciations they mean. `ask`: whether it is a good
   * time. `offer`: the same, at the beginning of a session. `more`: whether to read on. `none`: whether to add one,
   * since there are none.
   */
  part: 'who' | 'by' | 'ask' | 'offer' | 'more' | 'none';
  period: Period;
  /** Whose appreciations; null for those of both. */
  by: Partner | null;
  /** For the part `who`: whether to read those by the one who asks, or those for them. */
  mine: 'by-me' | 'for-me' | null;
  /** Where the last reading began, and how many appreciations it read. */
  last: Cursor & { read: number };
  /** Where the next reading begins. */
  next: Cursor;
}

/**
 * A position in a recap: `after` is the last appreciation of the page before, `done` counts those read of this page.
 */
export interface Cursor {
  after: AppreciationKey | null;
  done: number;
}

/** A reminder before it is set. */
interface Remind {
  /**
   * What is asked. `when`: the day and the time. `again`: both, after a no. `sure`: whether they are right.
   * `permission`: Alexa's own question.
   */
  part: 'when' | 'again' | 'sure' | 'permission';
  day: ReminderDays | null;
  /** Local time, `19:00`. */
  time: string | null;
  tries: number;
  /** The reminder that it replaces; `other` if there is one, and it is not known when it comes. */
  instead?: ReminderTime | 'other' | undefined;
}

/** A deletion before it is done. */
interface Forget {
  /** Everything, one partner, or the appreciations that one partner said, or both did. */
  what: 'us' | 'person' | 'words' | 'words-of-both';
  /** Null for everything, and as long as it is not known whom they mean. */
  who: Partner | null;
  /** True if the deletion was tried and failed. */
  failed: boolean;
}

/** The exercise that the couple asked for, and how. Null leaves the choice to the skill. */
export interface Wish {
  exercise: ExerciseId;
  minutes: Minutes | null;
  depth: Depth | null;
  theme: Practice | null;
  first: Partner | null;
  /** True to begin with one of their own questions. */
  own?: true | undefined;
}

/** The sentence that waits in a dialog for its yes; null if none does. */
export function sentenceIn(dialog: DialogState): string | null {
  return 'text' in dialog && dialog.text !== '' ? dialog.text : null;
}

/** Whether a sentence waits in the dialog beneath the one on top. */
export function isOnSentence(dialogs: readonly DialogState[]): boolean {
  const beneath = dialogs.at(-2);
  return beneath !== undefined && sentenceIn(beneath) !== null;
}
