/** Why a request is refused before anything is read or written. */
export type RefusalCode =
  /** It does not have the form of an Alexa request. */
  | 'malformed-request'
  /** It was meant for another skill. */
  | 'wrong-skill'
  /** A kind of request this skill never asked for. */
  | 'unknown-request';

/** A request that is refused. Its message names the code and the field, never what was said. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
