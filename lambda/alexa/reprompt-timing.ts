/** Alexa's listening windows: when a reprompt begins, and from when an event answers it. */
import type { Timeline } from '../speech/timeline.ts';

/** Seconds for which Alexa listens after a question. Amazon's developer forum, article 242597. */
const WINDOW = 8;
/**
 * How long after its window an answer to the first question may still come: the time stamp is that of the end of the
 * answer. A word or two is soon said; people who are still talking, or say a whole sentence to be kept, take a while.
 */
const LATE_WORD = 4;
const LATE_ANSWER = 12;
const LATE_SENTENCE = 25;

export interface Windows {
  /** Seconds from the first word until the reprompt begins. */
  repromptAt: number;
  /** Seconds from which a word or two answer the reprompt and not the reply. */
  silentFrom: number;
  /** The same for words that take a while to say. */
  silentFromLong: number;
  /** Seconds until the session has ended by itself. */
  endsAt: number;
}

/** The windows of a reply and its reprompt (null: it has none). `sentence`: a whole one is asked for. */
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
