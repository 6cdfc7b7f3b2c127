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
  /** How many stored appreciations could not be read. */
  skipped?: number;
  /** Places in our own code (`placesIn`). */
  frames?: readonly string[];
}> &
  // The metric filters (infra/skill-metrics.ts) select by these names, and by `code`.
  Readonly<Partial<Metrics>>;

/** A log with three levels. */
export interface Log {
  info(message: string, fields: LogFields): void;
  warn(message: string, fields: LogFields): void;
  error(message: string, fields: LogFields): void;
}
