/** What is wrong with a response, as one sentence; `refused` when Alexa would not play the response at all. */
export interface Finding {
  readonly sentence: string;
  readonly refused: boolean;
}
