import type { Word } from '../../../interaction-models/words.ts';

/** A stretch of an utterance: its words (one at least), and the words' place in the whole text. */
export interface Span {
  readonly words: readonly Word[];
  readonly text: string;
  /** UTF-16 indices into `text`: from the word before the span to the word after it, so that no sign is lost. */
  readonly from: number;
  readonly to: number;
  readonly startsUtterance: boolean;
}

/** The normalised words, without signs. */
export function spokenWords(span: Span): string[] {
  return span.words.filter((word) => !word.sign).map((word) => word.text);
}

/** The text of the words alone: from the first one to the last, in the speaker's own writing. */
export function writtenText(span: Span): string {
  const first = span.words[0];
  const last = span.words.at(-1);
  return first === undefined || last === undefined ? '' : span.text.slice(first.start, last.end);
}
