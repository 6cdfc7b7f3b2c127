/** Gathers the clues to what was said: its words, the phrases in it, and whether it is a yes or a no. */
import type { Phrases } from '../content/phrases.ts';
import type { Question } from '../conversation/model/question.ts';
import { type Clues, createFeatures } from './evidence.ts';
import { kindOf } from './kind-of-question.ts';
import type { ReadSlot } from './matching.ts';
import { createPhrasebook, type Phrasebook } from './phrasebook.ts';
import { createPolarity } from './polarity.ts';
import { createReading } from './reading.ts';
import type { SaidValue } from './said-choice.ts';
import { createReadSlot, type KnownNames } from './values.ts';
import type { Heard } from './words.ts';

/** Reads the values of slots. */
export interface SlotReader {
  at: ReadSlot;
  /** The values of a slot in what was said, from the first to the last. They do not overlap. */
  anywhere(slot: string, heard: Heard): SaidValue[];
}

/** Finds clues. */
export interface FindClues {
  phrasebook: Phrasebook;
  isOrdinary(word: string): boolean;
  readSlot(names: KnownNames): SlotReader;
  cluesIn(said: string, question: Question | null, names: KnownNames): Clues;
  features(clues: Clues): string[];
  /** The features of what was said, for learning. */
  featuresOf(said: string, question: Question | null, names: KnownNames): string[];
}

/** Prepares finding clues with the phrases of a language. */
export function createClues(phrases: Omit<Phrases, 'costs'>): FindClues {
  const phrasebook = createPhrasebook(phrases);
  const { normalise } = phrasebook;
  const isOrdinary = (word: string): boolean =>
    phrasebook.weightOf(word) !== undefined || phrasebook.isCommon(word);
  const read = createReading(phrasebook, phrases.speech);
  const readSlot = createReadSlot(phrases.types, phrases.speech, normalise, isOrdinary);
  const polarity = createPolarity(phrasebook.parse);
  const features = createFeatures(normalise);
  const cluesIn = (said: string, question: Question | null, names: KnownNames): Clues => {
    const heard = normalise(said);
    const kind = question === null ? null : kindOf(question.id);
    return {
      heard,
      kind,
      question,
      names,
      candidates: read(heard, readSlot(names)),
      polarity: polarity(heard, (at) => phrasebook.isFree(heard.words[at] ?? '')),
      isOrdinary,
    };
  };
  return {
    phrasebook,
    isOrdinary,
    readSlot: (names) => {
      const values = readSlot(names);
      return {
        at: values,
        anywhere: (slot, heard) => {
          const all: SaidValue[] = [];
          for (let at = 0; at < heard.words.length; ) {
            const found = values(slot, heard, at).find(({ unsure }) => unsure !== true);
            if (found !== undefined) all.push({ value: found.value, at, words: found.words });
            at += Math.max(1, found?.words ?? 1);
          }
          return all;
        },
      };
    },
    cluesIn,
    features,
    featuresOf: (said, question, names) => features(cluesIn(said, question, names)),
  };
}
