/** What a reply depends on besides the state and the event: time, chance, and what the adapter has found out. */

import type { Appreciation, OwnQuestion, Reminded } from './effect.ts';
import type { AppreciationKey, Depth, Practice } from './household.ts';

/** What is needed of a question to choose one. Its wording is in the content. Its id ends with a number. */
export interface QuestionFacts {
  id: string;
  /** Fun questions belong to no practice. They are asked only where fun is wanted. */
  practice: Practice | 'fun';
  depth: Depth;
}

/** What the device was playing at the time of the event. */
export interface Playing {
  /** The id of the step that was playing; null if none was. */
  step: string | null;
  /** Seconds of quiet left in that step. */
  quietLeft: number;
  /** True if all of the reply had been played, so that the microphone was open or had been. */
  over: boolean;
}

/** Appreciations that the store was asked for. */
export interface Recalled {
  /** As many as the limit allows, or all that there are. Empty only if there are none. */
  page: readonly Appreciation[];
  /** The last one of this page, if more follow it: the next page begins after it. Null if there are no more. */
  next: AppreciationKey | null;
}

/** The context of one event. */
export interface Context {
  /** Milliseconds since 1970. */
  now: number;
  /** The household's time zone, or that of its locale if it is not known. */
  zone: string;
  /** Any 32-bit number. The same seed gives the same choices. */
  seed: number;
  playing: Playing | null;
  /** True if this request interrupted a reply of an exercise on the same device, and began a new session. */
  brokeOff: boolean;
  /** True if an exercise of this household still runs on another device. */
  elsewhere: boolean;
  /** The mark of the voice that spoke, if Alexa is sure of it; null otherwise. It holds for this event alone. */
  speaker: string | null;
  questions: readonly QuestionFacts[];
  /** The appreciations that the effect `recall` asked for; null before they were read. */
  recalled: Recalled | 'unreachable' | null;
  /** Their own questions, which the effect `recall-own` asked for; null before they were read. */
  own: readonly OwnQuestion[] | 'unreachable' | null;
  /** The answer of Alexa's reminders to the effect `remind`; null before they were asked. */
  reminded: Reminded | null;
}
