/** What happened, already decoded: the only thing besides the state and the context that a reply depends on. */
import type { Weekday } from './calendar.ts';
import type { ExerciseId } from './exercise-id.ts';
import type { Kept, Period, Practice } from './household.ts';
import type { Subject } from './lines.ts';

/** How deep they say they want to go: a level by name, or one step from where they are. */
export type DepthWord = 'light' | 'deep' | 'deepest' | 'lighter' | 'deeper';

/** What a choice can be left to the skill of. */
export type Choice = 'exercise' | 'length' | 'depth' | 'theme' | 'first';

/** Whose appreciations: those somebody said, or those for somebody; by a name, or by or for the one who asks. */
export type Whose = { by: string } | { for: string } | 'by-me' | 'for-me';

/** Whom or what to forget: everything, one person, what one of them said, or the voice of the one who asks. */
export type Forgotten = 'us' | 'me' | 'my-voice' | 'said-by-me' | { person: string } | { saidBy: string };

/** Why support is offered: it decides the wording, and is never kept. */
export type Concern = 'asked' | 'self-harm' | 'unsafe' | 'emergency';

type Nothing = Record<never, never>;

/** Every event by its type, with its parameters. */
interface Parameters {
  launch: Nothing;
  yes: Nothing;
  no: Nothing;
  next: Nothing;
  /** "We're done": on with it, unless the question is whether they want more. */
  done: Nothing;
  skip: Nothing;
  /** `seconds` is null if no length was named. */
  'more-time': { seconds: number | null };
  repeat: Nothing;
  pause: Nothing;
  resume: Nothing;
  stop: Nothing;
  help: Nothing;
  where: Nothing;
  'time-left': Nothing;
  'start-over': Nothing;
  /** Each can be absent: "ten minutes", "listening", "a light question". `minutes` as said, and may be any number. */
  choose: { exercise: ExerciseId | null; minutes: number | null; depth?: DepthWord; theme?: Practice };
  /** "Lighter". `other`: "she wants light, I want deep". */
  depth: { depth: DepthWord; other?: DepthWord };
  /** "Bo starts": a name, the place in which they gave their names, or the one who would not start otherwise. */
  first: { who: { name: string } | 'a' | 'b' | 'other' | null };
  /** "You choose". `what` is null if it was not said. */
  'you-choose': { what: Choice | null };
  /** "Another one." */
  another: Nothing;
  /** "Something else": what is there to do? */
  menu: Nothing;
  /** "Tell me about listening." */
  learn: { about: Subject };
  tip: Nothing;
  /** "How are we doing?" */
  progress: Nothing;
  names: { name: string; other: string | null };
  /** "Change Bo to Bob"; both null for "change our names". */
  rename: { name: string | null; other: string | null };
  'rather-not': Nothing;
  /**
   * `text` is empty if only the wish to say one was heard. `barbed`: it thanks and stings in one, "thanks for
   * finally ...". `from` and `to` are names that were said with it.
   */
  appreciation: { text: string; barbed: boolean; from?: string; to?: string };
  /** "It's me", to the question whose it is. */
  'it-is-me': Nothing;
  /** "Take that back": the appreciation that was kept last. */
  'take-back': Nothing;
  /** "Say it differently." */
  reword: Nothing;
  /** "Play our weekly recap." */
  recap: { period: Period; whose: Whose | null };
  /** "Send us our appreciations." */
  send: Nothing;
  /** "What do you keep?" */
  kept: Nothing;
  /** "Who can hear this?" */
  'who-hears': Nothing;
  /** "Don't save tonight." */
  'dont-save': Nothing;
  /** "Start saving again." */
  'save-again': Nothing;
  /** "Forget us", "forget Bo", "forget what Bo said", "forget my voice". */
  forget: { what: Forgotten };
  /** "Remember my voice", with the name they say it is. */
  'learn-voice': { name: string | null };
  /** "Remind us every Sunday at seven." `time` is of their own clock, `19:00`. */
  remind: { day: Weekday | 'every-day' | null; time: string | null };
  /** "When is our reminder?" */
  'when-reminded': Nothing;
  /** "Stop reminding us." */
  unremind: Nothing;
  /** What they answered when Alexa herself asked whether reminders are all right. */
  permission: { granted: boolean; day: Weekday | 'every-day'; time: string };
  support: { about: Concern };
  /** Words that mean nothing here: most often two people who are still talking. */
  unclear: Nothing;
  /** The device could not play the sound of the last reply. */
  'sound-failed': Nothing;
  /** The session is over; nothing can be said any more. */
  ended: Nothing;
  /** The appreciation of the last reply could not be kept. */
  'not-kept': Nothing;
  /** What should have been deleted could not be, or not all of it. */
  'not-forgotten': Nothing;
  /** Somebody else wrote in the meantime: this is what is kept now. */
  conflict: { kept: Kept | null };
}

