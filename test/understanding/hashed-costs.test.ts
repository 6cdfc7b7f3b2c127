import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, hashed, hashOf, weightsIn } from '../../lambda/understanding/hashed-costs.ts';

const STEP = 0.5;
const PRECISION = { step: STEP, bound: 8 };

/** The weights of a feature by its sense, after they were written as text for this many senses and read again. */
function read(weights: Record<string, number[]>, feature: string, senses = 8): Record<number, number> {
  const sums = new Float64Array(senses);
  weightsIn(hashed(new Map(Object.entries(weights)), senses, PRECISION))(feature, sums);
  return Object.fromEntries([...sums.entries()].filter(([, sum]) => sum !== 0));
}

describe('hashed costs', () => {
  it.each([8, 9])(
    'are the same after they were written, to half a step, within their bounds (%i senses)',
    (senses) => {
      const weight = fc.double({ min: -8 * STEP, max: 7 * STEP, noNaN: true });
      const features = fc.dictionary(
        fc.string({ minLength: 1 }),
        fc.array(weight, { minLength: 3, maxLength: 3 }),
      );
      fc.assert(
        fc.property(features, (weights) => {
          const hashes = Object.keys(weights).map(hashOf);
          fc.pre(new Set(hashes).size === hashes.length);
          for (const [feature, own] of Object.entries(weights)) {
            const found = read(weights, feature, senses);
            for (const [sense, expected] of own.entries())
              expect(Math.abs((found[sense] ?? 0) - expected)).toBeLessThanOrEqual(STEP / 2);
          }
        }),
      );
    },
  );

  it('beyond their bounds are written as the bounds', () => {
    expect(read({ word: [99, -99] }, 'word')).toEqual({ 0: 7 * STEP, 1: -8 * STEP });
  });

  it('of the feature that everything has may be of any size', () => {
    expect(read({ [ALWAYS]: [9.5, -20] }, ALWAYS)).toEqual({ 0: 9.5, 1: -20 });
  });

  it('that say nothing, and those of unknown features, are none', () => {
    expect(read({ word: [STEP / 5, 0] }, 'word')).toEqual({});
    expect(read({ word: [STEP, 0] }, 'another')).toEqual({});
    expect(read({}, 'word')).toEqual({});
  });

  it('are found on both sides of a wide gap', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word ${index}`);
    const weights = Object.fromEntries(
      words.map((word, index) => [word, [(index % 7) + 1].map((one) => one * STEP)]),
    );
    const apart = words.map(hashOf).sort((one, two) => one - two);
    expect(apart.some((hash, at) => hash - (apart[at - 1] ?? hash) > 4095)).toBe(true);
    for (const senses of [8, 70])
      for (const word of words) expect(read(weights, word, senses)[0]).toBe(weights[word]?.[0]);
  });

  it('have all the senses and weights that fit into a character', () => {
    const many = Array.from({ length: 88 }, (_, sense) => ((sense % 90) - 44 || 1) * 0.5);
    const sums = new Float64Array(88);
    weightsIn(hashed(new Map([['word', many]]), 88, { step: 0.5, bound: 45 }))('word', sums);
    expect([...sums]).toEqual(many);
    expect(() => hashed(new Map(), 91, PRECISION)).toThrow(RangeError);
    expect(() => hashed(new Map(), 8, { step: 1, bound: 46 })).toThrow(RangeError);
  });
});
