import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createJudge } from '../../lambda/understanding/evidence.ts';
import { hashed } from '../../lambda/understanding/hashed-costs.ts';

const PRECISION = { step: 0.25, bound: 32 };

const { featuresOf } = createClues(enUS.hearing.phrases);
const features = (said: string, moment: Parameters<typeof heardIn>[0] = 'cold'): string[] => {
  const { question, names } = heardIn(moment);
  return featuresOf(said, question, names);
};

/** The senses with their probabilities, by costs that were written as text and read again. */
function judged(weights: Record<string, number[]>, said: readonly string[], senses = ['a', 'b', 'c']) {
  const costs = hashed(new Map(Object.entries(weights)), senses.length, PRECISION);
  return Object.fromEntries(
    createJudge({ basis: '', senses, costs })(said).map(({ sense, probability }) => [sense, probability]),
  );
}

describe('costs', () => {
  it('of features with spaces and signs are found', () => {
    expect(judged({ '=talk i am': [10 * PRECISION.step, 0, 0] }, ['=talk i am']).a).toBeGreaterThan(0.5);
  });
});

describe('senses', () => {
  it('are equally likely without evidence, and add up to one', () => {
    const found = judged({}, ['word']);
    expect(Object.values(found)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('come with the likeliest first', () => {
    const costs = hashed(new Map([['word', [0, 2, 1]]]), 3, PRECISION);
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
