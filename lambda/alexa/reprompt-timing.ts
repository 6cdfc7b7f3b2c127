/** When a reprompt begins, and from when on an event answers the reprompt instead of the reply. */
import type { Timeline } from '../speech/timeline.ts';

/** Seconds for which Alexa listens after a question. Amazon's developer forum, article 242597. */
const WINDOW = 8;
/**
 * Seconds after the window in which an answer to the first question can still come, because a request has the time of
 * the end of the answer: for a word or two, for people who are still talking, and for a sentence to be kept.
 */
const LATE_WORD = 4;
const LATE_ANSWER = 12;
const LATE_SENTENCE = 25;

/** The windows in which Alexa listens, in seconds from the first word of the reply. */
export interface Windows {
  /** When the reprompt begins. */
  repromptAt: number;
  /** From when on a word or two answer the reprompt and not the reply. */
  silentFrom: number;
  /** The same for events that can take several seconds to say (`Traits.long`). */
  silentFromLong: number;
  /** When the session ends if nobody answers. */
  endsAt: number;
}

/**
 * The windows of a reply.
 *
 * @param reprompt - the timeline of its reprompt; null if it has none
 * @param sentence - true if it asks for a whole sentence
 */
export function windowsOf(main: Timeline, reprompt: Timeline | null, sentence = false): Windows {
  const repromptAt = main.seconds + WINDOW;
  const length = reprompt?.seconds ?? 0;
  return {
    repromptAt,
    silentFrom: repromptAt + Math.min(LATE_WORD, length / 2),
    silentFromLong: repromptAt + Math.min(sentence ? LATE_SENTENCE : LATE_ANSWER, length / 2),
    endsAt: repromptAt + (reprompt === null ? 0 : length + WINDOW),
  };
}
