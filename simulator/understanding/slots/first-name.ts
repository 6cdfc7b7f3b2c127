import type { Word } from '../../../interaction-models/words.ts';
import data from './first-names.json' with { type: 'json' };
import ordinaryWords from './ordinary-words.json' with { type: 'json' };
import { type Span, writtenText } from './span.ts';

/**
 * The words around a name, from those that make a name least likely: `bare`, with nothing or only "and" beside it;
 * `carrier`, after words that begin many other sentences ("it's ..."); `naming`, after words about names ("call me ...");
 * `elicited`, as the answer to a question for a name.
 */
export type NameContext = 'bare' | 'carrier' | 'naming' | 'elicited';

const NAMES: ReadonlySet<string> = new Set(data.names);
const ALSO_WORDS: ReadonlySet<string> = new Set(data.alsoWords);
const ORDINARY: ReadonlySet<string> = new Set(ordinaryWords);
const NEVER_A_NAME = /^(i|i'.+|and|or|ok|okay|alexa|(mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const ENDS_LIKE_NO_NAME =
  /..(ing|ed|ful|ous|able|ible|ly|ness|ive|tion|ment|ish|less|n't|'s|'re|'ve|'ll|'d)$/;
const EDGES = /^[\s.,!?;:…]+|[\s.,!?;:…]+$/gu;

/**
 * Reads AMAZON.FirstName. Amazon also sends names that are not in its list. So an answer to a question for a name is
 * accepted as it is, up to three words. Anywhere else a name has one or two words, and the less its context speaks of
 * names, the less it may look like an ordinary word.
 *
 * @returns the name as the speaker wrote it; null if the words are not a name.
 */
export function firstNameSlot(span: Span, context: NameContext): string | null {
  if (context === 'elicited') {
    const whole = span.text.slice(span.from, span.to).replace(EDGES, '');
    return span.words.length > 0 && countParts(whole) <= 3 ? whole : null;
  }
  const name = writtenText(span);
  if (countParts(name) > 2) return null;
  const isName = (word: Word, index: number): boolean => {
    const isFirst = span.startsUtterance && index === 0;
    if (looksLikeName(span.text, word, isFirst)) return true;
    if (context === 'bare' || !/^[\p{L}\p{M}'.-]+$/u.test(word.text)) return false;
    if (context === 'naming') return !ORDINARY.has(word.text) && !NEVER_A_NAME.test(word.text);
    return span.words.length === 1 && !isOrdinary(word.text) && !ALSO_WORDS.has(word.text);
  };
  return span.words.every(isName) ? name : null;
}

/**
 * Whether a word is a name in any context: it is in the list, or it begins with a capital. The capital of the first word
 * of an utterance proves nothing.
 */
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

function countParts(text: string): number {
  return text.split(/\s+/).filter((part) => part !== '').length;
}
