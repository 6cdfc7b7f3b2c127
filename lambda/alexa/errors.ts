/** Why a request is refused before anything is read or written. */
export type RefusalCode =
  /** It is not a valid Alexa request. */
  | 'malformed-request'
  /** It is for another skill. */
  | 'wrong-skill'
  /** Its type is one that this skill does not answer. */
  | 'unknown-request';

/** The error for a request that is refused. Its message contains the code and the field, and never what was said. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
