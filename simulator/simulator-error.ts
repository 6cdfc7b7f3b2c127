/** Why the simulator cannot begin or go on; each is told to the user as one sentence. */
export type SimulatorErrorCode =
  | 'bad-option'
  | 'model-unreadable'
  | 'handler-missing'
  | 'script-unreadable'
  | 'database-in-use'
  | 'database-failed'
  | 'account-unreadable';

/** A refusal of the simulator itself, as opposed to a failure of the skill it runs. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError';
  readonly code: SimulatorErrorCode;

  constructor(code: SimulatorErrorCode, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The words of anything thrown, without its stack. */
export const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
