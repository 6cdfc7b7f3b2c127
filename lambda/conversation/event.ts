/** What happened, already decoded: the only thing besides the state and the context that a reply depends on. */
import type { Concern, ExerciseId, Household, Minutes } from './state.ts';

export type Event =
  | { type: 'launch' }
  | { type: 'yes' }
  | { type: 'no' }
  | { type: 'next' }
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
  /** One of the two can be absent: "ten minutes", "listening". `minutes` is as said, and may be any number. */
  | { type: 'choose'; exercise: ExerciseId | null; minutes: number | null }
  | { type: 'names'; name: string; other: string | null }
  /** "Change Bo to Bob"; both null for "change our names". */
  | { type: 'rename'; name: string | null; other: string | null }
  | { type: 'rather-not' }
  /** `barbed`: it thanks and stings in one, "thanks for finally ...". */
  | { type: 'appreciation'; text: string; barbed: boolean }
  | { type: 'support'; about: Concern }
  /** Words that mean nothing here: most often two people who are still talking. */
  | { type: 'unclear' }
  /** The device could not play the sound of the last reply. */
  | { type: 'sound-failed' }
  /** The session is over; nothing can be said any more. */
  | { type: 'ended' }
  /** The appreciation of the last reply could not be kept. */
  | { type: 'not-kept' }
  /** Somebody else wrote in the meantime: this is what is kept now. */
  | { type: 'conflict'; household: Household | null }
  | { type: 'disabled' };

/** A length that an exercise can have, nearest to the minutes that were said. */
export function nearestMinutes(said: number): Minutes {
  if (said <= 7) return 5;
  return said <= 15 ? 10 : 20;
}
