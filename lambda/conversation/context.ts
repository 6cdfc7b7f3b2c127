/** Time, chance and the surroundings, given from outside so that the conversation stays a pure function. */
import type { Appreciation } from './effect.ts';
import type { Day, Depth, Practice } from './state.ts';

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
  /** True when everything had been played and the microphone was open, or had been. */
  over: boolean;
}

export interface Context {
  /** Milliseconds since 1970. */
  now: number;
  today: Day;
  /** Any 32-bit number: the same seed gives the same choices. */
  seed: number;
  playing: Playing | null;
  /** True when a check-in of this household still runs on another device. */
  elsewhere: boolean;
  questions: readonly QuestionFacts[];
  /** The appreciations of the last days, once they were asked for; null before that. */
  recalled: readonly Appreciation[] | 'unreachable' | null;
}
