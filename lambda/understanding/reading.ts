/** Reads what was said: which meaning its words have, given what was asked. */
import type { Meaning, Speech } from '../content/phrases.ts';
import { matchAt, type ReadSlot } from './matching.ts';
import type { Phrase, Phrasebook } from './phrasebook.ts';
import type { Heard } from './words.ts';

/** A meaning that what was said may have. */
export interface Candidate {
  meaning: Meaning;
  values: Readonly<Record<string, string>>;
  /** What speaks for it: the weight of its words. */
  found: number;
  /** What speaks against it: the weight of all other words. 0 if there are none that change anything. */
  cost: number;
  /** Whether the phrase is a sample of the interaction model, and its slots are filled with what is known. */
  sample: boolean;
  /** Whether it has every word that was said. */
  exact: boolean;
}

/** The weight of a slot that is filled. */
const SLOT_WEIGHT = 0.7;
/** What is taken off for a slot that is filled with a word that may be no name. */
const UNSURE = 0.55;
/** What a word costs that is not part of the phrase. */
const FUNCTION_COST = 0.05;
const UNKNOWN_COST = 0.35;
const KNOWN_COST = 0.5;
const NEGATION_COST = 0.3;
/** The same for "nah" and "nope". */
const NAY_COST = 0.1;
/** What it costs that a negation stands up to this many words before a phrase, or inside of it. */
export const NEGATED = 3;
const REACH = 2;
/** How much of the cost counts. */
const COST_COUNTS = 0.3;

/** A cost below this is none: sums of weights are not exact. */
const NO_COST = 1e-9;

/** What a candidate is worth. */
export function worthOf({ found, cost }: Candidate): number {
  return found - COST_COUNTS * cost;
}

/** Whether one reading of a phrase is better than another: the whole of what was said, a sample, or worth more. */
function isBetter(one: Candidate, other: Candidate): boolean {
  const [whole, otherWhole] = [one.cost === 0, other.cost === 0];
  if (whole !== otherWhole) return whole;
  if (whole && one.sample !== other.sample) return one.sample;
  return worthOf(one) > worthOf(other);
}

/** Prepares reading: what was said becomes candidates, the best first. */
export function createReading(
  phrasebook: Phrasebook,
  speech: Speech,
): (heard: Heard, readSlot: ReadSlot) => Candidate[] {
  const wordsOf = (phrases: readonly string[]): string[][] =>
    phrases.map((phrase) => [...phrasebook.normalise(phrase).words]);
  const free = new Map<string, string[][]>();
  for (const phrase of wordsOf(speech.free).sort((one, two) => two.length - one.length)) {
    const [first = ''] = phrase;
    free.set(first, [...(free.get(first) ?? []), phrase]);
  }
  const functionWords = new Set(wordsOf(speech.function).flat());
  const negations = new Set(wordsOf(speech.negation).flat());

  /** What each word costs if it is not part of the phrase. */
  const costsOf = ({ words }: Heard): number[] => {
    const costs = words.map((word) => {
      if (negations.has(word)) return NEGATION_COST;
      if (functionWords.has(word)) return FUNCTION_COST;
      const weight = phrasebook.weightOf(word);
      if (word === 'nah' || word === 'nope') return NAY_COST;
      return weight === undefined ? UNKNOWN_COST : KNOWN_COST * weight;
    });
    for (let at = 0; at < words.length; at++) {
      const phrase = free
        .get(words[at] as string)
        ?.find((parts) => parts.every((part, index) => words[at + index] === part));
      if (phrase === undefined) continue;
      costs.fill(0, at, at + phrase.length);
      at += phrase.length - 1;
    }
    return costs;
  };

  return (heard, readSlot) => {
    const { words } = heard;
    const costs = costsOf(heard);
    const total = costs.reduce((sum, cost) => sum + cost, 0);
    const said = new Set(words);
    const possible = (phrases: readonly Phrase[]): Phrase[] =>
      phrases.filter(({ needs }) => needs.every((group) => group.some((word) => said.has(word))));
    const anywhere = possible(phrasebook.beginningAnyhow);
    const best = new Map<string, Candidate>();
    for (let at = 0; at < words.length; at++) {
      const here = possible(phrasebook.beginningWith(words[at] as string));
      for (const { meaning, template, sample } of [...here, ...anywhere]) {
        matchAt(template, heard, at, readSlot, ({ literal, filling, values, unsure }) => {
          let found = 0;
          let cost = total;
          let last = at;
          for (const word of literal) {
            found += phrasebook.weightOf(words[word] as string) ?? 0;
            cost -= costs[word] as number;
            last = Math.max(last, word);
          }
          for (const word of filling) {
            cost -= costs[word] as number;
            last = Math.max(last, word);
          }
          // A negation before the phrase or inside of it turns its meaning round.
          for (let word = Math.max(0, at - REACH); word < last; word++)
            if (
              negations.has(words[word] as string) &&
              !literal.includes(word) &&
              !(word === 0 && words[0] === 'no')
            )
              cost += NEGATED;
          found += SLOT_WEIGHT * Object.keys(values).length - UNSURE * unsure;
          if (cost < NO_COST) cost = 0;
          const candidate: Candidate = {
            meaning,
            values: { ...values },
            found,
            cost,
            sample: sample && unsure === 0,
            exact: literal.length + filling.length === words.length,
          };
          const known = best.get(meaning);
          if (known === undefined || isBetter(candidate, known)) best.set(meaning, candidate);
        });
      }
    }
    return [...best.values()].sort((one, two) => worthOf(two) - worthOf(one));
  };
}
