/**
 * Learns from examples what each feature of an utterance says about its meaning: for each sense, a linear support vector
 * machine tells its examples from all others (squared hinge loss, L1 or L2).
 */

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
  /** What the square of a weight costs: the higher, the smaller they are (L2). */
  readonly smallness: number;
  readonly rounds: number;
}

/** What 1 of evidence counts in natural logarithms, so that probabilities are true for examples not learned from. */
const SHARPNESS = 5;

/**
 * The weight of each feature for each sense, in natural logarithms of how likely it makes the sense. Proximal gradient descent with momentum (FISTA), without chance: the same
 * examples give the same weights. The more examples have a feature, and the more other features these have, the smaller
 * are the steps of its weights, so that none swings.
 */
export function learn(
  examples: readonly Example[],
  senses: readonly string[],
  { least, sparseness, smallness, rounds }: LearnOptions,
): Map<string, number[]> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= least).map(([feature]) => feature);
  known.sort();
  const indexOf = new Map(known.map((feature, index) => [feature, index]));
  const rows = examples.map(({ features }) =>
    Int32Array.from(features.flatMap((feature) => indexOf.get(feature) ?? [])),
  );
  const targets = examples.map(({ senses: right }) => right.map((sense) => senses.indexOf(sense)));
  const steps = new Float64Array(known.length);
  for (const row of rows)
    for (const feature of row) steps[feature] = (steps[feature] as number) + (2 * row.length) / rows.length;
  for (const [feature, bound] of steps.entries()) steps[feature] = 1 / bound;

  const width = senses.length;
  const size = known.length * width;
  let weights = new Float32Array(size);
  const ahead = new Float32Array(size);
  const gradient = new Float32Array(size);
  const scores = new Float64Array(width);
  let momentum = 1;
  for (let round = 0; round < rounds; round++) {
    gradient.fill(0);
    for (const [index, row] of rows.entries()) {
      scores.fill(0);
      for (const feature of row)
        for (let sense = 0, at = feature * width; sense < width; sense++, at++)
          (scores[sense] as number) += ahead[at] as number;
      // What is right should have at least 1, everything else at most -1.
      const right = targets[index] as number[];
      const missing = right.map((sense) => Math.min((scores[sense] as number) - 1, 0));
      for (let sense = 0; sense < width; sense++) scores[sense] = Math.max((scores[sense] as number) + 1, 0);
      for (const [at, sense] of right.entries()) scores[sense] = missing[at] as number;
      for (const feature of row)
        for (let sense = 0, at = feature * width; sense < width; sense++, at++)
          (gradient[at] as number) += scores[sense] as number;
    }
    const next = new Float32Array(size);
    const after = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    for (let at = 0; at < size; at++) {
      const step = steps[Math.floor(at / width)] as number;
      const moved = (ahead[at] as number) - (step * 2 * (gradient[at] as number)) / rows.length;
      next[at] =
        (Math.sign(moved) * Math.max(Math.abs(moved) - step * sparseness, 0)) / (1 + step * smallness);
    }
    for (let at = 0; at < size; at++)
      ahead[at] =
        (next[at] as number) + ((momentum - 1) / after) * ((next[at] as number) - (weights[at] as number));
    weights = next;
    momentum = after;
  }
  return new Map(
    known.map((feature, index) => [
      feature,
      [...weights.subarray(index * width, (index + 1) * width)].map((weight) => SHARPNESS * weight),
    ]),
  );
}
