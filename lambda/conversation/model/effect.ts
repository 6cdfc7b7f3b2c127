/**
 * Effects: what a reply stores, reads or deletes, as data. The adapter (lambda/alexa/effects.ts) performs them before
 * the reply is spoken.
 */
import type { Day } from './calendar.ts';
import type { AppreciationKey, KeptKey, Partner } from './household.ts';
import type { PlannedReminder, ReminderTime } from './reminder.ts';

/** Something that one partner noticed in the other, in the author's own words. It was confirmed with a yes. */
export interface Appreciation {
  /**
   * Begins with a moment in base 36. It derives from the run of the exercise and the step that asked for it, or else
   * from its request, so that a retry writes the same item.
   */
  id: string;
  text: string;
  from: Partner;
  to: Partner;
  /** The day in UTC of the moment in its id. It is a part of the key. */
  day: Day;
  /** When it was confirmed, in milliseconds since 1970. */
  at: number;
}

/** A question of their own, in the words of whoever asked it. It was confirmed with a yes. */
export interface OwnQuestion {
  /** Begins with the moment of its request in base 36. The same question said again has the same id. */
  id: string;
  text: string;
  /** Who asked it; null if that is not known. */
  from: Partner | null;
  /** When it was said, in milliseconds since 1970. */
  at: number;
}

/**
 * A request for appreciations: those that were confirmed from `from` to `to` (milliseconds since 1970), both included.
 */
export interface Recalling {
  from: number;
  to: number;
  /**
   * For each partner, only what they confirmed at this moment (milliseconds since 1970) or later; null for nothing of
   * theirs.
   */
  confirmedFrom: Record<Partner, number | null>;
  /** Only those after this one, in the order asked for; null to begin with the first. */
  after: AppreciationKey | null;
  /** How many at most; 1 or more. */
  limit: number;
  /** True for the newest first, false for the oldest first. */
  newest: boolean;
  /** The present moment: what has outlived its time by then is left out. */
  now: number;
}

/** A request to Alexa's reminders. */
export type Reminding =
  /** Sets a reminder. It replaces the one with this token, if there is one. */
  | { do: 'set'; reminder: PlannedReminder; token: string | null }
  | { do: 'find'; token: string | null }
  | { do: 'cancel' };

/** The outcome of a request to Alexa's reminders. */
export type Reminded =
  | { outcome: 'set'; reminder: PlannedReminder & { token: string } }
  | { outcome: 'found'; reminder: ReminderTime & { token: string } }
  | {
      /** `changed`: there is one, and it was changed in the Alexa app to a pattern that the skill has no words for. */
      outcome: 'changed' | 'none' | 'cancelled' | 'no-permission' | 'unsupported' | 'full' | 'unreachable';
    };

/** An effect. They are performed in the order of the reply. */
export type Effect =
  | { effect: 'keep'; appreciation: Appreciation }
  /** Keep a question of their own. */
  | { effect: 'keep-question'; question: OwnQuestion }
  /**
   * Delete one appreciation, or one of their own questions. It may be stored even if storing it failed: a write may
   * succeed although its answer is lost. `replaced`: only once another one is saved in its place.
   */
  | { effect: 'take-back'; appreciation: KeptKey; replaced?: true }
  /** Read appreciations. The same event is answered again once they are in the context. */
  | ({ effect: 'recall' } & Recalling)
  /** Read their own questions. The same event is answered again once they are in the context. */
  | { effect: 'recall-own' }
  /** Send a request to Alexa's reminders. The same event is answered again once its outcome is in the context. */
  | { effect: 'remind'; reminding: Reminding }
  /** Save the household and the place of the reply's state. */
  | { effect: 'save' }
  /** Delete the appreciations and the questions that one partner said up to a moment (milliseconds since 1970). */
  | { effect: 'erase'; from: Partner; until: number }
  /** Delete everything that is stored for the household, and all its reminders. */
  | { effect: 'forget' };
