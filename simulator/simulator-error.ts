/** Why the simulator cannot start or continue. */
export type SimulatorErrorCode =
  | 'bad-option'
  | 'model-unreadable'
  | 'handler-missing'
  | 'script-unreadable'
  | 'database-in-use'
  | 'database-failed'
  | 'account-unreadable';

/** An error of the simulator itself, not of the skill it runs. Its message is one sentence for the user. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError';
  readonly code: SimulatorErrorCode;

  constructor(code: SimulatorErrorCode, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The message of anything that was thrown, without its stack. */
export const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
