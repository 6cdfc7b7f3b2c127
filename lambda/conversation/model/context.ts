/** Time, chance and the surroundings, given from outside so that the conversation stays a pure function. */

import type { Appreciation, Reminded } from './effect.ts';
import type { AppreciationKey, Depth, Practice } from './household.ts';

/** What the choice of a question needs to know of one; its wording stays in the content. Ids end with a number. */
export interface QuestionFacts {
  id: string;
  practice: Practice;
  depth: Depth;
}

/** What the device was playing when the event came. */
export interface Playing {
  /** The step that was being heard. */
  step: string | null;
  /** Seconds of quiet left in that step. */
  quietLeft: number;
  /** True if everything had been played and the microphone was open, or had been. */
  over: boolean;
}

/** Appreciations that were asked for. */
export interface Recalled {
  /** As many as were asked for, or all that there are. Empty only if there are none. */
  page: readonly Appreciation[];
  /** The last of this page, to go on after; null if there are no more. */
  next: AppreciationKey | null;
}

export interface Context {
  /** Milliseconds since 1970. */
  now: number;
  /** The household's time zone, or the usual one of its language. */
  zone: string;
  /** Any 32-bit number: the same seed gives the same choices. */
  seed: number;
  playing: Playing | null;
  /** True if this request broke off a reply of an exercise on the same device. */
  brokeOff: boolean;
  /** True if a check-in of this household still runs on another device. */
  elsewhere: boolean;
  /** A mark of the voice that spoke, if Alexa is sure of it; null otherwise. Good for this event only. */
  speaker: string | null;
  questions: readonly QuestionFacts[];
  /** The appreciations that the answer has to know, once they were asked for; null before that. */
  recalled: Recalled | 'unreachable' | null;
  /** What Alexa's reminders answered, once they were asked; null before that. */
  reminded: Reminded | null;
}
