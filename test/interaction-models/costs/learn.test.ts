import { describe, expect, it } from 'vitest';
import { type Example, learn } from '../../../interaction-models/costs/learn.ts';

const examples: Example[] = [
  { features: ['again', 'please'], senses: ['repeat'] },
  { features: ['again', 'say'], senses: ['repeat'] },
  { features: ['more', 'please'], senses: ['more-time'] },
  { features: ['more', 'say'], senses: ['more-time', 'repeat'] },
  { features: ['once'], senses: ['repeat'] },
];
const senses = ['more-time', 'repeat'];
const options = { least: 2, sparseness: 1e-4, rounds: 50, step: 2 };

describe('What is learned from examples', () => {
  it('is the same for the same examples', () => {
    expect([...learn(examples, senses, options)]).toEqual([...learn(examples, senses, options)]);
  });

  it('speaks for the meaning with which a word is said', () => {
    const costs = learn(examples, senses, options);
    const [moreTime = 0, repeat = 0] = costs.get('again') ?? [];
    expect(repeat).toBeGreaterThan(moreTime);
    const [inMore = 0, inRepeat = 0] = costs.get('more') ?? [];
    expect(inMore).toBeGreaterThan(inRepeat);
  });

  it('says nothing about a word that is said less often than it has to be', () => {
    expect(learn(examples, senses, options).has('once')).toBe(false);
  });

  it('is nothing at all if a weight costs more than it spares', () => {
    const weights = [...learn(examples, senses, { ...options, sparseness: 10 }).values()].flat();
    expect(weights.every((weight) => weight === 0)).toBe(true);
  });
});
