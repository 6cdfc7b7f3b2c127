/** Why a deployment or its removal stopped. */
export type DeployErrorCode =
  /** An option or a setting cannot be used. */
  | 'settings'
  /** The person who deploys did not confirm. */
  | 'not-confirmed'
  /** A tool is missing and could not be downloaded. */
  | 'tool'
  /** There is no login, or it is no longer accepted. */
  | 'login'
  /** The login is valid, but has no right to do this. */
  | 'not-allowed'
  /** Amazon did not answer. */
  | 'unreachable'
  /** Amazon's answer does not tell whether it was done. */
  | 'unclear'
  /** There is no skill with this id. */
  | 'no-skill'
  /** The package has faults. */
  | 'package'
  /** A step failed or took too long. */
  | 'failed';

/**
 * The reason why a deployment stopped. Its message is meant to be printed: it says what happened and what to do next.
 */
export class DeployError extends Error {
  override readonly name = 'DeployError';

  constructor(
    readonly code: DeployErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
