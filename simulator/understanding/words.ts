/** One word of an utterance: its normalised form, and where it stands in the text (UTF-16 indices, end exclusive). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** An emoji or another sign: part of a name or of free speech, and nothing to a sample. */
  readonly sign: boolean;
}

// In order: digits with what belongs to them (19:00, 2.5, 7pm, 22nd); initials (p.m.); words with inner
// apostrophes; "&"; emoji and other signs. Everything else separates.
const WORD =
  /\p{N}+(?:[:.,]\p{N}+)*[\p{L}\p{M}]*|\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’‘ʼ][\p{L}\p{M}\p{N}]+)*|&|(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{S})(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{S}]|\u200d|\ufe0f)*/gu;

const APOSTROPHES = /[’‘ʼ]/g;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const INITIALS = /^\p{L}(?:\.\p{L})+$/u;

/** Splits a text into words; hyphens and punctuation separate, and the words keep their place in the text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const end = match.index + raw.length;
    words.push({
      text: normaliseWord(raw),
      start: match.index,
      end,
      sign: raw !== '&' && !HAS_LETTER_OR_DIGIT.test(raw),
    });
  }
  return words;
}

function normaliseWord(raw: string): string {
  if (raw === '&') return 'and';
  const plain = raw.toLowerCase().normalize('NFC').replace(APOSTROPHES, "'");
  return INITIALS.test(plain) ? plain.replaceAll('.', '') : plain;
}

/** The words that a listener hears, in one line: lower case, straight apostrophes, no punctuation, no signs. */
export function normalise(text: string): string {
  return wordsOf(text)
    .filter((word) => !word.sign)
    .map((word) => word.text)
    .join(' ');
}
