/**
 * Events: what somebody said, or what the device or the store reported. A reply depends on the event, the state and the
 * context.
 */
import type { Addition, Edit } from './edit.ts';
import type { ExerciseId } from './exercise-id.ts';
import type { Kept, Period, Practice } from './household.ts';
import type { Subject } from './lines.ts';
import type { AskedDay, ReminderDays } from './reminder.ts';

/**
 * How deep a question should be, as people say it: a level, lighter or deeper than the present one, or light because
 * other people are there (`company`).
 */
export type DepthWord = 'light' | 'deep' | 'deepest' | 'lighter' | 'deeper' | 'company';

/** Who is to start: a name, the first or the second partner, the one whose turn it is not, or null if that was not said. */
export type Starter = { name: string } | 'a' | 'b' | 'other' | null;

/** The choices that can be left to the skill. */
export type Choice = 'exercise' | 'length' | 'depth' | 'theme' | 'first';

/** Whose appreciations: those by or for a name that was said, or those by or for the one who asks. */
export type Whose = { by: string } | { for: string } | 'by-me' | 'for-me';

/**
 * What to delete: everything, one partner, the appreciations that one partner said, or the voice of the one who asks.
 * `said`: the appreciations and questions of both. `said-by-other`: those of the partner of the one who asks.
 */
export type Forgotten =
  | 'us'
  | 'me'
  | 'my-voice'
  | 'said'
  | 'said-by-me'
  | 'said-by-other'
  | { person: string }
  | { saidBy: string };

/**
 * Why support is offered. It decides the wording, and is never stored. `asked`: somebody asked for numbers. `counsel`:
 * somebody asked for a counselor. All others are dangers that were heard in what somebody said.
 */
export const CONCERNS = [
  'asked',
  'counsel',
  'self-harm',
  'other-self-harm',
  'unsafe',
  'emergency',
  'child',
  'hurt-someone',
  'coercion',
] as const;
export type Concern = (typeof CONCERNS)[number];

/** What words can mean beside a change of a sentence, or if the change cannot be made. */
export const WITHOUT_EDIT = ['yes', 'no', 'keep-it', 'take-back', 'unclear', 'not-quite'] as const;
export type WithoutEdit = (typeof WITHOUT_EDIT)[number];

type Nothing = Record<never, never>;

