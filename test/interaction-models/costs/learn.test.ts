import { describe, expect, it } from 'vitest';
import { type Example, learn } from '../../../interaction-models/costs/learn.ts';
import { createJudge } from '../../../lambda/understanding/evidence.ts';
import { hashed } from '../../../lambda/understanding/hashed-costs.ts';

const OPTIONS = { least: 2, sparseness: 1e-3, smallness: 0, rounds: 150 };
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
    const count = (sparseness: number): number =>
      [...learn(EXAMPLES, SENSES, { ...OPTIONS, sparseness }).values()]
        .flat()
        .filter((weight) => weight !== 0).length;
    expect(count(0.05)).toBeLessThan(count(1e-4));
    expect(count(10)).toBe(0);
  });

  it('has the smaller weights, the more their squares cost', () => {
    const sum = (smallness: number): number =>
      [...learn(EXAMPLES, SENSES, { ...OPTIONS, smallness }).values()]
        .flat()
        .reduce((total, weight) => total + weight ** 2, 0);
    expect(sum(0.5)).toBeLessThan(sum(0));
    expect(sum(0.5)).toBeGreaterThan(0);
  });
});
