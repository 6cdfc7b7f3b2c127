import { describe, expect, it } from 'vitest';
import { type Example, learn } from '../../../interaction-models/costs/learn.ts';
import { createJudge } from '../../../lambda/understanding/evidence.ts';
import { ALWAYS, hashed } from '../../../lambda/understanding/hashed-costs.ts';

const OPTIONS = { least: 2, sparseness: 1e-3, rounds: 60, kept: 1000, again: 10, rate: 0.3, leftOut: 0.1 };
const SENSES = ['drink', 'eat', 'none'];
const example = (words: string, ...senses: string[]): Example => ({ features: words.split(' '), senses });
const EXAMPLES: readonly Example[] = [
  example('we drink tea', 'drink'),
  example('we drink coffee', 'drink'),
  example('you drink tea', 'drink'),
  example('we eat bread', 'eat'),
  example('you eat bread', 'eat'),
  example('we eat soup', 'eat'),
  example('we walk home', 'none'),
  example('you walk home', 'none'),
  example('we have soup', 'drink', 'eat'),
  example('you have soup', 'drink', 'eat'),
];

const learned = () => learn(EXAMPLES, SENSES, OPTIONS);
const written = () => hashed(learned(), SENSES.length, { step: 0.25, bound: 32 });

describe('learning', () => {
  it('finds what each example means', () => {
    const judge = createJudge({ basis: '', senses: SENSES, costs: written() });
    for (const { features, senses } of EXAMPLES) expect(senses).toContain(judge(features)[0]?.sense);
    expect(judge(['they', 'drink', 'water'])[0]?.sense).toBe('drink');
  });

  it('shares what is equally right', () => {
    const judge = createJudge({ basis: '', senses: SENSES, costs: written() });
    const [first, second, third] = judge(['have', 'soup']);
    expect([first?.sense, second?.sense].toSorted()).toEqual(['drink', 'eat']);
    expect(third?.probability).toBeLessThan((second?.probability ?? 0) / 2);
  });

  it('gives the same weights for the same examples', () => {
    expect(written()).toEqual(written());
    expect(written().weights).not.toBe('');
  });

  it('knows no feature that too few examples have', () => {
    expect(learned().has('coffee')).toBe(false);
    expect(learned().has('tea')).toBe(true);
  });

  it('has the fewer weights, the more they cost', () => {
    // Beside each example is a word that says nothing.
    const many = Array.from({ length: 12 }, (_, index) =>
      EXAMPLES.map(({ features, senses }) => ({ features: [...features, `filler ${index}`], senses })),
    ).flat();
    const count = (sparseness: number): number =>
      weightsOf(learn(many, SENSES, { ...OPTIONS, sparseness })).length;
    expect(count(0.1)).toBeLessThan(count(1e-4));
  });

  it('keeps the largest weights alone, if fewer are to be kept', () => {
    const all = learn(EXAMPLES, SENSES, { ...OPTIONS, sparseness: 0 });
    const few = learn(EXAMPLES, SENSES, { ...OPTIONS, sparseness: 0, kept: 9 });
    expect(weightsOf(all).length).toBeGreaterThan(9);
    expect(weightsOf(few)).toHaveLength(9);
    expect(few.get('drink')?.[SENSES.indexOf('drink')]).toBeGreaterThan(0);
  });

  it('knows how likely each sense is without any words', () => {
    const { always, ...others } = Object.fromEntries(
      [...learn(EXAMPLES, SENSES, { ...OPTIONS, least: 100 })].map(([name, weights]) => [
        name === ALWAYS ? 'always' : name,
        weights,
      ]),
    );
    // Five examples of ten are about drinking, and two about nothing of the kind.
    const [drink = 0, , none = 0] = always ?? [];
    expect(drink).toBeGreaterThan(none);
    expect(others).toEqual({});
  });
});

/** The weights of features that are not nothing. */
function weightsOf(learned: Map<string, number[]>): number[] {
  return [...learned].flatMap(([feature, weights]) =>
    feature === ALWAYS ? [] : weights.filter((weight) => weight !== 0),
  );
}
