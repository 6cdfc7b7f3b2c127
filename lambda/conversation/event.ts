/** What happened, already decoded: the only thing besides the state and the context that a reply depends on. */

import type { Weekday } from './calendar.ts';
import type { Household, Period, Practice } from './household.ts';
import type { ExerciseId, Subject } from './lines.ts';
import type { Concern } from './scene.ts';

/** How deep they say they want to go: a level by name, or one step from where they are. */
export type DepthWord = 'light' | 'deep' | 'deepest' | 'lighter' | 'deeper';

/** What a choice can be left to the skill of. */
export type Choice = 'exercise' | 'length' | 'depth' | 'theme' | 'first';

/** Whose appreciations: those somebody said, or those for somebody; by a name, or by or for the one who asks. */
export type Whose = { by: string } | { for: string } | 'by-me' | 'for-me';

/** Whom or what to forget: everything, one person, what one of them said, or the voice of the one who asks. */
export type Forgotten = 'us' | 'me' | 'my-voice' | 'said-by-me' | { person: string } | { saidBy: string };

export type Event =
  | { type: 'launch' }
  | { type: 'yes' }
  | { type: 'no' }
  | { type: 'next' }
  /** "We're done": on with it, unless it is asked whether they want more. */
  | { type: 'done' }
  | { type: 'skip' }
  /** `seconds` is null when no length was named. */
  | { type: 'more-time'; seconds: number | null }
  | { type: 'repeat' }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'stop' }
  | { type: 'help' }
  | { type: 'where' }
  | { type: 'time-left' }
  | { type: 'start-over' }
  /** Each can be absent: "ten minutes", "listening", "a light question". `minutes` as said, and may be any number. */
  | {
      type: 'choose';
      exercise: ExerciseId | null;
      minutes: number | null;
      depth?: DepthWord;
      theme?: Practice;
    }
  /** "Lighter". `other`: "she wants light, I want deep". */
  | { type: 'depth'; depth: DepthWord; other?: DepthWord }
  /** "Bo starts": a name, the place in which they gave their names, or the one who would not start else. */
  | { type: 'first'; who: { name: string } | 'a' | 'b' | 'other' | null }
  /** "You choose". `what` is null when it was not said. */
  | { type: 'you-choose'; what: Choice | null }
  /** "Another one." */
  | { type: 'another' }
  /** "Something else": what is there to do? */
  | { type: 'menu' }
  /** "Tell me about listening." */
  | { type: 'learn'; about: Subject }
  | { type: 'tip' }
  /** "How are we doing?" */
  | { type: 'progress' }
  | { type: 'names'; name: string; other: string | null }
  /** "Change Bo to Bob"; both null for "change our names". */
  | { type: 'rename'; name: string | null; other: string | null }
  | { type: 'rather-not' }
  /**
   * `text` is empty where only the wish to say one was heard. `barbed`: it thanks and stings in one, "thanks for
   * finally ...". `from` and `to` are names that were said with it.
   */
  | { type: 'appreciation'; text: string; barbed: boolean; from?: string; to?: string }
  /** "It's me", to the question whose it is. */
  | { type: 'it-is-me' }
  /** "Take that back": the appreciation that was kept last. */
  | { type: 'take-back' }
  /** "Say it differently." */
  | { type: 'reword' }
  /** "Play our weekly recap." */
  | { type: 'recap'; period: Period; whose: Whose | null }
  /** "Send us our appreciations." */
  | { type: 'send' }
  /** "What do you keep?" */
  | { type: 'kept' }
  /** "Who can hear this?" */
  | { type: 'who-hears' }
  /** "Don't save tonight." */
  | { type: 'dont-save' }
  /** "Start saving again." */
  | { type: 'save-again' }
  /** "Forget us", "forget Bo", "forget what Bo said", "forget my voice". */
  | { type: 'forget'; what: Forgotten }
  /** "Remember my voice", with the name they say it is. */
  | { type: 'learn-voice'; name: string | null }
  /** "Remind us every Sunday at seven." `time` is of their own clock, `19:00`. */
  | { type: 'remind'; day: Weekday | 'every-day' | null; time: string | null }
  /** "When is our reminder?" */
  | { type: 'when-reminded' }
  /** "Stop reminding us." */
  | { type: 'unremind' }
  /** What they answered when Alexa herself asked whether reminders are all right. */
  | { type: 'permission'; granted: boolean; day: Weekday | 'every-day'; time: string }
  | { type: 'support'; about: Concern }
  /** Words that mean nothing here: most often two people who are still talking. */
  | { type: 'unclear' }
  /** The device could not play the sound of the last reply. */
  | { type: 'sound-failed' }
  /** The session is over; nothing can be said any more. */
  | { type: 'ended' }
  /** The appreciation of the last reply could not be kept. */
  | { type: 'not-kept' }
  /** What should have been deleted could not be, or not all of it. */
  | { type: 'not-forgotten' }
  /** Somebody else wrote in the meantime: this is what is kept now. */
  | { type: 'conflict'; household: Household | null };
