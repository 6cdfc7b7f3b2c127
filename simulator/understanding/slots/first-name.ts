import type { Word } from '../../../interaction-models/words.ts';
import data from './first-names.json' with { type: 'json' };
import ordinaryWords from './ordinary-words.json' with { type: 'json' };
import { type Span, writtenText } from './span.ts';

/**
 * Where a name is expected, from the least certain: alone or beside "and" only; after a few words that begin many
 * other sentences ("it's ..."); after words that speak of names ("call me ..."); or as the answer just asked for.
 */
export type NamePlace = 'bare' | 'carrier' | 'naming' | 'elicited';

const NAMES: ReadonlySet<string> = new Set(data.names);
const ALSO_WORDS: ReadonlySet<string> = new Set(data.alsoWords);
const ORDINARY: ReadonlySet<string> = new Set(ordinaryWords);
const NEVER_A_NAME = /^(i|i'.+|and|or|ok|okay|alexa|(mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const ENDS_LIKE_NO_NAME =
  /..(ing|ed|ful|ous|able|ible|ly|ness|ive|tion|ment|ish|less|n't|'s|'re|'ve|'ll|'d)$/;
const EDGES = /^[\s.,!?;:…]+|[\s.,!?;:…]+$/gu;

/**
 * AMAZON.FirstName: the name in the speaker's own writing, or null. Amazon delivers names outside its list too, so
 * what was asked for is taken as it is, up to three words; elsewhere a name is one or two words, and must look less
 * like an ordinary word the more ordinary its surroundings are.
 */
export function firstNameSlot(span: Span, place: NamePlace): string | null {
  if (place === 'elicited') {
    const whole = span.text.slice(span.from, span.to).replace(EDGES, '');
    return span.words.length > 0 && chunks(whole) <= 3 ? whole : null;
  }
  const name = writtenText(span);
  if (chunks(name) > 2) return null;
  const isName = (word: Word, index: number): boolean => {
    const isFirst = span.startsUtterance && index === 0;
    if (looksLikeName(span.text, word, isFirst)) return true;
    if (place === 'bare' || !/^[\p{L}\p{M}'.-]+$/u.test(word.text)) return false;
    if (place === 'naming') return !ORDINARY.has(word.text) && !NEVER_A_NAME.test(word.text);
    return span.words.length === 1 && !isOrdinary(word.text) && !ALSO_WORDS.has(word.text);
  };
  return span.words.every(isName) ? name : null;
}

/** A name wherever it stands: listed, or written as one. The first word of an utterance has its capital anyway. */
function looksLikeName(text: string, word: Word, isFirst: boolean): boolean {
  if (NEVER_A_NAME.test(word.text)) return false;
  if (word.sign || NAMES.has(word.text) || isInAnotherScript(word.text)) return true;
  if (!/^\p{Lu}/u.test(text.slice(word.start, word.end))) return false;
  return !isFirst || ALSO_WORDS.has(word.text) || !isOrdinary(word.text);
}

function isOrdinary(word: string): boolean {
  return ORDINARY.has(word) || NEVER_A_NAME.test(word) || ENDS_LIKE_NO_NAME.test(word);
}

function isInAnotherScript(word: string): boolean {
  return /\p{L}/u.test(word) && !/\p{Script=Latin}/u.test(word);
}

function chunks(text: string): number {
  return text.split(/\s+/).filter((chunk) => chunk !== '').length;
}