export type EventType = keyof Parameters;

/** An event, or those of the types named. */
export type Event<T extends EventType = EventType> = { [K in T]: { type: K } & Parameters[K] }[T];

/** The types of events that are nothing but their type. */
export type SimpleEvent = {
  [K in EventType]: keyof Parameters[K] extends never ? K : never;
}[EventType];

/** What is known of an event by its type alone. A trait that is absent does not hold. */
export interface Traits {
  /** It is nothing but its type. */
  simple?: true;
  /** It can open a session without a word of welcome first. */
  cold?: true;
  /** It answers only a question that was heard to its end; before that it is the couple talking to each other. */
  answer?: true;
  /** It is nobody's business: neither its name nor what it counts for is logged. */
  unlogged?: true;
  /** Its words may take a while to say. */
  long?: true;
}

/** Every event has a row: a new one does not compile before it is known what holds of it. */
export const events: {
  readonly [K in EventType]: Traits & (K extends SimpleEvent ? { simple: true } : { simple?: never });
} = {
  launch: { simple: true },
  yes: { simple: true },
  no: { simple: true, answer: true },
  next: { simple: true },
  done: { simple: true },
  skip: { simple: true, unlogged: true },
  'more-time': {},
  repeat: { simple: true },
  pause: { simple: true },
  resume: { simple: true },
  stop: { simple: true, cold: true },
  help: { simple: true, cold: true },
  where: { simple: true },
  'time-left': { simple: true },
  'start-over': { simple: true, cold: true },
  choose: { cold: true },
  depth: { cold: true },
  first: { cold: true },
  'you-choose': { cold: true },
  another: { simple: true, cold: true },
  menu: { simple: true, cold: true },
  learn: { cold: true },
  tip: { simple: true, cold: true },
  progress: { simple: true, cold: true },
  names: { cold: true, answer: true, long: true },
  rename: {},
  'rather-not': { simple: true, answer: true, unlogged: true },
  appreciation: { cold: true, long: true },
  'it-is-me': { simple: true },
  'take-back': { simple: true, cold: true },
  reword: { simple: true },
  recap: { cold: true },
  send: { simple: true, cold: true },
  kept: { simple: true, cold: true },
  'who-hears': { simple: true, cold: true },
  'dont-save': { simple: true, cold: true, unlogged: true },
  'save-again': { simple: true, cold: true },
  forget: { cold: true, unlogged: true },
  'learn-voice': { cold: true },
  remind: { cold: true },
  'when-reminded': { simple: true, cold: true },
  unremind: { simple: true, cold: true },
  permission: { cold: true },
  support: { cold: true, unlogged: true, long: true },
  unclear: { simple: true, answer: true, long: true },
  'sound-failed': { simple: true, cold: true },
  ended: { simple: true, cold: true },
  'not-kept': { simple: true },
  'not-forgotten': { simple: true },
  conflict: { cold: true },
};

/** What each event means somewhere. A type that is absent, and an answer of null, leave it to what works everywhere. */
export type Answers<Here, Result> = {
  readonly [K in EventType]?: (here: Here, event: Event<K>) => Result | null;
};
