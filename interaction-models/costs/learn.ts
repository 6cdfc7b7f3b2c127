/**
 * Learns from examples what each feature of an utterance says about its meaning: for each sense, a linear support vector
 * machine tells its examples from all others (squared hinge loss, L1).
 */
import { ALWAYS } from '../../lambda/understanding/hashed-costs.ts';

/** An example: its features, and the senses that are right for it. */
export interface Example {
  readonly features: readonly string[];
  readonly senses: readonly string[];
}

export interface LearnOptions {
  /** A feature counts if at least this many examples have it. */
  readonly least: number;
  /** What a weight costs: the higher, the fewer weights there are (L1). */
  readonly sparseness: number;
  /** How often each example is looked at. */
  readonly rounds: number;
  /** This many weights are kept, the largest ones; all others are nothing. */
  readonly kept: number;
  /** How often each example is looked at after that, while weights cost nothing. */
  readonly again: number;
  /** The length of the first steps. */
  readonly rate: number;
  /** The share of the features that are left out each time, so that no feature is relied on alone. */
  readonly leftOut: number;
}

/** What 1 of evidence counts in natural logarithms, so that probabilities are true for examples not learned from. */
const SHARPNESS = 5;

/** By how much the last steps are shorter than the first. */
const SHORTENING = 0.9;
/** The first steps with the kept weights are this much as long as the very first ones. */
const SECOND_RATE = 0.5;

/** The seeds of the chance by which examples are put in order and features left out. What is learned is the mean of all. */
const SEEDS = [1, 2, 3, 4, 5, 6];

/**
 * The weight of each feature for each sense, in natural logarithms of how likely it makes the sense. It goes from example to
 * example, each time with a part of its features, and takes smaller steps for a weight the more it was changed before
 * (AdaGrad). The largest weights are then learned once more by themselves, since the cost has made them too small. Both are
 * done several times and the mean is taken, so that little is left to chance. The same examples give the same weights.
 */
export function learn(
  examples: readonly Example[],
  senses: readonly string[],
  { least, sparseness, rounds, kept, again, rate, leftOut }: LearnOptions,
): Map<string, number[]> {
  const known = knownFeatures(examples, least);
  const indexOf = new Map(known.map((feature, index) => [feature, index]));
  const rows = examples.map(
    ({ features, senses: right }): Row => ({
      features: Int32Array.from(features.flatMap((feature) => indexOf.get(feature) ?? [])),
      right: right.map((sense) => senses.indexOf(sense)),
    }),
  );
  const width = senses.length;
  const nothing: Weights = {
    always: new Float64Array(width),
    features: new Float32Array(known.length * width),
  };
  const first = mean(
    SEEDS.map((seed) =>
      goThrough(rows, nothing, { seed, rounds, rate, sparseness, leftOut, asFound: false }),
    ),
  );
  const largest = onlyLargest(first, kept);
  const { always, features } = mean(
    SEEDS.map((seed) =>
      goThrough(rows, largest, {
        seed,
        rounds: again,
        rate: SECOND_RATE * rate,
        sparseness: 0,
        leftOut,
        asFound: true,
      }),
    ),
  );
  const sharp = (those: Iterable<number>): number[] => Array.from(those, (weight) => SHARPNESS * weight);
  return new Map([
    [ALWAYS, sharp(always)],
    ...known.map((feature, index): [string, number[]] => [
      feature,
      sharp(features.subarray(index * width, (index + 1) * width)),
    ]),
  ]);
}

/** An example: the indices of its features, and of the senses that are right for it. */
interface Row {
  readonly features: Int32Array;
  readonly right: readonly number[];
}

/** The weights of all features, one after the other, and what speaks for each sense in every example. */
interface Weights {
  readonly always: Float64Array;
  readonly features: Float32Array;
}

interface GoOptions extends Pick<LearnOptions, 'rounds' | 'rate' | 'sparseness' | 'leftOut'> {
  readonly seed: number;
  /** Whether weights that are nothing stay so. */
  readonly asFound: boolean;
}

