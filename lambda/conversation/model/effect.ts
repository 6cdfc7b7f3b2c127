/** What to do to the world, as data. The adapter performs it, in this order, before anything is spoken. */
import type { Day } from './calendar.ts';
import type { AppreciationKey, Partner, Reminder } from './household.ts';

/** One thing one partner noticed in the other, in the author's own words, confirmed with a yes. */
export interface Appreciation {
  /**
   * Begins with a moment (that of the exercise, or of the sentence), in base 36, and derives from the step or the
   * request, so that a retry writes the same item.
   */
  id: string;
  text: string;
  from: Partner;
  to: Partner;
  /** The day, in UTC: part of the key (docs/decisions/). */
  day: Day;
  /** When it was confirmed, in milliseconds since 1970. */
  at: number;
}

/** Which appreciations: those of the moments from `from` to `to` (ms since 1970), both included. */
export interface Recalling {
  from: number;
  to: number;
  /** Only what each partner confirmed at this moment (ms since 1970) or later; null for nothing from that partner. */
  confirmedFrom: Record<Partner, number | null>;
  /** Only what follows this one, in the order asked for; null for the beginning. */
  after: AppreciationKey | null;
  /** How many at most; 1 or more. */
  limit: number;
  /** The newest first; otherwise the oldest first. */
  newest: boolean;
}

/** What to do with Alexa's own reminders. */
export type Reminding =
  /** Sets one; in place of the one with this token, if there is one. */
  | { do: 'set'; reminder: Omit<Reminder, 'token'>; token: string | null }
  | { do: 'find'; token: string | null }
  | { do: 'cancel' };

/** What became of it. */
export type Reminded =
  | { outcome: 'set' | 'found'; reminder: Reminder }
  | { outcome: 'none' | 'cancelled' | 'no-permission' | 'unsupported' | 'full' | 'unreachable' };

export type Effect =
  | { effect: 'keep'; appreciation: Appreciation }
  /** Delete an appreciation that was kept, or may have been although nobody could be told so. */
  | { effect: 'take-back'; appreciation: AppreciationKey }
  /** Read appreciations; then the same event is answered once more. */
  | ({ effect: 'recall' } & Recalling)
  /** Speak with Alexa's reminders; then the same event is answered once more. */
  | { effect: 'remind'; reminding: Reminding }
  /** Save the household of the reply's state. */
  | { effect: 'save' }
  /** Delete what one of the two said up to a moment. */
  | { effect: 'erase'; from: Partner; until: number }
  /** Delete everything that is kept for the household, and its reminder. */
  | { effect: 'forget' };
