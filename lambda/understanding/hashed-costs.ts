/**
 * Costs whose features are known by their hashes alone, which makes many of them small. A feature that is not known has
 * the hash of one that is about once in two hundred to four hundred times.
 */
import type { Costs } from '../content/phrases.ts';

const BITS = 22;
/** A gap between two hashes is written with this many hexadecimal digits. */
const GAP_DIGITS = 3;
const WIDEST_GAP = 16 ** GAP_DIGITS - 1;

/** The feature that every utterance has. */
export const ALWAYS = '';

/** Everything but a bit is written as one of these. The first ones are hexadecimal digits. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_!#$%&()*+,./:;<=>?@[]^{|}~`';

/** Weights are written as whole numbers of steps, from minus the bound to less than the bound. */
export interface Precision {
  readonly step: number;
  readonly bound: number;
}

/** The hash of a feature (FNV-1a, folded). */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return ((hash >>> BITS) ^ hash) & (2 ** BITS - 1);
}

/**
 * Weights as text: the gaps between the hashes, how many senses have a weight, which ones, and the weights. What resembles
 * each other stands together, since that packs best: the equal digits of all gaps, and first the features with one sense,
 * then those with two, and so on, their first senses before their second ones.
 *
 * @throws {RangeError} for more senses, or a higher bound, than can be written
 */
export function hashed(
  weights: ReadonlyMap<string, readonly number[]>,
  senses: number,
  { step, bound }: Precision,
): Costs['costs'] {
  if (senses >= DIGITS.length || 2 * bound > DIGITS.length)
    throw new RangeError(`${senses} senses or a bound of ${bound} are too many to be written.`);
  const byHash = new Map<number, Weight[]>();
  for (const [feature, own] of weights) {
    if (feature === ALWAYS) continue;
    const steps = own.map((weight) => Math.max(-bound, Math.min(bound - 1, Math.round(weight / step))));
    const hash = hashOf(feature);
    // Of two features with the same hash the first counts.
    if (steps.some((one) => one !== 0) && !byHash.has(hash))
      byHash.set(
        hash,
        steps.flatMap((one, sense) => (one === 0 ? [] : { sense, digit: digitFor(one + bound) })),
      );
  }
  const gaps: number[] = [];
  /** The weights behind each gap; none for a gap that only bridges a wide one. */
  const having: Weight[][] = [];
  let last = 0;
  for (const [hash, own] of [...byHash].sort(([one], [two]) => one - two)) {
    for (let gap = hash - last; ; gap -= WIDEST_GAP) {
      gaps.push(Math.min(gap, WIDEST_GAP));
      if (gap <= WIDEST_GAP) break;
      having.push([]);
    }
    last = hash;
    having.push(own);
  }
  let ofSenses = '';
  let ofWeights = '';
  const most = having.reduce((count, own) => Math.max(count, own.length), 0);
  for (let count = 1; count <= most; count++) {
    const alike = having.filter((own) => own.length === count);
    for (let nth = 0; nth < count; nth++)
      for (const own of alike) {
        const { sense, digit } = own[nth] as Weight;
        ofSenses += digitFor(sense - nextSense(own[nth - 1]));
        ofWeights += digit;
      }
  }
  return {
    step,
    bound,
    always: (weights.get(ALWAYS) ?? []).map((weight) => Number(weight.toFixed(2))),
    gaps: planes(gaps, GAP_DIGITS),
    counts: having.map((own) => digitFor(own.length)).join(''),
    senses: ofSenses,
    weights: ofWeights,
  };
}

/** The weight of a feature for a sense, as a digit. */
interface Weight {
  readonly sense: number;
  readonly digit: string;
}

/** The first sense that the next weight of a feature can have. */
function nextSense(before: Weight | undefined): number {
  return before === undefined ? 0 : before.sense + 1;
}

function digitFor(value: number): string {
  return DIGITS.charAt(value);
}

/** Numbers as hexadecimal digits: a text for the last digit of each, one for the digit before it, and so on. */
function planes(all: readonly number[], count: number): string[] {
  return Array.from({ length: count }, (_, plane) =>
    all.map((one) => digitFor((one >> (4 * plane)) & 15)).join(''),
  );
}

/** The value of each digit, by its code. */
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

function valueAt(text: string, at: number): number {
  return VALUES[text.charCodeAt(at)] as number;
}

/** The number that has its digits at this place of the planes. */
function numberAt(planes: readonly string[], at: number): number {
  let number = 0;
  for (let plane = 0; plane < planes.length; plane++)
    number += valueAt(planes[plane] as string, at) << (4 * plane);
  return number;
}

/** Adds the weights of a feature to the sums of all senses. A feature that is not known adds nothing. */
export type AddWeights = (feature: string, sums: Float64Array) => void;

/** Reads such weights. */
export function weightsIn({
  step,
  bound,
  always,
  gaps,
  counts,
  senses,
  weights,
}: Costs['costs']): AddWeights {
  const hashes = new Uint32Array(counts.length);
  /** How many features before it have as many senses. */
  const ranks = new Uint32Array(counts.length);
  const alike: number[] = [];
  for (let at = 0, hash = 0; at < counts.length; at++) {
    hash += numberAt(gaps, at);
    hashes[at] = hash;
    const count = valueAt(counts, at);
    const rank = alike[count] ?? 0;
    ranks[at] = rank;
    alike[count] = rank + 1;
  }
  /** Where the features with this many senses begin. */
  const starts: number[] = [0];
  for (let count = 1; count < alike.length; count++)
    starts[count + 1] = (starts[count] ?? 0) + count * (alike[count] ?? 0);
  return (feature, sums) => {
    if (feature === ALWAYS) {
      for (const [sense, weight] of always.entries()) add(sums, sense, weight);
      return;
    }
    const found = positionOf(hashOf(feature), hashes);
    if (found === undefined) return;
    const count = valueAt(counts, found);
    let sense = -1;
    for (let nth = 0; nth < count; nth++) {
      const at = (starts[count] ?? 0) + nth * (alike[count] ?? 0) + (ranks[found] ?? 0);
      sense += valueAt(senses, at) + 1;
      add(sums, sense, (valueAt(weights, at) - bound) * step);
    }
  };
}

function add(sums: Float64Array, sense: number, weight: number): void {
  sums[sense] = (sums[sense] as number) + weight;
}

/** The position of a hash in a list of hashes in rising order; undefined if it is not there. */
function positionOf(wanted: number, hashes: Uint32Array): number | undefined {
  let [low, high] = [0, hashes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((hashes[middle] as number) <= wanted) low = middle;
    else high = middle - 1;
  }
  return hashes[low] === wanted ? low : undefined;
}
