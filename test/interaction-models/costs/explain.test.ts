import { expect, it } from 'vitest';
import { explained } from '../../../interaction-models/costs/explain.ts';

it('Words are explained by the event, the phrase, the likeliest meanings, and each feature', () => {
  const lines = explained('get-it', 'say that again');
  expect(lines.slice(0, 3)).toEqual([
    'understood as {"type":"repeat"}',
    'all of it is a phrase of repeat',
    '',
  ]);
  expect(lines[3]).toMatch(/^[01]\.\d\d repeat$/);
  expect(lines).toContainEqual(expect.stringMatching(/^ +\d+\.\d\d \+\+repeat$/));
});

it('Words that are no whole phrase are explained without one', () => {
  expect(explained('get-it', 'we two would love to hear all that from you again').join()).not.toContain(
    'phrase',
  );
});

it('Danger is no matter of costs', () => {
  expect(explained('talk-end', 'he hits me')).toEqual([
    'understood as {"type":"support","about":"unsafe"}',
    'as danger',
  ]);
});
