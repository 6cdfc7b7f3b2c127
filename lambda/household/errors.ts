/** What can go wrong with the store. Each code has its own kind line or its own way on. */
export type StoreErrorCode =
  /** Somebody else wrote since this was read: nothing was changed. */
  | 'conflict'
  /** The database asked for fewer requests. */
  | 'throttled'
  /** No answer in time: the write may or may not have happened. */
  | 'timeout'
  /** The database could not be reached. */
  | 'unreachable'
  /** Written by a newer version of the skill: never overwritten. */
  | 'newer-schema'
  /** Written by an older version of the skill, and there is no migration from its schema: never overwritten. */
  | 'older-schema'
  /** The item is there, but is not what this skill writes. */
  | 'malformed'
  /** The database refused the request: permissions, a missing table. */
  | 'refused';

/** An error of the store. Its message names operations and codes, never anything that was kept. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
