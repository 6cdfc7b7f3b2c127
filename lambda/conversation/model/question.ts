/** What was asked last, for whoever reads the words that come next. */
import type { Listening } from './act.ts';
import type { EventType } from './event.ts';
import type { Partner } from './household.ts';

/** An open question. */
export interface Question {
  /** A readable id, such as `check-in/talk.a` (docs/conversation.md). */
  id: string;
  /** What the next words are listened for besides yes, no and the commands; null for nothing. */
  listensFor: Listening | null;
  /**
   * The events that it answers itself. Any other event has the meaning that it has everywhere. Words without a meaning
   * are never among them.
   */
  answers: readonly EventType[];
  /** True if two people may still be talking to each other, so that words without a meaning are no miss. */
  talking: boolean;
  /** The nicknames that are known; null for a partner without one. */
  names: Readonly<Record<Partner, string | null>>;
  /** True if it asks whether to keep something, so that "keep it" is its yes and "delete it" its no. */
  keeps?: true;
  /** What its yes does that has to be said plainly: deletes something, or allows something to be kept. */
  yes?: 'deletes' | 'allows';
}
