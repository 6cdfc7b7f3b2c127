import { expect, it } from 'vitest';
import { explained } from '../../../interaction-models/costs/explain.ts';

it('Words are explained by what was understood, the likeliest meanings, and each feature', () => {
  const lines = explained('get-it', 'say that again');
  expect(lines[0]).toBe('understood as repeat');
  expect(lines[2]).toMatch(/^[01]\.\d\d repeat$/);
  expect(lines).toContainEqual(expect.stringMatching(/^ +\d+\.\d\d \+\+repeat$/));
});

it('Danger is no matter of costs', () => {
  expect(explained('talk-end', 'he hits me')).toEqual(['understood as support', 'as danger']);
});