/** The weights after the examples were gone through for this many rounds. */
function goThrough(
  rows: readonly Row[],
  from: Weights,
  { seed, rounds, rate, sparseness, leftOut, asFound }: GoOptions,
): Weights {
  const weights = from.features.slice();
  const always = from.always.slice();
  const width = always.length;
  /** One more than the sum of the squares of what a weight was changed by; infinite for one that stays nothing. */
  const changes = new Float32Array(weights.length).fill(1);
  if (asFound)
    for (const [at, weight] of weights.entries()) if (weight === 0) changes[at] = Number.POSITIVE_INFINITY;
  const alwaysChanges = new Float64Array(width).fill(1);
  /** How many examples had been seen when the weights of a feature were last made smaller. */
  const smallerAt = new Int32Array(weights.length / width);
  const random = chance(seed);
  const order = [...rows];
  const errors = new Float64Array(width);
  const scale = 1 / (1 - leftOut);
  let seen = 0;

  const makeSmaller = (feature: number, by: number): void => {
    const cost = by * (seen - (smallerAt[feature] as number));
    smallerAt[feature] = seen;
    for (let at = feature * width; at < (feature + 1) * width; at++) {
      const weight = weights[at] as number;
      if (weight === 0) continue;
      const less = Math.abs(weight) - cost / Math.sqrt(changes[at] as number);
      weights[at] = less > 0 ? Math.sign(weight) * less : 0;
    }
  };

  const learnFrom = ({ features, right }: Row, step: number): void => {
    const taken = features.filter(() => random() >= leftOut);
    errors.fill(0);
    for (const feature of taken)
      for (let sense = 0, at = feature * width; sense < width; sense++, at++)
        (errors[sense] as number) += weights[at] as number;
    for (let sense = 0; sense < width; sense++)
      errors[sense] = (errors[sense] as number) * scale + (always[sense] as number);
    // What is right should have at least 1, everything else at most -1.
    const missing = right.map((sense) => Math.min((errors[sense] as number) - 1, 0));
    for (let sense = 0; sense < width; sense++) errors[sense] = Math.max((errors[sense] as number) + 1, 0);
    for (const [at, sense] of right.entries()) errors[sense] = missing[at] as number;
    for (let sense = 0; sense < width; sense++) {
      const change = errors[sense] as number;
      (alwaysChanges[sense] as number) += change * change;
      (always[sense] as number) -= (step * change) / Math.sqrt(alwaysChanges[sense] as number);
    }
    for (const feature of taken)
      for (let sense = 0, at = feature * width; sense < width; sense++, at++) {
        const change = (errors[sense] as number) * scale;
        if (change === 0) continue;
        (changes[at] as number) += change * change;
        (weights[at] as number) -= (step * change) / Math.sqrt(changes[at] as number);
      }
  };

  let step = rate;
  for (let round = 0; round < rounds; round++) {
    step = rate * (1 - (SHORTENING * round) / rounds);
    shuffle(order, random);
    for (const row of order) {
      seen++;
      if (sparseness > 0) for (const feature of row.features) makeSmaller(feature, sparseness * step);
      learnFrom(row, step);
    }
  }
  for (let feature = 0; feature < smallerAt.length; feature++) makeSmaller(feature, sparseness * step);
  return { always, features: weights };
}

/** The mean of weights. */
function mean(all: readonly Weights[]): Weights {
  const [first] = all as [Weights];
  const of = (list: (weights: Weights) => ArrayLike<number>) => (_: number, at: number) =>
    all.reduce((sum, one) => sum + (list(one)[at] as number), 0) / all.length;
  return {
    always: first.always.map(of(({ always }) => always)),
    features: first.features.map(of(({ features }) => features)),
  };
}

/** The largest weights, this many of them. All others are nothing. */
function onlyLargest({ always, features }: Weights, kept: number): Weights {
  const smallest = features.map(Math.abs).sort()[Math.max(features.length - kept, 0)] as number;
  return { always, features: features.map((weight) => (Math.abs(weight) < smallest ? 0 : weight)) };
}

/** The features that at least this many examples have, in alphabetical order. */
function knownFeatures(examples: readonly Example[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts]
    .filter(([feature, count]) => feature !== ALWAYS && count >= least)
    .map(([feature]) => feature)
    .sort();
}

/** Numbers from 0 to less than 1 that look as if they were by chance; the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts a list into another order, by chance. */
function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
}
