/** What the database was asked since it was last read. */
export interface DatabaseUse {
  /** The number of requests by operation, e.g. `{ GetItem: 1 }`, including those that failed by an injected fault. */
  readonly requests: Readonly<Record<string, number>>;
  /** Capacity units consumed, as the database reports them. */
  readonly capacity: number;
}

/** The ways in which the next database requests can be made to fail. */
export const FAULTS = ['throttle', 'timeout', 'down'] as const;
export type Fault = (typeof FAULTS)[number];

/** Counts what the database is asked, and makes it fail on demand. */
export interface DatabaseMeter {
  /** Returns the use since the last call, and starts counting again. */
  take(): DatabaseUse;
  /**
   * One sentence for each request since the last call for an operation that the database does not have, or on which it
   * could not be reached; absent if that is not known.
   */
  reports?(): string[];
  /** Makes `count` more of the next requests fail in this way. */
  fail(fault: Fault, count: number): void;
}

/** The use of a database that was asked nothing. */
export const NO_USE: DatabaseUse = { requests: {}, capacity: 0 };
