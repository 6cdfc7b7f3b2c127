/** The codes of errors of the store. docs/architecture.md says what is heard after each. */
export type StoreErrorCode =
  /** Another device has written since this was read. Nothing was changed. */
  | 'conflict'
  /** DynamoDB throttled the request. */
  | 'throttled'
  /** No response came in time. A write may or may not have happened. */
  | 'timeout'
  /** The database could not be reached. */
  | 'unreachable'
  /** The item was written under a newer schema. It is never overwritten. */
  | 'newer-schema'
  /** The item was written under an older schema that no migration starts from. It is never overwritten. */
  | 'older-schema'
  /** The item does not match its schema. */
  | 'malformed'
  /** DynamoDB refused the request, for example because a permission or the table is missing. */
  | 'refused';

/** An error of the store. Its message names operations and codes, and never contains stored data. */
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
