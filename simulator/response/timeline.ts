/** A part of what a device plays. `text` is what is said in it; it is empty for silence and sounds. */
export interface TimelineSegment {
  readonly kind: 'speech' | 'silence' | 'audio';
  readonly seconds: number;
  readonly text: string;
}

const WORDS_PER_SECOND = 2.6;
const SECONDS_PER_SENTENCE_END = 0.35;

/** Seconds that a sound effect or a recording is assumed to last: its real length cannot be known offline. */
export const SECONDS_PER_SOUND = 2;

/** The number of spoken words in a text: those with at least one letter or digit. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Estimated seconds that Alexa needs for the words of a text, without the pauses after sentences. */
export const secondsOfWords = (text: string): number => countWords(text) / WORDS_PER_SECOND;

/** Estimated seconds of pause after the sentences of a text. */
export const secondsOfSentenceEnds = (text: string): number =>
  (text.match(/[.!?…]+["'”’)\]]*(?=\s|$)/gu)?.length ?? 0) * SECONDS_PER_SENTENCE_END;

/** Estimated seconds that Alexa needs for a plain text: about 2.6 words a second, and a pause after each sentence. */
export const secondsOfText = (text: string): number => secondsOfWords(text) + secondsOfSentenceEnds(text);

/** Seconds that all segments last. */
export const secondsOf = (segments: readonly TimelineSegment[]): number =>
  segments.reduce((sum, segment) => sum + segment.seconds, 0);

/** Seconds of silence. */
export const secondsOfQuiet = (segments: readonly TimelineSegment[]): number =>
  secondsOf(segments.filter((segment) => segment.kind === 'silence'));

/** All that is said, as plain text. */
export const textOf = (segments: readonly TimelineSegment[]): string =>
  segments
    .map((segment) => segment.text)
    .filter((text) => text !== '')
    .join(' ');

/** A period of silence. Times are in seconds; `begins` counts from the beginning of the timeline. */
export interface Quiet {
  readonly begins: number;
  readonly seconds: number;
}

/** The periods of silence that last at least `atLeast` seconds. Adjacent silences count as one. */
export function quietsOf(segments: readonly TimelineSegment[], atLeast: number): Quiet[] {
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

/** A number of seconds, rounded to one decimal as it is reported. */
export const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
