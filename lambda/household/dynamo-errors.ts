/** Turns errors of DynamoDB and of the connection to it into errors of the store. */
import { StoreError, type StoreErrorCode } from './errors.ts';

/** The names of their errors, and the code that each of them gets. Any other error is `unreachable`. */
const CODES: Readonly<Record<string, StoreErrorCode>> = {
  ConditionalCheckFailedException: 'conflict',
  ProvisionedThroughputExceededException: 'throttled',
  RequestLimitExceeded: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  TimeoutError: 'timeout',
  RequestTimeout: 'timeout',
  RequestTimeoutException: 'timeout',
  ResourceNotFoundException: 'refused',
  AccessDeniedException: 'refused',
  ValidationException: 'refused',
  UnrecognizedClientException: 'refused',
  ExpiredTokenException: 'refused',
  IncompleteSignatureException: 'refused',
  InvalidSignatureException: 'refused',
  MissingAuthenticationTokenException: 'refused',
};

/** The code that an error gets because of its name; undefined if its name is none of those above. */
export function storeCodeOf(cause: unknown): StoreErrorCode | undefined {
  return cause instanceof Error ? CODES[cause.name] : undefined;
}

/** Whether the condition of a write was not met. */
export function isConflict(cause: unknown): boolean {
  return storeCodeOf(cause) === 'conflict';
}

/**
 * Runs an operation of the store.
 *
 * @param operation - its name, for the message of an error
 * @returns what the operation returns
 * @throws StoreError for whatever the operation throws; the original error is its cause
 */
export async function asStoreError<T>(operation: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const name = cause instanceof Error ? cause.name : 'unknown';
    throw new StoreError(storeCodeOf(cause) ?? 'unreachable', `${operation}: ${name}`, { cause });
  }
}
