/**
 * Costs whose features are known by their hashes alone, which makes many of them small. A feature that is not known has
 * the hash of one that is about once in a thousand times.
 */
import type { Costs } from '../content/content.ts';

const BITS = 24;
/** A gap between two hashes is written with this many hexadecimal digits. */
const GAP_DIGITS = 3;
const WIDEST_GAP = 16 ** GAP_DIGITS - 1;
/** As many senses as there are bits in two hexadecimal digits. */
const FEW_SENSES = 8;

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
 * Weights as text: the gaps between the hashes, which senses have a weight, and the weights. Equal digits of all
 * features stand together, since that packs best. For the same reason it is told by bits which of eight senses have a
 * weight, and by a list which of more.
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
  const byHash = new Map<number, number[]>();
  for (const [feature, own] of weights) {
    if (feature === ALWAYS) continue;
    const steps = own.map((weight) => Math.max(-bound, Math.min(bound - 1, Math.round(weight / step))));
    const hash = hashOf(feature);
    // Of two features with the same hash the first counts.
    if (steps.some((one) => one !== 0) && !byHash.has(hash)) byHash.set(hash, steps);
  }
  const gaps: number[] = [];
  /** The senses of each gap; none for a gap that only bridges a wide one. */
  const having: number[][] = [];
  let digits = '';
  let last = 0;
  for (const [hash, steps] of [...byHash].sort(([one], [two]) => one - two)) {
    for (let gap = hash - last; ; gap -= WIDEST_GAP) {
      gaps.push(Math.min(gap, WIDEST_GAP));
      if (gap <= WIDEST_GAP) break;
      having.push([]);
    }
    last = hash;
    having.push(steps.flatMap((one, sense) => (one === 0 ? [] : [sense])));
    for (const one of steps) if (one !== 0) digits += digitFor(one + bound);
  }
  return {
    step,
    bound,
    always: (weights.get(ALWAYS) ?? []).map((weight) => Number(weight.toFixed(2))),
    gaps: planes(gaps, GAP_DIGITS),
    has:
      senses <= FEW_SENSES
        ? {
            masks: planes(
              having.map((all) => all.reduce((mask, sense) => mask | (1 << sense), 0)),
              2,
            ),
          }
        : {
            counts: having.map((all) => digitFor(all.length)).join(''),
            senses: having.flat().map(digitFor).join(''),
          },
    weights: digits,
  };
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
export function weightsIn({ step, bound, always, gaps, has, weights }: Costs['costs']): AddWeights {
  const count = gaps[0]?.length ?? 0;
  const hashes = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  for (let at = 0, hash = 0; at < count; at++) {
    hash += numberAt(gaps, at);
    hashes[at] = hash;
    const own = 'masks' in has ? bitsOf(numberAt(has.masks, at)) : valueAt(has.counts, at);
    starts[at + 1] = (starts[at] as number) + own;
  }
  const weightAt = (at: number): number => (valueAt(weights, at) - bound) * step;
  const addOf =
    'masks' in has
      ? (found: number, sums: Float64Array): void => {
          let at = starts[found] as number;
          for (let sense = 0, mask = numberAt(has.masks, found); mask > 0; sense++, mask >>= 1)
            if ((mask & 1) === 1) add(sums, sense, weightAt(at++));
        }
      : (found: number, sums: Float64Array): void => {
          const end = starts[found + 1] as number;
          for (let at = starts[found] as number; at < end; at++)
            add(sums, valueAt(has.senses, at), weightAt(at));
        };
  return (feature, sums) => {
    if (feature === ALWAYS) {
      for (const [sense, weight] of always.entries()) add(sums, sense, weight);
      return;
    }
    const found = positionOf(hashOf(feature), hashes);
    if (found !== undefined) addOf(found, sums);
  };
}

function add(sums: Float64Array, sense: number, weight: number): void {
  sums[sense] = (sums[sense] as number) + weight;
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
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
