/** The phrases of a language, prepared for finding them in what was said. */
import type { Meaning, Phrases } from '../content/content.ts';
import { firstWords, neededWords, type Part, parseTemplate, wordsIn } from './template.ts';
import { createNormalise, type Normalise } from './words.ts';

/** A template and what it means. */
export interface Phrase {
  meaning: Meaning;
  template: Part;
  /** Groups of words of which at least one must be said (see `neededWords`). */
  needs: readonly (readonly string[])[];
}

/** The phrases of a language. */
export interface Phrasebook {
  normalise: Normalise;
  /** The phrases that can begin with a word: the answers to a question of this kind, and those that work everywhere. */
  beginningWith(word: string, kind: string | null): { answers: Phrase[]; others: Phrase[] };
  /** Whether a word changes nothing where it stands. */
  isFree(word: string): boolean;
  /** Whether a word is one that everybody uses, so that it is no name. */
  isCommon(word: string): boolean;
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

/** Prepares the phrases of a language. */
export function createPhrasebook({
  speech,
  classes,
  samples,
  anywhere,
  at,
}: Omit<Phrases, 'costs'>): Phrasebook {
  const normalise = createNormalise(speech);
  const meaningsOf = new Map<string, Set<Meaning>>();
  const wordsOf = (word: string): readonly string[] => normalise(word).words;

  const indexOf = (
    phrases: Phrases['anywhere'],
    index = new Map<string, Phrase[]>(),
  ): Map<string, Phrase[]> => {
    for (const [meaning, templates] of Object.entries(phrases) as [Meaning, readonly string[]][])
      for (const source of templates) {
        const template = parseTemplate(source, classes, wordsOf);
        for (const word of wordsIn(template)) {
          const meanings = meaningsOf.get(word) ?? new Set();
          meaningsOf.set(word, meanings.add(meaning));
        }
        const needs = neededWords(template).filter((group) => group.length <= MOST_NEEDED);
        const phrase: Phrase = { meaning, template, needs };
        for (const first of firstWords(template)) {
          const list = index.get(first) ?? [];
          list.push(phrase);
          index.set(first, list);
        }
      }
    return index;
  };
  const everywhere = indexOf(anywhere, indexOf(samples));
  const atKinds = new Map<string, Map<string, Phrase[]>[]>();
  for (const [kinds, phrases] of Object.entries(at)) {
    const index = indexOf(phrases);
    for (const kind of kinds.split('|')) atKinds.set(kind, [...(atKinds.get(kind) ?? []), index]);
  }

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
  const lists = new Map<string, { answers: Phrase[]; others: Phrase[] }>();
  const NONE: Phrase[] = [];
  return {
    normalise,
    isFree: (word) => freeWords.has(word),
    isCommon: (word) => common.has(word),
    weightOf: (word) => weights.get(word),
    beginningWith: (word, kind) => {
      const key = `${kind ?? ''} ${word}`;
      const known = lists.get(key);
      if (known !== undefined) return known;
      const here = kind === null ? [] : (atKinds.get(kind) ?? []);
      const found = {
        answers: here.flatMap((index) => [...(index.get(word) ?? NONE), ...(index.get('*') ?? NONE)]),
        others: [...(everywhere.get(word) ?? NONE), ...(everywhere.get('*') ?? NONE)],
      };
      // Only words of phrases are remembered, so that there is an end to them.
      if (weights.has(word)) lists.set(key, found);
      return found;
    },
  };
}
