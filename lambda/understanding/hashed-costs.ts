/**
 * Costs whose features are known by their hashes alone, which makes many of them small. A feature that is not known has
 * the hash of one that is about once in a thousand times.
 */
import type { HashedCosts } from '../content/content.ts';
import { ALWAYS } from './evidence.ts';

const BITS = 24;
/** A gap between two hashes is written with this many hexadecimal digits. */
const GAP_DIGITS = 3;
const WIDEST_GAP = 16 ** GAP_DIGITS - 1;
/** A weight is a hexadecimal digit, whose middle is none. */
const MIDDLE = 8;
const SENSES = 8;

/** The hash of a feature (FNV-1a, folded). */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return ((hash >>> BITS) ^ hash) & (2 ** BITS - 1);
}

/**
 * Weights as text: the gaps between the hashes, which senses have a weight, and the weights, in multiples of a step.
 * Equal digits of all features stand together, since that packs best.
 *
 * @throws {RangeError} for more than eight senses
 */
export function hashed(weights: ReadonlyMap<string, readonly number[]>, step: number): HashedCosts['costs'] {
  const byHash = new Map<number, number[]>();
  const always = weights.get(ALWAYS) ?? [];
  for (const [feature, own] of weights) {
    if (feature === ALWAYS) continue;
    if (own.length > SENSES) throw new RangeError(`${own.length} senses are too many for one byte.`);
    const steps = own.map((weight) => Math.max(-MIDDLE, Math.min(MIDDLE - 1, Math.round(weight / step))));
    const hash = hashOf(feature);
    // Of two features with the same hash the first counts.
    if (steps.some((one) => one !== 0) && !byHash.has(hash)) byHash.set(hash, steps);
  }
  const gaps: number[] = [];
  const masks: number[] = [];
  let digits = '';
  let last = 0;
  for (const [hash, steps] of [...byHash].sort(([one], [two]) => one - two)) {
    for (let gap = hash - last; ; gap -= WIDEST_GAP) {
      gaps.push(Math.min(gap, WIDEST_GAP));
      if (gap <= WIDEST_GAP) break;
      // Bridges a wide gap.
      masks.push(0);
    }
    last = hash;
    masks.push(steps.reduce((mask, one, sense) => (one === 0 ? mask : mask | (1 << sense)), 0));
    digits += steps.flatMap((one) => (one === 0 ? [] : (one + MIDDLE).toString(16))).join('');
  }
  const plane = (all: readonly number[], shift: number): string =>
    all.map((one) => ((one >> shift) & 15).toString(16)).join('');
  return {
    step,
    always: always.map((weight) => Number(weight.toFixed(2))),
    gaps: Array.from({ length: GAP_DIGITS }, (_, digit) => plane(gaps, 4 * digit)),
    masks: [plane(masks, 0), plane(masks, 4)],
    weights: digits,
  };
}

/** The value of each hexadecimal digit, by its code. */
const DIGITS = new Uint8Array(128);
for (let value = 0; value < 16; value++) DIGITS[value.toString(16).charCodeAt(0)] = value;

function digit(plane: string | undefined, at: number): number {
  return plane === undefined ? 0 : (DIGITS[plane.charCodeAt(at)] as number);
}

/** Reads such weights. The function returns those of a feature as sense, weight, sense, weight; undefined if it has none. */
export function weightsIn({
  step,
  always,
  gaps,
  masks,
  weights,
}: HashedCosts['costs']): (feature: string) => readonly number[] | undefined {
  const count = masks[0]?.length ?? 0;
  const hashes = new Uint32Array(count);
  const starts = new Uint32Array(count);
  const sensesOf = new Uint8Array(count);
  let hash = 0;
  let start = 0;
  for (let at = 0; at < count; at++) {
    for (let index = 0; index < gaps.length; index++) hash += digit(gaps[index], at) << (4 * index);
    const mask = digit(masks[0], at) | (digit(masks[1], at) << 4);
    hashes[at] = hash;
    starts[at] = start;
    sensesOf[at] = mask;
    for (let rest = mask; rest > 0; rest >>= 1) start += rest & 1;
  }
  const alwaysOwn = always.flatMap((weight, sense) => [sense, weight]);
  return (feature) => {
    if (feature === ALWAYS) return alwaysOwn;
    const wanted = hashOf(feature);
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((hashes[middle] as number) <= wanted) low = middle;
      else high = middle - 1;
    }
    if (count === 0 || hashes[low] !== wanted) return undefined;
    const own: number[] = [];
    let at = starts[low] as number;
    for (let sense = 0; sense < SENSES; sense++)
      if (((sensesOf[low] as number) & (1 << sense)) !== 0)
        own.push(sense, (digit(weights, at++) - MIDDLE) * step);
    return own;
  };
}