/** Every event by its type, with its parameters. */
interface Parameters {
  launch: Nothing;
  /** `reported`: it is said to be the other one's yes ("he says yes"), which allows nothing. */
  yes: { reported?: true };
  no: Nothing;
  next: Nothing;
  /** "We're done." It means the same as `next`, unless the question is whether they want more. */
  done: Nothing;
  skip: Nothing;
  /** "Almost", "not yet", "mostly": neither a yes nor a no that is meant to last. */
  'not-quite': Nothing;
  /** "Keep it", "leave it": a no to deleting, a yes to keeping. */
  'keep-it': Nothing;
  /** "Delete it": a yes to deleting, a no to keeping; elsewhere it means what "take that back" does. */
  'delete-it': { about?: readonly string[]; from?: string };
  /** `seconds` is null if no length was named. */
  'more-time': { seconds: number | null };
  repeat: Nothing;
  pause: Nothing;
  /** "Pause for half an hour", "we're putting the little one to bed": too long for an open session. */
  'long-pause': Nothing;
  resume: Nothing;
  stop: Nothing;
  help: Nothing;
  where: Nothing;
  'time-left': Nothing;
  'start-over': Nothing;
  /**
   * "Ten minutes", "listening", "a light question": any part can be missing. `minutes` is as it was said, and can be
   * any number. `first` is who is to start, if that was said with it.
   */
  choose: {
    exercise: ExerciseId | null;
    minutes: number | null;
    depth?: DepthWord;
    theme?: Practice;
    first?: Starter;
  };
  /** "Lighter." `other` is the second level of "she wants light, I want deep". */
  depth: { depth: DepthWord; other?: DepthWord };
  /** "Bo starts." */
  first: { who: Starter };
  /** "You choose". `what` is null if it was not said. */
  'you-choose': { what: Choice | null };
  /** "Another one": another question. */
  another: Nothing;
  /** "Something else": which exercises there are. */
  menu: Nothing;
  /** "Tell me about listening." */
  learn: { about: Subject };
  tip: Nothing;
  /** "How are we doing?" The counts so far. */
  progress: Nothing;
  /** "We're Ana and Bo." One name or two. */
  names: { name: string; other: string | null };
  /** "Change Bo to Bob". Both are null for "change our names", and `name` alone is null for "no, it's Anna". */
  rename: { name: string | null; other: string | null };
  'rather-not': Nothing;
  /**
   * An appreciation. `text` is empty if only the wish to say one was heard. `barbed` is true if it contains a reproach,
   * such as "thanks for finally ...". `from` and `to` are names that were said with it. `toSave`: they said that it should
   * be saved, so it is not only said to each other.
   */
  appreciation: { text: string; barbed: boolean; from?: string; to?: string; toSave?: true };
  /** "It's me", to the question who said it. */
  'it-is-me': Nothing;
  /**
   * "Take that back": delete the appreciation that was kept last, the one that these words are `about`, or the last one
   * `from` the partner with this name.
   */
  'take-back': { about?: readonly string[]; from?: string };
  /** "Keep a question for us: what makes you laugh?" `text` is empty if only the wish to say one was heard. */
  'keep-question': { text: string };
  /** "One of ours": one of their own questions. */
  'own-question': Nothing;
  /** "Take that question back": delete the question of theirs that was kept last. */
  'take-question-back': Nothing;
  /**
   * "Say it differently": replace the sentence that was read back, or the appreciation that was kept last. `edit` is what
   * may be changed in it, and `or` what the words mean if that is not in the sentence.
   */
  reword: { edit?: Edit | Addition; or?: WithoutEdit };
  /** "Play our weekly recap." `only`: if a recap was offered, only these of it ("just Bo's"), in its period. */
  recap: { period: Period; whose: Whose | null; only?: true };
  /** "Send us our appreciations": a card in the Alexa app. */
  send: Nothing;
  /** "What do you keep?" */
  kept: Nothing;
  /** "Who can hear this?" */
  'who-hears': Nothing;
  /** "Don't save tonight": store nothing until the night is over. */
  'dont-save': Nothing;
  /** "Start saving again." */
  'save-again': Nothing;
  /** "Forget us", "forget Bo", "forget what Bo said", "forget my voice". */
  forget: { what: Forgotten };
  /** "Remember my voice", "this is Ana's voice". `name` is null if none was said. */
  'learn-voice': { name: string | null };
  /** "Remind us every Sunday at seven." `time` is local time, `19:00`. What was not said is null. */
  remind: { day: AskedDay | null; time: string | null };
  /** "When is our reminder?" */
  'when-reminded': Nothing;
  /** "Stop reminding us." */
  unremind: Nothing;
  /**
   * The answer to Alexa's own question for the permission to set reminders, with the reminder that it was asked for.
   * `granted` is null if she could not ask.
   */
  permission: { granted: boolean | null; day: ReminderDays; time: string };
  /**
   * Help for somebody in distress, whether it was asked for or not. `doubtful`: a danger that was heard, but may be none.
   * `byText`: they want to write, not to call. `details`: they want to know more about who answers there.
   */
  support: { about: Concern; doubtful?: true; byText?: true; details?: true };
  /** "Time out", "we're fighting": they quarrel, or it is too much. */
  'time-out': Nothing;
  /** "She's gone upstairs", "it's only me now": one of the two is not there. */
  alone: Nothing;
  /** "I can't stop crying": distress that is no crisis. */
  distress: Nothing;
  /** "Do we have to?", "not that one": somebody would rather not do this. */
  reluctant: Nothing;
  /** "Be nice", "that's unfair": the tone has turned hurtful. */
  contempt: Nothing;
  /** "The oven's beeping", "the baby's up": something in the room needs them. */
  interrupted: Nothing;
  /** "Who's right?" They ask the skill to judge, to diagnose or to predict. */
  judge: Nothing;
  /** "We broke up", "my husband died". `anew`: there is somebody new, "I'm with Kevin now". */
  parting: { anew?: true };
  /** "What's the weather?" Something that this skill is not for. */
  'off-topic': Nothing;
  /** "Thanks", "that was nice". */
  thanks: Nothing;
  /** "Slower, please." */
  slower: Nothing;
  /** "Normal speed." */
  faster: Nothing;
  /** "No chimes, please", "chimes on". */
  chimes: { on: boolean };
  /** "Always ten minutes." `minutes` is as it was said, and can be any number; null for "as always". */
  usual: { minutes: number | null };
  /** "Make it shorter." */
  shorter: Nothing;
  /** "Start the path", "which week are we in?" */
  path: Nothing;
  /** "Leave the path." */
  'leave-path': Nothing;
  /** "Louder." The volume is the device's. */
  louder: Nothing;
  /** "Are you listening?", "is this being recorded?" */
  listening: Nothing;
  /** "How long do you keep that?" */
  'how-long': Nothing;
  /** "What did you hear?" */
  'what-heard': Nothing;
  /**
   * Words without a meaning here. Most often two people are still talking to each other. `worrying`: they may be those of
   * somebody who is not all right.
   */
  unclear: { worrying?: true };
  /** The device could not play the sound of the last reply. */
  'sound-failed': Nothing;
  /** Alexa has ended the session. Nothing can be said any more. */
  ended: Nothing;
  /** The appreciation or the question of the last reply could not be stored. */
  'not-kept': Nothing;
  /** A deletion failed, wholly or in part. */
  'not-forgotten': Nothing;
  /** Another device has saved the household since it was read. `kept` is what is stored now; null if it was deleted. */
  conflict: { kept: Kept | null };
}

