/** The log, and what it may contain. */
import type { Metrics } from '../conversation/metrics.ts';
import type { EventType } from '../conversation/model/event.ts';

/**
 * What failed. Nothing tells a deletion that was asked for by voice from another change: `change` is an appreciation or
 * a question that was kept, taken back or erased, or a household that was forgotten. `forget` is that of a skill that
 * was disabled.
 */
export type Operation =
  | 'load'
  | 'appreciations'
  | 'questions'
  | 'save'
  | 'settle'
  | 'change'
  | 'forget'
  | 'withdraw'
  | 'settings'
  | 'reminders';

/**
 * What a line of the log can say. docs/operations.md says what each means, and the metric filters of the stack
 * (infra/skill-metrics.ts) select by these words.
 */
export type Message =
  /** A request was answered. */
  | 'answered'
  /** The skill was disabled, and everything stored of the household was deleted. */
  | 'household forgotten'
  | 'permission accepted'
  | 'permission changed'
  /** The event about a changed permission has a form that is not known. */
  | 'permissions unreadable'
  | 'store failed'
  /** Stored appreciations or questions were left out, because they cannot be read. */
  | 'appreciations skipped'
  | 'questions skipped'
  /** A stored time zone was left out, because this release does not know it. */
  | 'time zone skipped'
  /** A service of Alexa failed, or lacked what every device should have. */
  | 'alexa service failed'
  /** A service of Alexa refused for a reason that has words of its own: no permission, no reminders here, too many. */
  | 'alexa service refused'
  /** Alexa ended the session because of an error: most often she refused a reply. */
  | 'session error'
  /** Alexa reported an error about a reply outside of a session. */
  | 'exception encountered'
  /** A device could not play the sound of a reply. */
  | 'sound error'
  /** A device could not show a document. */
  | 'screen error'
  /** Alexa could not ask for a permission. */
  | 'permission question failed'
  /** An error of the skill itself: the couple heard an apology. */
  | 'unexpected'
  /** A request was refused before anything was read or written. */
  | 'refused'
  /** A skill event could not be handled. */
  | 'failed';

/**
 * The fields that may be logged: codes, ids of states, counts, and the hashed household. Never words, names, or Alexa's
 * ids.
 */
export type LogFields = Readonly<{
  household?: string;
  /** The name of an event in its table (conversation/model/event.ts), unless it is private there. */
  event?: EventType;
  state?: string;
  operation?: Operation;
  code?: string;
  /** How many stored appreciations or questions could not be read. */
  skipped?: number;
  /** Places in our own code (`placesIn`). */
  frames?: readonly string[];
}> &
  // The metric filters (infra/skill-metrics.ts) select by these names, and by `code`.
  Readonly<Partial<Metrics>>;

/** A log with three levels. */
export interface Log {
  info(message: Message, fields: LogFields): void;
  warn(message: Message, fields: LogFields): void;
  error(message: Message, fields: LogFields): void;
}
