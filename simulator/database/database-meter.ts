/** What was asked of the database in one stretch. */
export interface DatabaseUse {
  /** Requests by operation, e.g. `{ GetItem: 1 }`, those that failed by injected fault included. */
  readonly requests: Readonly<Record<string, number>>;
  /** Capacity units consumed, as the database reports them. */
  readonly capacity: number;
}

/** How the next database calls can be made to fail. */
export const FAULTS = ['throttle', 'timeout', 'down'] as const;
export type Fault = (typeof FAULTS)[number];

/** Reads what the database was asked, and makes it fail on demand. */
export interface DatabaseMeter {
  /** What was used since the last call. */
  take(): DatabaseUse;
  /** Lets the next `count` requests fail so. */
  fail(fault: Fault, count: number): void;
}

/** Use of a database that was not asked anything. */
export const NO_USE: DatabaseUse = { requests: {}, capacity: 0 };