export type EventType = keyof Parameters;

/** Any event, or those of these types. */
export type Event<T extends EventType = EventType> = { [K in T]: { type: K } & Parameters[K] }[T];

/** What holds for every event of a type. A trait that is absent does not hold. */
export interface Traits {
  /** It is answered even if it opens a session. Any other event gets the welcome instead. */
  cold?: true;
  /**
   * It is an answer only after the question was heard. Before that, in the quiet of a step, the partners said it to
   * each other.
   */
  answer?: true;
  /** It is private: neither its type nor its metrics are logged. */
  unlogged?: true;
  /** Saying it can take several seconds. */
  long?: true;
  /** Its answer needs nothing that is stored, and says nothing of it. */
  storeless?: true;
}

/** The traits of every event. A new event does not compile before it has a row here. */
export const events: Readonly<Record<EventType, Traits>> = {
  launch: {},
  yes: {},
  no: { answer: true },
  next: {},
  done: {},
  skip: { unlogged: true },
  'not-quite': { answer: true },
  'keep-it': { answer: true },
  'delete-it': { cold: true, unlogged: true },
  'more-time': { storeless: true },
  repeat: { storeless: true },
  pause: { storeless: true },
  'long-pause': { long: true },
  resume: {},
  stop: { cold: true, storeless: true },
  help: { cold: true, storeless: true },
  where: {},
  'time-left': {},
  'start-over': { cold: true },
  choose: { cold: true },
  depth: { cold: true },
  first: { cold: true },
  'you-choose': { cold: true },
  another: { cold: true },
  menu: { cold: true },
  learn: { cold: true },
  tip: { cold: true },
  progress: { cold: true },
  names: { cold: true, answer: true, long: true },
  rename: { cold: true },
  'rather-not': { answer: true, unlogged: true },
  appreciation: { cold: true, long: true },
  'it-is-me': {},
  'take-back': { cold: true, unlogged: true },
  'keep-question': { cold: true, long: true },
  'own-question': { cold: true },
  'take-question-back': { cold: true, unlogged: true },
  reword: { unlogged: true },
  recap: { cold: true },
  send: { cold: true },
  kept: { cold: true },
  'who-hears': { cold: true, storeless: true },
  'dont-save': { cold: true, unlogged: true },
  'save-again': { cold: true, unlogged: true },
  forget: { cold: true, unlogged: true },
  'learn-voice': { cold: true },
  remind: { cold: true },
  'when-reminded': { cold: true },
  unremind: { cold: true, unlogged: true },
  permission: { cold: true },
  support: { cold: true, unlogged: true, long: true, storeless: true },
  'time-out': { cold: true, unlogged: true, long: true },
  alone: { cold: true, unlogged: true, long: true },
  distress: { cold: true, unlogged: true, long: true },
  reluctant: { unlogged: true, long: true },
  contempt: { unlogged: true, long: true },
  interrupted: { long: true, storeless: true },
  judge: { cold: true, unlogged: true, long: true },
  parting: { cold: true, unlogged: true, long: true },
  'off-topic': { cold: true, long: true },
  thanks: { cold: true, long: true, storeless: true },
  slower: { cold: true, storeless: true },
  faster: { cold: true, storeless: true },
  chimes: { cold: true },
  usual: { cold: true },
  shorter: { cold: true },
  path: { cold: true },
  'leave-path': { cold: true, unlogged: true },
  louder: { cold: true, storeless: true },
  listening: { cold: true, storeless: true },
  'how-long': { cold: true },
  'what-heard': { cold: true, storeless: true },
  unclear: { answer: true, long: true, storeless: true },
  'sound-failed': { cold: true, storeless: true },
  ended: { cold: true, storeless: true },
  'not-kept': {},
  'not-forgotten': {},
  conflict: { cold: true },
};

/**
 * A table of answers by event type, for a step or a dialog. If a type is absent or its answer is null, the event has
 * the meaning that it has everywhere.
 */
export type Answers<Here, Result> = {
  readonly [K in EventType]?: (here: Here, event: Event<K>) => Result | null;
};
