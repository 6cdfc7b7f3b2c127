/** About how long Alexa speaks: words a second, and a short rest after each sentence. */
const WORDS_A_SECOND = 2.5;
const SENTENCE_REST = 0.4;

/** Seconds that a plain text takes to be spoken, estimated. */
export function spokenSeconds(text: string): number {
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const sentences = text.match(/[.!?:;]+(\s|$)/gu)?.length ?? 0;
  return words / WORDS_A_SECOND + sentences * SENTENCE_REST;
}
