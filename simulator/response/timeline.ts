/** A stretch of what a device plays. `text` is what is said in it, and empty in silence and in sounds. */
export interface Segment {
  readonly kind: 'speech' | 'silence' | 'audio';
  readonly seconds: number;
  readonly text: string;
}

const WORDS_PER_SECOND = 2.6;
const SECONDS_PER_SENTENCE_END = 0.35;

/** The seconds a sound effect or a recording counts for, since its true length cannot be known offline. */
export const SECONDS_PER_SOUND = 2;

/** The number of spoken words in a text: what holds at least one letter or digit. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Seconds the words of a text take, without the pauses between sentences. */
export const secondsOfWords = (text: string): number => countWords(text) / WORDS_PER_SECOND;

/** Seconds of pause that the sentence ends of a text add. */
export const secondsOfSentenceEnds = (text: string): number =>
  (text.match(/[.!?…]+["'”’)\]]*(?=\s|$)/gu)?.length ?? 0) * SECONDS_PER_SENTENCE_END;

/** Estimated seconds it takes Alexa to say a plain text: about 2.6 words a second, and a pause after each sentence. */
export const secondsOfText = (text: string): number => secondsOfWords(text) + secondsOfSentenceEnds(text);

/** Seconds from the first segment's beginning to the last one's end. */
export const secondsOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => sum + segment.seconds, 0);

/** Seconds of closed-microphone quiet. */
export const secondsOfQuiet = (segments: readonly Segment[]): number =>
  secondsOf(segments.filter((segment) => segment.kind === 'silence'));

/** All that is said, as one plain text. */
export const textOf = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => segment.text)
    .filter((text) => text !== '')
    .join(' ');

/** A stretch of quiet: its beginning and its length, in seconds from the beginning of the timeline. */
export interface Quiet {
  readonly begins: number;
  readonly seconds: number;
}

/** The stretches of quiet of at least `atLeast` seconds, neighbouring silences taken together. */
export function quietsOf(segments: readonly Segment[], atLeast: number): Quiet[] {
  const quiets: Quiet[] = [];
  let begins = 0;
  let seconds = 0;
  let at = 0;
  const close = () => {
    if (seconds > 0 && seconds >= atLeast) quiets.push({ begins, seconds });
    seconds = 0;
  };
  for (const segment of segments) {
    if (segment.kind === 'silence') {
      if (seconds === 0) begins = at;
      seconds += segment.seconds;
    } else if (segment.seconds > 0 || segment.text !== '') {
      close();
    }
    at += segment.seconds;
  }
  close();
  return quiets;
}

/** A number of seconds to one decimal, as it is reported. */
export const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
