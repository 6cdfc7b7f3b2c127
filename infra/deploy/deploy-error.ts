/** Why a deployment stops. */
export type DeployErrorCode =
  /** What was typed, or set in the environment, cannot be used. */
  | 'settings'
  /** Who deploys did not say yes. */
  | 'not-confirmed'
  /** A tool is missing, and could not be fetched. */
  | 'tool'
  /** There is no login, or it is not taken any more. */
  | 'login'
  /** The login is good, and may not do this. */
  | 'not-allowed'
  /** Amazon did not answer. */
  | 'unreachable'
  /** There is no skill of this id. */
  | 'no-skill'
  /** The package is not in order. */
  | 'package'
  /** A step was begun and failed, or took too long. */
  | 'failed';

/** A deployment that stops. Its message is what to say: what happened, and what to do next. */
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
