/** The log, and what it may contain. */
import type { Metrics } from '../conversation/metrics.ts';

/**
 * The fields that may be logged: codes, ids of states, counts, and the hashed household. Never words, names, or Alexa's
 * ids.
 */
export type LogFields = Readonly<{
  household?: string;
  event?: string;
  state?: string;
  operation?: string;
  code?: string;
  /** How many stored appreciations could not be read. */
  skipped?: number;
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
