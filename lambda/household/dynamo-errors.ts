/** Turns errors of DynamoDB and of the connection to it into errors of the store. */
import { StoreError, type StoreErrorCode } from './errors.ts';

/** The names of their errors, and the code that each of them gets. */
const CODES: Readonly<Record<string, StoreErrorCode>> = {
  ConditionalCheckFailedException: 'conflict',
  ProvisionedThroughputExceededException: 'throttled',
  RequestLimitExceeded: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  TimeoutError: 'timeout',
  RequestTimeout: 'timeout',
  RequestTimeoutException: 'timeout',
  AbortError: 'timeout',
  InternalServerError: 'unreachable',
  ServiceUnavailable: 'unreachable',
  ResourceNotFoundException: 'refused',
  AccessDeniedException: 'refused',
  ValidationException: 'refused',
  UnrecognizedClientException: 'refused',
  ExpiredTokenException: 'refused',
  IncompleteSignatureException: 'refused',
  InvalidSignatureException: 'refused',
  MissingAuthenticationTokenException: 'refused',
};

/** Whether the condition of a write was not met. */
export function isConflict(cause: unknown): boolean {
  return cause instanceof Error && CODES[cause.name] === 'conflict';
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
    const code = CODES[name] ?? 'unreachable';
    throw new StoreError(code, `${operation}: ${name}`, { cause });
  }
}
