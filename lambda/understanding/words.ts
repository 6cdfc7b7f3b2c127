/** Words: what somebody said, in the form in which it is compared with phrases. */
import type { Speech } from '../content/phrases.ts';

/** What somebody said, as words. */
export interface Heard {
  /** As it was said. */
  text: string;
  /** The words in the form in which they are compared: "I'm" is "i", "am". */
  words: readonly string[];
  /** Where each of the words stands in `text` (UTF-16 indices, end exclusive). Several words can share one place. */
  places: readonly (readonly [start: number, end: number])[];
}

/** Turns what was said into words. */
export type Normalise = (text: string) => Heard;

/** Words with their apostrophes, initials such as "a.j.", numbers such as "7:30", and emoji. Everything else separates. */
const WORD =
  /\p{N}+(?:[:.]\p{N}+)*|\p{L}(?:\.\p{L})+\.?|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*|\p{Extended_Pictographic}/gu;
/** The same for text in ASCII, as nearly all is. A pattern for all letters of Unicode takes milliseconds to compile. */
const ASCII_WORD = /[0-9]+(?:[:.][0-9]+)*|[a-z](?:\.[a-z])+\.?|[a-z0-9]+(?:'[a-z0-9]+)*/gi;
const ONE_WORD = /^[a-z]+$/;
const LOWER_CASE = /^[a-z0-9']*$/;
const ASCII = /^[^\u0080-\uffff]*$/;
/** What is said is looked at up to this many words. A sentence to keep is shorter. */
const MOST_WORDS = 60;
/** The longest run of words that is taken for one that was begun twice: "can we can we". */
const LONGEST_DOUBLED = 3;

/**
 * Prepares the turning of text into words: in lower case, with straight apostrophes, with contractions and regional
 * spellings replaced, without hesitation, and without words that were said twice.
 */
export function createNormalise({ contractions, hesitation }: Speech): Normalise {
  const replaced = new Map(Object.entries(contractions).map(([from, to]) => [from, to.split(' ')]));
  const hesitations = new Set(hesitation);
  // "Uh huh" is a yes, though "uh" and "huh" alone mean nothing.
  const joined = Object.keys(contractions).filter((from) => from.includes(' '));
  const wordOf = (one: RegExp, letter: string): RegExp =>
    joined.length === 0
      ? one
      : new RegExp(`${joinedPattern(joined, letter)}|${one.source}`, `i${one.unicode ? 'gu' : 'g'}`);
  const asciiWord = wordOf(ASCII_WORD, 'a-z0-9');
  let anyWord: RegExp | undefined;
  const wordIn = (text: string): RegExp => {
    if (ASCII.test(text)) return asciiWord;
    anyWord ??= wordOf(WORD, '\\p{L}\\p{N}');
    return anyWord;
  };
  return (text) => {
    if (ONE_WORD.test(text) && !replaced.has(text))
      return hesitations.has(text)
        ? { text, words: [], places: [] }
        : { text, words: [text], places: [[0, text.length]] };
    const words: string[] = [];
    const places: (readonly [number, number])[] = [];
    for (const match of text.matchAll(wordIn(text))) {
      if (words.length >= MOST_WORDS) break;
      const own = plain(match[0]);
      if (hesitations.has(own)) continue;
      for (const part of replaced.get(own) ?? [own]) {
        if (part === '') continue;
        words.push(part);
        places.push([match.index, match.index + match[0].length]);
        dropDoubled(words, places);
      }
    }
    return { text, words, places };
  };
}

/**
 * A pattern for words that belong together, with a space or a hyphen between them.
 *
 * @param letter - what no such word stands in the middle of
 */
function joinedPattern(joined: readonly string[], letter: string): string {
  const each = joined.map((words) => words.replaceAll(' ', '[\\s-]+'));
  return `(?<![${letter}])(?:${each.join('|')})(?![${letter}'’ʼ])`;
}

/** A word without "'s". */
export function withoutPossessive(word = ''): string {
  return word.replace(/'s$/u, '');
}

/** A text in lower case, with straight apostrophes. */
export function lowered(text: string): string {
  return text.toLowerCase().replace(/[’ʼ]/gu, "'");
}

/** A word in lower case, with straight apostrophes, in one Unicode form, and without the full stops of initials. */
function plain(word: string): string {
  if (LOWER_CASE.test(word)) return word;
  const lower = lowered(word.normalize('NFC')).replace(/[\s-]+/gu, ' ');
  return /^\p{L}(?:\.\p{L})+\.?$/u.test(lower) ? lower.replaceAll('.', '') : lower;
}

/** Removes the last words if they repeat those before them. */
function dropDoubled(words: string[], places: (readonly [number, number])[]): void {
  for (let length = 1; length <= LONGEST_DOUBLED; length++) {
    const from = words.length - 2 * length;
    if (from < 0) return;
    let same = true;
    for (let i = 0; i < length; i++) same &&= words[from + i] === words[from + length + i];
    if (!same) continue;
    words.length -= length;
    places.length = words.length;
    return;
  }
}
