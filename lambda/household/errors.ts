/** What can go wrong in the store. Each code leads to a spoken line or to a way of carrying on. */
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
  /** The item does not have the form that its schema demands. */
  | 'malformed'
  /** DynamoDB refused the request, for example for want of permission or of a table. */
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
