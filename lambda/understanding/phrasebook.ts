/** The phrases of a language, prepared for finding them in what was said. */
import type { Meaning, Phrases } from '../content/phrases.ts';
import { matchAt } from './matching.ts';
import { createParse, firstWords, neededWords, type Parse, type Part, wordsIn } from './template.ts';
import { createNormalise, type Heard, type Normalise } from './words.ts';

/** A template and what it means. */
export interface Phrase {
  meaning: Meaning;
  template: Part;
  /** Whether it is a sample of the interaction model too. */
  sample: boolean;
  /** Groups of words of which at least one must be said (see `neededWords`). */
  needs: readonly (readonly string[])[];
}

/** The phrases of a language. */
export interface Phrasebook {
  normalise: Normalise;
  /** Reads templates with the classes of the language. */
  parse: Parse;
  /** The phrases that can begin with this word, but not with any other as well. */
  beginningWith(word: string): readonly Phrase[];
  /** The phrases that can begin with any word. */
  beginningAnyhow: readonly Phrase[];
  /** Whether a word changes nothing where it stands. */
  isFree(word: string): boolean;
  /** Whether a word is one that everybody uses, so that it is no name. */
  isCommon(word: string): boolean;
  /** Whether a word alone is a sample, such as "pause". */
  isSample(word: string): boolean;
  /** How much a word counts: the more meanings have it in their phrases, the less. Undefined if none has. */
  weightOf(word: string): number | undefined;
}

/** The weight of a word that belongs to the phrases of one meaning alone, and what every further meaning takes off. */
const HEAVIEST = 1;
const LIGHTEST = 0.35;
const SHARED = 0.07;
/** The weight of function words, such as "the": they tell no meanings apart. */
const FUNCTION_WEIGHT = 0.12;

/** Longer groups of needed words are not checked: they cost more than they spare. */
const MOST_NEEDED = 12;

function phraseOf(meaning: Meaning, template: Part, sample: boolean): Phrase {
  let needs: Phrase['needs'] | undefined;
  return {
    meaning,
    template,
    sample,
    // Worked out when a word with which it can begin is said for the first time.
    get needs() {
      needs ??= neededWords(template).filter((group) => group.length <= MOST_NEEDED);
      return needs;
    },
  };
}

/** Prepares the phrases of a language. */
export function createPhrasebook({ speech, classes, samples, reads }: Omit<Phrases, 'costs'>): Phrasebook {
  const normalise = createNormalise(speech);
  const meaningsOf = new Map<string, Set<Meaning>>();
  const wordsOf = (word: string): readonly string[] => normalise(word).words;

  const parse = createParse(classes, wordsOf);
  const index = new Map<string, Phrase[]>();
  const add = (phrases: Phrases['reads'], sample: boolean): void => {
    for (const [meaning, templates] of Object.entries(phrases) as [Meaning, readonly string[]][])
      for (const source of templates) {
        const template = parse(source);
        for (const word of wordsIn(template)) {
          const meanings = meaningsOf.get(word) ?? new Set();
          meaningsOf.set(word, meanings.add(meaning));
        }
        const phrase = phraseOf(meaning, template, sample);
        for (const first of firstWords(template)) {
          const list = index.get(first) ?? [];
          list.push(phrase);
          index.set(first, list);
        }
      }
  };
  add(samples, true);
  add(reads, false);

  const functionWords = new Set(speech.function.flatMap(wordsOf));
  const weights = new Map<string, number>();
  for (const [word, meanings] of meaningsOf)
    weights.set(
      word,
      functionWords.has(word) ? FUNCTION_WEIGHT : Math.max(LIGHTEST, HEAVIEST - SHARED * (meanings.size - 1)),
    );

  const common = new Set([
    ...functionWords,
    ...[...speech.free, ...speech.negation, ...speech.common].flatMap(wordsOf),
  ]);
  const freeWords = new Set(speech.free.flatMap((phrase) => (phrase.includes(' ') ? [] : wordsOf(phrase))));
  const isSample = (word: string): boolean => {
    const heard: Heard = { text: word, words: [word], places: [[0, word.length]] };
    let found = false;
    for (const { sample, template } of index.get(word) ?? [])
      if (sample)
        matchAt(
          template,
          heard,
          0,
          () => [],
          () => {
            found = true;
          },
        );
    return found;
  };
  return {
    normalise,
    parse,
    isFree: (word) => freeWords.has(word),
    isCommon: (word) => common.has(word),
    isSample,
    weightOf: (word) => weights.get(word),
    beginningWith: (word) => index.get(word) ?? [],
    beginningAnyhow: index.get('*') ?? [],
  };
}
