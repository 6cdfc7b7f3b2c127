/** One word of a text: its normalised form, and its position in the text (UTF-16 indices, end exclusive). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is an emoji or another symbol. Names and free speech may contain one; samples are matched without. */
  readonly sign: boolean;
}

// The alternatives, in order: digits with their separators and suffix (19:00, 2.5, 7pm, 22nd); initials (p.m.); words,
// which may contain apostrophes; "&"; emoji and other symbols. Everything else separates words.
const WORD =
  /\p{N}+(?:[:.,]\p{N}+)*[\p{L}\p{M}]*|\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’‘ʼ][\p{L}\p{M}\p{N}]+)*|&|(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{S})(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{S}]|\u200d|\ufe0f)*/gu;

const APOSTROPHES = /[’‘ʼ]/g;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const INITIALS = /^\p{L}(?:\.\p{L})+$/u;

/** Splits a text into words. Hyphens and punctuation separate them; each word keeps its position in the text. */
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

/** A text as its spoken words, joined by spaces: lower case, straight apostrophes, no punctuation, no symbols. */
export function normalise(text: string): string {
  return wordsOf(text)
    .filter((word) => !word.sign)
    .map((word) => word.text)
    .join(' ');
}
