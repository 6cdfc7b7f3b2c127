/** A limit or rule of Alexa that a response breaks. */
export interface Violation {
  /** What is wrong, as one sentence. */
  readonly sentence: string;
  /** Whether Alexa would refuse to play the response at all. */
  readonly refused: boolean;
}

/** How a sentence begins that is advice: it breaks no rule, and neither Alexa nor a certification refuses it. */
export const ADVICE = 'Advice: ';
