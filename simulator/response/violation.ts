/** A limit or rule of Alexa that a response breaks. */
export interface Violation {
  /** What is wrong, as one sentence. */
  readonly sentence: string;
  /** Whether Alexa would refuse to play the response at all. */
  readonly refused: boolean;
}
