/**
 * Evidence: what each word of an utterance says about its meaning. Words, pairs of words, the question that was asked
 * and the phrases that were found are features; the costs of a language say how much each feature speaks for or against
 * each meaning. They are learned from examples (interaction-models/costs).
 */
import type { Costs } from '../content/phrases.ts';
import type { Question } from '../conversation/model/question.ts';
import { type AddWeights, ALWAYS, weightsIn } from './hashed-costs.ts';
import { learnedAs } from './kind-of-question.ts';
import type { Polarity } from './polarity.ts';
import { type Candidate, worthOf } from './reading.ts';
import type { KnownNames } from './values.ts';
import { type Heard, type Normalise, withoutPossessive } from './words.ts';

/** A class of meanings that are told apart by their words, or `none` for words that are not for the skill. */
export type Sense = string;

/** What is known of an utterance, before it is judged. */
export interface Clues {
  heard: Heard;
  /** The kind of question that was asked; null for none. */
  kind: string | null;
  question: Question | null;
  names: KnownNames;
  candidates: readonly Candidate[];
  polarity: Polarity | null;
  /** Whether a word is an ordinary one. */
  isOrdinary(word: string): boolean;
}

/** How likely each sense is, the likeliest first. The probabilities add up to 1. */
export type Judged = readonly { sense: Sense; probability: number }[];

/** How likely a sense is. */
export function probabilityOf(sense: Sense, judged: Judged): number {
  return judged.find((one) => one.sense === sense)?.probability ?? 0;
}

/** Words that make no difference to each other. */
const SAME_WORD: ReadonlyMap<string, string> = new Map([
  ['he', 'they'],
  ['she', 'they'],
  ['him', 'them'],
  ['her', 'them'],
  ['his', 'their'],
]);

/** A word without its ending: "recording" and "recorded" are one. */
function stemOf(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:ings?|ed|es|s|er|ly)$/u, '');
}

/** From these on the number of words makes no difference. */
const LONG = 9;

/** The features of an utterance. */
export function createFeatures(normalise: Normalise): (clues: Clues) => string[] {
  return ({ heard, kind, question, names, candidates, polarity, isOrdinary }) => {
    const known = new Set(names.flatMap((name) => (name === null ? [] : normalise(name).words)));
    const words = heard.words.map((word) => {
      const own = withoutPossessive(word);
      if (known.has(own)) return '@name';
      return /^\d/u.test(word) ? '@number' : (SAME_WORD.get(own) ?? own);
    });
    const features = new Set<string>([ALWAYS]);
    for (const [index, word] of words.entries()) {
      features.add(word);
      const stem = stemOf(word);
      if (stem !== word) features.add(`${stem}~`);
      const next = words[index + 1];
      if (next !== undefined) features.add(`${word} ${next}`);
    }
    const unasked = names.length > 0 ? 'nothing' : 'cold';
    const at = kind === null ? unasked : learnedAs(kind);
    features.add(`=${at}`);
    for (const word of words.slice(0, 2)) features.add(`=${at} ${word}`);
    if (words[0] !== undefined) features.add(`^${words[0]}`);
    const last = words.at(-1);
    if (last !== undefined) features.add(`${last}$`);
    if (words.length <= 2) features.add('#short').add(`#short ${at}`);
    if (words.length >= LONG) features.add('#long');
    if (question?.talking === true) features.add('#talking');
    const unusual = words.filter((word) => word !== '@name' && !isOrdinary(word)).length;
    features.add(`#unusual ${Math.min(unusual, 3)} ${question?.listensFor ?? ''}`);
    if (polarity !== null) {
      features.add(`!${polarity.says}`);
      features.add(`!${polarity.says} ${at}`);
      if (polarity.besides <= 1) features.add(`!${polarity.says} only`);
    }
    for (const [rank, candidate] of candidates.slice(0, 4).entries()) {
      const worth = worthOf(candidate);
      if (worth <= 0) continue;
      features.add(`+${candidate.meaning}`);
      if (rank === 0) features.add(`+1 ${candidate.meaning}`);
      if (worth > 0.8) features.add(`++${candidate.meaning}`);
    }
    return [...features];
  };
}

/** Prepares judging by the costs of a language. */
export function createJudge({ senses, costs }: Costs): (features: readonly string[]) => Judged {
  return judgeBy(senses, weightsIn(costs));
}

/** Prepares judging by weights. */
export function judgeBy(
  senses: readonly Sense[],
  addWeights: AddWeights,
): (features: readonly string[]) => Judged {
  return (features) => {
    const sums = new Float64Array(senses.length);
    for (const feature of features) addWeights(feature, sums);
    const highest = Math.max(...sums);
    let total = 0;
    for (let i = 0; i < sums.length; i++) {
      sums[i] = Math.exp((sums[i] as number) - highest);
      total += sums[i] as number;
    }
    return senses
      .map((sense, index) => ({ sense, probability: (sums[index] as number) / total }))
      .sort((one, two) => two.probability - one.probability);
  };
}
