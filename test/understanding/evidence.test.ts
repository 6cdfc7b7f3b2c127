import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createJudge, encoded, STEP } from '../../lambda/understanding/evidence.ts';

const { featuresOf } = createClues(enUS.hearing.phrases);
const features = (said: string, moment: Parameters<typeof heardIn>[0] = 'cold'): string[] => {
  const { question, names } = heardIn(moment);
  return featuresOf(said, question, names);
};

/** The senses with their probabilities, by costs that were written as text and read again. */
function judged(weights: Record<string, number[]>, said: readonly string[], senses = ['a', 'b', 'c']) {
  const costs = encoded(new Map(Object.entries(weights)));
  return Object.fromEntries(
    createJudge({ basis: '', senses, costs })(said).map(({ sense, probability }) => [sense, probability]),
  );
}

describe('costs', () => {
  it('are the same after they were written, to half a step, within their bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -32 * STEP, max: 31 * STEP, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (weights) => {
          const found = judged({ word: weights }, ['word']);
          const sums = weights.map((weight) => Math.exp(Math.round(weight / STEP) * STEP));
          const total = sums.reduce((sum, one) => sum + one, 0);
          for (const [index, sense] of ['a', 'b', 'c'].entries())
            expect(found[sense]).toBeCloseTo((sums[index] as number) / total, 9);
        },
      ),
    );
  });

  it('beyond their bounds are written as the bounds', () => {
    expect(judged({ word: [99, -99, 0] }, ['word'])).toEqual(
      judged({ word: [31 * STEP, -32 * STEP, 0] }, ['word']),
    );
  });

  it('that say nothing are not written', () => {
    expect(encoded(new Map([['word', [0, STEP / 3, -STEP / 3]]]))).toBe('');
  });

  it('of features with spaces and signs are found', () => {
    expect(judged({ '=talk i am': [STEP * 10, 0, 0] }, ['=talk i am']).a).toBeGreaterThan(0.5);
  });
});

describe('senses', () => {
  it('are equally likely without evidence, and add up to one', () => {
    const found = judged({}, ['word']);
    expect(Object.values(found)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('come with the likeliest first', () => {
    const costs = encoded(new Map([['word', [0, 2, 1]]]));
    const order = createJudge({ basis: '', senses: ['a', 'b', 'c'], costs })(['word', 'unknown']);
    expect(order.map(({ sense }) => sense)).toEqual(['b', 'c', 'a']);
  });
});

describe('features', () => {
  it('are the words, their pairs, and what was asked', () => {
    expect(features('we need more time', 'talk-end')).toEqual(
      expect.arrayContaining(['we', 'need', 'more time', '=talk', '=talk we', '^we', 'time$', '#talking']),
    );
    expect(features('we need more time', 'welcome')).toContain('=welcome');
  });

  it('are the same whoever it is: names, numbers and pronouns make no difference', () => {
    expect(features('Ana starts')).toEqual(features('Bo starts'));
    expect(features('it takes 10 of them')).toEqual(features('it takes 12 of them'));
    expect(features('what did he cook')).toEqual(features('what did she cook'));
  });

  it('hold no name of theirs', () => {
    expect(features('Ana starts').join(' ')).not.toMatch(/ana/iu);
  });

  it('are each there once', () => {
    const all = features('what did you say and what did we say');
    expect(new Set(all).size).toBe(all.length);
  });
});
