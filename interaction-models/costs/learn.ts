/** Learns from examples what each feature of an utterance says about its meaning: multinomial logistic regression. */

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
  readonly rounds: number;
  /** How far weights move in a round: as far as they can without swinging. */
  readonly step: number;
}

/**
 * The weight of each feature for each sense. Proximal gradient descent with momentum (FISTA), without chance: the same
 * examples give the same weights.
 */
export function learn(
  examples: readonly Example[],
  senses: readonly string[],
  { least, sparseness, rounds, step }: LearnOptions,
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
      let highest = -Infinity;
      for (let sense = 0; sense < width; sense++) highest = Math.max(highest, scores[sense] as number);
      let total = 0;
      for (let sense = 0; sense < width; sense++) {
        scores[sense] = Math.exp((scores[sense] as number) - highest);
        total += scores[sense] as number;
      }
      const right = targets[index] as number[];
      for (let sense = 0; sense < width; sense++) (scores[sense] as number) /= total;
      for (const sense of right) (scores[sense] as number) -= 1 / right.length;
      for (const feature of row)
        for (let sense = 0, at = feature * width; sense < width; sense++, at++)
          (gradient[at] as number) += scores[sense] as number;
    }
    const next = new Float32Array(size);
    const after = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const threshold = step * sparseness;
    for (let at = 0; at < size; at++) {
      const moved = (ahead[at] as number) - (step * (gradient[at] as number)) / rows.length;
      next[at] = Math.sign(moved) * Math.max(Math.abs(moved) - threshold, 0);
    }
    for (let at = 0; at < size; at++)
      ahead[at] =
        (next[at] as number) + ((momentum - 1) / after) * ((next[at] as number) - (weights[at] as number));
    weights = next;
    momentum = after;
  }
  return new Map(
    known.map((feature, index) => [feature, [...weights.subarray(index * width, (index + 1) * width)]]),
  );
}
