import type { Word } from '../../../interaction-models/words.ts';

/** A part of an utterance: one or more words, and their position in the whole text. */
export interface Span {
  readonly words: readonly Word[];
  readonly text: string;
  /** UTF-16 indices in `text`: the end of the word before, and the start of the word after, so that no symbol is lost. */
  readonly from: number;
  readonly to: number;
  readonly startsUtterance: boolean;
}

/** The normalised words, without symbols. */
export function spokenWords(span: Span): string[] {
  return span.words.filter((word) => !word.sign).map((word) => word.text);
}

/** The text from the first word to the last, as the speaker wrote it. */
export function writtenText(span: Span): string {
  const first = span.words[0];
  const last = span.words.at(-1);
  return first === undefined || last === undefined ? '' : span.text.slice(first.start, last.end);
}
